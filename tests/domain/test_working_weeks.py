"""Hours a week: on average over four months, and for relatives, beside a slow count."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.clock import day_of, day_span, instant
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_weeks import (
    AVERAGE,
    RELATIVES,
    average_weeks,
    most_minutes,
    reference_period,
    reference_periods,
    relative_weeks,
)
from tests.counting import not_counting
from tests.domain.builders import absence, book, day, moment, row, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.stints import Stint

LAW = book(
    rule(AVERAGE, minutes_per_week=2880, reference_months=4),
    rule(RELATIVES, minutes_per_week=2880),
)


def average(rows: Iterable[Stint], away: Iterable[Absence] = ()) -> list[Finding]:
    return list(average_weeks(work_of(rows), away, LAW))


def days(first: str, count: int, hours: int, helper: str = "anna") -> list[Stint]:
    starts = [moment(f"{first}T06:00") + dt.timedelta(days=number) for number in range(count)]
    return [
        row(
            start.isoformat(),
            (start + dt.timedelta(hours=hours)).isoformat(),
            helper,
            id=f"{helper} {start:%m-%d}",
        )
        for start in starts
    ]


@pytest.mark.parametrize(
    ("on", "first", "end"),
    [
        ("2026-01-01", "2026-01-01", "2026-05-01"),
        ("2026-04-30", "2026-01-01", "2026-05-01"),
        ("2026-05-01", "2026-05-01", "2026-09-01"),
        ("2026-12-31", "2026-09-01", "2027-01-01"),
        ("2028-02-29", "2028-01-01", "2028-05-01"),
    ],
)
def test_reference_periods_of_four_months(on: str, first: str, end: str) -> None:
    assert reference_period(day(on), 4) == Period(day(first), day(end))


def test_the_length_of_the_period_is_what_the_rule_says() -> None:
    six = book(rule(AVERAGE, minutes_per_week=2880, reference_months=6))
    (period,) = reference_periods(day("2026-08-01"), day("2026-08-02"), six)
    assert period == Period(day("2026-07-01"), day("2027-01-01"))
    assert not list(reference_periods(day("2026-08-01"), day("2026-08-02"), book()))


def test_the_periods_that_meet_some_days() -> None:
    found = list(reference_periods(day("2026-04-30"), day("2026-09-01"), LAW))
    assert [period.first for period in found] == [day("2026-01-01"), day("2026-05-01")]


def test_a_hundred_and_twenty_days_allow_822_86_hours() -> None:
    limit = most_minutes(120, 2880)
    assert round(float(limit) / 60, 2) == 822.86
    rows = [*days("2026-01-01", 102, 8), row("2026-04-29T00:00", "2026-04-29T06:51", id="rest")]
    assert sum(one[6] - one[5] for one in rows) == int(limit)
    assert not average(rows)
    rows[-1] = row("2026-04-29T00:00", "2026-04-29T06:52", id="rest")
    (one,) = average(rows)
    assert (one.code, one.severity, one.minutes_short) == (Code.AVERAGE_WEEK, Severity.PROBLEM, 1)
    assert one.window == (moment("2026-01-01T00:00"), moment("2026-05-01T00:00"))
    assert one.records == (("helper", "anna"), ("shift", "rest"))
    assert (one.values["total"], one.values["days"]) == (int(limit) + 1, 120)
    assert one.values["most"] == limit


def test_days_of_holiday_and_sickness_are_left_out() -> None:
    rows = days("2026-01-01", 75, 10)
    assert not average(rows)
    away = [
        absence("anna", "2026-03-20", "2026-03-31", kind=AbsenceKind.HOLIDAY),
        absence("anna", "2026-04-10", "2026-04-10", kind=AbsenceKind.SICKNESS),
    ]
    (one,) = average(rows, away)
    assert one.values["neutral"] == 13
    assert one.values["most"] == most_minutes(107, 2880)
    assert one.minutes_short == ceil(75 * 600 - most_minutes(107, 2880))


def test_what_was_worked_on_such_a_day_is_left_out_too() -> None:
    rows = days("2026-01-01", 83, 10)
    away = [absence("anna", "2026-01-01", "2026-01-20", kind=AbsenceKind.HOLIDAY)]
    assert average(rows)[0].values["total"] == 83 * 600
    assert not average(rows, away)


@pytest.mark.parametrize(
    "away",
    [
        absence("anna", "2026-03-20", "2026-04-30", kind=AbsenceKind.AGREED_DAY_OFF),
        absence("bo", "2026-03-20", "2026-04-30", kind=AbsenceKind.HOLIDAY),
        absence(
            "anna",
            "2026-04-30",
            "2026-04-30",
            from_time=dt.time(12),
            to_time=dt.time(15),
            kind=AbsenceKind.HOLIDAY,
        ),
    ],
)
def test_other_absence_and_parts_of_days_count(away: Absence) -> None:
    assert not average(days("2026-01-01", 82, 10), [away])


def test_the_shift_that_makes_it_too_much_is_named() -> None:
    (one,) = average(days("2026-01-01", 100, 10))
    assert most_minutes(120, 2880) // 600 == 82
    assert one.records[-1] == ("shift", "anna 03-24")


def test_each_period_counts_for_itself_also_in_a_leap_year() -> None:
    assert not average(days("2026-03-01", 120, 10))
    found = average(days("2028-01-01", 121, 10))
    assert [one.values["days"] for one in found] == [121]


def test_work_over_midnight_is_shared_between_two_periods() -> None:
    rows = [*days("2026-01-01", 82, 10), row("2026-04-30T20:00", "2026-05-01T06:00", id="night")]
    (one,) = average(rows)
    assert one.values["total"] == 82 * 600 + 240


RELATIVE = frozenset({"anna", "bo"})


def test_relatives_share_forty_eight_hours_a_week() -> None:
    rows = [*days("2026-03-16", 4, 8), *days("2026-03-18", 2, 9, "bo")]
    (one,) = relative_weeks(work_of(rows), RELATIVE, LAW)
    assert (one.code, one.minutes_short) == (Code.RELATIVE_WEEK, 120)
    assert one.window == (moment("2026-03-16T00:00"), moment("2026-03-23T00:00"))
    assert one.records == (("helper", "anna"), ("helper", "bo"), ("shift", "bo 03-19"))
    assert one.values["helper"] == ""
    assert not list(relative_weeks(work_of(rows), frozenset({"anna"}), LAW))


def test_a_night_from_sunday_to_monday_is_shared_between_two_weeks() -> None:
    rows = [*days("2026-03-16", 5, 9), row("2026-03-22T20:00", "2026-03-23T08:00", id="night")]
    (one,) = relative_weeks(work_of(rows), RELATIVE, LAW)
    assert one.values["total"] == 45 * 60 + 240
    assert one.values["helper"] == "anna"


BASE = instant(moment("2026-12-01T00:00"))


@st.composite
def months(draw: st.DrawFn) -> tuple[list[Stint], list[Absence]]:
    """Sixty long days over the end of a year, or over a clock change, and some absence."""
    first = draw(st.sampled_from(["2026-12-05", "2026-03-20", "2028-04-10", "2026-08-20"]))
    base = instant(moment(f"{first}T00:00"))
    rows = []
    for number in range(60):
        start = base + number * 1440 + draw(st.sampled_from([0, 420, 1380]))
        minutes = draw(st.sampled_from([0, 900, 1200, 1439]))
        if minutes:
            worked = (None, None)
            rows.append(
                (f"s{number}", "anna", None, "basis", "planned", start, start + minutes, *worked)
            )
    away = [
        absence(
            "anna",
            f"{day_of(base + draw(st.integers(0, 59)) * 1440)}",
            None if draw(st.booleans()) else "2028-12-31",
            kind=draw(st.sampled_from([AbsenceKind.HOLIDAY, AbsenceKind.OTHER])),
        )
        for _number in range(draw(st.integers(0, 1)))
    ]
    return rows, away


def slow(rows: list[Stint], away: list[Absence]) -> list[tuple[dt.date, Fraction]]:
    """The excess in each period, one minute and one day after the other."""
    at_work = {minute for one in rows for minute in range(one[5], one[6])}
    found = []
    for first, end in (
        ("2026-01-01", "2026-05-01"),
        ("2026-05-01", "2026-09-01"),
        ("2026-09-01", "2027-01-01"),
        ("2027-01-01", "2027-05-01"),
        ("2028-01-01", "2028-05-01"),
        ("2028-05-01", "2028-09-01"),
    ):
        days_left = minutes = 0
        for one in Period(day(first), day(end)).days():
            start, stop = day_span(one)
            if any(
                item.kind is AbsenceKind.HOLIDAY
                and item.first_day <= one <= (item.last_day or dt.date.max)
                for item in away
            ):
                continue
            days_left += 1
            minutes += len(at_work.intersection(range(start, stop)))
        limit = Fraction(days_left, 7) * 48 * 60
        if minutes > limit:
            found.append((day(first), minutes - limit))
    return found


@not_counting()
@given(months())
def test_the_same_as_counting_every_minute_of_every_day(
    month: tuple[list[Stint], list[Absence]],
) -> None:
    rows, away = month
    told = [(one.window[0].date(), one.minutes_short) for one in average(rows, away)]
    counted = slow(rows, away)
    assert [first for first, _short in told] == [first for first, _short in counted]
    for (_first, short), (_same, exact) in zip(told, counted, strict=True):
        assert 0 <= short - exact < 1
