"""Texts of one's own: a job description, an advert, a statement; suggested, then edited freely."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class TextKind(Choice):
    """What a text is."""

    JOB_DESCRIPTION = "job_description", N_("Job description")
    ADVERT = "advert", N_("Advert")
    STATEMENT = "statement", N_("Statement of employment")
    SENT_HOME = "sent_home", N_("Certificate: sent home")
    LETTER = "letter", N_("Letter")
    OTHER = "other", N_("Another text")


@record
class OwnText(Record):
    """A text the user can change; an empty line parts two paragraphs."""

    type_name: ClassVar[str] = "own_text"

    kind: TextKind = about(N_("Kind"), default=TextKind.OTHER)
    helper: str | None = about(
        N_("Helper"),
        default=None,
        refers_to="helper",
        help=N_("Only when it is about one helper."),
    )
    title: str = about(N_("Heading"))
    words: str = about(N_("Text"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    written_on: dt.date = about(N_("Written on"))
    used_on: dt.date | None = about(
        N_("Used on"), default=None, help=N_("The day it was put up, given or sent.")
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the text on its own."""
        if not self.title.strip():
            yield Problem(field="title", reason=N_("Write a heading."))
