"""What would mend a finding at a shift: other times of it, each tried against every rule first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import WallTime, instant, shown
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
    for mend in _tries(shift, found.minutes_short):
        outcome = trial.of([replace(shift, planned_start=mend.start, planned_end=mend.end)])
        is_gone = any(one.code is found.code and one.window == found.window for one in outcome.gone)
        if is_gone and not outcome.new:
            offers.append(mend)
    return tuple(offers)


def _tries(shift: Shift, minutes: int) -> Iterator[Mend]:
    """Begin so much later, or end so much earlier, at a whole step of the clock.

    Where less than half of the shift would be left, it is not mended but another shift.
    """
    start, end = shift.planned_start, shift.planned_end
    steps = -(-minutes // STEP) * STEP
    if not 0 < 2 * steps <= instant(end) - instant(start):
        return
    later, earlier = _at_once(start, steps), _at_once(end, -steps)
    yield Mend(later, end, _("Mend: begin at {time}").format(time=clock(later)))
    yield Mend(start, earlier, _("Mend: end at {time}").format(time=clock(earlier)))


def _at_once(moment: dt.datetime, minutes: int) -> dt.datetime:
    """``moment`` moved, and further on until the clock shows it once."""
    there = moment + dt.timedelta(minutes=minutes)
    step = dt.timedelta(minutes=STEP if minutes > 0 else -STEP)
    while shown(there) is not WallTime.ONCE:
        there += step
    return there


def mend(session: Session, shift: Shift, chosen: Mend) -> Shift:
    """Give the shift the times that mend it."""
    return retime(session, shift, chosen.start, chosen.end)
