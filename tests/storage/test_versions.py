"""Files of newer versions can be read, and a file is made whole or not at all."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import migrations as migrations_module
from bpa_desktop.storage.connection import connect
from bpa_desktop.storage.file import (
    FromMuchNewerVersion,
    FromNewerVersion,
    make,
    open_file,
)
from bpa_desktop.storage.refusals import (
    FileExists,
    FolderMissing,
    WriteFailed,
)
from tests.storage.refusing import HELPERS, fill, is_told, refused, ways
from tests.storage.samples import beside, key

if TYPE_CHECKING:
    from pathlib import Path


def make_newer(path: Path) -> None:
    with closing(connect(path, key())) as connection:
        connection.execute(f"PRAGMA user_version = {migrations_module.SCHEMA + 1}")
        connection.execute("ALTER TABLE helper ADD COLUMN shoe_size TEXT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@ways
def test_a_file_from_a_newer_version_can_be_read(path: Path, read_only: bool) -> None:  # noqa: FBT001
    make_newer(path)
    before = path.read_bytes()
    with open_file(path, key(), TYPES, read_only=read_only) as file:
        assert file.read_only
        assert isinstance(file.notice, FromNewerVersion)
        is_told(file.notice)
        assert file.records.count(Helper) == HELPERS
    assert path.read_bytes() == before
    assert beside(path) == set()


@ways
def test_a_file_from_a_much_newer_version(path: Path, read_only: bool) -> None:  # noqa: FBT001
    make_newer(path)
    with closing(connect(path, key())) as connection:
        connection.execute("ALTER TABLE helper RENAME COLUMN initials TO mark")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    refused(path, FromMuchNewerVersion, read_only=read_only)


def test_what_a_making_that_was_cut_off_left_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "a.bpa"
    for name in (".a.bpa.half", ".a.bpa.half-wal", "a.bpa-wal", ".a.bpa.lock", ".a.bpa.open"):
        (tmp_path / name).write_bytes(b"left over")
    with make(path, key(), TYPES) as file:
        fill(file, 1)
    assert beside(path) == set()
    with open_file(path, key(), TYPES, verify=True) as file:
        assert file.records.count(Helper) == 1


def test_a_making_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_database: object) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(migrations_module, "upgrade", failing)
    with pytest.raises(WriteFailed) as caught:
        make(tmp_path / "a.bpa", key(), TYPES)
    is_told(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_new_file_replaces_nothing(path: Path, whole: bytes) -> None:
    for place in (path, path.parent):
        with pytest.raises(FileExists):
            make(place, key(), TYPES)
    assert path.read_bytes() == whole
    with pytest.raises(FolderMissing):
        make(path.parent / "none" / "a.bpa", key(), TYPES)
    assert beside(path) == set()
