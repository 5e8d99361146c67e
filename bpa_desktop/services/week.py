"""A stretch of the roster as it is shown: a row for each helper, a cell for each day."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import day_start, days_span, overlap
from bpa_desktop.domain.coverage import cover_by_day, holes, told
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.holidays_dk import day_name
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, date_words, day_month, hours, month_words, ngettext
from bpa_desktop.services.checking import judged
from bpa_desktop.services.hospital_hours import as_needed
from bpa_desktop.services.judging import judge_of, within
from bpa_desktop.services.keeping_findings import not_kept
from bpa_desktop.services.notice import notice_hints
from bpa_desktop.services.reading import absences, grants, helpers, shifts, signs
from bpa_desktop.services.shift_times import usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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


class Cell(NamedTuple):
    """What stands on one day in one row; ``new`` are the times of a shift that can be added."""

    day: dt.date
    shifts: tuple[Shift, ...]
    absence: Absence | None
    new: Times | None


@dataclass(frozen=True)
class RosterRow:
    """One helper's days, and what is planned or worked in each in minutes; nobody's: unfilled.

    A shift over midnight counts in both days, also one that begins on the day before the first.
    """

    helper: Helper | None
    sign: Sign | None
    cells: tuple[Cell, ...]
    day_minutes: tuple[int, ...]

    @property
    def minutes(self) -> int:
        """What is planned or worked in all the days, in minutes."""
        return sum(self.day_minutes)

    def part(self, start: int, stop: int) -> RosterRow:
        """The same row for the days from place ``start`` to before ``stop``."""
        days = slice(start, stop)
        return replace(self, cells=self.cells[days], day_minutes=self.day_minutes[days])


@dataclass(frozen=True)
class Roster:
    """The roster from ``first``, with the row of unfilled shifts apart.

    ``findings`` are by the id of the shift they are about; hints are not among them, for they are
    told where one looks at the shift. ``week_hours`` are the weeks in which a helper has more hours
    than the agreed most or fewer than the agreed least, by helper and Monday. ``has_helpers`` is
    whether the file has any, in these days or not.
    """

    first: dt.date
    days: tuple[RosterDay, ...]
    unfilled: RosterRow
    rows: tuple[RosterRow, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    week_hours: Mapping[tuple[str, dt.date], Finding]
    holes: tuple[Hole, ...]
    has_helpers: bool

    @property
    def end(self) -> dt.date:
        """The first day after."""
        return self.first + dt.timedelta(days=len(self.days))

    def title(self) -> str:
        """``Vagtplan uge 12``, ``Vagtplan uge 12 og 13``, ``Vagtplan marts 2026``."""
        week = self.first.isocalendar().week
        if self.first.day == 1 and self.end.day == 1:
            return _("Roster {month}").format(month=month_words(self.first))
        if len(self.days) <= DAYS_IN_WEEK:
            return _("Roster week {number}").format(number=week)
        last = self.days[-1].day.isocalendar().week
        return _("Roster weeks {first} and {last}").format(first=week, last=last)

    def weeks(self) -> tuple[Roster, ...]:
        """The same roster in pieces that end on Sundays; findings and holes stay with each."""
        return tuple(
            replace(
                self,
                first=self.days[start].day,
                days=self.days[start:stop],
                unfilled=self.unfilled.part(start, stop),
                rows=tuple(row.part(start, stop) for row in self.rows),
            )
            for start, stop in self._week_bounds()
        )

    def days_by_week(self) -> tuple[tuple[RosterDay, ...], ...]:
        """The days in pieces that end on Sundays."""
        return tuple(self.days[start:stop] for start, stop in self._week_bounds())

    def _week_bounds(self) -> list[tuple[int, int]]:
        starts = [at for at, day in enumerate(self.days) if at == 0 or day.day.weekday() == 0]
        return list(zip(starts, [*starts[1:], len(self.days)], strict=True))

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


def roster(
    session: Session, first: dt.date, days: int = DAYS_IN_WEEK, *, with_new: bool = True
) -> Roster:
    """The roster of ``days`` days from ``first``.

    Without ``with_new`` no cell tells what could be added, which takes as long as all the rest.
    """
    end = first + dt.timedelta(days=days)
    everybody = helpers(session)
    judge = judge_of(session, first, end)
    rows, given = as_needed(session, within(judge.rows, judge.days)), grants(session)
    dates = tuple(first + dt.timedelta(days=count) for count in range(days))
    page = _Page(
        found=shifts(session, first, end),
        dates=dates,
        away=absences(session, first, end),
        usual=usual(session, first) if with_new else None,
    )
    found = not_kept(session, judged(judge, first, end))
    return Roster(
        first=first,
        days=_days(session, cover_by_day(given, rows, first, end)),
        unfilled=RosterRow(None, None, page.cells(None), (0,) * days),
        rows=tuple(_rows(everybody, page)),
        findings=_by_shift(_weighty(found)),
        week_hours=dict(_week_hours(found)),
        holes=tuple(told(holes(given, rows, first, end))),
        has_helpers=bool(everybody),
    )


def _days(session: Session, cover: Mapping[dt.date, Cover]) -> tuple[RosterDay, ...]:
    return tuple(
        RosterDay(day, day_name(day), part, day == session.today) for day, part in cover.items()
    )


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What the cells are made of; a shift stands on the day on which it begins."""

    found: Sequence[Shift]
    dates: tuple[dt.date, ...]
    away: Sequence[Absence]
    usual: Usual | None

    @cached_property
    def _own(self) -> Mapping[str | None, Sequence[Shift]]:
        own: dict[str | None, list[Shift]] = defaultdict(list)
        for shift in self.found:
            own[shift.helper].append(shift)
        return own

    def _of(self, helper: Helper | None) -> Sequence[Shift]:
        return self._own.get(helper.id if helper else None, ())

    def shows(self, helper: Helper) -> bool:
        """Who is employed in the days, and who begins a shift all the same."""
        first, last = self.dates[0], self.dates[-1]
        is_employed = any(
            period.first_day <= last and period.end >= first for period in helper.employments
        )
        return is_employed or any(one.planned_start.date() >= first for one in self._of(helper))

    def cells(self, helper: Helper | None) -> tuple[Cell, ...]:
        own: dict[dt.date, list[Shift]] = defaultdict(list)
        for shift in self._of(helper):
            own[shift.planned_start.date()].append(shift)
        away = [one for one in self.away if helper is not None and one.helper == helper.id]
        if away or self.usual is not None:
            return tuple(self._cell(helper, day, own.get(day, ()), away) for day in self.dates)
        found = list(self._bare)
        for day, some in own.items():
            if day in self._places:
                found[self._places[day]] = self._cell(helper, day, some, away)
        return tuple(found)

    @cached_property
    def _places(self) -> Mapping[dt.date, int]:
        return {day: at for at, day in enumerate(self.dates)}

    @cached_property
    def _bare(self) -> Sequence[Cell]:
        """A month of twenty helpers has six hundred cells, and most of them are empty."""
        return [Cell(day, (), None, None) for day in self.dates]

    def _cell(
        self,
        helper: Helper | None,
        day: dt.date,
        own: Sequence[Shift],
        away: Sequence[Absence],
    ) -> Cell:
        kept = tuple(shift for shift in own if helper or shift.state is not ShiftState.CANCELLED)
        absence = next((one for one in away if _is_away(one, day)), None)
        if self.usual is None or helper is None:
            return Cell(day, kept, absence, None)
        is_free = all(shift.state is ShiftState.CANCELLED for shift in kept) and absence is None
        if not is_free or not helper.is_employed(day):
            return Cell(day, kept, absence, None)
        return Cell(day, kept, absence, self.usual.times(helper.id, day))

    def day_minutes(self, helper: Helper) -> tuple[int, ...]:
        """What of the helper's shifts lies in each day."""
        edges, found = self._edges, [0] * len(self.dates)
        for shift in self._of(helper):
            if shift.state is ShiftState.CANCELLED:
                continue
            start, end = shift.actual
            at = max(bisect_right(edges, start) - 1, 0)
            while at < len(found) and edges[at] < end:
                found[at] += min(end, edges[at + 1]) - max(start, edges[at])
                at += 1
        return tuple(found)

    @cached_property
    def _edges(self) -> Sequence[int]:
        """Where each day begins, and where the last one ends."""
        return [day_start(day) for day in (*self.dates, self.dates[-1] + dt.timedelta(days=1))]


