"""A backup is whole and opens with the same key; the recovery key fits on one page."""

from __future__ import annotations

import datetime as dt
import errno
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import LANGUAGES, speaking
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.safekeeping import backup, print_sheet, sheet
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.storage.file import OwnFile
from bpa_desktop.storage.refusals import DiskFull, FileExists, FolderMissing
from tests.storage.samples import RECOVERY, beside, key, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

TODAY = dt.date(2026, 3, 16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Min ordning.bpa"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with make(path, key(), today=TODAY) as made:
        made.save(sample(Helper, {}), "add")
        yield made


def test_a_backup_opens_with_the_same_key_and_holds_the_same(
    session: Session, tmp_path: Path
) -> None:
    target = tmp_path / "copy.bpa"
    assert backup(session, target) == target
    with open_session(target, key(), verify=True) as copy:
        assert export_text(copy) == export_text(session)
        assert copy.undo_text() == "add"
    session.save(sample(Helper, {}), "add")
    backup(session, target)
    with open_session(target, key()) as copy:
        assert copy.records.count(Helper) == 2


def test_in_a_folder_it_is_named_after_the_file_and_the_day(
    session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    target = backup(session, folder)
    assert target == folder / "Min ordning_2026-03-16.bpa"
    backup(session, folder)
    assert beside(target) == set()


def test_a_reader_may_make_a_backup(session: Session, path: Path, tmp_path: Path) -> None:
    with open_session(path, key(), read_only=True) as reader:
        backup(reader, tmp_path / "copy.bpa")
    with open_session(tmp_path / "copy.bpa", key()) as copy:
        assert export_text(copy) == export_text(session)


def test_a_backup_replaces_nothing_else(session: Session, path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Kære kommune")
    with pytest.raises(FileExists):
        backup(session, letter)
    assert letter.read_text() == "Kære kommune"
    with pytest.raises(OwnFile):
        backup(session, path)
    with pytest.raises(FolderMissing):
        backup(session, tmp_path / "none" / "copy.bpa")


def test_the_sheet_tells_the_key_the_file_and_the_day(path: Path) -> None:
    told = sheet(RECOVERY, path, TODAY)
    assert "-".join(told.groups) == RECOVERY
    assert told.file_name == "Min ordning.bpa"
    assert RECOVERY[:4] not in repr(told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_page_with_the_key_in_it(
    path: Path, tmp_path: Path, language: str
) -> None:
    target = tmp_path / "key.pdf"
    recovery = keys.make_recovery_key()
    with speaking(language):
        print_sheet(sheet(recovery, path, TODAY), target)
    document = pypdfium2.PdfDocument(target)
    text = document[0].get_textpage().get_text_bounded()
    pages = len(document)
    document.close()
    assert pages == 1
    assert recovery in text
    assert "Min ordning.bpa" in text
    with pytest.raises(FileExists):
        print_sheet(sheet(recovery, path, TODAY), target)


def test_a_sheet_that_does_not_fit_on_the_disk_leaves_nothing(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_place: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(DiskFull):
        print_sheet(sheet(RECOVERY, path, TODAY), tmp_path / "key.pdf")
    assert list(tmp_path.iterdir()) == []
