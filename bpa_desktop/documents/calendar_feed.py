"""Shifts as a calendar file (RFC 5545): events that replace what was handed out before.

Times are Danish wall-clock times with a time zone that says itself when its clock changes, so
that every program gets the real length of a night in March and October.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from bpa_desktop.domain.clock import ZONE

if TYPE_CHECKING:
    from collections.abc import Iterable

ZONE_NAME: Final = "Europe/Copenhagen"
PRODUCT: Final = "-//BPA Desktop//BPA Desktop//DA"
_YEAR_ZERO: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_WINTER, _SUMMER = dt.timedelta(hours=1), dt.timedelta(hours=2)
_LAST_SUNDAY: Final = "-1SU"


@dataclass(frozen=True, kw_only=True)
class FeedEvent:
    """One shift; ``start`` and ``end`` are Danish wall-clock times.

    ``key`` is the id of the shift, so that a later file replaces the event. ``is_off`` takes an
    event that was handed out before away again.
    """

    key: str
    start: dt.datetime
    end: dt.datetime
    title: str
    is_off: bool = False


@dataclass(frozen=True, kw_only=True)
class Feed:
    """The events of one calendar, called ``name``, as they were at the moment ``made_at`` (UTC)."""

    name: str
    made_at: dt.datetime
    events: tuple[FeedEvent, ...]


def calendar_file(feed: Feed) -> bytes:
    """``feed`` as the bytes of an .ics file."""
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", feed.name)
    calendar.add("X-WR-TIMEZONE", ZONE_NAME)
    calendar.add_component(_zone())
    for event in _events(feed):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def sequence(made_at: dt.datetime) -> int:
    """Seconds since 2020: every file has a higher number than the ones made before it.

    It stays within 32 bits with a sign, which is what calendar programs keep, until 2088.
    """
    return int((made_at - _YEAR_ZERO).total_seconds())


def _events(feed: Feed) -> Iterable[Event]:
    made_at = feed.made_at.replace(microsecond=0)
    for one in feed.events:
        event = Event()
        event.add("UID", f"{one.key}@bpa-desktop")
        event.add("DTSTAMP", made_at)
        event.add("LAST-MODIFIED", made_at)
        event.add("SEQUENCE", sequence(made_at))
        event.add("DTSTART", one.start.replace(tzinfo=ZONE))
        event.add("DTEND", one.end.replace(tzinfo=ZONE))
        event.add("SUMMARY", one.title)
        event.add("STATUS", "CANCELLED" if one.is_off else "CONFIRMED")
        event.add("TRANSP", "TRANSPARENT" if one.is_off else "OPAQUE")
        event.add("CLASS", "PRIVATE")
        yield event


def _zone() -> Timezone:
    """Danish time since 1996: summer begins on March's last Sunday and ends on October's."""
    zone = Timezone()
    zone.add("TZID", ZONE_NAME)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    summer.add("DTSTART", dt.datetime(1996, 3, 31, 2))  # noqa: DTZ001 - wall-clock, as the format asks
    winter.add("DTSTART", dt.datetime(1996, 10, 27, 3))  # noqa: DTZ001 - same
    for part, name, before, after, month in (
        (summer, "CEST", _WINTER, _SUMMER, 3),
        (winter, "CET", _SUMMER, _WINTER, 10),
    ):
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": _LAST_SUNDAY})
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", after)
        part.add("TZNAME", name)
        zone.add_component(part)
    return zone
