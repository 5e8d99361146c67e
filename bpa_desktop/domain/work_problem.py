"""A problem of the working environment: the action plan's line, and whether it worked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.assessment import Topic
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Severity(Choice):
    """How bad a problem is."""

    SMALL = "small", N_("Small")
    CONSIDERABLE = "considerable", N_("Considerable")
    SERIOUS = "serious", N_("Serious")


class Extent(Choice):
    """How often a problem is met."""

    RARELY = "rarely", N_("Rarely")
    OFTEN = "often", N_("Often")
    ALWAYS = "always", N_("In every shift")


class Effect(Choice):
    """Whether what was done has solved the problem."""

    UNKNOWN = "unknown", N_("Not asked yet")
    YES = "yes", N_("It worked")
    PARTLY = "partly", N_("It helped in part")
    NO = "no", N_("It did not work")


@record
class WorkProblem(Record):
    """A problem with its solution. It is open until it is done and the effect is known.

    It comes from a question of an assessment, from something that happened, or from neither.
    """

    type_name: ClassVar[str] = "work_problem"

    what: str = about(N_("The problem"), sensitivity=Sensitivity.HEALTH)
    topic: Topic = about(N_("What it is about"), default=Topic.ERGONOMIC)
    severity: Severity = about(N_("How bad"), default=Severity.CONSIDERABLE)
    extent: Extent = about(N_("How often"), default=Extent.OFTEN)
    cause: str = about(N_("Cause"), sensitivity=Sensitivity.HEALTH, default="")
    solution: str = about(N_("Solution"), sensitivity=Sensitivity.HEALTH, default="", long=True)
    responsible: str = about(N_("Responsible"), sensitivity=Sensitivity.PERSONAL, default="")
    due_on: dt.date | None = about(N_("Solved by"), default=None)
    done_on: dt.date | None = about(N_("Done on"), default=None)
    effect: Effect = about(N_("Did it work?"), default=Effect.UNKNOWN)
    follow_up: str = about(
        N_("What was seen afterwards"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    assessment: str | None = about(
        N_("Workplace assessment"), default=None, refers_to="assessment", inner=True
    )
    question: str = about(N_("Question"), default="", inner=True)
    event: str | None = about(N_("Event"), default=None, refers_to="workplace_event", inner=True)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done or to be looked at."""
        return self.done_on is None or self.effect in {Effect.UNKNOWN, Effect.NO}

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if not self.what.strip():
            yield Problem(field="what", reason=N_("Write what the problem is."))
