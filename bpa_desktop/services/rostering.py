"""What a work leader does with shifts: each action is one function, one line in the journal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import at, checked, instant, next_at, once, overlap, wall
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, day_words, span
from bpa_desktop.services.leaving_out import leave_out
from bpa_desktop.services.reading import first_name, shifts
from bpa_desktop.services.shift_times import usual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.coverage import Hole
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.shift_times import Times

STEP = 30
"""How many minutes one press moves a start or an end."""


def when(shift: Shift) -> str:
    """``mandag 16. marts 07–15``, as worked once it is worked."""
    start, end = shift.used
    return f"{day_words(start.date())} {span(start, end)}"


def who(session: Session, helper: str | None) -> str:
    """The helper's first name, or the word for an unfilled shift."""
    return _("unfilled") if helper is None else first_name(session, helper)


def find_shift(session: Session, shift_id: str) -> Shift | None:
    """The shift with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Shift, [shift_id])), None)


def add_shift(
    session: Session,
    day: dt.date,
    helper: str | None,
    times: Times | None = None,
    kind: HourKind = HourKind.BASIS,
) -> Shift:
    """Make a shift for that helper (or nobody) on that day, at the usual times unless given."""
    chosen = times or usual(session, day).times(helper, day)
    start, end = chosen.on(day)
    shift = Shift(planned_start=start, planned_end=end, helper=helper, kind=kind)
    return save(session, shift, N_("new shift {who}"))


def lay_in(session: Session, hole: Hole) -> Shift:
    """Make an unfilled shift of the hole's kind at its beginning.

    It ends with the hole, or earlier where a usual shift begins: a long hole is more than one.
    """
    start, end = wall(hole.start), wall(hole.end)
    patterns = usual(session, start.date()).patterns()
    end = min(end, *(next_at(start, times.start) for times in patterns))
    shift = Shift(planned_start=start, planned_end=end, kind=hole.kind)
    return save(session, shift, N_("new shift {who}"))


def is_over(shift: Shift, now: dt.datetime) -> bool:
    """Whether the shift has ended by the plan, so that a change says how it was worked."""
    return shift.planned[1] <= instant(now)


def set_times(session: Session, shift: Shift, times: Times) -> Shift:
    """Give the shift other times; it still begins on the same day."""
    return retime(session, shift, *times.on(shift.planned_start.date()))


def shift_start(session: Session, shift: Shift, minutes: int) -> Shift:
    """Let the shift begin ``minutes`` later, or earlier when negative."""
    start, end = shift.used
    return retime(session, shift, moved(start, minutes), end)


def shift_end(session: Session, shift: Shift, minutes: int) -> Shift:
    """Let the shift end ``minutes`` later, or earlier when negative."""
    start, end = shift.used
    return retime(session, shift, start, moved(end, minutes))


def set_start(session: Session, shift: Shift, time: dt.time) -> Shift:
    """Let the shift begin when the clock shows ``time`` nearest to where it begins now.

    Raises ``NoSuchTime`` or ``TimeTwice`` when the clock does not show it once.
    """
    start, end = shift.used
    near = (at(start.date() + dt.timedelta(days=days), time) for days in (0, -1, 1))
    nearest = min(near, key=lambda moment: abs(moment - start))
    return retime(session, shift, checked(nearest), end)


def set_end(session: Session, shift: Shift, time: dt.time) -> Shift:
    """Let the shift end the first time after its start that the clock shows ``time``.

    Raises ``NoSuchTime`` or ``TimeTwice`` when the clock does not show it once.
    """
    start, _end = shift.used
    return retime(session, shift, start, checked(next_at(start, time)))


def retime(session: Session, shift: Shift, start: dt.datetime, end: dt.datetime) -> Shift:
    """A coming shift is planned anew; one that is over keeps its plan and says how it was.

    Rests that no longer lie inside the shift are left out.
    """
    return save(session, retimed(shift, start, end, session.now()), N_("times of {who}"))


def retimed(shift: Shift, start: dt.datetime, end: dt.datetime, now: dt.datetime) -> Shift:
    """The shift at other times, as `retime` saves it."""
    window = instant(start), instant(end)
    shift = replace(shift, rests=tuple(one for one in shift.rests if _lies_in(one.span, window)))
    if shift.helper is None or not is_over(shift, now):
        return replace(shift, planned_start=start, planned_end=end)
    return replace(
        shift,
        state=ShiftState.WORKED,
        worked_start=None if start == shift.planned_start else start,
        worked_end=None if end == shift.planned_end else end,
    )


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def moved(moment: dt.datetime, minutes: int) -> dt.datetime:
    """``moment`` moved by as many minutes as it takes to land on a time the clock shows once."""
    step = dt.timedelta(minutes=minutes)
    return once(moment + step, step)


def give_to(session: Session, shift: Shift, helper: str | None) -> Shift:
    """Give the shift to another helper, or to nobody; then it is only planned again."""
    message = N_("make unfilled") if helper is None else N_("book {who}")
    return save(session, given(shift, helper), message)


def given(shift: Shift, helper: str | None) -> Shift:
    """The shift as another helper's, or as nobody's; then it is only planned again."""
    stands_in_for = None if helper == shift.stands_in_for else shift.stands_in_for
    changed = replace(shift, helper=helper, stands_in_for=stands_in_for)
    return as_planned(changed, ShiftState.PLANNED) if helper is None else changed


def as_planned(shift: Shift, state: ShiftState) -> Shift:
    """The shift in ``state``, without times of its own at which it was worked."""
    return replace(shift, state=state, worked_start=None, worked_end=None)


def vacated(shift: Shift) -> Shift:
    """The shift as nobody's because its helper is away; it remembers who should have come."""
    return replace(shift, helper=None, stands_in_for=shift.stands_in_for or shift.helper)


