"""The contract (ansættelsesbevis): what a helper must be told in writing, and its addenda."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Contract(Record):
    """The written terms of one employment; what is empty is missing and is listed as such.

    ``given_on`` is the day on which the first part was given, ``rest_given_on`` that of the
    rest. ``asked_on`` is only for who was hired before the act: then a contract is made on request.
    """

    type_name: ClassVar[str] = "contract"

    helper: str = about(N_("Helper"), refers_to="helper")
    begins_on: dt.date = about(N_("First day of work"))
    ends_on: dt.date | None = about(
        N_("Last day of work"), default=None, help=N_("Only for a fixed time.")
    )
    job_title: str = about(N_("Job title"), default="")
    tasks: str = about(N_("The work in short"), default="", long=True)
    workplace: str = about(N_("Place of work"), sensitivity=Sensitivity.PERSONAL, default="")
    probation: str = about(N_("Probation"), default="", help=N_("How long, and its terms."))
    pay: str = about(N_("Pay and supplements"), default="", long=True)
    payday: str = about(N_("Payday"), default="")
    hours: str = about(N_("Working hours a day or week"), default="")
    overtime: str = about(N_("Overtime and its pay"), default="", long=True)
    shift_changes: str = about(N_("How shifts are changed"), default="", long=True)
    is_unpredictable: Answer = about(
        N_("The hours are mostly unpredictable"), default=Answer.UNKNOWN
    )
    guaranteed_minutes: int | None = about(
        N_("Guaranteed paid hours a week"), default=None, in_hours=True
    )
    beyond_pay: str = about(N_("Pay for work beyond them"), default="")
    reference_times: str = about(N_("Days and hours in which work can be asked for"), default="")
    call_notice: str = about(N_("Notice of a shift, and of a cancelled one"), default="")
    paid_leave: str = about(N_("Holiday and other paid leave"), default="", long=True)
    training: str = about(N_("Right to training"), default="", long=True)
    notice: str = about(N_("Notice from both sides"), default="", long=True)
    agreements: str = about(N_("Collective agreement"), default="")
    social_security: str = about(N_("Social security and insurance"), default="", long=True)
    user_firm: str = about(N_("Firm that uses a temp"), default="", help=N_("Only for temps."))
    confidentiality: str = about(N_("Confidentiality"), default="", long=True)
    special_notice: str = about(
        N_("Notice if the grant changes or the citizen dies"), default="", long=True
    )
    given_on: dt.date | None = about(N_("First part given on"), default=None)
    rest_given_on: dt.date | None = about(N_("The rest given on"), default=None)
    asked_on: dt.date | None = about(
        N_("Asked for on"),
        default=None,
        help=N_("Only for somebody who was hired before the act came into force."),
    )
    confidentiality_on: dt.date | None = about(N_("Confidentiality signed on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the contract on its own."""
        if self.ends_on is not None and self.ends_on < self.begins_on:
            yield Problem(field="ends_on", reason=N_("The last day is before the first day."))
        if self.guaranteed_minutes is not None and self.guaranteed_minutes < 0:
            yield Problem(field="guaranteed_minutes", reason=N_("Hours cannot be less than zero."))


@record
class Addendum(Record):
    """A change of a contract, from the day it takes effect."""

    type_name: ClassVar[str] = "addendum"

    contract: str = about(N_("Contract"), refers_to="contract")
    takes_effect_on: dt.date = about(N_("Takes effect on"))
    words: str = about(N_("What is changed"), default="", long=True)
    given_on: dt.date | None = about(N_("Given on"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the addendum on its own."""
        if not self.words.strip():
            yield Problem(field="words", reason=N_("Write what is changed."))
