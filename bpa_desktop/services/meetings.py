"""Staff meetings: planned, held, called off, each with its shifts in the roster."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, instant, wall
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import Meeting, MeetingPoint, MeetingState
from bpa_desktop.domain.meeting_time import own_part
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, hours, ngettext
from bpa_desktop.services.meeting_words import meeting_name, meeting_when
from bpa_desktop.services.reading import employed, helpers, shifts
from bpa_desktop.services.rostering import as_planned, is_over, retimed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation

_A_DAY: Final = dt.timedelta(days=1)


class Kept(NamedTuple):
    """A meeting as it was saved, its shifts, and who takes part while at work."""

    meeting: Meeting
    shifts: tuple[Shift, ...]
    at_work: tuple[str, ...]


def meetings(session: Session) -> tuple[Meeting, ...]:
    """Every meeting, the earliest first."""
    found = session.records.all(Meeting)
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.id)))


def find_meeting(session: Session, meeting_id: str) -> Meeting | None:
    """The meeting with that id, or ``None`` when there is none."""
    return next(iter(session.records.with_ids(Meeting, [meeting_id])), None)


def points_of(session: Session, meeting: Meeting) -> tuple[MeetingPoint, ...]:
    """The points of a meeting by their numbers."""
    found = session.records.where(MeetingPoint, meeting=meeting.id)
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def is_coming(meeting: Meeting, now: dt.datetime) -> bool:
    """Whether the meeting is planned and not over."""
    return meeting.state is MeetingState.PLANNED and meeting.ends_at > now


def is_held(meeting: Meeting, now: dt.datetime) -> bool:
    """Whether the meeting was held: somebody said so, or its time is over and nobody called off."""
    if meeting.state is MeetingState.PLANNED:
        return meeting.ends_at <= now
    return meeting.state is MeetingState.HELD


def can_take_part(session: Session, day: dt.date) -> tuple[Helper, ...]:
    """The helpers who are employed on that day."""
    return tuple(one for one in helpers(session) if one.is_employed(day))


def keep_meeting(session: Session, meeting: Meeting) -> Kept:
    """Save a meeting, and lay, move or call off its shifts in the same action.

    Raises ``Refused`` with what is wrong.
    """
    message = N_("change {what}") if meeting.id else N_("add {what}")
    with session.operation(message, what=meeting_name(meeting)) as operation:
        return _keep(session, operation, meeting)


def hold(session: Session, meeting: Meeting) -> Kept:
    """Note that a meeting was held; its shifts that are over were worked as planned."""
    with session.operation(N_("{what} was held"), what=meeting_name(meeting)) as operation:
        kept = _keep(session, operation, replace(meeting, state=MeetingState.HELD))
        done = [_worked(session, shift) for shift in kept.shifts]
        return kept._replace(shifts=operation.save_all(done))


def call_off(session: Session, meeting: Meeting) -> Kept:
    """Call a meeting off; its shifts stay in the roster and count nowhere."""
    with session.operation(N_("call off {what}"), what=meeting_name(meeting)) as operation:
        return _keep(session, operation, replace(meeting, state=MeetingState.CANCELLED))


def _keep(session: Session, operation: Operation, meeting: Meeting) -> Kept:
    saved = operation.save(meeting)
    wanted = _wanted(session, saved)
    known = {one.helper: one for one in meeting_shifts(session, saved)}
    for helper, shift in known.items():
        if wanted.get(str(helper)) is None and saved.state is not MeetingState.CANCELLED:
            operation.delete(Shift, shift.id)
    kept = operation.save_all(_shifts(session, saved, wanted, known))
    return Kept(saved, kept, tuple(one for one, part in wanted.items() if part is None))


def meeting_shifts(session: Session, meeting: Meeting) -> tuple[Shift, ...]:
    """The shifts that were laid for the meeting, as they are now."""
    ids = [_shift_id(meeting, one.id) for one in helpers(session)]
    return session.records.with_ids(Shift, ids)


def _shift_id(meeting: Meeting, helper: str) -> str:
    """A meeting's shifts are known by their ids, so that nothing else has to name them."""
    return f"{meeting.id}.{helper}"


