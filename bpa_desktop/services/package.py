"""The package of papers a municipality asks for before a visit: made and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.minutes import KEY as MINUTES
from bpa_desktop.documents.pdf import render_pages
from bpa_desktop.domain.period import Window
from bpa_desktop.i18n import _, speaking
from bpa_desktop.services.file_writing import NoRoom, write_all
from bpa_desktop.services.leak_check import refuse_leaking_files
from bpa_desktop.services.minutes_sharing import NOTHING_SHARED
from bpa_desktop.services.package_plan import Choices, plan_package
from bpa_desktop.services.package_values import (
    SHORT_TITLES,
    collect,
    package_bundle,
    package_secrets,
    papers,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bpa_desktop.services.minutes_sharing import SharedSecrets
    from bpa_desktop.services.package_plan import PackagePlan
    from bpa_desktop.services.package_values import (
        PackageValues,
    )
    from bpa_desktop.services.session import Session

__all__ = [
    "NoRoom",
    "PackageFiles",
    "RenderedPackage",
    "make_package",
    "render",
    "save",
    "write_package",
]

_WINDOWS: Final = {one.value: one for one in Window}
_NAMES: Final = {one.value: one for one in Names}


@dataclass(frozen=True, kw_only=True)
class RenderedPackage:
    """A finished package: the one PDF, and the single papers by the names of their files.

    ``first_pages`` tells where each document of the PDF begins, from 1. ``minutes`` is the name of
    the single file of minutes, empty where there is none.
    """

    file_name: str
    content: bytes
    pages: int
    first_pages: Mapping[str, int]
    singles: Mapping[str, bytes]
    minutes: str = ""


@dataclass(frozen=True)
class PackageFiles:
    """Where a package lies: the one PDF, and the single papers."""

    package: Path
    files: tuple[Path, ...]


def render(values: PackageValues) -> RenderedPackage:
    """Make the files of a package from its values alone, so that it may run on a thread."""
    whole = render_pages(package_bundle(values))
    singles = dict(_singles(values))
    return RenderedPackage(
        file_name=values.file_name,
        content=whole.content,
        pages=whole.pages,
        first_pages=whole.first_pages,
        singles=dict(singles.values()),
        minutes=singles.get(MINUTES, ("", b""))[0],
    )


def _singles(values: PackageValues) -> Iterator[tuple[str, tuple[str, bytes]]]:
    for number, (key, bundle) in enumerate(papers(values).items(), start=1):
        with speaking(values.language):
            title = _(SHORT_TITLES[key]).replace(" ", "_")
        yield key, (f"{number}_{title}.pdf", render_pages(bundle).content)


def save(
    rendered: RenderedPackage, folder: Path, secrets: SharedSecrets = NOTHING_SHARED
) -> PackageFiles:
    """Write the files into ``folder``: all of them or, when it is refused, none.

    Files of the same names are replaced. What was written is read back and searched for
    ``secrets``; a file that holds any is deleted with all the others, and ``Leaked`` is raised.
    Raises ``FolderUnwritable`` or ``NoRoom`` as well.
    """
    contents = {rendered.file_name: rendered.content, **rendered.singles}
    files = write_all(contents, folder)
    refuse_leaking_files(files, secrets.anywhere)
    if rendered.minutes:
        told = [folder / rendered.minutes]
        refuse_leaking_files(told, secrets.in_minutes, also=files)
    written, *singles = files
    return PackageFiles(written, tuple(singles))


def write_package(session: Session, plan: PackagePlan, folder: Path) -> PackageFiles:
    """Collect, make and write the package, all at once."""
    return save(render(collect(session, plan)), folder, package_secrets(session, plan))


def make_package(
    session: Session,
    municipality: str,
    visit: dt.date,
    folder: Path,
    *,
    months: str = Window.ROLLING.value,
    names: str = Names.INITIALS.value,
) -> PackageFiles:
    """Plan and write a package; ``months`` and ``names`` are the values of the choices."""
    choices = Choices(window=_WINDOWS[months], names=_NAMES[names])
    return write_package(session, plan_package(session, municipality, visit, choices), folder)
