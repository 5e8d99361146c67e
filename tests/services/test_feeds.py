"""The calendars: one helper's own shifts or everybody's, and what is taken out of them again."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.calendar_feed import calendar_file
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.feeds import Told, feed_for_all, helper_feed
from bpa_desktop.services.reading import helpers
from tests.documents.ics_reader import read
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.documents.calendar_feed import Feed
    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as found:
        yield found


def of(session: Session, who: str, first: dt.date = TODAY, told: Told | None = None) -> Feed:
    person = next(one for one in helpers(session) if one.id == who)
    return helper_feed(session, person, first, told or Told())


def titles(feed: Feed) -> list[str]:
    return [one.title for one in feed.events]


def off(feed: Feed) -> set[str]:
    return {one.key for one in feed.events if one.is_off}


def on(feed: Feed) -> set[str]:
    return {one.key for one in feed.events if not one.is_off}


def test_a_helper_gets_their_own_shifts_and_no_name_kind_or_note(session: Session) -> None:
    lay(
        session,
        shift("03-16 07:00", "03-16 15:00", "dina", note="Hemmelig", deviation="Syg"),
        shift("03-16 15:00", "03-17 00:00", "anna"),
        shift("03-17 17:00", "03-17 19:00", "dina", kind=HourKind.STAFF_MEETING),
    )
    assert titles(of(session, "dina")) == ["Vagt 07–15", "Vagt 17–19"]


def test_the_calendar_for_all_says_who_comes_and_what_is_unfilled(session: Session) -> None:
    lay(
        session,
        shift("03-16 07:00", "03-16 15:00", "anna"),
        shift("03-16 15:00", "03-17 00:00", None),
    )
    assert titles(feed_for_all(session, TODAY)) == ["Anna 07–15", "Ubesat 15–24"]


def test_the_citizen_and_the_kind_are_told_only_when_chosen(session: Session) -> None:
    lay(session, shift("03-17 17:00", "03-17 19:00", "dina", kind=HourKind.STAFF_MEETING))
    told = Told(citizen=True, kind=True)
    assert titles(of(session, "dina", told=told)) == ["Vagt 17–19 møde hos Eksempel"]


def test_what_is_over_before_the_first_day_is_left_out(session: Session) -> None:
    lay(
        session,
        shift("03-14 07:00", "03-14 15:00", "dina", id="over"),
        shift("03-15 23:00", "03-16 07:00", "dina", id="night"),
        shift("06-16 07:00", "06-16 15:00", "dina", id="later"),
    )
    assert on(of(session, "dina")) == {"night", "later"}
    assert off(of(session, "dina")) == set()


def _deleted(session: Session, one: Shift) -> None:
    with session.operation("delete") as operation:
        operation.delete(Shift, one.id)


def _changed(session: Session, one: Shift, **fields: object) -> None:
    lay(session, replace(one, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("how", ["deleted", "cancelled", "unfilled", "given away"])
def test_what_is_not_theirs_any_more_is_called_off(session: Session, how: str) -> None:
    one = shift("03-16 07:00", "03-16 15:00", "dina", id="one")
    lay(session, one, shift("03-18 07:00", "03-18 15:00", "dina", id="two"))
    if how == "deleted":
        _deleted(session, one)
    elif how == "cancelled":
        _changed(session, one, state=ShiftState.CANCELLED)
    else:
        _changed(session, one, helper=None if how == "unfilled" else "anna")
    feed = of(session, "dina")
    assert (on(feed), off(feed)) == ({"two"}, {"one"})
    (event,) = [found for found in read(calendar_file(feed)) if found.is_off]
    assert event.uid == "one@bpa-desktop"
    assert (event.title, event.minutes) == ("Aflyst: 07–15", 8 * 60)


def test_what_was_given_away_stands_in_the_other_calendar_under_the_same_id(
    session: Session,
) -> None:
    one = shift("03-16 07:00", "03-16 15:00", "dina", id="one")
    lay(session, one)
    _changed(session, one, helper="anna")
    assert on(of(session, "anna")) == {"one"}
    assert off(of(session, "anna")) == set()
    assert titles(feed_for_all(session, TODAY)) == ["Anna 07–15"]


def test_what_came_back_is_not_called_off(session: Session) -> None:
    one = shift("03-16 07:00", "03-16 15:00", "dina", id="one")
    lay(session, one)
    _deleted(session, one)
    session.undo()
    feed = of(session, "dina")
    assert (on(feed), off(feed)) == ({"one"}, set())


def test_a_roll_out_that_was_undone_is_called_off(session: Session) -> None:
    lay(session, shift("03-16 07:00", "03-16 15:00", "dina", id="one"))
    session.undo()
    assert off(of(session, "dina")) == {"one"}
    assert off(of(session, "anna")) == set()


def test_what_was_moved_before_the_first_day_is_moved_and_not_called_off(
    session: Session,
) -> None:
    one = shift("03-16 07:00", "03-16 15:00", "dina", id="one")
    lay(session, one)
    _changed(
        session,
        one,
        planned_start=moment("2026-03-09T07:00"),
        planned_end=moment("2026-03-09T15:00"),
    )
    feed = of(session, "dina")
    assert [(event.key, event.start.day, event.is_off) for event in feed.events] == [
        ("one", 9, False)
    ]


def test_what_was_never_more_than_called_off_is_left_out(session: Session) -> None:
    lay(session, shift("03-16 07:00", "03-16 15:00", "dina", state=ShiftState.CANCELLED))
    assert of(session, "dina").events == ()


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-28T23:00", "2026-03-29T07:00", 7),
        ("2026-10-24T23:00", "2026-10-25T07:00", 9),
        ("2028-02-28T23:00", "2028-02-29T07:00", 8),
        ("2026-12-31T23:00", "2027-01-01T07:00", 8),
    ],
)
def test_every_shift_is_read_back_with_its_own_length(
    session: Session, start: str, end: str, hours: int
) -> None:
    moments = {
        "planned_start": dt.datetime.fromisoformat(start),
        "planned_end": dt.datetime.fromisoformat(end),
    }
    lay(session, Shift(id="night", helper="dina", **moments))
    (event,) = read(calendar_file(of(session, "dina")))
    (kept,) = session.records.all(Shift)
    assert event.minutes == kept.planned[1] - kept.planned[0] == hours * 60


def test_a_worked_shift_has_the_times_it_was_worked(session: Session) -> None:
    lay(
        session,
        shift(
            "03-16 07:00",
            "03-16 15:00",
            "dina",
            state=ShiftState.WORKED,
            worked_end=moment("2026-03-16T16:30"),
        ),
    )
    assert titles(of(session, "dina")) == ["Vagt 07–16:30"]
