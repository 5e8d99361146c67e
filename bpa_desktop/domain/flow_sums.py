"""Sums of the money that came in and was spent, in any stretch of days; the parts add up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget import MoneyClass
from bpa_desktop.domain.budget_years import budget_on, share_of
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.money_flow import Payer, VoucherState
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.standard_line import covering

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.budget import Budget, BudgetLine
    from bpa_desktop.domain.money_flow import Payment, Voucher
    from bpa_desktop.domain.standard_line import StandardLine


class Budgets(NamedTuple):
    """Every budget, and every line in the order of its place."""

    budgets: Sequence[Budget] = ()
    lines: Sequence[BudgetLine] = ()

    def standing(self, day: dt.date) -> Budget | None:
        """The budget that counts on ``day``."""
        return budget_on(self.budgets, day)

    def named(self, line: str | None) -> BudgetLine | None:
        """The line with the id ``line``."""
        return next((one for one in self.lines if one.id == line), None)

    def line_of(self, voucher: Voucher) -> BudgetLine | None:
        """The line on which a voucher belongs: the chosen one, else what its purpose falls to."""
        named = self.named(voucher.line)
        if named is not None:
            return named
        budget = self.standing(voucher.day)
        if budget is None:
            return None
        own = [one for one in self.lines if one.budget == budget.id]
        return covering(voucher.standard, own, lambda one: one.standard)

    def is_outside(self, voucher: Voucher) -> bool:
        """Whether no accounts count the voucher: for section 10, or it belongs on such a line."""
        line = self.line_of(voucher)
        return voucher.is_outside or (line is not None and line.is_outside)

    def is_apart(self, line: str | None) -> bool:
        """Whether the line with the id ``line`` is outside the accounts: it is for section 10."""
        found = self.named(line)
        return found is not None and found.is_outside

    def is_billed(self, voucher: Voucher) -> bool:
        """Whether the municipality pays the voucher after a bill.

        What falls on no line of a budget counts as billed, so that it is not forgotten.
        """
        line = self.line_of(voucher)
        return not self.is_outside(voucher) and (
            line is None or line.money_class is MoneyClass.AFTER_BILL
        )


def days_of(payment: Payment) -> Period:
    """The days a payment is for: the written ones, else the month in which it came."""
    if payment.first_day is not None and payment.last_day is not None:
        first, last = payment.first_day, payment.last_day
        return Period(first, last.fromordinal(last.toordinal() + 1))
    first = payment.received_on.replace(day=1)
    return Period(first, months_before(first, -1))


def part_of(payment: Payment, first: dt.date, end: dt.date) -> Decimal:
    """The kroner of a payment for its days from ``first`` to before ``end``, to whole øre.

    The parts of stretches that follow each other add up to the amount: what is left when one
    part is rounded is in the next.
    """
    return share_of(payment.amount, days_of(payment), first, end)


def received(
    payments: Iterable[Payment], first: dt.date, end: dt.date
) -> dict[str | None, Decimal]:
    """Kroner received for the days from ``first`` to before ``end`` by the id of the budget line.

    ``None`` stands for the whole budget. A supplement that is set off is no money received: it
    lowers what the municipality has to pay.
    """
    sums: dict[str | None, Decimal] = defaultdict(lambda: ZERO)
    for one in payments:
        amount = part_of(one, first, end)
        if amount and one.payer is not Payer.SET_OFF:
            sums[one.line] += amount
    return dict(sums)


class Spent(NamedTuple):
    """Kroner of vouchers: by purpose where no line was chosen, else by the id of the line."""

    by_standard: Mapping[StandardLine, Decimal]
    by_line: Mapping[str, Decimal]


def spent(vouchers: Iterable[Voucher], first: dt.date, end: dt.date) -> Spent:
    """What the vouchers dated from ``first`` to before ``end`` have cost."""
    by_standard: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    by_line: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for one in vouchers:
        if not first <= one.day < end:
            continue
        if one.line is None:
            by_standard[one.standard] += ore(one.amount)
        else:
            by_line[one.line] += ore(one.amount)
    return Spent(dict(by_standard), dict(by_line))


def to_send(vouchers: Iterable[Voucher], budgets: Budgets) -> list[Voucher]:
    """The vouchers that are paid after a bill and are not sent yet."""
    kept = (one for one in vouchers if one.state is VoucherState.KEPT)
    return [one for one in kept if budgets.is_billed(one)]


def to_be_paid(vouchers: Iterable[Voucher], budgets: Budgets) -> list[Voucher]:
    """The vouchers that are sent and not paid yet."""
    sent = (one for one in vouchers if one.state is VoucherState.SENT)
    return [one for one in sent if not budgets.is_outside(one)]
