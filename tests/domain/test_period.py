from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.period import Period, Window, before_visit, months_before
from tests.counting import not_counting

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


def days(first: str, last: str) -> Period:
    return Period(dt.date.fromisoformat(first), dt.date.fromisoformat(last) + dt.timedelta(days=1))


def test_three_months_before_a_visit_on_20_may() -> None:
    visit = dt.date(2026, 5, 20)
    assert before_visit(visit, 3, Window.ROLLING) == days("2026-02-20", "2026-05-19")
    assert before_visit(visit, 3, Window.CALENDAR) == days("2026-02-01", "2026-04-30")


@pytest.mark.parametrize(
    ("visit", "months", "first"),
    [
        ("2026-05-31", 3, "2026-02-28"),
        ("2024-05-30", 3, "2024-02-29"),
        ("2026-01-15", 12, "2025-01-15"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-01-01", 1, "2025-12-01"),
    ],
)
def test_rolling_begins_on_the_same_day_of_the_month_or_its_last(
    visit: str, months: int, first: str
) -> None:
    day = dt.date.fromisoformat(visit)
    period = before_visit(day, months, Window.ROLLING)
    assert (period.first, period.end) == (dt.date.fromisoformat(first), day)


def test_months_may_be_counted_forwards() -> None:
    assert months_before(dt.date(2026, 12, 31), -2) == dt.date(2027, 2, 28)


def test_a_period_has_a_day() -> None:
    day = dt.date(2026, 5, 20)
    assert Period(day, day + dt.timedelta(days=1)).last == day
    with pytest.raises(ValueError, match="at least one day"):
        Period(day, day)


def test_parts_by_month() -> None:
    parts = days("2026-02-20", "2026-05-19").months()
    assert parts == (
        days("2026-02-20", "2026-02-28"),
        days("2026-03-01", "2026-03-31"),
        days("2026-04-01", "2026-04-30"),
        days("2026-05-01", "2026-05-19"),
    )
    assert [part.is_whole_month for part in parts] == [False, True, True, False]


@not_counting()
@given(DAYS, DAYS)
def test_the_months_are_the_period_without_holes(one: dt.date, other: dt.date) -> None:
    period = Period(min(one, other), max(one, other) + dt.timedelta(days=1))
    parts = period.months()
    assert [day for part in parts for day in part.days()] == list(period.days())
    assert all(
        (part.first.year, part.first.month) == (part.last.year, part.last.month) for part in parts
    )


@not_counting()
@given(DAYS, DAYS, DAYS)
def test_before_and_since_a_day_make_the_whole(one: dt.date, other: dt.date, cut: dt.date) -> None:
    period = Period(min(one, other), max(one, other) + dt.timedelta(days=1))
    halves = [half for half in (period.until(cut), period.since(cut)) if half]
    assert [day for half in halves for day in half.days()] == list(period.days())
    assert all(day < cut for day in (half.last for half in [period.until(cut)] if half))
