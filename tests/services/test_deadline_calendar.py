"""The calendar of deadlines: whole days, nobody's name, and what is gone taken away again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from bpa_desktop.documents.deadline_feed import deadlines_file
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.deadline_calendar import Telling, deadline_feed, save_calendar
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.postponing import put_off
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from icalendar import Event

    from bpa_desktop.documents.deadline_feed import DayFeed
    from bpa_desktop.services.session import Session

COMPLAIN_BY = dt.date(2026, 4, 13)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as found:
        lay(
            found,
            Grant(id="g", valid_from=TODAY, received_date=TODAY),
            Contract(id="c", helper="anna", begins_on=TODAY),
            Aid(id="anna-aid", name="Respirator", inspection_on=TODAY),
        )
        yield found


def feed(session: Session, telling: Telling = Telling.WHAT) -> DayFeed:
    return deadline_feed(session, due(session), telling)


def events(content: bytes) -> dict[str, Event]:
    """The events by their ids."""
    found = Calendar.from_ical(content).walk("VEVENT")
    assert len({str(one["UID"]) for one in found}) == len(found)
    return {str(one["UID"]): one for one in found}


def of(content: bytes, title: str) -> Event:
    (found,) = (one for one in events(content).values() if str(one["SUMMARY"]) == title)
    return found


def test_a_deadline_is_a_whole_day_without_a_time_zone_and_told_of_before(session: Session) -> None:
    content = deadlines_file(feed(session))
    one = of(content, "Klagefrist")
    assert one.to_ical().count(b";VALUE=DATE:") == 2
    assert b"TZID" not in content
    assert b"VTIMEZONE" not in content
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (COMPLAIN_BY, dt.date(2026, 4, 14))
    alarms = [alarm.decoded("TRIGGER") for alarm in one.walk("VALARM")]
    midnight = dt.datetime.combine(COMPLAIN_BY, dt.time())
    assert [midnight + before for before in alarms] == [
        moment("2026-04-06T09:00"),
        moment("2026-04-12T09:00"),
    ]


@pytest.mark.parametrize("telling", [Telling.WHAT, Telling.SENTENCE])
def test_nobody_is_named_and_nothing_of_health_is_told(session: Session, telling: Telling) -> None:
    put_off(
        session,
        next(one for one in due(session) if one.code is DueCode.COMPLAINT),
        TODAY + dt.timedelta(days=2),
        "ventepsykolog",
    )
    content = deadlines_file(feed(session, telling)).replace(b"\r\n ", b"").decode("utf-8")
    for private in ("Anna", "anna", "Prøve", "Respirator", "ventepsykolog", "Eksempel"):
        assert private not in content
    assert ("en hjælper" in content) == (telling is Telling.SENTENCE)
    assert of(content.encode(), "Klagefrist").decoded("DTSTART") == COMPLAIN_BY


def test_names_come_when_they_were_chosen_and_health_never(session: Session) -> None:
    content = deadlines_file(feed(session, Telling.NAMES)).replace(b"\r\n ", b"").decode("utf-8")
    assert "Anna" in content
    assert "Respirator" not in content


def test_a_later_file_moves_what_changed_and_cancels_what_is_gone(
    session: Session, tmp_path: Path
) -> None:
    first = events(save_calendar(feed(session), tmp_path).read_bytes())
    moved = replace(session.records.get(Grant, "g"), received_date=TODAY - dt.timedelta(days=1))
    with session.operation("x") as operation:
        operation.save(moved)
        operation.delete(Contract, "c")
    path = save_calendar(feed(session), tmp_path)
    second = events(path.read_bytes())
    assert first.keys() <= second.keys()
    for uid, one in first.items():
        assert int(second[uid]["SEQUENCE"]) > int(one["SEQUENCE"])
    complaint = of(path.read_bytes(), "Klagefrist")
    assert complaint.decoded("DTSTART") == COMPLAIN_BY - dt.timedelta(days=1)
    gone = [one for one in second.values() if str(one["STATUS"]) == "CANCELLED"]
    assert gone
    assert all(not one.walk("VALARM") for one in gone)
    third = events(save_calendar(feed(session), tmp_path).read_bytes())
    assert {str(one["UID"]) for one in gone} <= third.keys(), "still cancelled for who missed it"


def test_what_has_passed_stays_in_the_calendars_that_have_it(session: Session) -> None:
    before = deadlines_file(feed(session))
    later = replace(feed(session), today=dt.date(2027, 1, 1), events=())
    assert events(deadlines_file(later, before)) == {}


@pytest.mark.parametrize("other", [b"", b"no calendar", b"BEGIN:VCALENDAR\r\nX"])
def test_a_file_that_is_none_of_ours_is_replaced(session: Session, other: bytes) -> None:
    assert len(events(deadlines_file(feed(session), other))) == len(due(session))


def test_two_schemes_never_share_an_event(session: Session) -> None:
    found = due(session)
    own = deadline_feed(session, found, Telling.WHAT)
    with session.operation("x") as operation:
        operation.delete(Scheme, "scheme")
    other = deadline_feed(session, found, Telling.WHAT)
    assert not {one.key for one in own.events} & {one.key for one in other.events}
