"""Applicants: who wants to be a helper, how far it has come, and when they must be forgotten."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Stage(Choice):
    """How far an application has come."""

    RECEIVED = "received", N_("Application received")
    INVITED = "invited", N_("Invited to a talk")
    INTERVIEWED = "interviewed", N_("Talk held")
    OFFERED = "offered", N_("Job offered")
    HIRED = "hired", N_("Hired")
    REJECTED = "rejected", N_("Got a no")
    WITHDRAWN = "withdrawn", N_("Withdrew")


ENDED = frozenset({Stage.REJECTED, Stage.WITHDRAWN})
"""The stages after which an application is kept for a while only."""


@record
class Applicant(Record):
    """Somebody who applies to be a helper.

    ``delete_on`` is the day on which the user deletes what is kept of them; ``consent_to`` is the
    last day on which it may be used for another job, by the applicant's own consent.
    """

    type_name: ClassVar[str] = "applicant"

    name: str = about(N_("Name"), sensitivity=Sensitivity.PERSONAL)
    phone: str = about(N_("Phone"), sensitivity=Sensitivity.PERSONAL, default="")
    email: str = about(N_("E-mail"), sensitivity=Sensitivity.PERSONAL, default="")
    applied_on: dt.date = about(N_("Applied on"))
    stage: Stage = about(N_("How far it has come"), default=Stage.RECEIVED)
    interview_on: dt.date | None = about(N_("Date of the talk"), default=None)
    interview_notes: str = about(
        N_("Notes from the talk"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        long=True,
        help=N_("Write only what has to do with the job. The applicant may ask to see it."),
    )
    answered_on: dt.date | None = about(N_("Answer given on"), default=None)
    consent_to: dt.date | None = about(
        N_("May be used for later jobs until"),
        default=None,
        help=N_("Only when the applicant has said yes to it."),
    )
    delete_on: dt.date | None = about(
        N_("To be deleted on"),
        default=None,
        help=N_("For somebody who is not hired."),
    )
    keep_reason: str = about(
        N_("Why it is kept until then"),
        default="",
        help=N_("For example: in case of a complaint about the choice."),
    )
    helper: str | None = about(
        N_("Became the helper"), default=None, refers_to="helper", help=N_("Only when hired.")
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the applicant on their own."""
        if not self.name.strip():
            yield Problem(field="name", reason=N_("Write a name."))
        if self.delete_on is not None and not self.keep_reason.strip():
            yield Problem(field="keep_reason", reason=N_("Write in a few words why it is kept."))
