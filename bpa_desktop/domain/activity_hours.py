"""The hours of an activity schedule: when on the clock they lie, and what the grant gives."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.activity import DayPart
from bpa_desktop.domain.clock import MINUTES_PER_DAY, MINUTES_PER_HOUR
from bpa_desktop.domain.grant import Per, YearLength
from bpa_desktop.domain.granted import granted, in_force
from bpa_desktop.domain.kinds import WEEK, Area
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.activity import ActivityItem
    from bpa_desktop.domain.grant import Grant

_DAYS_PER_WEEK: Final = 7
_SATURDAY: Final = 5


class TimeOfDay(Choice):
    """The parts of the day and night by which a schedule sums its hours."""

    DAY = "day", N_("Day")
    EVENING = "evening", N_("Evening")
    NIGHT = "night", N_("Night")
    UNPLACED = "unplaced", N_("No fixed day or time")


BEGINS: Final[Mapping[TimeOfDay, int]] = {
    TimeOfDay.DAY: 6,
    TimeOfDay.EVENING: 17,
    TimeOfDay.NIGHT: 23,
}
"""The hour at which each part begins: the schedule's own division, which it states."""

_PARTS: Final = {
    DayPart.MORNING: TimeOfDay.DAY,
    DayPart.FORENOON: TimeOfDay.DAY,
    DayPart.AFTERNOON: TimeOfDay.DAY,
    DayPart.EVENING: TimeOfDay.EVENING,
    DayPart.NIGHT: TimeOfDay.NIGHT,
}


def has_days(item: ActivityItem) -> bool:
    """Whether it is known on which weekdays the activity takes place."""
    return bool(item.weekdays) or item.occurrences_per_week >= _DAYS_PER_WEEK


def is_placed(item: ActivityItem) -> bool:
    """Whether the activity has both its weekdays and a time or a part of the day."""
    has_time = item.from_time is not None or item.day_part is not DayPart.VARIES
    return has_days(item) and has_time


def times_per_week(item: ActivityItem) -> Decimal:
    """How often a week on average; every second week is half of it."""
    return item.occurrences_per_week / item.every_n_weeks


def by_time_of_day(items: Iterable[ActivityItem]) -> Mapping[tuple[TimeOfDay, bool], int]:
    """Minutes a week by part of the day, on Monday to Friday and (True) on weekends.

    An activity is spread evenly over its clock time and its weekdays; it belongs to the weekday
    on which it begins. The parts of each activity add up to its minutes. Where day or time is
    not known the minutes are unplaced, on no weekend.
    """
    found: dict[tuple[TimeOfDay, bool], int] = defaultdict(int)
    for item in items:
        done, whole = Fraction(), 0
        for cell, share in _shares(item).items():
            done += share * item.minutes_per_week
            upto = int(done + Fraction(1, 2))
            found[cell] += upto - whole
            whole = upto
    return {cell: minutes for cell, minutes in found.items() if minutes}


def _shares(item: ActivityItem) -> dict[tuple[TimeOfDay, bool], Fraction]:
    if not is_placed(item):
        return {(TimeOfDay.UNPLACED, False): Fraction(1)}
    days = {WEEK.index(day) for day in item.weekdays} or set(range(_DAYS_PER_WEEK))
    weekend = Fraction(sum(day >= _SATURDAY for day in days), len(days))
    sides = ((False, 1 - weekend), (True, weekend))
    return {
        (part, is_weekend): share * side
        for part, share in _clock_shares(item).items()
        for is_weekend, side in sides
        if side
    }


def _clock_shares(item: ActivityItem) -> dict[TimeOfDay, Fraction]:
    if item.from_time is None:
        return {_PARTS[item.day_part]: Fraction(1)}
    start = _minute(item.from_time)
    length = 1 if item.to_time is None else (_minute(item.to_time) - start) % MINUTES_PER_DAY
    length = length or MINUTES_PER_DAY
    counts: dict[TimeOfDay, int] = defaultdict(int)
    for minute in range(start, start + length):
        counts[_part_at(minute % MINUTES_PER_DAY)] += 1
    return {part: Fraction(count, length) for part, count in counts.items()}


def _minute(time: dt.time) -> int:
    return time.hour * MINUTES_PER_HOUR + time.minute


def _part_at(minute: int) -> TimeOfDay:
    begun = [part for part, hour in BEGINS.items() if hour * MINUTES_PER_HOUR <= minute]
    return begun[-1] if begun else TimeOfDay.NIGHT


def granted_per_week(grants: Iterable[Grant], on: dt.date) -> int:
    """Minutes that the grants in force on the day ``on`` give in a week, of all kinds.

    A week is a week, also of a grant that lasts less, and of one whose year has 52 of them.
    """
    week = dt.timedelta(days=_DAYS_PER_WEEK)
    total = 0
    for validity in in_force(grants):
        if validity.first <= on < validity.end:
            start = max(validity.first, min(on, validity.end - week))
            for grant in _weekly(validity.grant, start):
                total += sum(granted([grant], start, start + week).values())
    return total


def _weekly(grant: Grant, start: dt.date) -> tuple[Grant, Grant]:
    """The lines of ``grant`` for its whole period, and the others without an end."""
    whole = tuple(line for line in grant.lines if line.per is Per.PERIOD)
    others = tuple(line for line in grant.lines if line.per is not Per.PERIOD)
    calendar = YearLength.CALENDAR
    going_on = replace(grant, valid_from=start, valid_to=None, year_length=calendar, lines=others)
    return replace(grant, lines=whole), going_on


def granted_by_area(grants: Iterable[Grant], on: dt.date) -> Mapping[Area, int]:
    """``granted_per_week`` for each area that a line of those grants names."""
    given = list(grants)
    named = {area: [_only(grant, area) for grant in given] for area in Area}
    weekly = {area: granted_per_week(parts, on) for area, parts in named.items()}
    return {area: minutes for area, minutes in weekly.items() if minutes}


def _only(grant: Grant, area: Area) -> Grant:
    return replace(grant, lines=tuple(line for line in grant.lines if line.area is area))
