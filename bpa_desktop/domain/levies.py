"""What the law draws from pay or adds to it: AM-bidrag, Barsel.dk, and the duty to insure."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.atp import full_months
from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.money import (
    Missing,
    Step,
    Unit,
    ore,
    percent_of,
    rate_of,
    rates_of,
    reckoned,
)
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

AM: Final = "am-bidrag"
BARSEL: Final = "levy-barsel-dk"
BARSEL_PERIODS: Final = "levy-barsel-dk-periods"
AES: Final = "levy-aes"
INSURANCE: Final = "ins-400-hours"
_QUARTER: Final = 3
"""Months."""
_YEAR: Final = 12
"""Months."""


class LevyPeriod(NamedTuple):
    """A quarter, the days in which the ATP paid counts for it, and about when it is due."""

    quarter: Period
    paid: Period
    due: dt.date


class InsuranceDuty(NamedTuple):
    """All helpers' minutes in a calendar year, how many are free, and when they were passed.

    ``passed`` is the first day on which there were more; ``None`` means no duty.
    """

    minutes: int
    free: int
    passed: dt.date | None


def am_contribution(pay: Decimal, on: dt.date, book: RuleBook) -> Reckoned:
    """AM-bidrag of pay or holiday pay before tax, to whole øre. Source: the row ``am-bidrag``."""
    return percent_of(pay, book, AM, on, title=N_("Labour-market contribution"))


def quarter_of(on: dt.date) -> Period:
    """The quarter of a calendar year in which ``on`` lies."""
    first = dt.date(on.year, on.month - (on.month - 1) % _QUARTER, 1)
    return Period(first, months_before(first, -_QUARTER))


def barsel(atp_paid: Decimal, on: dt.date, book: RuleBook) -> Reckoned:
    """The contribution to Barsel.dk for the quarter of ``on``, from the ATP that was paid.

    It is a quarter's rate for each full ATP contribution of a quarter. What a full one is, the row
    says (``full_quarter_atp``), or it is three months of full ATP in that quarter.
    Source: the row ``levy-barsel-dk``.
    """
    day = quarter_of(on).first
    rate = rate_of(book, BARSEL, "per_quarter", day)
    full = rate_of(book, BARSEL, "full_quarter_atp", day)
    if isinstance(full, Missing):
        full = full_months(_QUARTER, day, book)
    if isinstance(rate, Missing) or isinstance(full, Missing):
        return reckoned((), [one for one in (rate, full) if isinstance(one, Missing)])
    title = N_("Barsel.dk: full-time helpers by the ATP paid")
    amount = ore(atp_paid * rate / full)
    quantity = atp_paid / full
    return reckoned([Step(title, quantity, Unit.TIMES, rate, amount, BARSEL, "per_quarter", day)])


def aes(atp_paid: Decimal, on: dt.date, book: RuleBook) -> Reckoned:
    """The contribution to AES for the ATP that was paid in the year of ``on``, or a part of it.

    It is a year's rate for each full ATP contribution of a year, which is twelve of the month of
    ``on``. The rate depends on the line of business and comes from the user: the row ``levy-aes``.
    """
    rate = rate_of(book, AES, "per_year", on)
    full = full_months(_YEAR, on, book)
    if isinstance(rate, Missing) or isinstance(full, Missing):
        return reckoned((), [one for one in (rate, full) if isinstance(one, Missing)])
    title = N_("AES: full-time helpers by the ATP paid")
    amount = ore(atp_paid * rate / full)
    return reckoned([Step(title, atp_paid / full, Unit.TIMES, rate, amount, AES, "per_year", on)])


def barsel_period(on: dt.date, book: RuleBook) -> LevyPeriod | Missing:
    """Which ATP counts for the quarter of ``on``, and about when the contribution is due.

    Source: the row ``levy-barsel-dk-periods``.
    """
    quarter = quarter_of(on)
    keys = "paid_from_month", "paid_from_day", "due_after_months"
    found = rates_of(book, BARSEL_PERIODS, quarter.first, *keys)
    if isinstance(found, Missing):
        return found
    month, day, due = (int(number) for number in found)
    first = months_before(quarter.first, 1 - month).replace(day=day)
    paid = Period(first, months_before(first, -_QUARTER))
    return LevyPeriod(quarter, paid, months_before(quarter.first, -due))


def insurance_duty(
    worked: Iterable[tuple[dt.date, int]], year: int, book: RuleBook
) -> InsuranceDuty | Missing:
    """Whether the work of all helpers in a calendar year asks for insurance and AES.

    ``worked`` has minutes by day, of all helpers, planned ones too: the duty begins as soon as it
    is clear that the hours will be passed. Source: the row ``ins-400-hours``.
    """
    most = rate_of(book, INSURANCE, "most_hours", dt.date(year, 1, 1))
    if isinstance(most, Missing):
        return most
    free, minutes, passed = int(most * MINUTES_PER_HOUR), 0, None
    for day, own in sorted(one for one in worked if one[0].year == year):
        minutes += own
        if passed is None and minutes > free:
            passed = day
    return InsuranceDuty(minutes, free, passed)
