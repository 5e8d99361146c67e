"""Whatever is wrong with a file is said in a sentence, and the file stays as it was."""

from __future__ import annotations

import os
import secrets
import sqlite3
import string
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.errors import BpaError
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage import keys, pages, refusals
from bpa_desktop.storage.connection import connect, create
from bpa_desktop.storage.file import (
    NotAScheme,
    open_file,
)
from bpa_desktop.storage.refusals import (
    FileDamaged,
    FileDamagedInside,
    FileEmpty,
    FileForeign,
    FileIsFolder,
    FileMissing,
    FileTruncated,
    FileUnreadable,
    KeyWrong,
    ReadFailed,
    WriteFailed,
)
from tests.storage.refusing import HELPERS, PAGE, is_told, refused, spoil, ways
from tests.storage.samples import RECOVERY, beside, key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@ways
def test_a_wrong_key(path: Path, read_only: bool) -> None:  # noqa: FBT001
    wrong = keys.parse(keys.make_recovery_key())
    refused(path, KeyWrong, with_key=wrong, read_only=read_only)
    refused(path, KeyWrong, with_key=keys.parse("forkert"), read_only=read_only)


@ways
def test_a_key_with_a_slip(path: Path, read_only: bool) -> None:  # noqa: FBT001
    slip = keys.parse(RECOVERY.replace("K", "M", 1))
    refused(path, keys.KeyMistyped, with_key=slip, read_only=read_only)


@ways
@pytest.mark.parametrize("place", [100, PAGE - 1])
def test_damage_on_the_first_page_is_told_from_a_wrong_key(
    path: Path,
    place: int,
    read_only: bool,  # noqa: FBT001
) -> None:
    spoil(path, place)
    error = refused(path, FileDamaged, read_only=read_only)
    assert error.values == {"page": 1}


def test_damage_in_the_salt_looks_like_a_wrong_key(path: Path) -> None:
    spoil(path, 3)
    error = refused(path, KeyWrong)
    assert "beginning of the file is damaged" in str(error)


def test_a_first_page_of_zeros(path: Path, whole: bytes) -> None:
    path.write_bytes(bytes(PAGE) + whole[PAGE:])
    assert refused(path, FileDamaged).values == {"page": 1}


