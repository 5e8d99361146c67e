"""The values of the papers of a complaint: the decision, the letter, and the course of the case."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.case_papers import (
    ComplaintPaper,
    DecisionPaper,
    Event,
    TimelinePaper,
)
from bpa_desktop.domain.application import Application
from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.case_deadlines import time_to_complain
from bpa_desktop.domain.complaint import Complaint, Outcome
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.given_package import GivenPackage
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _
from bpa_desktop.services.case import terms_of
from bpa_desktop.services.own_profile import recipient_name
from bpa_desktop.services.package_about import decision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session

_LOOK_BACK: Final = dt.timedelta(days=365)


def decision_in(session: Session, about: Record | None) -> Decision | None:
    """The decision behind what a package is about."""
    if isinstance(about, Complaint):
        return decision_of(session, about)
    return about if isinstance(about, Decision) else None


def decision_values(given: Scope, decision: Decision) -> DecisionPaper:
    """What is known of the decision; the user's own notes on it are not read."""
    complain_by, source = _deadline(given.session, decision)
    return DecisionPaper(
        case_number=given.case_number,
        subject=_(decision.subject.label),
        effect=_(decision.effect.label),
        decided_on=decision.decided_on,
        received_on=decision.received_on,
        takes_effect_on=decision.takes_effect_on,
        reference=given.naming.clean(decision.reference),
        complain_by=complain_by,
        deadline_source=source,
    )


def _deadline(session: Session, decision: Decision) -> tuple[dt.date | None, str]:
    """The last day to complain, counted from receipt, and where its length is from.

    The safe, earlier day is for the user alone: the municipality is not told of less time than
    there is.
    """
    allowed = time_to_complain(decision, terms_of(session, decision))
    if allowed is None:
        return None, ""
    return decision.received_on + allowed.length, allowed.source


def letter_for(session: Session, about: Record | None) -> Letter | None:
    """The newest complaint letter that was written from the complaint or its decision."""
    decision = decision_in(session, about)
    keys = {(one.type_name, one.id) for one in (about, decision) if one is not None}
    found = [
        one
        for one in session.records.where(Letter, kind=LetterKind.COMPLAINT)
        if (one.about_type, one.about_id) in keys
    ]
    return max(found, key=lambda one: (one.written_on, one.id), default=None)


def complaint_values(given: Scope, about: Record) -> ComplaintPaper | None:
    """The complaint as written in the letter, else in the record; ``None`` where it is nowhere."""
    letter = letter_for(given.session, about)
    clean = given.naming.clean
    if letter is not None and letter.words.strip():
        return ComplaintPaper(
            case_number=given.case_number,
            recipient=clean(letter.recipient),
            subject=clean(letter.subject),
            words=clean(letter.words),
            written_on=letter.written_on,
            sent_on=letter.sent_on,
        )
    if isinstance(about, Complaint) and about.about_what.strip():
        return ComplaintPaper(
            case_number=given.case_number,
            recipient=recipient_name(given.session, given.today),
            subject="",
            words=clean(about.about_what),
            written_on=None,
            sent_on=about.sent_on,
        )
    return None


def timeline_values(given: Scope, decision: Decision) -> TimelinePaper:
    """What happened in the case of the decision, from a year before it until today."""
    found = sorted(_events(given, decision), key=lambda one: (one.day, one.what, one.more))
    return TimelinePaper(
        case_number=given.case_number,
        made_on=given.today,
        events=tuple(one for one in found if one.day <= given.today),
    )


def _events(given: Scope, decision: Decision) -> Iterator[Event]:
    yield from _decided(given, decision)
    for complaint in given.session.records.where(Complaint, decision=decision.id):
        yield from _complained(complaint)
    yield from _around(given, decision)


def _decided(given: Scope, decision: Decision) -> Iterator[Event]:
    records, clean = given.session.records, given.naming.clean
    if decision.application is not None:
        for one in records.with_ids(Application, [decision.application]):
            if one.sent_on is not None:
                yield Event(one.sent_on, _("Application sent"), clean(one.title))
    about = f"{_(decision.subject.label)}: {_(decision.effect.label)}"
    if decision.decided_on is not None:
        yield Event(decision.decided_on, _("The municipality decided"), about)
    yield Event(decision.received_on, _("The decision was received"), clean(decision.reference))
    if decision.takes_effect_on is not None:
        yield Event(decision.takes_effect_on, _("The decision takes effect"))


def _complained(one: Complaint) -> Iterator[Event]:
    if one.sent_on is not None:
        yield Event(one.sent_on, _("Complaint sent"))
    if one.reassessed_on is not None:
        yield Event(one.reassessed_on, _("The municipality answered"), _(one.reassessment.label))
    if one.stands_told_on is not None:
        yield Event(one.stands_told_on, _("You said whether the complaint stands"))
    if one.forwarded_on is not None:
        yield Event(one.forwarded_on, _("Sent on to the Board of Appeal"))
    if one.decided_on is not None and one.outcome is not Outcome.WAITING:
        yield Event(one.decided_on, _("The Board of Appeal decided"), _(one.outcome.label))


def _around(given: Scope, decision: Decision) -> Iterator[Event]:
    """Letters, visits and packages from a year before the decision on."""
    first = decision.received_on - _LOOK_BACK
    yield from (one for one in _besides(given.session) if one.day >= first)


def _besides(session: Session) -> Iterator[Event]:
    records = session.records
    for inquiry in records.all(Inquiry):
        kind = _(inquiry.kind.label)
        yield Event(inquiry.received_on, _("Letter from the municipality"), kind)
        if inquiry.answered_on is not None:
            yield Event(inquiry.answered_on, _("Answer sent"), kind)
    for visit in records.all(AuthorityVisit):
        if visit.is_held is Answer.YES:
            yield Event(visit.day, _(visit.kind.label), _(visit.way.label))
    for letter in records.all(Letter):
        if letter.sent_on is not None and letter.kind is not LetterKind.COMPLAINT:
            yield Event(letter.sent_on, _("Letter sent"), _(letter.kind.label))
    for package in records.all(GivenPackage):
        if package.given_on is not None:
            yield Event(package.given_on, _("Package sent"), _(package.kind.label))
