"""Writing minutes: numbered points with their marks, and what was agreed in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.meeting import Mark, MeetingPoint, Section
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.meeting_words import meeting_name, point_name
from bpa_desktop.services.meetings import points_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.meeting import Meeting
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation


class NewPoint(NamedTuple):
    """A point that is not numbered yet."""

    heading: str
    words: str = ""
    section: Section = Section.SHARED


def usual_mark(section: Section) -> Mark:
    """What a new point of the section is: what is about one person stays at home."""
    return Mark.SENSITIVE if section is Section.PERSON else Mark.PROFESSIONAL


def find_point(session: Session, point_id: str) -> MeetingPoint | None:
    """The point with that id, or ``None`` when it is there no more."""
    return next(iter(session.records.with_ids(MeetingPoint, [point_id])), None)


def add_points(
    session: Session, meeting: Meeting, points: Sequence[NewPoint]
) -> tuple[MeetingPoint, ...]:
    """Add points after those there are, as one action."""
    number = max((one.number for one in points_of(session, meeting)), default=0)
    made = [
        MeetingPoint(
            meeting=meeting.id,
            number=number + place,
            section=one.section,
            heading=one.heading,
            words=one.words,
            mark=usual_mark(one.section),
            left_out_on=_left_out_on(session, usual_mark(one.section)),
        )
        for place, one in enumerate(points, start=1)
    ]
    message = N_("add points to {what}") if len(made) > 1 else N_("add a point to {what}")
    with session.operation(message, what=meeting_name(meeting)) as operation:
        return operation.save_all(made)


def _left_out_on(session: Session, mark: Mark) -> dt.date | None:
    return session.today if mark is Mark.SENSITIVE else None


def write_point(session: Session, point: MeetingPoint, heading: str, words: str) -> MeetingPoint:
    """Keep what a point says."""
    changed = replace(point, heading=heading.strip(), words=words.strip())
    return _saved(session, changed, N_("write {what}"))


def set_section(session: Session, point: MeetingPoint, section: Section) -> MeetingPoint:
    """Move a point to another part of the minutes, where it is marked as is usual there."""
    mark = usual_mark(section)
    changed = replace(point, section=section, mark=mark, left_out_on=_left_out_on(session, mark))
    return _saved(session, changed, N_("part of {what}"))


def set_mark(
    session: Session, point: MeetingPoint, mark: Mark, reason: str | None = None
) -> MeetingPoint:
    """Let a point be shown or stay at home; ``reason`` replaces why, where it is given."""
    why = point.reason if reason is None else reason.strip()
    changed = replace(point, mark=mark, reason=why, left_out_on=_left_out_on(session, mark))
    message = N_("leave out {what}") if mark is Mark.SENSITIVE else N_("show {what}")
    return _saved(session, changed, message)


def _saved(session: Session, point: MeetingPoint, message: str) -> MeetingPoint:
    with session.operation(message, what=point_name(point)) as operation:
        return operation.save(point)


def move_point(session: Session, meeting: Meeting, point: MeetingPoint, step: int) -> bool:
    """Move a point one place up (-1) or down (1); false at the end of the row."""
    ordered = list(points_of(session, meeting))
    at = next(at for at, one in enumerate(ordered) if one.id == point.id)
    if not 0 <= at + step < len(ordered):
        return False
    ordered[at], ordered[at + step] = ordered[at + step], ordered[at]
    with session.operation(N_("move {what}"), what=point_name(point)) as operation:
        _number(operation, ordered)
    return True


def delete_point(session: Session, meeting: Meeting, point: MeetingPoint) -> None:
    """Delete a point and number those after it anew; what was agreed in it stays agreed."""
    rest = [one for one in points_of(session, meeting) if one.id != point.id]
    with session.operation(N_("delete {what}"), what=point_name(point)) as operation:
        operation.save_all(replace(one, point=None) for one in tasks_of(session, point))
        operation.delete(MeetingPoint, point.id)
        _number(operation, rest)


def _number(operation: Operation, points: Iterable[MeetingPoint]) -> None:
    operation.save_all(replace(one, number=at) for at, one in enumerate(points, start=1))


def tasks_of(session: Session, point: MeetingPoint) -> tuple[AgreedTask, ...]:
    """What was agreed in a point, the nearest first."""
    found = session.records.where(AgreedTask, point=point.id)
    return tuple(sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id)))


def agree(
    session: Session, point: MeetingPoint, what: str, helper: str | None, due: dt.date | None
) -> AgreedTask:
    """Note what was agreed in a point; raises ``Refused`` when nothing is written."""
    task = AgreedTask(what=what.strip(), helper=helper, due_on=due, point=point.id)
    with session.operation(N_("agree on something in {what}"), what=point_name(point)) as operation:
        return operation.save(task)


def find_task(session: Session, task_id: str) -> AgreedTask | None:
    """The task with that id, or ``None`` when it is there no more."""
    return next(iter(session.records.with_ids(AgreedTask, [task_id])), None)


def task_done(session: Session, task: AgreedTask) -> str:
    """Note that what was agreed is done today, and say so."""
    with session.operation(N_("done: {what}"), what=task.what) as operation:
        operation.save(replace(task, done_on=session.today))
    return _("Done today: {what}.").format(what=task.what.rstrip("."))


def open_tasks(session: Session) -> tuple[AgreedTask, ...]:
    """What was agreed at meetings, or outside them, and is not done; not that of talks."""
    found = session.records.where(AgreedTask, done_on=None, talk=None)
    return tuple(sorted(found, key=lambda one: (one.due_on is None, one.due_on, one.id)))
