"""A stretch of the roster as it is shown: a row for each helper, a cell for each day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import days_span, overlap
from bpa_desktop.domain.coverage import cover_by_day, holes
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.holidays_dk import day_name
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, date_words, day_month, hours, ngettext
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.keeping_findings import not_kept
from bpa_desktop.services.reading import absences, grants, helpers, shifts, signs, stints
from bpa_desktop.services.shift_times import usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.coverage import Cover, Hole
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.shift_times import Times, Usual

DAYS_IN_WEEK = 7


@dataclass(frozen=True)
class RosterDay:
    """One day of the roster: its holiday name if it has one, and how much of it is covered."""

    day: dt.date
    holiday: str
    cover: Cover
    is_today: bool


@dataclass(frozen=True)
class Cell:
    """What stands on one day in one row; ``new`` are the times of a shift that can be added."""

    day: dt.date
    shifts: tuple[Shift, ...]
    absence: Absence | None
    new: Times | None


@dataclass(frozen=True)
class RosterRow:
    """One helper's days and the minutes planned or worked in them; nobody's for the unfilled."""

    helper: Helper | None
    sign: Sign | None
    cells: tuple[Cell, ...]
    minutes: int


@dataclass(frozen=True)
class Roster:
    """The roster from ``first``, with the row of unfilled shifts apart.

    ``findings`` are by the id of the shift they are about; hints are not among them, for they are
    told where one looks at the shift. ``has_helpers`` is whether the file
    has any, in these days or not.
    """

    first: dt.date
    days: tuple[RosterDay, ...]
    unfilled: RosterRow
    rows: tuple[RosterRow, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    holes: tuple[Hole, ...]
    has_helpers: bool

    @property
    def end(self) -> dt.date:
        """The first day after."""
        return self.first + dt.timedelta(days=len(self.days))

    def title(self) -> str:
        """``Vagtplan uge 12``."""
        return _("Roster week {number}").format(number=self.first.isocalendar().week)

    def dates(self) -> str:
        """``16. marts til 22. marts 2026``."""
        last = self.end - dt.timedelta(days=1)
        return _("{first} to {last}").format(first=day_month(self.first), last=date_words(last))

    def sentence(self) -> str:
        """How much is covered, and how many holes there are."""
        covered = sum(day.cover.covered for day in self.days)
        needed = sum(day.cover.needed for day in self.days)
        if not needed:
            return _("Nothing is planned.")
        part = _("{covered} of {needed} hours are covered.").format(
            covered=hours(covered), needed=hours(needed)
        )
        count = len(self.holes)
        missing = ngettext("There is {n} hole.", "There are {n} holes.", count)
        if not count:
            missing = _("There are no holes.")
        return f"{part} {missing}"

    def all_shifts(self) -> Iterable[Shift]:
        """Every shift that stands in a cell, row by row."""
        for row in (self.unfilled, *self.rows):
            for cell in row.cells:
                yield from cell.shifts


def roster(session: Session, first: dt.date, days: int = DAYS_IN_WEEK) -> Roster:
    """The roster of ``days`` days from ``first``."""
    end = first + dt.timedelta(days=days)
    everybody = helpers(session)
    found = [shift for shift in shifts(session, first, end) if _begins(shift, first, end)]
    rows, given = stints(session, first, end), grants(session)
    page = _Page(
        found=found,
        dates=tuple(first + dt.timedelta(days=count) for count in range(days)),
        away=absences(session, first, end),
        usual=usual(session, first),
    )
    return Roster(
        first=first,
        days=_days(session, cover_by_day(given, rows, first, end)),
        unfilled=RosterRow(None, None, page.cells(None), 0),
        rows=tuple(_rows(everybody, page)),
        findings=_by_shift(_weighty(not_kept(session, findings_between(session, first, end)))),
        holes=tuple(holes(given, rows, first, end)),
        has_helpers=bool(everybody),
    )


def _begins(shift: Shift, first: dt.date, end: dt.date) -> bool:
    return first <= shift.planned_start.date() < end


def _days(session: Session, cover: Mapping[dt.date, Cover]) -> tuple[RosterDay, ...]:
    return tuple(
        RosterDay(day, day_name(day), part, day == session.today) for day, part in cover.items()
    )


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What the cells are made of."""

    found: Sequence[Shift]
    dates: tuple[dt.date, ...]
    away: Sequence[Absence]
    usual: Usual

    def shows(self, helper: Helper) -> bool:
        """Who is employed in the days, and who has a shift all the same."""
        first, last = self.dates[0], self.dates[-1]
        is_employed = any(
            period.first_day <= last and period.end >= first for period in helper.employments
        )
        return is_employed or any(shift.helper == helper.id for shift in self.found)

    def cells(self, helper: Helper | None) -> tuple[Cell, ...]:
        own: dict[dt.date, list[Shift]] = defaultdict(list)
        for shift in self.found:
            if shift.helper == (helper.id if helper else None):
                own[shift.planned_start.date()].append(shift)
        away = [one for one in self.away if helper is not None and one.helper == helper.id]
        return tuple(self._cell(helper, day, own[day], away) for day in self.dates)

    def _cell(
        self,
        helper: Helper | None,
        day: dt.date,
        own: Iterable[Shift],
        away: Iterable[Absence],
    ) -> Cell:
        kept = tuple(shift for shift in own if helper or shift.state is not ShiftState.CANCELLED)
        absence = next((one for one in away if _is_away(one, day)), None)
        is_free = all(shift.state is ShiftState.CANCELLED for shift in kept) and absence is None
        if helper is None or not is_free or not helper.is_employed(day):
            return Cell(day, kept, absence, None)
        return Cell(day, kept, absence, self.usual.times(helper.id, day))

    def minutes(self, helper: Helper) -> int:
        window = days_span(self.dates[0], self.dates[-1] + dt.timedelta(days=1))
        spans = (
            overlap(shift.actual, window)
            for shift in self.found
            if shift.helper == helper.id and shift.state is not ShiftState.CANCELLED
        )
        return sum(span[1] - span[0] for span in spans if span is not None)


