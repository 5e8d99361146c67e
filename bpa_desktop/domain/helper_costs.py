"""Helper-related expenses (section 10): an average per month from the user's own log."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.period import Period, month_length, months_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.budget import Budget, BudgetLine
    from bpa_desktop.domain.money_flow import Voucher

MONTHS: Final = 12
"""So many whole months an estimate looks back at most: it is told once a year."""


class CostEstimate(NamedTuple):
    """Kroner of whole calendar months; ``by_what`` is by the words of the vouchers."""

    period: Period
    months: int
    total: Decimal
    vouchers: int
    by_what: tuple[tuple[str, Decimal], ...]

    @property
    def per_month(self) -> Decimal:
        """The average in whole øre."""
        return ore(self.total / self.months)


def whole_months(first_day: dt.date, today: dt.date) -> Period | None:
    """The whole months before the one of ``today``, at most ``MONTHS``, from ``first_day`` on.

    The month of ``first_day`` counts, for whoever begins to write begins with its expenses. There
    is none while that month is not over.
    """
    end = today.replace(day=1)
    first = max(first_day.replace(day=1), months_before(end, MONTHS))
    return Period(first, end) if first < end else None


def estimate(vouchers: Iterable[Voucher], today: dt.date) -> CostEstimate | None:
    """The average of the log; ``None`` while it has no whole month."""
    found = [one for one in vouchers if one.day < today.replace(day=1)]
    first = min((one.day for one in found), default=None)
    period = None if first is None else whole_months(first, today)
    if period is None:
        return None
    own = [one for one in found if one.day >= period.first]
    return CostEstimate(
        period=period,
        months=len(period.months()),
        total=sum((ore(one.amount) for one in own), ZERO),
        vouchers=len(own),
        by_what=_by_what(own),
    )


def _by_what(vouchers: Iterable[Voucher]) -> tuple[tuple[str, Decimal], ...]:
    """The sum of each kind of thing, the largest first; it is known by its words."""
    sums: dict[str, Decimal] = {}
    words: dict[str, str] = {}
    for one in sorted(vouchers, key=lambda voucher: (voucher.day, voucher.id)):
        key = one.what.strip().casefold()
        words[key] = one.what.strip()
        sums[key] = sums.get(key, ZERO) + ore(one.amount)
    return tuple(
        (words[key], amount) for key, amount in sorted(sums.items(), key=lambda one: -one[1])
    )


class Granted(NamedTuple):
    """A budget line for these expenses, and what it comes to per month."""

    line: BudgetLine
    budget: Budget
    per_month: Decimal


def granted(
    budgets: Iterable[Budget], lines: Iterable[BudgetLine], on: dt.date
) -> tuple[Granted, ...]:
    """The lines outside the accounts of the newest budget that holds on ``on``."""
    current = [one for one in budgets if one.valid_from <= on <= one.valid_to]
    newest = max(current, key=lambda one: (one.valid_from, one.id), default=None)
    if newest is None:
        return ()
    return tuple(
        Granted(one, newest, ore(one.amount / months_in(newest.valid_from, newest.end)))
        for one in lines
        if one.budget == newest.id and one.is_outside
    )


def months_in(first: dt.date, end: dt.date) -> Decimal:
    """How many months lie from ``first`` to before ``end``; part of one as a share of its days."""
    parts = Period(first, end).months()
    return sum(
        (Decimal((one.end - one.first).days) / month_length(one.first) for one in parts), ZERO
    )