def delete_shift(session: Session, shift: Shift) -> None:
    """Take the shift out of the roster; no roster pattern makes it again."""
    with session.operation(N_("delete shift {who}"), **texts(session, shift)) as operation:
        operation.delete(Shift, shift.id)
        leave_out(session, operation, shift)


def cancel(session: Session, shift: Shift) -> Shift:
    """Call the shift off: it stays in the roster, but counts nowhere."""
    return save(session, replace(shift, state=ShiftState.CANCELLED), N_("call off {who}"))


def restore(session: Session, shift: Shift) -> Shift:
    """Let a shift that was called off take place after all."""
    return save(session, replace(shift, state=ShiftState.PLANNED), N_("use the shift {who}"))


def confirm(session: Session, shift: Shift) -> Shift:
    """Mark the shift as worked as it was planned."""
    return save(session, as_planned(shift, ShiftState.WORKED), N_("worked as planned {who}"))


def report_sick(session: Session, shift: Shift) -> Absence:
    """Record that the shift's helper is sick, and make their shifts in that time unfilled.

    The absence is the rest of the shift's day: the whole day, unless the helper has worked earlier
    that day. For a shift over midnight it is just the shift. Every planned shift of the helper in
    it becomes unfilled and remembers who should have come.
    """
    first, last = shift.planned_start.date(), shift.planned_end.date()
    near = [
        other
        for other in shifts(session, first, last + dt.timedelta(days=1))
        if other.helper == shift.helper and other.state is not ShiftState.CANCELLED
    ]
    absence = _sickness(shift, near)
    with session.operation(N_("report {who} sick"), **texts(session, shift)) as operation:
        saved = operation.save(absence)
        for other in near:
            if _is_hit(other, absence, session.today):
                operation.save(vacated(other))
    return saved


def _sickness(shift: Shift, near: Iterable[Shift]) -> Absence:
    start, end = shift.planned_start, shift.planned_end
    is_over_midnight = start.date() != end.date()
    has_worked = any(other.planned_start < start for other in near)
    return Absence(
        helper=str(shift.helper),
        kind=AbsenceKind.SICKNESS,
        first_day=start.date(),
        last_day=end.date(),
        from_time=start.time() if is_over_midnight or has_worked else None,
        to_time=end.time() if is_over_midnight else None,
    )


def _is_hit(shift: Shift, absence: Absence, today: dt.date) -> bool:
    if shift.state is not ShiftState.PLANNED:
        return False
    return overlap(shift.planned, absence.span(today)) is not None


def is_running(shift: Shift, now: dt.datetime) -> bool:
    """Whether the shift has begun and not ended."""
    return shift.planned[0] <= instant(now) < shift.planned[1]


def save(session: Session, shift: Shift, message: str) -> Shift:
    """Save ``shift`` as an action of its own that ``message`` names, with ``{who}`` for whose."""
    with session.operation(message, **texts(session, shift)) as operation:
        return operation.save(shift)


def texts(session: Session, shift: Shift) -> dict[str, str]:
    """Who and when; the journal keeps both, a label need not say both."""
    return {"who": who(session, shift.helper), "when": when(shift)}
