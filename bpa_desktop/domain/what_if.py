"""Trials of something that may come: how many hours more it takes, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.forecast import Forecast

_HOUR: Final = 60


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
    """So many minutes, so many times, and kroner besides; it begins in the month of ``day``.

    In a sick week the minutes are those that the helper would have worked. Somebody else works
    them, so no more hours are used; those that nobody takes, ``unfilled``, are not used at all.
    """

    kind: TrialKind
    minutes: int
    times: int = 1
    fee: Decimal = ZERO
    day: dt.date | None = None
    unfilled: int = 0

    @property
    def paid(self) -> int:
        """Minutes that are paid besides."""
        return self.minutes * self.times

    @property
    def used(self) -> int:
        """Minutes that are used besides; below zero where planned ones are not worked."""
        return -self.unfilled if self.kind is TrialKind.SICK_WEEK else self.paid

    def cost(self, minute: Callable[[HourKind], Decimal] | None) -> Decimal | None:
        """Kroner for it, at what a minute of its kind costs; None where that is not known."""
        if minute is None:
            return None
        return ore(minute(COUNTS_AS[self.kind]) * self.paid) + self.fee


def trial_of(
    kind: TrialKind, hours: int, times: int, *, each: Decimal = ZERO, day: dt.date | None = None
) -> Trial:
    """A trial of so many ``hours`` so many ``times``, which costs ``each`` time a fee besides."""
    return Trial(kind, hours * _HOUR, times, each * times, day)


def tried(found: Forecast, trial: Trial) -> Forecast:
    """The forecast as it would be with the trial; the forecast given stays as it is.

    Meetings are spread over the months to come; everything else falls on the month of its day, or
    on the first to come where it has none there.
    """
    ahead = [place for place, one in enumerate(found.months) if _ends(found, place) > found.today]
    if not ahead:
        return found
    months = list(found.months)
    for place, minutes in _spread(found, trial, ahead):
        one = months[place]
        months[place] = one._replace(total=one.total.later(minutes))
    return replace(found, months=tuple(months))


def _ends(found: Forecast, place: int) -> dt.date:
    after = found.months[place + 1 : place + 2]
    return after[0].first if after else found.end


def _spread(found: Forecast, trial: Trial, ahead: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of months, and the minutes that the trial adds to each."""
    if trial.kind is TrialKind.MEETINGS:
        for count in range(trial.times):
            yield ahead[count * len(ahead) // trial.times], trial.minutes
        return
    day = found.today if trial.day is None else trial.day
    here = (place for place in ahead if found.months[place].first <= day < _ends(found, place))
    yield next(here, ahead[0]), trial.used
