"""Holiday pay is 12.5 per cent of pay before own pension and AM-bidrag, and of nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.holiday_pay import (
    BASE,
    HolidayPay,
    PayPart,
    holiday_base,
    holiday_pay,
    sick_holiday_pay,
)
from bpa_desktop.domain.levies import am_contribution
from bpa_desktop.domain.money import Missing, Unit, ore
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

BOOK = rulebook()
ON = day("2026-03-31")
Parts = list[tuple[PayPart, Decimal]]


def parts(**named: str) -> Parts:
    return [(PayPart(name), Decimal(amount)) for name, amount in named.items()]


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(parts(pay="20000"), id="g-hol-04"),
        pytest.param(parts(pay="20000", employer_pension="2578"), id="g-hol-05"),
        pytest.param(parts(pay="17480", own_pension="1000", am="1520"), id="after what was drawn"),
        pytest.param(parts(pay="18000", benefit="2000"), id="with a taxed benefit"),
        pytest.param(
            parts(pay="20000", holiday_pay="2500", holiday_supplement="200"),
            id="holiday pay earns no holiday pay",
        ),
    ],
)
def test_holiday_pay_of_20000_kroner(own: Parts) -> None:
    found = holiday_pay(own, ON, BOOK)
    assert found.amount == Decimal("2500.00")
    (step,) = found.steps
    assert (step.quantity, step.unit, step.rate) == (20000, Unit.KRONER, Decimal("0.125"))
    assert (step.rule, step.key, step.on) == ("hol-pay-type", "allowance_percent", ON)


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (HolidayPay.ALLOWANCE, "12.50"),
        (HolidayPay.CHOSEN, "12.00"),
        (HolidayPay.SUPPLEMENT, "1.00"),
    ],
)
def test_each_way_to_be_paid_for_holiday_has_its_per_cent(kind: HolidayPay, amount: str) -> None:
    assert holiday_pay(parts(pay="100"), ON, BOOK, kind).amount == Decimal(amount)


def test_holiday_pay_before_the_act_is_missing() -> None:
    early = day("2020-08-31")
    found = holiday_pay(parts(pay="100"), early, BOOK)
    assert found.amount is None
    assert found.missing == (Missing("hol-pay-type", "allowance_percent", early),)


def test_the_rate_of_sick_days_is_missing_until_somebody_writes_it() -> None:
    found = sick_holiday_pay(Decimal(1000), ON, BOOK)
    assert found.amount is None
    assert found.missing == (Missing("hol-sick-allowance-rate", "percent", ON),)


def test_am_bidrag_is_drawn_from_holiday_pay_as_well() -> None:
    assert am_contribution(Decimal(2500), ON, BOOK).amount == Decimal("200.00")
    assert am_contribution(Decimal("0.44"), ON, BOOK).amount == Decimal("0.04")
    assert am_contribution(Decimal(1), ON, book()).missing == (Missing("am-bidrag", "percent", ON),)


KRONER = st.decimals(0, 100_000, places=2)


@given(st.lists(st.tuples(st.sampled_from(PayPart), KRONER)))
def test_only_the_base_earns_and_is_rounded_once(own: Parts) -> None:
    base = sum((amount for part, amount in own if part in BASE), Decimal(0))
    assert holiday_base(own) == base
    found = holiday_pay(own, ON, BOOK)
    assert found.amount == ore(base / 8)
    assert found.amount == ore(found.steps[0].quantity * found.steps[0].rate)
