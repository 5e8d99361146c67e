"""What came in and was spent adds up to the øre, however the days are cut."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.flow_sums import (
    Budgets,
    days_of,
    part_of,
    received,
    spent,
    to_be_paid,
    to_send,
)
from bpa_desktop.domain.money_flow import Payment, Voucher, VoucherState
from bpa_desktop.domain.standard_line import StandardLine

DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2029, 1, 1))
KRONER = st.decimals(-1_000_000, 1_000_000, places=2)
YEAR, NEXT = dt.date(2026, 1, 1), dt.date(2027, 1, 1)


def payment(amount: Decimal, first: dt.date, last: dt.date) -> Payment:
    return Payment(received_on=first, amount=amount, first_day=first, last_day=last)


def voucher(amount: str = "100", **fields: Any) -> Voucher:
    given: dict[str, Any] = {"day": dt.date(2026, 3, 10), "what": "Kursus", **fields}
    return Voucher(amount=Decimal(amount), **given)


def line(code: StandardLine, paid: MoneyClass, **fields: Any) -> BudgetLine:
    given: dict[str, Any] = {"budget": "b26", "id": code.name, **fields}
    words = {"words": code.label, "amount": Decimal(1000)}
    return BudgetLine(standard=code, money_class=paid, **words, **given)


B26 = Budget(id="b26", valid_from=YEAR, valid_to=dt.date(2026, 12, 31))
BOOKS = Budgets(
    (B26,),
    (
        line(StandardLine.COURSES, MoneyClass.ADVANCE),
        line(StandardLine.INSURANCE, MoneyClass.AFTER_BILL),
        line(StandardLine.HELPER_RELATED, MoneyClass.OUTSIDE),
    ),
)


@given(KRONER, DAYS, DAYS, st.lists(DAYS, max_size=6))
def test_the_parts_of_a_payment_add_up(
    amount: Decimal, one: dt.date, other: dt.date, cuts: list[dt.date]
) -> None:
    whole = payment(amount, min(one, other), max(one, other))
    period = days_of(whole)
    inner = [day for day in cuts if period.first < day < period.end]
    bounds = sorted({dt.date(2020, 1, 1), *inner, dt.date(2030, 1, 1)})
    parts = [part_of(whole, *stretch) for stretch in pairwise(bounds)]
    assert sum(parts) == amount
    assert all(part == round(part, 2) for part in parts)
    assert all(part * amount >= 0 for part in parts)


@given(st.lists(st.tuples(KRONER, DAYS, st.sampled_from(["a", "b", None])), max_size=8), DAYS)
def test_the_lines_of_two_stretches_are_all_that_came(
    given_: list[tuple[Decimal, dt.date, str | None]], cut: dt.date
) -> None:
    start, end = dt.date(2023, 1, 1), dt.date(2030, 1, 1)
    everything = [Payment(received_on=day, amount=one, line=at) for one, day, at in given_]
    parts = [received(everything, start, cut), received(everything, cut, end)]
    assert sum(sum(part.values()) for part in parts) == sum(one for one, _day, _at in given_)


def test_without_days_a_payment_is_for_the_month_in_which_it_came() -> None:
    came = Payment(received_on=dt.date(2024, 2, 29), amount=Decimal(290))
    assert (days_of(came).first, days_of(came).last) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert part_of(came, dt.date(2024, 2, 29), dt.date(2024, 3, 1)) == 10


def test_a_payment_over_a_years_end_is_shared_by_days() -> None:
    came = payment(Decimal(620), dt.date(2026, 12, 1), dt.date(2027, 1, 31))
    assert part_of(came, YEAR, NEXT) == 310


@given(st.lists(st.tuples(KRONER, DAYS, st.sampled_from(StandardLine), st.booleans())), DAYS)
def test_what_was_spent_is_on_one_line_each(
    given_: list[tuple[Decimal, dt.date, StandardLine, bool]], cut: dt.date
) -> None:
    vouchers = [
        Voucher(day=day, what="x", amount=one, standard=code, line="own" if chosen else None)
        for one, day, code, chosen in given_
    ]
    parts = [
        spent(vouchers, dt.date(2023, 1, 1), cut),
        spent(vouchers, cut, dt.date(2030, 1, 1)),
    ]
    summed = sum(sum(part.by_standard.values()) + sum(part.by_line.values()) for part in parts)
    assert summed == sum(one for one, *_rest in given_)


@pytest.mark.parametrize(
    ("kind", "waits"),
    [
        (StandardLine.COURSES, False),
        (StandardLine.INSURANCE, True),
        (StandardLine.HELPER_RELATED, False),
        (StandardLine.ADVERTS, True),
    ],
)
def test_only_what_is_paid_after_a_bill_waits_to_be_sent(kind: StandardLine, waits: bool) -> None:  # noqa: FBT001
    assert bool(to_send([voucher(standard=kind)], BOOKS)) is waits


def test_what_is_put_on_a_line_of_section_10_is_outside_and_waits_for_nothing() -> None:
    one = voucher(line="HELPER_RELATED", state=VoucherState.SENT)
    assert BOOKS.is_outside(one)
    assert to_be_paid([one], BOOKS) == []


def test_a_voucher_that_falls_to_a_line_outside_the_accounts_is_outside_with_it() -> None:
    apart = line(StandardLine.ADVERTS, MoneyClass.OUTSIDE, id="apart")
    books = Budgets((B26,), (apart,))
    assert books.is_outside(voucher(standard=StandardLine.ADVERTS))
    assert not books.is_outside(voucher(standard=StandardLine.COURSES))
    gone = voucher(standard=StandardLine.COURSES, line="gone")
    assert BOOKS.line_of(gone) == BOOKS.named("COURSES")


def test_a_line_for_section_10_is_outside_however_it_is_said_to_be_paid() -> None:
    wrong = line(StandardLine.HELPER_RELATED, MoneyClass.ADVANCE, id="log")
    assert Budgets((B26,), (wrong,)).is_apart("log")
    assert not BOOKS.is_apart("COURSES")
    assert not BOOKS.is_apart(None)


def test_what_was_sent_waits_however_its_line_is_paid() -> None:
    one = voucher(standard=StandardLine.COURSES, state=VoucherState.SENT)
    assert to_be_paid([one], BOOKS) == [one]
    assert to_send([one], BOOKS) == []


def test_a_later_budget_takes_the_place_of_the_earlier_from_its_first_day() -> None:
    later = Budget(id="later", valid_from=dt.date(2026, 7, 1), valid_to=dt.date(2026, 12, 31))
    paid = line(StandardLine.COURSES, MoneyClass.AFTER_BILL, budget="later", id="new")
    books = Budgets((B26, later), (*BOOKS.lines, paid))
    june, july = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
    assert not books.is_billed(voucher(day=june))
    assert books.is_billed(voucher(day=july))
    assert books.standing(NEXT) is None
