"""Who has pension, from when, and of what."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bpa_desktop.domain.asked import BIRTH_DATE
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.pension import (
    PensionBase,
    employed_since,
    pension,
    pension_from,
    works_enough,
)
from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, helper

BOOK = rulebook()
ON = day("2026-03-31")


def hired(first: str, last: str | None = None) -> Employment:
    return Employment(first_day=day(first), last_day=day(last) if last else None)


@pytest.mark.parametrize(
    ("first", "born", "start"),
    [
        pytest.param("2025-07-31", "1990-01-01", "2026-03-31", id="eight months to the day"),
        pytest.param("2025-08-01", "1990-01-01", None, id="a day too few"),
        pytest.param("2020-01-01", "2005-03-31", "2026-03-31", id="21 on the last day"),
        pytest.param("2020-01-01", "2005-04-01", None, id="not yet 21"),
        pytest.param("2020-06-30", "1990-01-01", "2021-02-28", id="a month without that day"),
    ],
)
def test_pension_begins_when_the_waiting_is_over_and_the_age_is_reached(
    first: str, born: str, start: str | None
) -> None:
    anna = helper(employments=(hired(first),), birth_date=day(born))
    assert pension_from(anna, ON, BOOK) == (None if start is None else day(start))


def test_the_waiting_runs_from_the_employment_without_a_break() -> None:
    unbroken = (hired("2020-01-01", "2025-12-31"), hired("2026-01-01"))
    broken = (hired("2020-01-01", "2025-12-30"), hired("2026-01-01"))
    assert employed_since(helper(employments=unbroken), ON) == day("2020-01-01")
    assert employed_since(helper(employments=broken), ON) == day("2026-01-01")
    assert employed_since(helper(employments=()), ON) is None


def test_the_date_of_birth_is_asked_for_only_where_it_decides() -> None:
    unknown = {"birth_date": None}
    new = (hired("2026-03-01"),)
    assert pension_from(helper(**unknown), ON, BOOK) == BIRTH_DATE.missing(ON)
    assert pension_from(helper(**unknown, employments=new), ON, BOOK) is None
    assert pension_from(helper(**unknown, position=Position.SUBSTITUTE), ON, BOOK) is None
    assert pension_from(helper(), ON, book()) == Missing("pay-pension", "waiting_months", ON)


@pytest.mark.parametrize(
    ("agreed", "minutes", "enough"),
    [(480, 0, True), (479, 9999, False), (None, 480 * 4, True), (None, 480 * 4 - 1, False)],
)
def test_eight_hours_a_week_are_those_agreed_or_the_average(
    agreed: int | None,
    minutes: int,
    enough: bool,  # noqa: FBT001 - a case of the table
) -> None:
    assert works_enough(agreed, minutes, 28, ON, BOOK) is enough


def test_each_share_is_a_step_with_its_row() -> None:
    found = pension(PensionBase(Decimal(10000), Decimal(1000), Decimal(500)), ON, BOOK)
    assert [(step.key, step.amount) for step in found.steps] == [
        ("percent", Decimal("1289.00")),
        ("clock_percent", Decimal("50.00")),
        ("weekend_percent", Decimal("5.00")),
    ]
    assert pension(PensionBase(), ON, BOOK).steps == ()
