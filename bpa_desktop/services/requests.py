"""What is asked of the municipality: applications, trips and courses in one list."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.answers_expected import Request, answer_by, answer_time
from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.decision import Decision, Effect, Subject
from bpa_desktop.domain.instruction import Course
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.trip import Trip
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.own_profile import profile_by_day, profile_of
from bpa_desktop.services.trip_acts import find_trip, note_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.answers_expected import AnswerTime
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session

_ABOUT: Final[Mapping[ApplicationKind, Subject]] = {
    ApplicationKind.SCHEME: Subject.SCHEME,
    ApplicationKind.HOURS: Subject.SCHEME,
    ApplicationKind.HOLIDAY: Subject.HOLIDAY,
    ApplicationKind.COURSE: Subject.COURSE,
    ApplicationKind.HELPER_RELATED: Subject.HELPER_RELATED,
}
_BEGUN: Final = "case.start_within_weeks"
_EFFECTS: Final = {Consent.REFUSED: Effect.REFUSES}


def requests(session: Session) -> tuple[Request, ...]:
    """Everything that is or shall be asked for: what waits longest first, then the newest."""
    found = [*_applications(session), *_trips(session), *_courses(session)]
    return tuple(sorted(found, key=_place))


def _place(one: Request) -> tuple[object, ...]:
    sent = one.sent_on or dt.date.max
    return one.is_answered, -sent.toordinal() if one.is_answered else sent.toordinal(), one.record


def _applications(session: Session) -> Iterator[Request]:
    """Those about a trip are told by the trip."""
    for one in session.records.all(Application):
        if one.trip is None:
            yield Request(
                ("application", one.id),
                one.kind,
                one.title,
                one.sent_on,
                one.consent,
                one.answered_on,
                one.needed_by,
            )


def _trips(session: Session) -> Iterator[Request]:
    for one in session.records.all(Trip):
        if one.applied_on is not None:
            record = ("trip", one.id)
            kind = ApplicationKind.HOLIDAY
            yield Request(record, kind, one.place, one.applied_on, one.consent)


def _courses(session: Session) -> Iterator[Request]:
    for one in session.records.all(Course):
        if one.applied_on is not None:
            record = ("course", one.id)
            yield Request(record, ApplicationKind.COURSE, one.title, one.applied_on, one.consent)


def find_application(session: Session, application_id: str) -> Application | None:
    """The application with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Application, [application_id])), None)


def time_words(time: AnswerTime | None) -> str:
    """How long an answer takes, or that it is not known."""
    if time is None:
        return _("How long the municipality takes is not known. Ask it.")
    if time.in_weeks:
        text = ngettext("An answer takes {n} week.", "An answer takes {n} weeks.", time.number)
    else:
        text = ngettext("An answer takes {n} month.", "An answer takes {n} months.", time.number)
    source = _("Source: {source}.").format(source=time.source)
    return f"{text} {source}"


def case_time_words(profile: Profile | None) -> str:
    """How soon the municipality begins a case, and how long the answer takes."""
    known = profile.known(_BEGUN) if profile else None
    weeks = profile.whole(_BEGUN) if profile else None
    time = answer_time(profile, ApplicationKind.SCHEME)
    if known is None or weeks is None:
        return time_words(time)
    text = ngettext("It is begun within {n} week.", "It is begun within {n} weeks.", weeks)
    is_told = time is not None and time.source == known.source.named
    source = "" if is_told else _("Source: {source}.").format(source=known.source.named)
    return " ".join(filter(None, (text, source, time_words(time))))


def request_words(session: Session, one: Request) -> str:
    """What, when it was sent, and what became of it or by when that must come."""
    parts = [_("{kind}: {title}.").format(kind=_(one.kind.label), title=one.title.rstrip("."))]
    parts.append(_state(one, _asked(session, one), session.today))
    return " ".join(parts)


def _asked(session: Session, one: Request) -> Profile | None:
    """What the municipality says that was asked, or that will be."""
    return profile_of(session, one.sent_on or session.today)


def _state(one: Request, profile: Profile | None, today: dt.date) -> str:
    if one.is_answered:
        answer = _(one.consent.label)
        if one.answered_on is None:
            return _("{answer}.").format(answer=answer)
        return _("{answer}, {date}.").format(answer=answer, date=date_words(one.answered_on))
    if one.sent_on is None:
        return _not_sent(one, profile)
    sent = _("Sent on {date}.").format(date=date_words(one.sent_on))
    by = answer_by(one, profile)
    if by is None:
        return f"{sent} {_no_time()}"
    text = _("The answer is late: {date}.") if by < today else _("Answer by {date}.")
    return f"{sent} {text.format(date=date_words(by))}"


def _no_time() -> str:
    return _("It is not known when the answer must come.")


def _not_sent(one: Request, profile: Profile | None) -> str:
    time = answer_time(profile, one.kind)
    if time is None or one.needed_by is None:
        return _("Not sent.")
    return _("Not sent. Send it by {date}.").format(date=date_words(time.before(one.needed_by)))


def sent(session: Session, one: Application) -> str:
    """Note that the application was sent today, on its trip too; say so."""
    with session.operation(N_("send the application {title}"), title=one.title) as work:
        work.save(replace(one, sent_on=session.today))
        trip = find_trip(session, one.trip) if one.trip else None
        if trip is not None and trip.applied_on is None:
            work.save(replace(trip, applied_on=session.today))
    by = answer_by(
        _as_request(replace(one, sent_on=session.today)), profile_of(session, session.today)
    )
    text = _("Sent today: {title}.").format(title=one.title.rstrip("."))
    return text if by is None else f"{text} {_('Answer by {date}.').format(date=date_words(by))}"


def _as_request(one: Application) -> Request:
    return Request(("application", one.id), one.kind, one.title, one.sent_on, one.consent)


def answered(session: Session, one: Application, consent: Consent) -> str:
    """Note what the municipality answered, on its trip too; say so."""
    with session.operation(N_("answer to {title}"), title=one.title) as work:
        trip = find_trip(session, one.trip) if one.trip else None
        if trip is not None:
            note_answer(session, work, trip, consent)
        else:
            work.save(replace(one, consent=consent, answered_on=session.today))
    if consent is Consent.REFUSED:
        return _(
            "{title}: refused. Write the decision, and see until when you may complain."
        ).format(title=one.title)
    return _("{title}: agreed.").format(title=one.title)


def decisions(session: Session, one: Application) -> tuple[Decision, ...]:
    """The decisions that answer the application."""
    return session.records.where(Decision, application=one.id)


def decision_begun(session: Session, one: Application) -> Decision:
    """A decision that answers the application, with all that is known; it has no id yet."""
    return Decision(
        received_on=one.answered_on or session.today,
        subject=_ABOUT.get(one.kind, Subject.OTHER),
        effect=_EFFECTS.get(one.consent, Effect.GIVES),
        application=one.id,
    )


def sentence(session: Session) -> str:
    """How many wait, and how many of them are late."""
    profile_on, today = profile_by_day(session), session.today
    waiting = [one for one in requests(session) if one.is_waiting]
    if not waiting:
        return _("Nothing waits for an answer.")
    days = [answer_by(one, profile_on(one.sent_on or today)) for one in waiting]
    late = sum(day is not None and day < today for day in days)
    text = ngettext("{n} waits for an answer.", "{n} wait for an answer.", len(waiting))
    if not late:
        return text
    more = ngettext("{n} answer is late.", "{n} answers are late.", late)
    return f"{text} {more}"
