"""Attachments live and go with the records that name them, and with what can be undone."""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import jsonschema
import pytest

from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.people import Helper
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.exchange import export_text, import_data, json_schema
from bpa_desktop.services.safekeeping import backup
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage.contents import Content
from bpa_desktop.storage.interchange import Faulty, load_all
from bpa_desktop.storage.operation import Refused
from tests.storage.samples import key, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

PICTURE = Content("image/png", b"a picture \x00\xff" * 2000)
PAPER = Content("application/pdf", b"%PDF a paper")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with make(path, key()) as made:
        yield made


def voucher(**fields: str) -> Voucher:
    return Voucher(day=dt.date(2026, 1, 2), what="x", amount=Decimal(1), **fields)


def attach(session: Session, content: Content, to: Voucher | None = None) -> Voucher:
    with session.operation("attach") as operation:
        return operation.save(replace(to or voucher(), attachment=operation.keep(content)))


def kept(session: Session) -> set[str]:
    query = "SELECT id FROM content"
    return {row[0] for row in session.records.connection.execute(query)}


def reopen(session: Session, path: Path) -> set[str]:
    session.close()
    with open_session(path, key()) as again:
        return kept(again)


def test_what_was_kept_comes_back_as_it_was(session: Session, path: Path) -> None:
    made = attach(session, PICTURE)
    session.close()
    assert b"a picture" not in path.read_bytes()
    with open_session(path, key(), read_only=True) as again:
        assert again.records.contents.find(made.attachment) == PICTURE
        assert again.records.contents.find("0" * 64) is None


def test_nothing_is_kept_of_an_action_that_is_refused(session: Session) -> None:
    with pytest.raises(Refused), session.operation("attach") as operation:
        operation.save(replace(voucher(), what="", attachment=operation.keep(PICTURE)))
    assert kept(session) == set()


def test_undo_gives_back_what_was_removed_also_at_the_next_sitting(
    session: Session, path: Path
) -> None:
    made = attach(session, PICTURE)
    session.save(replace(made, attachment=""), "remove")
    session.close()
    with open_session(path, key()) as again:
        again.undo()
        (voucher,) = again.records.all(Voucher)
        assert again.records.contents.find(voucher.attachment) == PICTURE


def test_what_nothing_can_lead_back_to_goes_when_the_file_is_closed(
    session: Session, path: Path
) -> None:
    attach(session, PAPER)
    attach(session, PICTURE)
    session.undo()
    assert kept(session) == {PICTURE.id, PAPER.id}
    session.save(sample(Helper, {}), "something else, so that there is no redo")
    assert reopen(session, path) == {PAPER.id}


def test_what_can_be_done_again_stays(session: Session, path: Path) -> None:
    attach(session, PICTURE)
    session.undo()
    assert reopen(session, path) == {PICTURE.id}


def test_the_same_content_is_kept_once_and_as_long_as_one_names_it(session: Session) -> None:
    first, second = attach(session, PICTURE), attach(session, PICTURE)
    assert first.attachment == second.attachment
    assert kept(session) == {PICTURE.id}
    session.undo()
    session.save(sample(Helper, {}), "something else")
    assert session.records.contents.drop_unused() == 0


def test_a_backup_has_the_attachments_and_no_left_over_ones(
    session: Session, tmp_path: Path
) -> None:
    attach(session, PAPER)
    attach(session, PICTURE)
    session.undo()
    session.save(sample(Helper, {}), "something else")
    copy = backup(session, tmp_path / "copy.bpa")
    with open_session(copy, key(), read_only=True) as opened:
        assert kept(opened) == {PAPER.id}


def test_an_export_carries_the_attachments_that_are_in_use(
    session: Session, tmp_path: Path
) -> None:
    attach(session, PICTURE)
    attach(session, PAPER)
    session.undo()
    text = export_text(session)
    jsonschema.validate(json.loads(text), json_schema())
    with make(tmp_path / "b.bpa", key()) as other:
        import_data(other, text.encode())
        assert export_text(other) == text
        assert kept(other) == {PICTURE.id}
        other.undo()
        other.redo()
        assert export_text(other) == text


def test_without_attachments_an_export_has_no_such_part(session: Session) -> None:
    assert set(json.loads(export_text(session))) == {"format", "version", "records"}


@pytest.mark.parametrize(
    "spoil",
    [
        {"data": base64.b64encode(b"other").decode()},
        {"data": "not base64!"},
        {"data": 7},
        {"media_type": "text/html"},
        {"more": "x"},
    ],
)
def test_an_attachment_that_is_not_what_it_says_is_a_fault(
    session: Session, spoil: dict[str, object]
) -> None:
    attach(session, PAPER)
    document = json.loads(export_text(session))
    document["contents"][PAPER.id] |= spoil
    with pytest.raises(Faulty) as caught:
        load_all(json.dumps(document).encode(), TYPES)
    (fault,) = caught.value.faults
    assert fault.problem.field == f"contents.{PAPER.id}"


def test_a_list_of_attachments_is_a_fault(session: Session) -> None:
    document = json.loads(export_text(session)) | {"contents": []}
    with pytest.raises(Faulty):
        load_all(json.dumps(document).encode(), TYPES)
