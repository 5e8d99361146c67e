"""Hours granted: examples from the texts, and exact sums however the time is divided."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.grant import Grant, GrantLine, Per, YearLength
from bpa_desktop.domain.granted import (
    NO_END,
    granted,
    granted_by_day,
    granted_by_grant,
    granted_parts,
    in_force,
)
from bpa_desktop.domain.hours import by_month
from bpa_desktop.domain.kinds import WEEK, HourKind, Weekday
from tests.counting import not_counting
from tests.domain.builders import day, grant, line, round_the_clock

HOUR = 60


def hours(grants: list[Grant], first: str, end: str, kind: HourKind = HourKind.BASIS) -> Fraction:
    return Fraction(granted(grants, day(first), day(end)).get(kind, 0), HOUR)


def weekly(minutes: int = 168 * HOUR, year: YearLength = YearLength.CALENDAR) -> Grant:
    return grant("2020-01-01", line(minutes, Per.WEEK), year_length=year)


@pytest.mark.parametrize(
    ("year", "length", "expected"),
    [
        (2026, YearLength.WEEKS_52, 8736),
        (2028, YearLength.WEEKS_52, 8736),
        (2026, YearLength.CALENDAR, 8760),
        (2028, YearLength.CALENDAR, 8784),
    ],
)
@pytest.mark.parametrize("per", [Per.DAY, Per.WEEK])
def test_round_the_clock_in_a_year(year: int, length: YearLength, expected: int, per: Per) -> None:
    minutes = {Per.DAY: 24, Per.WEEK: 168}[per] * HOUR
    given_hours = grant("2020-06-17", line(minutes, per), year_length=length)
    assert hours([given_hours], f"{year}-01-01", f"{year + 1}-01-01") == expected


def test_a_week_is_seven_days_of_the_weekly_hours() -> None:
    assert hours([weekly(70 * HOUR)], "2026-03-16", "2026-03-23") == 70
    assert hours([weekly(70 * HOUR)], "2026-03-16", "2026-03-17") == 10


def test_hours_per_month_follow_the_days_of_the_month() -> None:
    monthly = grant("2026-01-01", line(31 * HOUR, Per.MONTH))
    assert hours([monthly], "2026-02-01", "2026-03-01") == 31
    assert hours([monthly], "2026-01-10", "2026-01-20") == 10


def test_hours_per_year_follow_the_days_of_the_year_and_are_not_scaled() -> None:
    yearly = grant("2026-01-01", line(365 * HOUR, Per.YEAR), year_length=YearLength.WEEKS_52)
    assert hours([yearly], "2026-01-01", "2027-01-01") == 365
    assert hours([yearly], "2026-03-01", "2026-03-11") == 10
    assert hours([yearly], "2028-01-01", "2029-01-01") == 365


def test_hours_for_the_period_follow_its_days() -> None:
    period = grant("2026-07-01", line(28 * HOUR, Per.PERIOD), last="2026-07-14")
    assert hours([period], "2026-07-01", "2026-07-15") == 28
    assert hours([period], "2026-07-01", "2026-07-08") == 14
    assert hours([period], "2026-01-01", "2027-01-01") == 28


def test_hours_for_a_period_without_an_end_are_not_guessed() -> None:
    assert (
        hours([grant("2026-07-01", line(28 * HOUR, Per.PERIOD))], "2026-07-01", "2027-01-01") == 0
    )


def test_daily_hours_on_chosen_weekdays() -> None:
    weekend = line(2 * HOUR, Per.DAY, weekdays=(Weekday.SATURDAY, Weekday.SUNDAY))
    assert hours([grant("2026-01-01", weekend)], "2026-03-16", "2026-03-23") == 4
    assert hours([grant("2026-01-01", weekend)], "2026-03-16", "2026-03-21") == 0
    by_day = granted_by_day([grant("2026-01-01", weekend)], day("2026-03-20"), day("2026-03-23"))
    assert by_day == {
        day("2026-03-20"): {},
        day("2026-03-21"): {HourKind.BASIS: 120},
        day("2026-03-22"): {HourKind.BASIS: 120},
    }


def test_weekdays_of_a_weekly_line_only_place_the_need() -> None:
    placed = line(70 * HOUR, Per.WEEK, weekdays=(Weekday.SATURDAY,))
    assert hours([grant("2026-01-01", placed)], "2026-03-16", "2026-03-23") == 70


def test_every_helper_of_a_line_counts() -> None:
    assert hours([grant("2026-01-01", line(HOUR, helpers=2))], "2026-03-16", "2026-03-17") == 2


def test_both_days_of_a_grant_belong_to_it() -> None:
    one = grant("2026-03-10", line(HOUR), last="2026-03-12")
    assert hours([one], "2026-01-01", "2027-01-01") == 3
    assert hours([one], "2026-03-12", "2026-03-13") == 1
    assert hours([one], "2026-03-13", "2026-03-14") == 0


def test_a_new_decision_takes_over_from_the_one_without_an_end() -> None:
    grants = [grant("2026-03-16", line(2 * HOUR)), grant("2026-01-01", line(HOUR))]
    assert hours(grants, "2026-03-15", "2026-03-16") == 1
    assert hours(grants, "2026-03-16", "2026-03-17") == 2


def test_a_grant_with_an_end_comes_on_top() -> None:
    grants = [
        grant("2026-01-01", line(HOUR)),
        grant("2026-03-16", line(2 * HOUR), last="2026-03-16"),
    ]
    assert hours(grants, "2026-03-15", "2026-03-18") == 1 + 3 + 1


def test_in_force_tells_the_days_and_never_runs_past_the_last_day_there_is() -> None:
    open_end, next_one = grant("2026-01-01"), grant("2026-03-16")
    assert [(one.first, one.end) for one in in_force([next_one, open_end])] == [
        (day("2026-01-01"), day("2026-03-16")),
        (day("2026-03-16"), NO_END),
    ]
    last = Grant(valid_from=day("2026-01-01"), valid_to=dt.date.max)
    assert in_force([last])[0].end == NO_END


def test_kinds_are_counted_apart_and_can_be_traced_to_their_grant() -> None:
    meetings = line(24 * HOUR, Per.YEAR, kind=HourKind.STAFF_MEETING)
    grants = [
        grant("2026-01-01", round_the_clock(), meetings),
        grant("2026-05-01", line(HOUR), last="2026-05-02"),
    ]
    span = day("2026-05-01"), day("2026-05-03")
    assert granted_by_grant(grants, *span, HourKind.BASIS) == {
        "grant 2026-01-01": 48 * HOUR,
        "grant 2026-05-01": 2 * HOUR,
    }
    assert sum(granted_by_grant(grants, *span).values()) == sum(granted(grants, *span).values())


lines = st.builds(
    GrantLine,
    kind=st.sampled_from([HourKind.BASIS, HourKind.MUS]),
    minutes=st.integers(0, 20000),
    per=st.sampled_from(Per),
    helpers=st.integers(1, 3),
    weekdays=st.lists(st.sampled_from(WEEK), unique=True, max_size=3).map(tuple),
)
dates = st.dates(dt.date(2023, 11, 1), dt.date(2026, 3, 1))


@st.composite
def all_grants(draw: st.DrawFn) -> list[Grant]:
    made = []
    for number in range(draw(st.integers(1, 3))):
        first = draw(dates)
        last = draw(
            st.none()
            | st.integers(0, 500).map(lambda days, first=first: first + dt.timedelta(days))
        )
        made.append(
            Grant(
                id=str(number),
                valid_from=first,
                valid_to=last,
                year_length=draw(st.sampled_from(YearLength)),
                lines=tuple(draw(st.lists(lines, min_size=1, max_size=2))),
            )
        )
    return made


def slow_day(one: Grant, part: GrantLine, date: dt.date) -> Fraction:
    """What a line gives for one day, straight from the words of the rule."""
    year = 366 if calendar.isleap(date.year) else 365
    scale = Fraction(364, year) if one.year_length is YearLength.WEEKS_52 else 1
    minutes = Fraction(part.minutes * part.helpers)
    if part.weekdays and part.per in {Per.DAY, Per.WEEK}:
        return minutes * slow_weekday(one, part, date)
    if part.per is Per.DAY:
        return minutes * scale
    if part.per is Per.WEEK:
        return minutes / 7 * scale
    if part.per is Per.MONTH:
        return minutes / calendar.monthrange(date.year, date.month)[1]
    if part.per is Per.YEAR:
        return minutes / year
    return minutes / ((one.valid_to - one.valid_from).days + 1) if one.valid_to else Fraction(0)


def slow_weekday(one: Grant, part: GrantLine, date: dt.date) -> Fraction:
    """How much of the amount falls on one day, where a line names its weekdays."""
    if WEEK[date.weekday()] not in part.weekdays:
        return Fraction(0)
    each = len(set(part.weekdays))
    share = Fraction(1, each if part.per is Per.WEEK else 1)
    if one.year_length is YearLength.CALENDAR:
        return share
    start = dt.date(date.year, 1, 1)
    year = (start + dt.timedelta(n) for n in range(366))
    days = sum(WEEK[day.weekday()] in part.weekdays for day in year if day.year == date.year)
    return share * Fraction(52 * each, days)


@pytest.mark.parametrize("year", [2024, 2025, 2028])
@pytest.mark.parametrize("part", [line(480, Per.DAY), line(2400, Per.WEEK)])
def test_a_year_of_52_weeks_is_that_also_of_weekdays(year: int, part: GrantLine) -> None:
    part = replace(part, weekdays=WEEK[:5])
    grants = [grant("2020-01-01", part, year_length=YearLength.WEEKS_52)]
    whole = granted(grants, dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    assert sum(whole.values()) == 52 * 5 * 8 * 60


def test_a_week_on_two_days_lies_on_these_two() -> None:
    part = line(840, Per.WEEK, weekdays=(Weekday.SATURDAY, Weekday.SUNDAY))
    grants = [grant("2026-01-01", part)]
    assert granted(grants, day("2026-05-18"), day("2026-05-23")) == {}
    assert granted(grants, day("2026-05-18"), day("2026-05-24")) == {HourKind.BASIS: 420}
    assert granted(grants, day("2026-05-18"), day("2026-05-25")) == {HourKind.BASIS: 840}


def slow_granted(grants: list[Grant], first: dt.date, end: dt.date) -> dict[HourKind, int]:
    found: dict[HourKind, int] = {}
    opens = sorted(one.valid_from for one in grants if one.valid_to is None)
    for one in grants:
        last = one.valid_to or min(
            (start - dt.timedelta(1) for start in opens if start > one.valid_from), default=end
        )
        for part in one.lines:
            before = inside = Fraction(0)
            date = one.valid_from
            while date <= last and date < end:
                amount = slow_day(one, part, date)
                before += amount if date < first else 0
                inside += amount if date >= first else 0
                date += dt.timedelta(1)
            half = Fraction(1, 2)
            minutes = (before + inside + half) // 1 - (before + half) // 1
            found[part.kind] = found.get(part.kind, 0) + minutes
    return {kind: minutes for kind, minutes in found.items() if minutes}


@not_counting()
@given(all_grants(), dates, st.integers(1, 90))
def test_the_same_as_adding_up_day_by_day(grants: list[Grant], first: dt.date, days: int) -> None:
    end = first + dt.timedelta(days)
    assert granted(grants, first, end) == slow_granted(grants, first, end)


@not_counting()
@pytest.mark.parametrize("per", Per)
@pytest.mark.parametrize("length", YearLength)
@pytest.mark.parametrize("weekdays", [(), (Weekday.MONDAY, Weekday.SUNDAY)])
def test_the_same_over_two_turns_of_the_year(
    per: Per, length: YearLength, weekdays: tuple[Weekday, ...]
) -> None:
    part = line(9999, per, weekdays=weekdays)
    grants = [grant("2023-11-15", part, last="2026-01-20", year_length=length)]
    bounds = by_month(day("2023-11-01"), day("2026-02-01"))
    for (first, end), found in zip(pairwise(bounds), granted_parts(grants, bounds), strict=True):
        assert found == slow_granted(grants, first, end)


@not_counting()
@given(all_grants(), st.lists(dates, min_size=2, max_size=6, unique=True))
def test_parts_add_up_to_the_whole(grants: list[Grant], bounds: list[dt.date]) -> None:
    bounds.sort()
    whole = granted(grants, bounds[0], bounds[-1])
    for kind in HourKind:
        parts = [part.get(kind, 0) for part in granted_parts(grants, bounds)]
        assert sum(parts) == whole.get(kind, 0)
        assert parts == [granted(grants, *pair).get(kind, 0) for pair in pairwise(bounds)]


def test_the_months_of_a_year_add_up_to_the_year() -> None:
    grants = [weekly(year=YearLength.WEEKS_52)]
    months = granted_parts(grants, by_month(day("2026-01-01"), day("2027-01-01")))
    assert len(months) == 12
    assert sum(month[HourKind.BASIS] for month in months) == 8736 * HOUR
