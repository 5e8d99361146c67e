"""Each action on shifts is one line in the journal, and undo gives back every byte."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import NoSuchTime, instant
from bpa_desktop.domain.coverage import Hole
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services import rostering
from bpa_desktop.services.shift_times import Times
from bpa_desktop.storage.records import Refused
from tests.domain.builders import moment
from tests.services.little_roster import (
    NOW,
    TODAY,
    days_and_evenings,
    everything,
    lay,
    open_little,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

COMING = shift("03-16 15:00", "03-16 23:00", "bo")
RUNNING = shift("03-16 07:00", "03-16 15:00", "anna")
PAST = shift("03-15 07:00", "03-15 15:00", "anna")
NIGHT = shift("03-16 23:00", "03-17 07:00", "carla")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, COMING, RUNNING, PAST, NIGHT)
        yield opened


def read(session: Session, one: Shift) -> Shift:
    found = rostering.find_shift(session, one.id)
    assert found is not None
    return found


ACTIONS: list[Callable[[Session], object]] = [
    lambda session: rostering.add_shift(session, TODAY, "dina"),
    lambda session: rostering.set_times(session, COMING, Times(dt.time(16), dt.time(22))),
    lambda session: rostering.set_start(session, COMING, dt.time(14)),
    lambda session: rostering.set_end(session, COMING, dt.time(22)),
    lambda session: rostering.shift_start(session, COMING, -30),
    lambda session: rostering.shift_end(session, COMING, 30),
    lambda session: rostering.give_to(session, COMING, "dina"),
    lambda session: rostering.give_to(session, COMING, None),
    lambda session: rostering.delete_shift(session, COMING),
    lambda session: rostering.cancel(session, COMING),
    lambda session: rostering.confirm(session, PAST),
    lambda session: rostering.report_sick(session, RUNNING),
]


@pytest.mark.parametrize("action", ACTIONS)
def test_each_is_one_action_and_undo_takes_it_back_whole(
    session: Session, action: Callable[[Session], object]
) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    action(session)
    assert everything(session) != before
    assert len(session.records.journal.entries()) == steps + 1
    session.undo()
    assert everything(session) == before


def test_a_new_shift_takes_the_times_that_are_usual(session: Session) -> None:
    lay(session, *days_and_evenings("dina", "03-01", 8, "11:00", "19:00"))
    made = rostering.add_shift(session, dt.date(2026, 3, 21), "dina")
    assert (made.planned_start, made.planned_end) == (
        moment("2026-03-21 11:00"),
        moment("2026-03-21 19:00"),
    )
    given = rostering.add_shift(session, dt.date(2026, 3, 22), None, Times(dt.time(23), dt.time(7)))
    assert given.planned_end == moment("2026-03-23 07:00")
    assert given.helper is None


def test_a_coming_shift_is_planned_anew(session: Session) -> None:
    earlier = rostering.shift_start(session, COMING, -30)
    assert earlier.planned_start == moment("2026-03-16 14:30")
    longer = rostering.shift_end(session, earlier, 30)
    assert (longer.planned_end, longer.state) == (moment("2026-03-16 23:30"), ShiftState.PLANNED)
    assert longer.worked_end is None


def test_a_shift_that_is_over_keeps_its_plan_and_says_how_it_was(session: Session) -> None:
    later = rostering.shift_end(session, PAST, 30)
    assert later.planned_end == PAST.planned_end
    assert (later.worked_start, later.worked_end) == (None, moment("2026-03-15 15:30"))
    assert later.state is ShiftState.WORKED
    back = rostering.shift_end(session, later, -30)
    assert (back.worked_end, back.state) == (None, ShiftState.WORKED)


def test_an_unfilled_shift_that_is_over_was_not_worked(session: Session) -> None:
    empty = shift("03-14 07:00", "03-14 15:00", None)
    lay(session, empty)
    moved = rostering.shift_end(session, empty, 30)
    assert (moved.planned_end, moved.state) == (moment("2026-03-14 15:30"), ShiftState.PLANNED)


def test_a_start_is_the_nearest_such_time_and_an_end_the_next(session: Session) -> None:
    late = rostering.set_start(session, NIGHT, dt.time(0, 30))
    assert late.planned_start == moment("2026-03-17 00:30")
    early = rostering.set_start(session, NIGHT, dt.time(22))
    assert early.planned_start == moment("2026-03-16 22:00")
    short = rostering.set_end(session, NIGHT, dt.time(6))
    assert short.planned_end == moment("2026-03-17 06:00")


def test_a_time_the_clock_skips_is_refused_when_written_and_passed_over_when_moved(
    session: Session,
) -> None:
    spring = shift("03-28 23:00", "03-29 03:30", "dina")
    lay(session, spring)
    with pytest.raises(NoSuchTime):
        rostering.set_end(session, spring, dt.time(2, 30))
    moved = rostering.shift_end(session, spring, -30)
    assert moved.planned_end == moment("2026-03-29 03:00")
    assert rostering.shift_end(session, moved, -30).planned_end == moment("2026-03-29 01:30")


def test_an_end_before_the_start_changes_nothing(session: Session) -> None:
    short = shift("03-20 07:00", "03-20 07:30", "dina")
    lay(session, short)
    before = everything(session)
    with pytest.raises(Refused):
        rostering.shift_end(session, short, -30)
    assert everything(session) == before


def test_a_shift_given_to_nobody_is_only_planned_again(session: Session) -> None:
    worked = rostering.shift_end(session, PAST, 30)
    bare = rostering.give_to(session, worked, None)
    assert (bare.helper, bare.state, bare.worked_end) == (None, ShiftState.PLANNED, None)


def test_the_sick_helper_who_comes_after_all_stands_in_for_nobody(session: Session) -> None:
    rostering.report_sick(session, COMING)
    unfilled = read(session, COMING)
    assert (unfilled.helper, unfilled.stands_in_for) == (None, "bo")
    assert rostering.give_to(session, unfilled, "dina").stands_in_for == "bo"
    assert rostering.give_to(session, unfilled, "bo").stands_in_for is None


def test_a_cancelled_shift_can_take_place_after_all(session: Session) -> None:
    off = rostering.cancel(session, COMING)
    assert off.state is ShiftState.CANCELLED
    assert rostering.restore(session, off).state is ShiftState.PLANNED


def test_a_day_of_sickness_takes_the_whole_day(session: Session) -> None:
    extra = shift("03-16 18:00", "03-16 20:00", "anna")
    lay(session, extra)
    absence = rostering.report_sick(session, RUNNING)
    assert (absence.helper, absence.kind) == ("anna", AbsenceKind.SICKNESS)
    assert (absence.first_day, absence.last_day, absence.from_time) == (TODAY, TODAY, None)
    assert read(session, extra).helper is None
    assert read(session, PAST).helper == "anna"
    assert session.records.all(Absence) == (absence,)


def test_a_night_of_sickness_is_only_the_night(session: Session) -> None:
    absence = rostering.report_sick(session, NIGHT)
    assert (absence.first_day, absence.last_day) == (TODAY, TODAY + dt.timedelta(days=1))
    assert (absence.from_time, absence.to_time) == (dt.time(23), dt.time(7))


def test_work_before_falling_ill_stays_worked(session: Session) -> None:
    morning = shift("03-16 00:00", "03-16 06:00", "bo")
    lay(session, morning)
    absence = rostering.report_sick(session, COMING)
    assert absence.from_time == dt.time(15)
    assert read(session, morning).helper == "bo"
    assert read(session, COMING).helper is None


def test_a_long_hole_is_filled_piece_by_piece(session: Session) -> None:
    lay(session, *days_and_evenings("dina", "03-02", 5, "07:00", "15:00"))
    lay(session, *days_and_evenings("bo", "03-02", 5, "15:00", "23:00"))
    long = Hole(
        start=instant(moment("2026-03-24 07:00")),
        end=instant(moment("2026-03-26 07:00")),
        kind=HourKind.TWO_HELPERS,
        missing=1,
    )
    first = rostering.lay_in(session, long)
    assert (first.planned_end, first.kind) == (moment("2026-03-24 15:00"), HourKind.TWO_HELPERS)
    short = Hole(
        start=long.start, end=instant(moment("2026-03-24 09:00")), kind=HourKind.BASIS, missing=1
    )
    assert rostering.lay_in(session, short).planned_end == moment("2026-03-24 09:00")


def test_words_for_who_and_when(session: Session) -> None:
    assert rostering.who(session, "anna") == "Anna"
    assert rostering.who(session, None) == "ubesat"
    assert rostering.when(NIGHT) == "mandag 16. marts 23–07"
    assert rostering.find_shift(session, "nothing") is None


def test_running_and_over_end_on_the_minute() -> None:
    assert rostering.is_running(RUNNING, NOW)
    assert rostering.is_running(RUNNING, moment("2026-03-16 07:00"))
    assert not rostering.is_running(RUNNING, moment("2026-03-16 15:00"))
    assert rostering.is_over(RUNNING, moment("2026-03-16 15:00"))
    assert not rostering.is_over(RUNNING, moment("2026-03-16 14:59"))


def test_the_label_is_short_and_the_journal_keeps_when(session: Session) -> None:
    rostering.give_to(session, COMING, "dina")
    assert session.undo_text() == "book Dina"
    newest = session.records.journal.entries(1)[0]
    assert newest.label.texts["when"] == "mandag 16. marts 15–23"
