"""A calendar file is read back by an independent reader with the same times and lengths."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.documents.calendar_feed import Feed, FeedEvent, calendar_file, sequence
from bpa_desktop.domain.clock import WallTime, instant, minutes_between, shown
from tests.documents.ics_reader import head, lines, read

MADE = dt.datetime(2026, 3, 16, 6, 30, tzinfo=dt.UTC)
ZONE = ZoneInfo("Europe/Copenhagen")
WALL = st.datetimes(dt.datetime(1996, 4, 1), dt.datetime(2120, 1, 1)).map(  # noqa: DTZ001 - wall-clock
    lambda found: found.replace(second=0, microsecond=0)
)


def feed(*events: FeedEvent, made_at: dt.datetime = MADE) -> Feed:
    return Feed(name="Vagter", made_at=made_at, events=events)


def event(start: str, end: str, **more: object) -> FeedEvent:
    given: dict[str, object] = {"key": "a", "title": "Vagt"}
    moments = {"start": dt.datetime.fromisoformat(start), "end": dt.datetime.fromisoformat(end)}
    return FeedEvent(**(given | moments | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-16T07:00", "2026-03-16T15:00", 8),
        ("2026-03-28T23:00", "2026-03-29T07:00", 7),
        ("2026-10-24T23:00", "2026-10-25T07:00", 9),
        ("2026-10-24T23:00", "2026-10-25T08:00", 10),
        ("2026-03-28T08:00", "2026-03-29T08:00", 23),
        ("2026-10-24T08:00", "2026-10-25T08:00", 25),
        ("2028-02-28T23:00", "2028-02-29T07:00", 8),
        ("2028-02-29T23:00", "2028-03-01T07:00", 8),
        ("2026-12-31T23:00", "2027-01-01T07:00", 8),
        ("2050-10-29T23:00", "2050-10-30T07:00", 9),
    ],
)
def test_every_shift_is_read_back_as_long_as_it_is(start: str, end: str, hours: int) -> None:
    (found,) = read(calendar_file(feed(event(start, end))))
    assert found.minutes == hours * 60


@given(WALL, st.integers(1, 72 * 60))
def test_every_time_is_read_back_as_the_clock_shows_it(start: dt.datetime, minutes: int) -> None:
    end = start + dt.timedelta(minutes=minutes)
    if {shown(start), shown(end)} != {WallTime.ONCE} or instant(end) <= instant(start):
        return
    one = FeedEvent(key="a", start=start, end=end, title="Vagt")
    (found,) = read(calendar_file(feed(one)))
    assert found.start.astimezone(ZONE).replace(tzinfo=None) == start
    assert found.minutes == minutes_between(start, end)


def test_the_zone_changes_on_the_last_sundays_of_march_and_october() -> None:
    found = lines(calendar_file(feed()))
    zone = found[found.index("BEGIN:VTIMEZONE") : found.index("END:VTIMEZONE")]
    summer = zone[zone.index("BEGIN:DAYLIGHT") : zone.index("END:DAYLIGHT")]
    winter = zone[zone.index("BEGIN:STANDARD") : zone.index("END:STANDARD")]
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in summer
    assert {"DTSTART:19960331T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"} <= {*summer}
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in winter
    assert {"DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"} <= {*winter}


def test_a_later_file_replaces_the_event_of_an_earlier_one() -> None:
    one = event("2026-03-16T07:00", "2026-03-16T15:00")
    moved = event("2026-03-16T08:00", "2026-03-16T16:00")
    (first,) = read(calendar_file(feed(one)))
    (second,) = read(calendar_file(feed(moved, made_at=MADE + dt.timedelta(seconds=1))))
    assert first.uid == second.uid == "a@bpa-desktop"
    assert int(second.values["SEQUENCE"]) == int(first.values["SEQUENCE"]) + 1
    assert second.values["DTSTAMP"] == second.values["LAST-MODIFIED"] == "20260316T063001Z"


def test_the_number_of_a_file_fits_where_calendar_programs_keep_it() -> None:
    assert 0 < sequence(MADE) < sequence(dt.datetime(2088, 1, 1, tzinfo=dt.UTC)) < 2**31


def test_what_is_called_off_says_so_and_takes_no_time() -> None:
    off = event("2026-03-16T07:00", "2026-03-16T15:00", is_off=True)
    (found,) = read(calendar_file(feed(off)))
    assert found.is_off
    assert found.values["TRANSP"] == "TRANSPARENT"


def test_the_calendar_is_published_and_has_a_name() -> None:
    found = head(calendar_file(feed()))
    assert found["METHOD"] == "PUBLISH"
    assert found["VERSION"] == "2.0"
    assert found["X-WR-CALNAME"] == "Vagter"


def test_marks_and_long_titles_are_read_back_unchanged() -> None:
    title = "Vagt; hos Æsk, \\ " + "ø" * 100
    (found,) = read(calendar_file(feed(event("2026-03-16T07:00", "2026-03-16T15:00", title=title))))
    assert found.title == title


def test_an_event_tells_no_more_than_its_title() -> None:
    (found,) = read(calendar_file(feed(event("2026-03-16T07:00", "2026-03-16T15:00"))))
    assert found.values.keys() == {
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "STATUS",
        "TRANSP",
        "CLASS",
    }
    assert found.values["CLASS"] == "PRIVATE"
