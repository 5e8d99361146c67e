"""What a crash leaves is kept safe, and a copy is whole and replaces nothing else."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import keys
from bpa_desktop.storage.connection import connect
from bpa_desktop.storage.file import (
    OwnFile,
    make,
    open_file,
)
from bpa_desktop.storage.journal import Label
from bpa_desktop.storage.lock import AlreadyOpen
from bpa_desktop.storage.refusals import (
    FileDamaged,
    FileExists,
    FileIsFolder,
    FileTruncated,
    FolderMissing,
    KeyWrong,
)
from tests.storage.refusing import HELPERS, PAGE, fill, is_told, spoil
from tests.storage.samples import beside, key

if TYPE_CHECKING:
    from pathlib import Path


def crashed(path: Path) -> None:
    """What a crash leaves: the last change only in the log beside the file."""
    live = path.parent / "live"
    live.mkdir()
    shutil.copy(path, live / path.name)
    file = open_file(live / path.name, key(), TYPES)
    fill(file, 5, start=HELPERS)
    for name in (path.name, f"{path.name}-wal"):
        shutil.copy(live / name, path.with_name(name))
    file.close()
    shutil.rmtree(live)


def test_the_log_a_crash_left_is_not_touched_by_a_wrong_key(path: Path, whole: bytes) -> None:
    crashed(path)
    log = path.with_name("a.bpa-wal").read_bytes()
    with pytest.raises(KeyWrong):
        open_file(path, keys.parse(keys.make_recovery_key()), TYPES)
    assert path.read_bytes() == whole
    assert path.with_name("a.bpa-wal").read_bytes() == log
    with open_file(path, key(), TYPES) as file:
        assert file.records.count(Helper) == HELPERS + 5
    assert beside(path) == set()


def test_the_log_a_crash_left_is_read_but_kept_by_a_reader(path: Path, whole: bytes) -> None:
    crashed(path)
    log = path.with_name("a.bpa-wal").read_bytes()
    with open_file(path, key(), TYPES, read_only=True) as file:
        assert file.records.count(Helper) == HELPERS + 5
    assert path.read_bytes() == whole
    assert path.with_name("a.bpa-wal").read_bytes() == log


def test_the_log_of_another_state_of_the_file_is_not_folded_in(path: Path) -> None:
    """As when a much older copy is put in the place of a file whose log is still there."""
    with open_file(path, key(), TYPES) as file, file.records.operation(Label("x"), "") as operation:
        for number in range(HELPERS):
            operation.delete(Helper, f"h{number:05}")
    with closing(connect(path, key())) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    older = path.with_name("older")
    shutil.copy(path, older)
    with open_file(path, key(), TYPES) as file:
        fill(file, 400)
    crashed_with = path.parent / "b.bpa"
    path.rename(crashed_with)
    crashed_again(crashed_with)
    log = crashed_with.with_name("b.bpa-wal").read_bytes()
    path.write_bytes(older.read_bytes())
    path.with_name("a.bpa-wal").write_bytes(log)
    before = path.read_bytes()
    with pytest.raises((FileDamaged, FileTruncated)):
        open_file(path, key(), TYPES)
    assert path.read_bytes() == before


def crashed_again(path: Path) -> None:
    live = path.parent / "live"
    live.mkdir()
    shutil.copy(path, live / path.name)
    file = open_file(live / path.name, key(), TYPES)
    fill(file, 5, start=9000)
    shutil.copy(live / f"{path.name}-wal", path.with_name(f"{path.name}-wal"))
    file.close()
    shutil.rmtree(live)


def test_a_copy_is_whole_and_takes_the_place_of_an_older_one(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.bpa"
    with open_file(path, key(), TYPES) as file:
        file.copy_to(copy)
        first = copy.read_bytes()
        fill(file, 3, start=HELPERS)
        copy.with_name("copy.bpa-wal").write_bytes(b"left by a crash")
        file.copy_to(copy)
    assert copy.read_bytes() != first
    assert beside(path) == {"copy.bpa"}
    with open_file(copy, key(), TYPES, verify=True) as file:
        assert file.records.count(Helper) == HELPERS + 3


def test_a_copy_replaces_neither_the_file_itself_nor_anything_else(
    path: Path, tmp_path: Path, whole: bytes
) -> None:
    other, letter = tmp_path / "other.bpa", tmp_path / "letter.txt"
    make(other, key(), TYPES).close()
    letter.write_text("Kære kommune")
    link = tmp_path / "link.bpa"
    link.symlink_to(path)
    contents = {place: place.read_bytes() for place in (other, letter)}
    with open_file(path, key(), TYPES, read_only=True) as file:
        for target in (path, link):
            with pytest.raises(OwnFile) as caught:
                file.copy_to(target)
            is_told(caught.value)
        for target in contents:
            with pytest.raises(FileExists):
                file.copy_to(target)
        with pytest.raises(FileIsFolder):
            file.copy_to(tmp_path)
        with pytest.raises(FolderMissing):
            file.copy_to(tmp_path / "none" / "copy.bpa")
    assert {place: place.read_bytes() for place in contents} == contents
    assert path.read_bytes() == whole


def test_a_copy_that_somebody_has_open_is_left_alone(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.bpa"
    with open_file(path, key(), TYPES) as file:
        file.copy_to(copy)
        before = copy.read_bytes()
        fill(file, 3, start=HELPERS)
        with open_file(copy, key(), TYPES), pytest.raises(AlreadyOpen):
            file.copy_to(copy)
    assert copy.read_bytes() == before


def test_a_damaged_file_gives_no_copy(path: Path) -> None:
    spoil(path, 6 * PAGE + 9)
    with open_file(path, key(), TYPES, read_only=True) as file:
        with pytest.raises(FileDamaged) as caught:
            file.copy_to(path.with_name("copy.bpa"))
        assert caught.value.values == {"page": 7}
    assert beside(path) == set()
