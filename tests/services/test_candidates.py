"""Who could take a shift: those who are free first, and for the others why not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.services.candidates import candidates, summary
from tests.services.little_roster import TODAY, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

OPEN = shift("03-16 07:00", "03-16 15:00", None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, OPEN)
        yield opened


def words(session: Session) -> dict[str, str]:
    return {one.helper.id: one.words for one in candidates(session, OPEN)}


def test_everybody_is_free_while_nothing_is_laid(session: Session) -> None:
    assert set(words(session).values()) == {"fri"}
    assert summary(candidates(session, OPEN)) == "4 hjælpere er fri."


def test_each_obstacle_is_told(session: Session) -> None:
    lay(
        session,
        shift("03-16 12:00", "03-16 20:00", "anna"),
        shift("03-15 15:00", "03-15 23:00", "bo"),
        Absence(helper="carla", kind=AbsenceKind.HOLIDAY, first_day=TODAY, last_day=TODAY),
    )
    found = candidates(session, OPEN)
    told = {one.helper.id: (one.is_free, one.words) for one in found}
    assert told["anna"] == (False, "har vagt")
    assert told["bo"] == (False, "kun 8 timers hvile")
    assert told["carla"][0] is False
    assert told["dina"] == (True, "fri")
    assert [one.is_free for one in found] == sorted((one.is_free for one in found), reverse=True)
    assert summary(found[2:]) == "Ingen er fri."


def test_being_away_is_told_before_anything_else(session: Session) -> None:
    lay(
        session,
        shift("03-16 12:00", "03-16 20:00", "anna"),
        Absence(helper="anna", kind=AbsenceKind.SICKNESS, first_day=TODAY, last_day=TODAY),
        Absence(helper="bo", kind=AbsenceKind.SICKNESS, first_day=TODAY, last_day=TODAY),
    )
    told = words(session)
    assert told["anna"] == told["bo"]


def test_a_conflict_that_is_there_already_does_not_count(session: Session) -> None:
    lay(
        session,
        shift("03-18 07:00", "03-18 15:00", "anna"),
        shift("03-18 14:00", "03-18 20:00", "anna", id="twice"),
    )
    assert words(session)["anna"] == "fri"


def test_a_missing_date_of_birth_speaks_against_nobody(session: Session) -> None:
    lay(session, helper("Eva Prøve", birth_date=None))
    assert words(session)["eva"] == "fri"


def test_somebody_under_age_is_told(session: Session) -> None:
    lay(session, helper("Eva Prøve", birth_date=dt.date(2010, 1, 1)))
    assert words(session)["eva"] == "er for ung"


def test_who_is_not_employed_that_day_is_no_candidate(session: Session) -> None:
    left = (Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 3, 15)),)
    lay(session, helper("Eva Prøve", employments=left))
    assert "eva" not in words(session)


def test_an_employment_that_ends_in_the_night_is_told(session: Session) -> None:
    ends = (Employment(first_day=dt.date(2020, 1, 1), last_day=TODAY),)
    night = shift("03-16 23:00", "03-17 07:00", None)
    lay(session, night, helper("Eva Prøve", employments=ends))
    told = {one.helper.id: one.words for one in candidates(session, night)}
    assert told["eva"] == "er ikke ansat den dag"


def test_neither_the_helper_nor_the_sick_one_is_asked(session: Session) -> None:
    taken = shift("03-20 07:00", "03-20 15:00", "bo", stands_in_for="anna")
    lay(session, taken)
    assert {one.helper.id for one in candidates(session, taken)} == {"carla", "dina"}


def test_substitutes_come_before_permanent_helpers_and_few_hours_before_many(
    session: Session,
) -> None:
    lay(
        session,
        helper("Vera Vikar", position=Position.SUBSTITUTE),
        shift("03-18 07:00", "03-18 15:00", "carla"),
        shift("03-18 15:00", "03-18 17:00", "anna"),
    )
    found = candidates(session, OPEN)
    assert [one.helper.id for one in found] == ["vera", "bo", "dina", "anna", "carla"]
    assert found[-1].minutes == 8 * 60
