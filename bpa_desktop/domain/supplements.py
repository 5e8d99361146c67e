"""Where on the clock work is paid with a supplement, and for how many started half hours."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import day_of, day_span, edge, overlap
from bpa_desktop.domain.holidays_dk import is_public_holiday

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.rates import Rule, RuleBook

EVENING: Final = "pay-evening"
NIGHT: Final = "pay-night"
SATURDAY: Final = "pay-saturday"
SUNDAY: Final = "pay-sunday"
CLOCK: Final = (EVENING, NIGHT)
"""The supplements of the hour, on every day."""
DAYS: Final = (SATURDAY, SUNDAY)
"""The supplements of the day; a moment has at most one of them."""
ALL: Final = (*CLOCK, *DAYS)
STACKING: Final = "pay-stacking"

_ONE_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5
_SUNDAY: Final = 6
_SPECIAL: Final = {(5, 1): "may_1_from", (6, 5): "june_5_from", (12, 31): "december_31_from"}
"""The key of the time from which a day is paid as a Sunday, by month and day."""
_CHRISTMAS_EVE: Final = (12, 24)


class Portion(NamedTuple):
    """Minutes on a Danish day that are paid with a supplement, rounded up as its rule says."""

    rule: str
    on: dt.date
    minutes: int


def portions(
    span: Span, book: RuleBook, begun: int | None = None, had: Sequence[Span] | None = None
) -> list[Portion]:
    """What of the work in ``span`` (instants, half-open) has which supplement, by rule and day.

    Each supplement runs where its row says: ``from_time`` to ``to_time`` of a day, an end that is
    not after the start being on the next day; Sundays and public holidays the whole day, and
    special days from their hour. It is paid for each ``started_minutes`` begun in one unbroken
    stretch, which goes on over midnight and, when ``begun`` tells the instant since which the
    helper has worked without a break, over the end of a shift. Real time counts.

    What was begun in time that is paid already is not paid again: that is the time since ``begun``,
    or the stretches ``had`` where a shift is only partly worked.

    Source: the rows ``pay-evening``, ``pay-night``, ``pay-saturday``, ``pay-sunday`` and
    ``pay-stacking``, which tells whether a supplement of the hour and one of the day are paid
    beside each other; if not, the greater is. Where a row is not known there is no portion.
    """
    start = span[0] if begun is None else min(begun, span[0])
    paid = had or ()
    if had is None and start < span[0]:
        paid = ((start, span[0]),)
    outer = min([start, *(one[0] for one in paid)]), max([span[1], *(one[1] for one in paid)])
    found: list[Portion] = []
    for rule_id in ALL:
        for run in _unbroken(_stretches(rule_id, outer, book)):
            for day, minutes in _begun_in(run, span, paid):
                found.append(Portion(rule_id, day, minutes))
    return found


Part: TypeAlias = "tuple[dt.date, Span, Rule]"
"""A stretch in which a supplement runs, on one day."""


def _unbroken(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts that go on from each other, together."""
    run: list[Part] = []
    for part in parts:
        if run and run[-1][1][1] != part[1][0]:
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _begun_in(
    run: Sequence[Part], span: Span, paid: Sequence[Span]
) -> Iterator[tuple[dt.date, int]]:
    """The minutes to pay by day: each begun half hour that ``span`` touches and nothing paid."""
    first, last = run[0][1][0], run[-1][1][1]
    if last <= span[0] or span[1] <= first:
        return
    near = [one for one in paid if one[0] < last and first < one[1]]
    for day, (start, end), rule in run:
        step = rule.whole("started_minutes")
        since = max(start, span[0] - step + 1)
        begins = range(first + _up(since - first, step), min(end, span[1]), step)
        count = len(begins)
        if near:
            count -= sum(_touches(near, (one, min(one + step, last))) for one in begins)
        if count:
            yield day, count * step


def _touches(spans: Sequence[Span], half_hour: Span) -> bool:
    start, end = half_hour
    return any(one[0] < end and start < one[1] for one in spans)


