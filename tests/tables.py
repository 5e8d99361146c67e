"""The tables of a new file: made step by step once, and from then on as those steps left them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from bpa_desktop.storage import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

_MADE = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
_SEEN = "SELECT * FROM _sqlite_migrations"

make_step_by_step = migrations.upgrade


class _Tables(NamedTuple):
    """What the steps left in an empty file: its tables, and what they wrote down of themselves."""

    statements: tuple[str, ...]
    steps: tuple[tuple[Any, ...], ...]


class Tables:
    """Stands in for `migrations.upgrade`; a file that is not empty is still upgraded by it."""

    def __init__(self) -> None:
        self._made: _Tables | None = None

    def upgrade(self, database: Database) -> None:
        connection: Any = database.conn
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            make_step_by_step(database)
        elif self._made is None:
            make_step_by_step(database)
            statements = tuple(row[0] for row in connection.execute(_MADE))
            self._made = _Tables(statements, tuple(map(tuple, connection.execute(_SEEN))))
        else:
            self._copy(database, self._made)

    @staticmethod
    def _copy(database: Database, made: _Tables) -> None:
        connection: Any = database.conn
        with database.atomic():
            for statement in made.statements:
                connection.execute(statement)
            for step in made.steps:
                connection.execute("INSERT INTO _sqlite_migrations VALUES (?, ?, ?, ?)", step)
            connection.execute(f"PRAGMA user_version = {migrations.SCHEMA}")
