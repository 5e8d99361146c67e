"""G-days: the first days without work, which the employer pays to a member of a fund."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.asked import IN_FUND, OWN_WISH
from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.money import Missing, Step, Unit, rate_of, rates_of, reckoned
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.payslip import UnemploymentDay
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "pay-g-days"
AMOUNT: Final = "pay-g-day-amount"
_ONE: Final = Decimal(1)
_ONE_DAY: Final = dt.timedelta(days=1)


class GDayPart(Choice):
    """How much of a day is paid; the value names the amount in the row."""

    WHOLE = "whole", N_("G-day, a whole day")
    HALF = "half", N_("G-day, half a day")


class Nothing(Choice):
    """Why a day without work is not paid."""

    NO_FUND = "no_fund", N_("No G-day: the helper is not in an unemployment fund.")
    OWN_WISH = "own_wish", N_("No G-day: the helper ended it, has new work, is ill or on holiday.")
    TOO_FEW_HOURS = "too_few_hours", N_("No G-day: too few hours were worked in the weeks before.")
    TOO_MANY_DAYS = (
        "too_many_days",
        N_("No G-day: the most there can be in a year are paid already."),
    )


class GDay(NamedTuple):
    """A day without work and what is paid for it.

    ``part`` is what the row says, ``other`` what the other source would say; both are ``None``
    where nothing is paid, for the reason in ``nothing``, or where it is not known.
    """

    day: dt.date
    minutes: int
    pay: Reckoned
    part: GDayPart | None = None
    other: GDayPart | None = None
    nothing: Nothing | None = None

    @property
    def is_disputed(self) -> bool:
        """Whether the sources disagree on how much of the day is paid."""
        return self.part is not self.other


def parts_of_day(minutes: int, on: dt.date, book: RuleBook) -> tuple[GDayPart, GDayPart] | Missing:
    """Whole or half for ``minutes`` without work: as the program reckons, and by the other source.

    The program counts the time without work; the other source the time that was worked of a full
    day. Source: the row ``pay-g-days``, which has the confidence ``CONFLICT``.
    """
    keys = "whole_over_hours", "day_hours", "whole_under_worked_hours"
    found = rates_of(book, RULE, on, *keys)
    if isinstance(found, Missing):
        return found
    over, day, under = (number * MINUTES_PER_HOUR for number in found)
    return _part(whole=minutes > over), _part(whole=day - minutes < under)


def _part(*, whole: bool) -> GDayPart:
    return GDayPart.WHOLE if whole else GDayPart.HALF


def g_days(
    days: Iterable[UnemploymentDay], worked: Mapping[dt.date, int], book: RuleBook
) -> list[GDay]:
    """What is paid for each day without work of one helper, in order.

    ``worked`` has the minutes of work by day. The hours are looked for in the weeks before the
    first of days in a row; a day that is not paid does not count towards the most of a year.
    Source: the rows ``pay-g-days`` and ``pay-g-day-amount``.
    """
    found: list[GDay] = []
    first = previous = None
    for one in sorted(days, key=lambda one: (one.day, one.id)):
        if first is None or previous is None or one.day > previous + _ONE_DAY:
            first = one.day
        previous = one.day
        found.append(_g_day(one, first, worked, found, book))
    return found


def _g_day(
    one: UnemploymentDay,
    first: dt.date,
    worked: Mapping[dt.date, int],
    before: Sequence[GDay],
    book: RuleBook,
) -> GDay:
    unpaid = _unpaid(one, first, worked, before, book)
    if isinstance(unpaid, Nothing):
        return GDay(one.day, one.minutes, reckoned(()), nothing=unpaid)
    parts = parts_of_day(one.minutes, one.day, book) if unpaid is None else unpaid
    if isinstance(parts, Missing):
        return GDay(one.day, one.minutes, reckoned((), [parts]))
    return GDay(one.day, one.minutes, _amount(parts[0], one.day, book), *parts)


def _unpaid(
    one: UnemploymentDay,
    first: dt.date,
    worked: Mapping[dt.date, int],
    before: Sequence[GDay],
    book: RuleBook,
) -> Nothing | Missing | None:
    """Why nothing is paid, or what must be known before it can be told."""
    if one.own_wish is Answer.YES:
        return Nothing.OWN_WISH
    if one.in_fund is Answer.NO:
        return Nothing.NO_FUND
    limits = rates_of(book, RULE, one.day, "least_hours", "weeks", "most_per_year")
    if isinstance(limits, Missing):
        return limits
    least, weeks, most = limits
    window = first - dt.timedelta(weeks=int(weeks)), first
    minutes = sum(count for day, count in worked.items() if window[0] <= day < window[1])
    if minutes < least * MINUTES_PER_HOUR:
        return Nothing.TOO_FEW_HOURS
    if sum(each.part is not None and each.day.year == one.day.year for each in before) >= most:
        return Nothing.TOO_MANY_DAYS
    unknown = [
        fact.missing(one.day)
        for fact, answer in ((IN_FUND, one.in_fund), (OWN_WISH, one.own_wish))
        if answer is Answer.UNKNOWN
    ]
    return unknown[0] if unknown else None


def _amount(part: GDayPart, on: dt.date, book: RuleBook) -> Reckoned:
    rate = rate_of(book, AMOUNT, part.value, on)
    if isinstance(rate, Missing):
        return reckoned((), [rate])
    return reckoned([Step(part.label, _ONE, Unit.DAYS, rate, rate, AMOUNT, part.value, on)])