def _up(minutes: int, step: int) -> int:
    return -(-minutes // step) * step


def _stretches(rule_id: str, span: Span, book: RuleBook) -> Iterator[tuple[dt.date, Span, Rule]]:
    """Where a supplement runs in ``span``, in order, with the day on which it does."""
    day, last = day_of(span[0]), day_of(span[1] - 1)
    while day <= last:
        rule = book.find(rule_id, day)
        for stretch in () if rule is None else _paid(rule, day, book):
            shared = overlap(stretch, span)
            if rule is not None and shared is not None:
                yield day, shared, rule
        day += _ONE_DAY


def _paid(rule: Rule, day: dt.date, book: RuleBook) -> Iterator[Span]:
    """Where the supplement runs on ``day`` and no other takes its place."""
    greater = [] if adds(day, book) else list(_greater(rule, day, book))
    for stretch in _runs(rule, day, book):
        yield from _without(stretch, greater)


@lru_cache(maxsize=8192)
def day_class(day: dt.date) -> tuple[int, bool, tuple[int, int] | None, int]:
    """What of a day decides where supplements run on it: days of one class are paid alike.

    A Saturday or Sunday, a public holiday, a special day, and how many minutes the day has.
    """
    weekend = day.weekday() if day.weekday() >= _SATURDAY else 0
    date = (day.month, day.day)
    special = date if date in _SPECIAL or date == _CHRISTMAS_EVE else None
    start, end = day_span(day)
    return weekend, is_public_holiday(day), special, end - start


def adds(day: dt.date, book: RuleBook) -> bool:
    """Whether a supplement of the hour and one of the day are paid beside each other."""
    rule = book.find(STACKING, day)
    return rule is not None and rule.values.get("adds") is True


def _greater(rule: Rule, day: dt.date, book: RuleBook) -> Iterator[Span]:
    """Where a supplement of the other group runs that is greater; of two alike that of the day."""
    for other_id in DAYS if rule.id in CLOCK else CLOCK:
        other = book.find(other_id, day)
        if other is not None and _weight(other) > _weight(rule):
            yield from _runs(other, day, book)


def _weight(rule: Rule) -> tuple[float, bool]:
    percent = rule.values.get("percent")
    return float(percent) if isinstance(percent, (int, Decimal)) else 0.0, rule.id in DAYS


def _without(stretch: Span, others: list[Span]) -> Iterator[Span]:
    start, end = stretch
    for begins, ends in sorted(others):
        if begins >= end or ends <= start:
            continue
        if start < begins:
            yield start, begins
        start = ends
    if start < end:
        yield start, end


def _runs(rule: Rule, day: dt.date, book: RuleBook) -> Iterator[Span]:
    """Where the supplement runs on ``day``, in order of time."""
    if rule.id in CLOCK:
        yield from _on_the_clock(rule, day)
        return
    sunday = paid_as_sunday(day, book)
    if rule.id == SUNDAY:
        if sunday is not None:
            yield sunday
    elif day.weekday() == _SATURDAY:
        for start, end in _on_the_clock(rule, day):
            stop = end if sunday is None else min(end, sunday[0])
            if start < stop:
                yield start, stop


def _on_the_clock(rule: Rule, day: dt.date) -> Iterator[Span]:
    begins, ends = rule.clock("from_time"), rule.clock("to_time")
    start, after = day_span(day)
    if begins < ends:
        yield edge(day, begins), edge(day, ends)
        return
    if ends > dt.time():
        yield start, edge(day, ends)
    yield edge(day, begins), after


def paid_as_sunday(day: dt.date, book: RuleBook) -> Span | None:
    """From when on ``day`` is paid as a Sunday, to its end; never twice.

    Source: the row ``pay-sunday``, with the hours of special days.
    """
    start, after = day_span(day)
    if day.weekday() == _SUNDAY or is_public_holiday(day):
        return start, after
    begins = _special_from(day, book)
    return None if begins is None else (edge(day, begins), after)


def _special_from(day: dt.date, book: RuleBook) -> dt.time | None:
    rule = book.find(SUNDAY, day)
    date = (day.month, day.day)
    if rule is None:
        return None
    if date == _CHRISTMAS_EVE and rule.values.get("december_24_from_night_end"):
        night = book.find(NIGHT, day)
        return None if night is None else night.clock("to_time")
    key = _SPECIAL.get(date, "")
    return rule.clock(key) if key in rule.values else None
