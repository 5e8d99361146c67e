"""The records of a case beside the small scheme: a trip, a decision, a complaint, a hand-over."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record

OWN_WORDS: Final = "Mine egne tanker om afgørelsen er hemmelige"
COMPLAINT: Final = "Jeg klager over, at natten er taget fra mig."


def case() -> Iterator[Record]:
    """One of everything that a package can be about, in an order in which they can be saved."""
    yield from _trips()
    yield Decision(
        id="d",
        decided_on=dt.date(2026, 3, 2),
        received_on=dt.date(2026, 3, 5),
        effect=Effect.LESS,
        takes_effect_on=dt.date(2026, 6, 11),
        reference="24/1234-9",
        words=OWN_WORDS,
    )
    yield Complaint(id="c", decision="d", sent_on=dt.date(2026, 3, 20))
    yield Letter(
        id="l",
        kind=LetterKind.COMPLAINT,
        recipient="Ishøj Kommune",
        subject="Klage over afgørelse af 2. marts 2026",
        words=f"{COMPLAINT} Anna Ager så det.",
        written_on=dt.date(2026, 3, 19),
        sent_on=dt.date(2026, 3, 20),
        about_type="complaint",
        about_id="c",
    )
    yield Handover(
        id="h",
        to=Party.COMPANY,
        name="Eksempel Assistance ApS",
        agreed_on=dt.date(2026, 3, 10),
        told_on=dt.date(2026, 3, 11),
    )
    yield from _money()
    yield AuthorityVisit(id="v1", kind=VisitKind.REVISITATION, day=dt.date(2026, 6, 2))
    yield AuthorityVisit(id="v2", kind=VisitKind.REVISITATION, day=dt.date(2026, 4, 20))
    yield AuthorityVisit(id="v3", kind=VisitKind.FIRST_FOLLOW_UP, day=dt.date(2026, 5, 4))


def _trips() -> Iterator[Record]:
    yield Trip(
        id="earlier",
        place="Skagen",
        first_day=dt.date(2026, 2, 1),
        last_day=dt.date(2026, 2, 4),
        extra_minutes=600,
        consent=Consent.AGREED,
    )
    yield Trip(
        id="refused",
        place="Rømø",
        first_day=dt.date(2026, 1, 1),
        last_day=dt.date(2026, 1, 4),
        extra_minutes=600,
        consent=Consent.REFUSED,
    )
    yield Trip(
        id="summer",
        place="Bornholm",
        is_abroad=Answer.NO,
        first_day=dt.date(2026, 7, 1),
        last_day=dt.date(2026, 7, 14),
        purpose="Sommerferie",
        extra_minutes=1800,
        extra_reason="Stien er stejl, siger Anna.",
        second_helper="Liften kan ikke komme med.",
        cost=Decimal(900),
        cost_words="Færgen for to hjælpere",
    )


def _money() -> Iterator[Record]:
    yield Budget(id="b", valid_from=dt.date(2026, 1, 1), valid_to=dt.date(2026, 12, 31))
    yield BudgetLine(
        id="bl",
        budget="b",
        words="Hjælperrelaterede udgifter (§ 10)",
        amount=Decimal(4800),
        standard=StandardLine.HELPER_RELATED,
    )
    yield BudgetLine(
        id="pay",
        budget="b",
        words="Løn",
        amount=Decimal(100000),
        standard=StandardLine.ALL_PAY,
    )
    yield Voucher(
        id="soap",
        day=dt.date(2026, 2, 3),
        what="Sæbe og handsker",
        amount=Decimal("123.50"),
        standard=StandardLine.HELPER_RELATED,
        note="Anna betalte selv med sit eget kort i butikken",
    )
