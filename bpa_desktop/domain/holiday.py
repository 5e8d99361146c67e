"""Holiday: the holiday year, days earned, and days as hours of a roster."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.money import ZERO, Missing, rate_of, rates_of
from bpa_desktop.domain.period import Period, month_length, months_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from decimal import Decimal

    from bpa_desktop.domain.people import Employment
    from bpa_desktop.domain.rates import RuleBook

YEAR: Final = "hol-year"
ACCRUAL: Final = "hol-accrual"
FULL_YEAR: Final = "hol-full-year"
WEEK: Final = "hol-week"
_ONE_DAY: Final = dt.timedelta(days=1)


class HolidayYear(NamedTuple):
    """The days in which holiday is ``earned``, and those in which it is ``taken``."""

    earned: Period
    taken: Period


class MonthEarned(NamedTuple):
    """How many of a calendar month's days earned holiday, and the days of holiday they gave."""

    month: dt.date
    days: int
    earned: Decimal


def holiday_year(on: dt.date, book: RuleBook) -> HolidayYear | Missing:
    """The holiday year in which the day ``on`` lies. Source: the row ``hol-year``."""
    found = rates_of(book, YEAR, on, "start_month", "start_day", "taking_months_after")
    if isinstance(found, Missing):
        return found
    month, day, after = (int(number) for number in found)
    start = dt.date(on.year, month, day)
    if on < start:
        start = start.replace(year=on.year - 1)
    end = start.replace(year=start.year + 1)
    return HolidayYear(Period(start, end), Period(start, months_before(end, -after)))


def taken_from(on: dt.date, book: RuleBook) -> tuple[HolidayYear, ...] | Missing:
    """The holiday years from which holiday can be taken on a day, the oldest first."""
    current = holiday_year(on, book)
    if isinstance(current, Missing):
        return current
    before = holiday_year(current.earned.first - _ONE_DAY, book)
    if isinstance(before, Missing) or before.taken.end <= on:
        return (current,)
    return before, current


def earned_by_month(
    period: Period,
    employments: Sequence[Employment],
    book: RuleBook,
    without: AbstractSet[dt.date] = frozenset(),
) -> list[MonthEarned] | Missing:
    """The days of holiday earned in each calendar month of a period in which some were.

    A month that is wholly employed gives the days of a month. Otherwise each day employed gives
    its share, together no more than the month. Days in ``without`` earn nothing (see
    ``unearned_days``). Source: the row ``hol-accrual``.
    """
    found = []
    for part in period.months():
        days = _earning(part, employments, without)
        if not days:
            continue
        rates = rates_of(book, ACCRUAL, days[0], "days_per_month", "days_per_day")
        if isinstance(rates, Missing):
            return rates
        month, each = rates
        is_whole = len(days) == month_length(part.first)
        earned = month if is_whole else min(len(days) * each, month)
        found.append(MonthEarned(part.first.replace(day=1), len(days), earned))
    return found


def _earning(
    period: Period, employments: Sequence[Employment], without: AbstractSet[dt.date]
) -> list[dt.date]:
    return [
        day
        for day in period.days()
        if day not in without and any(one.covers(day) for one in employments)
    ]


def earned_days(months: Iterable[MonthEarned]) -> Decimal:
    """The sum of what was earned in months."""
    return sum((one.earned for one in months), ZERO)


def entitled_days(
    year: HolidayYear, months: Sequence[MonthEarned], book: RuleBook
) -> Decimal | Missing:
    """The days of holiday of a holiday year: whole weeks when every month of it gave all it can.

    ``months`` is what was earned in the year. Source: the rows ``hol-full-year`` and
    ``hol-accrual``.
    """
    on = year.earned.first
    whole = rates_of(book, FULL_YEAR, on, "months", "days")
    each = rate_of(book, ACCRUAL, "days_per_month", on)
    if isinstance(whole, Missing):
        return whole
    if isinstance(each, Missing):
        return each
    earned = earned_days(months)
    return whole[1] if earned >= whole[0] * each else earned


def holiday_hours(
    days: Decimal, minutes_per_week: int, on: dt.date, book: RuleBook
) -> Decimal | Missing:
    """The hours of a roster that days of holiday stand for: their share of a week's hours.

    Raises ``ValueError`` unless the week has hours. Source: the row ``hol-week``.
    """
    week = _week(minutes_per_week, on, book)
    if isinstance(week, Missing):
        return week
    return days * minutes_per_week / (week * MINUTES_PER_HOUR)


def holiday_days(
    minutes: int, minutes_per_week: int, on: dt.date, book: RuleBook
) -> Decimal | Missing:
    """The days of holiday that planned minutes of a roster use up; the other way round.

    Raises ``ValueError`` unless the week has hours. Source: the row ``hol-week``.
    """
    week = _week(minutes_per_week, on, book)
    return week if isinstance(week, Missing) else week * minutes / minutes_per_week


def _week(minutes_per_week: int, on: dt.date, book: RuleBook) -> Decimal | Missing:
    if minutes_per_week <= 0:
        raise ValueError(minutes_per_week)
    return rate_of(book, WEEK, "days_per_week", on)
