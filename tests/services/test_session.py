"""A session tells the day, names what is undone, and brings news of every change."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.errors import N_
from bpa_desktop.i18n import speaking
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.session import (
    Label,
    ReadOnly,
    label_text,
    make,
    open_session,
)
from bpa_desktop.storage.connection import connect
from bpa_desktop.storage.file import FromNewerVersion
from bpa_desktop.storage.migrations import SCHEMA
from bpa_desktop.storage.records import Refused
from tests.storage.samples import key, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import (
        Session,
    )

TODAY = dt.date(2026, 3, 16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.bpa"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with make(path, key(), today=TODAY, actor="Anna") as made:
        yield made


def test_the_day_is_the_one_that_was_given(session: Session) -> None:
    assert session.today == TODAY
    assert session.now().date() == TODAY
    assert session.now().tzinfo is None


def test_else_the_day_is_that_of_a_danish_clock(path: Path) -> None:
    with make(path, key()) as session:
        utc = dt.datetime.now(dt.UTC).replace(tzinfo=None)
        ahead = session.now() - utc
        assert dt.timedelta(minutes=58) < ahead < dt.timedelta(minutes=121)
        assert session.now().second == 0
        assert abs(session.today - utc.date()) <= dt.timedelta(days=1)


def test_the_scheme_is_there_once_it_is_written(session: Session) -> None:
    assert session.scheme() is None
    scheme = session.save(sample(Scheme, {}), "write")
    assert session.scheme() == scheme


def test_helpers_have_names(session: Session) -> None:
    helper = session.save(sample(Helper, {}, first_name="Anna", last_name="Ask"), "add")
    assert session.helper_names() == {helper.id: "Anna Ask"}


def test_every_change_is_news_until_nobody_wants_it(session: Session) -> None:
    heard: list[frozenset[str]] = []
    stop = session.subscribe(heard.append)
    session.save(sample(Helper, {}), "add")
    with session.operation("nothing"):
        pass
    session.undo()
    session.undo()
    session.redo()
    with pytest.raises(Refused):
        session.save(sample(Helper, {}, first_name=""), "add")
    assert heard == [frozenset({"helper"})] * 3
    stop()
    session.undo()
    assert len(heard) == 3


def test_an_observer_sees_what_was_saved(session: Session) -> None:
    seen: list[int] = []
    session.subscribe(lambda _changed: seen.append(session.records.count(Helper)))
    with session.operation("two") as operation:
        operation.save_all([sample(Helper, {}), sample(Helper, {})])
    assert seen == [2]


def test_the_one_who_acts_is_written_down(session: Session) -> None:
    session.save(sample(Helper, {}), "add")
    assert session.records.journal.entries()[0].actor == "Anna"


def test_undo_and_redo_name_what_they_do_in_the_language_in_use(session: Session) -> None:
    session.save(sample(Helper, {}), N_("Imported a data file"))
    with speaking("en"):
        assert session.undo_text() == "Imported a data file"
        assert session.undo() == "Undone: Imported a data file."
        assert session.redo_text() == "Imported a data file"
        assert session.redo() == "Done again: Imported a data file."
    with speaking("da"):
        assert session.undo_text() == "indlæsning af en datafil"
        assert session.undo() == "Fortrudt: indlæsning af en datafil."
        assert session.redo() == "Gjort igen: indlæsning af en datafil."
        session.undo()
        assert session.undo_text() is None
        assert session.undo() == "Der er intet at fortryde."
        session.redo()
        assert session.redo_text() is None
        assert session.redo() == "Der er intet at gøre igen."


def test_a_name_carries_what_it_is_about(session: Session) -> None:
    session.save(sample(Helper, {}), "add {who}", who="Anna {x}")
    assert session.undo_text() == "add Anna {x}"


@pytest.mark.parametrize("message", ["{what} was {done}", "{", "{0}"])
def test_a_name_from_another_version_is_shown_as_it_is(message: str) -> None:
    assert label_text(Label(message, {"what": "x"})) == message


def test_undo_survives_closing_the_file(path: Path) -> None:
    with make(path, key()) as session:
        empty = export_text(session)
        session.save(sample(Helper, {}), "add")
        full = export_text(session)
    with open_session(path, key()) as session:
        assert session.undo_text() == "add"
        session.undo()
        assert export_text(session) == empty
    with open_session(path, key()) as session:
        assert session.redo_text() == "add"
        session.redo()
        assert export_text(session) == full


def test_a_reader_changes_nothing(path: Path) -> None:
    with make(path, key()) as session:
        session.save(sample(Helper, {}), "add")
    before = path.read_bytes()
    with open_session(path, key(), read_only=True) as reader:
        assert reader.read_only
        assert reader.notice is None
        for change in (
            lambda: reader.save(sample(Helper, {}), "add"),
            reader.undo,
            reader.redo,
        ):
            with pytest.raises(ReadOnly):
                change()
        assert reader.records.count(Helper) == 1
    assert path.read_bytes() == before


def test_a_file_from_a_newer_version_says_why_it_can_only_be_read(path: Path) -> None:
    make(path, key()).close()
    connection = connect(path, key())
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    with open_session(path, key()) as session:
        assert session.read_only
        assert isinstance(session.notice, FromNewerVersion)


def test_every_record_type_has_its_own_name() -> None:
    assert all(kind.type_name == name for name, kind in TYPES.items())
