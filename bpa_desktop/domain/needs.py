"""The needs that grants place on the clock."""

from __future__ import annotations

import datetime as dt
from itertools import compress, cycle, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import (
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    day_start,
    days_span,
    edge,
)
from bpa_desktop.domain.granted import in_force
from bpa_desktop.domain.kinds import COVERING, WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.grant import Grant, GrantLine
    from bpa_desktop.domain.kinds import HourKind


Band: TypeAlias = tuple[int, int, "HourKind", int]
"""A need on the clock: from one instant to before another, of a kind, so many helpers."""


class Placed(NamedTuple):
    """When a grant that places its need on the clock counts, in instants."""

    start: int
    end: int
    grant: str


class Asked(NamedTuple):
    """A need on the clock, in instants, and the grant that places it."""

    start: int
    end: int
    kind: HourKind
    grant: str


def placed(grants: Iterable[Grant], first: dt.date, end: dt.date) -> list[Placed]:
    """The grants that place a need from ``first`` to before ``end``, cut at these days."""
    return [
        Placed(*days_span(*days), grant.id)
        for grant, days in _counting(grants, first, end)
        if any(_on_the_clock(line) for line in grant.lines)
    ]


def asked(grants: Iterable[Grant], first: dt.date, end: dt.date) -> list[Asked]:
    """The bands of ``needs``, each with the grant it is of, in order of the grants."""
    return [
        Asked(start, stop, line.kind, grant.id)
        for start, stop, line, grant in _placed_lines(grants, first, end)
    ]


def needs(grants: Iterable[Grant], first: dt.date, end: dt.date) -> Iterator[Band]:
    """The needs that the grants place on the clock, cut at ``first`` and before ``end``.

    Only placed lines of the kinds in ``COVERING`` count. A band belongs to the weekday on which
    it begins; equal times are a whole day, an end before the start is on the next day. A band is
    cut where its grant begins and ends to count, so a night that runs into the first day of a
    grant is part of that day's need.
    """
    for start, stop, line, _grant in _placed_lines(grants, first, end):
        yield start, stop, line.kind, line.helpers


def _placed_lines(
    grants: Iterable[Grant], first: dt.date, end: dt.date
) -> Iterator[tuple[int, int, GrantLine, Grant]]:
    for grant, days in _counting(grants, first, end):
        for line in grant.lines:
            for times in _on_the_clock(line):
                for start, stop in _bands(line, times, days):
                    yield start, stop, line, grant


def _counting(
    grants: Iterable[Grant], first: dt.date, end: dt.date
) -> Iterator[tuple[Grant, tuple[dt.date, dt.date]]]:
    """The grants in force in the days, each with the days in which it counts."""
    for validity in in_force(grants):
        days = max(first, validity.first), min(end, validity.end)
        if days[0] < days[1]:
            yield validity.grant, days


def _on_the_clock(line: GrantLine) -> list[tuple[dt.time, dt.time]]:
    """When the line's need begins and ends, if it places one; empty otherwise."""
    if line.kind not in COVERING or line.from_time is None or line.to_time is None:
        return []
    return [(line.from_time, line.to_time)]


def _bands(
    line: GrantLine, times: tuple[dt.time, dt.time], days: tuple[dt.date, dt.date]
) -> Iterator[Span]:
    """The line's bands that reach into the days, each cut at them."""
    lowest, highest = days_span(*days)
    if times[0] == times[1] and not line.weekdays:
        yield lowest, highest
        return
    for start, stop in _whole_bands(line, times, days):
        if max(start, lowest) < min(stop, highest):
            yield max(start, lowest), min(stop, highest)


def _whole_bands(
    line: GrantLine, times: tuple[dt.time, dt.time], days: tuple[dt.date, dt.date]
) -> Iterator[Span]:
    """The bands that begin in the days, and on the day before."""
    first = days[0] - dt.timedelta(days=1)
    dates = list(map(dt.date.fromordinal, range(first.toordinal(), days[1].toordinal() + 2)))
    starts = list(map(day_start, dates))
    begins, stops = (_moments(dates, starts, time) for time in times)
    if times[1] <= times[0]:
        del stops[0]
    chosen = line.weekdays or WEEK
    week = [WEEK[date.weekday()] in chosen for date in dates[: len(WEEK)]]
    return compress(zip(begins[:-1], stops, strict=False), cycle(week))


def _moments(dates: Sequence[dt.date], starts: Sequence[int], time: dt.time) -> list[int]:
    """When the clock shows ``time`` on each day but the last."""
    into = time.hour * MINUTES_PER_HOUR + time.minute
    found = [start + into for start in starts[:-1]]
    for place, (start, after) in enumerate(pairwise(starts)):
        if after - start != MINUTES_PER_DAY:
            found[place] = edge(dates[place], time)
    return found
