"""A new helper's introduction: when it begins, and the shifts to come along on."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bpa_desktop.domain import introduction as rules
from bpa_desktop.domain.introduction import StepIdea
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.roster import Shift, ShiftState
from tests.domain.builders import day, helper, moment, shift

TODAY = day("2026-03-16")
NOW = moment("2026-03-16T06:30")


@pytest.mark.parametrize(
    ("first", "new"),
    [("2026-03-20", True), ("2026-03-01", True), ("2026-01-15", True), ("2026-01-14", False)],
)
def test_a_helper_is_new_for_sixty_days(first: str, *, new: bool) -> None:
    assert rules.is_new(helper(employments=(Employment(first_day=day(first)),)), TODAY) is new


def test_who_comes_back_is_not_new() -> None:
    periods = (
        Employment(first_day=day("2020-01-01"), last_day=day("2021-01-01")),
        Employment(first_day=day("2026-03-10")),
    )
    assert not rules.is_new(helper(employments=periods), TODAY)
    assert rules.began_on(helper(employments=periods), TODAY) == day("2026-03-10")


def test_the_first_day_is_day_one_also_in_a_leap_year() -> None:
    assert rules.planned([StepIdea("A", 1), StepIdea("B", 2)], day("2028-02-28")) == [
        ("A", day("2028-02-28")),
        ("B", day("2028-02-29")),
    ]


def test_shifts_to_come_along_on_give_help_and_leave_the_helper_free() -> None:
    theirs = [
        shift("2026-03-18T07:00", "2026-03-18T15:00", "bo"),
        shift("2026-03-17T07:00", "2026-03-17T15:00", "bo"),
        shift("2026-03-16T06:00", "2026-03-16T14:00", "bo"),
        shift("2026-03-19T07:00", "2026-03-19T09:00", "bo", kind=HourKind.STAFF_MEETING),
        shift("2026-03-20T07:00", "2026-03-20T15:00", "bo", state=ShiftState.CANCELLED),
    ]
    own = [
        shift("2026-03-17T14:30", "2026-03-17T20:00"),
        shift("2026-03-18T07:00", "2026-03-18T08:00", state=ShiftState.CANCELLED),
    ]
    assert rules.to_follow(theirs, own, NOW) == [theirs[0]]


hours = st.integers(1, 24)


@given(st.datetimes(moment("2026-03-27"), moment("2026-03-31")), hours)
def test_a_training_shift_is_as_long_as_the_one_beside_it(start: dt.datetime, long: int) -> None:
    """Also over the night in which the clock is moved."""
    beside = Shift(planned_start=start, planned_end=start + dt.timedelta(hours=long), helper="bo")
    assume(not list(beside.problems()))
    made = rules.along(beside, "anna")
    assert made.planned == beside.planned
    assert (made.kind, made.helper) == (HourKind.TRAINING, "anna")
    assert not rules.to_follow([beside], [made], moment("2026-01-01"))
