"""What the employer owes in sickness without full pay, and up to which wages one may insure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.levies import AM
from bpa_desktop.domain.money import (
    ZERO,
    Missing,
    Step,
    Unit,
    hours_of,
    ore,
    rate_of,
    reckoned,
    total,
)
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.sick_period import INSURANCE, employer_period
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

BENEFIT: Final = "sick-benefit-amount"
WEEK: Final = "sick-benefit-week"
AVERAGE: Final = "sick-benefit-average"
EXCLUSION: Final = "sick-first-day-insurance-exclusion"
_PERCENT: Final = Decimal(100)
_ONE: Final = Decimal(1)
_IN_FIRST_WEEK: Final = 7
"""Whatever its weekday, the Monday on or before this day of a month is the month's first."""


class SickTime(NamedTuple):
    """Minutes of a day that a helper would have worked, and the hourly pay for them.

    ``hourly`` is kroner before labour-market contribution, with the supplements of the time.
    """

    day: dt.date
    minutes: int
    hourly: Decimal


class Earned(NamedTuple):
    """Minutes worked on a day, and the kroner for them before labour-market contribution."""

    day: dt.date
    minutes: int
    pay: Decimal


class WageLimits(NamedTuple):
    """Wages of a year: up to ``join`` one may insure, and above ``leave`` one must leave."""

    join: Reckoned
    leave: Reckoned


def benefit_year(on: dt.date) -> Period:
    """The days around ``on`` with one highest benefit: from the first Monday of January."""
    start = _first_monday(on.year)
    if on < start:
        return Period(_first_monday(on.year - 1), start)
    return Period(start, _first_monday(on.year + 1))


def _first_monday(year: int) -> dt.date:
    return monday(dt.date(year, 1, _IN_FIRST_WEEK))


def most_per_hour(on: dt.date, book: RuleBook) -> Decimal | Missing:
    """The highest benefit for an hour: that of a week by the hours of a full week, to whole øre.

    Source: the rows ``sick-benefit-amount`` and ``sick-benefit-week``.
    """
    most = rate_of(book, BENEFIT, "per_week", on)
    hours = rate_of(book, WEEK, "hours", on)
    if isinstance(most, Missing):
        return most
    return hours if isinstance(hours, Missing) else ore(most / hours)


def average_hourly(
    earned: Iterable[Earned], first_day: dt.date, book: RuleBook
) -> Decimal | Missing | None:
    """The hourly pay of the last weeks before the sickness, where pay or hours change.

    ``None`` when nothing was worked in them. Source: the row ``sick-benefit-average``.
    """
    weeks = rate_of(book, AVERAGE, "weeks", first_day)
    if isinstance(weeks, Missing):
        return weeks
    start = first_day - dt.timedelta(weeks=int(weeks))
    recent = [one for one in earned if start <= one.day < first_day]
    minutes = sum(one.minutes for one in recent)
    if not minutes:
        return None
    return ore(sum((one.pay for one in recent), ZERO) / hours_of(minutes))


def sick_benefit(
    first_day: dt.date,
    times: Iterable[SickTime],
    book: RuleBook,
    before: Iterable[SickTime] = (),
) -> Reckoned:
    """What the employer owes for a spell that began on ``first_day``.

    Each hour gives the hourly pay after labour-market contribution, no more than the highest
    benefit for an hour, and a week from Monday no more than that for a week. Times ``before`` were
    paid already, and have had their part of the highest for their week. Time after the employer
    period is the municipality's and gives nothing. Whether the helper has a right to it
    is ``sick_right.benefit_test``. Source: the rows ``sick-benefit-amount`` and ``am-bidrag``.
    """
    period = employer_period(first_day, book)
    if isinstance(period, Missing):
        return reckoned((), [period])
    weeks, had = _by_week(times, period), _by_week(before, period)
    return total(_week(own, had.get(start, ()), book) for start, own in sorted(weeks.items()))


def _by_week(times: Iterable[SickTime], period: Period) -> dict[dt.date, list[SickTime]]:
    weeks: dict[dt.date, list[SickTime]] = defaultdict(list)
    for one in times:
        if one.minutes and period.first <= one.day < period.end:
            weeks[monday(one.day)].append(one)
    return weeks


def _week(times: Sequence[SickTime], before: Sequence[SickTime], book: RuleBook) -> Reckoned:
    first = min(one.day for one in times)
    most = rate_of(book, BENEFIT, "per_week", first)
    hours, had = total(_hours(times, book)), total(_hours(before, book)).amount
    if hours.amount is None or had is None or isinstance(most, Missing):
        return total([hours, reckoned((), [most] if isinstance(most, Missing) else [])])
    left = most - min(had, most)
    if hours.amount <= left:
        return hours
    over = left - hours.amount
    title = N_("Down to the highest benefit for a week")
    cut = Step(title, _ONE, Unit.TIMES, over, over, BENEFIT, "per_week", first)
    return reckoned([*hours.steps, cut])


class _Rate(NamedTuple):
    title: str
    rate: Decimal
    rule: str
    key: str


def _hours(times: Iterable[SickTime], book: RuleBook) -> Iterator[Reckoned]:
    """One step for the hours of each rate, in the order in which the rates come up."""
    minutes: dict[_Rate, int] = defaultdict(int)
    first: dict[_Rate, dt.date] = {}
    for one in sorted(times, key=lambda one: one.day):
        rate = _rate(one, book)
        if isinstance(rate, Missing):
            yield reckoned((), [rate])
            continue
        first.setdefault(rate, one.day)
        minutes[rate] += one.minutes
    for rate, count in minutes.items():
        hours = hours_of(count)
        amount = ore(hours * rate.rate)
        step = Step(rate.title, hours, Unit.HOURS, rate.rate, amount, rate.rule, rate.key)
        yield reckoned([step._replace(on=first[rate])])


def _rate(time: SickTime, book: RuleBook) -> _Rate | Missing:
    most = most_per_hour(time.day, book)
    percent = rate_of(book, AM, "percent", time.day)
    if isinstance(most, Missing):
        return most
    if isinstance(percent, Missing):
        return percent
    own = ore(time.hourly * (_PERCENT - percent) / _PERCENT)
    if own <= most:
        title = N_("Sickness benefit: hourly pay after labour-market contribution")
        return _Rate(title, own, AM, "percent")
    return _Rate(N_("Sickness benefit: the highest for an hour"), most, BENEFIT, "per_week")


def wage_limits(on: dt.date, book: RuleBook) -> WageLimits:
    """Up to which wages of a year an employer may insure the first days of sickness.

    They are so many times the highest benefit for a week of the day ``on``. Source: the rows
    ``sick-first-day-insurance``, ``sick-first-day-insurance-exclusion`` and
    ``sick-benefit-amount``.
    """
    join = N_("Highest wages of a year at which you may insure")
    leave = N_("Highest wages of a year at which you may stay insured")
    return WageLimits(
        _limit(join, INSURANCE, "join_weeks", on, book),
        _limit(leave, EXCLUSION, "leave_weeks", on, book),
    )


def _limit(title: str, rule: str, key: str, on: dt.date, book: RuleBook) -> Reckoned:
    weeks, week = rate_of(book, rule, key, on), rate_of(book, BENEFIT, "per_week", on)
    if isinstance(weeks, Missing) or isinstance(week, Missing):
        return reckoned((), [one for one in (weeks, week) if isinstance(one, Missing)])
    amount = ore(weeks * week)
    return reckoned([Step(title, weeks, Unit.TIMES, week, amount, BENEFIT, "per_week", on)])
