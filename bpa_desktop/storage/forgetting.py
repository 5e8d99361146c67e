"""Deletes a person from the file for good: records, journal, attachments, and the freed pages.

All of it is one transaction, so a program that is stopped leaves everything or nothing. Nothing of
it can be undone, nor anything that was done before it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.forgetting import remains
from bpa_desktop.domain.record import Value, fields_of, targets
from bpa_desktop.errors import BpaError
from bpa_desktop.storage import journal_cleaning
from bpa_desktop.storage.codec import to_plain
from bpa_desktop.storage.connection import settle, telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.forgetting import Erasure
    from bpa_desktop.domain.record import Field, Record
    from bpa_desktop.storage.journal import Label
    from bpa_desktop.storage.records import Records

Key = tuple[str, str]

_ID_BYTES: Final = 12


class Forgotten(NamedTuple):
    """What a deletion did: the types that changed, and how many records went."""

    changed: frozenset[str]
    removed: int


def forget(records: Records, erasure: Erasure, label: Label, actor: str) -> Forgotten:
    """Delete the person of ``erasure``; one line in the journal tells ``label``."""
    with telling(records.connection):
        # What is deleted is overwritten, not only given free.
        records.connection.execute("PRAGMA secure_delete = ON")
    with records.transaction():
        erasure = _under_new_id(records, erasure)
        changed = _Changes(records, erasure)
        changed.work_out()
        changed.write()
        journal_cleaning.clean(records, erasure, changed.removed)
        journal_cleaning.note(records, label, actor)
        records.contents.drop_unused()
    _sweep(records)
    return Forgotten(changed.types, len(changed.removed))


def _sweep(records: Records) -> None:
    """Build the file anew, so that no freed page is left; without room it is done another time.

    What was deleted is overwritten already.
    """
    with suppress(BpaError), telling(records.connection):
        settle(records.connection)
        records.connection.execute("VACUUM")
        settle(records.connection)


class _Changes:
    """What is left of every record, and what goes."""

    def __init__(self, records: Records, erasure: Erasure) -> None:
        self._records = records
        self._erasure = erasure
        self._kept: dict[Key, Record] = {}
        self.removed: set[Key] = set()

    @property
    def types(self) -> frozenset[str]:
        """The names of the types that changed."""
        return frozenset(name for name, _id in (*self._kept, *self.removed))

    def work_out(self) -> None:
        """Ask of every record what is left, and let go of what belonged to one that goes."""
        for kind in self._records.types.values():
            for record in self._records.all(kind):
                self._take(record, remains(record, self._erasure))
        while self._cut_loose():
            pass

    def _take(self, record: Record, left: Record | None) -> None:
        key = (record.type_name, record.id)
        if left is None:
            self.removed.add(key)
            self._kept.pop(key, None)
        elif left != record:
            self._kept[key] = left

    def _cut_loose(self) -> bool:
        """Take away what needs a record that goes, once; whether there was any."""
        before = len(self.removed)
        gone = {name for name, _id in self.removed}
        for kind in self._records.types.values():
            if any(field.about.refers_to in gone for field in fields_of(kind)):
                for record in self._records.all(kind):
                    self._loosen(self._kept.get((record.type_name, record.id), record))
        return len(self.removed) > before

    def _loosen(self, record: Record) -> None:
        key = (record.type_name, record.id)
        lost = {target for target in targets(record) if target in self.removed}
        if lost and key not in self.removed:
            fields = [one for one in fields_of(type(record)) if _points_at(record, one, lost)]
            needed = any(one.required or not one.optional for one in fields)
            loose: dict[str, Any] = {one.name: None for one in fields}
            free = None if needed else replace(record, **loose)
            self._take(record, free)

    def write(self) -> None:
        """Write what is left and take away what goes."""
        for kind in self._records.types.values():
            name = kind.type_name
            left = [one for (of, _id), one in self._kept.items() if of == name]
            self._records.put(name, [(one, to_plain(one)) for one in left])
            self._records.drop(name, [one for of, one in self.removed if of == name])


def _points_at(record: Record, field: Field, lost: set[Key]) -> bool:
    return (field.about.refers_to, getattr(record, field.name)) in lost


def _under_new_id(records: Records, erasure: Erasure) -> Erasure:
    """Give the helper, and whatever is called after them, ids that tell of nobody."""
    if not erasure.is_helper:
        return erasure
    old, new = erasure.id, _fresh_id()
    _rename(records, erasure.type_name, old, new)
    for table, column in _json_columns(records):
        _replace(records, table, column, *_quoted(old, new))
    for column in ("before", "after"):
        _replace(records, "journal_change", column, *_quoted(old, new))
    _replace(records, "postponed", "subject", old, new)
    for type_name, record_id in list(_named_after(records, old, erasure)):
        _rename(records, type_name, record_id, _fresh_id())
    return replace(erasure, id=new)


def _quoted(*texts: str) -> Iterator[str]:
    """The texts as they stand inside JSON."""
    return (json.dumps(text, ensure_ascii=False) for text in texts)


def _fresh_id() -> str:
    return os.urandom(_ID_BYTES).hex()


def _named_after(records: Records, old: str, erasure: Erasure) -> Iterator[Key]:
    """Records whose own id holds the helper's, or a name, as in a file that was brought in."""
    words = {old.casefold(), *(one.casefold() for one in erasure.called)} - {""}
    for name in records.types:
        query = f'SELECT id FROM "{name}"'  # noqa: S608 - names are declared
        for (record_id,) in records.connection.execute(query).fetchall():
            if record_id != erasure.id and any(one in record_id.casefold() for one in words):
                yield name, record_id


def _rename(records: Records, type_name: str, old: str, new: str) -> None:
    execute = records.connection.execute
    execute(f'UPDATE "{type_name}" SET id = ? WHERE id = ?', (new, old))  # noqa: S608 - declared
    for name, kind in records.types.items():
        for field in fields_of(kind):
            if field.about.refers_to == type_name and not field.many:
                query = f'UPDATE "{name}" SET "{field.name}" = ? WHERE "{field.name}" = ?'  # noqa: S608
                execute(query, (new, old))
    query = "UPDATE journal_change SET record_id = ? WHERE record_type = ? AND record_id = ?"
    execute(query, (new, type_name, old))


def _json_columns(records: Records) -> Iterator[tuple[str, str]]:
    """Where lists and groups of fields are kept, which may hold an id."""
    for name, kind in records.types.items():
        for field in fields_of(kind):
            if field.many or issubclass(field.kind, Value):
                yield name, field.name


def _replace(records: Records, table: str, column: str, old: Any, new: Any) -> None:
    query = (
        f'UPDATE "{table}" SET "{column}" = replace("{column}", ?1, ?2)'  # noqa: S608 - declared
        f' WHERE instr("{column}", ?1) > 0'
    )
    records.connection.execute(query, (old, new))
