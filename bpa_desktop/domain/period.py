"""A stretch of whole days, and how it is laid before a visit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS_PER_YEAR = 12
_DAYS_IN_DECEMBER = 31


class Window(Choice):
    """How so many months before a visit are counted."""

    ROLLING = "rolling", N_("Months back from the visit")
    CALENDAR = "calendar", N_("Whole calendar months")


@dataclass(frozen=True)
class Period:
    """The days from ``first`` to before ``end``; at least one day."""

    first: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end <= self.first:
            raise ValueError("a period has at least one day")

    @property
    def last(self) -> dt.date:
        """The last day that belongs to it."""
        return self.end - dt.timedelta(days=1)

    @property
    def is_whole_month(self) -> bool:
        """Whether it is exactly one calendar month."""
        return self.first.day == 1 and self.end == months_before(self.first, -1)

    def days(self) -> Iterator[dt.date]:
        """Each of its days in order."""
        for ordinal in range(self.first.toordinal(), self.end.toordinal()):
            yield dt.date.fromordinal(ordinal)

    def months(self) -> tuple[Period, ...]:
        """Its part of each calendar month it touches."""
        parts, first = [], self.first
        while first < self.end:
            end = min(self.end, months_before(first.replace(day=1), -1))
            parts.append(Period(first, end))
            first = end
        return tuple(parts)

    def until(self, day: dt.date) -> Period | None:
        """The part before ``day``, if there is one."""
        end = min(self.end, day)
        return Period(self.first, end) if self.first < end else None

    def since(self, day: dt.date) -> Period | None:
        """The part from ``day`` on, if there is one."""
        first = max(self.first, day)
        return Period(first, self.end) if first < self.end else None


def month_length(day: dt.date) -> int:
    """How many days the month of ``day`` has; the standard library's costs a slower start."""
    first = day.replace(day=1)
    if first.month == _MONTHS_PER_YEAR:
        return _DAYS_IN_DECEMBER
    return (first.replace(month=first.month + 1) - first).days


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day so many months earlier (later when negative), or the month's last day."""
    index = day.year * _MONTHS_PER_YEAR + day.month - 1 - months
    year, month = divmod(index, _MONTHS_PER_YEAR)
    first = dt.date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_length(first)))


def before_visit(visit: dt.date, months: int, window: Window) -> Period:
    """The last ``months`` months before the day of the visit.

    Rolling runs through the day before the visit; calendar months are the whole months before
    the visit's own month.
    """
    if window is Window.ROLLING:
        return Period(months_before(visit, months), visit)
    month = visit.replace(day=1)
    return Period(months_before(month, months), month)
