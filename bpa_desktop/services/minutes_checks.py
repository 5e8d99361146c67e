"""Looking through minutes before they are shown: what was found, and what the leader decided."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.meeting import CheckAnswer, Checked, Mark
from bpa_desktop.domain.sensitive_finds import FindKind
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.services.finder import finds
from bpa_desktop.services.meeting_words import meeting_name, point_name
from bpa_desktop.services.meetings import points_of
from bpa_desktop.services.minutes import tasks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.agreed_task import AgreedTask
    from bpa_desktop.domain.meeting import Meeting, MeetingPoint
    from bpa_desktop.domain.sensitive_finds import Find
    from bpa_desktop.services.session import Session


class ChecksOpen(BpaError):
    """Something that was found waits for an answer."""

    sentence = N_(
        "Point {number} has something to check first. Keep it, replace it or leave it out."
    )


class StillTold(BpaError):
    """The words that were to take the place of a find tell too much themselves."""

    sentence = N_("”{words}” must not stand in the new words. Write other words.")


_NEVER_INSTEAD: Final = frozenset({FindKind.CPR, FindKind.PHONE, FindKind.EMAIL})


class Check(NamedTuple):
    """A find that is asked about, and what was decided; ``None`` while it is open."""

    find: Find
    answer: Checked | None


class PointReview(NamedTuple):
    """A point as it is looked through; ``checks`` are of a point that is shown."""

    point: MeetingPoint
    tasks: tuple[AgreedTask, ...]
    checks: tuple[Check, ...]

    @property
    def is_shown(self) -> bool:
        """Whether the point is marked as one that may be shown."""
        return self.point.mark is Mark.PROFESSIONAL

    @property
    def open_checks(self) -> tuple[Check, ...]:
        """What waits for an answer."""
        return tuple(one for one in self.checks if one.answer is None)


class Review(NamedTuple):
    """All points of the minutes as they are looked through."""

    meeting: Meeting
    points: tuple[PointReview, ...]

    @property
    def left_out(self) -> tuple[PointReview, ...]:
        """The points that stay at home."""
        return tuple(one for one in self.points if not one.is_shown)

    @property
    def is_done(self) -> bool:
        """Whether the minutes are looked through, and nothing of them is another since."""
        meeting = self.meeting
        return meeting.checked_on is not None and meeting.checked_as == digest(self.points)


def review(session: Session, meeting: Meeting) -> Review:
    """The minutes with what was found in them."""
    made = tuple(_point(session, point) for point in points_of(session, meeting))
    return Review(meeting, made)


def _point(session: Session, point: MeetingPoint) -> PointReview:
    tasks = tasks_of(session, point)
    checks = _checks(session, point, tasks) if point.mark is Mark.PROFESSIONAL else ()
    return PointReview(point, tasks, checks)


def _checks(
    session: Session, point: MeetingPoint, tasks: Sequence[AgreedTask]
) -> tuple[Check, ...]:
    """Each text that is asked about once, however often it stands in the point."""
    found: dict[str, Find] = {}
    for text in point_texts(point, tasks):
        for find in finds(session, text):
            if is_asked_about(find):
                found.setdefault(_key(find.text), find)
    return tuple(Check(find, answer_to(point, find)) for find in found.values())


def point_texts(point: MeetingPoint, tasks: Iterable[AgreedTask]) -> tuple[str, ...]:
    """Everything that was written in a point."""
    return point.heading, point.words, *(one.what for one in tasks)


def is_asked_about(find: Find) -> bool:
    """Whether the leader decides; a name that is certain is written as all papers write it."""
    return find.kind is not FindKind.NAME or bool(find.why)


def answer_to(point: MeetingPoint, find: Find) -> Checked | None:
    """What was decided on a find in a point."""
    return next((one for one in point.checks if _key(one.found) == _key(find.text)), None)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def answer(
    session: Session, point: MeetingPoint, find: Find, decided: CheckAnswer, instead: str = ""
) -> MeetingPoint:
    """Decide on a find: keep it, or write ``instead`` (what papers usually write when empty).

    Raises ``StillTold`` when ``instead`` tells the same, or a number or an e-mail address.
    """
    refuse_telling(session, find, instead)
    others = tuple(one for one in point.checks if _key(one.found) != _key(find.text))
    checked = Checked(found=find.text, answer=decided, instead=instead.strip())
    message = N_("replace in {what}") if decided is CheckAnswer.REPLACE else N_("keep in {what}")
    with session.operation(message, what=point_name(point)) as operation:
        return operation.save(replace(point, checks=(*others, checked)))


def refuse_telling(session: Session, find: Find, instead: str) -> None:
    """Raise ``StillTold`` when ``instead`` may not take the place of ``find``."""
    for one in finds(session, instead):
        if one.kind in _NEVER_INSTEAD or _key(one.text) == _key(find.text):
            raise StillTold(words=" ".join(one.text.split()))


def decide_again(session: Session, point: MeetingPoint, find: Find) -> MeetingPoint:
    """Let a find that was decided wait for an answer again."""
    others = tuple(one for one in point.checks if _key(one.found) != _key(find.text))
    with session.operation(N_("decide again in {what}"), what=point_name(point)) as operation:
        return operation.save(replace(point, checks=others))


def replace_all(
    session: Session, one: PointReview, instead: Mapping[str, str] | None = None
) -> MeetingPoint:
    """Replace everything in a point that waits for an answer.

    ``instead`` holds own words by the text that was found. Raises ``StillTold`` as `answer` does.
    """
    point, words = one.point, instead or {}
    for check in one.open_checks:
        refuse_telling(session, check.find, words.get(check.find.text, ""))
    made = tuple(
        Checked(
            found=check.find.text,
            answer=CheckAnswer.REPLACE,
            instead=words.get(check.find.text, "").strip(),
        )
        for check in one.open_checks
    )
    with session.operation(N_("replace in {what}"), what=point_name(point)) as operation:
        return operation.save(replace(point, checks=(*point.checks, *made)))


def refuse_open(looked_through: Review) -> None:
    """Raise ``ChecksOpen`` with the first point in which something waits for an answer."""
    for one in looked_through.points:
        if one.open_checks:
            raise ChecksOpen(number=one.point.number)


def finish(session: Session, looked_through: Review) -> Meeting:
    """Note that the minutes are looked through; raises ``ChecksOpen`` while something waits."""
    refuse_open(looked_through)
    meeting = looked_through.meeting
    checked = replace(meeting, checked_on=session.today, checked_as=digest(looked_through.points))
    message = N_("look through {what}")
    with session.operation(message, what=meeting_name(meeting)) as operation:
        return operation.save(checked)


def digest(points: Iterable[PointReview]) -> str:
    """A short number that is another as soon as anything in the minutes is another."""
    told = [
        (
            (one.point.number, one.point.section, one.point.mark),
            (one.point.heading, one.point.words),
            [(check.found, check.answer, check.instead) for check in one.point.checks],
            [(task.what, task.helper, task.due_on) for task in one.tasks],
        )
        for one in points
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()
