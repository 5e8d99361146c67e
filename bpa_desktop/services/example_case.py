"""The example's case: a complaint that is under way, a letter to be answered, and visits."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision, Effect, Subject
from bpa_desktop.domain.inquiry import Inquiry, InquiryKind
from bpa_desktop.domain.scheme import Answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.example_dates import Dates

_TEN: Final = dt.time(10)
_TWO_HOURS: Final = 120


def case(dates: Dates) -> Iterator[Record]:
    """A refusal of a holiday that was complained over, a hearing, and one visit of each kind."""
    yield Decision(
        id="decision-holiday",
        decided_on=dates.days_ago(28),
        received_on=dates.days_ago(25),
        subject=Subject.HOLIDAY,
        effect=Effect.REFUSES,
        reference="26/14",
        words="Afslag på ekstra timer til en uge på Bornholm.",
    )
    yield Complaint(
        id="complaint-holiday",
        decision="decision-holiday",
        sent_on=dates.days_ago(11),
        about_what="Der er ingen lift i huset, så der skal være to hjælpere ved forflytning.",
    )
    yield Inquiry(
        id="inquiry-hearing",
        kind=InquiryKind.HEARING,
        received_on=dates.days_ago(4),
        answer_by=dates.days_ago(-17),
        words="Kommunen vil høre, om behovet for hjælp om natten er det samme som før.",
    )
    yield AuthorityVisit(
        id="visit-past",
        kind=VisitKind.BUDGET,
        day=dates.first_outside_weekend(dates.days_ago(120)),
        is_held=Answer.YES,
        participants="Visitator og mig selv.",
        agreed="Ny løntakst skrives i budgettet.",
    )
    yield AuthorityVisit(
        id="visit-coming",
        kind=VisitKind.REVISITATION,
        day=dates.visit,
        at_time=_TEN,
        minutes=_TWO_HOURS,
        participants="Visitator, faglig koordinator og en hjælper.",
    )
