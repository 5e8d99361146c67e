"""Barsel.dk by the ATP that was paid, its periods, and the duty to insure above 400 hours."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.levies import (
    AES,
    InsuranceDuty,
    LevyPeriod,
    aes,
    barsel,
    barsel_period,
    insurance_duty,
    quarter_of,
)
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.tariff import Tariff
from tests.domain.builders import book, day, rule

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.rates import RuleBook

BOOK = rulebook()
PAID = Decimal("2556.00")
OLDER = book(
    rule("levy-barsel-dk", per_quarter=Decimal("287.50"), full_quarter_atp=Decimal("852.00"))
)
"""The rate that the oldest source names without a day from which it held."""


@pytest.mark.parametrize(
    ("law", "on", "amount"),
    [
        pytest.param(OLDER, "2019-06-30", "862.50", id="g-barsel-01"),
        pytest.param(BOOK, "2020-12-31", "918.75", id="g-barsel-02"),
        pytest.param(BOOK, "2022-01-01", "1012.50", id="g-barsel-03"),
    ],
)
def test_three_full_time_helpers(law: RuleBook, on: str, amount: str) -> None:
    found = barsel(PAID, day(on), law)
    assert found.amount == Decimal(amount)
    assert found.steps[0].quantity == 3


def test_from_2024_a_quarter_is_three_months_of_full_atp_and_the_row_says_it_is_doubtful() -> None:
    on = day("2024-05-07")
    assert barsel(3 * Decimal(891), on, BOOK).amount == Decimal("1012.50")
    assert barsel(PAID, on, BOOK).amount == Decimal("968.18")
    assert BOOK.rule("levy-barsel-dk", on).confidence is Confidence.CONFLICT


def test_the_rate_is_that_of_the_quarter() -> None:
    (step,) = barsel(PAID, day("2021-12-31"), BOOK).steps
    assert (step.rate, step.on) == (Decimal("306.25"), day("2021-10-01"))


def test_a_year_that_was_not_found_is_missing() -> None:
    on = day("2025-01-01")
    assert barsel(PAID, day("2025-03-31"), BOOK).missing == (
        Missing("levy-barsel-dk", "per_quarter", on),
    )
    assert barsel(PAID, on, book()).missing == (
        Missing("levy-barsel-dk", "per_quarter", on),
        Missing("atp-month-full", "employee", on),
    )


@pytest.mark.parametrize(
    ("on", "first", "last", "due"),
    [
        ("2024-01-15", "2024-03-02", "2024-06-01", "2024-07-01"),
        ("2024-06-30", "2024-06-02", "2024-09-01", "2024-10-01"),
        ("2024-07-01", "2024-09-02", "2024-12-01", "2025-01-01"),
        ("2024-12-31", "2024-12-02", "2025-03-01", "2025-04-01"),
    ],
)
def test_which_atp_counts_for_a_quarter_and_when_it_is_due(
    on: str, first: str, last: str, due: str
) -> None:
    found = barsel_period(day(on), BOOK)
    assert isinstance(found, LevyPeriod)
    assert (found.paid.first, found.paid.last) == (day(first), day(last))
    assert found.due == day(due)
    start = quarter_of(day(on)).first
    assert barsel_period(day(on), book()) == Missing(
        "levy-barsel-dk-periods", "paid_from_month", start
    )


@given(st.dates(day("2020-10-01"), day("2200-01-01")))
def test_every_payment_counts_for_exactly_one_quarter(on: dt.date) -> None:
    quarter = quarter_of(on)
    assert quarter.first <= on < quarter.end
    assert quarter_of(quarter.last) == quarter
    found, after = barsel_period(on, BOOK), barsel_period(quarter.end, BOOK)
    assert isinstance(found, LevyPeriod)
    assert isinstance(after, LevyPeriod)
    assert found.paid.end == after.paid.first
    assert found.paid.end < found.due


@given(
    st.lists(st.decimals(0, 5000, places=2), min_size=1, max_size=4),
    st.dates(day("2020-10-01"), day("2024-12-31")),
)
def test_parts_of_the_atp_cost_what_all_of_it_costs_but_for_rounding(
    paid: list[Decimal], on: dt.date
) -> None:
    apart = [barsel(one, on, BOOK).amount for one in paid]
    together = barsel(sum(paid, Decimal(0)), on, BOOK).amount
    assert together is not None
    difference = abs(together - sum(one or Decimal(0) for one in apart))
    assert difference <= Decimal("0.005") * (len(paid) + 1)


def test_two_helpers_above_400_hours_g_ins_01() -> None:
    worked = [(day("2026-11-01"), 195 * 60), (day("2026-05-01"), 210 * 60)]
    assert insurance_duty(worked, 2026, BOOK) == InsuranceDuty(
        405 * 60, 400 * 60, day("2026-11-01")
    )


@pytest.mark.parametrize(
    ("worked", "passed"),
    [
        ([("2026-01-01", 24_000)], None),
        ([("2026-01-01", 24_000), ("2026-12-31", 1)], "2026-12-31"),
        ([("2026-01-01", 24_001), ("2026-12-31", 1)], "2026-01-01"),
        ([("2025-12-31", 24_000), ("2026-01-01", 1), ("2027-01-01", 24_000)], None),
        ([], None),
    ],
)
def test_the_duty_begins_with_the_first_minute_above_400_hours_of_a_year(
    worked: list[tuple[str, int]], passed: str | None
) -> None:
    found = insurance_duty([(day(one), minutes) for one, minutes in worked], 2026, BOOK)
    assert isinstance(found, InsuranceDuty)
    assert found.passed == (day(passed) if passed else None)


def test_a_limit_that_is_not_known_is_missing() -> None:
    assert insurance_duty([], 2008, BOOK) == Missing(
        "ins-400-hours", "most_hours", day("2008-01-01")
    )


@pytest.mark.parametrize(
    ("on", "first", "end"),
    [("2026-02-28", "2026-01-01", "2026-04-01"), ("2028-12-31", "2028-10-01", "2029-01-01")],
)
def test_quarters_are_those_of_the_calendar(on: str, first: str, end: str) -> None:
    assert quarter_of(day(on)) == Period(day(first), day(end))


def with_aes(per_year: str) -> Tariff:
    rate = OwnRate(name=RateName.AES, value=Decimal(per_year), valid_from=day("2024-01-01"))
    return Tariff(BOOK, [rate], None)


def test_aes_is_a_year_s_rate_for_each_full_time_helper_and_a_month_has_its_share() -> None:
    assert aes(Decimal(3564), day("2024-12-31"), with_aes("600")).amount == Decimal("600.00")
    (step,) = aes(Decimal(297), day("2024-03-31"), with_aes("600")).steps
    assert (step.amount, step.rate, step.rule) == (Decimal("50.00"), 600, AES)
    assert aes(Decimal(297), day("2024-03-31"), BOOK).missing == (
        Missing(AES, "per_year", day("2024-03-31")),
    )


@given(st.lists(st.sampled_from((0, 99, 198, 297)), min_size=1, max_size=9))
def test_shares_of_barsel_dk_by_month_are_the_quarter_s_bill_but_for_half_an_ore_each(
    months: list[int],
) -> None:
    on = day("2024-03-31")
    whole = barsel(Decimal(sum(months)), on, BOOK).amount
    parts = [barsel(Decimal(one), on, BOOK).amount for one in months]
    assert whole is not None
    known = [one for one in parts if one is not None]
    assert abs(sum(known) - whole) <= len(months) * Decimal("0.005") + Decimal("0.005")
