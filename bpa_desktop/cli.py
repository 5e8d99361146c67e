"""The command line: everything the program does without a window."""

from __future__ import annotations

import datetime as dt
import json
import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, ParamSpec

import click

from bpa_desktop import __version__
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import LANGUAGES, _, explain, set_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.session import Session

P = ParamSpec("P")

_REFUSED: Final = 1
_YEARS_AROUND: Final = 10
"""So far from the first and last year of any record a day must be, to look back and ahead."""
# Whether a file is there, is one and can be read is told in the user's language, later.
_FILE = click.Path(path_type=Path, readable=False)
_PACKAGES: Final = (
    "revisitation",
    "first_follow_up",
    "accounts",
    "holiday",
    "complaint",
    "handover",
)
"""What a package can be for; help needs no database to say it."""
_FOLDER = click.Path(path_type=Path, file_okay=False)
_ENVIRONMENT: Final = "BPA_DESKTOP_LANGUAGE"


class _Day(click.ParamType[dt.date]):
    """A calendar day written as 2026-03-16."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            self.fail(_("{value} is not a date that exists.").format(value=value), param, ctx)
        from bpa_desktop.storage.codec import YEARS  # noqa: PLC0415 - help needs no database

        first, last = YEARS[0] + _YEARS_AROUND, YEARS[1] - _YEARS_AROUND
        if not first <= day.year <= last:
            text = _("{value} is not a day in the years {first} to {last}.")
            self.fail(text.format(value=value, first=first, last=last), param, ctx)
        return day


_DAY: Final = _Day()
_today = click.option("--today", type=_DAY, help="The day to count from; the default is today.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_key_file = click.option("--key-file", type=_FILE, help="A text file that holds the key.")


def _telling(command: Callable[P, None]) -> Callable[P, None]:
    """End with a sentence and exit code 1 when the command is refused."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except BpaError as error:
            from bpa_desktop.services.exchange import faults_of  # noqa: PLC0415 - only when refused

            click.echo(explain(error), err=True)
            for fault in faults_of(error):
                click.echo(f"  {fault}", err=True)
            sys.exit(_REFUSED)

    return told


def _session(path: Path, key_file: Path | None, today: dt.date | None, **how: Any) -> Session:
    from bpa_desktop.services.unlocking import unlock  # noqa: PLC0415 - help needs no database

    session = unlock(path, key_file=key_file, ask=_ask_key, today=today, verify=True, **how)
    if session.notice is not None:
        click.echo(explain(session.notice), err=True)
    return session


def _ask_key() -> str:
    if not sys.stdin.isatty():
        return ""
    return str(click.prompt(_("Key or passphrase"), hide_input=True))


def _ask_passphrase() -> str:
    if not sys.stdin.isatty():
        return ""
    text = _("This computer cannot keep a key. Choose a passphrase")
    return str(click.prompt(text, hide_input=True, confirmation_prompt=True))


def _check_order(first: dt.date | None, end: dt.date | None) -> None:
    if first is not None and end is not None and end <= first:
        raise click.UsageError(_("--to must be after --from."))


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bpa-desktop")
@click.option("--language", type=click.Choice(LANGUAGES), envvar=_ENVIRONMENT, default="da")
def main(language: str) -> None:
    """Keep a BPA scheme: helpers, roster, absence, hours and the papers.

    Without a command the window opens: bpa-desktop [FILE.bpa].

    Exit codes: 0 done, 1 refused (a sentence says why), 2 wrong usage.
    """
    set_language(language)


@main.command("open")
@click.argument("file", type=_FILE)
@click.option("--read-only", is_flag=True, help="Look, but change nothing.")
@_key_file
@_today
@_telling
def open_(file: Path, read_only: bool, key_file: Path | None, today: dt.date | None) -> None:  # noqa: FBT001 - click names it
    """Open FILE in the window."""
    from bpa_desktop.app import run  # noqa: PLC0415 - the only command that needs a window

    sys.exit(run(file, read_only=read_only, key_file=key_file, today=today))


@main.command()
@click.option("--dir", "folder", type=_FOLDER, default="example", show_default=True)
@click.option("--no-window", is_flag=True, help="Make the files and stop.")
@_today
@_telling
def demo(folder: Path, no_window: bool, today: dt.date | None) -> None:  # noqa: FBT001 - click names it
    """Make the example file and its package, and open the window.

    Everything in it is fictional and its key is published.
    """
    from bpa_desktop.services.demo import DEMO_KEY, make_demo  # noqa: PLC0415 - help needs none

    made = make_demo(folder, today)
    click.echo(_("Example file: {path}").format(path=made.file))
    click.echo(_("Its key: {key}").format(key=DEMO_KEY))
    click.echo(_("Package: {path}").format(path=made.package))
    if no_window:
        return
    from bpa_desktop.services.display import has_display  # noqa: PLC0415 - only to open a window

    if not has_display():
        click.echo(_("There is no display, so the window was not opened."))
        return
    from bpa_desktop.app import run  # noqa: PLC0415 - the only part that needs a window

    sys.exit(run(made.file, key=DEMO_KEY, today=today))


