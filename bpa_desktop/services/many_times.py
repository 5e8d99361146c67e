"""Other times for several shifts at once, and several shifts split: one line, one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.many_shifts import Left, Outcome, each
from bpa_desktop.services.rostering import moved, retimed
from bpa_desktop.services.shift_edits import halves, middle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session


def move_starts(session: Session, chosen: Sequence[Shift], minutes: int) -> Outcome:
    """Let each shift begin ``minutes`` later, or earlier when negative."""
    return _retime(session, chosen, minutes, 0)


def move_ends(session: Session, chosen: Sequence[Shift], minutes: int) -> Outcome:
    """Let each shift end ``minutes`` later, or earlier when negative."""
    return _retime(session, chosen, 0, minutes)


def _retime(session: Session, chosen: Sequence[Shift], first: int, last: int) -> Outcome:
    now = session.now()

    def changed(shift: Shift) -> Shift | str:
        if shift.state is ShiftState.CANCELLED:
            return _("called off")
        start, end = shift.used
        start = moved(start, first) if first else start
        end = moved(end, last) if last else end
        return retimed(shift, start, end, now) if start < end else _("too short for that")

    return each(session, chosen, N_("times of the chosen shifts"), changed)


def split(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Make two of each shift, at its middle; nobody has the second half.

    ``done`` are the first halves, which stay the shifts that they were.
    """
    done: list[Shift] = []
    left: list[Left] = []
    with session.operation(N_("split the chosen shifts")) as operation:
        for shift in chosen:
            cut = middle(shift)
            if cut is None or shift.state is ShiftState.CANCELLED:
                left.append(
                    Left(shift, _("too short for that") if cut is None else _("called off"))
                )
                continue
            first, second = halves(shift, cut, keep_helper=False)
            done.append(operation.save(first))
            operation.save(second)
    return Outcome(tuple(done), tuple(left))
