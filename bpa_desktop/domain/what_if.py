"""Trials of something that may come: how many hours more it takes, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from bpa_desktop.domain.forecast import Forecast


class TrialKind(Choice):
    """What is tried."""

    SICK_WEEK = "sick_week", N_("A sick week")
    MEETINGS = "meetings", N_("One more helper at meetings")
    COURSE = "course", N_("A course")
    TRIP = "trip", N_("A trip")


COUNTS_AS = {
    TrialKind.SICK_WEEK: HourKind.BASIS,
    TrialKind.MEETINGS: HourKind.STAFF_MEETING,
    TrialKind.COURSE: HourKind.COURSE,
    TrialKind.TRIP: HourKind.HOLIDAY_EXTRA,
}
"""What the hours of a trial count as."""


class Trial(NamedTuple):
    """So many minutes, so many times, and kroner besides.

    In a sick week the minutes are those that the helper would have worked: a substitute takes
    them, so no more hours are used, but they are paid twice.
    """

    kind: TrialKind
    minutes: int
    times: int = 1
    fee: Decimal = ZERO

    @property
    def paid(self) -> int:
        """Minutes that are paid besides."""
        return self.minutes * self.times

    @property
    def used(self) -> int:
        """Minutes that are used besides."""
        return 0 if self.kind is TrialKind.SICK_WEEK else self.paid

    def cost(self, minute: Callable[[HourKind], Decimal] | None) -> Decimal | None:
        """Kroner for it, at what a minute of its kind costs; None where that is not known."""
        if minute is None:
            return None
        return ore(minute(COUNTS_AS[self.kind]) * self.paid) + self.fee


class Tried(NamedTuple):
    """The likely end of the year with a trial, in minutes, and what is safe to use after it."""

    total: int
    difference: int
    safe: int


def tried(found: Forecast, trial: Trial) -> Tried:
    """The forecast as it would be with the trial; the forecast itself stays as it is."""
    return Tried(
        total=found.total.middle + trial.used,
        difference=found.difference.middle + trial.used,
        safe=max(0, found.available - found.total.high - trial.used),
    )
