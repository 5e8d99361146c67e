"""What the screen says beside a letter, and what never stands in it: days and what is missing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.case_deadlines import complain_by, time_to_complain
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.granted_weekly import gives_less
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.i18n import _, date_words, language, ngettext, weekday_words
from bpa_desktop.services.case import terms_of
from bpa_desktop.services.day_off_words import day_off_words
from bpa_desktop.services.letter_about import LEADING
from bpa_desktop.services.letter_facts import (
    NOTICE,
    Ground,
    complaint_of,
    day_of_municipality,
    decision_of,
    trip_of,
)
from bpa_desktop.services.letter_text import gaps, line
from bpa_desktop.services.letters import key_of
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.trips import finding_words, trip_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.services.session import Session

_STANDS_WEEKS: Final = "complaint.partly_upheld_answer_weeks"
_REPORT_NEED: Final = "followup.report_change"
_REPORT_LEADING: Final = "followup.report_leading"
_COURSE_WEEKS: Final = "special.course_answer_within_weeks"


class Advice(NamedTuple):
    """A few sentences beside a letter; ``is_late`` says that a day has passed."""

    text: str
    is_late: bool = False


def advice(session: Session, letter: Letter) -> list[Advice]:
    """What is to be thought of while the letter is a draft; nothing once it is sent."""
    if letter.sent_on is not None:
        return []
    ground = Ground(session, key_of(letter))
    found = list(_missing(letter))
    make = _BY_KIND.get(letter.kind)
    return [*found, *(make(ground) if make else ())]


def _missing(letter: Letter) -> Iterator[Advice]:
    waiting = gaps(letter.words)
    if waiting:
        text = ngettext(
            "{n} place is still to be filled: {what}. It stands in square brackets.",
            "{n} places are still to be filled: {what}. They stand in square brackets.",
            len(waiting),
        )
        what = "; ".join(one.partition(": ")[2] or one for one in waiting)
        yield Advice(text.format(what=what), is_late=True)
    if not letter.recipient.strip():
        yield Advice(_("It is not known who gets it. Write your municipality under My scheme."))


def _complaint(ground: Ground) -> Iterator[Advice]:
    """The same safe last day as beside the decision itself, and from which day it is counted."""
    decision = _decided(ground)
    terms = terms_of(ground.session, decision) if decision else None
    allowed = time_to_complain(decision, terms) if decision and terms else None
    last = complain_by(decision, terms) if decision and terms else None
    if decision is None or allowed is None or last is None:
        return
    is_late = ground.session.today > last
    text = (
        _("The time to complain was over on {day}. Call the municipality.")
        if is_late
        else _("The municipality must have the complaint by {day}.")
    )
    is_by_receipt = last == decision.received_on + allowed.length
    start = decision.received_on if is_by_receipt else decision.decided_on or decision.received_on
    counted = _("It is counted from {day}.").format(day=date_words(start))
    told = text.format(day=f"{weekday_words(last)} {date_words(last)}")
    off = "" if is_late else day_off_words(last)
    yield Advice(line(told, counted, off, _source(allowed.source)), is_late)


def _decided(ground: Ground) -> Decision | None:
    """The decision the complaint is over; that of a grant where no decision is written."""
    grant = ground.record(Grant)
    if grant is None:
        return decision_of(ground)
    if grant.received_date is None:
        return None
    is_less = gives_less(grant, grants(ground.session))
    return Decision(
        received_on=grant.received_date,
        decided_on=grant.decision_date,
        effect=Effect.LESS if is_less else Effect.GIVES,
    )


def _stands(ground: Ground) -> Iterator[Advice]:
    found = complaint_of(ground)
    new = ground.found(Decision, found.new_decision) if found else None
    came = found.reassessed_on if found else None
    if new is not None:
        came = min(new.received_on, came or new.received_on)
    if came is not None:
        yield _answer_by(ground, came)


def _answer_by(ground: Ground, came: dt.date) -> Advice:
    """The last day to say whether a complaint stands, where the municipality names the weeks."""
    session = ground.session
    profile = profile_of(session, day_of_municipality(ground))
    known = profile.known(_STANDS_WEEKS) if profile else None
    weeks = profile.whole(_STANDS_WEEKS) if profile else None
    if known is None or weeks is None:
        text = _("You got the new decision on {day}. See in it how long you have to answer.")
        return Advice(text.format(day=date_words(came)))
    last = came + dt.timedelta(weeks=weeks)
    text = ngettext(
        "The municipality gives you {n} week to answer: until {day}.",
        "The municipality gives you {n} weeks to answer: until {day}.",
        weeks,
    ).format(day=date_words(last))
    source = _source(known.source.title)
    return Advice(line(text, day_off_words(last), source), session.today > last)


def _inquiry(ground: Ground) -> Iterator[Advice]:
    found = ground.record(Inquiry)
    if found is None or found.answer_by is None:
        return
    text = _("The municipality's letter asks for an answer by {day}.")
    is_late = ground.session.today > found.answer_by
    yield Advice(text.format(day=date_words(found.answer_by)), is_late)


def _holiday(ground: Ground) -> Iterator[Advice]:
    trip = trip_of(ground)
    for known in trip_lines(ground.session):
        if trip is not None and known.trip.id == trip.id:
            yield from (Advice(finding_words(one)) for one in known.findings)


def _course(ground: Ground) -> Iterator[Advice]:
    profile = profile_of(ground.session, ground.session.today)
    known = profile.known(_COURSE_WEEKS) if profile else None
    weeks = profile.whole(_COURSE_WEEKS) if profile else None
    if known is None or weeks is None:
        return
    text = ngettext(
        "The municipality answers about courses within {n} week.",
        "The municipality answers about courses within {n} weeks.",
        weeks,
    )
    yield Advice(line(text, _source(known.source.title)))


def _change(ground: Ground) -> Iterator[Advice]:
    """What the municipality itself says of the duty to report, in its own words."""
    profile = profile_of(ground.session, ground.session.today)
    key = _REPORT_LEADING if ground.about == LEADING else _REPORT_NEED
    known = profile.known(key) if profile else None
    if known is not None:
        own = str(known.value)
        said = own if language() == "da" else known.english or own
        yield Advice(line(said, _source(known.source.title)))


def _handover(ground: Ground) -> Iterator[Advice]:
    found = ground.record(Handover)
    day = found.agreed_on if found else ground.session.today
    rule = rulebook().find(NOTICE, day)
    if rule is not None:
        yield Advice(line(_(rule.reason), _source(rule.source)))


def _source(source: str) -> str:
    return _("Source: {source}.").format(source=source)


_BY_KIND: Final[Mapping[LetterKind, Callable[[Ground], Iterator[Advice]]]] = {
    LetterKind.COMPLAINT: _complaint,
    LetterKind.STANDS: _stands,
    LetterKind.HEARING: _inquiry,
    LetterKind.PAPERS: _inquiry,
    LetterKind.HOLIDAY: _holiday,
    LetterKind.COURSE: _course,
    LetterKind.CHANGE: _change,
    LetterKind.HANDOVER: _handover,
}
