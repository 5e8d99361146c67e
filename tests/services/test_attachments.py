"""A receipt is kept with its voucher, looked at, copied out and removed; undo gives it back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.documents import attachment
from bpa_desktop.documents.attachment import AttachmentTooLarge, NotAttachable
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.i18n import speaking
from bpa_desktop.services import attachments
from bpa_desktop.services.attachments import (
    AttachmentGone,
    attach,
    attached,
    file_stem,
    read_attachment,
    remove,
    view_of,
    write_copy,
)
from bpa_desktop.services.session import ReadOnly, open_session
from bpa_desktop.storage.contents import Content
from bpa_desktop.storage.refusals import FileMissing
from tests.documents.receipts import receipt
from tests.services.little_roster import everything, lay, open_little
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened, speaking("da"):
        lay(opened, voucher(id="v", number="7"))
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kvittering.pdf"
    path.write_bytes(receipt())
    return path


def voucher(**fields: Any) -> Voucher:
    given: dict[str, Any] = {"day": dt.date(2026, 3, 2), "what": "Glidelagen", **fields}
    return Voucher(amount=Decimal("648.75"), **given)


def known(session: Session) -> Voucher:
    return session.records.get(Voucher, "v")


def test_a_file_is_kept_replaced_removed_and_given_back(session: Session, file: Path) -> None:
    content = read_attachment(file)
    assert attach(session, known(session), content) == "Filen er gemt sammen med bilag 7."
    assert attached(session, known(session)) == content
    other = Content("image/png", b"other")
    attach(session, known(session), other)
    assert attached(session, known(session)) == other
    assert "ingen vedhæftet fil mere" in remove(session, known(session))
    with pytest.raises(AttachmentGone):
        attached(session, known(session))
    session.undo()
    assert attached(session, known(session)) == other
    session.undo()
    assert attached(session, known(session)) == content
    assert session.undo_text() == "vedhæft en fil til bilag 7"


def test_nothing_is_kept_of_what_cannot_be_read(session: Session, tmp_path: Path) -> None:
    before = everything(session)
    with pytest.raises(FileMissing):
        read_attachment(tmp_path / "none.pdf")
    (tmp_path / "words.txt").write_text("hello")
    with pytest.raises(NotAttachable):
        read_attachment(tmp_path / "words.txt")
    assert everything(session) == before


def test_a_huge_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "film.pdf").open("wb") as huge:
        huge.truncate(attachment.MOST_MEGABYTES * 1_000_000 + 1)
    monkeypatch.setattr(attachments, "clean", lambda _data: pytest.fail("it was read"))
    with pytest.raises(AttachmentTooLarge):
        read_attachment(tmp_path / "film.pdf")


def test_a_file_that_may_only_be_read_gets_no_attachment(session: Session, file: Path) -> None:
    content, path = read_attachment(file), session.file.path
    session.close()
    with open_session(path, key(), read_only=True) as opened, pytest.raises(ReadOnly):
        attach(opened, known(opened), content)


def test_it_is_looked_at_page_by_page_and_read_aloud(file: Path) -> None:
    seen = view_of(read_attachment(file), "Bilag 7")
    assert (seen.pages, seen.may_leave) == (1, False)
    assert "Kvittering 648,75" in seen.text
    assert seen.picture(1, 200).startswith(b"\x89PNG")
    photo = view_of(Content("image/jpeg", b"dots"), "Bilag 8")
    assert (photo.pages, photo.text, photo.picture(1, 200)) == (1, "", b"dots")


@pytest.mark.parametrize(
    ("number", "stem"),
    [("2026-014", "bilag-2026-014"), ("", "bilag-2026-03-02"), ("../B 7/", "bilag-B-7")],
)
def test_a_copy_is_named_by_number_or_day_and_never_by_what_it_is(number: str, stem: str) -> None:
    with speaking("da"):
        assert file_stem(voucher(number=number)) == stem


def test_a_copy_replaces_no_other_file(tmp_path: Path) -> None:
    content = Content("image/jpeg", b"dots")
    first, second = (write_copy(content, "bilag-7", tmp_path) for _ in range(2))
    assert (first.name, second.name) == ("bilag-7.jpg", "bilag-7 2.jpg")
    assert first.read_bytes() == second.read_bytes() == b"dots"
