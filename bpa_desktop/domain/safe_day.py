"""Days on which nobody may be there to receive a letter, and the last day before that is safe.

Nothing in the sources says that a time to complain is prolonged when it ends on such a day, so no
deadline is ever moved: the safe day stands beside it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from bpa_desktop.domain.holidays_dk import day_name, is_public_holiday
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

_ONE_DAY: Final = dt.timedelta(days=1)
_SATURDAY: Final = 5
_SUNDAY: Final = 6


class DayOff(Choice):
    """Why an office may be closed."""

    PUBLIC_HOLIDAY = "public_holiday", N_("a public holiday")
    OTHER = "other", N_("a day on which many offices are closed")
    SATURDAY = "saturday", N_("a Saturday")
    SUNDAY = "sunday", N_("a Sunday")


def day_off(day: dt.date) -> DayOff | None:
    """Why nobody may be there on ``day``; ``None`` on a usual working day.

    Christmas Eve, New Year's Eve, Constitution Day and 1 May are no public holidays by law, but
    many offices are closed.
    """
    if is_public_holiday(day):
        return DayOff.PUBLIC_HOLIDAY
    if day_name(day):
        return DayOff.OTHER
    return {_SATURDAY: DayOff.SATURDAY, _SUNDAY: DayOff.SUNDAY}.get(day.weekday())


def last_working_day(day: dt.date) -> dt.date:
    """``day`` itself, or the nearest working day before it."""
    while day_off(day) is not None:
        day -= _ONE_DAY
    return day
