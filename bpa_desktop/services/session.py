"""One open file in use: what is in it, what day it is, who acts, and who wants to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from bpa_desktop.domain.clock import ZONE
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.closed_months import corrected_words, note_corrections
from bpa_desktop.storage import file as files
from bpa_desktop.storage.journal import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.forgetting import Erasure
    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.file import BpaFile
    from bpa_desktop.storage.forgetting import Forgotten
    from bpa_desktop.storage.journal import Entry
    from bpa_desktop.storage.keys import Key
    from bpa_desktop.storage.records import Operation, Records

    Observer = Callable[[frozenset[str]], None]

__all__ = ["Label", "ReadOnly", "Session", "make", "open_session"]


class ReadOnly(BpaError):
    """The file was opened for reading."""

    sentence = N_("The file is open read-only, so nothing can be changed.")


class _Types(Mapping[str, "type[Record]"]):
    """Every record type by name, from the catalogue; reading the first page needs none of them."""

    def __getitem__(self, name: str) -> type[Record]:
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    @staticmethod
    def _all() -> Mapping[str, type[Record]]:
        from bpa_desktop.services.catalogue import TYPES  # noqa: PLC0415 - fast start

        return TYPES


class Session:
    """An open file and everything an action needs to know.

    ``today`` and ``now`` come from the clock unless a date was given at the start, so that
    anything that depends on the date can be tried for another day.
    """

    def __init__(self, file: BpaFile, *, today: dt.date | None = None, actor: str = "") -> None:
        self.file = file
        self.actor = actor
        self._today = today
        self._observers: list[Observer] = []
        self._aside = ""

    @property
    def records(self) -> Records:
        """The records of the file."""
        return self.file.records

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return self.file.read_only

    @property
    def notice(self) -> BpaError | None:
        """Why the file is read-only, when nobody asked for that."""
        return self.file.notice

    @property
    def today(self) -> dt.date:
        """The Danish calendar day."""
        return self._today or dt.datetime.now(ZONE).date()

    def now(self) -> dt.datetime:
        """What a Danish wall clock shows, in whole minutes."""
        now = dt.datetime.now(ZONE).replace(tzinfo=None, second=0, microsecond=0)
        return now if self._today is None else dt.datetime.combine(self._today, now.time())

    def scheme(self) -> Scheme | None:
        """The scheme, once it has been written."""
        return next(iter(self.records.all(Scheme)), None)

    def helper_names(self) -> Mapping[str, str]:
        """Every helper's name by id."""
        return {helper.id: helper.name for helper in self.records.all(Helper)}

    @contextmanager
    def operation(self, message: str, **texts: str) -> Iterator[Operation]:
        """One user action: a transaction, a line in the journal, then news to the observers.

        ``message`` is a msgid that names the action, with ``{name}`` where a text goes. What it
        changes in a month that is closed is noted there, see `aside`.
        """
        if self.read_only:
            raise ReadOnly
        self._aside = ""
        label = Label(message, texts)
        with self.records.operation(label, self.actor) as operation:
            yield operation
            corrected = note_corrections(self, operation, label_text(label))
        self._aside = corrected_words(corrected)
        self._announce(operation.changed)

    def aside(self) -> str:
        """A sentence on what the newest action did besides what it was asked for, given once."""
        told, self._aside = self._aside, ""
        return told

    def save(self, record: Record, message: str, **texts: str) -> Record:
        """Save one record as an action of its own and give it back with its id."""
        with self.operation(message, **texts) as operation:
            return operation.save(record)

    def forget(self, erasure: Erasure, message: str, **texts: str) -> Forgotten:
        """Delete a person for good; it cannot be undone, nor what was done before it."""
        from bpa_desktop.storage.forgetting import forget  # noqa: PLC0415 - rarely needed

        if self.read_only:
            raise ReadOnly
        self._aside = ""
        done = forget(self.records, erasure, Label(message, texts), self.actor)
        self._announce(done.changed)
        return done

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell ``observer`` the names of the types each action changed; call the result to stop."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def undo_text(self) -> str | None:
        """The name of the action that would be undone."""
        return _worded(self.records.journal.to_undo())

    def redo_text(self) -> str | None:
        """The name of the action that would be done again."""
        return _worded(self.records.journal.to_redo())

    def undo(self) -> str:
        """Take back the newest action and say what was taken back."""
        text = self.undo_text()
        self._step(self.records.undo)
        return _("Undone: {what}.").format(what=text) if text else _("There is nothing to undo.")

    def redo(self) -> str:
        """Do again what was undone last and say what it was."""
        text = self.redo_text()
        self._step(self.records.redo)
        return (
            _("Done again: {what}.").format(what=text) if text else _("There is nothing to redo.")
        )

    def _step(self, step: Callable[[], frozenset[str]]) -> None:
        if self.read_only:
            raise ReadOnly
        self._announce(step())

    def _announce(self, changed: frozenset[str]) -> None:
        for observer in tuple(self._observers) if changed else ():
            observer(changed)

    def verify(self) -> None:
        """Look at every page of the file; raises ``FileDamaged``."""
        self.file.check()

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def label_text(label: Label) -> str:
    """The name of an action in the active language; an old one may be known no more."""
    try:
        return _(label.message).format(**label.texts)
    except (LookupError, ValueError):
        return label.message


def _worded(entry: Entry | None) -> str | None:
    return None if entry is None else label_text(entry.label)


def open_session(
    path: Path,
    key: Key,
    *,
    read_only: bool = False,
    verify: bool = False,
    today: dt.date | None = None,
    actor: str = "",
) -> Session:
    """Open a file for use; raises a ``BpaError`` that says why it cannot.

    ``verify`` looks at every page first, so that damage is found before anything is built on it.
    """
    file = files.open_file(path, key, _Types(), read_only=read_only, verify=verify)
    return Session(file, today=today, actor=actor)


def make(path: Path, key: Key, *, today: dt.date | None = None, actor: str = "") -> Session:
    """Make a new file and open it for use."""
    return Session(files.make(path, key, _Types()), today=today, actor=actor)
