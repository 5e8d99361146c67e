"""The values of the application for a holiday, from the trip and what is known besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.holiday_application import EarlierTrip, HolidayApplication
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import APPLY_WEEKS, is_before, last_day_to_apply
from bpa_desktop.services.own_profile import profile_of, recipient_name
from bpa_desktop.services.paper_sender import sender
from bpa_desktop.services.trip_acts import granted_minutes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.services.paper_scope import Scope


def holiday_values(given: Scope, trip: Trip) -> HolidayApplication:
    """What the application for ``trip`` says."""
    session, clean = given.session, given.naming.clean
    apply_by, lead = _lead(given, trip)
    return HolidayApplication(
        recipient=given.recipient or recipient_name(session, trip.first_day),
        case_number=given.case_number,
        made_on=given.today,
        sender=sender(session),
        place=clean(trip.place),
        is_abroad=None if trip.is_abroad is Answer.UNKNOWN else trip.is_abroad is Answer.YES,
        first_day=trip.first_day,
        last_day=trip.last_day,
        purpose=clean(trip.purpose),
        ordinary=granted_minutes(session, trip),
        extra=trip.extra_minutes,
        extra_reason=clean(trip.extra_reason),
        second_helper=clean(trip.second_helper),
        cost=trip.cost,
        cost_words=clean(trip.cost_words),
        earlier=tuple(_earlier(given, trip)),
        aids=tuple(clean(one.name) for one in session.records.all(Aid) if one.is_used(given.today)),
        apply_by=apply_by,
        lead=lead,
    )


def _lead(given: Scope, trip: Trip) -> tuple[dt.date | None, str]:
    """The last day to apply where the municipality says how long before, and where it says so."""
    profile = profile_of(given.session, trip.first_day)
    known = None if profile is None else profile.known(APPLY_WEEKS)
    weeks = None if profile is None else profile.whole(APPLY_WEEKS)
    if known is None or weeks is None:
        return None, ""
    return last_day_to_apply(trip, weeks), known.source.named


def _earlier(given: Scope, trip: Trip) -> Iterator[EarlierTrip]:
    """Earlier trips with extra help that have a day in the year in which this one begins."""
    trips = sorted(given.session.records.all(Trip), key=lambda one: (one.first_day, one.id))
    for one in trips:
        if is_before(one, trip) and one.last_day.year >= trip.first_day.year:
            yield EarlierTrip(
                first_day=one.first_day,
                last_day=one.last_day,
                place=given.naming.clean(one.place),
                minutes=one.extra_minutes,
                second_helper=bool(one.second_helper.strip()),
                cost=one.cost,
            )
