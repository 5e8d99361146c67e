"""Staff meetings: who took part, and minutes in numbered points that may be shown or may not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class MeetingState(Choice):
    """Whether a meeting or a talk has been held."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Held")
    CANCELLED = "cancelled", N_("Cancelled")


class Section(Choice):
    """The part of the minutes a point stands in."""

    SHARED = "shared", N_("For everybody")
    PERSON = "person", N_("About one person")


class Mark(Choice):
    """Whether a point may be shown outside the house; chosen while it is written."""

    PROFESSIONAL = "professional", N_("Professional")
    SENSITIVE = "sensitive", N_("Sensitive")


class CheckAnswer(Choice):
    """What the leader decided on something that was found in a point."""

    KEEP = "keep", N_("Keep")
    REPLACE = "replace", N_("Replace")


@record
class Participant(Value):
    """A helper who takes part."""

    helper: str = about(N_("Helper"), refers_to="helper")


@record
class Checked(Value):
    """A find in a point and what was decided; ``instead`` takes its place where it is replaced."""

    found: str = about(N_("Found"), sensitivity=Sensitivity.PERSONAL)
    answer: CheckAnswer = about(N_("Decision"), default=CheckAnswer.KEEP)
    instead: str = about(N_("Written instead"), default="")


@record
class Meeting(Record):
    """A staff meeting.

    ``checked_on`` is when its minutes were last looked through for sharing, ``checked_as`` a
    digest of them as they were then: once a point is another, they are looked through no more.
    """

    type_name: ClassVar[str] = "meeting"

    title: str = about(N_("Title"), default="", help=N_("Leave it empty for a staff meeting."))
    starts_at: dt.datetime = about(N_("Start"))
    ends_at: dt.datetime = about(N_("End"))
    place: str = about(N_("Place"), default="")
    state: MeetingState = about(N_("State"), default=MeetingState.PLANNED)
    participants: tuple[Participant, ...] = about(N_("Helpers who take part"), default=())
    others: str = about(N_("Others who take part"), sensitivity=Sensitivity.PERSONAL, default="")
    checked_on: dt.date | None = about(N_("Looked through on"), default=None, inner=True)
    checked_as: str = about(N_("Looked through as"), default="", inner=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the meeting on its own."""
        for name in ("starts_at", "ends_at"):
            yield from clock_problems(name, getattr(self, name))
        if self.ends_at <= self.starts_at:
            yield Problem(field="ends_at", reason=N_("The end is not after the start."))


@record
class MeetingPoint(Record):
    """One numbered point of the minutes; its number stays when another point is left out."""

    type_name: ClassVar[str] = "meeting_point"

    meeting: str = about(N_("Meeting"), refers_to="meeting")
    number: int = about(N_("Number"), default=1)
    section: Section = about(N_("Part of the minutes"), default=Section.SHARED)
    heading: str = about(N_("Heading"), sensitivity=Sensitivity.PERSONAL, default="")
    words: str = about(N_("Text"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    mark: Mark = about(N_("May it be shown?"), default=Mark.PROFESSIONAL)
    reason: str = about(
        N_("Why it is left out"), default="", help=N_("Only for you. It never leaves the house.")
    )
    left_out_on: dt.date | None = about(N_("Left out on"), default=None, inner=True)
    checks: tuple[Checked, ...] = about(N_("Finds looked at"), default=(), inner=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the point on its own."""
        if self.number < 1:
            yield Problem(field="number", reason=N_("The number must be at least 1."))
        if not (self.heading.strip() or self.words.strip()):
            yield Problem(field="words", reason=N_("Write something."))
