"""Work procedures (arbejdsgangsbeskrivelser): how a task is done, version by version."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class UsedAid(Value):
    """An aid that a procedure uses."""

    aid: str = about(N_("Aid"), refers_to="aid")


@record
class Procedure(Record):
    """A task that helpers are instructed in. What it says stands in its versions."""

    type_name: ClassVar[str] = "procedure"

    title: str = about(
        N_("Task"), sensitivity=Sensitivity.HEALTH, help=N_("For example: from bed to wheelchair.")
    )
    aids: tuple[UsedAid, ...] = about(N_("Aids used"), default=())
    ended_on: dt.date | None = about(
        N_("No longer used from"), default=None, help=N_("Leave it empty while it is used.")
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the procedure on its own."""
        if not self.title.strip():
            yield Problem(field="title", reason=N_("Write which task it is."))


@record
class ProcedureVersion(Record):
    """What a procedure says from ``valid_from`` until its next version.

    ``asks_again`` is whether those who know the version before it must be instructed again.
    """

    type_name: ClassVar[str] = "procedure_version"

    procedure: str = about(N_("Work procedure"), refers_to="procedure")
    valid_from: dt.date = about(N_("Valid from"))
    words: str = about(N_("How it is done"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    asks_again: Answer = about(N_("Must all be instructed again?"), default=Answer.YES)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the version on its own."""
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write how it is done."))


@record
class ProcedurePicture(Record):
    """A picture in a version of a procedure, and what it shows, in words."""

    type_name: ClassVar[str] = "procedure_picture"

    version: str = about(N_("Version"), refers_to="procedure_version")
    words: str = about(
        N_("What the picture shows"),
        sensitivity=Sensitivity.HEALTH,
        help=N_("Read aloud to those who cannot see it."),
    )
    attachment: str = about(N_("Attachment"), default="", inner=True, content=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the picture on its own."""
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write what the picture shows."))
