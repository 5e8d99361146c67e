"""The appraisal talk (MUS) with one helper; what was said stays in the house."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.meeting import MeetingState
from bpa_desktop.domain.record import Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.roster import clock_problems
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Talk(Record):
    """One talk and its points. What was agreed stands in the agreed tasks that name it."""

    type_name: ClassVar[str] = "talk"

    helper: str = about(N_("Helper"), refers_to="helper")
    starts_at: dt.datetime = about(N_("Start"))
    ends_at: dt.datetime = about(N_("End"))
    state: MeetingState = about(N_("State"), default=MeetingState.PLANNED)
    last_time: str = about(
        N_("Since last time"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    tasks: str = about(
        N_("Tasks and responsibility"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    cooperation: str = about(
        N_("Working together"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    well_being: str = about(
        N_("Well-being"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    balance: str = about(
        N_("Work and private life"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    wishes: str = about(
        N_("Skills, wishes and courses"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    goals: str = about(
        N_("Goals for next year"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    next_on: dt.date | None = about(N_("Next talk"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the talk on its own."""
        for name in ("starts_at", "ends_at"):
            yield from clock_problems(name, getattr(self, name))
        if self.ends_at <= self.starts_at:
            yield Problem(field="ends_at", reason=N_("The end is not after the start."))