@main.command()
@click.argument("file", type=_FILE)
@_key_file
@_telling
def new(file: Path, key_file: Path | None) -> None:
    """Make a new, empty FILE, and show its recovery key once.

    Where a key or passphrase is given, or the computer cannot keep one, that opens the file.
    """
    from bpa_desktop.services.unlocking import new_file  # noqa: PLC0415 - help needs no database

    made = new_file(file, key_file=key_file, ask=_ask_passphrase)
    made.session.close()
    click.echo(_("Made: {path}").format(path=file))
    if made.recovery_key is not None:
        click.echo(_("Recovery key: {key}").format(key=made.recovery_key))
        click.echo(_("Write it down and keep it safe. It is shown only now."))


@main.command("import")
@click.argument("file", type=_FILE)
@click.argument("data", type=_FILE)
@_key_file
@_json
@_telling
def import_(file: Path, data: Path, key_file: Path | None, as_json: bool) -> None:  # noqa: FBT001 - click names it
    """Bring the records of DATA (JSON) into FILE: all of them or none."""
    from bpa_desktop.services import exchange  # noqa: PLC0415 - help needs no database

    content = exchange.read_data(data)
    with _session(file, key_file, None) as session:
        report = exchange.import_data(session, content)
    if as_json:
        _print_json({"imported": dict(report.counts)})
        return
    click.echo(_("Imported {count} records.").format(count=sum(report.counts.values())))


@main.command()
@click.argument("file", type=_FILE)
@click.argument("data", type=_FILE)
@_key_file
@_telling
def export(file: Path, data: Path, key_file: Path | None) -> None:
    """Write every record of FILE to DATA as JSON; DATA is not encrypted."""
    from bpa_desktop.services import exchange  # noqa: PLC0415 - help needs no database

    with _session(file, key_file, None, read_only=True) as session:
        exchange.export_to(session, data)
    click.echo(_("Everything was written to {path}. It is not encrypted.").format(path=data))


@main.command()
def schema() -> None:
    """Print the JSON Schema of the interchange file."""
    from bpa_desktop.services import exchange  # noqa: PLC0415 - help needs no database

    _print_json(exchange.json_schema())


@main.command("hours")
@click.argument("file", type=_FILE)
@click.option("--from", "first", type=_DAY, required=True, help="The first day.")
@click.option("--to", "end", type=_DAY, required=True, help="The first day after.")
@_key_file
@_today
@_json
@_telling
def hours_(
    file: Path,
    first: dt.date,
    end: dt.date,
    key_file: Path | None,
    today: dt.date | None,
    as_json: bool,  # noqa: FBT001 - click names it
) -> None:
    """Hours of FILE per month and kind, in minutes: granted, planned, worked, absent, uncovered.

    planned: every shift that is not cancelled, as it was planned, filled or not. worked: shifts
    marked as worked, as worked. absent: planned time of helpers who were away. uncovered: need
    on the clock, or planned shifts, without a helper.
    """
    from bpa_desktop.services import hours_report  # noqa: PLC0415 - help needs no database

    _check_order(first, end)
    with _session(file, key_file, today, read_only=True) as session:
        if as_json:
            _print_json(hours_report.tell(session, first, end))
            return
        report = hours_report.monthly(session, first, end)
        for line in hours_report.as_lines(report, session.helper_names()):
            click.echo(line)


@main.command()
@click.argument("file", type=_FILE)
@click.option(
    "--from", "first", type=_DAY, help="The first day to look at; else that of the roster."
)
@click.option("--to", "end", type=_DAY, help="The first day after; else that of the roster.")
@_key_file
@_today
@_json
@_telling
def check(
    file: Path,
    first: dt.date | None,
    end: dt.date | None,
    key_file: Path | None,
    today: dt.date | None,
    as_json: bool,  # noqa: FBT001 - click names it
) -> None:
    """Findings in FILE, each with its rule and source, and the list of what is due."""
    from bpa_desktop.services import checking  # noqa: PLC0415 - help needs no database

    _check_order(first, end)
    with _session(file, key_file, today, read_only=True) as session:
        result = checking.check(session, first, end)
        if as_json:
            _print_json(checking.as_plain(session, result))
            return
        for line in checking.as_lines(session, result):
            click.echo(line)


@main.command()
@click.argument("file", type=_FILE)
@click.option("--municipality", required=True, help="For example ishoej.")
@click.option("--visit", type=_DAY, required=True, help="The day of the visit.")
@click.option("--out", type=_FOLDER, required=True, help="The folder to write to.")
@click.option("--months", type=click.Choice(["rolling", "calendar"]), default="rolling")
@click.option("--names", type=click.Choice(["initials", "names", "numbers"]), default="initials")
@click.option("--kind", type=click.Choice(_PACKAGES), default=_PACKAGES[0])
@_key_file
@_today
@_json
@_telling
def package(  # noqa: PLR0913, PLR0917 - one parameter for each option
    file: Path,
    municipality: str,
    visit: dt.date,
    out: Path,
    months: str,
    names: str,
    kind: str,
    key_file: Path | None,
    today: dt.date | None,
    as_json: bool,  # noqa: FBT001 - click names it
) -> None:
    """Write the papers a municipality asks for; ``--visit`` is the day they are for."""
    from bpa_desktop.services import package as packages  # noqa: PLC0415 - help needs no database

    with _session(file, key_file, today, read_only=True) as session:
        written = packages.make_package(
            session, municipality, visit, out, months=months, names=names, kind=kind
        )
    if as_json:
        _print_json({"package": written.package, "files": list(written.files)})
        return
    click.echo(_("Package: {path}").format(path=written.package))
