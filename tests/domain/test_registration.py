"""Hours per helper and civil day, and how long they are kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_of, day_start
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.registration import (
    RULE,
    keeping,
    reference_period,
    worked_days,
    worked_in,
)
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, row, rule

if TYPE_CHECKING:
    from bpa_desktop.domain.stints import Stint

LAW = book(rule(RULE, "2024-07-01", months=4, years=5))
WORKED = {"state": ShiftState.WORKED}


def hours(*rows: Stint, first: str = "2026-03-01", end: str = "2026-04-01") -> dict[str, int]:
    period = Period(day(first), day(end))
    return {f"{one.day:%m-%d}": one.minutes for one in worked_days(rows, "anna", period)}


def test_a_shift_over_midnight_is_split_there() -> None:
    night = row("2026-03-16 23:00", "2026-03-17 07:00", **WORKED)
    assert hours(night) == {"03-16": 60, "03-17": 7 * 60}


def test_the_nights_of_the_clock_changes_have_their_real_hours() -> None:
    spring = row("2026-03-28 23:00", "2026-03-29 07:00", **WORKED)
    assert hours(spring) == {"03-28": 60, "03-29": 6 * 60}
    autumn = row("2026-10-24 23:00", "2026-10-25 07:00", **WORKED)
    assert hours(autumn, first="2026-10-01", end="2026-11-01") == {"10-24": 60, "10-25": 8 * 60}
    whole = row("2026-10-25 00:00", "2026-10-26 00:00", **WORKED)
    assert hours(whole, first="2026-10-01", end="2026-11-01") == {"10-25": 25 * 60}


def test_a_leap_day_and_the_end_of_a_year_are_days_like_others() -> None:
    leap = row("2028-02-28 23:00", "2028-03-01 01:00", **WORKED)
    assert hours(leap, first="2028-02-01", end="2028-03-01") == {"02-28": 60, "02-29": 24 * 60}
    newyear = row("2026-12-31 20:00", "2027-01-01 02:00", **WORKED)
    assert hours(newyear, first="2027-01-01", end="2027-02-01") == {"01-01": 120}


def test_only_what_the_helper_worked_counts_and_as_it_was_worked() -> None:
    rows = (
        row("2026-03-16 07:00", "2026-03-16 15:00"),
        row("2026-03-17 07:00", "2026-03-17 15:00", state=ShiftState.CANCELLED),
        row("2026-03-18 07:00", "2026-03-18 15:00", "bo", **WORKED),
        row(
            "2026-03-19 07:00",
            "2026-03-19 15:00",
            worked_end=dt.datetime(2026, 3, 19, 16, 30),  # noqa: DTZ001 - wall clock time
            **WORKED,
        ),
    )
    assert hours(*rows) == {"03-19": 9 * 60 + 30}


def test_time_in_two_shifts_at_once_counts_once_and_every_stretch_is_told() -> None:
    rows = (
        row("2026-03-16 07:00", "2026-03-16 15:00", **WORKED),
        row("2026-03-16 13:00", "2026-03-16 16:00", id="meeting", **WORKED),
        row("2026-03-16 18:00", "2026-03-16 20:00", id="evening", **WORKED),
    )
    (found,) = worked_days(rows, "anna", Period(day("2026-03-16"), day("2026-03-17")))
    midnight = day_start(day("2026-03-16"))
    told = [tuple((at - midnight) // 60 for at in stretch) for stretch in found.stretches]
    assert told == [(7, 15), (15, 16), (18, 20)]
    assert found.minutes == 11 * 60


_FIRST, _END = day("2026-01-01"), day("2029-01-01")
_spans = st.lists(
    st.tuples(st.integers(day_start(_FIRST), day_start(_END)), st.integers(1, 3 * MINUTES_PER_DAY)),
    max_size=12,
)


def worked(start: int, length: int) -> Stint:
    return ("", "anna", None, "basis", "worked", start, start + length, None, None)


@given(_spans)
def test_the_days_add_up_to_every_minute_at_work(spans: list[tuple[int, int]]) -> None:
    rows = [worked(*span) for span in spans]
    period = Period(_FIRST, day("2029-02-01"))
    found = worked_days(rows, "anna", period)
    at_work = {minute for start, length in spans for minute in range(start, start + length)}
    assert sum(one.minutes for one in found) == len(at_work)
    for one in found:
        for start, end in one.stretches:
            assert day_of(start) == day_of(end - 1) == one.day
            assert start < end


@given(_spans, st.dates(_FIRST, _END))
def test_two_periods_that_meet_share_no_hour_and_lose_none(
    spans: list[tuple[int, int]], cut: dt.date
) -> None:
    rows = [worked(*span) for span in spans]
    before, whole = Period(day("2025-12-31"), cut), Period(day("2025-12-31"), day("2029-02-01"))
    after = Period(cut, day("2029-02-01"))
    parts = worked_days(rows, "anna", before) + worked_days(rows, "anna", after)
    assert parts == worked_days(rows, "anna", whole)


def test_a_record_is_kept_five_years_after_its_reference_period() -> None:
    """g-reg-01."""
    for written in ("2026-01-01", "2026-03-16", "2026-04-30"):
        kept = keeping(day(written), rulebook())
        assert kept is not None
        assert kept.reference == Period(day("2026-01-01"), day("2026-05-01"))
        assert (kept.through, kept.deletable_from) == (day("2031-04-30"), day("2031-05-01"))


@pytest.mark.parametrize(
    ("written", "first", "through"),
    [
        ("2026-05-01", "2026-05-01", "2031-08-31"),
        ("2026-12-31", "2026-09-01", "2031-12-31"),
        ("2028-02-29", "2028-01-01", "2033-04-30"),
    ],
)
def test_reference_periods_follow_each_other_through_the_year(
    written: str, first: str, through: str
) -> None:
    kept = keeping(day(written), LAW)
    assert kept is not None
    assert (kept.reference.first, kept.through) == (day(first), day(through))


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)), st.sampled_from([1, 2, 3, 4, 6, 12]))
def test_every_day_lies_in_one_reference_period(written: dt.date, months: int) -> None:
    found = reference_period(written, months)
    assert found.first <= written < found.end
    assert len(found.months()) == months
    assert reference_period(found.last, months) == reference_period(found.first, months) == found


def test_before_the_duty_no_day_is_made_up() -> None:
    assert keeping(day("2024-06-30"), rulebook()) is None
    assert keeping(day("2024-07-01"), rulebook()) is not None


def test_a_worked_night_belongs_to_both_its_days() -> None:
    night = row("2026-04-30 23:00", "2026-05-01 07:00", **WORKED)
    late = row("2026-05-02 16:00", "2026-05-03 00:00", **WORKED)
    planned = row("2026-05-04 07:00", "2026-05-04 15:00")
    assert sorted(worked_in([night, late, planned])) == [
        ("anna", day("2026-04-30")),
        ("anna", day("2026-05-01")),
        ("anna", day("2026-05-02")),
    ]
