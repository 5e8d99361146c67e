"""Double booking, employment, absence, age and holes: what is found, and how much is short."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.conflicts import (
    MINIMUM_AGE,
    age,
    conflicts,
    double_bookings,
    during_absence,
    outside_employment,
    too_young,
    uncovered,
)
from bpa_desktop.domain.coverage import Hole
from bpa_desktop.domain.findings import SEVERITY, Code, Severity
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.roster import ShiftState
from tests.domain.builders import absence, book, day, helper, moment, row, rule, time

TODAY = day("2026-03-20")
DAY = ("2026-03-16T07:00", "2026-03-16T15:00")
BOOK = book(
    rule(MINIMUM_AGE, years=18),
    rule("roster-one-place"),
)


def employed(*periods: tuple[str, str | None]) -> tuple[Employment, ...]:
    return tuple(
        Employment(first_day=day(first), last_day=day(last) if last else None)
        for first, last in periods
    )


def test_two_shifts_at_once_share_a_window() -> None:
    rows = [row(*DAY), row("2026-03-16T14:00", "2026-03-16T22:00")]
    (found,) = double_bookings(rows, BOOK)
    assert found.code is Code.DOUBLE_BOOKING
    assert found.window == (moment("2026-03-16T14:00"), moment("2026-03-16T15:00"))
    assert found.minutes_short == 60
    assert found.records == (("helper", "anna"), ("shift", DAY[0]), ("shift", "2026-03-16T14:00"))
    assert (found.rule, found.source) == ("roster-one-place", "Source of roster-one-place")


@pytest.mark.parametrize(
    "other",
    [
        row("2026-03-16T15:00", "2026-03-16T22:00"),
        row("2026-03-16T08:00", "2026-03-16T09:00", "bo"),
        row("2026-03-16T08:00", "2026-03-16T09:00", None),
        row("2026-03-16T08:00", "2026-03-16T09:00", state=ShiftState.CANCELLED),
    ],
)
def test_what_is_no_double_booking(other: Any) -> None:
    assert not double_bookings([row(*DAY), other], BOOK)
    assert not double_bookings([other, row(*DAY)], BOOK)


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 12), st.sampled_from(["anna", "bo"])),
        max_size=7,
    )
)
def test_every_pair_over_each_other_is_found_once(times: list[tuple[int, int, str]]) -> None:
    rows = [
        (str(number), who, None, "basis", "planned", start, start + length, None, None)
        for number, (start, length, who) in enumerate(times)
    ]
    expected = {
        (frozenset({one[0], other[0]}), min(one[6], other[6]) - max(one[5], other[5]))
        for one, other in combinations(rows, 2)
        if one[1] == other[1] and max(one[5], other[5]) < min(one[6], other[6])
    }
    found = double_bookings(rows, BOOK)
    assert len(found) == len(expected)
    assert {
        (frozenset(key for kind, key in one.records if kind == "shift"), one.minutes_short)
        for one in found
    } == expected


@pytest.mark.parametrize(
    ("periods", "minutes"),
    [
        ([("2026-03-16", "2026-03-17")], 0),
        ([("2020-01-01", None)], 0),
        ([("2020-01-01", "2026-03-16")], 6 * 60),
        ([("2026-03-17", None)], 2 * 60),
        ([("2026-03-17", None), ("2020-01-01", "2026-03-16")], 0),
        ([("2026-03-16", "2026-03-18"), ("2026-03-17", "2026-03-17")], 0),
        ([("2026-03-19", "2026-03-18")], 8 * 60),
        ([], 8 * 60),
    ],
)
def test_minutes_outside_the_employment(
    periods: list[tuple[str, str | None]], minutes: int
) -> None:
    rows = [row("2026-03-16T22:00", "2026-03-17T06:00")]
    found = outside_employment(rows, [helper(employments=employed(*periods))], BOOK)
    assert [one.minutes_short for one in found] == ([minutes] if minutes else [])
    for one in found:
        assert one.window == (moment("2026-03-16T22:00"), moment("2026-03-17T06:00"))
        assert one.records == (("helper", "anna"), ("shift", "2026-03-16T22:00"))


def test_an_employment_through_the_last_day_there_is() -> None:
    forever = helper(employments=employed(("2020-01-01", "9999-12-31")))
    assert not outside_employment([row(*DAY)], [forever], BOOK)


def test_shifts_of_somebody_not_asked_about_are_left_alone() -> None:
    assert not outside_employment([row(*DAY, "bo"), row(*DAY, None)], [helper()], BOOK)


def test_a_shift_during_absence_shares_a_window_with_it() -> None:
    away = absence("anna", "2026-03-16", "2026-03-16", from_time=time("12:00"))
    (found,) = during_absence([row(*DAY)], [away], BOOK)
    assert found.code is Code.DURING_ABSENCE
    assert found.window == (moment("2026-03-16T12:00"), moment("2026-03-16T15:00"))
    assert found.minutes_short == 180
    assert found.records == (("helper", "anna"), ("shift", DAY[0]), ("absence", away.id))


def test_an_absence_that_goes_on_meets_every_later_shift() -> None:
    rows = [
        row("2026-03-20T07:00", "2026-03-20T15:00"),
        row("2026-03-21T07:00", "2026-03-21T15:00"),
    ]
    found = during_absence(rows, [absence("anna", "2026-03-16")], BOOK)
    assert [one.records[1] for one in found] == [("shift", one[0]) for one in rows]


@pytest.mark.parametrize(
    "other",
    [
        row(*DAY, "dina", stands_in_for="anna"),
        row(*DAY, None, stands_in_for="anna"),
        row(*DAY, state=ShiftState.CANCELLED),
        row("2026-03-17T00:00", "2026-03-17T08:00"),
    ],
)
def test_what_is_no_shift_during_absence(other: Any) -> None:
    away = [absence("anna", "2026-03-16", "2026-03-16")]
    assert not during_absence([other], away, BOOK)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2008-03-16", "2026-03-15", 17),
        ("2008-03-16", "2026-03-16", 18),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
    ],
)
def test_age(born: str, on: str, years: int) -> None:
    assert age(day(born), day(on)) == years


def test_a_helper_is_too_young_until_the_birthday() -> None:
    young = helper(birth_date=dt.date(2008, 3, 17))
    rows = [
        row("2026-03-16T22:00", "2026-03-17T06:00"),
        row("2026-03-17T22:00", "2026-03-18T06:00"),
    ]
    (found,) = too_young(rows, [young], BOOK)
    assert found.code is Code.UNDER_AGE
    assert found.records == (("helper", "anna"), ("shift", "2026-03-16T22:00"))
    assert (found.values["age"], found.values["years"]) == (17, 18)
    assert found.minutes_short == 0


def test_a_missing_date_of_birth_is_one_hint_over_all_shifts() -> None:
    rows = [row(*DAY), row("2026-03-18T07:00", "2026-03-18T15:00"), row(*DAY, "bo", id="other")]
    (found,) = too_young(rows, [helper(birth_date=None)], BOOK)
    assert (found.code, found.severity) == (Code.BIRTH_DATE_MISSING, Severity.HINT)
    assert found.records == (("helper", "anna"),)
    assert found.window == (moment(DAY[0]), moment("2026-03-18T15:00"))


def test_a_helper_without_shifts_needs_no_date_of_birth() -> None:
    assert not too_young([], [helper(birth_date=None)], BOOK)


def test_an_age_rule_that_is_not_known_is_said() -> None:
    (found,) = too_young([row(*DAY)], [helper()], book())
    assert (found.code, found.severity) == (Code.RULE_UNKNOWN, Severity.WARNING)
    assert (found.rule, found.source, found.confidence) == (MINIMUM_AGE, "", Confidence.OWN)


def test_each_hole_is_a_finding() -> None:
    start = instant(moment("2026-03-16T10:00"))
    hole = Hole(start=start, end=start + 60, kind=HourKind.TWO_HELPERS, missing=2, shifts=("open",))
    (found,) = uncovered([hole], BOOK)
    assert found.code is Code.UNCOVERED
    assert found.window == (moment("2026-03-16T10:00"), moment("2026-03-16T11:00"))
    assert found.minutes_short == 120
    assert found.records == (("shift", "open"),)
    assert found.values["kind"] is HourKind.TWO_HELPERS


def test_all_checks_together_in_order_of_time() -> None:
    people = [
        helper(birth_date=dt.date(2010, 1, 1)),
        helper("bo", birth_date=None, employments=employed(("2026-04-01", None))),
    ]
    rows = [
        row("2026-03-18T07:00", "2026-03-18T15:00"),
        row("2026-03-18T22:00", "2026-03-19T06:00"),
        row("2026-03-17T07:00", "2026-03-17T15:00", "bo"),
        row("2026-03-17T08:00", "2026-03-17T09:00", "bo"),
        row("2026-03-17T10:00", "2026-03-17T11:00", None),
    ]
    found = conflicts(rows, people, [absence("anna", "2026-03-18", "2026-03-18")], BOOK)
    assert [str(one.code) for one in found] == [
        "birth_date_missing",
        "outside_employment",
        "double_booking",
        "outside_employment",
        "during_absence",
        "under_age",
        "during_absence",
        "under_age",
    ]
    assert [one.window for one in found] == sorted(one.window for one in found)


def test_every_code_has_a_weight() -> None:
    assert set(SEVERITY) == set(Code)
