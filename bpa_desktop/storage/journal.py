"""The journal: every operation with who, when, in which words, and each row before and after.

Undo, redo and history all read it, so they survive a restart.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.errors import NOTHING
from bpa_desktop.storage.connection import telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

    from bpa_desktop.storage.connection import Connection

DONE: Final = "done"
UNDONE: Final = "undone"
DROPPED: Final = "dropped"
"""Undone, and then passed over by a newer operation, so it cannot be done again."""
SEALED: Final = "sealed"
"""From before an upgrade of the file, so it can be neither undone nor done again."""


class Label(NamedTuple):
    """What an operation is called: a msgid and the values that go into it."""

    message: str
    texts: Mapping[str, str] = NOTHING


class Entry(NamedTuple):
    """One line of the journal; ``at`` is in UTC."""

    id: int
    at: dt.datetime
    actor: str
    label: Label
    state: str


class Change(NamedTuple):
    """What one operation did to one record; ``None`` means: it was not there."""

    record_type: str
    record_id: str
    before: str | None
    after: str | None

    def side(self, *, before: bool) -> dict[str, Any] | None:
        """The record's plain values before or after."""
        text = self.before if before else self.after
        return None if text is None else json.loads(text)


_CHANGE: Final = (
    "INSERT INTO journal_change (operation, record_type, record_id, before, after)"
    " VALUES (?, ?, ?, ?, ?)"
)
_ENTRY: Final = "SELECT id, at, actor, message, texts, state FROM journal"


class Journal:
    """Reads and writes the journal of one open file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(
        self, database: Database, label: Label, actor: str, changes: Iterable[Change]
    ) -> None:
        """Add an operation; what was undone before can no longer be done again."""
        self._connection.execute("UPDATE journal SET state = ? WHERE state = ?", (DROPPED, UNDONE))
        journal: Any = database["journal"]
        operation = journal.insert(
            {
                "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
                "actor": actor,
                "message": label.message,
                "texts": json.dumps(dict(label.texts), ensure_ascii=False),
                "state": DONE,
            },
            pk="id",
        ).last_pk
        self._connection.executemany(_CHANGE, [(operation, *change) for change in changes])

    def mark(self, database: Database, operation: int, state: str) -> None:
        """Set the state of an operation."""
        database["journal"].update(operation, {"state": state})  # type: ignore[union-attr]

    def to_undo(self) -> Entry | None:
        """The newest operation that stands, or ``None``."""
        return self._one("WHERE state = ? ORDER BY id DESC LIMIT 1", (DONE,))

    def to_redo(self) -> Entry | None:
        """The operation that was undone last, or ``None``."""
        return self._one("WHERE state = ? ORDER BY id LIMIT 1", (UNDONE,))

    def entries(self, limit: int = 100) -> tuple[Entry, ...]:
        """The newest operations, newest first."""
        return self._many("ORDER BY id DESC LIMIT ?", (limit,))

    def told(
        self, messages: Iterable[str], since: dt.datetime, until: dt.datetime
    ) -> tuple[Entry, ...]:
        """The operations that stand and have one of these msgids, oldest first.

        They were done from ``since`` to before ``until``, both in UTC.
        """
        wanted = sorted(set(messages))
        marks = ", ".join("?" * len(wanted))
        clause = (
            f"WHERE message IN ({marks}) AND at >= ? AND at < ? AND state IN (?, ?) ORDER BY id"
        )
        edges = (one.isoformat(timespec="seconds") for one in (since, until))
        return self._many(clause, (*wanted, *edges, DONE, SEALED))

    def history(self, record_type: str, record_id: str | None = None) -> tuple[Entry, ...]:
        """The operations that touched a record, or any record of a type, newest first."""
        clause = "record_type = ?" + ("" if record_id is None else " AND record_id = ?")
        values = (record_type,) if record_id is None else (record_type, record_id)
        touched = f"SELECT operation FROM journal_change WHERE {clause}"  # noqa: S608 - fixed texts
        return self._many(f"WHERE id IN ({touched}) ORDER BY id DESC", values)

    def changes(self, operation: int) -> tuple[Change, ...]:
        """What an operation changed, in the order in which it did."""
        query = (
            "SELECT record_type, record_id, before, after FROM journal_change"
            " WHERE operation = ? ORDER BY id"
        )
        return tuple(Change(*row) for row in self._rows(query, (operation,)))

    def record_changes(self, record_type: str, record_id: str) -> list[tuple[Entry, Change]]:
        """Each operation that touched a record with what it did to it, newest first."""
        query = (
            "SELECT j.id, j.at, j.actor, j.message, j.texts, j.state,"
            " c.record_type, c.record_id, c.before, c.after"
            " FROM journal_change AS c JOIN journal AS j ON j.id = c.operation"
            " WHERE c.record_type = ? AND c.record_id = ? ORDER BY c.id DESC"
        )
        rows = self._rows(query, (record_type, record_id))
        return [(_entry(row[:6]), Change(*row[6:])) for row in rows]

    def past_states(
        self, record_type: str, field: str, at_least: str
    ) -> tuple[tuple[str, dict[str, Any]], ...]:
        """Every state that a record of the type was in, by its id, oldest first.

        Only states whose ``field`` is a text not before ``at_least``; an operation that was undone
        counts like any other. The values are plain, as they were kept then.
        """
        path = f"$.{field}"
        query = (
            "SELECT record_id, state FROM ("
            " SELECT id, 0 AS side, record_id, before AS state FROM journal_change"
            " WHERE record_type = ?1 AND json_extract(before, ?2) >= ?3"
            " UNION ALL"
            " SELECT id, 1, record_id, after FROM journal_change"
            " WHERE record_type = ?1 AND json_extract(after, ?2) >= ?3"
            ") ORDER BY id, side"
        )
        rows = self._rows(query, (record_type, path, at_least))
        return tuple((record_id, json.loads(state)) for record_id, state in rows)

    def _one(self, clause: str, values: tuple[object, ...]) -> Entry | None:
        return next(iter(self._many(clause, values)), None)

    def _many(self, clause: str, values: tuple[object, ...]) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in self._rows(f"{_ENTRY} {clause}", values))

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with telling(self._connection, reading=True):
            return list(self._connection.execute(query, values))


def _entry(row: tuple[Any, ...]) -> Entry:
    number, at, actor, message, texts, state = row
    return Entry(
        number, dt.datetime.fromisoformat(at), actor, Label(message, json.loads(texts)), state
    )
