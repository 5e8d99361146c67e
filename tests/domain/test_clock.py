"""Wall-clock times and the real time behind them, in ordinary nights and when clocks change."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain import clock
from bpa_desktop.domain.clock import WallTime
from tests.domain.builders import day, moment, time

SPRING = day("2026-03-29")
AUTUMN = day("2026-10-25")

moments = st.integers(
    clock.instant(dt.datetime(1980, 5, 1)),  # noqa: DTZ001 - wall-clock times have no offset
    clock.instant(dt.datetime(2037, 12, 1)),  # noqa: DTZ001
)
days = st.dates(dt.date(1981, 1, 1), dt.date(2037, 12, 1))


@given(moments)
def test_an_instant_is_found_again_from_what_the_clock_shows(instant: int) -> None:
    shown = clock.wall(instant)
    back = {clock.instant(shown), clock.instant(shown.replace(fold=1))}
    assert instant in back
    assert clock.wall(clock.instant(shown)) == shown


@given(days, st.times())
def test_a_wall_time_that_exists_is_shown_again(date: dt.date, at: dt.time) -> None:
    wall = dt.datetime.combine(date, at.replace(second=0, microsecond=0))
    if clock.shown(wall) is WallTime.NEVER:
        assert clock.wall(clock.instant(wall)) != wall
    else:
        assert clock.wall(clock.instant(wall)) == wall


@given(days)
def test_a_day_is_as_long_as_the_clock_changes_make_it(date: dt.date) -> None:
    start, end = clock.day_span(date)
    assert (end - start) // 60 in {23, 24, 25}
    assert (end - start) % 60 == 0
    assert clock.day_of(start) == date
    assert clock.day_of(end - 1) == date
    assert clock.day_of(end) == date + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("date", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)]
)
def test_length_of_a_day(date: str, hours: int) -> None:
    start, end = clock.day_span(day(date))
    assert end - start == hours * 60


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-28T22:00", "2026-03-29T06:00", 7),
        ("2026-10-24T22:00", "2026-10-25T06:00", 9),
        ("2026-03-16T22:00", "2026-03-17T06:00", 8),
        ("2026-03-16T19:00", "2026-03-17T09:00", 14),
        ("2026-03-16T07:00", "2026-03-16T06:00", -1),
    ],
)
def test_real_length_of_a_night(start: str, end: str, hours: int) -> None:
    assert clock.minutes_between(moment(start), moment(end)) == hours * 60


@pytest.mark.parametrize(
    ("wall", "kind"),
    [
        ("2026-03-29T01:59", WallTime.ONCE),
        ("2026-03-29T02:00", WallTime.NEVER),
        ("2026-03-29T02:59", WallTime.NEVER),
        ("2026-03-29T03:00", WallTime.ONCE),
        ("2026-10-25T01:59", WallTime.ONCE),
        ("2026-10-25T02:00", WallTime.TWICE),
        ("2026-10-25T02:59", WallTime.TWICE),
        ("2026-10-25T03:00", WallTime.ONCE),
    ],
)
def test_how_often_a_time_is_shown(wall: str, kind: WallTime) -> None:
    assert clock.shown(moment(wall)) is kind


def test_a_time_shown_twice_is_the_first_unless_folded() -> None:
    first = moment("2026-10-25T02:30")
    assert clock.instant(first.replace(fold=1)) - clock.instant(first) == 60


def test_a_time_jumped_over_counts_as_the_far_side() -> None:
    assert clock.wall(clock.instant(moment("2026-03-29T02:30"))) == moment("2026-03-29T03:30")


def test_checked_lets_an_ordinary_time_through() -> None:
    assert clock.checked(moment("2026-03-16T07:00")) == moment("2026-03-16T07:00")


def test_checked_refuses_a_time_that_does_not_exist() -> None:
    with pytest.raises(clock.NoSuchTime, match=r"29\. marts 2026 02:30 does not exist"):
        clock.checked(moment("2026-03-29T02:30"))


def test_checked_refuses_a_time_that_comes_twice() -> None:
    with pytest.raises(clock.TimeTwice, match=r"25\. oktober 2026 02:30 comes twice"):
        clock.checked(moment("2026-10-25T02:30"))


def test_days_span_is_half_open() -> None:
    first, end = clock.days_span(SPRING, AUTUMN)
    assert clock.wall(first) == moment("2026-03-29T00:00")
    assert clock.wall(end) == moment("2026-10-25T00:00")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ((0, 10), (5, 20), (5, 10)),
        ((5, 20), (0, 10), (5, 10)),
        ((0, 30), (5, 20), (5, 20)),
        ((0, 10), (10, 20), None),
        ((0, 10), (11, 20), None),
    ],
)
def test_overlap(one: clock.Span, other: clock.Span, shared: clock.Span | None) -> None:
    assert clock.overlap(one, other) == shared


@pytest.mark.parametrize(
    ("after", "at", "expected"),
    [
        ("2026-03-16T07:00", "15:00", "2026-03-16T15:00"),
        ("2026-03-16T22:00", "06:00", "2026-03-17T06:00"),
        ("2026-03-16T07:00", "07:00", "2026-03-17T07:00"),
    ],
)
def test_the_next_time_the_clock_shows(after: str, at: str, expected: str) -> None:
    assert clock.next_at(moment(after), time(at)) == moment(expected)


def test_at_puts_a_time_on_a_day() -> None:
    assert clock.at(SPRING, time("07:30")) == moment("2026-03-29T07:30")
