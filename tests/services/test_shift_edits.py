"""Span, kind, words, copies, halves and holes: one action each, and undo gives back every byte."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import NoSuchTime, instant
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import RestPeriod, Shift, ShiftState
from bpa_desktop.services import shift_edits, shift_rests
from bpa_desktop.services.shift_edits import CutOutside
from bpa_desktop.services.shift_rests import RestOutside, RestsOverlap
from tests.domain.builders import moment
from tests.services.little_roster import everything, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

COMING = shift("03-18 15:00", "03-18 23:00", "bo", note="keys", deviation="")
PAST = shift("03-15 07:00", "03-15 15:00", "anna")
NIGHT = shift("03-19 01:00", "03-19 07:00", "carla")
LONG = shift(
    "03-20 07:00",
    "03-21 07:00",
    "dina",
    rests=(RestPeriod(start=moment("2026-03-20 23:00"), end=moment("2026-03-21 06:00")),),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, COMING, PAST, NIGHT, LONG)
        yield opened


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def day(number: int) -> dt.date:
    return dt.date(2026, 3, number)


ACTIONS: list[Callable[[Session], object]] = [
    lambda session: shift_edits.set_span(session, COMING, clock("16:00"), clock("22:00")),
    lambda session: shift_edits.set_kind(session, COMING, HourKind.AVAILABILITY),
    lambda session: shift_edits.set_note(session, COMING, "bring the ramp"),
    lambda session: shift_edits.set_reason(session, PAST, "came later"),
    lambda session: shift_edits.copy_to(session, COMING, day(25)),
    lambda session: shift_edits.split(
        session, COMING, moment("2026-03-18 19:00"), keep_helper=False
    ),
    lambda session: shift_edits.split(session, LONG, moment("2026-03-21 00:00"), keep_helper=True),
    lambda session: shift_edits.extend_to_next(session, COMING),
    lambda session: shift_rests.add_rest(session, COMING, clock("18:00"), clock("19:00")),
    lambda session: shift_rests.remove_rest(session, LONG, LONG.rests[0]),
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


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        ("07:00", "15:00", "18 07:00", "18 15:00"),
        ("22:00", "06:00", "18 22:00", "19 06:00"),
        ("07:00", "07:00", "18 07:00", "19 07:00"),
    ],
)
def test_a_span_begins_on_the_same_day_and_may_last_a_day_and_a_night(
    session: Session, start: str, end: str, begins: str, ends: str
) -> None:
    changed = shift_edits.set_span(session, COMING, clock(start), clock(end))
    assert changed.planned_start == moment(f"2026-03-{begins}")
    assert changed.planned_end == moment(f"2026-03-{ends}")


def test_a_span_of_a_past_shift_says_how_it_was(session: Session) -> None:
    changed = shift_edits.set_span(session, PAST, clock("07:00"), clock("16:00"))
    assert (changed.planned_end, changed.worked_end) == (
        PAST.planned_end,
        moment("2026-03-15 16:00"),
    )
    assert (changed.worked_start, changed.state) == (None, ShiftState.WORKED)


def test_the_same_span_is_no_action(session: Session) -> None:
    steps = len(session.records.journal.entries())
    assert shift_edits.set_span(session, COMING, clock("15:00"), clock("23:00")) == COMING
    assert len(session.records.journal.entries()) == steps


def test_a_span_at_a_time_the_clock_skips_is_refused(session: Session) -> None:
    spring = shift("03-28 22:00", "03-29 06:00", "anna")
    lay(session, spring)
    before = everything(session)
    with pytest.raises(NoSuchTime):
        shift_edits.set_span(session, spring, clock("22:00"), clock("02:30"))
    assert everything(session) == before


def test_usual_kinds_are_those_of_the_grant_and_the_shifts_own(session: Session) -> None:
    lines = (
        GrantLine(kind=HourKind.STAFF_MEETING, minutes=600, per=Per.YEAR),
        GrantLine(kind=HourKind.AVAILABILITY, minutes=9000, per=Per.WEEK),
    )
    lay(session, Grant(id="grant", valid_from=day(1), lines=lines))
    assert shift_edits.usual_kinds(session, day(20), HourKind.COURSE) == (
        HourKind.BASIS,
        HourKind.AVAILABILITY,
        HourKind.STAFF_MEETING,
        HourKind.COURSE,
    )
    assert shift_edits.usual_kinds(session, dt.date(2026, 2, 20)) == (HourKind.BASIS,)


def test_a_copy_is_planned_and_takes_kind_helper_and_rests_along(session: Session) -> None:
    worked = shift(
        "03-14 14:00",
        "03-15 02:00",
        "bo",
        kind=HourKind.AVAILABILITY,
        state=ShiftState.WORKED,
        worked_end=moment("2026-03-15 03:00"),
        deviation="came later",
        note="for that day only",
        rests=(RestPeriod(start=moment("2026-03-14 20:00"), end=moment("2026-03-15 00:30")),),
    )
    lay(session, worked)
    copy, against = shift_edits.copy_to(session, worked, day(24))
    assert against == ()
    assert copy == Shift(
        id=copy.id,
        planned_start=moment("2026-03-24 14:00"),
        planned_end=moment("2026-03-25 02:00"),
        helper="bo",
        kind=HourKind.AVAILABILITY,
        rests=(RestPeriod(start=moment("2026-03-24 20:00"), end=moment("2026-03-25 00:30")),),
    )


def test_a_copy_that_collides_is_unfilled_and_says_why(session: Session) -> None:
    away = Absence(
        id="a", helper="bo", kind=AbsenceKind.HOLIDAY, first_day=day(25), last_day=day(25)
    )
    lay(session, away)
    copy, against = shift_edits.copy_to(session, COMING, day(25))
    assert copy.helper is None
    assert [one.code for one in against] == [Code.DURING_ABSENCE]


def test_a_copy_of_an_unfilled_shift_has_nothing_against_it(session: Session) -> None:
    empty = shift("03-17 07:00", "03-17 15:00", None)
    lay(session, empty)
    assert shift_edits.copy_to(session, empty, day(24)).against == ()


def test_a_copy_steps_off_a_time_the_clock_skips(session: Session) -> None:
    late = shift("03-21 18:00", "03-22 02:30", "anna")
    lay(session, late)
    assert shift_edits.copy_to(session, late, day(28)).shift.planned_end == moment(
        "2026-03-29 03:00"
    )


def test_a_copy_keeps_its_end_after_its_start_where_the_clock_skips(session: Session) -> None:
    short = shift("03-22 02:00", "03-22 02:30", "anna")
    lay(session, short)
    copy = shift_edits.copy_to(session, short, day(29)).shift
    assert (copy.planned_start, copy.planned_end) == (
        moment("2026-03-29 03:00"),
        moment("2026-03-29 03:30"),
    )


def test_the_halves_meet_and_the_second_may_be_for_another(session: Session) -> None:
    cut = moment("2026-03-18 19:00")
    first, second = shift_edits.split(session, COMING, cut, keep_helper=False)
    assert (first.id, first.helper, first.note) == (COMING.id, "bo", "keys")
    assert (first.planned_end, second.planned_start) == (cut, cut)
    assert (second.helper, second.planned_end, second.note) == (None, COMING.planned_end, "")
    assert second.id not in {"", first.id}


def test_a_worked_shift_keeps_its_worked_ends_when_it_is_split(session: Session) -> None:
    worked = shift(
        "03-14 07:00",
        "03-14 15:00",
        "bo",
        state=ShiftState.WORKED,
        worked_start=moment("2026-03-14 06:30"),
        worked_end=moment("2026-03-14 16:00"),
    )
    lay(session, worked)
    first, second = shift_edits.split(session, worked, moment("2026-03-14 11:00"), keep_helper=True)
    assert first.used == (moment("2026-03-14 06:30"), moment("2026-03-14 11:00"))
    assert second.used == (moment("2026-03-14 11:00"), moment("2026-03-14 16:00"))
    assert first.state is second.state is ShiftState.WORKED


def test_a_rest_over_the_cut_is_shared_out(session: Session) -> None:
    first, second = shift_edits.split(session, LONG, moment("2026-03-21 02:00"), keep_helper=True)
    assert [one.end for one in first.rests] == [moment("2026-03-21 02:00")]
    assert [one.start for one in second.rests] == [moment("2026-03-21 02:00")]
    both = shift_rests.minutes_of_rest(first) + shift_rests.minutes_of_rest(second)
    assert both == shift_rests.minutes_of_rest(LONG) == 7 * 60


@pytest.mark.parametrize("cut", ["18 15:00", "18 23:00", "18 14:00", "19 01:00"])
def test_a_shift_is_split_only_inside(session: Session, cut: str) -> None:
    before = everything(session)
    with pytest.raises(CutOutside):
        shift_edits.split(session, COMING, moment(f"2026-03-{cut}"), keep_helper=True)
    assert everything(session) == before


def test_a_written_cut_is_the_first_such_time_inside() -> None:
    assert shift_edits.cut_at(LONG, clock("06:00")) == moment("2026-03-21 06:00")
    assert shift_edits.cut_at(COMING, clock("19:15")) == moment("2026-03-18 19:15")
    with pytest.raises(CutOutside):
        shift_edits.cut_at(COMING, clock("12:00"))
    with pytest.raises(CutOutside):
        shift_edits.cut_at(LONG, clock("07:00"))


def test_a_note_goes_along_to_a_half_of_the_same_helper(session: Session) -> None:
    cut = moment("2026-03-18 19:00")
    assert shift_edits.split(session, COMING, cut, keep_helper=True)[1].note == "keys"


def test_a_shift_too_short_for_a_half_at_a_half_hour_has_no_middle() -> None:
    assert shift_edits.middle(shift("03-16 07:00", "03-16 07:45", "anna")) is None


def test_the_middle_of_a_worked_shift_can_be_cut_in_plan_and_work(session: Session) -> None:
    late = shift(
        "03-14 07:00",
        "03-14 09:00",
        "bo",
        state=ShiftState.WORKED,
        worked_end=moment("2026-03-14 15:00"),
    )
    lay(session, late)
    cut = shift_edits.middle(late)
    assert cut == moment("2026-03-14 08:00")
    assert shift_edits.split(session, late, cut, keep_helper=True)[1].used[0] == cut


MINUTES = st.integers(0, 60 * 24 * 366)


@given(MINUTES, st.integers(31, 48 * 60))
def test_the_middle_lies_inside_and_splits_in_two_real_halves(start: int, length: int) -> None:
    begin = moment("2026-01-01") + dt.timedelta(minutes=start)
    one = Shift(planned_start=begin, planned_end=begin + dt.timedelta(minutes=length))
    if list(one.problems()) or instant(one.planned_end) - instant(one.planned_start) <= 90:
        return
    cut = shift_edits.middle(one)
    assert cut is not None
    assert one.planned_start < cut < one.planned_end
    assert cut.minute % 30 == 0
    halves = instant(cut) - instant(begin), instant(one.planned_end) - instant(cut)
    assert abs(halves[0] - halves[1]) <= 2 * 90


def test_the_hole_after_a_shift_reaches_to_the_next(session: Session) -> None:
    assert shift_edits.next_start(session, COMING) == moment("2026-03-19 01:00")
    longer = shift_edits.extend_to_next(session, COMING)
    assert longer.planned_end == moment("2026-03-19 01:00")
    assert shift_edits.next_start(session, longer) is None


def test_there_is_no_hole_where_somebody_is_or_nobody_comes(session: Session) -> None:
    lay(session, shift("03-18 22:00", "03-19 02:00", "anna"))
    assert shift_edits.next_start(session, COMING) is None
    assert shift_edits.next_start(session, LONG) is None
    before = everything(session)
    assert shift_edits.extend_to_next(session, LONG) == LONG
    assert everything(session) == before


def test_a_meeting_or_a_shift_that_is_off_closes_no_hole(session: Session) -> None:
    lay(
        session,
        shift("03-18 23:00", "03-19 01:00", "anna", kind=HourKind.STAFF_MEETING),
        shift("03-19 00:00", "03-19 01:00", "dina", state=ShiftState.CANCELLED),
    )
    assert shift_edits.next_start(session, COMING) == moment("2026-03-19 01:00")


def test_a_rest_lies_where_the_clock_first_shows_it_inside(session: Session) -> None:
    bare = shift_rests.remove_rest(session, LONG, LONG.rests[0])
    assert bare.rests == ()
    rested = shift_rests.add_rest(session, bare, clock("01:00"), clock("05:00"))
    rested = shift_rests.add_rest(session, rested, clock("20:00"), clock("21:30"))
    assert [(one.start, one.end) for one in rested.rests] == [
        (moment("2026-03-20 20:00"), moment("2026-03-20 21:30")),
        (moment("2026-03-21 01:00"), moment("2026-03-21 05:00")),
    ]
    assert shift_rests.minutes_of_rest(rested) == 90 + 240


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("06:00", "08:00", RestOutside),
        ("23:00", "23:00", RestOutside),
        ("22:00", "23:30", RestsOverlap),
        ("00:00", "01:00", RestsOverlap),
    ],
)
def test_a_rest_outside_or_over_another_is_refused(
    session: Session, start: str, end: str, why: type[Exception]
) -> None:
    before = everything(session)
    with pytest.raises(why):
        shift_rests.add_rest(session, LONG, clock(start), clock(end))
    assert everything(session) == before


def test_a_rest_in_the_night_of_the_clock_change_has_its_real_length(session: Session) -> None:
    autumn = shift("10-24 07:00", "10-25 07:00", "dina")
    lay(session, autumn)
    rested = shift_rests.add_rest(session, autumn, clock("23:00"), clock("06:00"))
    assert shift_rests.minutes_of_rest(rested) == 8 * 60


def test_the_rests_that_are_usual_are_offered_where_they_fit(session: Session) -> None:
    fresh = shift("03-23 07:00", "03-24 07:00", "anna")
    offered = shift_rests.usual_rests(session, fresh)
    assert [(one.start, one.end) for one in offered] == [(clock("23:00"), clock("06:00"))]
    assert shift_rests.usual_rests(session, COMING) == ()
    assert shift_rests.usual_rests(session, LONG) == ()


def test_a_day_and_a_night_is_told_by_the_wall_clock() -> None:
    assert shift_rests.lasts_a_day(LONG)
    assert shift_rests.lasts_a_day(shift("03-28 07:00", "03-29 07:00", "anna"))
    assert not shift_rests.lasts_a_day(COMING)
