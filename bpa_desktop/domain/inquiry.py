"""Letters from the municipality that must be answered: hearings, and requests for papers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class InquiryKind(Choice):
    """What the municipality writes for."""

    HEARING = "hearing", N_("Hearing (partshøring)")
    PAPERS = "papers", N_("Asks for papers")
    VISIT = "visit", N_("Announces a visit")
    OTHER = "other", N_("Something else")


@record
class Inquiry(Record):
    """A letter from the municipality; ``answer_by`` is the day the letter itself names."""

    type_name: ClassVar[str] = "inquiry"

    kind: InquiryKind = about(N_("What it is about"), default=InquiryKind.HEARING)
    received_on: dt.date = about(N_("Received on"))
    answer_by: dt.date | None = about(
        N_("Answer by"), default=None, help=N_("The day that the letter names.")
    )
    words: str = about(N_("What it asks"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    answered_on: dt.date | None = about(N_("Answered on"), default=None)
    attachment: str = about(N_("Attachment"), default="", inner=True, content=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the letter on its own."""
        if self.answered_on is not None and self.answered_on < self.received_on:
            yield Problem(field="answered_on", reason=N_("The answer came before the letter."))
        if self.answer_by is not None and self.answer_by < self.received_on:
            yield Problem(field="answer_by", reason=N_("The day to answer is before the letter."))
