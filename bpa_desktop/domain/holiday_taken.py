"""Days of holiday that an absence uses, and the holiday year they are taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.holiday import WEEK, holiday_days
from bpa_desktop.domain.money import ZERO, Missing, rate_of
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import after
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.holiday import HolidayYear
    from bpa_desktop.domain.people import Employment
    from bpa_desktop.domain.rates import RuleBook

_DAYS_IN_A_WEEK: Final = 7


class Way(Choice):
    """How days of holiday are counted, or why they cannot be."""

    SHIFTS = "shifts", N_("By the hours of the shifts")
    WEEKS = "weeks", N_("By whole weeks")
    NO_SHIFT = "no_shift", N_("No shift was planned")
    NO_HOURS = "no_hours", N_("No hours per week are agreed")
    NOT_PLANNED = "not_planned", N_("The roster is not planned so far")


UNKNOWN: Final = frozenset({Way.NO_SHIFT, Way.NO_HOURS, Way.NOT_PLANNED})
"""The ways in which nothing is counted."""


class Taken(NamedTuple):
    """One holiday: its days of holiday by calendar day, and how they were counted.

    ``minutes`` are those of the shifts it took the place of; ``weeks`` are the different minutes
    that were agreed for a week in it. ``by_day`` is empty where the days are not known.
    """

    absence: Absence
    way: Way
    minutes: int
    by_day: Mapping[dt.date, Decimal]
    weeks: tuple[int, ...] = ()

    @property
    def days(self) -> Decimal | None:
        """The days of holiday of all of it; None where they are not known."""
        return None if self.way in UNKNOWN else sum(self.by_day.values(), ZERO)


def days_taken(
    absence: Absence,
    lost: Mapping[dt.date, int],
    employments: Sequence[Employment],
    book: RuleBook,
    planned_to: dt.date | None,
) -> Taken | Missing:
    """The days of holiday that an absence uses.

    ``lost`` has the minutes of planned shifts that lie in it on each day. They count with their
    share of the hours agreed for a week. Where no shift lies in it, or the roster is planned only
    through ``planned_to`` and no further, whole weeks count as weeks, and anything else is not
    known. Source: the row ``hol-week``.
    """
    is_planned = _is_planned(absence, planned_to)
    weeks = {day: _agreed(day, employments) for day in lost}
    minutes = sum(lost.values())
    if minutes and is_planned and all(weeks.values()):
        return _by_shifts(absence, lost, {day: week or 0 for day, week in weeks.items()}, book)
    whole = _whole_weeks(absence)
    if whole is not None:
        each = rate_of(book, WEEK, "days_per_week", absence.first_day)
        share = each if isinstance(each, Missing) else each / _DAYS_IN_A_WEEK
        return _taken(absence, Way.WEEKS, minutes, dict.fromkeys(whole.days(), share))
    why = Way.NO_HOURS if minutes else Way.NO_SHIFT
    return Taken(absence, why if is_planned else Way.NOT_PLANNED, minutes, {})


def _by_shifts(
    absence: Absence, lost: Mapping[dt.date, int], weeks: Mapping[dt.date, int], book: RuleBook
) -> Taken | Missing:
    shares = {day: holiday_days(lost[day], weeks[day], day, book) for day in sorted(lost)}
    found = _taken(absence, Way.SHIFTS, sum(lost.values()), shares)
    agreed = tuple(dict.fromkeys(weeks.values()))
    return found if isinstance(found, Missing) else found._replace(weeks=agreed)


def _taken(
    absence: Absence, way: Way, minutes: int, shares: Mapping[dt.date, Decimal | Missing]
) -> Taken | Missing:
    known: dict[dt.date, Decimal] = {}
    for day, share in shares.items():
        if isinstance(share, Missing):
            return share
        known[day] = share
    return Taken(absence, way, minutes, known)


def _is_planned(absence: Absence, planned_to: dt.date | None) -> bool:
    last = absence.last_day or absence.first_day
    return planned_to is not None and last <= planned_to


def _agreed(day: dt.date, employments: Sequence[Employment]) -> int | None:
    return next((one.agreed_minutes_per_week for one in employments if one.covers(day)), None)


def _whole_weeks(absence: Absence) -> Period | None:
    """The days of an absence that is nothing but whole weeks."""
    if absence.last_day is None or absence.from_time or absence.to_time:
        return None
    days = Period(absence.first_day, after(absence.last_day))
    return None if (days.end - days.first).days % _DAYS_IN_A_WEEK else days


def drawn(
    taken: Mapping[dt.date, Decimal],
    years: Sequence[HolidayYear],
    earned: Sequence[Decimal],
) -> list[dict[dt.date, Decimal]]:
    """The days of holiday by calendar day that are taken from each of ``years``, oldest first.

    ``earned`` is what each year gives in all. Where holiday of two years can be taken on a day,
    what is left of the older goes first; the newer has the rest, also where it is not earned yet.
    A day outside all of them is taken from none.
    """
    found: list[dict[dt.date, Decimal]] = [{} for _one in years]
    for day in sorted(taken):
        rest = taken[day]
        open_years = [
            place for place, one in enumerate(years) if one.taken.first <= day < one.taken.end
        ]
        for place in open_years:
            is_newest = place == open_years[-1]
            left = max(earned[place] - sum(found[place].values(), ZERO), ZERO)
            part = rest if is_newest else min(rest, left)
            if part:
                found[place][day] = part
            rest -= part
    return found
