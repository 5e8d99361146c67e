"""Needs, supply and holes: examples, and the same as looking at every quarter of an hour."""

from __future__ import annotations

import datetime as dt
import functools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import at, day_of, day_start, wall
from bpa_desktop.domain.coverage import Cover, cover_by_day, gaps, holes, told, uncovered_parts
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import COVERING, PRESENT, WEEK, HourKind, Weekday
from bpa_desktop.domain.needs import needs
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED, actual
from tests.counting import not_counting
from tests.domain.builders import day, grant, line, moment, round_the_clock, row, time

if TYPE_CHECKING:
    from bpa_desktop.domain.stints import Stint

MONDAY = day("2026-03-16")
TUESDAY = day("2026-03-17")
BASIS = HourKind.BASIS
SECOND = HourKind.TWO_HELPERS


def placed(start: str, end: str, **fields: Any) -> GrantLine:
    return line(60, Per.DAY, from_time=time(start), to_time=time(end), **fields)


def seen(grants: list[Grant], rows: list[Stint], first: str, end: str) -> list[tuple[Any, ...]]:
    """The holes as wall-clock times, kind, number and shifts."""
    return [
        (
            f"{wall(one.start):%dT%H:%M}",
            f"{wall(one.end):%dT%H:%M}",
            one.kind,
            one.missing,
            one.shifts,
        )
        for one in holes(grants, rows, day(first), day(end))
    ]


def test_a_filled_round_the_clock_day_has_no_holes() -> None:
    rows = [
        row("2026-03-15T22:00", "2026-03-16T07:00"),
        row("2026-03-16T07:00", "2026-03-16T15:00", "bo"),
        row("2026-03-16T15:00", "2026-03-17T07:00", "dina"),
    ]
    grants = [grant("2026-01-01", round_the_clock())]
    assert not seen(grants, rows, "2026-03-16", "2026-03-17")
    assert cover_by_day(grants, rows, MONDAY, TUESDAY) == {MONDAY: Cover(24 * 60, 24 * 60)}


def test_an_unfilled_shift_is_a_hole_that_names_the_shift() -> None:
    rows = [
        row("2026-03-16T00:00", "2026-03-16T15:00"),
        row("2026-03-16T15:00", "2026-03-16T23:00", None),
        row("2026-03-16T23:00", "2026-03-17T07:00", "bo"),
    ]
    grants = [grant("2026-01-01", round_the_clock())]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T15:00", "16T23:00", BASIS, 1, ("2026-03-16T15:00",))
    ]
    cover = cover_by_day(grants, rows, MONDAY, TUESDAY)[MONDAY]
    assert (cover.covered, cover.needed, cover.uncovered) == (16 * 60, 24 * 60, 8 * 60)


def test_a_hole_is_as_long_as_can_be_and_names_every_shift_in_it() -> None:
    rows = [
        row("2026-03-16T07:00", "2026-03-16T15:00", None),
        row("2026-03-16T15:00", "2026-03-16T23:00", None),
    ]
    assert seen([grant("2026-01-01", round_the_clock())], rows, "2026-03-16", "2026-03-17") == [
        ("16T00:00", "17T00:00", BASIS, 1, ("2026-03-16T07:00", "2026-03-16T15:00"))
    ]


def test_the_night_of_the_march_change_is_an_hour_shorter() -> None:
    night = [grant("2026-01-01", placed("22:00", "06:00"))]
    found = holes(night, [], day("2026-03-28"), day("2026-03-30"))
    assert [one.minutes for one in found] == [6 * 60, 7 * 60, 2 * 60]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("02:15", "04:00", [60]),
        ("01:30", "02:30", [30]),
        ("02:30", "03:15", [15]),
        ("02:15", "02:45", []),
        ("01:00", "04:00", [120]),
    ],
)
def test_a_need_in_the_hour_that_is_jumped_over(start: str, end: str, minutes: list[int]) -> None:
    need = [grant("2026-01-01", placed(start, end))]
    found = holes(need, [], day("2026-03-29"), day("2026-03-30"))
    assert [one.minutes for one in found] == minutes


