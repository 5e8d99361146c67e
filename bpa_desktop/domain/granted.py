"""How many hours a grant gives in a stretch of days, exact to the minute."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from math import lcm
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.grant import Per, YearLength
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.period import month_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Ruler = tuple[Callable[[dt.date], int], int]

    from bpa_desktop.domain.grant import Grant, GrantLine
    from bpa_desktop.domain.kinds import HourKind

NO_END: Final = dt.date.max
"""The day before which a grant that nothing ends is in force."""

_DAYS_PER_WEEK: Final = 7
_WEEKS: Final = 52
_DAYS_IN_52_WEEKS: Final = 364
_YEAR: Final = lcm(365, 366)
_MONTH: Final = lcm(28, 29, 30, 31)
"""Parts of a year and of a month, so many that every day of any year or month is a whole number."""


class InForce(NamedTuple):
    """A grant and the days in which it counts; ``end`` is the first day after."""

    grant: Grant
    first: dt.date
    end: dt.date


def in_force(grants: Iterable[Grant]) -> tuple[InForce, ...]:
    """Each grant with the days in which it counts, in order of their beginning.

    A grant counts from ``valid_from`` through ``valid_to``. Without an end it counts until the
    day before the next grant without an end begins. Otherwise grants add up.
    """
    ordered = sorted(grants, key=lambda one: (one.valid_from, one.id))
    open_starts = sorted({one.valid_from for one in ordered if one.valid_to is None})
    return tuple(InForce(one, one.valid_from, _end(one, open_starts)) for one in ordered)


def _end(grant: Grant, open_starts: Sequence[dt.date]) -> dt.date:
    if grant.valid_to is None:
        return next((start for start in open_starts if start > grant.valid_from), NO_END)
    if grant.valid_to == dt.date.max:
        return NO_END
    return grant.valid_to + dt.timedelta(days=1)


def granted(grants: Iterable[Grant], first: dt.date, end: dt.date) -> dict[HourKind, int]:
    """Minutes granted by kind from ``first`` to before ``end``; kinds without a line are left out.

    A line per day counts each of its days, one per week shares its hours among them; days without
    a weekday of the line count nothing. Where the grant counts a year as 52 weeks, both are
    scaled so that each calendar year gives 52 weeks. Per month, year and period count day by day
    in proportion. All times the helpers of the line. Amounts are exact inside and rounded half up
    where the line has come to, so that parts always add up.
    """
    return granted_parts(grants, (first, end))[0]


def granted_by_day(
    grants: Iterable[Grant], first: dt.date, end: dt.date
) -> dict[dt.date, dict[HourKind, int]]:
    """Minutes granted by kind on each day from ``first`` to before ``end``."""
    days = [first + dt.timedelta(days=count) for count in range((end - first).days + 1)]
    return dict(zip(days, granted_parts(grants, days), strict=False))


def granted_parts(grants: Iterable[Grant], bounds: Sequence[dt.date]) -> list[dict[HourKind, int]]:
    """Minutes granted by kind between each two neighbours of ``bounds``, which are in order."""
    parts: list[dict[HourKind, int]] = [defaultdict(int) for _ in bounds[1:]]
    for _grant, line, amounts in _amounts(grants, bounds):
        for index, minutes in enumerate(amounts):
            if minutes:
                parts[index][line.kind] += minutes
    return [dict(part) for part in parts]


def granted_by_grant(
    grants: Iterable[Grant], first: dt.date, end: dt.date, kind: HourKind | None = None
) -> dict[str, int]:
    """Minutes by the grant's id that a granted sum is the sum of; of all kinds without ``kind``."""
    found: dict[str, int] = defaultdict(int)
    for grant, line, amounts in _amounts(grants, (first, end)):
        if amounts[0] and kind in {None, line.kind}:
            found[grant.id] += amounts[0]
    return dict(found)


