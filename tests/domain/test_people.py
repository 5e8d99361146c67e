"""Helpers, their employment periods, and their marks in the roster."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.people import Employment, Helper, cpr_problems, marks
from bpa_desktop.domain.record import all_problems
from tests.domain.builders import day


def reasons(helper: Helper) -> list[str]:
    return [f"{problem.field}: {problem.reason}" for problem in all_problems(helper)]


def employed(first: str, last: str | None = None, minutes: int | None = None) -> Employment:
    last_day = day(last) if last else None
    return Employment(first_day=day(first), last_day=last_day, agreed_minutes_per_week=minutes)


def test_a_name_is_needed() -> None:
    assert reasons(Helper(first_name=" ")) == ["first_name: Write a name."]


def test_both_days_of_an_employment_belong_to_it() -> None:
    helper = Helper(first_name="Dina", employments=(employed("2026-01-01", "2026-03-31"),))
    assert not helper.is_employed(day("2025-12-31"))
    assert helper.is_employed(day("2026-01-01"))
    assert helper.is_employed(day("2026-03-31"))
    assert not helper.is_employed(day("2026-04-01"))


def test_an_employment_without_a_last_day_goes_on() -> None:
    assert Helper(first_name="Bo", employments=(employed("2026-01-01"),)).is_employed(dt.date.max)


@pytest.mark.parametrize(
    "periods",
    [
        (employed("2026-01-01", "2026-03-31"), employed("2026-03-31", "2026-12-31")),
        (employed("2026-06-01"), employed("2026-01-01", "2026-06-01")),
        (employed("2026-01-01"), employed("2027-01-01")),
    ],
)
def test_periods_over_each_other_are_named(periods: tuple[Employment, ...]) -> None:
    assert reasons(Helper(first_name="Bo", employments=periods)) == [
        "employments: Two employment periods lie over each other."
    ]


def test_periods_that_follow_each_other_are_fine() -> None:
    periods = (employed("2026-04-01"), employed("2026-01-01", "2026-03-31"))
    assert not reasons(Helper(first_name="Bo", employments=periods))


def test_a_period_that_ends_before_it_begins_or_has_negative_hours() -> None:
    bad = Helper(first_name="Bo", employments=(employed("2026-02-01", "2026-01-01", -60),))
    assert reasons(bad) == [
        "employments[0].last_day: The last day is before the first day.",
        "employments[0].agreed_minutes_per_week: Hours cannot be less than zero.",
    ]


@pytest.mark.parametrize("cpr", ["", "0101900000", "010190-0000"])
def test_cpr_numbers_that_pass(cpr: str) -> None:
    assert not list(cpr_problems("cpr", cpr))


@pytest.mark.parametrize("cpr", ["3202900000", "12345", "abcdefghij"])
def test_cpr_numbers_that_do_not(cpr: str) -> None:
    problems = list(cpr_problems("citizen_cpr", cpr))
    assert [problem.field for problem in problems] == ["citizen_cpr"]


def test_a_name_is_first_and_last() -> None:
    assert Helper(first_name="Anna", last_name="Prøve").name == "Anna Prøve"
    assert Helper(first_name="Anna").name == "Anna"


def test_own_initials_come_first() -> None:
    dina, bo = Helper(id="a", first_name="Dina"), Helper(id="b", first_name="Bo", initials="di")
    assert marks([dina, bo]) == {"a": "DI1", "b": "DI"}


def test_marks_use_letters_of_the_last_name_when_the_first_are_taken() -> None:
    found = marks(
        [
            Helper(id="1", first_name="Anna", last_name="Prøve"),
            Helper(id="2", first_name="Anders", last_name="Test"),
            Helper(id="3", first_name="Anton", last_name=""),
        ]
    )
    assert found == {"1": "AN", "2": "AT", "3": "AN1"}


@given(
    st.lists(st.tuples(st.text(max_size=4), st.text(max_size=3), st.text(max_size=2)), max_size=9)
)
def test_marks_are_never_the_same(names: list[tuple[str, str, str]]) -> None:
    helpers = [
        Helper(id=str(index), first_name=first, last_name=last, initials=initials)
        for index, (first, last, initials) in enumerate(names)
    ]
    found = marks(helpers)
    assert set(found) == {helper.id for helper in helpers}
    assert len(set(found.values())) == len(helpers)
    assert all(found.values())
