"""The citizen's trips, and in words what is to be thought of for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from bpa_desktop.documents.phrases import dates_words, in_hours
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import TripCode, trip_findings
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.own_profile import profile_by_day
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.trips import TripFinding
    from bpa_desktop.services.session import Session


class TripLine(NamedTuple):
    """A trip with what is to be thought of, and whether its last day has passed."""

    trip: Trip
    findings: tuple[TripFinding, ...]
    is_over: bool


def trip_lines(session: Session) -> list[TripLine]:
    """Every trip: those to come, the nearest first; then those that are over, newest first."""
    trips = session.records.all(Trip)
    profile, today, book = profile_by_day(session), session.today, rulebook()
    lines = [
        TripLine(
            one,
            tuple(trip_findings(one, trips, profile(one.first_day), book, today)),
            one.last_day < today,
        )
        for one in trips
    ]
    coming = sorted((one for one in lines if not one.is_over), key=_begins)
    return coming + sorted((one for one in lines if one.is_over), key=_begins, reverse=True)


def _begins(line: TripLine) -> tuple[dt.date, str]:
    return line.trip.first_day, line.trip.id


def trip_title(trip: Trip) -> str:
    """``Skagen, 1.–14. juli 2026``."""
    return f"{trip.place}, {dates_words(trip.first_day, trip.last_day)}"


def trip_words(trip: Trip) -> str:
    """How long it is, the extra help it takes, and how far the application has come."""
    days = ngettext("{n} day", "{n} days", trip.days)
    words = [days, *_extra(trip), _state(trip)]
    return ", ".join(word for word in words if word)


def _extra(trip: Trip) -> list[str]:
    found = []
    if trip.extra_minutes:
        found.append(_("{hours} extra").format(hours=in_hours(trip.extra_minutes)))
    if trip.second_helper.strip():
        found.append(_("two helpers"))
    return found


def _state(trip: Trip) -> str:
    if trip.consent is not Consent.ASKED:
        return _(trip.consent.label).lower()
    if trip.applied_on is None:
        return _("not applied for")
    return _("applied for on {date}").format(date=date_words(trip.applied_on))


_TEXTS: Final = {
    TripCode.LATE: N_("It should have been applied for by {last}. Call the municipality."),
    TripCode.NO_LEAD_TIME: N_(
        "It is not known how long before a trip you must apply. Ask the municipality in good time."
    ),
    TripCode.LONG: N_("{days} days with extra help is more than the usual {most}."),
    TripCode.AGAIN: N_(
        "It is trip number {number} with extra help in {year}. Usual is {most} a year."
    ),
    TripCode.AGREE: N_("Agree on the trip with the municipality before you leave."),
    TripCode.NO_REASON: N_("Write why the extra hours are needed, as concretely as you can."),
    TripCode.NO_WORDS: N_("Write what the extra costs are for."),
    TripCode.NOT_COVERED: N_(
        "The municipality does not cover travel and board as a rule. Write why it is needed."
    ),
    TripCode.MANY_DAYS: N_(
        "In {year} it makes {days} days with extra help. "
        "The municipality gives up to {weeks} weeks."
    ),
}


def finding_words(one: TripFinding) -> str:
    """What is to be thought of, and where it is from."""
    text = _told(one)
    if one.source:
        text = f"{text} {_('Source: {source}.').format(source=one.source)}"
    return text


def _told(one: TripFinding) -> str:
    if one.code in {TripCode.TELL, TripCode.APPROVAL}:
        return _abroad(one)
    values = dict(one.values)
    if one.code is TripCode.LATE:
        values["last"] = date_words(cast("dt.date", values["last"]))
    return _(_TEXTS[one.code]).format(**values)


def _abroad(one: TripFinding) -> str:
    months = cast("int", one.values["months"])
    if one.code is TripCode.TELL:
        return ngettext(
            "Tell the municipality that you go abroad. Up to {n} month needs no leave.",
            "Tell the municipality that you go abroad. Up to {n} months needs no leave.",
            months,
        )
    return ngettext(
        "More than {n} month abroad must be granted before you leave.",
        "More than {n} months abroad must be granted before you leave.",
        months,
    )
