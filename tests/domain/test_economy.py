"""A budget line by line: shares of days, and the line on which each amount belongs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.economy import Kroner, LineMoney, Pay, counted_lines, money_by_line, whole
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine
from tests.domain.builders import day

YEAR = Budget(id="b", valid_from=day("2026-01-01"), valid_to=day("2026-12-31"))
DAYS = Period(YEAR.valid_from, YEAR.end)
AMOUNTS = st.decimals(0, 1_000_000, places=2)
COSTS = st.dictionaries(st.sampled_from(StandardLine), AMOUNTS, max_size=8)


def line(
    place: int, standard: StandardLine | None, amount: str = "3650", **more: Any
) -> BudgetLine:
    given = {"id": str(place), "budget": "b", "words": "x", "amount": Decimal(amount), **more}
    return BudgetLine(place=place, standard=standard, **given)


def pay(**kroner: str) -> Pay:
    found = {StandardLine[name]: Decimal(text) for name, text in kroner.items()}
    return Pay(found, {name: Kroner(one, one, one) for name, one in found.items()})


def test_section_10_is_no_line_of_it_however_it_is_paid_t13() -> None:
    apart = line(1, StandardLine.HELPER_RELATED)
    outside = line(2, None, money_class=MoneyClass.OUTSIDE)
    assert counted_lines([outside, apart, line(3, None)]) == [line(3, None)]


def test_a_voucher_counts_on_the_line_it_names() -> None:
    lines = [line(1, StandardLine.COURSES), line(2, None)]
    bills = [
        Voucher(day=day("2026-02-01"), what="x", amount=Decimal(7), line="2"),
        Voucher(day=day("2026-02-01"), what="x", amount=Decimal(5), line="gone"),
        Voucher(day=day("2025-12-31"), what="x", amount=Decimal(99)),
    ]
    found = money_by_line(YEAR, DAYS, DAYS.first, lines, pay(), bills)
    assert [one.used for one in found] == [5, 7]
    assert [one.by_day for one in found] == [True, False]


def test_a_voucher_on_a_set_off_is_in_the_sum_too() -> None:
    bill = Voucher(day=day("2026-02-01"), what="x", amount=Decimal(7), line="1")
    lines = [line(1, StandardLine.SET_OFF, "-3650")]
    (found,) = money_by_line(YEAR, DAYS, day("2026-01-02"), lines, pay(), [bill])
    assert (found.used, found.expected) == (-3, Kroner(*[Decimal(-3643)] * 3))


def test_a_share_falls_to_the_line_that_holds_it() -> None:
    lines = [line(1, StandardLine.BASIC_PAY), line(2, StandardLine.SUPPLEMENTS)]
    found = money_by_line(
        YEAR, DAYS, DAYS.first, lines, pay(BASIC_PAY="10", NIGHT="2", PENSION="3"), ()
    )
    assert [one.used for one in found] == [10, 2, 3]
    assert found[-1].line is None


@given(COSTS, st.lists(st.sampled_from(StandardLine), max_size=5, unique=True))
def test_every_krone_of_pay_is_on_one_line_or_on_none(
    costs: dict[StandardLine, Decimal], standards: list[StandardLine]
) -> None:
    own = [one for one in standards if one is not StandardLine.SET_OFF]
    lines = [line(place, standard) for place, standard in enumerate(own, start=1)]
    ranges = {name: Kroner(one, one, one) for name, one in costs.items()}
    found = money_by_line(YEAR, DAYS, DAYS.end, lines, Pay(costs, ranges), ())
    assert whole(found).used == sum(costs.values())


@pytest.mark.parametrize("so_far", [None, {StandardLine.BASIC_PAY: Decimal(1)}])
def test_what_is_missing_is_missing_above(so_far: dict[StandardLine, Decimal] | None) -> None:
    lines = [line(1, StandardLine.ALL_PAY), line(2, StandardLine.INSURANCE)]
    found = money_by_line(YEAR, DAYS, DAYS.first, lines, Pay(so_far, None), ())
    assert (found[0].expected, found[1].expected) == (
        None,
        Kroner(Decimal(0), *[Decimal(3650)] * 2),
    )
    assert whole(found).expected is None
    assert (whole(found).used is None) == (so_far is None)


def test_used_kroner_are_laid_beside_what_is_granted_to_date_or_in_all() -> None:
    by_day = LineMoney(None, Decimal(400), Decimal(100), Decimal(30), None)
    assert (by_day.measure, by_day.percent) == (100, 30)
    at_once = by_day._replace(by_day=False)
    assert (at_once.measure, at_once.percent) == (400, Decimal("7.5"))
    assert by_day._replace(used=None).percent is None
    assert by_day._replace(to_date=Decimal(0)).percent is None
    assert by_day._replace(to_date=Decimal(-5)).percent is None
