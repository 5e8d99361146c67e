"""The values of the overview page: what explains differences, and what leading came to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.overview import (
    Cause,
    Environment,
    Explanation,
    Held,
    Leading,
    Overview,
    Unfilled,
)
from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.away import losses
from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_of, day_span, day_start
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.people import Position
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED, WORKED, actual
from bpa_desktop.services.paper_absence import kind_totals
from bpa_desktop.services.paper_hours import clock_changes
from bpa_desktop.services.paper_kept import kept_points
from bpa_desktop.services.paper_roster import begins, is_unconfirmed
from bpa_desktop.services.reading import absences, all_stints, employed, shifts_at, stints
from bpa_desktop.services.safety import view as safety_view

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.documents.absence_overview import KindTotal
    from bpa_desktop.documents.hours_values import HoursAccount
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.paper_scope import Scope

_SICK: Final = frozenset(
    {
        AbsenceKind.SICKNESS,
        AbsenceKind.CHILD_FIRST_SICK_DAY,
        AbsenceKind.CHILD_SECOND_SICK_DAY,
    }
)
_YEAR: Final = 12


def overview_values(scope: Scope, period: Period, account: HoursAccount) -> Overview:
    """The page for ``period``; ``account`` is the account of hours for the same days."""
    counted = period.until(scope.today)
    if counted is None:
        return Overview(account=account, explanations=(), leading=None, absences=())
    found = shifts_at(scope.session, counted.first, counted.end)
    return Overview(
        account=account,
        explanations=tuple(
            tuple(_explanations(scope, month.part, found)) for month in account.months
        ),
        leading=_leading(scope, counted, account, found),
        absences=_ordered(kind_totals(scope, counted)),
        kept=kept_points(scope, counted),
    )


def _explanations(scope: Scope, part: Period, found: Iterable[Shift]) -> Iterator[Explanation]:
    here = [shift for shift in found if _counts(shift) and part.first <= begins(shift) < part.end]
    open_ones = [shift for shift in here if shift.helper is None]
    if open_ones:
        yield Explanation(
            cause=Cause.UNFILLED,
            days=_days(open_ones),
            minutes=-sum(end - start for start, end in (one.planned for one in open_ones)),
        )
    waiting = [shift for shift in here if is_unconfirmed(shift)]
    if waiting:
        end = day_start(part.end)
        minutes = sum(min(shift.planned[1], end) - shift.planned[0] for shift in waiting)
        yield Explanation(cause=Cause.UNCONFIRMED, days=_days(waiting), minutes=-minutes)
    yield from _changes(scope, here)
    for day in clock_changes(part):
        start, end = day_span(day)
        yield Explanation(cause=Cause.CLOCK, days=(day,), minutes=end - start - MINUTES_PER_DAY)


def _counts(shift: Shift) -> bool:
    return shift.kind in PRESENT and shift.state is not ShiftState.CANCELLED


def _changes(scope: Scope, here: Iterable[Shift]) -> Iterator[Explanation]:
    """Worked shifts that became longer or shorter: those with a reason each, the rest as one."""
    changed = [shift for shift in here if shift.state is ShiftState.WORKED and _change(shift)]
    silent = [shift for shift in changed if not shift.deviation.strip()]
    for shift in changed:
        if shift not in silent:
            yield Explanation(
                cause=Cause.CHANGED,
                days=(begins(shift),),
                minutes=_change(shift),
                text=scope.naming.clean(shift.deviation),
            )
    if silent:
        minutes = sum(map(_change, silent))
        yield Explanation(cause=Cause.CHANGED, days=_days(silent), minutes=minutes)


def _change(shift: Shift) -> int:
    (start, end), (planned_start, planned_end) = shift.actual, shift.planned
    return (end - start) - (planned_end - planned_start)


def _days(found: Iterable[Shift]) -> tuple[dt.date, ...]:
    return tuple(sorted({begins(shift) for shift in found}))


def _ordered(totals: Sequence[KindTotal]) -> tuple[KindTotal, ...]:
    """Every kind, that of the most days first."""
    return tuple(sorted(totals, key=lambda one: (-one.days, -one.lost)))


def _leading(
    scope: Scope, counted: Period, account: HoursAccount, found: Iterable[Shift]
) -> Leading:
    people = employed(scope.session, counted.first, counted.end)
    hit, filled = _sick_shifts(scope, counted)
    everything = all_stints(scope.session)
    talks = _held(everything, counted, account, HourKind.MUS)
    return Leading(
        helpers=len(people),
        substitutes=sum(one.position is Position.SUBSTITUTE for one in people),
        started=tuple(_first_days(people, counted)),
        left=tuple(_last_days(people, counted)),
        sick_shifts=hit,
        sick_filled=filled,
        meetings=_held(everything, counted, account, HourKind.STAFF_MEETING),
        mus=_talks(everything, people, counted, talks),
        training=_held(everything, counted, account, HourKind.TRAINING, HourKind.COURSE),
        unfilled=_unfilled(found, counted),
        environment=_environment(scope),
    )


def _unfilled(found: Iterable[Shift], counted: Period) -> Unfilled:
    here = [
        one
        for one in found
        if _counts(one) and one.helper is None and counted.first <= begins(one) < counted.end
    ]
    minutes = sum(end - start for start, end in (one.planned for one in here))
    return Unfilled(count=len(here), minutes=minutes, days=_days(here))


def _environment(scope: Scope) -> Environment:
    found = safety_view(scope.session)
    latest, following = found.latest, found.next_apv
    return Environment(
        made_on=latest.finished_on if latest is not None else None,
        next_on=following.on if following is not None else None,
        open_actions=found.open_count,
    )


def _first_days(people: Iterable[Helper], counted: Period) -> list[dt.date]:
    days = (period.first_day for one in people for period in one.employments)
    return sorted(day for day in days if counted.first <= day < counted.end)


def _last_days(people: Iterable[Helper], counted: Period) -> list[dt.date]:
    days = (period.last_day for one in people for period in one.employments)
    return sorted(day for day in days if day and counted.first <= day < counted.end)


def _sick_shifts(scope: Scope, counted: Period) -> tuple[int, int]:
    """Planned shifts of helpers who were sick, and those of them that somebody else took."""
    rows = stints(scope.session, counted.first, counted.end)
    away = absences(scope.session, counted.first, counted.end)
    holders = {row[0]: (row[1], row[4]) for row in rows}
    hit: dict[str, bool] = {}
    for loss in losses(rows, away, scope.today):
        holder, state = holders[loss.shift]
        is_own = holder == loss.helper
        if loss.absence.kind in _SICK and not (is_own and state == WORKED):
            hit[loss.shift] = holder is not None and not is_own
    return len(hit), sum(hit.values())


def _held(
    everything: Iterable[Stint], counted: Period, account: HoursAccount, *kinds: HourKind
) -> Held:
    own = [one for one in everything if one[3] in kinds and one[4] != CANCELLED]
    done = [one for one in own if one[4] == WORKED and _began(one) < counted.end]
    inside = [one for one in done if _began(one) >= counted.first]
    year = [one for one in account.year_kinds if one.kind in kinds]
    return Held(
        count=len({one[5] for one in inside}),
        minutes=sum(end - start for start, end in map(actual, inside)),
        coming=min((day for day in map(_began, own) if day >= counted.end), default=None),
        year=sum(one.used for one in year),
        year_granted=sum(one.granted_year for one in year),
    )


def _began(one: Stint) -> dt.date:
    return day_of(actual(one)[0])


def _talks(
    everything: Iterable[Stint], people: Iterable[Helper], counted: Period, held: Held
) -> Held:
    """``held`` with how many permanent helpers had a talk in twelve months, or have one ahead."""
    since = months_before(counted.end, _YEAR)
    talked = {
        one[1]
        for one in everything
        if one[3] == HourKind.MUS and one[4] == WORKED and since <= _began(one) < counted.end
    }
    fixed = {
        one.id
        for one in people
        if one.position is Position.PERMANENT and one.is_employed(counted.last)
    }
    planned = {
        one[1]
        for one in everything
        if one[3] == HourKind.MUS
        and one[4] not in {CANCELLED, WORKED}
        and _began(one) >= counted.end
    }
    return replace(
        held, people=len(fixed & talked), of_people=len(fixed), planned=len(planned & fixed)
    )
