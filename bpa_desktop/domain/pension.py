"""The pension that an employer pays: who has it, from when, and of which pay."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.asked import BIRTH_DATE
from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.money import ZERO, Missing, percent_of, rate_of, total
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.period import months_before
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "pay-pension"
_MONTHS: Final = 12
_ONE_DAY: Final = dt.timedelta(days=1)
_DAYS_PER_WEEK: Final = 7


class PensionBase(NamedTuple):
    """Kroner of which pension is a share: basic pay, supplements of the hour, of the weekend."""

    basic: Decimal = ZERO
    clock: Decimal = ZERO
    weekend: Decimal = ZERO


def pension_from(helper: Helper, on: dt.date, book: RuleBook) -> dt.date | Missing | None:
    """The first day with pension of a helper, as of the day ``on``; ``None`` when it is not yet.

    A permanent helper has it from the age of the row, once the months of waiting are over since
    the unbroken employment began; ``Helper.pension_date`` takes the place of the waiting. It is
    missing without a date of birth only where everything else speaks for it.
    Source: the row ``pay-pension``.
    """
    if helper.position is not Position.PERMANENT:
        return None
    waited = _waited(helper, on, book)
    if waited is None or isinstance(waited, Missing):
        return waited
    if waited > on:
        return None
    if helper.birth_date is None:
        return BIRTH_DATE.missing(on)
    years = rate_of(book, RULE, "from_years", on)
    if isinstance(years, Missing):
        return years
    start = max(waited, months_before(helper.birth_date, -int(years) * _MONTHS))
    return start if start <= on else None


def _waited(helper: Helper, on: dt.date, book: RuleBook) -> dt.date | Missing | None:
    """The day on which the waiting is over; ``None`` for who is not employed on ``on``."""
    if helper.pension_date is not None:
        return helper.pension_date
    began = employed_since(helper, on)
    if began is None:
        return None
    months = rate_of(book, RULE, "waiting_months", on)
    return months if isinstance(months, Missing) else months_before(began, -int(months))


def employed_since(helper: Helper, on: dt.date) -> dt.date | None:
    """The first day of the employment without a break in which ``on`` lies; ``None`` without one.

    Somebody who left before ``on`` counts with the last employment before it.
    """
    begun = [one for one in helper.employments if one.first_day <= on]
    since: dt.date | None = None
    for one in sorted(begun, key=lambda one: one.first_day, reverse=True):
        if since is not None and one.end + _ONE_DAY < since:
            break
        since = one.first_day
    return since


def works_enough(
    agreed: int | None, minutes: int, days: int, on: dt.date, book: RuleBook
) -> bool | Missing:
    """Whether the hours of a week are enough for pension: those agreed, else the average.

    ``agreed`` are minutes a week; ``minutes`` were paid in ``days`` of employment.
    Source: the row ``pay-pension``.
    """
    least = rate_of(book, RULE, "least_hours_per_week", on)
    if isinstance(least, Missing):
        return least
    wanted = least * MINUTES_PER_HOUR
    if agreed is not None:
        return agreed >= wanted
    return days > 0 and Decimal(minutes * _DAYS_PER_WEEK) >= wanted * days


def pension(base: PensionBase, on: dt.date, book: RuleBook) -> Reckoned:
    """What the employer pays of the pay of a period whose last day is ``on``; a step a share.

    Source: the row ``pay-pension``.
    """
    parts = (
        (base.basic, N_("Pension of the basic pay"), "percent"),
        (base.clock, N_("Pension of the evening and night supplement"), "clock_percent"),
        (base.weekend, N_("Pension of the weekend supplement"), "weekend_percent"),
    )
    return total(
        percent_of(amount, book, RULE, on, title=title, key=key)
        for amount, title, key in parts
        if amount
    )
