"""What else can be done with an unfilled shift: divide it, and go on to the next one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import WallTime, instant, shown, wall
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.services.reading import absences
from bpa_desktop.services.rostering import STEP, when

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.roster import RestPeriod
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


def is_open(shift: Shift) -> bool:
    """Whether somebody is wanted for the shift."""
    return shift.helper is None and shift.state is ShiftState.PLANNED


def middle(shift: Shift) -> dt.datetime | None:
    """Where the shift is divided: half of its real time, rounded down to a half hour.

    The clock shows that time once. None when there is no such time strictly inside the shift.
    """
    start, end = shift.planned
    half = wall((start + end) // 2).replace(fold=0)
    half -= dt.timedelta(minutes=half.minute % STEP)
    while shown(half) is not WallTime.ONCE:
        half += dt.timedelta(minutes=STEP)
    return half if start < instant(half) < end else None


def split_in_two(session: Session, shift: Shift, at: dt.datetime) -> tuple[Shift, Shift]:
    """Divide the unfilled shift at ``at``, which lies inside it; both halves stay unfilled.

    The first half is the shift itself, made shorter. A rest over the middle is divided too.
    """
    first = replace(shift, planned_end=at, rests=_cut(shift.rests, shift.planned_start, at))
    second = replace(
        shift,
        id="",
        planned_start=at,
        rests=_cut(shift.rests, at, shift.planned_end),
        rolled_out=(),
    )
    with session.operation(N_("split the shift {when}"), when=when(shift)) as operation:
        return operation.save(first), operation.save(second)


def _cut(
    rests: Iterable[RestPeriod], start: dt.datetime, end: dt.datetime
) -> tuple[RestPeriod, ...]:
    inside = (replace(one, start=max(one.start, start), end=min(one.end, end)) for one in rests)
    return tuple(one for one in inside if one.start < one.end)


def others_open(session: Session, shift: Shift) -> tuple[Shift, ...]:
    """The other shifts of the same absence that are unfilled and not over, in order."""
    if shift.stands_in_for is None:
        return ()
    now = instant(session.now())
    found: dict[str, Shift] = {}
    for absence in absences_over(session, shift, shift.stands_in_for):
        start, end = absence.plan_span()
        span = max(start, now), end
        for other in session.records.overlapping(Shift, "planned_start", "planned_end", span):
            if is_open(other) and other.stands_in_for == shift.stands_in_for:
                found[other.id] = other
    found.pop(shift.id, None)
    return tuple(sorted(found.values(), key=lambda one: (one.planned_start, one.id)))


def absences_over(session: Session, shift: Shift, helper: str) -> tuple[Absence, ...]:
    """The absences of the helper that lie over some of the shift."""
    days = shift.planned_start.date(), shift.planned_end.date() + _ONE_DAY
    start, end = shift.planned
    return tuple(
        one
        for one in absences(session, *days)
        if one.helper == helper and one.plan_span()[0] < end and start < one.plan_span()[1]
    )
