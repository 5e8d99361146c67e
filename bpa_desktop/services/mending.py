"""What would mend a finding at a shift: other times of it, each tried against every rule first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import instant, once, wall
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, clock
from bpa_desktop.services.rostering import STEP, is_over, retime
from bpa_desktop.services.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session


class Mend(NamedTuple):
    """Times with which the finding would be gone and no other would come."""

    start: dt.datetime
    end: dt.datetime
    words: str


def mends(session: Session, shift: Shift, found: Finding) -> tuple[Mend, ...]:
    """The least changes of the shift's own times that mend ``found`` and break nothing.

    None for a shift that is over: how it was is not changed to please a rule.
    """
    if shift.state is not ShiftState.PLANNED or is_over(shift, session.now()):
        return ()
    trial = Trial.around(session, [shift])
    offers = []
    for mend in dict.fromkeys((*_told(shift, found), *_tries(shift, found.minutes_short))):
        outcome = trial.of([replace(shift, planned_start=mend.start, planned_end=mend.end)])
        is_gone = any(one.code is found.code and one.window == found.window for one in outcome.gone)
        if is_gone and not outcome.new:
            offers.append(mend)
    return tuple(offers)


def _told(shift: Shift, found: Finding) -> Iterator[Mend]:
    """The instants that a rule itself names as what would mend it, where they lie in the shift."""
    start, end = shift.planned
    begin_at, end_by = (found.values.get(key) for key in ("begin_at", "end_by"))
    if isinstance(begin_at, int) and start < begin_at < end:
        yield _later(shift, wall(begin_at))
    if isinstance(end_by, int) and start < end_by < end:
        yield _earlier(shift, wall(end_by))


def _later(shift: Shift, start: dt.datetime) -> Mend:
    return Mend(start, shift.planned_end, _("Mend: begin at {time}").format(time=clock(start)))


def _earlier(shift: Shift, end: dt.datetime) -> Mend:
    return Mend(shift.planned_start, end, _("Mend: end at {time}").format(time=clock(end)))


def _tries(shift: Shift, minutes: int) -> Iterator[Mend]:
    """Begin so much later, or end so much earlier, at a whole step of the clock.

    Where less than half of the shift would be left, it is not mended but another shift.
    """
    start, end = shift.planned_start, shift.planned_end
    steps = -(-minutes // STEP) * STEP
    if not 0 < 2 * steps <= instant(end) - instant(start):
        return
    yield _later(shift, _at_once(start, steps))
    yield _earlier(shift, _at_once(end, -steps))


def _at_once(moment: dt.datetime, minutes: int) -> dt.datetime:
    """``moment`` moved, and further on until the clock shows it once."""
    step = dt.timedelta(minutes=STEP if minutes > 0 else -STEP)
    return once(moment + dt.timedelta(minutes=minutes), step)


def mend(session: Session, shift: Shift, chosen: Mend) -> Shift:
    """Give the shift the times that mend it."""
    return retime(session, shift, chosen.start, chosen.end)
