"""Records are saved, found and deleted; each operation is whole, and undone in one step."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage.codec import column_type
from bpa_desktop.storage.connection import connect
from bpa_desktop.storage.file import make
from bpa_desktop.storage.journal import Label
from bpa_desktop.storage.records import (
    Gone,
    RecordUnreadable,
    Refused,
    StillReferredTo,
)
from bpa_desktop.storage.refusals import FileBusy, ReadFailed
from tests.storage.samples import RECOVERY, Inner, Odd, key, sample
from tests.storage.saving import LABEL, anna, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.storage.file import BpaFile
    from bpa_desktop.storage.records import (
        Records,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def file(path: Path) -> Iterator[BpaFile]:
    """A file that can also keep records with every kind of field."""
    with make(path, key(), {**TYPES, "odd": Odd}) as made:
        table: Any = made.records.database["odd"]
        columns = {field.name: column_type(field) for field in fields_of(Odd)}
        table.create({"id": str, **columns}, pk="id", strict=True)
        yield made


@pytest.fixture
def records(file: BpaFile) -> Records:
    return file.records


def test_a_new_record_gets_an_id_and_is_found_again(records: Records) -> None:
    (saved,) = save(records, anna())
    assert saved.id
    assert records.get(Helper, saved.id) == saved
    assert records.count(Helper) == 1


def test_records_come_in_the_order_in_which_they_were_made(records: Records) -> None:
    made = [save(records, anna(first_name=f"H{number}"))[0] for number in range(5)]
    made += save(records, *(anna(first_name=f"I{number}") for number in range(50)))
    assert records.all(Helper) == tuple(made)
    with records.operation(LABEL, "") as operation:
        operation.delete(Helper, made[2].id)
    records.undo()
    assert records.all(Helper) == tuple(made)


def test_ids_sort_also_when_the_clock_stands_still_or_goes_back(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([5_000_000, 5_000_000, 1_000_000, 9_000_000])
    monkeypatch.setattr("time.time_ns", lambda: next(times))
    made = save(records, *(anna(first_name=name) for name in "ABCD"))
    assert [one.id for one in made] == sorted(one.id for one in made)


def test_records_are_found_by_what_is_in_them(records: Records) -> None:
    helper, other = save(records, anna(first_name="Bo"), anna(first_name="Ib"))
    shifts = [sample(Shift, {"helper": helper.id}, number) for number in range(4)]
    late, *_ = save(records, *reversed(shifts))
    assert records.where(Helper, first_name="Bo", last_name=anna().last_name) == (helper,)
    assert records.where(Helper) == (helper, other)
    assert len(records.where(Shift, helper=helper.id)) == 4
    assert records.where(Shift, helper=None) == ()
    assert records.with_ids(Helper, [other.id, helper.id, "none", other.id]) == (helper, other)
    assert isinstance(late, Shift)
    first, second = sorted(shifts, key=lambda shift: shift.planned_start)[:2]
    until = second.planned[0]
    found = records.overlapping(Shift, "planned_start", "planned_end", (0, until))
    assert [one.planned_start for one in found] == [first.planned_start]
    after = records.overlapping(Shift, "planned_start", "planned_end", (first.planned[1], until))
    assert after == ()


def test_sums_get_just_the_cells_they_need(records: Records) -> None:
    (helper,) = save(records, anna())
    shift = sample(Shift, {"helper": helper.id}, state=ShiftState.WORKED)
    save(records, shift)
    over = ("planned_start", "planned_end", "worked_start", "worked_end")
    names = ("helper", "planned_start")
    row = (helper.id, shift.planned[0])
    start, end = shift.actual
    assert records.cells(Shift, names, None, ()) == [row]
    assert records.cells(Shift, names, shift.planned, over) == [row]
    assert records.cells(Shift, names, (start, start + 1), over) == [row]
    assert records.cells(Shift, names, (end, end + 1), over) == []


def test_more_ids_than_one_question_can_hold(records: Records) -> None:
    made = save(records, *(anna(first_name=f"H{number}") for number in range(1203)))
    assert records.with_ids(Helper, [one.id for one in made]) == made
    assert records.undo() == {"helper"}
    assert records.count(Helper) == 0
    records.redo()
    assert records.all(Helper) == made


def test_one_operation_is_one_line_in_the_journal_and_one_step_back(records: Records) -> None:
    with records.operation(Label("two {what}", {"what": "things"}), "Anna") as operation:
        helper = operation.save(anna())
        operation.save(sample(Shift, {"helper": helper.id}))
        assert records.count(Shift) == 1
    (entry,) = records.journal.entries()
    assert (entry.label, entry.actor) == (Label("two {what}", {"what": "things"}), "Anna")
    assert records.undo() == {"helper", "shift"}
    assert records.count(Helper) == records.count(Shift) == 0


def test_an_operation_that_changes_nothing_leaves_no_line(records: Records) -> None:
    (helper,) = save(records, anna())
    records.undo()
    records.redo()
    save(records, helper)
    with records.operation(LABEL, "") as operation:
        operation.save(replace(helper, phone="1"))
        operation.save(helper)
        new = operation.save(anna())
        operation.delete(Helper, new.id)
    assert operation.changed == frozenset()
    assert len(records.journal.entries()) == 1
    assert records.journal.to_undo() is not None


def test_the_last_of_several_savings_counts(records: Records) -> None:
    with records.operation(LABEL, "") as operation:
        helper = operation.save(anna(first_name="A"))
        helper = operation.save(replace(helper, first_name="B"))
        operation.delete(Helper, helper.id)
        operation.save(replace(helper, first_name="C"))
    assert [one.first_name for one in records.all(Helper)] == ["C"]
    assert len(records.journal.changes(records.journal.entries()[0].id)) == 1
    records.undo()
    assert records.count(Helper) == 0


class Stop(Exception):
    """Something goes wrong in the middle."""


def stop_in_the_middle(records: Records, helper: Helper) -> None:
    with records.operation(LABEL, "") as operation:
        operation.save(replace(helper, first_name="Other"))
        operation.save(sample(Shift, {"helper": helper.id}))
        assert records.count(Shift) == 1
        operation.delete(Shift, records.all(Shift)[0].id)
        raise Stop


def test_nothing_is_kept_when_an_operation_stops(records: Records) -> None:
    (helper,) = save(records, anna())
    with pytest.raises(Stop):
        stop_in_the_middle(records, helper)
    assert records.all(Helper) == (helper,)
    assert records.count(Shift) == 0
    assert len(records.journal.entries()) == 1
    save(records, anna())


def test_an_operation_inside_another_is_a_fault_of_the_program(records: Records) -> None:
    with pytest.raises(RuntimeError), records.operation(LABEL, "") as operation:
        save(records, operation.save(anna()))
    assert records.count(Helper) == 0
    save(records, anna())
    with pytest.raises(RuntimeError), records.operation(LABEL, ""):
        records.undo()
    assert records.count(Helper) == 1


def test_a_record_with_problems_is_refused_with_each_of_them(records: Records) -> None:
    bad = anna(first_name=" ", cpr="12")
    with pytest.raises(Refused) as caught:
        save(records, anna(), bad)
    assert {problem.field for problem in caught.value.problems} == {"first_name", "cpr"}
    assert records.count(Helper) == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", "\udc00"), ("whole", 2**60), ("whole", None), ("texts", ("a", "\udc00"))],
)
def test_what_the_file_could_not_give_back_is_refused(
    records: Records, field: str, value: object
) -> None:
    with pytest.raises(Refused) as caught:
        save(records, Odd(**{"text": "x"} | {field: value}))  # type: ignore[arg-type]
    assert caught.value.problems[0].field.startswith(field)


def test_a_reference_to_nothing_is_refused_by_its_field(records: Records) -> None:
    (helper,) = save(records, anna())
    odd = sample(Odd, {"odd": "nobody"})
    shift = sample(Shift, {"helper": "nobody"})
    for record, fields in (
        (shift, {"helper", "stands_in_for"}),
        (
            odd,
            {"group.odd", "groups[0].odd", "groups[1].odd", "friends[0]", "friends[1]", "parent"},
        ),
    ):
        with pytest.raises(Refused) as caught:
            save(records, record)
        assert {problem.field for problem in caught.value.problems} == fields
    assert records.count(Shift) == records.count(Odd) == 0
    with pytest.raises(Refused):
        delete_and_use(records, helper, replace(shift, helper=helper.id, stands_in_for=None))
    assert records.count(Helper) == 1


def test_records_may_be_saved_before_what_they_refer_to(records: Records) -> None:
    helper = anna(id="h1")
    save(records, sample(Shift, {"helper": "h1"}), helper)
    assert records.undo() == {"shift", "helper"}
    assert records.redo() == {"shift", "helper"}
    assert records.all(Helper) == (helper,)


def delete_and_use(records: Records, helper: Helper, shift: Shift) -> None:
    with records.operation(LABEL, "") as operation:
        operation.delete(Helper, helper.id)
        operation.save(shift)


REFERRING = [
    {"parent": "o1"},
    {"friends": ("o2", "o1")},
    {"group": Inner(day=sample(Inner, {"odd": "x"}).day, odd="o1")},
    {"groups": (sample(Inner, {"odd": "o2"}), sample(Inner, {"odd": "o1"}))},
]


@pytest.mark.parametrize("fields", REFERRING, ids=lambda fields: next(iter(fields)))
def test_what_others_refer_to_cannot_be_deleted(records: Records, fields: dict[str, Any]) -> None:
    save(records, Odd(id="o1", text="x"), Odd(id="o2", text="x"))
    save(records, Odd(id="o3", text="x", **fields))
    with pytest.raises(StillReferredTo), records.operation(LABEL, "") as operation:
        operation.delete(Odd, "o1")
    with records.operation(LABEL, "") as operation:
        operation.delete(Odd, "o3")
        operation.delete(Odd, "o1")
    assert [one.id for one in records.all(Odd)] == ["o2"]
    records.undo()
    assert records.count(Odd) == 3


def test_a_helper_is_let_go_in_one_operation_with_their_shifts(records: Records) -> None:
    (helper,) = save(records, anna())
    (shift,) = save(records, sample(Shift, {"helper": helper.id}))
    assert isinstance(shift, Shift)
    with records.operation(LABEL, "") as operation:
        operation.save(replace(shift, helper=None, stands_in_for=None, state=ShiftState.PLANNED))
        operation.delete(Helper, helper.id)
    records.undo()
    assert records.all(Helper) == (helper,)
    assert records.all(Shift) == (shift,)


def test_what_is_gone_is_said_to_be_gone(records: Records) -> None:
    with pytest.raises(Gone):
        records.get(Helper, "nobody")
    with pytest.raises(Gone), records.operation(LABEL, "") as operation:
        operation.delete(Helper, "nobody")


# What may be in a file that this version does not know


def test_a_row_that_makes_no_record_is_said_so(records: Records) -> None:
    save(records, anna())
    records.connection.execute("UPDATE helper SET position = 'astronaut'")
    with pytest.raises(RecordUnreadable):
        records.all(Helper)
    records.connection.execute("UPDATE helper SET position = 'permanent', employments = '{'")
    with pytest.raises(RecordUnreadable):
        records.all(Helper)


def test_a_missing_table_is_a_failure_with_a_name(records: Records) -> None:
    records.connection.execute("DROP TABLE odd")
    with pytest.raises(ReadFailed) as caught:
        records.all(Odd)
    assert caught.value.values == {"cause": "SQLITE_ERROR"}
    assert not records.fit()


def test_a_file_another_program_holds_on_to_is_busy(file: BpaFile) -> None:
    file.records.connection.execute("PRAGMA busy_timeout = 0")
    other = connect(file.path, key())
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileBusy):
        save(file.records, anna())
    other.execute("ROLLBACK")
    other.close()
    save(file.records, anna())


def test_a_fault_of_the_program_is_not_dressed_up(file: BpaFile) -> None:
    with pytest.raises(Exception, match="binding"):
        file.records.where(Helper, first_name=object())


def test_nothing_readable_is_written(file: BpaFile, path: Path) -> None:
    for number in range(200):
        save(file.records, anna(first_name=f"Hemmelighed{number}"))
    for place in path.parent.iterdir():
        assert b"Hemmelighed" not in place.read_bytes()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM helper")


READING = f"""
import sys
from pathlib import Path
from bpa_desktop.storage import keys
from bpa_desktop.services.session import open_session
from bpa_desktop.domain.people import Helper
with open_session(Path(sys.argv[1]), keys.parse("{RECOVERY}"), verify=True) as session:
    session.records.all(Helper)
    session.undo_text()
print([name for name in ("sqlite_utils", "keyring", "babel", "PySide6") if name in sys.modules])
"""


def test_reading_does_not_wait_for_what_only_writing_needs(path: Path) -> None:
    make(path, key(), TYPES).close()
    program = [sys.executable, "-c", READING, str(path)]
    told = subprocess.run(program, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
