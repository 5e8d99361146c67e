"""Every kind of letter from plain values: with nothing known, and with everything."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.account_hours import HoursSheet, KindHours
from bpa_desktop.domain.application import Application
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.domain.trip import Trip
from bpa_desktop.i18n import _
from bpa_desktop.services.letter_text import Signer
from bpa_desktop.services.letters_apply import (
    EarlierTrip,
    Journey,
    application,
    blank_application,
    blank_course,
    blank_holiday,
    blank_moving,
    course,
    holiday,
    moving,
)
from bpa_desktop.services.letters_case import (
    InHospital,
    Inquired,
    MovesHome,
    change_of_leading,
    change_of_need,
    hearing,
    hospital,
    moves_home,
    other,
    papers,
    question,
)
from bpa_desktop.services.letters_complaint import (
    Answered,
    Decided,
    access,
    complaint,
    complaint_stands,
    reasons,
)
from bpa_desktop.services.letters_handover import HandedOver, handover

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.letter_text import Draft

ASKED: Final = tuple(one for one in TERMS.values() if one.question)
NOBODY: Final = Signer()
KIM: Final = Signer("Kim Prøve")
DECIDED: Final = Decided(
    decided_on=dt.date(2026, 3, 3),
    received_on=dt.date(2026, 3, 5),
    reference="24/1234-7",
    about="The scheme and its hours",
    does="You give me less help than before.",
    hours=(168 * 60, 140 * 60),
    lowers=True,
    wishes="Hjælp om natten som før\n- To hjælpere ved bad",
)
ANSWERED: Final = Answered(DECIDED, complained_on=dt.date(2026, 3, 20))
INQUIRED: Final = Inquired(
    received_on=dt.date(2026, 3, 3),
    asked=("Vagtplan for 3 måneder", "Seneste APV"),
)
TRIP: Final = Trip(
    place="Bornholm",
    first_day=dt.date(2026, 7, 6),
    last_day=dt.date(2026, 7, 12),
    is_abroad=Answer.YES,
    purpose="Sommerferie",
    extra_minutes=30 * 60,
    extra_reason="Fremmede omgivelser, og vi er ude hele dagen.",
    second_helper="Der er ingen lift",
    cost=Decimal(1850),
    cost_words="Kost til hjælperne og færge",
)
BARE_TRIP: Final = Trip(
    place="Bornholm", first_day=dt.date(2026, 7, 6), last_day=dt.date(2026, 7, 6)
)
EARLIER: Final = Trip(
    place="Blokhus",
    first_day=dt.date(2026, 2, 2),
    last_day=dt.date(2026, 2, 8),
    extra_minutes=24 * 60,
    consent=Consent.AGREED,
)
COURSE: Final = Course(
    helper="anna",
    title="Forflytning",
    held_on=dt.date(2026, 9, 1),
    minutes=7 * 60,
    cost=Decimal(2400),
)
WISH: Final = MovedHours(out_of=dt.date(2025, 12, 31), minutes=24 * 60, words="Ferie i juli.")
SHEET: Final = HoursSheet(
    year=Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1)),
    kinds=(KindHours(HourKind.BASIS, granted=8760 * 60, used=8700 * 60),),
)
HANDED: Final = HandedOver(
    to=Party.COMPANY,
    name="Eksempel Assistance",
    agreed_on=dt.date(2026, 3, 3),
    from_day=dt.date(2026, 5, 1),
    company_number="12345678",
    is_approved=True,
)
STAY: Final = InHospital(
    dt.date(2026, 3, 3), dt.date(2026, 3, 9), region_pays=True, shifts={"Is sent home": 4}
)
MOVE: Final = MovesHome(dt.date(2026, 9, 1), "Ishøj", "Brønderslev")
APPLICATION: Final = Application(
    title="To bærbare alarmer",
    why="Jeg kan ikke kalde på hjælp fra haven",
    minutes=60,
    cost=Decimal(900),
    needed_by=dt.date(2026, 5, 1),
)
FULL: Final[dict[str, Callable[[], Draft]]] = {
    "complaint": lambda: complaint(DECIDED, KIM),
    "complaint stands": lambda: complaint_stands(ANSWERED, KIM),
    "complaint ends": lambda: complaint_stands(ANSWERED._replace(stands=False), KIM),
    "reasons": lambda: reasons(DECIDED, KIM),
    "access": lambda: access(KIM),
    "hearing": lambda: hearing(INQUIRED, KIM),
    "papers": lambda: papers(INQUIRED, KIM),
    "need": lambda: change_of_need(168 * 60, KIM),
    "leading": lambda: change_of_leading(KIM),
    "question": lambda: question([_(one.question) for one in ASKED[:2]], KIM),
    "holiday": lambda: holiday(Journey(TRIP, 168 * 60, (EarlierTrip(EARLIER, 1200),)), KIM),
    "course": lambda: course(COURSE, KIM),
    "moving": lambda: moving(WISH, SHEET, KIM),
    "handover": lambda: handover(HANDED, KIM),
    "back": lambda: handover(HANDED._replace(to=Party.SELF), KIM),
    "application": lambda: application(APPLICATION, KIM),
    "hospital": lambda: hospital(STAY, KIM),
    "old home": lambda: moves_home(MOVE, KIM),
    "new home": lambda: moves_home(MOVE._replace(to_new=True), KIM),
}
EMPTY: Final[dict[str, Callable[[], Draft]]] = {
    "complaint": lambda: complaint(Decided(), NOBODY),
    "complaint stands": lambda: complaint_stands(Answered(), NOBODY),
    "complaint ends": lambda: complaint_stands(Answered(stands=False), NOBODY),
    "reasons": lambda: reasons(Decided(), NOBODY),
    "access": lambda: access(NOBODY),
    "hearing": lambda: hearing(Inquired(), NOBODY),
    "papers": lambda: papers(Inquired(), NOBODY),
    "need": lambda: change_of_need(None, NOBODY),
    "leading": lambda: change_of_leading(NOBODY),
    "question": lambda: question((), NOBODY),
    "holiday": lambda: holiday(Journey(BARE_TRIP), NOBODY),
    "no trip": lambda: blank_holiday(NOBODY),
    "no course": lambda: blank_course(NOBODY),
    "no wish": lambda: blank_moving(NOBODY),
    "handover": lambda: handover(HandedOver(), NOBODY),
    "back": lambda: handover(HandedOver(to=Party.SELF), NOBODY),
    "application": lambda: blank_application(NOBODY),
    "hospital": lambda: hospital(InHospital(), NOBODY),
    "no move": lambda: moves_home(MovesHome(), NOBODY),
    "other": lambda: other(NOBODY),
}
