"""The example file and its package, for anyone who wants to look before they begin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import ZONE
from bpa_desktop.errors import BpaError
from bpa_desktop.services.case import next_visit
from bpa_desktop.services.example import write_example
from bpa_desktop.services.package import make_package
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.lock import WriteLock
from bpa_desktop.storage.refusals import FileExists, FileForeign, FolderUnwritable, KeyWrong

if TYPE_CHECKING:
    from pathlib import Path

DEMO_KEY: Final = "DEM2-NYED-EM2N-YEDE-M2NY-EDEM-2NRT"
"""The key of every example file. It is published on purpose: everything in the file is made up."""

FILE_NAME: Final = "eksempel.bpa"
MUNICIPALITY: Final = "ishoej"
_ASIDES: Final = ("", "-wal", "-shm")


@dataclass(frozen=True)
class Demo:
    """Where the example file and its package lie."""

    file: Path
    package: Path


def make_demo(folder: Path, today: dt.date | None = None) -> Demo:
    """Make the example file and its package in ``folder``; an older example is replaced.

    Raises ``FolderUnwritable``, ``AlreadyOpen`` when the older example is in use, or
    ``FileExists`` when a file of that name is no example.
    """
    day = today or dt.datetime.now(ZONE).date()
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(path)
    except OSError as error:
        raise FolderUnwritable from error
    with make(path, keys.parse(DEMO_KEY), today=day) as session:
        write_example(session)
        visit = next_visit(session) or day
        written = make_package(session, MUNICIPALITY, visit, folder)
    return Demo(path, written.package)


def _must_be_example(path: Path) -> None:
    """Whoever has a file of their own by that name keeps it; a half-made example may go."""
    try:
        open_session(path, keys.parse(DEMO_KEY), read_only=True).close()
    except (KeyWrong, FileForeign) as error:
        raise FileExists from error
    except BpaError:
        return


def _clear(path: Path) -> None:
    if not path.exists():
        return
    _must_be_example(path)
    WriteLock(path).acquire().release()
    for aside in _ASIDES:
        path.with_name(path.name + aside).unlink(missing_ok=True)
