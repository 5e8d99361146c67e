"""What is left of time: time off on a special day, duty that was moved, a week with a holiday."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import day_of, overlap
from bpa_desktop.domain.money import Missing, hours_of, rate_of
from bpa_desktop.domain.supplements import paid_as_sunday

if TYPE_CHECKING:
    from decimal import Decimal

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.rates import RuleBook

NORM: Final = "pay-day-norm"
_ONE_DAY: Final = dt.timedelta(days=1)


def time_off_used(span: Span, book: RuleBook) -> int:
    """The minutes that time off in lieu in ``span`` (instants, half-open) takes from its account.

    Time that is paid as a Sunday is off anyway: a special day from its hour, a public holiday.
    Source: the row ``pay-sunday``.
    """
    day, last = day_of(span[0]), day_of(span[1] - 1)
    used = span[1] - span[0]
    while day <= last:
        sunday = paid_as_sunday(day, book)
        shared = None if sunday is None else overlap(sunday, span)
        used -= 0 if shared is None else shared[1] - shared[0]
        day += _ONE_DAY
    return used


def moved_minutes(planned: Span, moved: Span) -> int:
    """The minutes of a duty that lie outside the time for which it was planned before."""
    shared = overlap(planned, moved)
    within = 0 if shared is None else shared[1] - shared[0]
    return moved[1] - moved[0] - within


def day_norm(minutes_per_week: int, on: dt.date, book: RuleBook) -> Decimal | Missing:
    """The hours by which a week of so many minutes is lowered for a public holiday in it.

    Source: the row ``pay-day-norm``.
    """
    days = rate_of(book, NORM, "days_per_week", on)
    return days if isinstance(days, Missing) else hours_of(minutes_per_week) / days
