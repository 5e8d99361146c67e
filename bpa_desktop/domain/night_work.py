"""Work at night, and who has a right to a health check for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, day_start, edge
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.in_force import InForce

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-night-work"
_ONE_DAY: Final = dt.timedelta(days=1)


class _Numbers(NamedTuple):
    night: tuple[dt.time, dt.time]
    yearly: int
    every_years: int


def _numbers(rule: Rule) -> _Numbers:
    night = rule.clock("night_from"), rule.clock("night_to")
    return _Numbers(night, rule.whole("yearly_minutes"), rule.whole("check_every_years"))


def night_work(work: Work, book: RuleBook) -> Iterator[Finding]:
    """Hint at who works more than ``yearly_minutes`` at night in a calendar year.

    They have a right to a free health check every ``check_every_years``. There is one hint for a
    helper and a year; its window is the year, and ``minutes_short`` is 0. Give the shifts of whole
    years. That the work may not be more than 8 hours in 24 on average asks no more than the hours
    a week that are checked elsewhere.

    Source: the row ``wt-night-work``.
    """
    known = InForce(book, RULE, _numbers)
    for helper, own in work.items():
        for year, minutes in _by_year(own, known).items():
            span = day_start(dt.date(year, 1, 1)), day_start(dt.date(year + 1, 1, 1))
            numbers = known.at(span[1] - 1)
            if numbers is not None and minutes > numbers.yearly:
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
                    every_years=numbers.every_years,
                )


def _by_year(own: Iterable[Block], known: InForce[_Numbers]) -> dict[int, int]:
    """Minutes at night by calendar year."""
    found: dict[int, int] = defaultdict(int)
    for block in own:
        numbers = known.at(block.end)
        if numbers is None:
            continue
        for start, end in _nights(block, *numbers.night):
            for year in {day_of(start).year, day_of(end - 1).year}:
                first, after = (day_start(dt.date(count, 1, 1)) for count in (year, year + 1))
                found[year] += min(end, after) - max(start, first)
    return found


def _nights(block: Block, start: dt.time, end: dt.time) -> Iterator[tuple[int, int]]:
    """The stretches of ``block`` in a night."""
    day = day_of(block.start) - _ONE_DAY
    while day_start(day) < block.end:
        night = edge(day, start), edge(day + _ONE_DAY * (end <= start), end)
        part = max(block.start, night[0]), min(block.end, night[1])
        if part[0] < part[1]:
            yield part
        day += _ONE_DAY