def _amounts(
    grants: Iterable[Grant], bounds: Sequence[dt.date]
) -> Iterator[tuple[Grant, GrantLine, list[int]]]:
    for validity in in_force(grants):
        inside = [min(max(day, validity.first), validity.end) for day in bounds]
        for line in validity.grant.lines:
            upto = _accumulated(line, validity, inside)
            yield validity.grant, line, [later - earlier for earlier, later in pairwise(upto)]


def _accumulated(line: GrantLine, validity: InForce, days: Iterable[dt.date]) -> list[int]:
    """Minutes of ``line`` from its beginning to before each of ``days``, rounded half up."""
    rate = line.minutes * line.helpers
    where, unit = _ruler(line, validity)
    origin = where(validity.first)
    return [(2 * rate * (where(day) - origin) + unit) // (2 * unit) for day in days]


def _ruler(line: GrantLine, validity: InForce) -> Ruler:
    """How far into the calendar a day is, and how many of its steps the line's amount is for.

    The steps are so small that every day is a whole number of them: sums stay exact.
    """
    if line.per is Per.PERIOD:
        days = (validity.end - validity.first).days
        return (dt.date.toordinal, days) if validity.grant.valid_to else (_nowhere, 1)
    if line.per is Per.MONTH:
        return _months, _MONTH
    if line.per is Per.YEAR:
        return _years, _YEAR
    return _daily(line, validity)


def _daily(line: GrantLine, validity: InForce) -> Ruler:
    weeks_52 = validity.grant.year_length is YearLength.WEEKS_52
    if line.weekdays:
        chosen = tuple(sorted({WEEK.index(day) for day in line.weekdays}))
        sharing = 1 if line.per is Per.DAY else len(chosen)
        if weeks_52:
            origin, unit = validity.first.year, _weekday_unit(chosen)
            return lambda day: _scaled(chosen, origin, day), sharing * unit
        return lambda day: _chosen(chosen, day.toordinal()), sharing
    days = 1 if line.per is Per.DAY else _DAYS_PER_WEEK
    if weeks_52:
        return lambda day: _years(day) * (_DAYS_IN_52_WEEKS // days), _YEAR
    return dt.date.toordinal, days


def _nowhere(_day: dt.date) -> int:
    return 0


def _year_days(year: int) -> int:
    return dt.date(year, 12, 31).timetuple().tm_yday


@lru_cache(maxsize=8192)
def _years(day: dt.date) -> int:
    into = day.toordinal() - dt.date(day.year, 1, 1).toordinal()
    return day.year * _YEAR + into * _YEAR // _year_days(day.year)


@lru_cache(maxsize=8192)
def _months(day: dt.date) -> int:
    length = month_length(day)
    return (12 * day.year + day.month) * _MONTH + (day.day - 1) * _MONTH // length


def _chosen(weekdays: tuple[int, ...], ordinal: int) -> int:
    """How many of the chosen weekdays (Monday is 0) lie before the day ``ordinal``."""
    weeks, rest = divmod(ordinal - 1, _DAYS_PER_WEEK)
    return weeks * len(weekdays) + sum(weekday < rest for weekday in weekdays)


def _weekday_unit(weekdays: tuple[int, ...]) -> int:
    """Steps of a chosen weekday: whole ones, with up to two more of them than in 52 weeks."""
    count = _WEEKS * len(weekdays)
    return lcm(count, count + 1, count + 2)


def _scaled(weekdays: tuple[int, ...], origin: int, day: dt.date) -> int:
    """The steps of the chosen weekdays since the year ``origin``; each year's come to 52 weeks."""
    whole = _WEEKS * len(weekdays) * _weekday_unit(weekdays)
    start = dt.date(day.year, 1, 1).toordinal()
    before, until, after = (
        _chosen(weekdays, one) for one in (start, day.toordinal(), start + _year_days(day.year))
    )
    return (day.year - origin) * whole + (until - before) * whole // (after - before)
