"""A statement holds one helper's own hours, and its files tell nobody's name."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.paper_time import CSV, PDF, save_statement, statement
from bpa_desktop.services.registration import Deletable, deletable, keeping_of, workers
from bpa_desktop.storage.records import Gone
from bpa_desktop.storage.refusals import FolderUnwritable
from tests.documents.papers import failures, texts
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
WORKED = {"state": ShiftState.WORKED}


def kept(code: Code = Code.DAILY_REST, **fields: object) -> KeptFinding:
    given: dict[str, object] = {
        "helper": "anna",
        "window_start": moment("2026-03-09 15:00"),
        "window_end": moment("2026-03-10 15:00"),
        "minutes_short": 60,
        "kept_on": TODAY,
    }
    return KeptFinding(code=code, **(given | fields))  # type: ignore[arg-type]


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(
            opened,
            shift("02-28 23:00", "03-01 07:00", "anna", **WORKED),
            shift("03-10 07:00", "03-10 15:00", "anna", **WORKED),
            shift("03-11 07:00", "03-11 15:00", "bo", **WORKED),
            shift("03-12 07:00", "03-12 15:00", "anna"),
            shift("03-20 07:00", "03-20 15:00", "anna"),
        )
        yield opened


def test_the_hours_are_the_helper_s_own(session: Session) -> None:
    values = statement(session, "anna", MARCH).values
    assert [(one.day.day, one.minutes) for one in values.days] == [(1, 420), (10, 480)]
    assert values.days[0].stretches == ((moment("2026-03-01 00:00"), moment("2026-03-01 07:00")),)
    assert (values.helper, values.leader) == ("Anna Prøve", "Eksempel")
    assert values.unconfirmed == 1
    with pytest.raises(Gone):
        statement(session, "nobody", MARCH)


def test_departures_are_the_helper_s_own_and_name_nobody_else(session: Session) -> None:
    lay(
        session,
        kept(reason="Bo Prøve var syg, og Anna blev. Ring 00 00 00 00. Dina og Bo ved det."),
        kept(helper="bo", reason="Noget om Bo."),
        kept(Code.UNCOVERED),
        kept(window_start=moment("2026-04-01 00:00"), window_end=moment("2026-04-02 00:00")),
    )
    (one,) = statement(session, "anna", MARCH).values.departures
    assert one.reason == (
        "en anden hjælper var syg, og Anna blev. Ring (udeladt). "
        "en anden hjælper og en anden hjælper ved det."
    )
    assert (one.what, one.minutes_short) == ("For lidt hvile", 60)


def test_the_files_stand_in_the_folder_and_are_called_after_nobody(
    session: Session, tmp_path: Path
) -> None:
    made = statement(session, "anna", MARCH)
    paper = save_statement(made, PDF, tmp_path / "new")
    table = save_statement(made, CSV, tmp_path / "new")
    assert sorted(one.name for one in paper.parent.iterdir()) == [table.name, paper.name]
    for path in (paper, table):
        assert path.stem.startswith("2026-03_Arbejdstid_hjaelper-")
        assert "nna" not in path.name
    told = " ".join(texts(paper.read_bytes()))
    assert failures(paper.read_bytes()) == []
    assert "Anna Prøve" in told
    assert "Bo" not in told.split()
    assert "Bo Prøve" not in table.read_text(encoding="utf-8-sig")


def test_two_helpers_never_share_a_file_name(session: Session) -> None:
    year = Period(dt.date(2026, 1, 1), dt.date(2026, 5, 1))
    made = [statement(session, who, when) for who in ("anna", "bo") for when in (MARCH, year)]
    assert len({one.stem for one in made}) == 4


def test_a_folder_that_cannot_be_made_is_refused(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderUnwritable):
        save_statement(statement(session, "anna", MARCH), CSV, tmp_path / "file")


def test_who_worked_in_a_period(session: Session) -> None:
    assert [one.id for one in workers(session, MARCH)] == ["anna", "bo"]
    february = Period(dt.date(2026, 2, 1), dt.date(2026, 3, 1))
    assert [one.id for one in workers(session, february)] == ["anna"]
    assert workers(session, Period(dt.date(2026, 4, 1), dt.date(2026, 5, 1))) == ()


def test_hours_past_their_day_are_told_by_helper_and_reference_period(session: Session) -> None:
    spring = keeping_of(MARCH)
    assert spring is not None
    lay(
        session,
        shift("04-30 23:00", "05-01 07:00", "carla", **WORKED),
        shift("05-02 07:00", "05-02 15:00", "dina"),
    )
    assert deletable(session, spring.through) == ()
    assert deletable(session, spring.deletable_from) == tuple(
        Deletable(who, spring.reference, dt.date(2031, 5, 1)) for who in ("anna", "bo", "carla")
    )
    later = deletable(session, dt.date(2031, 9, 1))
    assert [(one.helper, one.since.month) for one in later] == [
        ("anna", 5),
        ("bo", 5),
        ("carla", 5),
        ("carla", 9),
    ]
