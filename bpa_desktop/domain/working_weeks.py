"""How many hours a week: on average over some months, and for relatives who hold the grant."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.absence import NO_END, AbsenceKind
from bpa_desktop.domain.clock import day_of, day_start, days_span, monday, overlap
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.in_force import InForce
from bpa_desktop.domain.period import Period, months_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

AVERAGE: Final = "wt-48h-average"
RELATIVES: Final = "bpa-95-relative-48h-cap"
NEUTRAL: Final = frozenset({AbsenceKind.HOLIDAY, AbsenceKind.SICKNESS})
"""Whole days of these are left out of the average: neither their hours nor the days count."""

_DAYS_PER_WEEK: Final = 7
_MONTHS_PER_YEAR: Final = 12
_WEEK: Final = dt.timedelta(days=_DAYS_PER_WEEK)
_ONE_DAY: Final = dt.timedelta(days=1)

Days: TypeAlias = tuple[dt.date, dt.date]
"""A stretch of days: the first, and the first one after it."""


class _Numbers(NamedTuple):
    per_week: int
    months: int


def _numbers(rule: Rule) -> _Numbers:
    return _Numbers(rule.whole("minutes_per_week"), rule.whole("reference_months"))


def reference_period(day: dt.date, months: int) -> Period:
    """The reference period of so many calendar months in which ``day`` lies, reckoned from January.

    With four months: January to April, May to August, September to December.
    """
    back = (day.year * _MONTHS_PER_YEAR + day.month - 1) % months
    first = months_before(day.replace(day=1), back)
    return Period(first, months_before(first, -months))


def reference_periods(first: dt.date, end: dt.date, book: RuleBook) -> Iterator[Period]:
    """The reference periods that meet the days from ``first`` to before ``end``, in order.

    Days on which the rule is not known have none.
    """
    day = first
    while day < end:
        rule = book.find(AVERAGE, day)
        if rule is None:
            day += dt.timedelta(days=1)
            continue
        period = reference_period(day, _numbers(rule).months)
        yield period
        day = period.end


def most_minutes(days: int, per_week: int) -> Fraction:
    """The most minutes in so many counted days at ``per_week`` minutes a week, exactly."""
    return Fraction(per_week * days, _DAYS_PER_WEEK)


def average_weeks(work: Work, absences: Iterable[Absence], book: RuleBook) -> Iterator[Finding]:
    """Find the reference periods in which somebody works too many hours a week on average.

    The row gives ``minutes_per_week`` and ``reference_months``. Whole days of holiday or sickness
    are left out. The hours of the whole period count, worked or planned, beside all its other
    days; so a period that is not planned to its end is only told once it is too much already. The
    finding names the shift with which it becomes too much. Give the shifts of whole periods.

    Source: the Working Time Act, section 4; the row says where it was read.
    """
    days: dict[str, list[Days]] = defaultdict(list)
    for absence in absences:
        if absence.kind in NEUTRAL:
            days[absence.helper].append(_whole_days(absence.plan_span()))
    for helper, own in work.items():
        if own:
            last = day_of(own[-1].end - 1) + _ONE_DAY
            for period in reference_periods(day_of(own[0].start), last, book):
                yield from _average(helper, own, _neutral(period, days[helper]), period, book)


def _average(
    helper: str, own: Sequence[Block], neutral: Sequence[Days], period: Period, book: RuleBook
) -> Iterator[Finding]:
    per_week = _numbers(book.rule(AVERAGE, period.first)).per_week
    left_out = sum((end - first).days for first, end in neutral)
    days = (period.end - period.first).days - left_out
    span, most = days_span(period.first, period.end), most_minutes(days, per_week)
    total = _minutes(own, span) - sum(_minutes(own, days_span(*part)) for part in neutral)
    if total > most:
        yield finding(
            Code.AVERAGE_WEEK,
            AVERAGE,
            book,
            span,
            records=(("helper", helper), ("shift", _passing(own, span, neutral, most))),
            minutes_short=ceil(total - most),
            helper=helper,
            total=total,
            most=most,
            days=days,
            neutral=left_out,
            per_week=per_week,
        )


def _whole_days(span: Span) -> Days:
    """The days that lie wholly in ``span``; an absence without an end lasts for ever."""
    first = day_of(span[0])
    if day_start(first) < span[0]:
        first += _ONE_DAY
    return first, (dt.date.max if span[1] >= NO_END else day_of(span[1]))


def _neutral(period: Period, away: Iterable[Days]) -> list[Days]:
    """The stretches of days of the period that are left out, in order and apart."""
    found: list[Days] = []
    for first, end in sorted(away):
        part = max(first, period.first), min(end, period.end)
        if found:
            part = max(part[0], found[-1][1]), part[1]
        if part[0] < part[1]:
            found.append(part)
    return found


def _inside(own: Sequence[Block], span: Span) -> Sequence[Block]:
    """The blocks that lie in ``span`` at some time."""
    first = bisect_right(own, span[0], key=lambda block: block.end)
    return own[first : bisect_left(own, span[1], lo=first, key=lambda block: block.start)]


def _minutes(own: Sequence[Block], span: Span) -> int:
    """The minutes of work in ``span``."""
    inside = _inside(own, span)
    if not inside:
        return 0
    total = sum([block[1] - block[0] for block in inside])
    return total - max(0, span[0] - inside[0].start) - max(0, inside[-1].end - span[1])


def _passing(own: Sequence[Block], span: Span, neutral: Iterable[Days], most: Fraction) -> str:
    """The shift with which the counted minutes in ``span`` become more than ``most``."""
    left_out = [days_span(*part) for part in neutral]
    parts = []
    for block in _inside(own, span):
        cut = [block]
        minutes = _minutes(cut, span) - sum(_minutes(cut, part) for part in left_out)
        parts.append((block, minutes))
    return _crossing(parts, most)


def _crossing(parts: Iterable[tuple[Block, int]], most: Fraction | int) -> str:
    """The last shift of the block with which the sum becomes more than ``most``."""
    total = 0
    for block, minutes in parts:
        total += minutes
        if total > most:
            return block.shifts[-1]
    raise ValueError("the sum is not more")


def relative_weeks(work: Work, relatives: frozenset[str], book: RuleBook) -> Iterator[Finding]:
    """Find the weeks from Monday in which relatives who hold the grant give too much care.

    All of them share the ``minutes_per_week`` of the row. The window is the week, and the finding
    names who gave care in it and the shift with which it becomes too much.

    Source: the row ``bpa-95-relative-48h-cap``.
    """
    known = InForce(book, RELATIVES, lambda rule: rule.whole("minutes_per_week"))
    weeks = _weeks({helper: own for helper, own in work.items() if helper in relatives})
    for first, rows in sorted(weeks.items()):
        most = known.at(day_start(first))
        total = sum(minutes for _block, _helper, minutes in rows)
        if most is not None and total > most:
            parts = [(block, minutes) for block, _helper, minutes in sorted(rows)]
            people = sorted({helper for _block, helper, _minutes in rows})
            yield finding(
                Code.RELATIVE_WEEK,
                RELATIVES,
                book,
                days_span(first, first + _WEEK),
                records=(
                    *(("helper", helper) for helper in people),
                    ("shift", _crossing(parts, most)),
                ),
                minutes_short=total - most,
                helper=people[0] if len(people) == 1 else "",
                total=total,
                most=most,
            )


def _weeks(work: Work) -> Mapping[dt.date, list[tuple[Block, str, int]]]:
    """Each week's work in instants, cut at its ends: the block, whose it is, and the minutes."""
    found: dict[dt.date, list[tuple[Block, str, int]]] = defaultdict(list)
    for helper, own in work.items():
        for block in own:
            first = monday(day_of(block.start))
            while day_start(first) < block.end:
                part = overlap((block.start, block.end), days_span(first, first + _WEEK))
                if part is not None:
                    found[first].append((block, helper, part[1] - part[0]))
                first += _WEEK
    return found
