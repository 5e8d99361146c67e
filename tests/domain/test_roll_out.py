from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import WallTime, instant, shown, stretch
from bpa_desktop.domain.kinds import WEEK, HourKind
from bpa_desktop.domain.pattern import WEEKS, LeftOut, PatternLine, RosterPattern
from bpa_desktop.domain.roll_out import asked_for, is_deviation, is_touched, occurrences
from bpa_desktop.domain.roster import RestPeriod, RolledOut, Shift, ShiftState
from bpa_desktop.domain.slots import Slot, filled
from tests.domain.builders import day, moment, shift, time

MONDAY = day("2026-03-16")
ONE_DAY = dt.timedelta(days=1)
WEEK_AHEAD = (MONDAY, MONDAY + 7 * ONE_DAY)
LINES = (
    PatternLine(weekday=WEEK[0], from_time=time("07:00"), to_time=time("15:00"), helper="anna"),
    PatternLine(weekday=WEEK[0], from_time=time("23:00"), to_time=time("07:00"), helper="bo"),
    PatternLine(weekday=WEEK[3], from_time=time("07:00"), to_time=time("15:00")),
)
PATTERN = RosterPattern(id="p", starts_on=MONDAY, lines=LINES)

days = st.dates(day("2024-01-01"), day("2033-12-31"))
times = st.times().map(lambda one: one.replace(second=0, microsecond=0))
lines = st.builds(
    PatternLine,
    week=st.sampled_from(WEEKS),
    weekday=st.sampled_from(WEEK),
    from_time=times,
    to_time=times,
)