def _rows(everybody: Sequence[Helper], page: _Page) -> Iterable[RosterRow]:
    known = signs(everybody)
    for helper in everybody:
        if page.shows(helper):
            yield RosterRow(helper, known[helper.id], page.cells(helper), page.minutes(helper))


def _is_away(absence: Absence, day: dt.date) -> bool:
    return overlap(absence.plan_span(), days_span(day, day + dt.timedelta(days=1))) is not None


def shift_findings(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """What the rules find about one shift, at this shift and not at an earlier one.

    Hints are among them; the right to a break is told apart, for nearly every shift gives it.
    """
    found = (one for one in _around(session, shift) if one.code is not Code.BREAK_RIGHT)
    return _by_shift(found).get(shift.id, ())


def break_hints(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """The hint that the shift, alone or with one it touches, gives a right to a break."""
    return tuple(
        one
        for one in _around(session, shift)
        if one.code is Code.BREAK_RIGHT and ("shift", shift.id) in one.records
    )


def _around(session: Session, shift: Shift) -> tuple[Finding, ...]:
    first, last = shift.planned_start.date(), shift.planned_end.date()
    return findings_between(session, first, last + dt.timedelta(days=1))


def _weighty(findings: Iterable[Finding]) -> Iterable[Finding]:
    return (one for one in findings if one.severity is not Severity.HINT)


def _by_shift(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Each finding at the last shift it names: the one that can still be changed."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        named = [key for kind, key in one.records if kind == "shift"]
        if named and any(kind == "helper" for kind, _key in one.records):
            found[named[-1]].append(one)
    return {key: tuple(group) for key, group in found.items()}
