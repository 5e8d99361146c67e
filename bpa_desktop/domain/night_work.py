"""Work at night, and who has a right to a health check for it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, days_span, edge, overlap
from bpa_desktop.domain.findings import Code, finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-night-work"
_ONE_DAY: Final = dt.timedelta(days=1)
_WHOLE: Final = 100
"""Per cent."""


class _Numbers(NamedTuple):
    night: tuple[dt.time, dt.time]
    yearly: int
    daily: tuple[dt.time, dt.time]
    daily_minutes: int
    least_days: int
    over_percent: int
    every_years: int


def _numbers(rule: Rule) -> _Numbers:
    return _Numbers(
        night=(rule.clock("night_from"), rule.clock("night_to")),
        yearly=rule.whole("yearly_minutes"),
        daily=(rule.clock("daily_from"), rule.clock("daily_to")),
        daily_minutes=rule.whole("daily_minutes"),
        least_days=rule.whole("daily_least_days"),
        over_percent=rule.whole("daily_over_percent"),
        every_years=rule.whole("check_every_years"),
    )


def night_work(work: Work, book: RuleBook) -> Iterator[Finding]:
    """Hint at who works so much at night in a calendar year that it gives a health check.

    Either more than ``yearly_minutes`` at night in the year, or ``daily_minutes`` from
    ``daily_from`` to ``daily_to`` as the daily rule: on more than ``daily_over_percent`` of the
    days on which work begins, when there are ``daily_least_days`` of them or more. They have a
    right to a free check every ``check_every_years``. There is one hint for a helper and a year;
    its window is the year, and ``minutes_short`` is 0. Give the shifts of whole years. That the
    work may not be more than 8 hours in 24 on average asks no more than the hours a week that are
    checked elsewhere.

    Source: the row ``wt-night-work``.
    """
    found = [own for own in work.values() if own]
    if not found:
        return
    first = day_of(min(own[0].start for own in found)).year
    last = day_of(max(own[-1].end for own in found)).year
    for year in range(first, last + 1):
        rule = book.find(RULE, dt.date(year, 12, 31))
        if rule is not None:
            yield from _year(work, year, _numbers(rule), book)


def _year(work: Work, year: int, numbers: _Numbers, book: RuleBook) -> Iterator[Finding]:
    span = days_span(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    nights = _nights(year, *numbers.night)
    late = (*_nights(year, *numbers.daily), *_nights(year + 1, *numbers.daily)[:1])
    for helper, own in work.items():
        inside = own[_at(own, span[0]) : _at(own, span[1]) + 1]
        minutes = sum(_minutes(inside, nights))
        days, at_night = _days(inside, late, span, numbers.daily_minutes)
        is_often = _WHOLE * at_night > numbers.over_percent * days
        is_daily = days >= numbers.least_days and is_often
        if minutes > numbers.yearly or is_daily:
            yield finding(
                Code.NIGHT_CHECK,
                RULE,
                book,
                span,
                records=(("helper", helper),),
                helper=helper,
                year=year,
                minutes=minutes,
                yearly=numbers.yearly,
                is_yearly=minutes > numbers.yearly,
                days=days,
                at_night=at_night,
                daily=numbers.daily,
                daily_minutes=numbers.daily_minutes,
                every_years=numbers.every_years,
            )


def _at(own: Sequence[Block], moment: int) -> int:
    """The place of the first block that ends after ``moment``."""
    return bisect_right(own, moment, key=lambda block: block.end)


@lru_cache(maxsize=64)
def _nights(year: int, start: dt.time, end: dt.time) -> tuple[Span, ...]:
    """The nights of the year in order, cut at its ends."""
    first, after = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    days = [first + count * _ONE_DAY for count in range(-1, (after - first).days)]
    later = _ONE_DAY if end <= start else 0 * _ONE_DAY
    nights = ((edge(day, start), edge(day + later, end)) for day in days)
    parts = (overlap(night, days_span(first, after)) for night in nights)
    return tuple(part for part in parts if part is not None)


def _minutes(own: Iterable[Block], nights: Sequence[Span]) -> Iterator[int]:
    """The minutes of each of ``own`` that lie in ``nights``; both are in order."""
    at = 0
    count = len(nights)
    for start, end, _shifts in own:
        while at < count and nights[at][1] <= start:
            at += 1
        total, later = 0, at
        while later < count and nights[later][0] < end:
            night = nights[later]
            total += min(end, night[1]) - max(start, night[0])
            later += 1
        yield total


def _days(own: Sequence[Block], nights: Sequence[Span], year: Span, least: int) -> tuple[int, int]:
    """On how many days of the year work begins, and of how many ``least`` minutes are at night."""
    begun = {day_of(block.start) for block in own if year[0] <= block.start < year[1]}
    late = zip(own, _minutes(own, nights), strict=True)
    at_night = {day_of(block.start) for block, minutes in late if minutes >= least}
    return len(begun), len(begun & at_night)
