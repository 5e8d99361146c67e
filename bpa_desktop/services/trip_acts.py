"""What is done with a trip beyond writing it: applied for, answered; and what trips have used."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours, joined
from bpa_desktop.domain.application import Application
from bpa_desktop.domain.granted import granted
from bpa_desktop.domain.hours import Measure, report
from bpa_desktop.domain.kinds import PRESENT, HourKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import APPLY_WEEKS, last_day_to_apply
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, ngettext, uncapitalised
from bpa_desktop.services.day_off_words import with_day_off
from bpa_desktop.services.hours_report import ledger
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import grants

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.records import Operation

_A_DAY: Final = dt.timedelta(days=1)
_ANSWERS: Final = {
    Consent.ASKED: N_("{place}: the municipality has not answered."),
    Consent.AGREED: N_("{place}: the municipality agreed."),
    Consent.REFUSED: N_(
        "{place}: the municipality refused. See the decision, and whether to complain."
    ),
}


def find_trip(session: Session, trip_id: str) -> Trip | None:
    """The trip with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Trip, [trip_id])), None)


def applied(session: Session, trip: Trip) -> str:
    """Note that the trip was applied for today, on an application about it too; say so."""
    with session.operation(N_("apply for the trip to {place}"), place=trip.place) as work:
        work.save(replace(trip, applied_on=session.today))
        for one in about(session, trip.id):
            if one.sent_on is None:
                work.save(replace(one, sent_on=session.today))
    return _("Applied today: {title}.").format(title=trip.place)


def answered(session: Session, trip: Trip, consent: Consent) -> str:
    """Note what the municipality answered, on an application about it too; say so."""
    with session.operation(N_("answer about the trip to {place}"), place=trip.place) as work:
        note_answer(session, work, trip, consent)
    return _(_ANSWERS[consent]).format(place=trip.place)


def note_answer(session: Session, work: Operation, trip: Trip, consent: Consent) -> None:
    """The trip holds what is applied for and answered; an application about it says the same."""
    applied_on = trip.applied_on
    if applied_on is None and consent is not Consent.ASKED:
        applied_on = min(
            (one.sent_on for one in about(session, trip.id) if one.sent_on), default=None
        )
    work.save(replace(trip, consent=consent, applied_on=applied_on))
    on = None if consent is Consent.ASKED else session.today
    for one in about(session, trip.id):
        work.save(replace(one, consent=consent, answered_on=on))


def about(session: Session, trip_id: str) -> tuple[Application, ...]:
    """The applications that are about the trip."""
    return session.records.where(Application, trip=trip_id)


def apply_by_words(session: Session, trip: Trip) -> str:
    """By which day to apply, with the rule; empty where no lead time is known."""
    profile = profile_of(session, trip.first_day)
    weeks = profile.whole(APPLY_WEEKS) if profile else None
    if weeks is None or trip.applied_on is not None or trip.first_day <= session.today:
        return ""
    text = ngettext(
        "Apply in writing by {date}: {n} week before.",
        "Apply in writing by {date}: {n} weeks before.",
        weeks,
    )
    last = last_day_to_apply(trip, weeks)
    return with_day_off(text.format(date=date_words(last)), last)


def facts(session: Session, trip: Trip) -> Iterator[str]:
    """What goes into the application: ordinary hours kept, extra hours, two helpers, costs."""
    kept = granted_minutes(session, trip)
    if kept:
        text = _("Your ordinary {hours} of help go on in these days.")
        yield text.format(hours=in_hours(kept))
    if trip.extra_minutes:
        text = _("Extra: {hours}. {why}")
        yield text.format(hours=in_hours(trip.extra_minutes), why=trip.extra_reason).strip()
    if trip.second_helper.strip():
        yield _("Two helpers: {why}").format(why=trip.second_helper.strip())
    if trip.cost is not None:
        text = _("Extra costs: {amount}. {what}")
        yield text.format(amount=money(trip.cost), what=trip.cost_words).strip()
    if trip.decision_reference.strip():
        yield _("Decision: {reference}").format(reference=trip.decision_reference.strip())


def granted_minutes(session: Session, trip: Trip) -> int:
    """Minutes of help granted for the days of the trip; meetings and the like are not part."""
    found = granted(grants(session), trip.first_day, trip.last_day + _A_DAY)
    return sum(minutes for kind, minutes in found.items() if kind in PRESENT)


class YearOfTrips(NamedTuple):
    """The trips with extra help of a calendar year that are not refused.

    ``asked`` and ``used`` are minutes: what was applied for, and what was worked as extra hours
    on holiday. ``costs`` are kroner applied for.
    """

    year: int
    trips: int
    days: int
    asked: int
    used: int
    costs: Decimal


def year_of_trips(session: Session, year: int) -> YearOfTrips:
    """What the trips of ``year`` come to; a trip belongs to the year in which it begins."""
    own = [
        one
        for one in session.records.all(Trip)
        if one.first_day.year == year and one.has_extra_help and one.consent is not Consent.REFUSED
    ]
    first, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    counted = report(ledger(session, first, end), (first, end), with_cover=False)
    return YearOfTrips(
        year=year,
        trips=len(own),
        days=sum(one.days for one in own),
        asked=sum(one.extra_minutes for one in own),
        used=counted.minutes(Measure.WORKED, None, HourKind.HOLIDAY_EXTRA),
        costs=sum((one.cost or Decimal(0) for one in own), Decimal(0)),
    )


def year_words(found: YearOfTrips) -> str:
    """The year in a sentence or two."""
    if not found.trips:
        return _("No trip with extra help in {year}.").format(year=found.year)
    text = ngettext(
        "{year}: {n} trip with extra help, {days}.",
        "{year}: {n} trips with extra help, {days}.",
        found.trips,
    ).format(year=found.year, days=ngettext("{n} day", "{n} days", found.days))
    extra = [in_hours(found.asked), *([money(found.costs)] if found.costs else [])]
    more = _("Extra: {what}, of which {used} are worked.")
    return f"{text} {more.format(what=joined(extra), used=in_hours(found.used))}"


def consent_words(trip: Trip) -> str:
    """How far the application has come."""
    if trip.consent is not Consent.ASKED:
        return _("The municipality's answer: {answer}.").format(
            answer=uncapitalised(_(trip.consent.label))
        )
    if trip.applied_on is None:
        return _("Not applied for yet.")
    return _("Applied on {date}. Not answered yet.").format(date=date_words(trip.applied_on))
