"""What is said of how the roster is shared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.i18n import speaking
from bpa_desktop.services.fairness import agreed_hours, agreed_text, fairness, year_of
from tests.services.little_roster import (
    days_and_evenings,
    helper,
    lay,
    open_empty,
    open_little,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

WEEK = (dt.date(2026, 3, 16), dt.date(2026, 3, 23))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def test_who_has_most_and_who_fewest_nights_is_said_first(session: Session) -> None:
    lay(
        session,
        *days_and_evenings("bo", "03-16", 4, "23:00", "07:00"),
        *days_and_evenings("carla", "03-20", 2, "23:00", "07:00"),
        shift("03-18 23:30", "03-19 07:00", "anna"),
        *days_and_evenings("dina", "03-16", 2, "23:00", "07:00"),
    )
    assert fairness(session, *WEEK).sentence() == "Bo har flest nætter: 4; Anna færrest: 1."
    with speaking("en"):
        assert fairness(session, *WEEK).sentence() == "Bo has most nights: 4; Anna fewest: 1."


def test_equal_nights_are_said_to_be_equal(session: Session) -> None:
    lay(
        session,
        *(
            shift(f"03-{16 + at} 23:00", f"03-{17 + at} 07:00", who)
            for at, who in enumerate(("anna", "bo", "carla", "dina"))
        ),
    )
    said = fairness(session, *WEEK).sentence()
    assert said == "Nætterne er ligeligt fordelt: 1 til hver."


def test_weekends_are_compared_where_there_are_no_nights(session: Session) -> None:
    lay(session, *days_and_evenings("dina", "03-21", 2, "07:00", "15:00"))
    said = fairness(session, *WEEK).sentence()
    assert said == "Dina har flest weekendvagter: 2; flere har færrest: 0."


def test_nothing_to_compare_is_said(session: Session) -> None:
    said = "Der er ingen nætter og ingen weekendvagter."
    assert fairness(session, *WEEK).sentence() == said
    lay(session, *days_and_evenings("dina", "03-16", 2, "07:00", "15:00"))
    assert fairness(session, *WEEK).sentence() == said


def test_a_substitute_is_not_told_to_have_fewest(session: Session) -> None:
    lay(session, helper("Eva Vikar", position=Position.SUBSTITUTE))
    lay(
        session,
        *days_and_evenings("bo", "03-16", 2, "23:00", "07:00"),
        *(
            shift(f"03-{18 + at} 23:00", f"03-{19 + at} 07:00", who)
            for at, who in enumerate(("anna", "carla", "dina"))
        ),
    )
    found = fairness(session, *WEEK)
    assert [one.helper.id for one in found.shares][-1] == "eva"
    assert found.sentence() == "Bo har flest nætter: 2; flere har færrest: 1."
    with speaking("en"):
        assert found.sentence() == "Bo has most nights: 2; several have fewest: 1."


def test_the_year_has_what_was_worked_and_what_is_planned(session: Session) -> None:
    lay(
        session,
        shift("01-02 23:00", "01-03 07:00", "bo"),
        shift("12-30 23:00", "12-31 07:00", "bo"),
    )
    year = fairness(session, *year_of(session, WEEK[0]))
    assert (year.first, year.end) == (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert next(one.load.nights for one in year.shares if one.helper.id == "bo") == 2
    assert fairness(session, *WEEK).shares[1].load.nights == 0


def test_the_year_ends_where_the_plan_ends_but_not_before_today(session: Session) -> None:
    assert year_of(session, WEEK[0]) == (dt.date(2026, 1, 1), dt.date(2026, 3, 17))
    assert year_of(session, dt.date(2025, 6, 1))[1] == dt.date(2025, 1, 2)
    lay(session, shift("12-31 23:00", "12-31 23:59", "bo", id="last"))
    assert year_of(session, WEEK[0])[1] == dt.date(2027, 1, 1)


@pytest.mark.parametrize(
    ("fields", "told", "difference"),
    [
        ({}, [], "Ingen timer aftalt"),
        ({"agreed_minutes_per_week": 10 * 60}, ["aftalt 10 t"], "▼ 2 t under"),
        ({"agreed_minutes_per_week": 8 * 60}, ["aftalt 8 t"], "Som aftalt"),
        (
            {"least_minutes_per_week": 5 * 60, "most_minutes_per_week": 7 * 60},
            ["mindst 5 t", "højst 7 t"],
            "▲ 1 t over",
        ),
    ],
)
def test_hours_stand_beside_what_was_agreed(
    session: Session, fields: dict[str, int], told: list[str], difference: str
) -> None:
    employed = (Employment(first_day=dt.date(2020, 1, 1), **fields),)
    lay(session, helper("Eva Ny", employments=employed))
    lay(session, shift("03-17 07:00", "03-17 15:00", "eva"))
    load = next(one.load for one in fairness(session, *WEEK).shares if one.helper.id == "eva")
    assert agreed_hours(load) == told
    assert agreed_text(load) == difference


def test_a_file_without_helpers_has_no_shares(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        found = fairness(session, *WEEK)
    assert found.shares == ()
    assert found.sentence() == "Der er ingen nætter og ingen weekendvagter."


def test_the_difference_is_that_of_the_whole_hours_that_are_shown(session: Session) -> None:
    employed = (Employment(first_day=dt.date(2020, 1, 1), agreed_minutes_per_week=10 * 60 + 25),)
    lay(session, helper("Eva Ny", employments=employed))
    lay(session, shift("03-17 07:00", "03-17 15:35", "eva"))
    load = next(one.load for one in fairness(session, *WEEK).shares if one.helper.id == "eva")
    assert (load.minutes, load.agreed) == (8 * 60 + 35, 10 * 60 + 25)
    assert agreed_hours(load) == ["aftalt 10 t"]
    assert agreed_text(load) == "▼ 1 t under"
