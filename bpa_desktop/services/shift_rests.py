"""The rest periods inside a long shift, such as the night of one that lasts a day and a night."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import at, checked, next_at, overlap
from bpa_desktop.domain.roster import RestPeriod
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.services.reading import shifts
from bpa_desktop.services.rostering import save
from bpa_desktop.services.shift_times import Times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

FIRST_REST: Final = Times(dt.time(23), dt.time(7))
"""What is offered until there is something to go by."""
_AROUND: Final = dt.timedelta(weeks=8)
_MOST: Final = 2


class RestOutside(BpaError):
    """The rest does not lie inside the shift."""

    sentence = N_("The rest must lie inside the shift.")


class RestsOverlap(BpaError):
    """The rest lies over another one."""

    sentence = N_("There is a rest at that time already.")


def placed(shift: Shift, start: dt.time, end: dt.time) -> RestPeriod:
    """The first stretch inside the shift that the clock shows as ``start`` to ``end``.

    Raises ``RestOutside``, or ``RestsOverlap`` where it lies over a rest of the shift;
    ``NoSuchTime`` or ``TimeTwice`` when the clock does not show a time once.
    """
    inside = next(_inside(shift, start, end), None)
    if inside is None:
        raise RestOutside
    if any(overlap(inside.span, one.span) for one in shift.rests):
        raise RestsOverlap
    return inside


def _inside(shift: Shift, start: dt.time, end: dt.time) -> Iterator[RestPeriod]:
    begin, stop = shift.used
    for days in range((stop.date() - begin.date()).days + 1):
        first = at(begin.date() + dt.timedelta(days=days), start)
        last = next_at(first, end)
        if begin <= first and last <= stop:
            yield RestPeriod(start=checked(first), end=checked(last))


def add_rest(session: Session, shift: Shift, start: dt.time, end: dt.time) -> Shift:
    """Let the helper rest from ``start`` to ``end`` inside the shift, see ``placed``."""
    rests = sorted((*shift.rests, placed(shift, start, end)), key=lambda one: one.span)
    return save(session, replace(shift, rests=tuple(rests)), N_("rest inside the shift {who}"))


def remove_rest(session: Session, shift: Shift, rest: RestPeriod) -> Shift:
    """Let there be no such rest inside the shift."""
    left = tuple(one for one in shift.rests if one != rest)
    return save(session, replace(shift, rests=left), N_("no rest inside the shift {who}"))


def minutes_of_rest(shift: Shift) -> int:
    """How long the rests inside the shift are together, in real minutes."""
    return sum(end - start for start, end in (one.span for one in shift.rests))


def usual_rests(session: Session, shift: Shift) -> tuple[Times, ...]:
    """The rests most often found inside other shifts around, as far as they fit into this one."""
    day = shift.planned_start.date()
    found = Counter(
        Times(rest.start.time(), rest.end.time())
        for one in shifts(session, day - _AROUND, day + _AROUND)
        if one.id != shift.id
        for rest in one.rests
    )
    wanted = [times for times, _count in found.most_common()] or [FIRST_REST]
    return tuple(times for times in wanted if _fits(shift, times))[:_MOST]


def _fits(shift: Shift, times: Times) -> bool:
    try:
        placed(shift, times.start, times.end)
    except BpaError:
        return False
    return True


def lasts_a_day(shift: Shift) -> bool:
    """Whether the shift lasts a day and a night on the wall clock, or longer."""
    start, end = shift.used
    return end - start >= dt.timedelta(days=1)
