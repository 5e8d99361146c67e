"""A list that was read is kept, and never shown once anything in the file has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import kept
from bpa_desktop.storage.file import make, open_file
from bpa_desktop.storage.records import Gone
from tests.storage.samples import key
from tests.storage.saving import LABEL, anna, save

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.storage.file import BpaFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[BpaFile]:
    with make(tmp_path / "a.bpa", key(), TYPES) as made:
        save(made.records, anna(first_name="Anna"))
        yield made


def names(file: BpaFile) -> list[str]:
    return [helper.first_name for helper in file.records.all(Helper)]


def test_an_unchanged_list_is_read_once(file: BpaFile) -> None:
    assert file.records.all(Helper) is file.records.all(Helper)


def test_every_change_is_seen_at_once(file: BpaFile) -> None:
    assert names(file) == ["Anna"]
    save(file.records, anna(first_name="Bo"))
    assert names(file) == ["Anna", "Bo"]
    file.records.undo()
    assert names(file) == ["Anna"]
    file.records.redo()
    assert names(file) == ["Anna", "Bo"]
    with file.records.operation(LABEL, "Anna") as operation:
        operation.delete(Helper, file.records.all(Helper)[0].id)
        assert names(file) == ["Bo"]
    assert names(file) == ["Bo"]


def test_what_is_worked_out_is_remembered_until_the_file_changes(file: BpaFile) -> None:
    made: list[int] = []

    def count() -> int:
        made.append(file.records.count(Helper))
        return made[-1]

    assert [file.records.worked_out("people", count) for _turn in range(2)] == [1, 1]
    save(file.records, anna(first_name="Bo"))
    assert [file.records.worked_out("people", count) for _turn in range(2)] == [2, 2]
    assert made == [1, 2]


def test_what_was_read_inside_a_failed_operation_is_forgotten(file: BpaFile) -> None:
    def fail() -> None:
        with file.records.operation(LABEL, "Anna") as operation:
            operation.save(anna(first_name="Bo"))
            assert names(file) == ["Anna", "Bo"]
            file.records.get(Helper, "nobody")

    assert names(file) == ["Anna"]
    with pytest.raises(Gone):
        fail()
    assert names(file) == ["Anna"]


def test_what_another_program_writes_is_seen(file: BpaFile) -> None:
    with open_file(file.path, key(), TYPES, read_only=True) as other:
        assert names(other) == ["Anna"]
        save(file.records, anna(first_name="Bo"))
        assert names(other) == ["Anna", "Bo"]


def test_a_long_list_is_not_kept(file: BpaFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 0)
    assert file.records.all(Helper) is not file.records.all(Helper)
    assert names(file) == ["Anna"]
