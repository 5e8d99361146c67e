"""Data comes in whole or not at all, every fault is named, and what goes out comes back."""

from __future__ import annotations

import errno
import json
import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import explain
from bpa_desktop.services import exchange
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.exchange import (
    DataFileExists,
    TooMuchData,
    export_text,
    export_to,
    import_data,
    read_data,
)
from bpa_desktop.services.session import ReadOnly, make, open_session
from bpa_desktop.storage.refusals import DiskFull, FileIsFolder, FileMissing, FolderMissing
from tests.services.data_files import ANNA, BO, data, shift
from tests.storage.samples import beside, key, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

SHIFTS = 15_000
_OWN = 0o600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with make(path, key(), actor="Anna") as made:
        yield made


def test_an_import_is_one_action_with_a_name(session: Session) -> None:
    report = import_data(session, data(helper=[ANNA, BO], shift=[shift(0), shift(1, None)]))
    assert report.counts == report.added == {"helper": 2, "shift": 2}
    assert report.changed == {}
    (entry,) = session.records.journal.entries()
    assert (entry.label.message, entry.actor) == ("Imported a data file", "Anna")
    assert session.records.count(Shift) == 2
    session.undo()
    assert session.records.count(Shift) == session.records.count(Helper) == 0
    session.redo()
    assert session.records.count(Shift) == 2


def test_news_of_an_import_comes_once(session: Session) -> None:
    heard: list[frozenset[str]] = []
    session.subscribe(heard.append)
    import_data(session, data(helper=[ANNA], shift=[shift(0)]))
    import_data(session, data(helper=[ANNA], shift=[shift(0)]))
    assert heard == [frozenset({"helper", "shift"})]


def test_records_with_the_same_id_are_replaced_and_the_others_stay(session: Session) -> None:
    import_data(session, data(helper=[ANNA, BO]))
    report = import_data(
        session, data(helper=[{"id": "h1", "first_name": "Ane"}, {"id": "h3", "first_name": "Ib"}])
    )
    assert (report.added, report.changed) == ({"helper": 1}, {"helper": 1})
    assert [one.first_name for one in session.records.all(Helper)] == ["Ane", "Bo", "Ib"]
    session.undo()
    assert [one.first_name for one in session.records.all(Helper)] == ["Anna", "Bo"]


def test_records_may_refer_to_what_the_file_has_already(session: Session) -> None:
    import_data(session, data(helper=[ANNA]))
    import_data(session, data(shift=[shift(0)]))
    assert session.records.all(Shift)[0].helper == "h1"


def fill(session: Session) -> None:
    ids = {kind.name: f"{kind.name}-1" for kind in KINDS}
    with session.operation("fill") as operation:
        for kind in KINDS:
            for number in range(1, 2 if kind.single else 4):
                record_id = ids[kind.name] if number == 1 else ""
                operation.save(sample(kind.record, ids, number, id=record_id))


def test_an_export_comes_back_to_the_byte(session: Session, tmp_path: Path) -> None:
    fill(session)
    text = export_text(session)
    with make(tmp_path / "b.bpa", key()) as other:
        report = import_data(other, text.encode())
        assert export_text(other) == text
        assert set(report.added) == {kind.name for kind in KINDS}
        import_data(other, b"\xef\xbb\xbf" + text.encode())
        assert len(other.records.journal.entries()) == 1


def test_an_export_of_an_empty_file_comes_back_too(session: Session) -> None:
    text = export_text(session)
    assert json.loads(text)["records"] == {kind.name: [] for kind in KINDS}
    assert import_data(session, text.encode()).counts == {}


def test_importing_an_export_changes_nothing_and_leaves_no_line(session: Session) -> None:
    fill(session)
    session.save(sample(Helper, {}), "add")
    session.undo()
    text = export_text(session)
    report = import_data(session, text.encode())
    assert (report.added, report.changed) == ({}, {})
    assert export_text(session) == text
    assert len(session.records.journal.entries()) == 2
    assert session.redo_text() == "add"


def test_a_reader_takes_nothing_in(path: Path) -> None:
    make(path, key()).close()
    with open_session(path, key(), read_only=True) as reader, pytest.raises(ReadOnly):
        import_data(reader, data(helper=[ANNA]))


# Files


def test_an_export_is_written_whole_and_only_for_its_owner(session: Session, path: Path) -> None:
    import_data(session, data(helper=[ANNA | {"last_name": "Åse"}]))
    target = path.with_name("data.json")
    export_to(session, target)
    assert target.read_text(encoding="utf-8") == export_text(session)
    assert read_data(target) == target.read_bytes()
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == _OWN
    import_data(session, data(helper=[BO]))
    export_to(session, target)
    assert target.read_text(encoding="utf-8") == export_text(session)
    assert {name for name in beside(target) if "json" in name} == set()


def test_an_export_replaces_nothing_but_an_export(session: Session, path: Path) -> None:
    letter = path.with_name("letter.txt")
    letter.write_text("Kære kommune")
    other = path.with_name("other.json")
    other.write_text('{"format": "something else"}')
    before = {place: place.read_bytes() for place in (path, letter, other)}
    for place in (*before, path.parent):
        with pytest.raises(DataFileExists) as caught:
            export_to(session, place)
    assert "{" not in explain(caught.value)
    assert {place: place.read_bytes() for place in before} == before
    with pytest.raises(FolderMissing):
        export_to(session, path.parent / "none" / "data.json")


def test_an_export_that_fails_leaves_the_older_one(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = path.with_name("data.json")
    export_to(session, target)
    older = target.read_bytes()
    import_data(session, data(helper=[ANNA]))

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        export_to(session, target)
    assert target.read_bytes() == older
    assert not path.with_name(".data.json.half").exists()


def test_a_data_file_that_cannot_be_read_is_said_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileMissing):
        read_data(path.with_name("none.json"))
    with pytest.raises(FileIsFolder):
        read_data(path.parent)
    large = path.with_name("large.json")
    large.write_bytes(bytes(2_000_000))
    monkeypatch.setattr(exchange, "MOST_MEGABYTES", 1)
    with pytest.raises(TooMuchData) as caught:
        read_data(large)
    assert "1 MB" in explain(caught.value)


# Size


@pytest.mark.slow
@pytest.mark.usefixtures("uncounted_here")
def test_ten_years_of_shifts_come_in_and_go_out_in_a_few_seconds(session: Session) -> None:
    content = data(helper=[ANNA, BO], shift=[shift(number) for number in range(SHIFTS)])
    times = []
    for step in (
        lambda: import_data(session, content),
        lambda: import_data(session, content),
        session.undo,
        session.redo,
    ):
        start = time.process_time()
        step()
        times.append(time.process_time() - start)
    assert session.records.count(Shift) == SHIFTS
    assert len(session.records.journal.entries()) == 1
    first, again, undo, redo = times
    assert max(first, again) < 15
    assert max(undo, redo) < 5


def test_a_change_among_many_is_one_change(session: Session) -> None:
    import_data(session, data(helper=[ANNA], shift=[shift(number) for number in range(800)]))
    changed = replace(session.records.all(Shift)[700], note="Ringer på døren")
    text = export_text(session)
    session.save(changed, "note")
    report = import_data(session, text.encode())
    assert (report.added, report.changed) == ({}, {"shift": 1})
    assert export_text(session) == text
