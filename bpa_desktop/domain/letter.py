"""Letters to the municipality and others, as the user wrote them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class LetterKind(Choice):
    """What a letter is for."""

    COMPLAINT = "complaint", N_("Complaint")
    STANDS = "stands", N_("Whether the complaint stands")
    REASONS = "reasons", N_("Ask for the reasons")
    ACCESS = "access", N_("Ask to see the file")
    HEARING = "hearing", N_("Answer to a hearing")
    PAPERS = "papers", N_("Papers that were asked for")
    CHANGE = "change", N_("Report a change")
    HOLIDAY = "holiday", N_("Apply for a holiday")
    COURSE = "course", N_("Apply for a course")
    APPLICATION = "application", N_("Other application")
    MOVE_HOURS = "move_hours", N_("Move unused hours")
    HANDOVER = "handover", N_("Hand over the role of employer")
    HOSPITAL = "hospital", N_("Stay in hospital")
    QUESTION = "question", N_("Question to the municipality")
    MOVING = "moving", N_("Move to another municipality")
    OTHER = "other", N_("Other letter")


@record
class Letter(Record):
    """A letter. ``about_type`` and ``about_id`` name the record it was written from.

    ``sent_on`` is empty while it is a draft.
    """

    type_name: ClassVar[str] = "letter"

    kind: LetterKind = about(N_("Kind"), default=LetterKind.OTHER)
    recipient: str = about(N_("To"), default="")
    subject: str = about(N_("Subject"))
    words: str = about(N_("Text"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    written_on: dt.date = about(N_("Written on"))
    sent_on: dt.date | None = about(N_("Sent on"), default=None)
    about_type: str = about(N_("Written from"), default="", inner=True)
    about_id: str = about(N_("Which"), default="", inner=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the letter on its own."""
        if not self.subject.strip():
            yield Problem(field="subject", reason=N_("Write what it is about."))
