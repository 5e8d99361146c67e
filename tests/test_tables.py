"""A file with copied tables is the same as one whose tables were made step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.services.session import make
from bpa_desktop.storage import migrations
from tests.storage.samples import key
from tests.tables import Tables, make_step_by_step

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

_ALL = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def all_of(path: Path) -> tuple[list[tuple[object, ...]], int, list[str]]:
    with make(path, key()) as session:
        connection = session.records.connection
        steps = connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id").fetchall()
        return (
            [tuple(row) for row in connection.execute(_ALL)],
            migrations.schema_of(connection),
            [row[0] for row in steps],
        )


def test_copied_tables_are_those_that_were_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = Tables()
    monkeypatch.setattr(migrations, "upgrade", make_step_by_step)
    stepped = all_of(tmp_path / "a.bpa")
    monkeypatch.setattr(migrations, "upgrade", copied.upgrade)
    assert all_of(tmp_path / "b.bpa") == stepped
    monkeypatch.setattr(migrations, "steps", None)
    assert all_of(tmp_path / "c.bpa") == stepped
    assert stepped[0]
    assert stepped[1] == migrations.SCHEMA