def test_the_day_of_the_october_change_is_an_hour_longer() -> None:
    (found,) = holes(
        [grant("2026-01-01", round_the_clock())], [], day("2026-10-25"), day("2026-10-26")
    )
    assert found.minutes == 25 * 60


def test_a_band_belongs_to_the_weekday_on_which_it_begins() -> None:
    friday_night = [grant("2026-01-01", placed("22:00", "06:00", weekdays=(Weekday.FRIDAY,)))]
    assert seen(friday_night, [], "2026-03-16", "2026-03-23") == [
        ("20T22:00", "21T06:00", BASIS, 1, ())
    ]


def test_equal_times_are_a_whole_day_from_that_time() -> None:
    seven = [grant("2026-01-01", placed("07:00", "07:00", weekdays=(Weekday.MONDAY,)))]
    assert seen(seven, [], "2026-03-16", "2026-03-23") == [("16T07:00", "17T07:00", BASIS, 1, ())]


def test_needs_follow_the_grant_that_counts_also_in_the_night_of_the_change() -> None:
    night = placed("22:00", "06:00")
    grants = [
        grant("2026-01-01", night),
        grant("2026-03-17", night, placed("22:00", "06:00", kind=SECOND)),
    ]
    assert seen(grants, [], "2026-03-16", "2026-03-18") == [
        ("16T00:00", "16T06:00", BASIS, 1, ()),
        ("16T22:00", "17T06:00", BASIS, 1, ()),
        ("17T00:00", "17T06:00", SECOND, 1, ()),
        ("17T22:00", "18T00:00", BASIS, 1, ()),
        ("17T22:00", "18T00:00", SECOND, 1, ()),
    ]


def test_only_placed_lines_of_the_covering_kinds_are_needs() -> None:
    grants = [
        grant(
            "2026-01-01",
            line(24 * 60, Per.DAY),
            placed("07:00", "15:00", kind=HourKind.STAFF_MEETING),
        )
    ]
    assert not list(needs(grants, MONDAY, TUESDAY))
    rows = [
        row("2026-03-16T07:00", "2026-03-16T15:00"),
        row("2026-03-16T15:00", "2026-03-16T18:00", None),
    ]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T15:00", "16T18:00", BASIS, 1, ("2026-03-16T15:00",))
    ]
    assert cover_by_day(grants, rows, MONDAY, TUESDAY)[MONDAY] == Cover(11 * 60, 8 * 60)


def test_one_of_two_helpers_fills_the_basic_hours_first() -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00"), placed("10:00", "12:00", kind=SECOND))]
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00", kind=SECOND),
        row("2026-03-16T10:00", "2026-03-16T12:00", None, id="open"),
    ]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T10:00", "16T12:00", SECOND, 1, ("open",))
    ]


@pytest.mark.parametrize("other", [SECOND, HourKind.OTHER])
def test_each_hole_at_a_time_gets_the_shift_of_its_own_kind_first(other: HourKind) -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00"), placed("10:00", "12:00", kind=SECOND))]
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00", None, kind=other, id="a"),
        row("2026-03-16T10:00", "2026-03-16T12:00", None, kind=BASIS, id="b"),
    ]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T10:00", "16T12:00", BASIS, 1, ("b",)),
        ("16T10:00", "16T12:00", SECOND, 1, ("a",)),
    ]