def made(slot: Slot, key: str, **changes: object) -> Shift:
    """The shift a roll-out makes of the slot, and what became of it."""
    rolled = RolledOut(
        pattern="p", start=slot.start, end=slot.end, helper=slot.helper or "", kind=slot.kind
    )
    one = Shift(
        id=key,
        planned_start=slot.start,
        planned_end=slot.end,
        helper=slot.helper,
        kind=slot.kind,
        rolled_out=(rolled,),
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def rolled_out(pattern: RosterPattern = PATTERN) -> list[Shift]:
    slots = occurrences(pattern, *WEEK_AHEAD)
    return [made(slot, f"s{number}") for number, slot in enumerate(slots)]


def asked(there: list[Shift], pattern: RosterPattern = PATTERN, *, take_back: bool = False):  # type: ignore[no-untyped-def] # noqa: ANN201
    return asked_for(
        pattern, WEEK_AHEAD, there, is_own=lambda one: one.pattern == "p", take_back=take_back
    )


def test_a_pattern_asks_for_its_lines_in_order_of_time() -> None:
    assert [(slot.start, slot.end, slot.helper) for slot in occurrences(PATTERN, *WEEK_AHEAD)] == [
        (moment("2026-03-16 07:00"), moment("2026-03-16 15:00"), "anna"),
        (moment("2026-03-16 23:00"), moment("2026-03-17 07:00"), "bo"),
        (moment("2026-03-19 07:00"), moment("2026-03-19 15:00"), None),
    ]


def test_nothing_is_asked_for_before_it_begins_or_after_it_ends() -> None:
    from_tuesday = replace(PATTERN, starts_on=MONDAY + ONE_DAY)
    assert [slot.start.day for slot in occurrences(from_tuesday, *WEEK_AHEAD)] == [19]
    until_monday = replace(PATTERN, ends_on=MONDAY)
    long = MONDAY, MONDAY + 70 * ONE_DAY
    assert [slot.start.day for slot in occurrences(until_monday, *long)] == [16, 16]


def test_the_weeks_go_on_over_a_week_53_and_a_leap_day() -> None:
    line = PatternLine(
        week=WEEKS[1], weekday=WEEK[2], from_time=time("07:00"), to_time=time("15:00")
    )
    pattern = RosterPattern(starts_on=day("2026-12-14"), weeks=WEEKS[1], lines=(line,))
    found = occurrences(pattern, day("2026-12-14"), day("2027-01-18"))
    assert [slot.start.date() for slot in found] == [day("2026-12-23"), day("2027-01-06")]
    leap = replace(pattern, starts_on=day("2028-02-21"))
    found = occurrences(leap, day("2028-02-21"), day("2028-03-20"))
    assert [slot.start.date() for slot in found] == [day("2028-03-01"), day("2028-03-15")]


@given(st.lists(lines, max_size=12), days, st.integers(0, 120), st.integers(0, 400))
@example([], MONDAY, 0, 0)
def test_asked_for_a_day_at_a_time_or_all_at_once(
    some: list[PatternLine], starts_on: dt.date, later: int, count: int
) -> None:
    pattern = RosterPattern(starts_on=starts_on, lines=tuple(some))
    first = starts_on + later * ONE_DAY
    whole = list(occurrences(pattern, first, first + count * ONE_DAY))
    apart = [
        slot
        for step in range(count)
        for slot in occurrences(pattern, first + step * ONE_DAY, first + (step + 1) * ONE_DAY)
    ]
    assert whole == apart
    weeks = {
        (slot.start.date() - pattern.monday).days // 7 % pattern.length: None for slot in whole
    }
    assert weeks.keys() <= set(range(pattern.length))


@given(days, times, times)
@example(day("2026-03-29"), time("02:00"), time("03:00"))
@example(day("2026-03-29"), time("02:30"), time("03:15"))
@example(day("2026-10-25"), time("02:00"), time("02:30"))
@example(day("2026-10-24"), time("23:00"), time("02:30"))
@example(day("2028-02-29"), time("07:00"), time("07:00"))
def test_a_stretch_is_never_at_a_time_the_clock_skips_and_never_empty(
    on: dt.date, start: dt.time, end: dt.time
) -> None:
    begin, finish = stretch(on, start, end)
    assert shown(begin) is shown(finish) is WallTime.ONCE
    assert instant(begin) < instant(finish)
    assert finish - begin <= dt.timedelta(hours=26)


def test_the_night_of_the_change_is_an_hour_shorter_or_longer() -> None:
    spring = stretch(day("2026-03-28"), time("23:00"), time("07:00"))
    autumn = stretch(day("2026-10-24"), time("23:00"), time("07:00"))
    lengths = [instant(end) - instant(start) for start, end in (spring, autumn)]
    assert lengths == [7 * 60, 9 * 60]


def test_what_was_rolled_out_once_is_not_changed_by_the_next_time() -> None:
    there = rolled_out()
    found = asked(there)
    assert [(one.shift, one.slot.start) for one in found.placed] == [
        (one, one.planned_start) for one in there
    ]
    assert (found.removed, found.kept, found.filled) == ((), (), ())


def test_a_deviation_keeps_its_slot_wherever_it_was_moved() -> None:
    first, *rest = rolled_out()
    for changes in (
        {"helper": "carla"},
        {"planned_start": moment("2026-03-16 09:00")},
        {"planned_start": moment("2026-04-16 07:00"), "planned_end": moment("2026-04-16 15:00")},
        {"state": ShiftState.CANCELLED},
        {"state": ShiftState.WORKED},
        {"note": "Nøglen ligger hos naboen."},
        {"kind": HourKind.TRAINING},
        {"helper": "dina", "stands_in_for": "anna"},
        {"rests": (RestPeriod(start=moment("2026-03-16 11:00"), end=moment("2026-03-16 12:00")),)},
    ):
        found = asked([replace(first, **changes), *rest])
        assert [one.shift for one in found.placed] == rest, changes
        assert len(found.kept) == 1
        assert found.removed == ()


def test_deviations_are_taken_back_but_not_what_was_worked() -> None:
    first, second, third = rolled_out()
    changed = replace(first, helper="carla")
    worked = replace(second, state=ShiftState.WORKED)
    found = asked([changed, worked, third], take_back=True)
    assert [(one.slot.helper, one.shift) for one in found.placed] == [
        ("anna", changed),
        (None, third),
    ]
    assert found.kept == (worked,)


def test_a_changed_line_changes_its_shift_and_a_line_taken_away_takes_it_out() -> None:
    first, second, third = rolled_out()
    later = replace(LINES[0], from_time=time("08:00"), to_time=time("16:00"))
    found = asked([first, second, third], replace(PATTERN, lines=(later, LINES[2])))
    assert [(one.slot.start.hour, one.shift) for one in found.placed] == [(8, first), (7, third)]
    assert found.removed == (second,)


def test_a_deleted_shift_does_not_come_again_until_deviations_are_taken_back() -> None:
    first, *rest = rolled_out()
    gone = LeftOut(start=first.planned_start, end=first.planned_end, helper="anna")
    pattern = replace(PATTERN, left_out=(gone,))
    found = asked(rest, pattern)
    assert [one.shift for one in found.placed] == rest
    assert found.left_out == 1
    assert len(asked(rest, pattern, take_back=True).placed) == 3


def test_one_of_two_alike_that_was_deleted_leaves_the_other() -> None:
    twice = replace(PATTERN, lines=(LINES[2], LINES[2]))
    one = rolled_out(twice)[0]
    gone = LeftOut(start=one.planned_start, end=one.planned_end)
    found = asked([one], replace(twice, left_out=(gone,)))
    assert [placed.shift for placed in found.placed] == [one]


def test_a_shift_made_by_hand_fills_its_slot_but_takes_none_that_is_laid() -> None:
    by_hand = shift("2026-03-16 08:00", "2026-03-16 15:00", "anna")
    found = asked([by_hand])
    assert [slot.helper for slot in found.filled] == ["anna"]
    assert len(found.placed) == 2
    beside = shift("2026-03-16 08:00", "2026-03-16 15:00", "carla")
    found = asked([beside, *rolled_out()])
    assert len(found.placed) == 3
    assert (found.filled, found.removed) == ((), ())


def test_days_before_are_not_looked_at() -> None:
    before = [
        made(slot, f"old{number}")
        for number, slot in enumerate(
            occurrences(replace(PATTERN, starts_on=day("2026-03-02")), day("2026-03-02"), MONDAY)
        )
    ]
    found = asked([*before, *rolled_out()], replace(PATTERN, lines=()))
    assert [one.id for one in found.removed] == ["s0", "s1", "s2"]


def test_a_note_or_a_confirmation_is_no_deviation_but_is_not_undone_either() -> None:
    one = rolled_out()[0]
    for changes in ({"note": "Ring på."}, {"state": ShiftState.WORKED}):
        touched = replace(one, **changes)  # type: ignore[arg-type]
        assert is_touched(touched)
        assert not is_deviation(touched)
    assert is_deviation(replace(one, helper="carla"))
    assert not is_touched(one)
    assert not is_deviation(shift("2026-03-16 07:00", "2026-03-16 15:00"))


def test_half_of_a_slot_fills_it_and_less_does_not() -> None:
    slot = Slot(moment("2026-03-16 07:00"), moment("2026-03-16 15:00"), "anna")
    half = shift("2026-03-16 11:00", "2026-03-16 19:00", "bo")
    less = shift("2026-03-16 11:30", "2026-03-16 19:00", "bo")
    called_off = replace(half, state=ShiftState.CANCELLED)
    meeting = replace(half, kind=HourKind.STAFF_MEETING)
    assert [
        bool(filled([slot], [one], is_beside=lambda _one: False).shifts)
        for one in (half, less, called_off, meeting)
    ] == [
        True,
        False,
        False,
        False,
    ]


def test_the_own_helpers_shift_fills_before_anothers_and_one_fills_one_slot() -> None:
    start, end = moment("2026-03-16 07:00"), moment("2026-03-16 15:00")
    slots = [Slot(start, end, "anna"), Slot(start, end, "bo")]
    there = shift("2026-03-16 07:00", "2026-03-16 15:00", "bo")
    assert filled(slots, [there], is_beside=lambda _one: False).shifts == {1: there}
    other = replace(there, helper="carla")
    assert not filled(slots, [other], is_beside=lambda _one: True).shifts
