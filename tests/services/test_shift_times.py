"""A new shift gets the times that are usual for the helper, the weekday and the scheme."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.shift_times import FIRST_TIMES, Times, usual
from tests.domain.builders import moment
from tests.services.little_roster import days_and_evenings, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

DAY, EVENING = Times(dt.time(7), dt.time(15)), Times(dt.time(15), dt.time(23))
NIGHT = Times(dt.time(23), dt.time(7))
SATURDAY = dt.date(2026, 3, 21)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def test_the_very_first_shift_gets_the_first_times(session: Session) -> None:
    assert usual(session, SATURDAY).times("anna", SATURDAY) == FIRST_TIMES
    assert usual(session, SATURDAY).patterns() == (FIRST_TIMES,)


def test_the_nearest_habit_counts(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "03-02", 5, "07:00", "15:00"))
    lay(session, *days_and_evenings("bo", "03-02", 12, "15:00", "23:00"))
    lay(session, shift("03-14 23:00", "03-15 07:00", "anna"))
    found = usual(session, SATURDAY)
    assert found.times("anna", SATURDAY) == NIGHT
    assert found.times("anna", SATURDAY + dt.timedelta(days=1)) == DAY
    assert found.times("dina", SATURDAY) in {EVENING, NIGHT}
    assert found.times("dina", SATURDAY - dt.timedelta(days=1)) == EVENING
    assert found.times(None, SATURDAY - dt.timedelta(days=1)) == EVENING


def test_what_was_cancelled_or_is_a_meeting_is_no_habit(session: Session) -> None:
    lay(
        session,
        shift("03-14 07:00", "03-14 15:00", "anna", state=ShiftState.CANCELLED),
        shift("03-07 10:00", "03-07 12:00", "anna", kind=HourKind.STAFF_MEETING),
    )
    assert usual(session, SATURDAY).times("anna", SATURDAY) == FIRST_TIMES


def test_the_same_week_gives_the_same_times_whatever_the_day(session: Session) -> None:
    lay(session, *days_and_evenings("anna", "01-19", 7, "09:00", "12:00"))
    monday = dt.date(2026, 3, 16)
    found = {usual(session, monday + dt.timedelta(days=day)).patterns() for day in range(7)}
    assert found == {(Times(dt.time(9), dt.time(12)),)}
    later = usual(session, monday + dt.timedelta(weeks=1))
    assert later.patterns() == (FIRST_TIMES,)


def test_the_patterns_are_one_for_each_part_of_the_day(session: Session) -> None:
    for who, first, start, end in (
        ("anna", "03-02", "07:00", "15:00"),
        ("bo", "03-02", "15:00", "23:00"),
        ("carla", "03-02", "23:00", "07:00"),
        ("dina", "03-02", "08:00", "11:00"),
    ):
        days = 3 if who == "dina" else 9
        lay(session, *days_and_evenings(who, first, days, start, end))
    patterns = usual(session, SATURDAY).patterns()
    assert patterns == (DAY, EVENING, NIGHT)
    assert [times.name for times in patterns] == ["Day", "Evening", "Night"]


@pytest.mark.parametrize(
    ("hour", "name"),
    [(0, "Night"), (3, "Night"), (4, "Day"), (12, "Day"), (13, "Evening"), (20, "Night")],
)
def test_the_part_of_the_day_is_where_it_begins(hour: int, name: str) -> None:
    assert Times(dt.time(hour), dt.time(23, 30)).name == name


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    assert NIGHT.on(SATURDAY) == (moment("2026-03-21 23:00"), moment("2026-03-22 07:00"))
    whole = Times(dt.time(8), dt.time(8))
    assert whole.on(SATURDAY)[1] == moment("2026-03-22 08:00")


def test_a_time_the_clock_does_not_show_once_is_moved() -> None:
    spring = Times(dt.time(22), dt.time(2, 30)).on(dt.date(2026, 3, 28))
    assert spring == (moment("2026-03-28 22:00"), moment("2026-03-29 03:30"))
    autumn = Times(dt.time(2, 30), dt.time(7)).on(dt.date(2026, 10, 25))
    assert autumn == (moment("2026-10-25 03:30"), moment("2026-10-25 07:00"))
