"""Amounts round half up to whole øre, and are missing when any part of them is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.money import (
    Missing,
    Step,
    Unit,
    hours_of,
    minutes_of,
    ore,
    percent_of,
    rate_of,
    rates_of,
    reckoned,
    total,
)
from tests.domain.builders import book, rule

DAY = dt.date(2026, 3, 16)
LACKING = Missing("pay", "amount", DAY)


def step(amount: str) -> Step:
    return Step("Basic pay", Decimal(1), Unit.HOURS, Decimal(amount), Decimal(amount))


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [("39.885", "39.89"), ("39.884999", "39.88"), ("-39.885", "-39.89"), ("2", "2.00")],
)
def test_half_an_ore_goes_away_from_zero(amount: str, rounded: str) -> None:
    assert ore(Decimal(amount)) == Decimal(rounded)


def test_minutes_are_hours() -> None:
    assert hours_of(90) == Decimal("1.5")
    assert ore(hours_of(20) * 3) == Decimal("1.00")


@pytest.mark.parametrize("minutes", range(121))
def test_hours_are_minutes_again(minutes: int) -> None:
    assert minutes_of(hours_of(minutes)) == minutes


def test_a_sum_of_parts_is_missing_when_one_is() -> None:
    whole = reckoned([step("10.10"), step("0.05")])
    assert whole.amount == Decimal("10.15")
    assert whole.is_whole
    lacking = reckoned([step("1")], [LACKING, LACKING])
    assert (lacking.amount, lacking.missing) == (None, (LACKING,))
    both = total([whole, lacking])
    assert both.amount is None
    assert len(both.steps) == 3
    assert total([]).amount == 0


def test_a_rate_is_never_that_of_another_day() -> None:
    law = book(rule("pay", "2026-03-16", "2026-03-16", amount=Decimal("1.5"), whole=3, yes=True))
    assert rate_of(law, "pay", "amount", DAY) == Decimal("1.5")
    assert rate_of(law, "pay", "whole", DAY) == 3
    assert rate_of(law, "pay", "yes", DAY) == Missing("pay", "yes", DAY)
    assert rate_of(law, "pay", "amount", DAY + dt.timedelta(1)) == Missing(
        "pay", "amount", DAY + dt.timedelta(1)
    )


def test_several_rates_are_there_together_or_the_first_that_lacks_is_told() -> None:
    law = book(rule("pay", amount=Decimal("1.5"), whole=3))
    assert rates_of(law, "pay", DAY, "whole", "amount") == (3, Decimal("1.5"))
    assert rates_of(law, "pay", DAY, "whole", "no", "not") == Missing("pay", "no", DAY)


def test_per_cent_of_kroner_is_a_step_that_can_be_multiplied() -> None:
    law = book(rule("pay", percent=Decimal("12.5"), less=1))
    found = percent_of(Decimal("0.20"), law, "pay", DAY, title="Holiday pay")
    (step,) = found.steps
    assert found.amount == Decimal("0.03") == ore(step.quantity * step.rate)
    assert (step.unit, step.rate, step.key) == (Unit.KRONER, Decimal("0.125"), "percent")
    less = percent_of(Decimal(250), law, "pay", DAY, title="Less", key="less")
    assert less.amount == Decimal("2.50")
    lacking = percent_of(Decimal(1), law, "pay", DAY, title="None", key="none")
    assert (lacking.amount, lacking.missing) == (None, (Missing("pay", "none", DAY),))


@given(st.lists(st.decimals(-10000, 10000, places=2), max_size=20), st.integers(0, 20))
def test_what_is_summed_in_parts_is_the_sum_of_all(amounts: list[Decimal], cut: int) -> None:
    steps = [step(str(one)) for one in amounts]
    parts = total([reckoned(steps[:cut]), reckoned(steps[cut:])])
    assert parts.amount == reckoned(steps).amount == sum(amounts, Decimal(0))