def _rows(everybody: Sequence[Helper], page: _Page) -> Iterable[RosterRow]:
    known = signs(everybody)
    for helper in everybody:
        if page.shows(helper):
            cells, minutes = page.cells(helper), page.day_minutes(helper)
            yield RosterRow(helper, known[helper.id], cells, minutes)


def _is_away(absence: Absence, day: dt.date) -> bool:
    return overlap(absence.plan_span(), days_span(day, day + dt.timedelta(days=1))) is not None


def shift_findings(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """What the rules find about one shift, at this shift and not at an earlier one.

    Hints are among them; the right to a break is told apart, for nearly every shift gives it.
    """
    found = (one for one in _around(session, shift) if one.code is not Code.BREAK_RIGHT)
    return (*_by_shift(found).get(shift.id, ()), *notice_hints(session, shift))


def break_hints(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """The hint that the shift, alone or with one it touches, gives a right to a break."""
    return tuple(
        one
        for one in _around(session, shift)
        if one.code is Code.BREAK_RIGHT and ("shift", shift.id) in one.records
    )


def _around(session: Session, shift: Shift) -> tuple[Finding, ...]:
    first, last = shift.planned_start.date(), shift.planned_end.date()
    end = last + dt.timedelta(days=1)
    return judged(judge_of(session, first, end), first, end)


def _weighty(findings: Iterable[Finding]) -> Iterable[Finding]:
    return (one for one in findings if one.severity is not Severity.HINT)


def _week_hours(
    findings: Iterable[Finding],
) -> Iterator[tuple[tuple[str, dt.date], Finding]]:
    for one in findings:
        if one.code in {Code.OVER_MOST_HOURS, Code.UNDER_LEAST_HOURS}:
            yield (str(one.values["helper"]), one.window[0].date()), one


def _by_shift(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Each finding at the last shift it names: the one that can still be changed."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        named = [key for kind, key in one.records if kind == "shift"]
        if named and any(kind == "helper" for kind, _key in one.records):
            found[named[-1]].append(one)
    return {key: tuple(group) for key, group in found.items()}
