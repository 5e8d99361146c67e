"""The values of the roster as used, collected from shifts and absences."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import shift_span
from bpa_desktop.documents.roster_used import (
    Day,
    Deviation,
    Entry,
    Month,
    Progress,
    RosterUsed,
    Why,
)
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.clock import day_start, overlap
from bpa_desktop.domain.holidays_dk import special_days
from bpa_desktop.domain.kinds import COVERING, HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.paper_hours import month_hours
from bpa_desktop.services.paper_kept import kept_points
from bpa_desktop.services.reading import absences, shifts_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.paper_scope import Scope

_ORDER: Final = {kind: place for place, kind in enumerate(HourKind)}


def roster_values(scope: Scope, period: Period) -> RosterUsed:
    """The roster of ``period``, month by month; what lies ahead of today is its plan."""
    collected = CollectedRoster(scope, period)
    used = {month.part.first: month.help.used for month in month_hours(scope, period)}
    return RosterUsed(
        case_number=scope.case_number,
        made_on=scope.today,
        months=tuple(collected.month(part, used.get(part.first, 0)) for part in period.months()),
    )


class CollectedRoster:
    """The shifts of the period by the day on which they begin."""

    def __init__(self, scope: Scope, period: Period) -> None:
        self._naming = scope.naming
        self._kept = kept_points(scope, period)
        self._today = scope.today
        self._shifts: dict[dt.date, list[Shift]] = defaultdict(list)
        self._planned: dict[dt.date, list[Shift]] = defaultdict(list)
        for shift in shifts_at(scope.session, period.first, period.end):
            self._shifts[begins(shift)].append(shift)
            self._planned[shift.planned_start.date()].append(shift)
        self._holidays = {
            day: special.name
            for day, special in special_days(period.first, period.end).items()
            if special.is_public
        }
        self._away: dict[str, list[Absence]] = defaultdict(list)
        for absence in absences(scope.session, period.first, period.end):
            self._away[absence.helper].append(absence)

    def month(self, part: Period, used: int) -> Month:
        """The part of the period in one calendar month."""
        past = [shift for day in part.days() if day < self._today for shift in self._of(day)]
        ahead = [shift for day in part.days() if day >= self._today for shift in self._of(day)]
        return Month(
            part=part,
            days=tuple(self._day(day) for day in part.days()),
            used=used,
            unfilled=sum(shift.helper is None for shift in past),
            replaced=sum(is_replaced(shift) for shift in past),
            unconfirmed=sum(self.progress(shift) is Progress.UNCONFIRMED for shift in past),
            open_ahead=sum(shift.helper is None for shift in ahead),
            deviations=tuple(self._deviations(part)),
            kept=tuple(one for one in self._kept if part.first <= one.day < part.end),
        )

    def _of(self, day: dt.date) -> list[Shift]:
        return [one for one in self._shifts[day] if one.state is not ShiftState.CANCELLED]

    def _day(self, day: dt.date) -> Day:
        here = self._of(day)
        is_used = any(shift.state is ShiftState.WORKED for shift in here)
        return Day(
            day=day,
            holiday=self._holidays.get(day, ""),
            is_planned=day >= self._today and not is_used,
            entries=tuple(self._entries(here)),
        )

    def _entries(self, here: Iterable[Shift]) -> Iterator[Entry]:
        """Each shift, but one entry for a meeting or a course that several take part in."""
        together: dict[tuple[object, ...], list[Shift]] = defaultdict(list)
        for shift in here:
            is_shared = shift.kind not in COVERING and shift.helper and not is_replaced(shift)
            own = "" if is_shared else shift.id
            together[(*shift.used, shift.kind, shift.state, own)].append(shift)
        groups = together.values()
        for group in sorted(groups, key=lambda one: (*one[0].used, _ORDER[one[0].kind])):
            yield self._entry(group)

    def _entry(self, group: Sequence[Shift]) -> Entry:
        shift = group[0]
        people = sorted(
            (one.helper for one in group if one.helper), key=lambda one: self._naming.order[one]
        )
        start, end = shift.used
        return Entry(
            start=start,
            end=end,
            who=tuple(self._naming.short(person) for person in people),
            instead_of=self._naming.short(shift.stands_in_for) if is_replaced(shift) else "",
            kind=shift.kind,
            progress=self.progress(shift),
        )

    def progress(self, shift: Shift) -> Progress:
        """How far a shift that takes place has come."""
        if shift.state is ShiftState.WORKED:
            return Progress.USED
        is_over = is_unconfirmed(shift) and shift.planned[1] <= day_start(self._today)
        return Progress.UNCONFIRMED if is_over else Progress.PLANNED

    def _deviations(self, part: Period) -> Iterator[Deviation]:
        for day in part.days():
            if day >= self._today:
                return
            for shift in self.planned_on(day):
                if is_deviation(shift):
                    yield self.deviation(day, shift)

    def planned_on(self, day: dt.date) -> list[Shift]:
        """The shifts that were planned to begin on ``day``, in order."""
        return sorted(self._planned[day], key=lambda one: one.planned)

    def deviation(self, day: dt.date, shift: Shift) -> Deviation:
        """What ``shift``, planned on ``day``, was to be and what it became."""
        planned_for = shift.stands_in_for or shift.helper
        return Deviation(
            day=day,
            planned=self._said(shift.planned_start, shift.planned_end, planned_for),
            became=(
                "" if shift.state is ShiftState.CANCELLED else self._said(*shift.used, shift.helper)
            ),
            is_unfilled=shift.state is not ShiftState.CANCELLED and shift.helper is None,
            why=self._why(shift),
            text=self._naming.clean(shift.deviation),
        )

    def _said(self, start: dt.datetime, end: dt.datetime, helper: str | None) -> str:
        return f"{shift_span(start, end)} {self._naming.short(helper)}".strip()

    def _why(self, shift: Shift) -> Why | None:
        if shift.stands_in_for is None:
            return None
        for absence in self._away[shift.stands_in_for]:
            if overlap(absence.span(self._today), shift.planned):
                is_sick = absence.kind is AbsenceKind.SICKNESS
                return Why.SICKNESS if is_sick else Why.ABSENCE
        return None


def begins(shift: Shift) -> dt.date:
    """The day in whose box the shift stands."""
    return shift.used[0].date()


def is_replaced(shift: Shift) -> bool:
    """Whether somebody else has the shift than the helper it was planned for."""
    return shift.helper is not None and shift.stands_in_for not in {None, shift.helper}


def is_unconfirmed(shift: Shift) -> bool:
    """Whether a filled shift has not been marked as worked."""
    return shift.helper is not None and shift.state is ShiftState.PLANNED


def is_deviation(shift: Shift) -> bool:
    """Whether the shift became other than planned, or the user wrote that it did."""
    return (
        shift.state is ShiftState.CANCELLED
        or shift.helper is None
        or is_replaced(shift)
        or shift.used != (shift.planned_start, shift.planned_end)
        or bool(shift.deviation.strip())
    )