@ways
def test_every_damaged_page_is_found_when_the_file_is_verified(
    path: Path,
    whole: bytes,
    read_only: bool,  # noqa: FBT001
) -> None:
    for number in range(2, len(whole) // PAGE + 1):
        path.write_bytes(whole)
        spoil(path, (number - 1) * PAGE + 77)
        error = refused(path, FileDamaged, verify=True, read_only=read_only)
        assert error.values == {"page": number}


def test_a_damaged_page_is_named_when_it_is_read(path: Path, whole: bytes) -> None:
    """Without looking at every page first, some page is met on the way and named."""
    met = []
    for number in range(2, len(whole) // PAGE + 1):
        path.write_bytes(whole)
        spoil(path, (number - 1) * PAGE + 77)
        try:
            with open_file(path, key(), TYPES, read_only=True) as file:
                file.records.all(Helper)
        except FileDamaged as error:
            met.append((number, error.values["page"]))
        assert beside(path) == set()
    assert len(met) > 3
    assert all(number == page for number, page in met)


def test_pages_that_are_whole_but_do_not_fit_together(path: Path) -> None:
    """As after an index was lost: every seal is right, and yet the file is not."""
    with closing(connect(path, key())) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'journal'"
        ).fetchone()[0]
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = 'helper'", (root,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    refused(path, FileDamagedInside, verify=True)


def test_a_whole_file_is_verified_without_complaint(path: Path, whole: bytes) -> None:
    with open_file(path, key(), TYPES, verify=True) as file:
        assert file.records.count(Helper) == HELPERS
    assert path.read_bytes() == whole


@pytest.mark.parametrize("cut", [1, 77, PAGE - 1])
def test_a_file_cut_in_the_middle_of_a_page(path: Path, whole: bytes, cut: int) -> None:
    path.write_bytes(whole[:-cut])
    refused(path, FileTruncated)


@ways
def test_a_file_cut_between_two_pages(path: Path, whole: bytes, read_only: bool) -> None:  # noqa: FBT001
    for left in {1, 2, len(whole) // PAGE // 2, len(whole) // PAGE - 1}:
        path.write_bytes(whole[: left * PAGE])
        refused(path, FileTruncated, read_only=read_only)


def test_a_file_cut_short_and_damaged(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: -2 * PAGE])
    spoil(path, 3 * PAGE + 5)
    assert refused(path, FileDamaged).values == {"page": 4}


def test_a_few_bytes_of_a_file(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: PAGE // 2])
    refused(path, FileTruncated)


@ways
def test_an_empty_file(path: Path, read_only: bool) -> None:  # noqa: FBT001
    path.write_bytes(b"")
    refused(path, FileEmpty, read_only=read_only)


def a_letter(path: Path) -> None:
    path.write_text("Kære kommune. Jeg søger om flere timer. " * 400, encoding="utf-8")


def a_short_note(path: Path) -> None:
    path.write_text("Husk: ring til Øjvind", encoding="utf-8")


def a_letter_in_two_bytes(path: Path) -> None:
    path.write_text("Kære kommune. " * 2000, encoding="utf-16")


def a_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + os.urandom(3 * PAGE))


def a_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xlsx", os.urandom(5 * PAGE))


def a_plain_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE shift (id TEXT)")
        plain.executemany("INSERT INTO shift VALUES (?)", [(os.urandom(900).hex(),)] * 20)
        plain.commit()


def a_program(path: Path) -> None:
    path.write_bytes((b"\x7fELF\x02\x01\x01" + bytes(57) + string.printable.encode()) * 200)


@ways
@pytest.mark.parametrize(
    "other",
    [
        a_letter,
        a_short_note,
        a_letter_in_two_bytes,
        a_pdf,
        a_zip,
        a_plain_database,
        a_program,
    ],
)
def test_a_file_of_another_program(
    path: Path,
    other: Callable[[Path], None],
    read_only: bool,  # noqa: FBT001
) -> None:
    path.unlink()
    other(path)
    refused(path, FileForeign, read_only=read_only)


def test_our_own_files_are_never_taken_for_anothers() -> None:
    for _ in range(2000):
        assert not pages.is_foreign(pages.make_salt() + os.urandom(PAGE - pages.SALT_BYTES))


def test_a_salt_that_begins_like_another_program_is_thrown_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dealt = iter([b"%PDF" + bytes(12), bytes(range(16))])
    monkeypatch.setattr(secrets, "token_bytes", lambda _size: next(dealt))
    assert pages.make_salt() == bytes(range(16))


@ways
def test_a_folder_and_nothing_at_all(tmp_path: Path, read_only: bool) -> None:  # noqa: FBT001
    folder = tmp_path / "b.bpa"
    folder.mkdir()
    refused(folder, FileIsFolder, read_only=read_only)
    refused(tmp_path / "none.bpa", FileMissing, read_only=read_only)


def test_an_encrypted_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "a.bpa"
    with closing(create(path, key())) as connection:
        connection.execute("CREATE TABLE notes (text)")
    refused(path, NotAScheme)
    refused(path, NotAScheme, read_only=True)


def test_a_file_the_system_does_not_hand_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = type(path).open

    def denied(place: Path, *how: Any, **more: Any) -> Any:
        if place.name == "a.bpa":
            raise PermissionError(13, "denied")
        return opening(place, *how, **more)

    with monkeypatch.context() as patched:
        patched.setattr(type(path), "open", denied)
        with pytest.raises(FileUnreadable) as caught:
            open_file(path, key(), TYPES)
    is_told(caught.value)


def test_every_refusal_has_a_sentence_in_both_languages() -> None:
    kinds = [
        kind
        for module in (refusals, keys)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, BpaError)
    ]
    assert len(kinds) > 15
    for kind in kinds:
        if kind is not BpaError:
            is_told(kind(page=1, cause="x"))


def test_other_failures_say_what_the_system_called_them() -> None:
    with pytest.raises(WriteFailed) as caught, refusals.writing_files():
        raise OSError(5, "input/output error")
    assert caught.value.values == {"cause": "EIO"}
    assert ReadFailed(cause="x").values == {"cause": "x"}
