"""Instruction: who was shown what, when and by whom; the steps of an introduction; courses."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Instruction(Record):
    """That a helper was instructed in a version of a procedure or in an aid."""

    type_name: ClassVar[str] = "instruction"

    helper: str = about(N_("Helper"), refers_to="helper")
    version: str | None = about(N_("Work procedure"), default=None, refers_to="procedure_version")
    aid: str | None = about(N_("Aid"), default=None, refers_to="aid")
    given_on: dt.date = about(N_("Date"))
    given_by: str = about(N_("Instructed by"), default="")

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if self.version is None and self.aid is None:
            yield Problem(field="version", reason=N_("Choose a work procedure or an aid."))


@record
class IntroductionStep(Record):
    """A step of a new helper's introduction."""

    type_name: ClassVar[str] = "introduction_step"

    helper: str = about(N_("Helper"), refers_to="helper")
    what: str = about(N_("What"), help=N_("For example: a night together with Bo."))
    planned_on: dt.date | None = about(N_("Planned on"), default=None)
    done_on: dt.date | None = about(N_("Done on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the step on its own."""
        if not self.what.strip():
            yield Problem(field="what", reason=N_("Write what it is."))


@record
class Course(Record):
    """A course for a helper. ``minutes`` is paid time, ``cost`` the fee in kroner."""

    type_name: ClassVar[str] = "course"

    helper: str = about(N_("Helper"), refers_to="helper")
    title: str = about(N_("Course"), help=N_("For example: moving and handling."))
    held_on: dt.date | None = about(N_("Date"), default=None)
    valid_to: dt.date | None = about(
        N_("Valid to"), default=None, help=N_("Only when it must be taken again.")
    )
    minutes: int = about(N_("Number of hours"), default=0, in_hours=True)
    cost: Decimal | None = about(N_("Fee in kroner"), default=None)
    applied_on: dt.date | None = about(N_("Applied to the municipality on"), default=None)
    consent: Consent = about(N_("The municipality's answer"), default=Consent.ASKED)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the course on its own."""
        if not self.title.strip():
            yield Problem(field="title", reason=N_("Write which course it is."))
        if self.minutes < 0:
            yield Problem(field="minutes", reason=N_("Hours cannot be less than zero."))
        if self.cost is not None and self.cost < 0:
            yield Problem(field="cost", reason=N_("An amount cannot be less than zero."))
