"""Shifts: planned and worked stretches, and what is wrong with a shift on its own."""

from __future__ import annotations

from typing import Any

import pytest

from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import KIND, actual, stint
from tests.domain.builders import moment, shift

NIGHT = ("2026-03-28T22:00", "2026-03-29T06:00")


def wrong(**fields: Any) -> list[str]:
    one = shift("2026-03-16T07:00", "2026-03-16T15:00", **fields)
    return [problem.field for problem in one.problems()]


def test_a_night_is_as_long_as_it_is() -> None:
    start, end = shift(*NIGHT).planned
    assert end - start == 7 * 60


def test_a_planned_shift_counts_as_planned_even_with_worked_times() -> None:
    one = shift(*NIGHT, worked_start=moment("2026-03-28T23:00"))
    assert one.actual == one.planned


def test_a_worked_shift_counts_as_worked() -> None:
    one = shift(*NIGHT, state=ShiftState.WORKED, worked_end=moment("2026-03-29T07:00"))
    assert one.used == (moment("2026-03-28T22:00"), moment("2026-03-29T07:00"))
    assert one.actual == (one.planned[0], one.planned[1] + 60)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"helper": None},
        {"state": ShiftState.CANCELLED, "helper": None},
        {"state": ShiftState.WORKED, "worked_end": moment("2026-03-16T16:00")},
    ],
)
def test_shifts_without_fault(fields: dict[str, Any]) -> None:
    assert not wrong(**fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"state": ShiftState.WORKED, "helper": None}, ["helper"]),
        ({"worked_start": moment("2026-03-16T15:00")}, ["worked_end"]),
        ({"worked_end": moment("2026-03-16T07:00")}, ["worked_end"]),
        ({"worked_end": moment("2026-03-29T02:30")}, ["worked_end"]),
        ({"worked_end": moment("2026-10-25T02:30")}, ["worked_end"]),
    ],
)
def test_shifts_with_a_fault(fields: dict[str, Any], expected: list[str]) -> None:
    assert wrong(**fields) == expected


def test_a_shift_ends_after_it_begins() -> None:
    one = shift("2026-03-16T07:00", "2026-03-16T07:00")
    assert [problem.field for problem in one.problems()] == ["planned_end"]


def test_reasons_tell_which_way_the_clock_goes() -> None:
    spring = shift("2026-03-29T02:30", "2026-03-29T08:00")
    assert [problem.reason for problem in spring.problems()] == [
        "The time does not exist: the clock goes forward that night."
    ]
    autumn = shift("2026-10-25T02:30", "2026-10-25T08:00")
    assert [problem.reason for problem in autumn.problems()] == [
        "The time comes twice: the clock goes back that night."
    ]


@pytest.mark.parametrize("state", list(ShiftState))
def test_a_stint_is_the_same_shift(state: ShiftState) -> None:
    one = shift(*NIGHT, state=state, worked_end=moment("2026-03-29T07:00"), stands_in_for="bo")
    row = stint(one)
    assert row[:5] == ("2026-03-28T22:00", "anna", "bo", "basis", str(state))
    assert row[5:7] == one.planned
    assert row[7:] == (None, one.planned[1] + 60)
    assert actual(row) == one.actual


def test_every_stored_kind_leads_back_to_the_kind() -> None:
    assert KIND["two_helpers"].label == "Second helper"
