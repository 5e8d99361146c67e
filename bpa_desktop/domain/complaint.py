"""Complaints over a decision, and how far each has come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reassessment(Choice):
    """What the municipality said when it looked at its decision again (genvurdering)."""

    WAITING = "waiting", N_("Not answered yet")
    UPHELD = "upheld", N_("Keeps its decision")
    PARTLY = "partly", N_("Agrees in part")
    AGREED = "agreed", N_("Agrees")


class Outcome(Choice):
    """What the Board of Appeal (Ankestyrelsen) decided."""

    WAITING = "waiting", N_("Not decided yet")
    UPHELD = "upheld", N_("Upheld (stadfæstet)")
    REMITTED = "remitted", N_("Sent back (hjemvist)")
    CHANGED = "changed", N_("Changed (ændret)")
    NOT_TAKEN_UP = "not_taken_up", N_("Not taken up")
    WITHDRAWN = "withdrawn", N_("You took it back")


@record
class Complaint(Record):
    """One complaint over one decision. A decision can have more than one."""

    type_name: ClassVar[str] = "complaint"

    decision: str = about(N_("Over the decision"), refers_to="decision")
    sent_on: dt.date | None = about(
        N_("Sent on"),
        default=None,
        help=N_("The municipality must have received it before the time is over."),
    )
    about_what: str = about(
        N_("What you complain about"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )
    reassessment: Reassessment = about(
        N_("The municipality's new look at it"), default=Reassessment.WAITING
    )
    reassessed_on: dt.date | None = about(N_("Its answer was received on"), default=None)
    new_decision: str | None = about(N_("Its new decision"), default=None, refers_to="decision")
    stands_told_on: dt.date | None = about(
        N_("You said whether the complaint stands on"),
        default=None,
        help=N_("Only when the municipality agreed in part."),
    )
    forwarded_on: dt.date | None = about(N_("Sent on to the Board of Appeal on"), default=None)
    suspends: Answer = about(
        N_("The help goes on until the board has decided"),
        default=Answer.UNKNOWN,
        help=N_("The board can let a complaint suspend the decision beyond the fourteen weeks."),
        inner=True,
    )
    outcome: Outcome = about(N_("The board's decision"), default=Outcome.WAITING)
    decided_on: dt.date | None = about(N_("The board decided on"), default=None)
    outcome_words: str = about(
        N_("What it means for the grant"),
        sensitivity=Sensitivity.HEALTH,
        default="",
        long=True,
    )

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.outcome is Outcome.WAITING and self.reassessment is not Reassessment.AGREED

    @property
    def awaits_decision(self) -> bool:
        """Whether the municipality must decide anew and has not: it agreed, or must try again."""
        agreed = self.reassessment is Reassessment.AGREED and self.outcome is Outcome.WAITING
        must = agreed or self.outcome is Outcome.REMITTED
        return must and self.new_decision is None

    @property
    def is_suspending(self) -> bool:
        """Whether the board lets the help go on until it has decided."""
        return self.suspends is Answer.YES

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the complaint on its own."""
        answered = self.reassessment is not Reassessment.WAITING
        if answered and self.reassessed_on is None:
            yield Problem(field="reassessed_on", reason=N_("Write when the answer was received."))
        if self.sent_on and self.reassessed_on and self.reassessed_on < self.sent_on:
            yield Problem(field="reassessed_on", reason=N_("The answer came before the complaint."))
        ended = {Outcome.UPHELD, Outcome.REMITTED, Outcome.CHANGED, Outcome.NOT_TAKEN_UP}
        if self.outcome in ended and self.decided_on is None:
            yield Problem(field="decided_on", reason=N_("Write when the board decided."))
