"""On a disk that is read-only or full nothing is lost, and what can be read is read."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage.file import (
    make,
    open_file,
)
from bpa_desktop.storage.refusals import (
    DiskFull,
    FolderReadOnly,
    FolderUnwritable,
)
from tests.storage import disks
from tests.storage.refusing import HELPERS, PAGE, fill, ids, is_told, refused
from tests.storage.samples import beside, key

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_the_system_calls_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _place, how: how != os.W_OK)
    refused(path, FolderReadOnly)


def test_a_lock_that_cannot_be_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems that only tell when something is tried."""

    def denied(*_values: object, **_more: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr("pathlib.Path.touch", denied)
    refused(path, FolderReadOnly)
    with pytest.raises(FolderUnwritable):
        make(path.with_name("new.bpa"), key(), TYPES)


def test_a_read_only_disk_is_read_and_left_alone(tmp_path: Path, whole: bytes) -> None:
    with disks.small_disk(tmp_path / "disk", 2000) as disk:
        path = disk / "a.bpa"
        path.write_bytes(whole)
        disks.make_read_only(disk)
        refused(path, FolderReadOnly)
        with open_file(path, key(), TYPES, read_only=True, verify=True) as file:
            assert file.records.count(Helper) == HELPERS
        with pytest.raises(FolderUnwritable):
            make(disk / "new.bpa", key(), TYPES)
        assert path.read_bytes() == whole
        assert beside(path) == set()


def test_what_a_crash_left_can_be_read_on_a_read_only_disk(tmp_path: Path, whole: bytes) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    (crashed / "a.bpa").write_bytes(whole)
    file = open_file(crashed / "a.bpa", key(), TYPES)
    fill(file, 5, start=HELPERS)
    with disks.small_disk(tmp_path / "disk", 4000) as disk:
        for name in ("a.bpa", "a.bpa-wal", "a.bpa-shm"):
            shutil.copy(crashed / name, disk / name)
        disks.make_read_only(disk)
        with open_file(disk / "a.bpa", key(), TYPES, read_only=True) as left:
            assert left.records.count(Helper) == HELPERS + 5
    file.close()


def test_a_file_that_may_only_be_read_in_a_folder_that_may_be_written(
    path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda place, how: place != path and allowed(place, how))
    refused(path, FolderReadOnly)
    with open_file(path, key(), TYPES, read_only=True) as file:
        assert file.records.count(Helper) == HELPERS
    assert path.read_bytes() == whole


def fill_up(disk: Path) -> Path:
    """Leave no room on the disk; the name of what takes it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(PAGE))
        except OSError:
            return ballast


def test_a_full_disk_loses_nothing_and_the_work_goes_on_after_room_is_made(
    tmp_path: Path, whole: bytes
) -> None:
    with disks.small_disk(tmp_path / "disk", 2000) as disk:
        path = disk / "a.bpa"
        path.write_bytes(whole)
        with open_file(path, key(), TYPES) as file:
            fill(file, 1, start=HELPERS)
            before = ids(file)
            ballast = fill_up(disk)
            with pytest.raises(DiskFull) as caught:
                fill(file, 300, start=1000)
            is_told(caught.value)
            assert ids(file) == before
            assert len(file.records.journal.entries()) == 2
            with pytest.raises(DiskFull):
                file.copy_to(disk / "copy.bpa")
            ballast.unlink()
            fill(file, 1, start=5000)
            file.records.undo()
            assert ids(file) == before
        assert beside(path) == set()
        with open_file(path, key(), TYPES, verify=True) as again:
            assert ids(again) == before


def test_opening_and_making_on_a_full_disk(tmp_path: Path, whole: bytes) -> None:
    with disks.small_disk(tmp_path / "disk", 2000) as disk:
        path = disk / "a.bpa"
        path.write_bytes(whole)
        fill_up(disk)
        refused(path, DiskFull)
        with open_file(path, key(), TYPES, read_only=True) as file:
            assert file.records.count(Helper) == HELPERS
        with pytest.raises(DiskFull):
            make(disk / "new.bpa", key(), TYPES)
        assert beside(path) == {"ballast"}
        assert path.read_bytes() == whole


def test_no_room_inside_the_limits_of_the_file(path: Path) -> None:
    """The same without the rights of root: the file may not grow."""
    with open_file(path, key(), TYPES) as file:
        before = ids(file)
        count = file.records.connection.execute("PRAGMA page_count").fetchone()[0]
        file.records.connection.execute(f"PRAGMA max_page_count = {count + 2}")
        with pytest.raises(DiskFull) as caught:
            fill(file, 300, start=1000)
        is_told(caught.value)
        assert ids(file) == before
        file.records.connection.execute("PRAGMA max_page_count = 100000")
        fill(file, 300, start=1000)
        assert len(ids(file)) == HELPERS + 300
