"""The pay periods of a year: twelve months, 26 or 27 fortnights, 52 or 53 weeks by the calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.atp import PayRun, atp
from bpa_desktop.domain.money import ZERO, ore, total
from bpa_desktop.domain.period import Period, months_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

_DAYS: Final = {PayRun.WEEK: 7, PayRun.FORTNIGHT: 14}


def pay_periods(run: PayRun, begins: dt.date, year: int) -> tuple[Period, ...]:
    """The pay periods whose last day lies in a calendar year, in order.

    ``begins`` is the first day of any pay period: from it weeks and fortnights are counted on and
    back. A month needs none of it.
    """
    first, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    days = _DAYS.get(run)
    if days is None:
        return Period(first, end).months()
    # A period that ends on the first of January or later began so many days before.
    earliest = first.toordinal() - (days - 1)
    start = earliest + (begins.toordinal() - earliest) % days
    starts = range(start, end.toordinal() - (days - 1), days)
    return tuple(
        Period(dt.date.fromordinal(one), dt.date.fromordinal(one + days)) for one in starts
    )


def periods_of(run: PayRun, begins: dt.date, days: Period) -> tuple[Period, ...]:
    """The pay periods that have a day in ``days``, in order.

    Before ``begins`` pay is run by the month; the last month before it ends there.
    """
    length = _DAYS.get(run)
    first = days.first.replace(day=1)
    if length is None:
        return Period(first, months_before(days.last.replace(day=1), -1)).months()
    found: list[Period] = []
    if days.first < begins:
        end = min(begins, months_before(days.last.replace(day=1), -1))
        found += Period(first, end).months()
    if days.end > begins:
        passed = max(0, (days.first - begins).days)
        start = begins.toordinal() + passed - passed % length
        found += (
            Period(dt.date.fromordinal(one), dt.date.fromordinal(one + length))
            for one in range(start, days.end.toordinal(), length)
        )
    return tuple(found)


def shared_out(amount: Decimal, weights: Sequence[int]) -> list[Decimal]:
    """``amount`` in parts by ``weights``, in order, to whole øre; the parts always add up to it.

    What has come to by the end of each part is rounded half up. Without any weight the last part
    has all of it.
    """
    whole, passed, before = sum(weights), 0, ZERO
    parts = []
    for place, weight in enumerate(weights, start=1):
        passed += weight
        until = amount if place == len(weights) else ZERO
        if whole and place < len(weights):
            until = ore(amount * passed / whole)
        parts.append(until - before)
        before = until
    return parts


def atp_of_year(
    worked: Mapping[dt.date, int],
    run: PayRun,
    begins: dt.date,
    year: int,
    book: RuleBook,
) -> Reckoned:
    """The employer's ATP of all pay periods that end in a year, each by the hours worked in it.

    ``worked`` has minutes by day. Weeks have no row after 2023: then it is missing.
    """
    return total(
        atp(sum(worked.get(day, 0) for day in one.days()), one.last, book, run=run).employer
        for one in pay_periods(run, begins, year)
    )
