"""Which budget counts when, and what a line grants for a stretch of days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.budget_years import (
    Sums,
    budget_on,
    counting,
    days_of,
    granted_by_line,
    next_days,
    part_of,
    parts_of,
    revised,
    share_of,
    stretches,
    sums,
)
from bpa_desktop.domain.period import Period
from tests.domain.builders import day


def budget(first: str, last: str, **fields: Any) -> Budget:
    fields.setdefault("id", f"budget {first}")
    return Budget(valid_from=day(first), valid_to=day(last), **fields)


def line(amount: str, **fields: Any) -> BudgetLine:
    fields.setdefault("id", "line")
    fields.setdefault("budget", "budget 2026-01-01")
    return BudgetLine(words="Løn", amount=Decimal(amount), **fields)


YEAR = budget("2026-01-01", "2026-12-31")
REVISED = budget("2026-04-01", "2026-12-31")
LEAP = budget("2028-01-01", "2028-12-31")


def test_a_later_budget_takes_the_place_and_the_old_one_counts_until_then() -> None:
    found = [(one.budget.id, one.first, one.end) for one in counting([REVISED, YEAR])]
    assert found == [
        ("budget 2026-01-01", day("2026-01-01"), day("2026-04-01")),
        ("budget 2026-04-01", day("2026-04-01"), day("2027-01-01")),
    ]


def test_the_budget_of_a_day() -> None:
    both = [YEAR, REVISED]
    assert budget_on(both, day("2026-03-31")) == YEAR
    assert budget_on(both, day("2026-04-01")) == REVISED
    assert budget_on(both, day("2027-01-01")) is None


def test_a_budget_has_the_days_until_the_next_takes_its_place() -> None:
    later = budget("2026-05-20", "2027-05-19", id="later")
    spring, rest = Period(YEAR.valid_from, later.valid_from), Period(later.valid_from, later.end)
    assert days_of(YEAR, [later, YEAR]) == spring
    assert days_of(later, [later, YEAR]) == rest
    same = budget("2026-01-01", "2026-12-31", id="zz")
    assert days_of(YEAR, [YEAR, same]) == Period(YEAR.valid_from, YEAR.end)
    april = Period(day("2026-05-01"), day("2026-06-01"))
    assert list(stretches([later, YEAR], april)) == [
        (YEAR, Period(april.first, later.valid_from)),
        (later, Period(later.valid_from, april.end)),
    ]


def test_a_shorter_budget_takes_the_place_for_good_as_everywhere() -> None:
    short = budget("2026-04-01", "2026-06-30", id="short")
    assert budget_on([YEAR, short], day("2026-07-01")) is None
    whole = Period(YEAR.valid_from, YEAR.end)
    assert [one.id for one, _part in stretches([YEAR, short], whole)] == [YEAR.id, "short"]


def test_days_between_two_budgets_have_none() -> None:
    assert budget_on([YEAR, LEAP], day("2027-06-01")) is None


def test_a_leap_day_is_a_day_of_the_budget() -> None:
    assert part_of(line("366"), LEAP, day("2028-02-29"), day("2028-03-01")).amount == 1


def test_a_deduction_is_shared_with_its_minus() -> None:
    assert part_of(line("-365"), YEAR, day("2026-01-01"), day("2026-02-01")).amount == -31


def test_hours_are_shared_as_the_kroner_are() -> None:
    part = part_of(line("0", minutes=365 * 60), YEAR, day("2026-01-01"), day("2026-01-08"))
    assert part.minutes == 7 * 60
    assert part_of(line("0"), YEAR, day("2026-01-01"), day("2026-01-08")).minutes is None


def test_days_outside_the_budget_grant_nothing() -> None:
    assert part_of(line("365"), YEAR, day("2025-01-01"), day("2026-01-02")).amount == 1
    assert part_of(line("365"), YEAR, day("2027-01-01"), day("2028-01-01")).amount == 0


def test_what_was_granted_before_the_revision_stays() -> None:
    lines = [line("365"), line("27500", id="new", budget=REVISED.id)]
    found = granted_by_line([YEAR, REVISED], lines, day("2026-01-01"), day("2027-01-01"))
    assert {key: part.amount for key, part in found.items()} == {"line": 90, "new": 27500}
    spring = granted_by_line([YEAR, REVISED], lines, day("2026-01-01"), day("2026-04-01"))
    assert set(spring) == {"line"}


AMOUNTS = st.decimals("-9999999.99", "9999999.99", places=2)
DAYS = st.dates(dt.date(2027, 11, 1), dt.date(2029, 2, 1))


@given(AMOUNTS, st.integers(0, 900_000), st.lists(DAYS, max_size=20))
def test_parts_add_up_to_the_line_to_the_ore(
    amount: Decimal, minutes: int, cuts: list[dt.date]
) -> None:
    whole = line(str(amount), minutes=minutes)
    bounds = sorted([LEAP.valid_from, *cuts, LEAP.end])
    parts = parts_of(whole, LEAP, bounds)
    assert sum(part.amount for part in parts) == amount
    assert sum(part.minutes or 0 for part in parts) == minutes
    assert all(part.amount == part.amount.quantize(Decimal("0.01")) for part in parts)


@given(AMOUNTS, DAYS, DAYS)
def test_shares_of_days_side_by_side_are_the_whole(
    amount: Decimal, one: dt.date, two: dt.date
) -> None:
    whole = Period(LEAP.valid_from, LEAP.end)
    edges = sorted({dt.date(2027, 1, 1), one, two, dt.date(2030, 1, 1)})
    assert sum(share_of(amount, whole, *pair) for pair in pairwise(edges)) == amount


@given(AMOUNTS, st.integers(0, 900_000), st.dates(dt.date(2028, 1, 2), dt.date(2028, 12, 31)))
def test_a_revision_within_the_year_leaves_the_year_as_it_was(
    amount: Decimal, minutes: int, first: dt.date
) -> None:
    old = line(str(amount), minutes=minutes, budget=LEAP.id)
    new = Budget(id="new", valid_from=first, valid_to=LEAP.valid_to)
    copy = revised(old, LEAP, new)
    assert (copy.id, copy.budget) == ("", "new")
    lines = [old, BudgetLine(**{**vars(copy), "id": "copy"})]
    found = granted_by_line([LEAP, new], lines, LEAP.valid_from, LEAP.end)
    assert sum(part.amount for part in found.values()) == amount
    assert sum(part.minutes or 0 for part in found.values()) == minutes


def test_next_year_begins_with_the_same_amounts() -> None:
    first, last = next_days(YEAR, day("2027-01-01"))
    assert (first, last) == (day("2027-01-01"), day("2027-12-31"))
    new = Budget(id="new", valid_from=first, valid_to=last)
    assert revised(line("1000"), YEAR, new).amount == 1000


@pytest.mark.parametrize(
    ("first", "last"), [("2026-04-01", "2026-12-31"), ("2028-03-01", "2029-02-28")]
)
def test_the_days_of_the_budget_that_follows(first: str, last: str) -> None:
    assert next_days(YEAR, day(first)) == (day(first), day(last))


def test_section_10_is_never_in_the_sum_of_the_accounts() -> None:
    lines = [
        line("1000"),
        line("-100", money_class=MoneyClass.AFTER_BILL),
        line("4800", money_class=MoneyClass.OUTSIDE),
    ]
    assert sums(lines) == Sums(Decimal(900), Decimal(4800))
