"""A helper's statement of working time from what is in the file, and its files on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.time_statement import (
    DayHours,
    Departure,
    TimeStatement,
    time_csv,
    time_statement,
)
from bpa_desktop.domain.clock import days_span, instant, overlap, wall
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.registration import worked_days
from bpa_desktop.domain.stints import CANCELLED, WORKED
from bpa_desktop.i18n import _, language, pgettext, speaking
from bpa_desktop.services.file_names import helper_word
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.naming import Naming, without_others
from bpa_desktop.services.reading import helpers, stints
from bpa_desktop.services.registration import keeping_of
from bpa_desktop.services.working_time_words import WORKING_TIME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.registration import WorkedDay
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

PDF: Final = "pdf"
CSV: Final = "csv"


class Statement(NamedTuple):
    """A statement before it is made into a file, in the language it was asked for in."""

    values: TimeStatement
    language: str
    stem: str

    def content(self, form: str) -> bytes:
        """The statement as ``PDF`` or ``CSV``; needs no open file, so it may run on a thread."""
        with speaking(self.language):
            return _MAKERS[form](self.values)


def statement(session: Session, helper_id: str, period: Period) -> Statement:
    """The working time of that helper in ``period``; raises ``Gone`` for an unknown one."""
    person = session.records.get(Helper, helper_id)
    rows = stints(session, period.first, period.end)
    scheme = session.scheme()
    values = TimeStatement(
        helper=person.name,
        leader=scheme.citizen_name if scheme else "",
        period=period,
        made_on=session.today,
        days=tuple(map(_day, worked_days(rows, helper_id, period))),
        unconfirmed=_unconfirmed(session, rows, helper_id),
        departures=tuple(_departures(session, helper_id, period)),
        kept=keeping_of(period),
    )
    return Statement(values, language(), _stem(session, helper_id, period))


def _day(one: WorkedDay) -> DayHours:
    stretches = tuple((wall(start), wall(end)) for start, end in one.stretches)
    return DayHours(day=one.day, stretches=stretches, minutes=one.minutes)


def _unconfirmed(session: Session, rows: Iterable[Stint], helper_id: str) -> int:
    """How many of the helper's shifts are over without anybody having said how they went."""
    now = instant(session.now())
    return sum(
        one[1] == helper_id and one[4] not in {WORKED, CANCELLED} and one[6] <= now for one in rows
    )


def _departures(session: Session, helper_id: str, period: Period) -> Iterator[Departure]:
    people = helpers(session)
    others = [one for one in people if one.id != helper_id]
    naming = Naming(people, Names.FULL)
    window = days_span(period.first, period.end)
    kept = session.records.where(KeptFinding, helper=helper_id)
    for one in sorted(kept, key=lambda found: (found.window_start, found.id)):
        looked_at = instant(one.window_start), instant(one.window_end)
        if one.code in WORKING_TIME and overlap(looked_at, window):
            yield Departure(
                what=_(one.code.label),
                start=one.window_start,
                end=one.window_end,
                minutes_short=one.minutes_short,
                reason=without_others(naming.clean(one.reason), others),
            )


def _stem(session: Session, helper_id: str, period: Period) -> str:
    """A name for the files that tells no person's: ``2026-03_Arbejdstid_hjaelper-2``."""
    when = f"{period.first:%Y-%m}"
    if not period.is_whole_month:
        when = f"{when}_{period.last:%Y-%m}"
    return "_".join([when, pgettext("file name", "Working-time"), helper_word(session, helper_id)])


def _pdf(values: TimeStatement) -> bytes:
    return render(as_bundle(time_statement(values)))


_MAKERS: Final[dict[str, Callable[[TimeStatement], bytes]]] = {PDF: _pdf, CSV: time_csv}


def save_statement(made: Statement, form: str, folder: Path) -> Path:
    """Write the statement into ``folder`` and give the path; an older one is replaced.

    Needs no open file, so it may run on a thread. Raises ``FolderUnwritable`` or ``NoRoom``.
    """
    name = f"{made.stem}.{form}"
    write_all({name: made.content(form)}, folder)
    return folder / name
