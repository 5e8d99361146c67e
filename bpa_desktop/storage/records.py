"""Finds and saves records of every declared type."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from bpa_desktop.domain.record import Record, Value, fields_of
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.codec import (
    Misfit,
    Unreadable,
    cell_readers,
    from_plain,
    to_cells,
    to_plain,
)
from bpa_desktop.storage.connection import telling
from bpa_desktop.storage.contents import Contents
from bpa_desktop.storage.journal import DONE, UNDONE, Journal
from bpa_desktop.storage.kept import Kept
from bpa_desktop.storage.operation import Gone, Operation, Refused, StillReferredTo
from bpa_desktop.storage.reach import Reaches

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.storage.codec import Plain
    from bpa_desktop.storage.connection import Connection
    from bpa_desktop.storage.journal import Entry, Label

__all__ = [
    "CannotUndo",
    "Gone",
    "Operation",
    "RecordUnreadable",
    "Records",
    "Refused",
    "StillReferredTo",
]

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Rows = list[tuple[Any, ...]]

_AT_ONCE: Final = 500


class RecordUnreadable(BpaError):
    """A row does not make a record of its type."""

    sentence = N_(
        "Something in the file cannot be read by this version of the program. "
        "Install the newest version, or fetch the newest copy from your backup."
    )


class CannotUndo(BpaError):
    """What the journal keeps does not make a record of its type any more."""

    sentence = N_("This can no longer be undone or done again. Nothing was changed.")


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return ("id", *(field.name for field in fields_of(cast("type[Record]", kind))))


@cache
def _columns(kind: Hashable) -> str:
    return ", ".join(f'"{name}"' for name in _names(kind))


@cache
def _insert(kind: Hashable) -> str:
    """Writes a new row whose cells are the id and the declared fields in order."""
    record = cast("type[Record]", kind)
    marks = ", ".join("?" * len(_names(kind)))
    return f'INSERT INTO "{record.type_name}" ({_columns(kind)}) VALUES ({marks})'  # noqa: S608


@cache
def _upsert(kind: Hashable) -> str:
    """The same where the row may be there already; it takes a third longer."""
    names = [f'"{field.name}"' for field in fields_of(cast("type[Record]", kind))]
    changes = ", ".join(f"{name} = excluded.{name}" for name in names)
    return f'{_insert(kind)} ON CONFLICT ("id") DO UPDATE SET {changes}'


def _points_at(kind: type[Value], type_name: str) -> bool:
    return _points_inside(kind, type_name) or any(
        field.about.refers_to == type_name for field in fields_of(kind)
    )


def _points_inside(kind: type[Value], type_name: str) -> bool:
    return any(
        _points_at(field.kind, type_name)
        if issubclass(field.kind, Value)
        else field.many and field.about.refers_to == type_name
        for field in fields_of(kind)
    )


class Records:
    """All records of one open file.

    ``types`` maps the name of each record type to its class. Reading is free; every change
    happens inside ``operation`` and is written to the journal.

    Records come in the order of their ids, which for those made here is the order in which they
    were made, also after a deletion was undone.
    """

    def __init__(self, connection: Connection, types: Mapping[str, type[Record]]) -> None:
        self.connection = connection
        self.types = types
        self.journal = Journal(connection)
        self.contents = Contents(connection, types)
        self._kept = Kept(connection)
        self._reaches = Reaches(connection)
        self._database: Database | None = None
        self._operation: Operation | None = None

    @property
    def database(self) -> Database:
        """The file as sqlite-utils sees it; made when something is first written."""
        if self._database is None:
            from sqlite_utils import Database  # noqa: PLC0415 - slow, not needed for reading

            self._database = Database(self.connection)
        return self._database

    def get(self, kind: type[R], record_id: str) -> R:
        """The record with that id; raises ``Gone`` when there is none."""
        found = self._select(kind, "WHERE id = ?", (record_id,))
        if not found:
            raise Gone
        return found[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of that type."""
        state = self._kept.state()
        kept = self._kept.find(kind, state)
        if kept is not None:
            return cast("tuple[R, ...]", kept)
        found = self._select(kind, "ORDER BY id", ())
        self._kept.keep(kind, state, found)
        return found

    def worked_out(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` works out of the file, remembered under ``key`` until the file changes."""
        return cast("T", self._kept.worked_out(key, make))

    def where(self, kind: type[R], /, **equal: object) -> tuple[R, ...]:
        """Every record whose fields have these plain values."""
        clause = " AND ".join(f'"{name}" IS ?' for name in equal) or "TRUE"
        return self._select(kind, f"WHERE {clause} ORDER BY id", tuple(equal.values()))

    def with_ids(self, kind: type[R], ids: Iterable[str]) -> tuple[R, ...]:
        """Every record that has one of these ids."""
        wanted = sorted(set(ids))
        found: list[R] = []
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            found.extend(self._select(kind, f"WHERE id IN ({marks}) ORDER BY id", tuple(some)))
        return tuple(found)

    def stored(self, kind: type[R], ids: Iterable[str]) -> tuple[R, ...]:
        """Every record that has one of these ids, without what an operation has yet to write."""
        under_way, self._operation = self._operation, None
        try:
            return self.with_ids(kind, ids)
        finally:
            self._operation = under_way

    def referring(self, kind: type[R], type_name: str, record_id: str) -> tuple[R, ...]:
        """Every record of that type that may refer to the one given: all that do, and perhaps more.

        What a list or a group inside a record refers to is not looked at here.
        """
        if _points_inside(kind, type_name):
            return self.all(kind)
        pointing = [field for field in fields_of(kind) if field.about.refers_to == type_name]
        clause = " OR ".join(f'"{field.name}" IS ?' for field in pointing)
        if not clause:
            return ()
        return self._select(kind, f"WHERE {clause} LIMIT 1", (record_id,) * len(pointing))

    def overlapping(self, kind: type[R], start: str, end: str, span: Span) -> tuple[R, ...]:
        """Every record whose stretch from field ``start`` to field ``end`` meets ``span``."""
        begun = self._starts(kind, (start, end), span)
        clause = f'WHERE "{start}" > ? AND "{start}" < ? AND "{end}" > ? ORDER BY "{start}", id'
        return self._select(kind, clause, (begun[0], span[1], span[0]))

    def cells(
        self, kind: type[Record], names: Sequence[str], span: Span | None, over: Sequence[str]
    ) -> Rows:
        """Raw cells of the named columns, for sums over many records.

        ``over`` names pairs of start and end columns; a row is taken when any pair meets
        ``span``. The first pair is never empty, and what a later one leaves empty is as in the
        first. Without a span every row is taken. Rows come in the order in which they were made.
        """
        columns = ", ".join(f'"{name}"' for name in names)
        query = f'SELECT {columns} FROM "{kind.type_name}"'  # noqa: S608 - names are declared
        if span is None:
            return self._rows(query)
        pairs = [
            f'(coalesce("{start}", "{over[0]}") < ? AND coalesce("{end}", "{over[1]}") > ?)'
            for start, end in zip(over[::2], over[1::2], strict=True)
        ]
        begun = self._starts(kind, tuple(over), span)
        clause = f'"{over[0]}" > ? AND "{over[0]}" < ? AND ({" OR ".join(pairs)})'
        values = (*begun, *((span[1], span[0]) * len(pairs)))
        return self._rows(f"{query} WHERE {clause} ORDER BY +rowid", values)

    def _starts(self, kind: type[Record], over: tuple[str, ...], span: Span) -> Span:
        if self._operation is not None:
            self._operation.flush()
        return self._reaches.starts(kind.type_name, over, span)

    def has_any(self, type_name: str) -> bool:
        """Whether there is a record of the type by that name; its class is not needed for it."""
        return bool(list(self._rows(f'SELECT 1 FROM "{type_name}" LIMIT 1')))  # noqa: S608

    def count(self, kind: type[Record]) -> int:
        """How many records of that type there are."""
        query = f'SELECT count(*) FROM "{kind.type_name}"'  # noqa: S608 - names are declared
        return int(self._rows(query)[0][0])

    def texts(self, type_name: str, column: str) -> frozenset[str]:
        """Every text in a column; the type itself need not be known to read them."""
        query = f'SELECT DISTINCT "{column}" FROM "{type_name}"'  # noqa: S608 - names are declared
        return frozenset(text for (text,) in self._rows(query))

    def fit(self) -> bool:
        """Whether the tables of the file have every declared column."""
        for name, kind in self.types.items():
            there = {row[1] for row in self._rows(f'PRAGMA table_info("{name}")')}
            if not {"id", *(field.name for field in fields_of(kind))} <= there:
                return False
        return True

    def _select(self, kind: type[R], clause: str, values: tuple[object, ...]) -> tuple[R, ...]:
        query = f'SELECT {_columns(cast("Hashable", kind))} FROM "{kind.type_name}" {clause}'  # noqa: S608
        return tuple(_record(kind, row) for row in self._rows(query, values))

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> Rows:
        if self._operation is not None:
            self._operation.flush()
        with telling(self.connection, reading=True):
            return cast("Rows", self.connection.execute(query, values).fetchall())

    @contextmanager
    def operation(self, label: Label, actor: str) -> Iterator[Operation]:
        """One transaction and one line in the journal; nothing is kept when the block raises."""
        with self.transaction():
            self._operation = Operation(self)
            try:
                yield self._operation
                self._operation.finish()
                if changes := self._operation.changes:
                    self.journal.write(self.database, label, actor, changes)
            finally:
                self._operation = None

    def undo(self) -> frozenset[str]:
        """Take back the newest operation; the names of the types that changed."""
        return self._step(self.journal.to_undo(), UNDONE, backwards=True)

    def redo(self) -> frozenset[str]:
        """Do again what was undone last; the names of the types that changed."""
        return self._step(self.journal.to_redo(), DONE, backwards=False)

    def _step(self, entry: Entry | None, state: str, *, backwards: bool) -> frozenset[str]:
        if entry is None:
            return frozenset()
        sides: dict[str, dict[str, dict[str, Any] | None]] = defaultdict(dict)
        changes = self.journal.changes(entry.id)
        for change in changes[::-1] if backwards else changes:
            sides[change.record_type][change.record_id] = change.side(before=backwards)
        with self.transaction():
            for name, plains in sides.items():
                revived = _revived(self.types, name, plains)
                self.put(name, [(one, to_plain(one)) for one in revived])
                self.drop(name, [key for key, plain in plains.items() if plain is None])
            self.journal.mark(self.database, entry.id, state)
        return frozenset(sides)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written, or nothing; only for what writes the journal itself."""
        if self.connection.in_transaction:
            raise RuntimeError("an operation is under way already")
        with telling(self.connection), self.database.atomic():
            # The order in which records are written does not matter; the end must fit.
            self.connection.execute("PRAGMA defer_foreign_keys = ON")
            yield

    def put(
        self, type_name: str, records: Iterable[tuple[Record, Plain]], *, new: bool = False
    ) -> None:
        """Write rows of records and their plain values, changed or new; only for an operation.

        With ``new`` none of them is there yet.
        """
        rows = [(one.id, *to_cells(one, plain)) for one, plain in records]
        query = (_insert if new else _upsert)(cast("Hashable", self.types[type_name]))
        self.connection.executemany(query, rows)
        self._reaches.widen(type_name, _names(cast("Hashable", self.types[type_name])), rows)

    def drop(self, type_name: str, ids: Sequence[str]) -> None:
        """Take rows away; only for an operation."""
        table: Any = self.database[type_name]
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            table.delete_where(f"id IN ({', '.join('?' * len(some))})", some)


def _record(kind: type[R], row: tuple[Any, ...]) -> R:
    names, readers = cell_readers(kind)  # type: ignore[arg-type]
    values = dict(zip(names, row, strict=True))
    try:
        for name, read in readers:
            if values[name] is not None:
                values[name] = read(values[name])
    except (Misfit, Unreadable, LookupError, ValueError, ArithmeticError, TypeError) as error:
        raise RecordUnreadable from error
    return kind(**values)


def _revived(
    types: Mapping[str, type[Record]], name: str, plains: Mapping[str, Mapping[str, Any] | None]
) -> list[Record]:
    try:
        return [
            from_plain(types[name], plain, id=record_id)
            for record_id, plain in plains.items()
            if plain is not None
        ]
    except (Unreadable, KeyError) as error:
        raise CannotUndo from error
