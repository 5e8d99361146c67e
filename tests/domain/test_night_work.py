"""Hours at night in a year, and the health check they give a right to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.night_work import RULE, night_work
from bpa_desktop.domain.work import work_of
from tests.domain.builders import book, moment, row, rule, time

if TYPE_CHECKING:
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint


def law(yearly: int, daily: int = 24 * 60, least_days: int = 1) -> RuleBook:
    """Where a day has no more minutes than ``daily``, only the year counts."""
    night = {"night_from": time("23:00"), "night_to": time("06:00")}
    late = {"daily_from": time("22:00"), "daily_to": time("05:00")}
    counts = {"yearly_minutes": yearly, "daily_minutes": daily, "daily_least_days": least_days}
    counts["daily_over_percent"] = 50
    return book(rule(RULE, check_every_years=3, **night, **late, **counts))


def nights(first: str, count: int) -> list[Stint]:
    starts = [moment(f"{first}T23:00") + dt.timedelta(days=number) for number in range(count)]
    return [row(start.isoformat(), (start + dt.timedelta(hours=8)).isoformat()) for start in starts]


def test_more_than_three_hundred_hours_give_one_hint_a_year() -> None:
    assert not list(night_work(work_of(nights("2026-05-01", 42)), law(18000)))
    (one,) = night_work(work_of(nights("2026-05-01", 43)), law(18000))
    assert (one.code, one.severity) == (Code.NIGHT_CHECK, Severity.HINT)
    assert one.records == (("helper", "anna"),)
    assert one.window == (moment("2026-01-01T00:00"), moment("2027-01-01T00:00"))
    assert (one.values["minutes"], one.values["every_years"]) == (43 * 420, 3)


@pytest.mark.parametrize(
    ("start", "end", "is_told"),
    [
        ("19:00", "01:00", True),
        ("19:01", "00:59", False),
        ("02:00", "10:00", True),
        ("02:01", "10:00", False),
        ("08:00", "20:00", False),
    ],
)
def test_three_hours_between_22_and_05_as_the_daily_rule_give_one_too(
    start: str,
    end: str,
    is_told: bool,  # noqa: FBT001
) -> None:
    later = 1 if end < start else 0
    rows = [
        row(f"2026-05-{day:02}T{start}", f"2026-05-{day + later:02}T{end}") for day in range(4, 9)
    ]
    found = list(night_work(work_of(rows), law(18000, 180)))
    assert [(one.values["at_night"], one.values["days"]) for one in found] == [(5, 5)] * is_told


def test_of_a_few_nights_nobody_can_say_that_they_are_the_rule() -> None:
    assert not list(night_work(work_of(nights("2026-05-04", 19)), law(18000, 180, 20)))
    assert len(list(night_work(work_of(nights("2026-05-04", 20)), law(18000, 180, 20)))) == 1


def test_half_of_the_days_at_night_are_not_the_rule() -> None:
    late = nights("2026-05-04", 3)
    by_day = [row(f"2026-05-{day}T08:00", f"2026-05-{day}T16:00") for day in (11, 12, 13)]
    assert not list(night_work(work_of([*late, *by_day]), law(18000, 180)))
    assert len(list(night_work(work_of([*late, *by_day[:2]]), law(18000, 180)))) == 1


def test_the_night_over_the_new_year_is_a_whole_one_of_the_old_year() -> None:
    rows = [row("2026-12-31T23:00", "2027-01-01T02:00")]
    found = list(night_work(work_of(rows), law(18000, 180)))
    assert [(one.values["year"], one.values["at_night"]) for one in found] == [(2026, 1)]


def test_a_night_over_the_new_year_is_shared() -> None:
    found = list(night_work(work_of(nights("2026-12-31", 1)), law(0)))
    assert [(one.values["year"], one.values["minutes"]) for one in found] == [
        (2026, 60),
        (2027, 360),
    ]


def test_where_the_rule_is_not_known_nothing_is_said() -> None:
    assert not list(night_work(work_of(nights("2026-05-01", 60)), book()))


@given(
    st.sampled_from(["2026-03-28", "2026-10-24", "2026-12-30", "2028-02-28"]),
    st.integers(0, 2880),
    st.integers(1, 2000),
)
def test_the_same_as_counting_minutes(first: str, after: int, length: int) -> None:
    start = instant(moment(f"{first}T00:00")) + after
    one = ("s", "anna", None, "basis", "planned", start, start + length, None, None)
    slow: dict[int, int] = {}
    for minute in range(start, start + length):
        shown = wall(minute)
        if shown.hour >= 23 or shown.hour < 6:
            slow[shown.year] = slow.get(shown.year, 0) + 1
    found = {
        item.values["year"]: item.values["minutes"] for item in night_work(work_of([one]), law(0))
    }
    assert found == slow
