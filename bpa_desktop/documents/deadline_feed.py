"""Deadlines as a calendar file (RFC 5545): whole days without a time zone, with alarms before.

What was handed out in an earlier file of the same place and is no longer due is cancelled in the
new one, so that it leaves the calendars that were given both.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Event

from bpa_desktop.documents.calendar_feed import PRODUCT, sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

ALARMS: Final = (dt.timedelta(days=-6, hours=-15), dt.timedelta(hours=-15))
"""When it is told of, from the midnight its day begins with: nine o'clock a week and a day before.

A whole day has no time zone, so it is nine o'clock wherever the calendar is.
"""
_ENDING: Final = "@bpa-desktop"
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class DayEvent:
    """Something due on ``day``; ``key`` stays the same from file to file, and tells of nobody."""

    key: str
    day: dt.date
    title: str
    text: str = ""
    is_off: bool = False


@dataclass(frozen=True, kw_only=True)
class DayFeed:
    """The deadlines of a calendar called ``name``, as they were at the moment ``made_at`` (UTC).

    ``today`` is the day from which on what is gone is cancelled; ``gone`` is what that is called.
    """

    name: str
    made_at: dt.datetime
    today: dt.date
    gone: str
    events: tuple[DayEvent, ...]


def deadlines_file(feed: DayFeed, earlier: bytes = b"") -> bytes:
    """``feed`` as the bytes of an .ics file; ``earlier`` is the file whose place it takes."""
    before = list(_read(earlier))
    number = max([sequence(feed.made_at), *(known + 1 for _one, known in before)])
    calendar = Calendar()
    for name, value in (
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", feed.name),
    ):
        calendar.add(name, value)
    for one in (*feed.events, *_gone(feed, [known for known, _number in before])):
        calendar.add_component(_event(one, feed.made_at.replace(microsecond=0), number))
    return bytes(calendar.to_ical())


def _gone(feed: DayFeed, before: list[DayEvent]) -> Iterator[DayEvent]:
    """What an earlier file told of, that is still to come and not in this one."""
    now = {one.key for one in feed.events}
    for one in before:
        if one.key not in now and one.day >= feed.today:
            yield replace(one, title=feed.gone, text="", is_off=True)


def _read(earlier: bytes) -> Iterator[tuple[DayEvent, int]]:
    """The events of a file of ours and their numbers; those of any other program are not ours."""
    try:
        found = Calendar.from_ical(earlier) if earlier else Calendar()
    except ValueError:
        # A file that is no calendar has told nobody of anything; the new one takes its place.
        return
    for event in found.walk("VEVENT"):
        uid, day = str(event.get("UID", "")), event.decoded("DTSTART", None)
        if uid.endswith(_ENDING) and type(day) is dt.date:
            key = uid.removesuffix(_ENDING)
            yield DayEvent(key=key, day=day, title=""), int(event.get("SEQUENCE", 0))


def _event(one: DayEvent, made_at: dt.datetime, number: int) -> Event:
    event = Event()
    event.add("UID", f"{one.key}{_ENDING}")
    event.add("DTSTAMP", made_at)
    event.add("LAST-MODIFIED", made_at)
    event.add("SEQUENCE", number)
    event.add("DTSTART", one.day)
    event.add("DTEND", one.day + _DAY)
    event.add("SUMMARY", one.title)
    if one.text:
        event.add("DESCRIPTION", one.text)
    event.add("STATUS", "CANCELLED" if one.is_off else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    for before in () if one.is_off else ALARMS:
        event.add_component(_alarm(one.title, before))
    return event


def _alarm(title: str, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", title)
    alarm.add("TRIGGER", before)
    return alarm
