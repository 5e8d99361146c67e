"""The calendar year's hours against the grant: so far, month by month, and where it will end."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.hours import Measure, by_month, report
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.i18n import _, day_month, hours, ngettext
from bpa_desktop.services.hours_report import ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.hours import Report
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_MINUTES_PER_HOUR: Final = 60
_ONE_DAY: Final = dt.timedelta(days=1)


class MonthLine(NamedTuple):
    """One month in minutes, as far as it has come.

    ``granted`` and ``used`` stop at today; ``planned`` is the whole month's plan.
    """

    first: dt.date
    granted: int
    planned: int
    used: int
    absent: int
    uncovered: int

    @property
    def difference(self) -> int:
        """Used less granted; negative is under."""
        return self.used - self.granted


class KindLine(NamedTuple):
    """One kind of hours in the year, in minutes; ``granted_year`` is for the whole year."""

    kind: HourKind
    granted_year: int
    used: int
    planned_year: int


class YearHours(NamedTuple):
    """The year as it stands before ``today``, in minutes.

    ``planned_to`` is the first day of the year after the last planned shift. ``expected`` is what
    will have been used by then if the plan holds, ``expected_of`` what is granted until then.
    """

    year: int
    today: dt.date
    granted: int
    used: int
    granted_year: int
    planned_to: dt.date
    expected: int
    expected_of: int
    months: tuple[MonthLine, ...]
    kinds: tuple[KindLine, ...]

    @property
    def difference(self) -> int:
        """Used less granted so far; negative is under."""
        return self.used - self.granted

    @property
    def planned(self) -> int:
        """What is planned in all the months."""
        return sum(one.planned for one in self.months)

    def headline(self) -> str:
        """``▼ 18 hours under``; the number is whole hours."""
        return difference_text(self.difference)

    def so_far(self) -> str:
        """What has been used of what was granted so far, in one sentence."""
        return _("{used} of {granted} hours used so far.").format(
            used=whole(self.used), granted=whole(self.granted)
        )

    def outlook(self) -> str:
        """Where the plan leads, in a sentence or two; it need not reach to the year's end."""
        if self.planned_to <= max(self.today, dt.date(self.year, 1, 1)):
            return _("No shifts are planned from today on.")
        amounts = {"expected": whole(self.expected), "granted": whole(self.expected_of)}
        if self.planned_to.year > self.year:
            text = _("You end at {expected} of {granted} hours if the plan holds.")
            return text.format(**amounts)
        last = day_month(self.planned_to - _ONE_DAY)
        text = _("The plan goes to {day}. By then it makes {expected} of {granted} hours.")
        return text.format(day=last, **amounts)

    def largest_gap(self) -> MonthLine | None:
        """The month that is furthest from what was granted."""
        begun = [line for line in self.months if line.first <= self.today]
        return max(begun, key=lambda line: abs(line.difference), default=None)


def days_to_account(year: int, today: dt.date) -> Period:
    """The days of ``year`` whose hours can be accounted for: those before today, at least one."""
    first, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    return Period(first, min(end, max(today, first + _ONE_DAY)))


def year_hours(session: Session, year: int, *, in_short: bool = False) -> YearHours:
    """The hours of the calendar year ``year``; in short, without months and kinds."""
    first, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    split = min(max(session.today, first), end)
    counted = ledger(session, first, end)
    reach = max(split, min(_planned_to(counted.stints, first), end))
    if in_short:
        counted = counted._replace(absences=())
    months = (first, end) if in_short else by_month(first, end)
    bounds = tuple(sorted({*months, split, reach}))
    parts = _Parts(report(counted, bounds, with_cover=not in_short))
    used = parts.sum(Measure.WORKED, first, split)
    return YearHours(
        year=year,
        today=session.today,
        granted=parts.sum(Measure.GRANTED, first, split),
        used=used,
        granted_year=parts.sum(Measure.GRANTED, first, end),
        planned_to=reach,
        expected=used + parts.sum(Measure.PLANNED, split, reach),
        expected_of=parts.sum(Measure.GRANTED, first, reach),
        months=() if in_short else tuple(parts.month(*month, split) for month in pairwise(months)),
        kinds=() if in_short else _kinds(parts, first, split, end),
    )


def _planned_to(stints: Iterable[Stint], first: dt.date) -> dt.date:
    """The day after the last on which a shift begins."""
    starts = (one[5] for one in stints if one[4] != CANCELLED)
    latest = max(starts, default=None)
    return first if latest is None else day_of(latest) + _ONE_DAY


class _Parts(NamedTuple):
    """Sums over the neighbouring parts of one report."""

    counted: Report

    def sum(
        self, measure: Measure, first: dt.date, end: dt.date, kind: HourKind | None = None
    ) -> int:
        """From ``first`` to before ``end``; both are bounds of the report."""
        parts = (part for part in self.counted.bounds[:-1] if first <= part < end)
        return sum(self.counted.minutes(measure, part, kind) for part in parts)

    def month(self, first: dt.date, end: dt.date, split: dt.date) -> MonthLine:
        """One month; what is granted is counted only before ``split``."""
        return MonthLine(
            first=first,
            granted=self.sum(Measure.GRANTED, first, min(end, split)),
            planned=self.sum(Measure.PLANNED, first, end),
            used=self.sum(Measure.WORKED, first, end),
            absent=self.sum(Measure.ABSENT, first, end),
            uncovered=self.sum(Measure.UNCOVERED, first, end),
        )


def _kinds(parts: _Parts, first: dt.date, split: dt.date, end: dt.date) -> tuple[KindLine, ...]:
    lines = (
        KindLine(
            kind=kind,
            granted_year=parts.sum(Measure.GRANTED, first, end, kind),
            used=parts.sum(Measure.WORKED, first, split, kind),
            planned_year=parts.sum(Measure.PLANNED, first, end, kind),
        )
        for kind in HourKind
    )
    return tuple(line for line in lines if line.granted_year or line.used or line.planned_year)


def whole(minutes: int) -> str:
    """Minutes as whole hours, the half hour away from zero."""
    rounded = (abs(minutes) + _MINUTES_PER_HOUR // 2) // _MINUTES_PER_HOUR
    return hours((rounded if minutes >= 0 else -rounded) * _MINUTES_PER_HOUR)


def difference_text(minutes: int) -> str:
    """``▼ 18 hours under`` or ``▲ 3 hours over``, in whole hours."""
    count = (abs(minutes) + _MINUTES_PER_HOUR // 2) // _MINUTES_PER_HOUR
    if not count:
        return _("As granted")
    number = hours(count * _MINUTES_PER_HOUR)
    if minutes < 0:
        text = ngettext("▼ {number} hour under", "▼ {number} hours under", count)
    else:
        text = ngettext("▲ {number} hour over", "▲ {number} hours over", count)
    return text.format(number=number)