@pytest.mark.parametrize(
    ("needed", "beyond"),
    [(BASIS, HourKind.OTHER), (SECOND, BASIS), (HourKind.AVAILABILITY, SECOND)],
)
def test_of_two_unfilled_shifts_the_one_of_the_needed_kind_fills_the_need(
    needed: HourKind, beyond: HourKind
) -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00", kind=needed))]
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00", None, kind=beyond, id="a"),
        row("2026-03-16T10:00", "2026-03-16T12:00", None, kind=needed, id="b"),
    ]
    found = seen(grants, rows, "2026-03-16", "2026-03-17")
    assert {(one[2], one[3], one[4]) for one in found} == {
        (needed, 1, ("b",)),
        (beyond, 1, ("a",)),
    }
    assert cover_by_day(grants, rows, MONDAY, TUESDAY)[MONDAY] == Cover(240, 0)


def test_after_a_grant_has_ended_every_shift_is_what_is_needed() -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00"), last="2026-03-16")]
    rows = [row("2026-03-17T07:00", "2026-03-17T15:00")]
    assert cover_by_day(grants, rows, MONDAY, day("2026-03-18")) == {
        MONDAY: Cover(120, 0),
        TUESDAY: Cover(480, 480),
    }


def test_an_unfilled_shift_beyond_the_need_is_missing_in_its_own_kind() -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00"))]
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00"),
        row("2026-03-16T11:00", "2026-03-16T12:00", None, kind=HourKind.HOLIDAY_EXTRA, id="extra"),
    ]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T11:00", "16T12:00", HourKind.HOLIDAY_EXTRA, 1, ("extra",))
    ]
    assert cover_by_day(grants, rows, MONDAY, TUESDAY)[MONDAY] == Cover(180, 120)


def test_a_helper_beyond_the_need_does_not_make_the_day_longer() -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00"))]
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:30"),
        row("2026-03-16T11:30", "2026-03-16T12:00", "bo"),
    ]
    assert cover_by_day(grants, rows, MONDAY, TUESDAY)[MONDAY] == Cover(120, 120)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": ShiftState.CANCELLED},
        {"kind": HourKind.STAFF_MEETING},
        {"kind": HourKind.MUS},
        {"kind": HourKind.TRAINING},
        {"kind": HourKind.COURSE},
    ],
)
def test_who_does_not_cover_a_need(fields: dict[str, Any]) -> None:
    rows = [row("2026-03-16T10:00", "2026-03-16T12:00", **fields)]
    grants = [grant("2026-01-01", placed("10:00", "12:00"))]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T10:00", "16T12:00", BASIS, 1, ())
    ]


def test_unfilled_meetings_and_cancelled_shifts_are_no_holes() -> None:
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00", None, kind=HourKind.STAFF_MEETING),
        row("2026-03-16T10:00", "2026-03-16T12:00", None, state=ShiftState.CANCELLED),
    ]
    assert not seen([], rows, "2026-03-16", "2026-03-17")


def test_a_worked_shift_covers_what_was_worked() -> None:
    rows = [
        row(
            "2026-03-16T10:00",
            "2026-03-16T12:00",
            state=ShiftState.WORKED,
            worked_start=moment("2026-03-16T10:30"),
        )
    ]
    grants = [grant("2026-01-01", placed("10:00", "12:00"))]
    assert seen(grants, rows, "2026-03-16", "2026-03-17") == [
        ("16T10:00", "16T10:30", BASIS, 1, ())
    ]


def test_holes_are_cut_at_the_days_asked_about() -> None:
    rows = [row("2026-03-15T20:00", "2026-03-16T04:00", None)]
    assert seen([], rows, "2026-03-16", "2026-03-17") == [
        ("16T00:00", "16T04:00", BASIS, 1, ("2026-03-15T20:00",))
    ]


def test_uncovered_minutes_count_every_missing_helper() -> None:
    grants = [grant("2026-01-01", placed("10:00", "12:00", helpers=2))]
    assert uncovered_parts(grants, [], (MONDAY, TUESDAY, day("2026-03-18"))) == [
        {BASIS: 240},
        {BASIS: 240},
    ]


