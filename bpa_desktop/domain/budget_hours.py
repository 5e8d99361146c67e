"""The hours that a budget is built from: granted by kind, at meetings, and where on the clock."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.clock import MINUTES_PER_HOUR
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.granted import granted, granted_by_day
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.needs import needs
from bpa_desktop.domain.supplements import portions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.rates import RuleBook

DayMinutes: TypeAlias = "Mapping[dt.date, int]"

_HUNDREDTH: Final = 100
_PLACED_KINDS: Final = frozenset({HourKind.BASIS, HourKind.TWO_HELPERS})
"""The kinds of hours that have supplements by the clock."""


class BudgetHours(NamedTuple):
    """Minutes by kind and day, minutes with a supplement by rule and day, and what is not placed.

    ``of_the_grant`` are the minutes that the decisions themselves give, all kinds together.
    ``spread`` says that the hours of a line are fewer or more than its place on the clock, so that
    its supplements are shared out evenly over it.
    """

    by_kind: Mapping[HourKind, DayMinutes]
    supplements: Mapping[str, DayMinutes]
    of_the_grant: int
    unplaced: tuple[GrantLine, ...]
    spread: tuple[GrantLine, ...]

    def minutes(self, kind: HourKind) -> int:
        """All minutes of a kind."""
        return sum(self.by_kind.get(kind, {}).values())

    @property
    def placed_days(self) -> frozenset[dt.date]:
        """The days with hours that have supplements by the clock."""
        return frozenset(day for kind in _PLACED_KINDS for day in self.by_kind.get(kind, {}))


def per_helper_hours(each: Decimal | None, helpers: int, min_helpers: int, of: int) -> Decimal:
    """Hours a year for ``of`` people when each gets ``each``, from ``min_helpers`` helpers on.

    Source: the municipality's own rule, such as Brønderslev's for staff meetings and MUS.
    """
    if each is None or helpers < min_helpers:
        return Decimal(0)
    return each * of


def meeting_grant(first: dt.date, last: dt.date, hours: Mapping[HourKind, Decimal]) -> Grant:
    """Hours a year by kind as a decision from ``first`` through ``last``."""
    lines = tuple(
        GrantLine(kind=kind, minutes=_whole(each * MINUTES_PER_HOUR), per=Per.YEAR)
        for kind, each in hours.items()
        if each > 0
    )
    return Grant(id="meetings", valid_from=first, valid_to=last, lines=lines)


def _whole(minutes: Decimal) -> int:
    return int(minutes.to_integral_value(ROUND_HALF_UP))


def budget_hours(
    grants: Sequence[Grant],
    yearly: Mapping[HourKind, Decimal],
    first: dt.date,
    end: dt.date,
    book: RuleBook,
) -> BudgetHours:
    """The hours from ``first`` to before ``end``.

    ``yearly`` are hours a year by the municipality's rule; where a decision gives hours of the
    same kind, the decision holds instead.
    """
    decided = granted(grants, first, end)
    rest = {kind: each for kind, each in yearly.items() if kind not in decided}
    added = meeting_grant(first, end - dt.timedelta(days=1), rest)
    placed = list(_placed_lines(grants, first, end))
    return BudgetHours(
        by_kind=_by_kind([*grants, added], first, end),
        supplements=_supplements(placed, book),
        of_the_grant=sum(decided.values()),
        unplaced=tuple(one.line for one in placed if not one.bands),
        spread=tuple(one.line for one in placed if one.bands and one.is_spread),
    )


def _by_kind(
    grants: Iterable[Grant], first: dt.date, end: dt.date
) -> Mapping[HourKind, DayMinutes]:
    found: dict[HourKind, dict[dt.date, int]] = defaultdict(dict)
    for day, kinds in granted_by_day(grants, first, end).items():
        for kind, minutes in kinds.items():
            found[kind][day] = minutes
    return dict(found)


class _PlacedLine(NamedTuple):
    """A line with what it grants in the days, and its bands on the clock, each with helpers."""

    line: GrantLine
    minutes: int
    bands: tuple[tuple[int, int, int], ...]

    @property
    def length(self) -> int:
        """The minutes of the bands, once for each helper."""
        return sum((end - start) * helpers for start, end, helpers in self.bands)

    @property
    def is_spread(self) -> bool:
        """Whether the hours and their place differ by more than a year of 52 weeks explains."""
        return abs(self.length - self.minutes) * _HUNDREDTH > self.length


def _placed_lines(grants: Sequence[Grant], first: dt.date, end: dt.date) -> Iterator[_PlacedLine]:
    for grant in grants:
        for line in grant.lines:
            if line.kind in _PLACED_KINDS:
                alone = [_with_only(one, line, grant) for one in grants]
                minutes = sum(granted(alone, first, end).values())
                bands = tuple((a, b, many) for a, b, _kind, many in needs(alone, first, end))
                if minutes:
                    yield _PlacedLine(line, minutes, bands)


def _with_only(one: Grant, line: GrantLine, grant: Grant) -> Grant:
    """A grant that lasts as it did, with no line but ``line`` of ``grant``."""
    return replace(one, lines=(line,) if one is grant else ())


def _supplements(lines: Iterable[_PlacedLine], book: RuleBook) -> Mapping[str, DayMinutes]:
    found: dict[str, dict[dt.date, int]] = defaultdict(lambda: defaultdict(int))
    for one in lines:
        for rule, days in _of_line(one, book).items():
            for day, minutes in _shared(days, one.minutes, one.length):
                found[rule][day] += minutes
    return {rule: dict(days) for rule, days in found.items()}


def _of_line(line: _PlacedLine, book: RuleBook) -> Mapping[str, DayMinutes]:
    found: dict[str, dict[dt.date, int]] = defaultdict(lambda: defaultdict(int))
    for start, end, helpers in line.bands:
        for portion in portions((start, end), book):
            found[portion.rule][portion.on] += portion.minutes * helpers
    return found


def _shared(days: DayMinutes, part: int, whole: int) -> Iterator[tuple[dt.date, int]]:
    """``part`` of ``whole`` of each day's minutes, rounded half up where the days have come to."""
    upto = given = 0
    for day in sorted(days):
        upto += days[day]
        come_to = (2 * upto * part + whole) // (2 * whole)
        yield day, come_to - given
        given = come_to
