"""The values of the rosters that are handed out: to the wall, to one helper, beside what was."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bpa_desktop.documents.own_plan import OwnPlan, OwnShift
from bpa_desktop.documents.phrases import shift_span
from bpa_desktop.documents.plan_days import PlanDay
from bpa_desktop.documents.planned_and_used import Pair, PlannedAndUsed
from bpa_desktop.documents.roster_used import Entry
from bpa_desktop.domain.clock import day_span, overlap, wall
from bpa_desktop.domain.holidays_dk import special_days
from bpa_desktop.domain.kinds import COVERING
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.paper_roster import CollectedRoster, is_deviation
from bpa_desktop.services.reading import absences, shifts_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.naming import Naming
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


def begins(shift: Shift) -> dt.datetime:
    """When the shift begins: as worked once worked, else as planned."""
    return wall(shift.actual[0])


def shifts_that_begin(session: Session, period: Period) -> list[Shift]:
    """The shifts that take place and begin in ``period``, in order."""
    return [
        shift
        for shift in shifts_at(session, period.first, period.end)
        if shift.state is not ShiftState.CANCELLED
        and period.first <= begins(shift).date() < period.end
    ]


def plan_days(scope: Scope, period: Period) -> tuple[PlanDay, ...]:
    """Every day of ``period`` with who comes when and who is not there."""
    by_day: dict[dt.date, list[Shift]] = defaultdict(list)
    for shift in shifts_that_begin(scope.session, period):
        by_day[begins(shift).date()].append(shift)
    special = special_days(period.first, period.end)
    away = absences(scope.session, period.first, period.end)
    return tuple(
        PlanDay(
            day=day,
            holiday=special[day].name if day in special and special[day].is_public else "",
            entries=tuple(_entries(scope.naming, by_day[day])),
            away=tuple(_away(scope.naming, away, day)),
        )
        for day in period.days()
    )


def _entries(naming: Naming, here: Sequence[Shift]) -> Iterator[Entry]:
    """Each shift, but one entry for a meeting or a course that several take part in."""
    together: dict[tuple[object, ...], list[Shift]] = defaultdict(list)
    for shift in here:
        own = shift.id if shift.kind in COVERING or shift.helper is None else ""
        together[(*shift.actual, shift.kind, own)].append(shift)
    for group in together.values():
        people = sorted((one.helper for one in group if one.helper), key=naming.order.__getitem__)
        start, end = map(wall, group[0].actual)
        who = tuple(naming.short(person) for person in people)
        yield Entry(start=start, end=end, who=who, kind=group[0].kind)


def _away(naming: Naming, away: Sequence[Absence], day: dt.date) -> Iterator[str]:
    """Who is not there on ``day``; with the times when it is a part of it."""
    for absence in sorted(away, key=lambda one: naming.order[one.helper]):
        lost = overlap(absence.plan_span(), day_span(day))
        if lost == day_span(day):
            yield naming.short(absence.helper)
        elif lost is not None:
            yield f"{naming.short(absence.helper)} {shift_span(*map(wall, lost))}"


def own_plan_values(session: Session, helper: Helper, period: Period) -> OwnPlan:
    """The shifts of ``helper`` that begin in ``period``."""
    return OwnPlan(
        name=helper.name,
        period=period,
        shifts=tuple(
            OwnShift(
                start=begins(shift),
                end=wall(shift.actual[1]),
                minutes=shift.actual[1] - shift.actual[0],
                kind=shift.kind,
            )
            for shift in shifts_that_begin(session, period)
            if shift.helper == helper.id
        ),
    )


def planned_and_used_values(scope: Scope, period: Period) -> PlannedAndUsed:
    """Each shift that was planned to begin in ``period`` beside what it became."""
    collected = CollectedRoster(scope, period)
    return PlannedAndUsed(
        case_number=scope.case_number,
        period=period,
        pairs=tuple(
            _pair(collected, scope.today, day, shift)
            for day in period.days()
            for shift in collected.planned_on(day)
        ),
    )


def _pair(collected: CollectedRoster, today: dt.date, day: dt.date, shift: Shift) -> Pair:
    progress = collected.progress(shift)
    is_off = shift.state is ShiftState.CANCELLED
    is_worked = shift.state is ShiftState.WORKED
    is_over = day < today
    return Pair(
        became=collected.deviation(day, shift),
        progress=progress,
        planned=shift.planned[1] - shift.planned[0],
        used=shift.actual[1] - shift.actual[0] if is_worked else 0,
        is_settled=is_worked or is_off or (is_over and shift.helper is None),
        is_changed=is_deviation(shift) and (is_over or is_worked or is_off),
    )