STEP = 30
FIRST = day("2026-03-28")
END = day("2026-03-31")
QUARTERS = range(day_start(FIRST), day_start(END), STEP)
times = st.sampled_from([dt.time(hour, minute) for hour in range(24) for minute in (0, 30)])
need_lines = st.builds(
    GrantLine,
    kind=st.sampled_from([*COVERING, HourKind.MUS]),
    minutes=st.just(60),
    helpers=st.integers(1, 2),
    weekdays=st.lists(st.sampled_from(WEEK[-3:] + WEEK[:2]), max_size=2, unique=True).map(tuple),
    from_time=times,
    to_time=times,
)
need_grants = st.lists(
    st.builds(
        Grant,
        id=st.sampled_from("abcde"),
        valid_from=st.dates(FIRST - dt.timedelta(2), END),
        valid_to=st.none() | st.dates(END - dt.timedelta(3), END),
        lines=st.lists(need_lines, max_size=2).map(tuple),
    ),
    max_size=2,
    unique_by=lambda one: one.id,
)


@st.composite
def stints(draw: st.DrawFn) -> list[Stint]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(-20, len(QUARTERS))) * STEP + QUARTERS.start
        worked = draw(st.none() | st.integers(1, 10))
        made.append(
            (
                f"s{number}",
                draw(st.sampled_from([None, "anna", "bo"])),
                None,
                str(draw(st.sampled_from([*PRESENT, HourKind.MUS]))),
                str(draw(st.sampled_from(ShiftState))),
                start,
                start + draw(st.integers(1, 50)) * STEP,
                None,
                start + worked * STEP if worked else None,
            )
        )
    return made


@functools.cache
def first_showing(date: dt.date, time: dt.time) -> int:
    """The first instant at which the clock shows that time or a later one."""
    moment = day_start(date)
    while wall(moment) < at(date, time):
        moment += 1
    return moment


def band_counts(one: GrantLine, now: int) -> int:
    """Whether the line asks for helpers at an instant, by asking each band of two days."""
    assert one.from_time is not None
    assert one.to_time is not None
    for date in (day_of(now), day_of(now) - dt.timedelta(1)):
        last = date + dt.timedelta(1) if one.to_time <= one.from_time else date
        begins, ends = first_showing(date, one.from_time), first_showing(last, one.to_time)
        if (not one.weekdays or WEEK[date.weekday()] in one.weekdays) and begins <= now < ends:
            return one.helpers
    return 0


def in_force_at(grants: list[Grant], date: dt.date) -> list[Grant]:
    opens = [one.valid_from for one in grants if one.valid_to is None and one.valid_from <= date]
    return [
        one
        for one in grants
        if one.valid_from <= date
        and (one.valid_from == max(opens) if one.valid_to is None else date <= one.valid_to)
    ]


def slow_reading(
    grants: list[Grant], rows: list[Stint], now: int
) -> tuple[int, int, Counter[HourKind]]:
    """Needed, covered and missing by kind at an instant, from the words of the rule."""
    need: Counter[HourKind] = Counter()
    places_need = False
    for one in in_force_at(grants, day_of(now)):
        for part in one.lines:
            if part.kind in COVERING:
                places_need = True
                need[part.kind] += band_counts(part, now)
    there = [
        one
        for one in rows
        if one[4] != CANCELLED
        and HourKind[one[3].upper()] in PRESENT
        and actual(one)[0] <= now < actual(one)[1]
    ]
    supply = sum(one[1] is not None for one in there)
    slots = [kind for kind in COVERING for _ in range(need[kind])][supply:]
    unfilled = sorted(
        (HourKind[one[3].upper()] for one in there if one[1] is None), key=list(HourKind).index
    )
    pool, left, extra = list(slots), [], []
    for kind in unfilled:
        (pool.remove if kind in pool else left.append)(kind)
    for kind in left:
        if pool:
            pool.pop()
        else:
            extra.append(kind)
    missing = Counter(slots + extra)
    needed = need.total() + len(extra) if places_need else len(there)
    return needed, needed - missing.total(), missing


