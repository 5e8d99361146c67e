"""The money of a stretch of days, apart from pay: what came in, what was spent, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain import flow_sums
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.flow_sums import Budgets
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.money_flow import Payment, Voucher

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.session import Session


class Flow(NamedTuple):
    """Kroner of one stretch of days; nothing for section 10 is in the first three.

    ``received`` is by the id of the budget line, ``None`` for the whole budget. ``spent`` is what
    vouchers without a chosen line cost by what they are for, ``spent_on`` what those with one
    cost by the id of the line: together they are all that was spent but pay. ``outside_received``
    and ``outside_spent`` are for section 10. ``not_sent`` and ``not_paid`` are the vouchers that
    wait to be sent to the municipality, or to be paid by it.
    """

    received: Mapping[str | None, Decimal]
    spent: Mapping[StandardLine, Decimal]
    spent_on: Mapping[str, Decimal]
    outside_received: Decimal
    outside_spent: Decimal
    not_sent: tuple[Voucher, ...]
    not_paid: tuple[Voucher, ...]

    @property
    def received_in_all(self) -> Decimal:
        """Kroner received, but not for section 10."""
        return total(self.received.values())

    @property
    def spent_in_all(self) -> Decimal:
        """Kroner spent on vouchers, but not for section 10."""
        return total([*self.spent.values(), *self.spent_on.values()])


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of ``amounts`` in kroner; zero where there are none."""
    return sum(amounts, ZERO)


def flow(session: Session, first: dt.date, end: dt.date) -> Flow:
    """What came in and was spent from ``first`` to before ``end``.

    A payment counts with its share of the days it is for, a voucher with the day it is dated.
    """
    books = budgets(session)
    vouchers = vouchers_of(session, first, end)
    outside = [one for one in vouchers if books.is_outside(one)]
    inside = counted_vouchers(session, first, end)
    came = flow_sums.received(session.records.all(Payment), first, end)
    apart = {line for line in came if books.is_apart(line)}
    spent = flow_sums.spent(inside, first, end)
    return Flow(
        received={line: amount for line, amount in came.items() if line not in apart},
        spent=spent.by_standard,
        spent_on=spent.by_line,
        outside_received=total([came[line] for line in apart]),
        outside_spent=total([ore(one.amount) for one in outside]),
        not_sent=tuple(flow_sums.to_send(inside, books)),
        not_paid=tuple(flow_sums.to_be_paid(inside, books)),
    )


def budgets(session: Session) -> Budgets:
    """Every budget with its lines in their order."""
    lines = sorted(session.records.all(BudgetLine), key=lambda one: (one.place, one.id))
    return Budgets(session.records.all(Budget), lines)


def vouchers_of(session: Session, first: dt.date, end: dt.date) -> tuple[Voucher, ...]:
    """The vouchers dated from ``first`` to before ``end``, the newest first."""
    found = [one for one in session.records.all(Voucher) if first <= one.day < end]
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True))


def counted_vouchers(session: Session, first: dt.date, end: dt.date) -> tuple[Voucher, ...]:
    """Those of them that the accounts count: not for section 10, nor put on a line of it."""
    books = budgets(session)
    return tuple(one for one in vouchers_of(session, first, end) if not books.is_outside(one))


def payments_of(session: Session, first: dt.date, end: dt.date) -> tuple[Payment, ...]:
    """The payments for any day from ``first`` to before ``end``, the newest day first."""
    found = []
    for one in session.records.all(Payment):
        period = flow_sums.days_of(one)
        if period.first < end and first < period.end:
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.received_on, reverse=True))
