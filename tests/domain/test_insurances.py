"""Insurances that are needed against those that are kept, and the 400 hours."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.insurance import Cover, Insurance
from bpa_desktop.domain.insurances import in_force, lacking, lacks_due, renewals, year_hours
from bpa_desktop.domain.roster import ShiftState
from tests.domain.builders import day, moment, row

TODAY = day("2026-03-16")
MOST = 400 * 60


def policy(cover: Cover, **fields: dt.date) -> Insurance:
    return Insurance(id=cover.value, covers=cover, company="Prøve", **fields)


def test_one_policy_may_cover_all_and_another_only_its_own() -> None:
    assert lacking([], TODAY) == (Cover.WORK_INJURY, Cover.LIABILITY)
    assert lacking([policy(Cover.ALL)], TODAY) == ()
    assert lacking([policy(Cover.WORK_INJURY), policy(Cover.TRAVEL)], TODAY) == (Cover.LIABILITY,)
    assert lacking([policy(Cover.OTHER)], TODAY) == (Cover.WORK_INJURY, Cover.LIABILITY)


@pytest.mark.parametrize(
    ("since", "ended", "holds"),
    [
        (None, None, True),
        ("2026-03-16", None, True),
        ("2026-03-17", None, False),
        (None, "2026-03-16", False),
        (None, "2026-03-17", True),
    ],
)
def test_a_policy_holds_from_its_first_day_to_before_its_end(
    since: str | None,
    ended: str | None,
    holds: bool,  # noqa: FBT001 - what is expected
) -> None:
    days = {"since": since and day(since), "ended_on": ended and day(ended)}
    assert in_force(policy(Cover.ALL, **days), TODAY) is holds  # type: ignore[arg-type]


def test_two_helpers_with_210_and_195_hours_pass_the_400_together() -> None:
    rows = [
        row("2026-02-01T00:00", "2026-02-09T18:00", "anna", id="a"),
        row("2026-05-01T00:00", "2026-05-09T03:00", "bo", id="b"),
    ]
    found = year_hours(rows, 2026, MOST)
    assert found.total == 405 * 60
    assert found.is_over
    assert found.passed_on == day("2026-05-01")
    alone = year_hours(rows[:1], 2026, MOST)
    assert not alone.is_over
    assert alone.passed_on is None


def test_400_hours_are_not_more_and_unfilled_or_called_off_ones_count_nowhere() -> None:
    rows = [
        row("2026-02-01T00:00", "2026-02-17T16:00", "anna", id="a"),
        row("2026-03-01T00:00", "2026-03-02T00:00", None, id="b"),
        row("2026-03-03T00:00", "2026-03-04T00:00", "bo", id="c", state=ShiftState.CANCELLED),
        row("2025-12-31T15:00", "2026-01-01T00:00", "bo", id="d"),
    ]
    found = year_hours(rows, 2026, MOST)
    assert (found.total, found.is_over) == (MOST, False)


@pytest.mark.parametrize(("year", "hours"), [(2025, 1), (2026, 407), (2027, 6)])
def test_of_a_shift_over_new_year_only_the_hours_in_the_year_count(year: int, hours: int) -> None:
    rows = [
        row("2026-02-01T00:00", "2026-02-17T14:00", "anna", id="a"),
        row("2025-12-31T23:00", "2026-01-01T07:00", "bo", id="b"),
        row("2026-12-31T22:00", "2027-01-01T06:00", "bo", id="c"),
    ]
    found = year_hours(rows, year, MOST)
    assert (found.total, found.is_over) == (hours * 60, hours > 400)
    assert found.passed_on == (day("2026-02-01") if found.is_over else None)


@given(st.lists(st.tuples(st.integers(0, 360), st.integers(1, 24)), max_size=40))
def test_the_limit_is_passed_on_the_day_of_some_shift_just_when_there_are_more_hours(
    shifts: list[tuple[int, int]],
) -> None:
    rows = []
    for number, (start, hours) in enumerate(shifts):
        first = moment("2026-01-01T00:00") + dt.timedelta(days=start)
        last = first + dt.timedelta(hours=hours)
        rows.append(row(first.isoformat(), last.isoformat(), "anna", id=str(number)))
    found = year_hours(rows, 2026, 60 * 60)
    assert found.is_over is (found.passed_on is not None)
    assert found.worked + found.planned == found.total


def test_what_has_ended_is_not_renewed() -> None:
    kept = policy(Cover.ALL, renews_on=TODAY)
    over = policy(Cover.TRAVEL, renews_on=TODAY, ended_on=TODAY)
    assert [one.record for one in renewals([kept, over, policy(Cover.OTHER)])] == [
        ("insurance", "all")
    ]


def test_what_is_lacking_is_due_on_the_day_the_duty_begins_and_not_before_there_is_one() -> None:
    rows = [row("2026-01-02 07:00", "2026-01-02 15:00", "anna")]
    over, under = year_hours(rows, 2026, 7 * 60), year_hours(rows, 2026, MOST)
    lacks = (Cover.LIABILITY,)
    [due] = lacks_due(lacks, over, "kilde")
    assert (due.code, due.on, due.source) == ("insurance_lacks", day("2026-01-02"), "kilde")
    assert not [*lacks_due(lacks, under, ""), *lacks_due((), over, ""), *lacks_due(lacks, None, "")]
