"""What is known for a letter, collected from the file: each kind of letter from its own record."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision, Effect, Subject
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.granted_weekly import granted_weekly
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.moved_hours import MovedHours
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import TripCode
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services import letters_apply, letters_case, letters_complaint
from bpa_desktop.services.accounts import hours_sheet, year_of
from bpa_desktop.services.case import made_on
from bpa_desktop.services.letter_about import ENDS, LEADING, rules_of
from bpa_desktop.services.letter_text import Signer, lines_of
from bpa_desktop.services.letters_apply import EarlierTrip, Journey
from bpa_desktop.services.letters_case import InHospital, Inquired, MovesHome
from bpa_desktop.services.letters_complaint import Answered, Decided
from bpa_desktop.services.letters_handover import HandedOver, handover
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.profile_words import term_of
from bpa_desktop.services.reading import grants, shifts
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.trips import trip_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.letter_text import Draft
    from bpa_desktop.services.session import Session

R = TypeVar("R", bound="Record")

NOTICE: Final = "handover-notice"
"""The rule that says from when a new employer gets the grant."""
_ONE_DAY: Final = dt.timedelta(days=1)

_DOES: Final = {
    Effect.GIVES_PART: N_("You give me a part of what I asked for."),
    Effect.REFUSES: N_("You refuse what I asked for."),
    Effect.LESS: N_("You give me less help than before."),
    Effect.TAKES_AWAY: N_("You take the help away from me."),
}
"""What is said of a decision that somebody may not agree with."""


class Ground(NamedTuple):
    """The file, and the record that a letter is written from."""

    session: Session
    about: RecordKey | None

    def record(self, kind: type[R]) -> R | None:
        """The record itself, where it is of that kind and still there."""
        if self.about is None or self.about[0] != kind.type_name:
            return None
        return self.found(kind, self.about[1])

    def found(self, kind: type[R], record_id: str | None) -> R | None:
        """The record with that id, where there is one."""
        ids = [record_id] if record_id else []
        return next(iter(self.session.records.with_ids(kind, ids)), None)

    @property
    def signer(self) -> Signer:
        """Who writes."""
        scheme = self.session.scheme()
        return Signer(scheme.citizen_name.strip() if scheme else "")


def written(session: Session, kind: LetterKind, about: RecordKey | None) -> Draft:
    """The letter of that kind from what is known, in the active language."""
    return _WRITERS[kind](Ground(session, about))


def _complaint(ground: Ground) -> Draft:
    begun = ground.record(Complaint)
    wishes = begun.about_what if begun else ""
    return letters_complaint.complaint(_decided(ground, wishes), ground.signer)


def _decided(ground: Ground, wishes: str = "") -> Decided:
    grant = ground.record(Grant)
    if grant is not None:
        return Decided(
            decided_on=grant.decision_date,
            received_on=grant.received_date,
            reference=grant.decision_reference,
        )
    found = decision_of(ground)
    return _of(ground.session, found, wishes) if found else Decided(wishes=wishes)


def decision_of(ground: Ground) -> Decision | None:
    """The decision a letter is about: its own, or that of its complaint."""
    complaint = ground.record(Complaint)
    return ground.found(Decision, complaint.decision) if complaint else ground.record(Decision)


def _of(session: Session, one: Decision, wishes: str = "") -> Decided:
    return Decided(
        decided_on=one.decided_on,
        received_on=one.received_on,
        reference=one.reference,
        about="" if one.subject is Subject.OTHER else one.subject.label,
        does=_DOES.get(one.effect, ""),
        hours=_hours(session, one),
        lowers=one.is_less_help,
        wishes=wishes,
    )


def _hours(session: Session, one: Decision) -> tuple[int, int] | None:
    """Minutes a week before and after the grant that comes from the decision, where both differ."""
    known = grants(session)
    start = min((it.valid_from for it in known if it.decision == one.id), default=None)
    if start is None:
        return None
    before = granted_weekly(known, start - _ONE_DAY)
    after = granted_weekly(known, start)
    if before is None or after is None or before == after:
        return None
    return before, after


def is_end(ground: Ground) -> bool:
    """Whether the letter says that a complaint is at an end."""
    return ground.about is not None and ground.about[0] == ENDS


def complaint_of(ground: Ground) -> Complaint | None:
    """The complaint that an answer to a new decision is about."""
    if is_end(ground) and ground.about is not None:
        return ground.found(Complaint, ground.about[1])
    return ground.record(Complaint)


def _stands(ground: Ground) -> Draft:
    complaint, stands = complaint_of(ground), not is_end(ground)
    if complaint is None:
        return letters_complaint.complaint_stands(Answered(stands=stands), ground.signer)
    new = ground.found(Decision, complaint.new_decision)
    decided = _of(ground.session, new) if new else Decided(received_on=complaint.reassessed_on)
    answered = Answered(decided, complained_on=complaint.sent_on, stands=stands)
    return letters_complaint.complaint_stands(answered, ground.signer)


def _reasons(ground: Ground) -> Draft:
    return letters_complaint.reasons(_decided(ground), ground.signer)


def _access(ground: Ground) -> Draft:
    return letters_complaint.access(ground.signer)


def _hearing(ground: Ground) -> Draft:
    return letters_case.hearing(_inquired(ground), ground.signer)


def _papers(ground: Ground) -> Draft:
    return letters_case.papers(_inquired(ground), ground.signer)


def _inquired(ground: Ground) -> Inquired:
    found = ground.record(Inquiry)
    return Inquired(found.received_on, tuple(lines_of(found.words))) if found else Inquired()


def _change(ground: Ground) -> Draft:
    if ground.about == LEADING:
        return letters_case.change_of_leading(ground.signer)
    weekly = granted_weekly(grants(ground.session), ground.session.today)
    return letters_case.change_of_need(weekly, ground.signer)


def _question(ground: Ground) -> Draft:
    terms = filter(None, map(term_of, rules_of(ground.about)))
    asked = [_(one.question) for one in terms if one.question]
    profile = profile_of(ground.session, ground.session.today)
    texts = [one.title for one in profile.texts] if profile and asked else []
    return letters_case.question(asked, ground.signer, texts)


def trip_of(ground: Ground) -> Trip | None:
    """The trip an application is about."""
    application = ground.record(Application)
    return ground.found(Trip, application.trip) if application else ground.record(Trip)


def _holiday(ground: Ground) -> Draft:
    trip = trip_of(ground)
    if trip is None:
        return letters_apply.blank_holiday(ground.signer)
    weekly = granted_weekly(grants(ground.session), trip.first_day)
    earlier = tuple(_earlier(ground.session, trip))
    journey = Journey(trip, weekly, earlier, needs_approval=_is_long(ground.session, trip))
    return letters_apply.holiday(journey, ground.signer)


def _is_long(session: Session, trip: Trip) -> bool:
    """Whether the trip goes abroad for so long that it must be granted first."""
    return any(
        one.code is TripCode.APPROVAL
        for known in trip_lines(session)
        if known.trip.id == trip.id
        for one in known.findings
    )


def _earlier(session: Session, trip: Trip) -> list[EarlierTrip]:
    """The trips with extra help that were over in the same year before this one."""
    found = [
        one
        for one in session.records.all(Trip)
        if one.id != trip.id
        and one.has_extra_help
        and one.first_day.year == trip.first_day.year
        and one.last_day < min(trip.first_day, session.today)
    ]
    found.sort(key=lambda one: (one.first_day, one.id))
    return [EarlierTrip(one, _used(session, one)) for one in found]


def _used(session: Session, trip: Trip) -> int:
    """Minutes of extra holiday hours that were worked on the days of the trip."""
    return sum(
        shift.actual[1] - shift.actual[0]
        for shift in shifts(session, trip.first_day, trip.last_day + _ONE_DAY)
        if shift.kind is HourKind.HOLIDAY_EXTRA
        and shift.state is ShiftState.WORKED
        and shift.helper is not None
    )


def _course(ground: Ground) -> Draft:
    course = ground.record(Course)
    if course is not None:
        return letters_apply.course(course, ground.signer)
    return _application(ground, letters_apply.blank_course)


def _application(
    ground: Ground, blank: Callable[[Signer], Draft] = letters_apply.blank_application
) -> Draft:
    found = ground.record(Application)
    if found is None:
        return blank(ground.signer)
    if found.kind is ApplicationKind.HOLIDAY and ground.found(Trip, found.trip):
        return _holiday(ground)
    return letters_apply.application(found, ground.signer)


def _move_hours(ground: Ground) -> Draft:
    wish = ground.record(MovedHours)
    if wish is None:
        return letters_apply.blank_moving(ground.signer)
    sheet = hours_sheet(ground.session, year_of(ground.session, wish.out_of))
    return letters_apply.moving(wish, sheet, ground.signer)


def _handover(ground: Ground) -> Draft:
    found = ground.record(Handover)
    if found is None:
        return handover(HandedOver(), ground.signer)
    values = HandedOver(
        to=found.to,
        name=found.name,
        company_number=found.company_number,
        agreed_on=found.agreed_on,
        from_day=found.takes_effect_on or _after_notice(found.agreed_on),
        is_approved=found.is_approved is Answer.YES,
    )
    return handover(values, ground.signer)


def _after_notice(agreed_on: dt.date) -> dt.date | None:
    """The first day after the notice from the end of the month of the agreement, if it is known."""
    rule = rulebook().find(NOTICE, agreed_on)
    return months_before(agreed_on.replace(day=1), -1 - rule.whole("months")) if rule else None


_PAYS: Final[Mapping[Answer, bool | None]] = {
    Answer.YES: True,
    Answer.NO: False,
    Answer.UNKNOWN: None,
}


def _hospital(ground: Ground) -> Draft:
    stay = ground.record(HospitalStay)
    if stay is None:
        return letters_case.hospital(InHospital(), ground.signer)
    decided = ground.session.records.where(StayShift, stay=stay.id)
    counts = Counter(one.fate.label for one in decided)
    values = InHospital(stay.first_day, stay.last_day, _PAYS[stay.region_pays], dict(counts))
    return letters_case.hospital(values, ground.signer)


def _moving(ground: Ground) -> Draft:
    move = relocation_of(ground)
    if move is None:
        return letters_case.moves_home(MovesHome(), ground.signer)
    values = MovesHome(
        move.moves_on, move.from_municipality, move.to_municipality, goes_to_new(move)
    )
    return letters_case.moves_home(values, ground.signer)


def day_of_municipality(ground: Ground) -> dt.date:
    """On which day's municipality a letter depends: before and after a move they are two.

    A decision is its own municipality's still, and so is what that one asked; a trip is applied
    for where it begins. Everything else is today's.
    """
    complaint = complaint_of(ground)
    over = complaint.decision if complaint else None
    decision = decision_of(ground) or ground.found(Decision, over)
    if decision is not None:
        return made_on(decision)
    inquiry, trip = ground.record(Inquiry), trip_of(ground)
    if inquiry is not None:
        return inquiry.received_on
    return trip.first_day if trip is not None else ground.session.today


def relocation_of(ground: Ground) -> Relocation | None:
    """The move to another municipality that a letter is about."""
    return ground.record(Relocation)


def goes_to_new(move: Relocation) -> bool:
    """Whether the next letter goes to the new municipality: the old one is told first."""
    return move.old_told_on is not None


def _other(ground: Ground) -> Draft:
    return letters_case.other(ground.signer)


_WRITERS: Final[Mapping[LetterKind, Callable[[Ground], Draft]]] = {
    LetterKind.COMPLAINT: _complaint,
    LetterKind.STANDS: _stands,
    LetterKind.REASONS: _reasons,
    LetterKind.ACCESS: _access,
    LetterKind.HEARING: _hearing,
    LetterKind.PAPERS: _papers,
    LetterKind.CHANGE: _change,
    LetterKind.HOLIDAY: _holiday,
    LetterKind.COURSE: _course,
    LetterKind.APPLICATION: _application,
    LetterKind.MOVE_HOURS: _move_hours,
    LetterKind.HANDOVER: _handover,
    LetterKind.HOSPITAL: _hospital,
    LetterKind.QUESTION: _question,
    LetterKind.MOVING: _moving,
    LetterKind.OTHER: _other,
}
