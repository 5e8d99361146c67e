"""When things happen in the example scheme, all reckoned from today."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

_MONTHS_PER_YEAR: Final = 12
_DAY: Final = dt.timedelta(days=1)
_WEDNESDAY: Final = 2
_MONTHS_OF_ROSTER: Final = 18
_WEEKS_AHEAD: Final = 8


@dataclass(frozen=True)
class Dates:
    """The days on which the example turns; all of them follow from ``today``."""

    today: dt.date

    def month(self, back: int) -> dt.date:
        """The first day of the month ``back`` months before the one of today."""
        months = self.today.year * _MONTHS_PER_YEAR + self.today.month - 1 - back
        return dt.date(months // _MONTHS_PER_YEAR, months % _MONTHS_PER_YEAR + 1, 1)

    def monday(self, back: int) -> dt.date:
        """The Monday of the week ``back`` weeks before the one of today; negative is ahead."""
        return self.today - dt.timedelta(days=self.today.weekday(), weeks=back)

    def days_ago(self, count: int) -> dt.date:
        """The day ``count`` days before today; negative is ahead."""
        return self.today - dt.timedelta(days=count)

    @property
    def start(self) -> dt.date:
        """The first day of the roster and of the first grant."""
        return self.month(_MONTHS_OF_ROSTER)

    @property
    def end(self) -> dt.date:
        """The first day after the planned roster: a Monday, at least eight weeks ahead."""
        return self.monday(-_WEEKS_AHEAD - 1)

    @property
    def change(self) -> dt.date:
        """The first day of the second grant, about seven months ago."""
        return self.month(7)

    @property
    def left(self) -> dt.date:
        """The last day of the helper who left."""
        return self.began - _DAY

    @property
    def began(self) -> dt.date:
        """The first day of the helper who began about three months ago."""
        return self.month(3)

    @property
    def trained(self) -> dt.date:
        """The first day on which the new helper works alone."""
        return self.began + dt.timedelta(weeks=2)

    @property
    def visit(self) -> dt.date:
        """The municipality's next visit: a Wednesday in eight weeks, never around Christmas."""
        day = self.monday(-_WEEKS_AHEAD) + dt.timedelta(days=_WEDNESDAY)
        is_christmas = (day.month, day.day) >= (12, 23) or (day.month, day.day) == (1, 1)
        return day + dt.timedelta(weeks=2) if is_christmas else day

    def first_outside_weekend(self, day: dt.date) -> dt.date:
        """``day``, or the Friday before when it lies in a weekend."""
        return day - max(0, day.weekday() - calendar.FRIDAY) * _DAY
