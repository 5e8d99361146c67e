"""The next start knows the last file; new files get names that nothing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.services import recent

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(name="note")
def _note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "bpa-desktop" / "recent.json"


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    path = tmp_path / "Min ordning.bpa"
    path.write_bytes(b"")
    return path


@pytest.mark.usefixtures("note")
def test_the_last_file_is_remembered(file: Path, tmp_path: Path) -> None:
    assert recent.recent_file() is None
    assert recent.remember_file(tmp_path / "." / file.name)
    assert recent.recent_file() == file


@pytest.mark.usefixtures("note")
def test_a_file_that_is_gone_is_forgotten(file: Path) -> None:
    recent.remember_file(file)
    file.unlink()
    assert recent.recent_file() is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"file": 7}', "\udcff"])
def test_a_note_that_cannot_be_read_is_no_note(note: Path, text: str) -> None:
    note.parent.mkdir(parents=True)
    note.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert recent.recent_file() is None


def test_where_nothing_can_be_written_it_is_not_remembered(note: Path, file: Path) -> None:
    note.parent.parent.mkdir()
    note.parent.write_text("no folder")
    assert not recent.remember_file(file)
    assert recent.recent_file() is None


def test_the_home_folder_lies_among_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "docs"))
    assert recent.home_folder() == tmp_path / "docs" / "BPA"


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    names = []
    for _number in range(3):
        path = recent.free_name(tmp_path, "Min ordning", ".bpa")
        path.touch()
        names.append(path.name)
    assert names == ["Min ordning.bpa", "Min ordning 2.bpa", "Min ordning 3.bpa"]
