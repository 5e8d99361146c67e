"""Which record a letter is about when nobody says it: the one that waits for such a letter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.case_deadlines import time_to_complain
from bpa_desktop.domain.complaint import Complaint, Reassessment
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.inquiry import Inquiry, InquiryKind
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services.case import terms_by_decision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

LEADING: Final = ("change", "leading")
"""What a report of a change is about when the ability to lead has changed, and not the need."""
ENDS: Final = "complaint_end"
"""The type by which an answer names the complaint that is at an end, and does not stand."""
RULE: Final = "rule"
"""The type by which a question names the keys of a municipality's values that are not known."""
_BETWEEN: Final = ","


def about_rules(keys: Sequence[str]) -> RecordKey:
    """What a question about the rules ``keys`` is about; each key such as ``visit.place``."""
    return RULE, _BETWEEN.join(keys)


def rules_of(about: RecordKey | None) -> tuple[str, ...]:
    """The keys that a question is about, in the order they are asked; of anything else none."""
    if about is None or about[0] != RULE:
        return ()
    return tuple(filter(None, about[1].split(_BETWEEN)))


def about_for(session: Session, kind: LetterKind) -> RecordKey | None:
    """The record that waits for a letter of that kind; ``None`` where none does."""
    return _key(_waiting(session, kind))


def resolved(session: Session, kind: LetterKind, about: RecordKey | None) -> RecordKey | None:
    """What a letter is about: as given, and where no record is named the one that waits."""
    if about == (ENDS, ""):
        found = _waiting(session, LetterKind.STANDS)
        return (ENDS, found.id) if found else about
    return about or about_for(session, kind)


def _key(found: Record | None) -> RecordKey | None:
    return (found.type_name, found.id) if found else None


def _waiting(session: Session, kind: LetterKind) -> Record | None:
    find = _WAITING.get(kind)
    return find(session) if find else None


def _complaint(session: Session) -> Record | None:
    begun = [one for one in session.records.all(Complaint) if one.sent_on is None and one.is_open]
    return _last(begun, lambda one: one.id) or _decision(session)


def _decision(session: Session) -> Record | None:
    """The newest decision that can still be complained about."""
    terms_for = terms_by_decision(session)

    def is_open(one: Decision) -> bool:
        allowed = time_to_complain(one, terms_for(one))
        return allowed is not None and session.today <= one.received_on + allowed.length

    return _last(filter(is_open, session.records.all(Decision)), lambda one: one.received_on)


def _answered(session: Session) -> Record | None:
    waiting = [
        one
        for one in session.records.all(Complaint)
        if one.reassessment is Reassessment.PARTLY and one.stands_told_on is None and one.is_open
    ]
    return _last(waiting, lambda one: one.reassessed_on or dt.date.min)


def _inquiry(session: Session, kind: InquiryKind) -> Record | None:
    waiting = [
        one for one in session.records.all(Inquiry) if one.kind is kind and one.answered_on is None
    ]
    return _last(waiting, lambda one: one.received_on)


def _hearing(session: Session) -> Record | None:
    return _inquiry(session, InquiryKind.HEARING)


def _papers(session: Session) -> Record | None:
    return _inquiry(session, InquiryKind.PAPERS)


def _trip(session: Session) -> Record | None:
    coming = [
        one
        for one in session.records.all(Trip)
        if one.first_day >= session.today and one.applied_on is None
    ]
    return _first(coming, lambda one: one.first_day)


def _course(session: Session) -> Record | None:
    wanted = [
        one
        for one in session.records.all(Course)
        if one.applied_on is None
        and one.consent is Consent.ASKED
        and (one.held_on is None or one.held_on >= session.today)
    ]
    return _first(wanted, lambda one: one.held_on or dt.date.max)


def _hours(session: Session) -> Record | None:
    asked = [one for one in session.records.all(MovedHours) if one.consent is Consent.ASKED]
    return _last(asked, lambda one: one.out_of)


def _handover(session: Session) -> Record | None:
    untold = [one for one in session.records.all(Handover) if one.told_on is None]
    return _last(untold, lambda one: one.agreed_on)


def _stay(session: Session) -> Record | None:
    untold = [one for one in session.records.all(HospitalStay) if one.told_on is None]
    return _last(untold, lambda one: one.first_day)


def _move(session: Session) -> Record | None:
    untold = [
        one
        for one in session.records.all(Relocation)
        if one.old_told_on is None or one.new_told_on is None
    ]
    return _last(untold, lambda one: one.moves_on)


def _first(found: Iterable[Any], place: Callable[[Any], Any]) -> Record | None:
    return min(found, key=lambda one: (place(one), one.id), default=None)


def _last(found: Iterable[Any], place: Callable[[Any], Any]) -> Record | None:
    return max(found, key=lambda one: (place(one), one.id), default=None)


_WAITING: Final[Mapping[LetterKind, Callable[[Session], Record | None]]] = {
    LetterKind.COMPLAINT: _complaint,
    LetterKind.REASONS: _decision,
    LetterKind.STANDS: _answered,
    LetterKind.HEARING: _hearing,
    LetterKind.PAPERS: _papers,
    LetterKind.HOLIDAY: _trip,
    LetterKind.COURSE: _course,
    LetterKind.MOVE_HOURS: _hours,
    LetterKind.HANDOVER: _handover,
    LetterKind.HOSPITAL: _stay,
    LetterKind.MOVING: _move,
}
