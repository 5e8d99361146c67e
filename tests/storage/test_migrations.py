"""A file from an older version is brought up to date, whole or not at all, and kept beside."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import LANGUAGES, explain, speaking
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import codec, keys, migrations
from bpa_desktop.storage.file import FromOlderVersion, UpgradeFailed
from bpa_desktop.storage.journal import SEALED
from bpa_desktop.storage.refusals import DiskFull
from tests.databases import make_database
from tests.storage.disks import small_disk
from tests.storage.samples import beside, key, sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database, Migrations

    from bpa_desktop.domain.record import Field
    from bpa_desktop.services.session import Session

    Step = Callable[[Database], None]

DATABASES = sorted(make_database.FOLDER.glob("schema-*.bpa"))


def columns(session: Session, table: str) -> dict[str, tuple[str, bool]]:
    """The SQLite type of each column, and whether it must be filled."""
    rows = session.records.connection.execute(f'PRAGMA table_info("{table}")')
    return {name: (kind, bool(filled)) for _, name, kind, filled, _, _ in rows}


def declared(field: Field) -> tuple[str, bool]:
    kinds = {str: "TEXT", int: "INTEGER"}
    return kinds[codec.column_type(field)], not field.optional


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return make(tmp_path / "a.bpa", key())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_table_has_just_the_columns_the_record_declares(session: Session, kind: Any) -> None:
    expected = {field.name: declared(field) for field in fields_of(kind.record)}
    there = columns(session, kind.name)
    assert there.pop("id")[0] == "TEXT"
    assert there == expected
    session.close()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_table_refers_to_just_what_the_record_refers_to(session: Session, kind: Any) -> None:
    rows = session.records.connection.execute(f'PRAGMA foreign_key_list("{kind.name}")')
    expected = {
        (field.name, field.about.refers_to)
        for field in fields_of(kind.record)
        if field.about.refers_to and not field.many
    }
    assert {(row[3], row[2]) for row in rows} == expected
    session.close()


def test_every_table_is_strict_and_knows_its_key(session: Session) -> None:
    tables = {
        row[1]: bool(row[5]) for row in session.records.connection.execute("PRAGMA table_list")
    }
    ours = {kind.name for kind in KINDS} | {"journal", "journal_change", "content"}
    assert all(tables[name] for name in ours)
    assert session.records.fit()
    session.close()


def test_sorting_never_leaves_readable_traces_on_the_disk(session: Session) -> None:
    options = {row[0] for row in session.records.connection.execute("PRAGMA compile_options")}
    assert options & {"TEMP_STORE=2", "TEMP_STORE=3"}
    session.close()


def test_the_newest_step_has_a_file_that_stands_for_it() -> None:
    assert f"schema-{migrations.SCHEMA}.bpa" in {path.name for path in DATABASES}
    assert len(migrations.steps()._migrations) == migrations.SCHEMA


@pytest.mark.parametrize("path", DATABASES, ids=lambda path: path.stem)
def test_the_file_of_every_schema_opens_with_all_that_is_in_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    with open_session(copy, keys.parse(make_database.PASSPHRASE), verify=True) as session:
        now = json.loads(export_text(session))["records"]
        entries = len(session.records.journal.entries())
        assert session.undo_text() or path.stem != f"schema-{migrations.SCHEMA}"
    then = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["records"]
    assert entries == len(then)
    for name, records in then.items():
        for old, new in zip(records, now[name], strict=True):
            assert _still(old, new) == old


def _still(old: Any, new: Any) -> Any:
    """What ``new`` has of that which was there before, in every group of fields."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {field: _still(value, new.get(field)) for field, value in old.items()}
    if isinstance(old, list) and isinstance(new, list):
        return [_still(*pair) for pair in zip(old, new, strict=True)]
    return new


