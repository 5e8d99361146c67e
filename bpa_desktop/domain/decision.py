"""Decisions (afgørelser): what the municipality decided, when, and when it was received."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Subject(Choice):
    """What a decision is about."""

    SCHEME = "scheme", N_("The scheme and its hours")
    HOLIDAY = "holiday", N_("Holiday")
    HELPER_RELATED = "helper_related", N_("Helper-related expenses")
    COURSE = "course", N_("Courses")
    MOVED_HOURS = "moved_hours", N_("Moved hours")
    ACCOUNTS = "accounts", N_("Accounts and repayment")
    EMPLOYER = "employer", N_("The role of employer")
    OTHER = "other", N_("Something else")


class Effect(Choice):
    """What a decision does."""

    GIVES = "gives", N_("Gives what was asked for")
    GIVES_PART = "gives_part", N_("Gives part of it")
    REFUSES = "refuses", N_("Refuses")
    LESS = "less", N_("Gives less than before")
    TAKES_AWAY = "takes_away", N_("Takes the help away")
    SAME = "same", N_("Goes on as before")


LESS_HELP: Final = frozenset({Effect.LESS, Effect.TAKES_AWAY})
"""What starts the fourteen weeks when it is about the scheme."""


@record
class Decision(Record):
    """A decision of the municipality; ``received_on`` starts the time to complain.

    ``attachment`` names the kept letter by its content; empty where there is none.
    """

    type_name: ClassVar[str] = "decision"

    decided_on: dt.date | None = about(
        N_("Decided on"), default=None, help=N_("The date on the letter.")
    )
    received_on: dt.date = about(
        N_("Received on"),
        help=N_(
            "The day it came to you, even if you read it later. The time to complain runs from it."
        ),
    )
    subject: Subject = about(N_("About"), default=Subject.SCHEME)
    effect: Effect = about(N_("What it does"), default=Effect.GIVES)
    takes_effect_on: dt.date | None = about(
        N_("Takes effect on"),
        default=None,
        help=N_("Leave it empty when the letter does not say it."),
    )
    reference: str = about(N_("The decision's reference"), default="")
    words: str = about(
        N_("What it says"),
        sensitivity=Sensitivity.HEALTH,
        default="",
        long=True,
        help=N_("In short, or in the letter's own words. Only for you."),
    )
    application: str | None = about(
        N_("Answers the application"), default=None, refers_to="application"
    )
    attachment: str = about(N_("Attachment"), default="", inner=True, content=True)

    @property
    def is_less_help(self) -> bool:
        """Whether it takes away or lessens the scheme, so that the fourteen weeks hold."""
        return self.subject is Subject.SCHEME and self.effect in LESS_HELP

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the decision on its own."""
        if self.decided_on is not None and self.received_on < self.decided_on:
            yield Problem(
                field="received_on",
                reason=N_("It was received before it was decided. Look at both dates again."),
            )
