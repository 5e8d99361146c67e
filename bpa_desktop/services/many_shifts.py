"""What is done with several shifts at once: each action is one line in the journal, one undo."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift, ShiftState, unfilled_copy
from bpa_desktop.domain.slots import slot_later
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.leaving_out import leave_out
from bpa_desktop.services.reading import shifts
from bpa_desktop.services.rostering import as_planned, given, is_over, who
from bpa_desktop.storage.operation import StillReferredTo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.services.session import Session

A_WEEK: Final = dt.timedelta(weeks=1)


class Left(NamedTuple):
    """A shift that an action left as it was, or a copy that became unfilled, and why in words."""

    shift: Shift
    reason: str


class Outcome(NamedTuple):
    """What came of an action; ``unfilled`` are copies without a helper, and count as done."""

    done: tuple[Shift, ...] = ()
    left: tuple[Left, ...] = ()
    unfilled: tuple[Left, ...] = ()


def find_shifts(session: Session, ids: Iterable[str]) -> tuple[Shift, ...]:
    """The shifts with those ids that are still there, by time."""
    found = session.records.with_ids(Shift, list(ids))
    return tuple(sorted(found, key=lambda one: (one.planned_start, one.planned_end, one.id)))


def shifts_in(session: Session, first: dt.date, end: dt.date) -> tuple[Shift, ...]:
    """Every shift that begins from ``first`` to before ``end`` and stands in the roster."""
    return tuple(
        shift
        for shift in shifts(session, first, end)
        if first <= shift.planned_start.date() < end
        and (shift.helper is not None or shift.state is not ShiftState.CANCELLED)
    )


def make_unfilled(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Take the helper off each shift; it is only planned again."""

    def changed(shift: Shift) -> Shift | str:
        if shift.helper is None:
            return _("unfilled already")
        return given(shift, None)

    return each(session, chosen, N_("make the chosen shifts unfilled"), changed)


