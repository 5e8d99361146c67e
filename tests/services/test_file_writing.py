"""Files are written all or none, whatever refuses them and whenever the program is killed."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bpa_desktop.services.file_writing import NoRoom, write_all
from bpa_desktop.storage.refusals import FolderUnwritable

FILES = {"a.pdf": b"new a", "b.pdf": b"new b", "c.xlsx": b"new c"}
KILLED = """
import os, sys
from pathlib import Path
from bpa_desktop.services.file_writing import write_all
left = int(sys.argv[2])
def counted(real):
    def call(*given):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real(*given)
    return call
os.fsync, Path.replace = counted(os.fsync), counted(Path.replace)
write_all({"a.pdf": b"new a", "b.pdf": b"new b", "c.xlsx": b"new c"}, Path(sys.argv[1]))
"""
"""Writes the files, and is gone at the step of that number without a word."""
UNCOUNTED = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def seen(folder: Path) -> dict[str, bytes]:
    """Every file, those that a folder does not show too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("steps", range(6))
def test_killed_at_any_step_every_file_is_whole_and_the_rest_is_swept_out(
    tmp_path: Path, steps: int
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old a")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(steps)], env=UNCOUNTED, check=False
    )
    assert done.returncode == 9
    whole = {name: content for name, content in seen(tmp_path).items() if name[0] != "."}
    assert all(content in {b"old a", FILES[name]} for name, content in whole.items())
    for half in tmp_path.glob(".*"):
        os.utime(half, (time.time() - 3600,) * 2)
    write_all({"other.pdf": b"other"}, tmp_path)
    assert seen(tmp_path) == {**whole, "other.pdf": b"other"}


def test_what_another_program_is_writing_just_now_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".other.pdf.bpa-half").write_bytes(b"being written")
    write_all(FILES, tmp_path)
    assert seen(tmp_path) == {**FILES, ".other.pdf.bpa-half": b"being written"}


def test_where_one_file_may_not_be_replaced_the_others_become_what_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the second is open in a reader that holds on to it."""
    (tmp_path / "a.pdf").write_bytes(b"old a")
    (tmp_path / "c.xlsx").write_bytes(b"old c")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "c.xlsx":
            raise PermissionError(errno.EACCES, "in use")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(FolderUnwritable):
        write_all(FILES, tmp_path)
    assert seen(tmp_path) == {"a.pdf": b"old a", "c.xlsx": b"old c"}


@pytest.mark.parametrize("problem", [MemoryError(), KeyboardInterrupt()])
def test_whatever_stops_the_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    def fsync(_file: int) -> None:
        raise problem

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(type(problem)):
        write_all(FILES, tmp_path)
    assert seen(tmp_path) == {}


def test_a_disk_that_is_full_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NoRoom):
        write_all(FILES, tmp_path / "new")
    assert seen(tmp_path / "new") == {}
