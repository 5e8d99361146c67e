"""On which standard line of a budget each kind of pay belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.pay import OVERTIME, TITLES
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.supplements import EVENING, NIGHT, SATURDAY, SUNDAY

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUPPLEMENTS: Final[Mapping[str, StandardLine]] = {
    TITLES[EVENING]: StandardLine.EVENING,
    TITLES[NIGHT]: StandardLine.NIGHT,
    TITLES[SATURDAY]: StandardLine.SATURDAY,
    TITLES[SUNDAY]: StandardLine.SUNDAY,
    TITLES[OVERTIME]: StandardLine.OVERTIME,
}
_HOURS: Final[Mapping[HourKind, StandardLine]] = {
    HourKind.AVAILABILITY: StandardLine.AVAILABILITY,
    HourKind.STAFF_MEETING: StandardLine.STAFF_MEETINGS,
    HourKind.MUS: StandardLine.MUS,
    HourKind.TRAINING: StandardLine.TRAINING,
    HourKind.COURSE: StandardLine.COURSES,
    HourKind.HOLIDAY_EXTRA: StandardLine.HOLIDAY_TRIP,
}


def line_of(title: str, kind: HourKind) -> StandardLine:
    """The line for one step of the pay of a shift, by its title and by what the shift counts as."""
    return _SUPPLEMENTS.get(title) or _HOURS.get(kind, StandardLine.BASIC_PAY)