def call_off(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Call each shift off: it stays in the roster, but counts nowhere."""

    def changed(shift: Shift) -> Shift | str:
        if shift.state is ShiftState.CANCELLED:
            return _("called off already")
        return replace(shift, state=ShiftState.CANCELLED)

    return each(session, chosen, N_("call off the chosen shifts"), changed)


def confirm(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Mark each planned shift that is over and has a helper as worked as it was planned."""
    now = session.now()

    def changed(shift: Shift) -> Shift | str:
        if shift.helper is None:
            return _("unfilled")
        if shift.state is not ShiftState.PLANNED:
            return _("settled already")
        if not is_over(shift, now):
            return _("not over yet")
        return as_planned(shift, ShiftState.WORKED)

    return each(session, chosen, N_("the chosen shifts went as planned"), changed)


def set_kind(session: Session, chosen: Sequence[Shift], kind: HourKind) -> Outcome:
    """Count each shift as ``kind``."""

    def changed(shift: Shift) -> Shift | str:
        return _("so already") if shift.kind is kind else replace(shift, kind=kind)

    return each(session, chosen, N_("kind of the chosen shifts"), changed)


def set_note(session: Session, chosen: Sequence[Shift], note: str) -> Outcome:
    """Keep ``note`` on each shift, in the place of what stood there."""
    text = note.strip()

    def changed(shift: Shift) -> Shift | str:
        return _("so already") if shift.note == text else replace(shift, note=text)

    return each(session, chosen, N_("note on the chosen shifts"), changed)


def common_note(chosen: Sequence[Shift]) -> str:
    """The note that stands on every one of them; empty when they differ."""
    notes = {shift.note for shift in chosen}
    return notes.pop() if len(notes) == 1 else ""


def each(
    session: Session,
    chosen: Sequence[Shift],
    message: str,
    changed: Callable[[Shift], Shift | str],
) -> Outcome:
    """Save what ``changed`` gives for each shift; a text says why it stays as it is."""
    done: list[Shift] = []
    left: list[Left] = []
    with session.operation(message) as operation:
        for shift in chosen:
            result = changed(shift)
            if isinstance(result, str):
                left.append(Left(shift, result))
            else:
                done.append(operation.save(result))
    return Outcome(tuple(done), tuple(left))


def delete(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Take each shift out of the roster, and no roster pattern makes it again.

    One that another record still uses stays.
    """
    done: list[Shift] = []
    left: list[Left] = []
    with session.operation(N_("delete the chosen shifts")) as operation:
        for shift in chosen:
            try:
                operation.delete(Shift, shift.id)
            except StillReferredTo:
                left.append(Left(shift, _("used by something else")))
            else:
                leave_out(session, operation, shift)
                done.append(shift)
    return Outcome(tuple(done), tuple(left))


def move_to(session: Session, chosen: Sequence[Shift], helper: str) -> Outcome:
    """Give each shift to ``helper``; one that the rules speak against stays where it is.

    They are given in the order of time, and each counts when the next is looked at.
    """
    done: list[Shift] = []
    left: list[Left] = []
    name = who(session, helper)
    with session.operation(N_("move the chosen shifts to {who}"), who=name) as operation:
        for shift in chosen:
            against = _against_move(session, shift, helper)
            if against:
                left.append(Left(shift, against))
                continue
            done.append(operation.save(given(shift, helper)))
    return Outcome(tuple(done), tuple(left))


def _against_move(session: Session, shift: Shift, helper: str) -> str:
    if shift.state is ShiftState.CANCELLED:
        return _("called off")
    if shift.helper == helper:
        return _("with {who} already").format(who=who(session, helper))
    return _against(session, replace(shift, stands_in_for=None), helper)


def _against(session: Session, shift: Shift, helper: str) -> str:
    """Why ``helper`` cannot take the shift; empty when nothing speaks against it."""
    name = who(session, helper)
    found = next((one for one in candidates(session, shift) if one.helper.id == helper), None)
    if found is None:
        return _("{who} is not employed that day").format(who=name)
    return "" if found.is_free else f"{name} {found.words}"


def copy_to_next_week(session: Session, chosen: Sequence[Shift]) -> Outcome:
    """Lay each shift again seven days later, at the same times of the wall clock.

    A copy whose helper cannot take it is unfilled. What stands there already, or was called off,
    is not copied.
    """
    done: list[Shift] = []
    left: list[Left] = []
    unfilled: list[Left] = []
    with session.operation(N_("copy the chosen shifts to the next week")) as operation:
        for shift in chosen:
            copy = _a_week_later(shift)
            reason = _against_copy(session, shift, copy)
            if reason:
                left.append(Left(shift, reason))
                continue
            against = _against(session, copy, shift.helper) if shift.helper else ""
            own = replace(copy, helper=shift.helper)
            laid = operation.save(unfilled_copy(own) if against else own)
            done.append(laid)
            if against:
                unfilled.append(Left(laid, against))
    return Outcome(tuple(done), tuple(left), tuple(unfilled))


def _a_week_later(shift: Shift) -> Shift:
    """A planned shift without a helper, of the same kind and with the rests that still fit."""
    slot = slot_later(shift, A_WEEK)
    return Shift(
        planned_start=slot.start,
        planned_end=slot.end,
        kind=slot.kind,
        note=shift.note,
        rests=slot.rests,
    )


def _against_copy(session: Session, shift: Shift, copy: Shift) -> str:
    if shift.state is ShiftState.CANCELLED:
        return _("called off")
    day = copy.planned_start.date()
    there = (
        (one.planned_start, one.planned_end, one.kind, one.helper or "")
        for one in shifts(session, day, day + dt.timedelta(days=1))
        if one.state is not ShiftState.CANCELLED
    )
    wanted = (copy.planned_start, copy.planned_end, copy.kind, shift.helper or "")
    return _("there already") if wanted in there else ""


def takers(session: Session, chosen: Sequence[Shift]) -> tuple[Helper, ...]:
    """The helpers who are employed on the day of at least one shift that is not theirs already."""

    def may_take(helper: Helper) -> bool:
        others = (shift for shift in chosen if shift.helper != helper.id)
        return any(helper.is_employed(shift.planned_start.date()) for shift in others)

    return tuple(filter(may_take, session.records.all(Helper)))
