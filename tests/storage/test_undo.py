"""Undo and redo go back and forth in whole steps, also after the file was closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage.file import make, open_file
from bpa_desktop.storage.journal import DROPPED
from bpa_desktop.storage.records import (
    CannotUndo,
)
from tests.storage.samples import key
from tests.storage.saving import LABEL, anna, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.storage.records import (
        Records,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def records(path: Path) -> Iterator[Records]:
    with make(path, key(), TYPES) as file:
        yield file.records


def test_there_is_nothing_to_undo_or_redo_at_first(records: Records) -> None:
    assert records.undo() == records.redo() == frozenset()


@pytest.mark.usefixtures("uncounted_here")
def test_a_hundred_and_fifty_steps_back_and_forth_over_several_sittings(path: Path) -> None:
    states: list[tuple[Helper, ...]] = [()]
    with make(path, key(), TYPES) as file:
        for number in range(150):
            if number % 3 == 2:
                with file.records.operation(LABEL, "") as operation:
                    operation.delete(Helper, file.records.all(Helper)[0].id)
            else:
                save(file.records, anna(first_name=f"H{number}"))
            states.append(file.records.all(Helper))
    for step in range(149, -1, -1):
        if step % 50 == 0:
            with open_file(path, key(), TYPES) as file:
                for number in range(step + 49, step - 1, -1):
                    assert file.records.undo() == {"helper"}
                    assert file.records.all(Helper) == states[number]
    with open_file(path, key(), TYPES) as file:
        assert file.records.undo() == frozenset()
        for number in range(1, 151):
            assert file.records.redo() == {"helper"}
            assert file.records.all(Helper) == states[number]
        assert file.records.redo() == frozenset()


def test_a_new_action_after_undo_ends_what_could_be_redone(records: Records) -> None:
    save(records, anna(first_name="A"))
    save(records, anna(first_name="B"))
    records.undo()
    records.undo()
    save(records, anna(first_name="C"))
    assert records.redo() == frozenset()
    assert [entry.state for entry in records.journal.entries()] == ["done", DROPPED, DROPPED]
    assert records.undo() == {"helper"}
    assert records.undo() == frozenset()
    assert records.redo() == {"helper"}
    assert [one.first_name for one in records.all(Helper)] == ["C"]


def test_history_tells_who_did_what_to_a_record(records: Records) -> None:
    (one,) = save(records, anna())
    (other,) = save(records, anna())
    save(records, replace(one, phone="1"))
    newest, oldest = records.journal.history("helper", one.id)
    assert newest.id > oldest.id
    assert newest.actor == "Anna"
    assert newest.at.utcoffset() is not None
    assert len(records.journal.history("helper")) == 3
    assert records.journal.history("shift") == ()
    assert len(records.journal.entries(limit=2)) == 2
    (change,) = records.journal.changes(newest.id)
    assert change.record_id == one.id != other.id
    before, after = change.side(before=True), change.side(before=False)
    assert before is not None
    assert after is not None
    assert {name for name in before if before[name] != after[name]} == {"phone"}


def test_what_no_longer_makes_a_record_cannot_be_undone(records: Records) -> None:
    (helper,) = save(records, anna())
    with records.operation(LABEL, "") as operation:
        operation.delete(Helper, helper.id)
    records.connection.execute("UPDATE journal_change SET before = '{\"shoe_size\": 47}'")
    with pytest.raises(CannotUndo):
        records.undo()
    assert records.count(Helper) == 0
    assert records.journal.entries()[0].state == "done"


def test_every_state_a_record_was_in_is_still_told_after_it_is_gone(records: Records) -> None:
    (helper,) = save(records, anna(birth_date=dt.date(1990, 5, 1)))
    save(records, replace(helper, first_name="Bo"))
    with records.operation(LABEL, "") as operation:
        operation.delete(Helper, helper.id)
    records.undo()
    states = records.journal.past_states("helper", "birth_date", "1990-05-01")
    names = [(found, values["first_name"]) for found, values in states]
    assert names[0] == (helper.id, anna().first_name)
    assert names[-1] == (helper.id, "Bo")
    assert records.journal.past_states("helper", "birth_date", "1990-05-02") == ()
    assert records.journal.past_states("shift", "birth_date", "1990-05-01") == ()