def _wanted(session: Session, meeting: Meeting) -> Mapping[str, Span | None]:
    """For each participant the stretch to be paid as a meeting; ``None`` for those at work."""
    if meeting.state is MeetingState.CANCELLED:
        return {}
    span = instant(meeting.starts_at), instant(meeting.ends_at)
    own = {one.id for one in meeting_shifts(session, meeting)}
    around = shifts(session, day_of(span[0]), day_of(span[1]) + _A_DAY)
    at_work = [one for one in around if one.id not in own and one.state is not ShiftState.CANCELLED]
    return {
        one.helper: own_part(
            span, [shift.actual for shift in at_work if shift.helper == one.helper]
        )
        for one in meeting.participants
    }


def _shifts(
    session: Session,
    meeting: Meeting,
    wanted: Mapping[str, Span | None],
    known: Mapping[str | None, Shift],
) -> Iterable[Shift]:
    if meeting.state is MeetingState.CANCELLED:
        for shift in known.values():
            yield replace(as_planned(shift, ShiftState.CANCELLED), rests=())
    for helper, part in wanted.items():
        if part is not None:
            start, end = map(wall, part)
            old = known.get(helper)
            if old is None:
                yield _new_shift(meeting, helper, start, end)
            else:
                yield _timed(session, old, start, end)


def _new_shift(meeting: Meeting, helper: str, start: dt.datetime, end: dt.datetime) -> Shift:
    return Shift(
        id=_shift_id(meeting, helper),
        planned_start=start,
        planned_end=end,
        helper=helper,
        kind=HourKind.STAFF_MEETING,
    )


def _timed(session: Session, shift: Shift, start: dt.datetime, end: dt.datetime) -> Shift:
    """The shift at the meeting's times; one that is to come, or comes again, is only planned."""
    if shift.state is ShiftState.CANCELLED:
        shift = replace(shift, state=ShiftState.PLANNED)
    if shift.used == (start, end):
        return shift
    if instant(end) > instant(session.now()):
        shift = as_planned(shift, ShiftState.PLANNED)
        return replace(shift, planned_start=start, planned_end=end, rests=())
    return retimed(shift, start, end, session.now())


def _worked(session: Session, shift: Shift) -> Shift:
    if shift.state is not ShiftState.PLANNED or not is_over(shift, session.now()):
        return shift
    return replace(shift, state=ShiftState.WORKED)


def kept_words(session: Session, kept: Kept) -> str:
    """What came of saving a meeting: when it is, and its hours in the roster."""
    said = [f"{meeting_name(kept.meeting)}, {meeting_when(kept.meeting)}."]
    if kept.meeting.state is MeetingState.CANCELLED:
        return _("{what} is called off, and so are its shifts.").format(
            what=meeting_name(kept.meeting)
        )
    said.append(_in_roster(kept))
    names = session.helper_names()
    first = [names.get(one, "") for one in kept.at_work]
    if first:
        text = ngettext(
            "{names} is at work then and takes part from there.",
            "{names} are at work then and take part from there.",
            len(first),
        )
        said.append(text.format(names=", ".join(first)))
    return " ".join(said)


def _in_roster(kept: Kept) -> str:
    if not kept.meeting.participants:
        return _("No helper takes part, so there are no hours in the roster.")
    minutes = sum(end - start for start, end in (one.actual for one in kept.shifts))
    text = ngettext(
        "{n} helper has {hours} hours in the roster.",
        "{n} helpers have {hours} hours in all in the roster.",
        len(kept.shifts),
    )
    return text.format(hours=hours(minutes))


def employed_now(session: Session) -> int:
    """How many helpers are employed today."""
    return len(employed(session, session.today, session.today + _A_DAY))
