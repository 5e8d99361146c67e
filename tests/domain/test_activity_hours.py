from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.activity import ActivityItem, DayPart
from bpa_desktop.domain.activity_hours import (
    TimeOfDay,
    by_time_of_day,
    granted_by_area,
    granted_per_week,
    is_placed,
    times_per_week,
)
from bpa_desktop.domain.grant import Per, YearLength
from bpa_desktop.domain.kinds import WEEK, Area, HourKind, Weekday
from tests.domain.builders import grant, line

DAY, EVENING, NIGHT, UNPLACED = TimeOfDay
ON = dt.date(2026, 5, 19)


def item(**fields: Any) -> ActivityItem:
    values: dict[str, Any] = {
        "activity": "Bad",
        "minutes_per_occurrence": 60,
        "occurrences_per_week": Decimal(7),
        "from_time": dt.time(7),
        "to_time": dt.time(8),
    }
    return ActivityItem(**(values | fields))


def test_every_day_is_two_parts_weekend_in_seven() -> None:
    assert by_time_of_day([item()]) == {(DAY, False): 300, (DAY, True): 120}


def test_minutes_are_spread_over_the_clock_time() -> None:
    # 16–24 is one hour of day, six of evening and one of night; 80 minutes of need a week.
    late = item(
        minutes_per_occurrence=80,
        occurrences_per_week=Decimal(1),
        weekdays=(Weekday.MONDAY,),
        from_time=dt.time(16),
        to_time=dt.time(0),
    )
    expected = {(DAY, False): 10, (EVENING, False): 60, (NIGHT, False): 10}
    assert by_time_of_day([late]) == expected


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    friday = item(
        minutes_per_occurrence=480,
        occurrences_per_week=Decimal(1),
        weekdays=(Weekday.FRIDAY,),
        from_time=dt.time(23),
        to_time=dt.time(7),
    )
    assert by_time_of_day([friday]) == {(NIGHT, False): 420, (DAY, False): 60}


@pytest.mark.parametrize(
    ("part", "when"),
    [
        (DayPart.MORNING, DAY),
        (DayPart.FORENOON, DAY),
        (DayPart.AFTERNOON, DAY),
        (DayPart.EVENING, EVENING),
        (DayPart.NIGHT, NIGHT),
    ],
)
def test_without_a_clock_time_the_part_of_the_day_tells(part: DayPart, when: TimeOfDay) -> None:
    weekend = (Weekday.SATURDAY, Weekday.SUNDAY)
    loose = item(
        from_time=None,
        to_time=None,
        day_part=part,
        weekdays=weekend,
        occurrences_per_week=Decimal(2),
    )
    assert by_time_of_day([loose]) == {(when, True): 120}


def test_a_start_without_an_end_counts_where_it_starts() -> None:
    assert by_time_of_day([item(to_time=None, from_time=dt.time(22, 59))]) == {
        (EVENING, False): 300,
        (EVENING, True): 120,
    }


def test_equal_times_are_the_whole_day_and_night() -> None:
    whole = item(minutes_per_occurrence=24 * 60, from_time=dt.time(7), to_time=dt.time(7))
    found = by_time_of_day([whole])
    assert found[DAY, False] == 5 * 11 * 60
    assert found[EVENING, True] == 2 * 6 * 60
    assert found[NIGHT, False] == 5 * 7 * 60


def test_what_has_no_fixed_day_or_time_is_unplaced() -> None:
    no_day = item(occurrences_per_week=Decimal(2))
    no_time = item(from_time=None, to_time=None)
    assert not is_placed(no_day)
    assert not is_placed(no_time)
    assert by_time_of_day([no_day, no_time]) == {(UNPLACED, False): 120 + 420}


def test_every_second_week_is_half_as_often() -> None:
    rare = item(occurrences_per_week=Decimal(1), every_n_weeks=2)
    assert times_per_week(rare) == Decimal("0.5")


TIMES = st.none() | st.times()


@given(
    st.lists(
        st.builds(
            item,
            minutes_per_occurrence=st.integers(0, 600),
            occurrences_per_week=st.decimals(0, 40, places=2),
            every_n_weeks=st.integers(1, 5),
            helpers_needed=st.integers(1, 3),
            weekdays=st.lists(st.sampled_from(WEEK), unique=True).map(tuple),
            from_time=TIMES.map(lambda one: one and one.replace(second=0, microsecond=0)),
            to_time=TIMES.map(lambda one: one and one.replace(second=0, microsecond=0)),
            day_part=st.sampled_from(tuple(DayPart)),
        ),
        max_size=4,
    )
)
def test_the_parts_add_up_to_the_minutes(items: list[ActivityItem]) -> None:
    found = by_time_of_day(items)
    assert sum(found.values()) == sum(one.minutes_per_week for one in items)
    assert all(minutes > 0 for minutes in found.values())


def test_a_week_of_the_grant_in_force() -> None:
    early = grant("2024-01-01", line(1440, Per.DAY))
    now = grant(
        "2026-05-18",
        line(1200, Per.DAY, area=Area.CARE),
        line(240, Per.WEEK, kind=HourKind.TWO_HELPERS, helpers=2, area=Area.ACTIVITY),
    )
    assert granted_per_week([early, now], dt.date(2026, 5, 17)) == 7 * 1440
    assert granted_per_week([early, now], ON) == 7 * 1200 + 480
    assert granted_per_week([early, now], dt.date(2020, 1, 1)) == 0
    assert granted_by_area([early, now], ON) == {Area.CARE: 8400, Area.ACTIVITY: 480}


def test_a_grant_about_to_end_is_counted_over_its_last_week() -> None:
    ending = grant("2026-01-01", line(840, Per.WEEK), last="2026-05-20")
    assert granted_per_week([ending], dt.date(2026, 5, 20)) == 840


def test_a_week_is_a_week_also_in_a_year_of_52_and_in_a_grant_that_is_shorter() -> None:
    year = grant("2026-01-01", line(168 * 60, Per.WEEK), year_length=YearLength.WEEKS_52)
    assert granted_per_week([year], ON) == 168 * 60
    days = grant(ON.isoformat(), line(70 * 60, Per.WEEK), last=(ON + dt.timedelta(2)).isoformat())
    assert granted_per_week([days], ON) == 70 * 60


def test_hours_for_a_whole_period_are_shared_among_its_weeks() -> None:
    period = grant("2026-05-04", line(3000, Per.PERIOD), last="2026-05-31")
    assert granted_per_week([period], ON) == 750
