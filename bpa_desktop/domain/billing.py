"""What follows from a bill that was paid, and which payments come again each month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget import MoneyClass
from bpa_desktop.domain.flow_sums import days_of
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.money_flow import Payer, Payment, VoucherState
from bpa_desktop.domain.period import Period, months_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from bpa_desktop.domain.flow_sums import Budgets
    from bpa_desktop.domain.money_flow import Voucher

_MONTHLY: Final = frozenset({Payer.MUNICIPALITY, Payer.REGION, Payer.SET_OFF})


def payment_for(voucher: Voucher, today: dt.date, budgets: Budgets, note: str) -> Payment:
    """What the municipality paid for a voucher: on its line, and for the day it is dated."""
    line = budgets.line_of(voucher)
    return Payment(
        received_on=today,
        amount=voucher.amount,
        line=None if line is None else line.id,
        first_day=voucher.day,
        last_day=voucher.day,
        note=note,
    )


def is_written(
    wanted: Payment, voucher: Voucher, payments: Sequence[Payment], paid: Sequence[Voucher]
) -> bool:
    """Whether the payment for ``voucher`` was written before by hand.

    It was when there are more payments of its amount on its line than vouchers of that amount
    that are ``paid`` already, and one of them came since the day of the voucher.
    """
    alike = [one for one in payments if _place(one) == _place(wanted)]
    taken = sum(one.amount == voucher.amount and one.id != voucher.id for one in paid)
    return len(alike) > taken and any(one.received_on >= voucher.day for one in alike)


def _place(payment: Payment) -> tuple[Payer, Decimal, str | None]:
    return payment.payer, payment.amount, payment.line


def is_paid(voucher: Voucher) -> bool:
    """Whether the municipality has paid the voucher."""
    return voucher.state is VoucherState.PAID


class Again(NamedTuple):
    """The payments of one month once more: for ``month``, ``amount`` in all."""

    month: Period
    payments: tuple[Payment, ...]

    @property
    def amount(self) -> Decimal:
        """Kroner of all of them."""
        return sum((one.amount for one in self.payments), ZERO)


def next_month(payments: Sequence[Payment], budgets: Budgets, today: dt.date) -> Again | None:
    """What came for the last month, for the month after it; ``None`` before that can have come.

    Only what is for exactly one month comes again: from the municipality in advance, from the
    region, and what is set off. What was paid back or paid after a bill does not.
    """
    monthly = [one for one in payments if _comes_again(one, budgets) and one.received_on <= today]
    if not monthly:
        return None
    newest = max(days_of(one).first for one in monthly)
    found = [one for one in monthly if days_of(one).first == newest]
    month = Period(months_before(newest, -1), months_before(newest, -2))
    due = min(months_before(one.received_on, -1) for one in found)
    if today < due and today < month.first:
        return None
    return Again(month, tuple(_moved(one, month, today) for one in found))


def _comes_again(payment: Payment, budgets: Budgets) -> bool:
    line = budgets.named(payment.line)
    by_bill = line is not None and line.money_class is MoneyClass.AFTER_BILL
    paid_back = payment.payer is not Payer.SET_OFF and payment.amount < 0
    return (
        payment.payer in _MONTHLY
        and not by_bill
        and not paid_back
        and days_of(payment).is_whole_month
    )


def _moved(payment: Payment, month: Period, today: dt.date) -> Payment:
    """The payment a month later; its days are written, as it may come in the month before."""
    return replace(
        payment,
        id="",
        received_on=min(months_before(payment.received_on, -1), today),
        first_day=month.first,
        last_day=month.last,
    )
