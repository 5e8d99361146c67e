"""Which record a package is about: the trip, the complaint or decision, the hand-over."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.authority_visit import AuthorityVisit, VisitKind
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.trip import Trip
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services import case_words
from bpa_desktop.services.case import made_on, next_visit
from bpa_desktop.services.trips import trip_title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

ABOUT_A_RECORD: Final = frozenset(
    {PackageKind.HOLIDAY, PackageKind.COMPLAINT, PackageKind.HANDOVER}
)
"""The packages that are about one record."""
VISITED: Final = frozenset({PackageKind.REVISITATION, PackageKind.FIRST_FOLLOW_UP})
"""The packages that are for a visit."""
_VISITS: Final = {
    PackageKind.REVISITATION: VisitKind.REVISITATION,
    PackageKind.FIRST_FOLLOW_UP: VisitKind.FIRST_FOLLOW_UP,
}


def day_for(session: Session, kind: PackageKind) -> dt.date:
    """The day a package is for: the next visit that is agreed, or today where there is none."""
    return visit_for(session, kind) or session.today


def visit_for(session: Session, kind: PackageKind) -> dt.date | None:
    """The next visit that a package of that kind is for; ``None`` where none is known.

    The visits that are written count before the day that the scheme names.
    """
    if kind not in VISITED:
        return None
    agreed = [
        one.day
        for one in session.records.all(AuthorityVisit)
        if one.kind is _VISITS[kind] and one.is_held is not Answer.YES and one.day >= session.today
    ]
    return min(agreed, default=None) or next_visit(session)


def candidates(session: Session, kind: PackageKind) -> tuple[Record, ...]:
    """The records a package of that kind can be about, the likeliest first."""
    found = _FINDERS.get(kind)
    return () if found is None else found(session)


def chosen(session: Session, kind: PackageKind, about: str) -> Record | None:
    """The record ``about``, or the likeliest one; ``None`` where there is none."""
    found = candidates(session, kind)
    return next((one for one in found if one.id == about), next(iter(found), None))


def words_for(session: Session, one: Record) -> str:
    """A record as it is called in a choice."""
    if isinstance(one, Trip):
        return trip_title(one)
    if isinstance(one, Complaint):
        decision = decision_of(session, one)
        over = "" if decision is None else _(decision.subject.label)
        sent = _("Complaint, not sent")
        if one.sent_on is not None:
            sent = _("Complaint of {date}").format(date=date_words(one.sent_on))
        return ": ".join(part for part in (sent, over) if part)
    if isinstance(one, Decision):
        text = _("Decision received {date}: {subject}")
        return text.format(date=date_words(one.received_on), subject=_(one.subject.label))
    if isinstance(one, Handover):
        return case_words.handover(one, {})
    raise TypeError(one)


def decision_of(session: Session, complaint: Complaint) -> Decision | None:
    """The decision that is complained about."""
    return next(iter(session.records.with_ids(Decision, [complaint.decision])), None)


def day_of_municipality(session: Session, about: Record | None, day: dt.date) -> dt.date:
    """The day whose municipality is given what is about that record; else that of ``day``.

    After a move a complaint goes on with the municipality that decided, and a trip is applied for
    where it begins.
    """
    if isinstance(about, Complaint):
        about = decision_of(session, about)
    if isinstance(about, Decision):
        return made_on(about)
    if isinstance(about, Trip):
        return about.first_day
    return about.agreed_on if isinstance(about, Handover) else day


def _trips(session: Session) -> tuple[Record, ...]:
    """Those to come, the nearest first; then those that are over, the newest first."""
    trips = session.records.all(Trip)
    coming = [one for one in trips if one.last_day >= session.today]
    past = [one for one in trips if one.last_day < session.today]
    return (
        *sorted(coming, key=lambda one: (one.first_day, one.id)),
        *sorted(past, key=lambda one: (one.first_day, one.id), reverse=True),
    )


def _complaints(session: Session) -> tuple[Record, ...]:
    """The open complaints first, then the others, then decisions nobody complained about yet."""
    decisions = session.records.all(Decision)
    received = {one.id: one.received_on for one in decisions}
    complaints = sorted(
        session.records.all(Complaint),
        key=lambda one: (one.is_open, received.get(one.decision, dt.date.min), one.id),
        reverse=True,
    )
    taken = {one.decision for one in complaints}
    free = [one for one in decisions if one.id not in taken]
    newest = sorted(free, key=lambda one: (one.received_on, one.id), reverse=True)
    return (*complaints, *newest)


def _handovers(session: Session) -> tuple[Record, ...]:
    found = session.records.all(Handover)
    return tuple(sorted(found, key=lambda one: (one.agreed_on, one.id), reverse=True))


_FINDERS: Final[Mapping[PackageKind, Callable[[Session], tuple[Record, ...]]]] = {
    PackageKind.HOLIDAY: _trips,
    PackageKind.COMPLAINT: _complaints,
    PackageKind.HANDOVER: _handovers,
}