# Upgrades, with steps that no release has


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of the schema as it is, with a helper, a shift, and something undone."""
    path = tmp_path / "a.bpa"
    with make(path, key()) as session:
        helper = session.save(sample(Helper, {}, first_name="Anna"), "add")
        session.save(sample(Shift, {"helper": helper.id}), "add")
        session.save(sample(Helper, {}), "add")
        session.undo()
    return path


def next_version(monkeypatch: pytest.MonkeyPatch, *more: Step) -> None:
    """A version of the program that has these steps too."""
    first = migrations.steps

    def steps() -> Migrations:
        every = first()
        for number, step in enumerate(more):
            every(name=f"more_{number}")(step)
        return every

    monkeypatch.setattr(migrations, "steps", steps)
    monkeypatch.setattr(migrations, "SCHEMA", migrations.SCHEMA + len(more))


def turn_names_round(database: Database) -> None:
    """Build a table anew that others point at, in both ways there are."""
    table: Any = database["helper"]
    table.transform(column_order=["id", "last_name", "first_name"])
    made = database.conn.execute("SELECT sql FROM sqlite_master WHERE name = 'helper'")
    anew = made.fetchone()[0].replace('"helper"', '"anew"', 1)
    for query in (
        anew,
        "INSERT INTO anew SELECT * FROM helper",
        "DROP TABLE helper",
        "ALTER TABLE anew RENAME TO helper",
        "UPDATE helper SET last_name = 'Upgraded'",
    ):
        database.conn.execute(query)


def count_shifts(database: Database) -> None:
    table: Any = database["shift_count"]
    table.create({"id": int, "count": int}, pk="id", strict=True)


def test_an_upgrade_keeps_a_copy_and_all_records(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    next_version(monkeypatch, turn_names_round, count_shifts)
    today = dt.datetime.now(dt.UTC).date()
    with open_session(old, key(), verify=True) as session:
        assert [one.last_name for one in session.records.all(Helper)] == ["Upgraded"]
        assert session.records.count(Shift) == 1
        connection = session.records.connection
        assert migrations.schema_of(connection) == migrations.SCHEMA
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    copies = beside(old)
    assert copies == {f"a.before-upgrade-{migrations.SCHEMA - 2}-{today}.bpa"}
    copy = old.with_name(copies.pop())
    assert len(copy.read_bytes()) == len(before)
    old.write_bytes(copy.read_bytes())
    open_session(old, key()).close()
    assert copy.with_stem(f"{copy.stem}-2").exists()


def test_what_was_done_before_an_upgrade_stands(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch, turn_names_round)
    with open_session(old, key()) as session:
        assert session.undo_text() is None
        assert session.redo_text() is None
        assert {entry.state for entry in session.records.journal.entries()} == {SEALED}
        session.save(sample(Helper, {}), "add")
        assert session.undo_text() == "add"
        session.undo()
        assert session.undo_text() is None
        assert session.records.count(Helper) == 1


def test_a_file_is_brought_up_to_date_once(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    next_version(monkeypatch, turn_names_round)
    open_session(old, key()).close()
    after, copies = old.read_bytes(), beside(old)
    open_session(old, key()).close()
    assert old.read_bytes() == after
    assert beside(old) == copies


def fall_over(_database: Database) -> None:
    raise KeyError("a fault in a step")


def leave_loose_ends(database: Database) -> None:
    database.conn.execute("DELETE FROM helper")


def ask_for_nonsense(database: Database) -> None:
    database.conn.execute("SELECT nothing FROM nowhere")


@pytest.mark.parametrize("bad", [fall_over, leave_loose_ends, ask_for_nonsense])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, bad: Step
) -> None:
    before = old.read_bytes()
    with monkeypatch.context() as newer:
        next_version(newer, turn_names_round, bad)
        with pytest.raises(UpgradeFailed) as caught:
            open_session(old, key())
        assert old.read_bytes() == before
        assert beside(old) == set()
    for language in LANGUAGES:
        with speaking(language):
            assert explain(caught.value)
    with open_session(old, key(), verify=True) as session:
        assert [one.first_name for one in session.records.all(Helper)] == ["Anna"]
        assert session.redo_text() == "add"


def test_an_older_file_is_not_changed_by_a_reader(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    next_version(monkeypatch, turn_names_round)
    with pytest.raises(FromOlderVersion):
        open_session(old, key(), read_only=True)
    assert old.read_bytes() == before
    assert beside(old) == set()


def test_no_room_for_the_copy_is_no_upgrade(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    size = len(before) // 1024
    with small_disk(tmp_path / "disk", size + size // 2 + 100) as disk:
        path = disk / "a.bpa"
        path.write_bytes(before)
        next_version(monkeypatch, turn_names_round)
        with pytest.raises(DiskFull):
            open_session(path, key())
        assert path.read_bytes() == before
        assert beside(path) == set()
