"""A stretch of the roster made again later: copied shifts fill what is free, and never more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.roll_out import Placed
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.slots import filled, slot_later
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.laying import counted, foretold, laid_out, save, told
from bpa_desktop.services.reading import shifts

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.laying import Laying
    from bpa_desktop.services.session import Session

_WEEK: Final = dt.timedelta(weeks=1)
_ONE_DAY: Final = dt.timedelta(days=1)


def copy_week(session: Session, source: dt.date, target: dt.date) -> Laying:
    """Copy the week that begins on ``source`` to the one that begins on ``target``."""
    week = str(source.isocalendar().week)
    laying = foreseen(session, source, source + _WEEK, target)
    return _saved(session, laying, N_("copy week {number}"), number=week)


def copy_period(
    session: Session, first: dt.date, end: dt.date, target: dt.date, weeks: int = 1
) -> Laying:
    """Copy the days from ``first`` to before ``end``, ``weeks`` times from ``target`` on.

    Every shift keeps its clock time. Shifts in the days copied to stay; only free slots are
    filled. A shift goes to who was planned, not to who stood in; if they cannot take it, it is
    unfilled. What was called off, notes and how it was worked are not copied.
    """
    laying = foreseen(session, first, end, target, weeks)
    return _saved(session, laying, N_("copy the shifts of a period"))


def _saved(session: Session, laying: Laying, message: str, **texts: str) -> Laying:
    with session.operation(message, **texts) as operation:
        return save(operation, laying)


def foreseen(
    session: Session, first: dt.date, end: dt.date, target: dt.date, times: int = 1
) -> Laying:
    """What copying would make, without making it."""
    days = end - first
    source = [shift for shift in shifts(session, first, end) if _counts(shift, first, end)]
    slots = [
        slot_later(shift, target - first + count * days)
        for count in range(times)
        for shift in source
    ]
    there = shifts(session, target - _ONE_DAY, target + times * days + _ONE_DAY)
    taken = filled(slots, there, is_beside=lambda _shift: False)
    placed = [Placed(slot, None) for slot in taken.free(slots)]
    return laid_out(session, placed, ())._replace(filled=len(taken.shifts))


def _counts(shift: Shift, first: dt.date, end: dt.date) -> bool:
    is_on = shift.state is not ShiftState.CANCELLED
    return is_on and first <= shift.planned_start.date() < end


def told_copied(laying: Laying) -> str:
    """One sentence on what was copied, and how to take it back."""
    return _nothing_to_copy(laying) or told(laying, _copied(laying))


def copied_words(laying: Laying) -> str:
    """What was copied."""
    return _nothing_to_copy(laying) or counted(laying, _copied(laying))


def foretold_copied(session: Session, laying: Laying) -> str:
    """What copying would make, and why which shifts would be unfilled."""
    return _nothing_to_copy(laying) or foretold(session, laying)


def _nothing_to_copy(laying: Laying) -> str:
    is_nothing = laying.is_empty and not laying.filled
    return _("There is nothing to copy.") if is_nothing else ""


def _copied(laying: Laying) -> str:
    return ngettext("{n} shift copied", "{n} shifts copied", laying.made)
