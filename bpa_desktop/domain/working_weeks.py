"""How many hours a week: on average over some months, and for relatives who hold the grant."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.clock import day_of, day_span, day_start, days_span, monday, overlap
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
    away: dict[str, list[Span]] = defaultdict(list)
    for absence in absences:
        if absence.kind in NEUTRAL:
            away[absence.helper].append(absence.plan_span())
    for helper, own in work.items():
        if own:
            yield from _averages(helper, own, away[helper], book)


def _averages(
    helper: str, own: Sequence[Block], away: Sequence[Span], book: RuleBook
) -> Iterator[Finding]:
    last = day_of(own[-1].end - 1) + dt.timedelta(days=1)
    at = 0
    for period in reference_periods(day_of(own[0].start), last, book):
        span = days_span(period.first, period.end)
        while at < len(own) and own[at].end <= span[0]:
            at += 1
        inside = at
        while inside < len(own) and own[inside].start < span[1]:
            inside += 1
        numbers = _numbers(book.rule(AVERAGE, period.first))
        yield from _average(helper, own[at:inside], away, period, numbers, book)
        at = max(at, inside - 1)


def _average(
    helper: str,
    own: Sequence[Block],
    away: Sequence[Span],
    period: Period,
    numbers: _Numbers,
    book: RuleBook,
) -> Iterator[Finding]:
    span = days_span(period.first, period.end)
    most = most_minutes((period.end - period.first).days, numbers.per_week)
    if not away and sum(min(one.end, span[1]) - max(one.start, span[0]) for one in own) <= most:
        return
    neutral = _neutral(period, away)
    days = (period.end - period.first).days - len(neutral)
    most = most_minutes(days, numbers.per_week)
    parts = [(block, _counted(block, span, neutral)) for block in own]
    total = sum(minutes for _block, minutes in parts)
    if total > most:
        shift = _crossing(parts, most)
        yield finding(
            Code.AVERAGE_WEEK,
            AVERAGE,
            book,
            span,
            records=(("helper", helper), ("shift", shift)),
            minutes_short=ceil(total - most),
            helper=helper,
            total=total,
            most=most,
            days=days,
            neutral=len(neutral),
            per_week=numbers.per_week,
        )


def _neutral(period: Period, away: Sequence[Span]) -> list[Span]:
    """The days of the period that lie wholly in one of the stretches."""
    meeting = [one for one in away if overlap(one, days_span(period.first, period.end))]
    if not meeting:
        return []
    days = (day_span(day) for day in period.days())
    return [day for day in days if any(one[0] <= day[0] and day[1] <= one[1] for one in meeting)]


def _counted(block: Block, span: Span, neutral: Iterable[Span]) -> int:
    """The minutes of ``block`` in ``span`` that lie on no neutral day."""
    start, end = max(block.start, span[0]), min(block.end, span[1])
    left_out = (overlap((start, end), day) for day in neutral)
    return end - start - sum(part[1] - part[0] for part in left_out if part is not None)


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
