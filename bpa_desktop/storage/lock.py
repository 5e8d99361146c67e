"""One writer at a time: who has the file open.

The lock is SQLite's own, on an empty file beside the real one: it works alike on every system,
ends with the process that holds it, and needs no library of its own at start-up.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

import sqlcipher3.dbapi2 as sqlcipher

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import clock, date_short
from bpa_desktop.storage.refusals import WriteFailed, writing_files

if TYPE_CHECKING:
    from pathlib import Path


_TAKEN: Final = frozenset({sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_READONLY})
"""Somebody holds it, or it belongs to another user of the same folder."""
_MOST_LOOKED_AT: Final = 1024
"""So many numbers are tried where the system does not list the open files."""
_FAMILY: Final = 0xFF
"""The low byte of an error code names its family."""


class AlreadyOpen(BpaError):
    """Somebody else is writing to the file."""

    sentence = N_(
        "{who} has the file open on {where} since {since}. "
        "Close it there, or open it here read-only."
    )


class AlreadyOpenSomewhere(AlreadyOpen):
    """Somebody else is writing to the file, and left no note of who it is."""

    sentence = N_("The file is open in another place. Close it there, or open it here read-only.")


class Holder(NamedTuple):
    """Who has a file open, where, and since when (local time)."""

    who: str
    where: str
    since: dt.datetime


class WriteLock:
    """Held by the one program that may write to the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._note = path.with_name(f".{path.name}.open")
        self._held: Any = None

    def acquire(self) -> Self:
        """Take the lock at once; raises ``AlreadyOpen`` that names the holder."""
        while self._held is None:
            with writing_files():
                self._path.touch()
            self._held = self._take()
        # Who holds the lock is a courtesy; on a full disk the lock itself still stands.
        with suppress(OSError):
            self._note.write_text(json.dumps(_ourselves()), encoding="utf-8")
        return self

    def _take(self) -> Any:
        """The connection that holds the lock; ``None`` when it must be tried once more."""
        before = _open_files()
        connection = sqlcipher.connect(str(self._path), timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")  # a full disk does not matter
            connection.execute("BEGIN EXCLUSIVE")
        except sqlcipher.DatabaseError as error:
            connection.close()
            self._refuse(error)
            return None
        if os.name == "posix" and not self._has_its_name(_open_files() - before):
            # Whoever held it before took its name away meanwhile, so it guards nothing.
            connection.close()
            return None
        return connection

    def _refuse(self, error: sqlcipher.DatabaseError) -> None:
        """Raise why the lock cannot be had; what is no lock is taken away instead."""
        family = error.sqlite_errorcode & _FAMILY
        if family in _TAKEN:
            raise _taken(self._holder()) from error
        if family not in {sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_CANTOPEN}:
            raise WriteFailed(cause=error.sqlite_errorname) from error
        with writing_files():
            self._path.unlink(missing_ok=True)

    def _has_its_name(self, opened: frozenset[int]) -> bool:
        """Whether one of the files just ``opened`` is the one that stands there by that name.

        Only an open file keeps its number: one looked at before it is opened can have been
        taken away, and its number given to a lock that somebody else holds by now.
        """
        with suppress(OSError):
            named = self._path.stat()
            return any(os.path.samestat(named, os.fstat(one)) for one in opened)
        return False

    def release(self) -> None:
        """Let others write and leave nothing behind; harmless when the lock is not held."""
        if self._held is None:
            return
        # What cannot be taken away hinders nobody: the lock is the system's, not the file's.
        with suppress(OSError):
            self._note.unlink(missing_ok=True)
        if os.name == "posix":
            self._forget()
        self._held.close()
        self._held = None
        if os.name != "posix":
            self._forget()

    def _forget(self) -> None:
        """Take the name away: before anybody else can have the lock, where that is allowed."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _holder(self) -> Holder | None:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            since = dt.datetime.fromisoformat(note["since"])
            return Holder(str(note["who"]), str(note["where"]), since)
        except (OSError, ValueError, TypeError, KeyError):
            return None


def _open_files() -> frozenset[int]:
    """The numbers of the files that this program has open."""
    try:
        listed = {int(name) for name in os.listdir("/dev/fd")}  # noqa: PTH208 - only the names
    except OSError:
        listed = set(range(_MOST_LOOKED_AT))
    return frozenset(one for one in listed if _is_open(one))


def _is_open(one: int) -> bool:
    """Whether a file has this number; the list of them had one itself while it was read."""
    try:
        os.fstat(one)
    except OSError:
        return False
    return True


def _taken(holder: Holder | None) -> AlreadyOpen:
    if holder is None:
        return AlreadyOpenSomewhere()
    since = f"{date_short(holder.since.date())} {clock(holder.since)}"
    return AlreadyOpen(who=holder.who, where=holder.where, since=since)


def _ourselves() -> dict[str, str]:
    now = dt.datetime.now().astimezone()
    return {"who": _user(), "where": _machine(), "since": now.isoformat("T", "minutes")}


def _machine() -> str:
    """The computer's name, without loading the network for it."""
    return os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", "?")


def _user() -> str:
    """The name the person is logged in by."""
    names = (os.environ.get(name) for name in ("LOGNAME", "USER", "USERNAME"))
    known = next((name for name in names if name), None)
    if known is not None:
        return known
    from getpass import getuser  # noqa: PLC0415 - slow to load, and seldom needed

    try:
        return getuser()
    except (KeyError, OSError):
        return "?"