@not_counting()
@given(need_grants, stints())
def test_the_same_as_looking_at_every_half_hour(grants: list[Grant], rows: list[Stint]) -> None:
    days = [FIRST + dt.timedelta(number) for number in range(4)]
    uncovered: list[Counter[HourKind]] = [Counter() for _ in days[1:]]
    cover = {date: [0, 0] for date in days[:-1]}
    by_moment = {}
    for now in QUARTERS:
        needed, covered, missing = slow_reading(grants, rows, now)
        by_moment[now] = missing
        cover[day_of(now)][0] += needed * STEP
        cover[day_of(now)][1] += covered * STEP
        for kind, count in missing.items():
            uncovered[days.index(day_of(now))][kind] += count * STEP
    assert [Counter(part) for part in uncovered_parts(grants, rows, days)] == uncovered
    assert cover_by_day(grants, rows, FIRST, END) == {
        date: Cover(*both) for date, both in cover.items()
    }
    found = holes(grants, rows, FIRST, END)
    for now, missing in by_moment.items():
        over = Counter({one.kind: one.missing for one in found if one.start <= now < one.end})
        assert over == missing


@given(need_grants, stints())
def test_holes_are_as_long_as_can_be_and_every_unfilled_shift_lies_in_them(
    grants: list[Grant], rows: list[Stint]
) -> None:
    found = holes(grants, rows, FIRST, END)
    starts = {(one.kind, one.missing, one.start) for one in found}
    assert not any((one.kind, one.missing, one.end) in starts for one in found)
    filled: dict[str, int] = defaultdict(int)
    for gap in gaps(grants, rows, FIRST, END):
        assert len(gap.shifts) <= gap.missing
        for one in gap.shifts:
            filled[one] += gap.end - gap.start
    window = day_start(FIRST), day_start(END)
    waiting = [
        one for one in rows if one[1] is None and one[4] != CANCELLED and one[3] != HourKind.MUS
    ]
    for one in waiting:
        start, end = actual(one)
        inside = max(0, min(end, window[1]) - max(start, window[0]))
        assert filled[one[0]] == inside
    assert {name for one in found for name in one.shifts} == {
        name for name in filled if filled[name]
    }


@given(need_grants, stints(), st.randoms())
def test_the_order_of_the_shifts_does_not_matter(
    grants: list[Grant], rows: list[Stint], order: Any
) -> None:
    mixed, turned = list(rows), list(grants)
    order.shuffle(mixed)
    order.shuffle(turned)
    assert holes(turned, mixed, FIRST, END) == holes(grants, rows, FIRST, END)


def test_one_unfilled_shift_is_one_hole_also_where_it_lacks_in_two_kinds() -> None:
    day_and_lift = grant(
        "2026-01-01", placed("07:00", "15:00"), placed("08:00", "11:00", kind=SECOND)
    )
    rows = [
        row("2026-03-16T07:00", "2026-03-16T15:00", None),
        row("2026-03-16T08:00", "2026-03-16T11:00", "gorm", kind=SECOND),
    ]
    found = holes([day_and_lift], rows, MONDAY, TUESDAY)
    assert [one.kind for one in found] == [BASIS, SECOND, BASIS]
    (hole,) = told(found)
    assert (hole.start, hole.end, hole.missing) == (rows[0][5], rows[0][6], 1)


def test_holes_that_different_shifts_fill_or_none_are_told_apart() -> None:
    day_and_lift = grant(
        "2026-01-01", placed("07:00", "15:00"), placed("15:00", "17:00", kind=SECOND)
    )
    assert len(list(told(holes([day_and_lift], [], MONDAY, TUESDAY)))) == 2
    rows = [
        row("2026-03-16T07:00", "2026-03-16T15:00", None),
        row("2026-03-16T15:00", "2026-03-16T17:00", None, kind=SECOND),
    ]
    assert len(list(told(holes([day_and_lift], rows, MONDAY, TUESDAY)))) == 2
