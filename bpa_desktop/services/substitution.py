"""Which sickness left a shift unfilled, and which others it left, so that one can go on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.reading import absences

if TYPE_CHECKING:
    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


def is_open(shift: Shift) -> bool:
    """Whether somebody is wanted for the shift."""
    return shift.helper is None and shift.state is ShiftState.PLANNED


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


def sick_spell(session: Session, shift: Shift, helper: str | None = None) -> Absence | None:
    """The sickness for which the shift became unfilled; None when it is over or was another.

    It is that of ``helper``, or of whom the shift was planned for.
    """
    who_is_sick = helper or shift.stands_in_for
    if who_is_sick is None:
        return None
    now = instant(session.now())
    found = absences_over(session, shift, who_is_sick)
    sick = (one for one in found if one.kind is AbsenceKind.SICKNESS and one.plan_span()[1] > now)
    return next(sick, None)
