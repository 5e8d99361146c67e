"""What the municipality does to follow the scheme: visits, follow-ups and observation."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class VisitKind(Choice):
    """What a visit or a call is for."""

    REVISITATION = "revisitation", N_("Reassessment (revisitation)")
    FIRST_FOLLOW_UP = "first_follow_up", N_("First follow-up")
    BUDGET = "budget", N_("Follow-up at a new budget")
    FOLLOW_UP = "follow_up", N_("Other follow-up")
    OBSERVATION = "observation", N_("Observation")


class Way(Choice):
    """How it takes place."""

    HOME = "home", N_("At home")
    PHONE = "phone", N_("By phone")
    ELSEWHERE = "elsewhere", N_("Elsewhere")


@record
class AuthorityVisit(Record):
    """A visit that is agreed or has been held. ``minutes`` are minutes in a row."""

    type_name: ClassVar[str] = "authority_visit"

    kind: VisitKind = about(N_("What it is about"), default=VisitKind.REVISITATION)
    day: dt.date = about(N_("Day"))
    at_time: dt.time | None = about(N_("At"), default=None)
    minutes: int = about(
        N_("Number of hours"),
        default=0,
        in_hours=True,
        help=N_("In a row. It matters for an observation."),
    )
    way: Way = about(N_("Where"), default=Way.HOME)
    letter_received_on: dt.date | None = about(
        N_("The letter about it was received on"), default=None
    )
    participants: str = about(
        N_("Who takes part"), sensitivity=Sensitivity.PERSONAL, default="", long=True
    )
    agreed_longer: Answer = about(N_("You agreed to a longer observation"), default=Answer.UNKNOWN)
    carried_out_by: str = about(
        N_("Observed by"),
        default="",
        help=N_("The municipality itself, or whom you agreed on."),
    )
    is_held: Answer = about(N_("The visit was held"), default=Answer.NO)
    agreed: str = about(
        N_("What was agreed"), sensitivity=Sensitivity.HEALTH, default="", long=True
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the visit on its own."""
        if self.minutes < 0:
            yield Problem(field="minutes", reason=N_("Hours cannot be less than zero."))


PAPERS_ASKED: Final = frozenset(VisitKind) - {VisitKind.OBSERVATION}
"""The kinds of visit for which papers may be asked beforehand."""


def awaited(visits: Iterable[AuthorityVisit], today: dt.date) -> AuthorityVisit | None:
    """The next visit that is written and not held, from ``today`` on; no observation."""
    ahead = [
        one
        for one in visits
        if one.day >= today and one.is_held is not Answer.YES and one.kind in PAPERS_ASKED
    ]
    return min(ahead, key=lambda one: (one.day, one.id), default=None)
