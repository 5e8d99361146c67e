"""Nights, weekends, public holidays and agreed hours, counted for each helper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import day_span
from bpa_desktop.domain.fairness import Load, loads
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.rates import RuleBook, RuleUnknown
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.rulebook import rulebook
from tests.counting import not_counting
from tests.domain.builders import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = (dt.date(2026, 3, 16), dt.date(2026, 3, 23))
"""Monday to Monday, without a public holiday."""
SINCE = dt.date(2020, 1, 1)


def bo(*periods: Employment) -> Helper:
    return Helper(id="bo", first_name="Bo", employments=periods or (Employment(first_day=SINCE),))


def shift(start: str, end: str, **fields: Any) -> Shift:
    return Shift(
        id=start, helper="bo", planned_start=moment(start), planned_end=moment(end), **fields
    )


def load(
    *shifts: Shift,
    days: tuple[dt.date, dt.date] = WEEK,
    helper: Helper | None = None,
    away: Sequence[Absence] = (),
) -> Load:
    found = loads([helper or bo()], map(stint, shifts), away, days, rulebook())
    assert len(found) == 1
    return found[0]


def away(first: dt.date, last: dt.date | None, **fields: Any) -> Absence:
    return Absence(
        id="away", helper="bo", kind=AbsenceKind.HOLIDAY, first_day=first, last_day=last, **fields
    )


@pytest.mark.parametrize(
    ("start", "end", "nights"),
    [
        ("2026-03-16 07:00", "2026-03-16 15:00", 0),
        ("2026-03-16 15:00", "2026-03-16 23:30", 0),
        ("2026-03-16 18:00", "2026-03-17 01:59", 0),
        ("2026-03-16 18:00", "2026-03-17 02:00", 1),
        ("2026-03-16 23:00", "2026-03-17 07:00", 1),
        ("2026-03-17 00:00", "2026-03-17 06:00", 1),
        ("2026-03-17 03:01", "2026-03-17 12:00", 0),
        ("2026-03-16 08:00", "2026-03-17 08:00", 1),
        ("2026-03-16 08:00", "2026-03-18 08:00", 2),
    ],
)
def test_a_night_is_three_hours_between_23_and_06(start: str, end: str, nights: int) -> None:
    assert load(shift(start, end)).nights == nights


def test_the_night_of_the_clock_change_is_counted_in_real_hours() -> None:
    days = (dt.date(2026, 3, 23), dt.date(2026, 3, 30))
    spring = shift("2026-03-28 23:00", "2026-03-29 03:30")
    assert load(spring, days=days).nights == 1
    short = shift("2026-03-29 00:00", "2026-03-29 03:30")
    assert load(short, days=days).nights == 0
    days = (dt.date(2026, 10, 19), dt.date(2026, 10, 26))
    assert load(shift("2026-10-25 00:30", "2026-10-25 03:00"), days=days).nights == 1


@pytest.mark.parametrize(
    ("start", "end", "weekends"),
    [
        ("2026-03-20 15:00", "2026-03-20 23:00", 0),
        ("2026-03-20 23:00", "2026-03-21 01:00", 0),
        ("2026-03-20 23:00", "2026-03-21 07:00", 1),
        ("2026-03-21 07:00", "2026-03-21 15:00", 1),
        ("2026-03-22 22:00", "2026-03-23 07:00", 0),
        ("2026-03-22 20:00", "2026-03-23 07:00", 1),
        ("2026-03-21 12:00", "2026-03-22 12:00", 1),
    ],
)
def test_a_weekend_shift_is_three_hours_on_a_saturday_or_a_sunday(
    start: str, end: str, weekends: int
) -> None:
    assert load(shift(start, end)).weekends == weekends


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-04-02 07:00", "2026-04-02 15:00", 1),
        ("2026-04-01 23:00", "2026-04-02 01:30", 0),
        ("2026-04-01 23:00", "2026-04-02 07:00", 1),
        ("2026-04-04 07:00", "2026-04-04 15:00", 0),
        ("2026-05-01 07:00", "2026-05-01 15:00", 0),
        ("2026-06-05 07:00", "2026-06-05 15:00", 0),
    ],
)
def test_only_public_holidays_count_as_such(start: str, end: str, count: int) -> None:
    year = (dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert load(shift(start, end), days=year).holidays == count


def test_a_shift_counts_where_it_begins_and_its_hours_where_they_lie() -> None:
    before = shift("2026-03-15 23:00", "2026-03-16 07:00")
    after = shift("2026-03-22 23:00", "2026-03-23 07:00")
    found = load(before, after)
    assert (found.nights, found.minutes) == (1, 8 * 60)


def test_what_was_called_off_counts_nowhere_and_what_was_worked_as_it_was() -> None:
    off = shift("2026-03-16 23:00", "2026-03-17 07:00", state=ShiftState.CANCELLED)
    longer = shift(
        "2026-03-18 07:00",
        "2026-03-18 15:00",
        state=ShiftState.WORKED,
        worked_end=moment("2026-03-18 16:00"),
    )
    found = load(off, longer)
    assert (found.nights, found.minutes) == (0, 9 * 60)


def test_agreed_hours_are_for_the_days_of_employment() -> None:
    begins = Employment(
        first_day=dt.date(2026, 3, 20),
        agreed_minutes_per_week=28 * 60,
        least_minutes_per_week=14 * 60,
        most_minutes_per_week=35 * 60,
    )
    found = load(helper=bo(begins))
    assert (found.agreed, found.least, found.most) == (12 * 60, 6 * 60, 15 * 60)


def test_each_period_of_employment_has_its_own_hours() -> None:
    periods = (
        Employment(first_day=SINCE, last_day=dt.date(2026, 3, 18), agreed_minutes_per_week=7 * 60),
        Employment(first_day=dt.date(2026, 3, 19), agreed_minutes_per_week=14 * 60),
    )
    assert load(helper=bo(*periods)).agreed == 3 * 60 + 4 * 120


def test_whole_days_of_absence_are_not_owed() -> None:
    employed = bo(Employment(first_day=SINCE, agreed_minutes_per_week=35 * 60))
    two_days = away(dt.date(2026, 3, 18), dt.date(2026, 3, 19))
    assert load(helper=employed, away=[two_days]).agreed == 25 * 60
    goes_on = away(dt.date(2026, 3, 18), None)
    assert load(helper=employed, away=[goes_on]).agreed == 10 * 60
    afternoon = away(dt.date(2026, 3, 18), dt.date(2026, 3, 18), from_time=dt.time(12))
    assert load(helper=employed, away=[afternoon]).agreed == 35 * 60


@pytest.mark.parametrize(
    ("minutes", "agreed", "least", "most", "difference"),
    [
        (600, 500, None, None, 100),
        (400, 500, 300, 450, -100),
        (400, None, 300, 450, 0),
        (200, None, 300, 450, -100),
        (500, None, 300, 450, 50),
        (500, None, None, None, None),
    ],
)
def test_the_difference_is_to_what_was_agreed(
    minutes: int, agreed: int | None, least: int | None, most: int | None, difference: int | None
) -> None:
    assert Load("bo", 0, 0, 0, minutes, agreed, least, most).difference == difference


def test_who_is_not_there_is_left_out_but_not_who_worked_all_the_same() -> None:
    left = bo(Employment(first_day=SINCE, last_day=dt.date(2026, 3, 1)))
    assert loads([left], [], [], WEEK, rulebook()) == []
    found = load(shift("2026-03-16 07:00", "2026-03-16 15:00"), helper=left)
    assert (found.minutes, found.agreed) == (8 * 60, None)


def test_without_the_rows_of_the_rules_nothing_is_guessed() -> None:
    with pytest.raises(RuleUnknown):
        loads([bo()], [], [], WEEK, RuleBook())


@not_counting()
@given(
    start=st.datetimes(moment("2026-01-01"), moment("2026-12-30")),
    length=st.integers(15, 72 * 60),
)
def test_the_days_of_a_year_share_out_every_minute_of_a_shift(
    start: dt.datetime, length: int
) -> None:
    """Week by week, the hours add up to those of the year; so do the shifts that begin in it."""
    begin = start.replace(second=0, microsecond=0)
    row = ("a", "bo", None, "basis", "planned", *_span(begin, length), None, None)
    year = (dt.date(2025, 12, 29), dt.date(2027, 1, 11))
    weeks = [
        (year[0] + dt.timedelta(weeks=at), year[0] + dt.timedelta(weeks=at + 1))
        for at in range((year[1] - year[0]).days // 7)
    ]
    whole = loads([bo()], [row], [], year, rulebook())[0]
    parts = [loads([bo()], [row], [], week, rulebook())[0] for week in weeks]
    assert whole.minutes == length
    for name in ("minutes", "nights", "weekends", "holidays"):
        assert getattr(whole, name) == sum(getattr(part, name) for part in parts)


def _span(begin: dt.datetime, length: int) -> tuple[int, int]:
    start = day_span(begin.date())[0] + begin.hour * 60 + begin.minute
    return start, start + length
