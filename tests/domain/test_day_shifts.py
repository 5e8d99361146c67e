"""24-hour shifts under the agreement: rest inside, before and after, and minute by minute."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant, wall
from bpa_desktop.domain.day_shifts import RULE, day_shifts, is_day_shift, rests_in, terms
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.work import Block, work_of
from tests.domain.builders import book, moment, row, rule, time

if TYPE_CHECKING:
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.stints import Stint

ROW = rule(
    RULE,
    shift_minutes=1440,
    rest_inside_minutes=480,
    night_rest_minutes=240,
    night_from=time("23:00"),
    night_to=time("06:00"),
    rest_before_minutes=660,
    rest_after_minutes=1320,
    unbroken_minutes=360,
    between_minutes=1440,
)
LAW = book(ROW)
TERMS = terms(ROW)
WHOLE = row("2026-03-17T08:00", "2026-03-18T08:00", id="whole")
GOOD = ("2026-03-17T23:00", "2026-03-18T05:00"), ("2026-03-17T13:00", "2026-03-17T15:00")
"""Eight hours, six of them in a row at night."""


def spans(*rests: tuple[str, str]) -> dict[str, list[Span]]:
    return {"whole": [(instant(moment(start)), instant(moment(end))) for start, end in rests]}


def judged(*rows: Stint, rests: dict[str, list[Span]]) -> list[Finding]:
    return list(day_shifts(work_of(rows), rests, LAW))


@pytest.mark.parametrize(
    ("start", "end", "is_one"),
    [
        ("2026-03-17T08:00", "2026-03-18T08:00", True),
        ("2026-03-17T08:00", "2026-03-18T07:59", False),
        ("2026-03-28T08:00", "2026-03-29T08:00", True),
        ("2026-03-28T08:00", "2026-03-29T07:59", False),
        ("2026-10-24T08:00", "2026-10-25T07:00", True),
        ("2026-10-24T08:00", "2026-10-25T06:59", False),
    ],
)
def test_a_24_hour_shift_is_one_on_the_clock_or_in_real_time(
    start: str,
    end: str,
    is_one: bool,  # noqa: FBT001
) -> None:
    block = Block(instant(moment(start)), instant(moment(end)), ("s",))
    assert is_day_shift(block, TERMS) is is_one


def test_shifts_that_touch_are_one_24_hour_shift() -> None:
    rows = [
        row("2026-03-17T08:00", "2026-03-17T20:00"),
        row("2026-03-17T20:00", "2026-03-18T08:00"),
    ]
    (one,) = judged(*rows, rests={})
    assert one.code is Code.RESTS_NOT_WRITTEN
    assert [key for _kind, key in one.records] == ["anna", rows[0][0], rows[1][0]]


def test_rest_that_is_enough_says_nothing_and_none_written_is_a_hint() -> None:
    assert not judged(WHOLE, rests=spans(*GOOD))
    (one,) = judged(WHOLE, rests={})
    assert (one.code, one.severity, one.minutes_short) == (
        Code.RESTS_NOT_WRITTEN,
        Severity.HINT,
        0,
    )


@pytest.mark.parametrize(
    ("rests", "short"),
    [
        ((("2026-03-17T23:00", "2026-03-18T05:00"),), 120),
        ((("2026-03-17T10:00", "2026-03-17T20:00"),), 240),
        ((("2026-03-17T20:00", "2026-03-18T02:00"), ("2026-03-18T03:00", "2026-03-18T05:00")), 60),
        (
            (
                ("2026-03-17T23:00", "2026-03-18T01:00"),
                ("2026-03-18T01:00", "2026-03-18T03:00"),
                ("2026-03-17T12:00", "2026-03-17T16:00"),
            ),
            0,
        ),
        ((("2026-03-18T00:00", "2026-03-18T12:00"),), 0),
    ],
)
def test_eight_hours_inside_of_which_four_in_a_row_at_night(
    rests: tuple[tuple[str, str], ...], short: int
) -> None:
    found = judged(WHOLE, rests=spans(*rests))
    assert [(one.code, one.minutes_short) for one in found] == (
        [(Code.DAY_SHIFT_REST, short)] if short else []
    )


@pytest.mark.parametrize(("end", "short"), [("21:00", 0), ("21:01", 1), ("23:00", 120)])
def test_eleven_hours_before(end: str, short: int) -> None:
    before = row("2026-03-16T15:00", f"2026-03-16T{end}")
    found = judged(before, WHOLE, rests=spans(*GOOD))
    assert [one.minutes_short for one in found] == ([short] if short else [])
    if found:
        assert found[0].code is Code.REST_BEFORE_DAY_SHIFT
        assert found[0].records[-1] == ("shift", "whole")
        assert wall(int(str(found[0].values["begin_at"]))) == moment(
            f"2026-03-16T{end}"
        ) + dt.timedelta(hours=11)


@pytest.mark.parametrize(("start", "short"), [("06:00", 0), ("05:59", 1), ("00:00", 360)])
def test_twenty_two_hours_after(start: str, short: int) -> None:
    after = row(f"2026-03-19T{start}", "2026-03-19T14:00")
    found = judged(WHOLE, after, rests=spans(*GOOD))
    assert [one.minutes_short for one in found] == ([short] if short else [])
    if found:
        assert found[0].code is Code.REST_AFTER_DAY_SHIFT
        assert found[0].records[-1] == ("shift", after[0])
        assert found[0].values["needed"] == 1320


@pytest.mark.parametrize(
    ("rests", "needed"),
    [
        (GOOD, 1320),
        (
            (("2026-03-17T23:00", "2026-03-18T04:59"), ("2026-03-17T12:00", "2026-03-17T15:00")),
            1440,
        ),
        ((), 1320),
    ],
)
def test_without_six_hours_in_a_row_a_whole_day_lies_between_two(
    rests: tuple[tuple[str, str], ...], needed: int
) -> None:
    written = spans(*rests)
    written["next"] = [(start + 2880, end + 2880) for start, end in spans(*GOOD)["whole"]]
    base = WHOLE[6]
    for free in (needed - 1, needed):
        start = base + free
        after = ("next", "anna", None, "basis", "planned", start, start + 1440, None, None)
        found = judged(WHOLE, after, rests=written)
        codes = [one.code for one in found if one.code is not Code.RESTS_NOT_WRITTEN]
        is_short = free < needed
        assert codes.count(Code.REST_AFTER_DAY_SHIFT) == is_short


def test_forty_eight_hours_are_two_24_hour_shifts_with_nothing_between() -> None:
    long = row("2026-03-17T08:00", "2026-03-19T08:00", id="whole")
    rests = [
        ("2026-03-17T22:00", "2026-03-18T06:00"),
        ("2026-03-18T22:00", "2026-03-19T06:00"),
    ]
    (one,) = judged(long, rests=spans(*rests))
    assert (one.code, one.minutes_short) == (Code.REST_AFTER_DAY_SHIFT, 1320)
    assert one.records == (("helper", "anna"), ("shift", "whole"))
    only_first = judged(long, rests=spans(rests[0]))
    assert Code.RESTS_NOT_WRITTEN in [found.code for found in only_first]


@pytest.mark.parametrize("end", ["08:15", "10:00", "16:00"])
@pytest.mark.parametrize("is_one", [True, False])
def test_work_that_goes_on_after_the_24_hours_has_no_rest_before_it(
    end: str,
    is_one: bool,  # noqa: FBT001
) -> None:
    over = row("2026-03-18T08:00", f"2026-03-18T{end}")
    longer = row("2026-03-17T08:00", f"2026-03-18T{end}", id="whole")
    (found,) = judged(*([longer] if is_one else [WHOLE, over]), rests=spans(*GOOD))
    assert (found.code, found.minutes_short) == (Code.REST_AFTER_DAY_SHIFT, 1320)
    assert found.values["end_by"] == instant(moment("2026-03-18T08:00"))
    assert found.values["begin_at"] is None
    assert found.records == (
        ("helper", "anna"),
        ("shift", "whole"),
        *([] if is_one else [("shift", over[0])]),
    )


def test_the_long_rest_is_counted_from_the_end_of_what_went_on() -> None:
    longer = row("2026-03-17T08:00", "2026-03-18T10:00", id="whole")
    for start, short in (("07:59", 1), ("08:00", 0)):
        after = row(f"2026-03-19T{start}", "2026-03-19T14:00")
        found = judged(longer, after, rests=spans(*GOOD))
        assert [one.minutes_short for one in found] == [1320, *([short] if short else [])]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-28T08:00", "2026-03-29T09:00"),
        ("2026-10-24T08:00", "2026-10-25T08:00"),
        ("2026-10-24T08:00", "2026-10-25T07:00"),
    ],
)
def test_over_the_clock_change_the_24_hours_end_by_the_later_of_clock_and_time(
    start: str, end: str
) -> None:
    found = judged(row(start, end, id="whole"), rests={})
    assert [one.code for one in found] == [Code.RESTS_NOT_WRITTEN]


def test_shorter_work_and_unknown_dates_are_not_looked_at() -> None:
    assert not judged(row("2026-03-17T08:00", "2026-03-18T07:00"), rests={})
    assert not list(day_shifts(work_of([WHOLE]), {}, book()))


NIGHT = (23 * 60, 30 * 60)


@st.composite
def one_with_rests(draw: st.DrawFn) -> tuple[Stint, list[Span]]:
    start = instant(
        moment(draw(st.sampled_from(["2026-03-27", "2026-10-23", "2027-12-30"])) + "T00:00")
    )
    start += draw(st.integers(0, 48)) * 60
    end = start + draw(st.sampled_from([1440, 1500, 1680]))
    rests = []
    for _number in range(draw(st.integers(1, 5))):
        begin = start + draw(st.integers(0, 27)) * 60
        rests.append((begin, begin + draw(st.sampled_from([59, 60, 120, 240, 301]))))
    return ("whole", "anna", None, "basis", "planned", start, end, None, None), rests


def slow(one: Stint, rests: list[Span]) -> int:
    """How much rest is missing, one minute after the other."""
    resting = {minute for start, end in rests for minute in range(start, end)}
    total = longest = run = 0
    for minute in range(one[5], one[6]):
        total += minute in resting
        hour = wall(minute).hour
        run = run + 1 if minute in resting and (hour >= 23 or hour < 6) else 0
        longest = max(longest, run)
    return max(0, 480 - total, 240 - longest)


def day_after(start: int) -> int:
    """When a day is over, in real time and on the clock."""
    return max(start + 1440, instant(wall(start) + dt.timedelta(days=1)))


@given(one_with_rests())
def test_the_same_as_stepping_minute_by_minute(made: tuple[Stint, list[Span]]) -> None:
    one, rests = made
    found = judged(one, rests={"whole": rests})
    cut = min(one[6], day_after(one[5]))
    goes_on = [(Code.REST_AFTER_DAY_SHIFT, 1320)] if cut < one[6] else []
    day_shift = (*one[:6], cut, *one[7:])
    short = slow(day_shift, rests)
    inside = [(Code.DAY_SHIFT_REST, short)] if short else []
    if not rests_in(Block(one[5], cut, ("whole",)), {"whole": rests}):
        inside = [(Code.RESTS_NOT_WRITTEN, 0)]
    assert [(item.code, item.minutes_short) for item in found] == [*inside, *goes_on]
