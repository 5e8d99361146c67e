"""Making a table for a record type, and giving one more columns; for the steps of the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    Columns = dict[str, type]


def table(
    database: Database,
    name: str,
    columns: Columns,
    *,
    may_be_empty: tuple[str, ...] = (),
    refers: tuple[tuple[str, str], ...] = (),
) -> None:
    """Make the table ``name`` with an id and ``columns``.

    ``refers`` pairs a column with the table whose id it holds; those in ``may_be_empty`` may
    hold nothing.
    """
    made: Any = database[name]
    made.create(
        {"id": str, **columns},
        pk="id",
        not_null=set(columns) - set(may_be_empty),
        foreign_keys=[(column, other, "id") for column, other in refers],
        strict=True,
    )


def add_columns(database: Database, added: Iterable[tuple[str, str, str]]) -> None:
    """Add columns: the table, the column, and how it is declared in SQL."""
    for name, column, declared in added:
        database.conn.execute(f'ALTER TABLE "{name}" ADD COLUMN "{column}" {declared}')
