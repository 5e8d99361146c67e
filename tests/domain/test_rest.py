"""The daily rest: cases from the texts, and the same as stepping minute by minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.rest import RULE, daily_rest
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.work import blocks, longest_rest, work_of
from tests.domain.builders import STATUTE, book, moment, row, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

LAW = book(rule(RULE, rest_minutes=660, window_minutes=1440))


def rest(rows: Iterable[Stint], known: RuleBook = LAW) -> list[Finding]:
    return list(daily_rest(work_of(rows), known, STATUTE))


def short(*rows: Stint) -> list[tuple[str, int]]:
    """When the window ends, and how many minutes are missing."""
    return [(f"{one.window[1]:%m-%d %H:%M}", one.minutes_short) for one in rest(rows)]


def test_eleven_hours_between_two_shifts_are_enough() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T21:00"), row("2026-03-17T08:00", "2026-03-17T16:00")
    assert not short(*rows)


def test_ten_hours_between_two_shifts_are_one_too_few() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T21:00"), row("2026-03-17T07:00", "2026-03-17T15:00")
    (found,) = rest(rows)
    assert found.code is Code.DAILY_REST
    assert found.severity is Severity.PROBLEM
    assert found.minutes_short == 60
    assert found.window == (moment("2026-03-16T15:00"), moment("2026-03-17T15:00"))
    assert found.records == (
        ("helper", "anna"),
        ("shift", "2026-03-16T13:00"),
        ("shift", "2026-03-17T07:00"),
    )
    assert (found.rule, found.source) == (RULE, f"Source of {RULE}")
    assert found.values["longest"] == 600
    assert found.values["needed"] == 660
    assert found.values["within"] == 1440


def test_a_night_and_then_an_afternoon() -> None:
    rows = row("2026-03-16T18:00", "2026-03-17T07:00"), row("2026-03-17T14:00", "2026-03-17T20:00")
    assert short(*rows) == [("03-17 20:00", 4 * 60)]


def test_a_divided_day_that_ends_too_late() -> None:
    rows = row("2026-03-16T09:00", "2026-03-16T12:00"), row("2026-03-16T15:00", "2026-03-16T23:00")
    assert short(*rows) == [("03-16 23:00", 60)]
    earlier = row("2026-03-16T15:00", "2026-03-16T22:00")
    assert not short(rows[0], earlier)


def test_a_shift_of_a_whole_day_has_no_rest_in_it() -> None:
    assert short(row("2026-03-16T08:00", "2026-03-17T08:00")) == [("03-17 08:00", 660)]


def test_availability_on_site_is_work_and_touching_shifts_are_one() -> None:
    rows = (
        row("2026-03-16T15:00", "2026-03-16T23:00"),
        row("2026-03-16T23:00", "2026-03-17T07:00", kind=HourKind.AVAILABILITY),
    )
    assert short(*rows) == [("03-17 07:00", 3 * 60)]
    assert [one.shifts for one in blocks(rows)] == [("2026-03-16T15:00", "2026-03-16T23:00")]


def test_a_rest_in_the_night_of_the_march_change_is_an_hour_shorter() -> None:
    rows = row("2026-03-28T13:00", "2026-03-28T21:00"), row("2026-03-29T08:00", "2026-03-29T12:00")
    (found,) = rest(rows)
    assert found.minutes_short == 60
    assert found.window == (moment("2026-03-28T11:00"), moment("2026-03-29T12:00"))


def test_a_rest_in_the_night_of_the_october_change_is_an_hour_longer() -> None:
    rows = row("2026-10-24T13:00", "2026-10-24T21:00"), row("2026-10-25T07:00", "2026-10-25T15:00")
    assert not short(*rows)


@pytest.mark.parametrize(
    "other",
    [
        row("2026-03-17T06:00", "2026-03-17T14:00", "bo"),
        row("2026-03-17T06:00", "2026-03-17T14:00", None),
        row("2026-03-17T06:00", "2026-03-17T14:00", state=ShiftState.CANCELLED),
    ],
)
def test_other_helpers_and_cancelled_shifts_do_not_count(other: Stint) -> None:
    assert not short(row("2026-03-16T13:00", "2026-03-16T21:00"), other)


def test_what_would_mend_it_keeps_most_of_the_work() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T21:00"), row("2026-03-17T07:00", "2026-03-17T15:00")
    (found,) = rest(rows)
    assert found.values["begin_at"] == instant(moment("2026-03-17T08:00"))
    assert found.values["end_by"] is None
    rows = row("2026-03-16T09:00", "2026-03-16T12:00"), row("2026-03-16T15:00", "2026-03-16T23:00")
    (found,) = rest(rows)
    assert found.values["begin_at"] is None
    assert found.values["end_by"] == instant(moment("2026-03-16T22:00"))


def test_work_that_cannot_be_moved_out_of_it_has_no_mend() -> None:
    rows = row("2026-03-16T13:00", "2026-03-16T23:00"), row("2026-03-17T07:00", "2026-03-17T09:00")
    (found,) = rest(rows)
    assert found.values["begin_at"] is None
    assert found.values["end_by"] is None


def test_unfilled_shifts_have_no_rest_to_keep() -> None:
    day_and_night = row("2026-03-16T08:00", "2026-03-17T08:00", None)
    assert not short(day_and_night, row("2026-03-17T09:00", "2026-03-17T10:00", None))


def test_work_that_ended_where_the_window_begins_is_not_named() -> None:
    rows = (
        row("2026-03-16T00:00", "2026-03-16T08:00"),
        row("2026-03-16T18:00", "2026-03-17T08:00"),
    )
    (found,) = rest(rows)
    assert found.records == (("helper", "anna"), ("shift", "2026-03-16T18:00"))


def test_a_worked_shift_counts_as_it_was_worked() -> None:
    late = row(
        "2026-03-16T13:00",
        "2026-03-16T21:00",
        state=ShiftState.WORKED,
        worked_end=moment("2026-03-16T22:00"),
    )
    assert short(late, row("2026-03-17T08:00", "2026-03-17T16:00")) == [("03-17 16:00", 60)]


def test_the_numbers_come_from_the_rule_that_holds_on_the_day() -> None:
    changing = book(
        rule(RULE, last="2026-03-16", rest_minutes=600, window_minutes=1440),
        rule(RULE, "2026-03-17", rest_minutes=720, window_minutes=1440),
    )
    ten = row("2026-03-14T13:00", "2026-03-14T21:00"), row("2026-03-15T07:00", "2026-03-15T15:00")
    eleven = (
        row("2026-03-17T13:00", "2026-03-17T21:00"),
        row("2026-03-18T08:00", "2026-03-18T16:00"),
    )
    assert [one.minutes_short for one in rest([*ten, *eleven], changing)] == [60]


def test_a_rule_that_is_not_known_is_said_once_and_never_guessed() -> None:
    until = book(rule(RULE, last="2026-03-16", rest_minutes=660, window_minutes=1440))
    rows = [
        row("2026-03-17T00:00", "2026-03-18T00:00"),
        row("2026-03-20T00:00", "2026-03-21T00:00", "bo"),
    ]
    (found,) = rest(rows, until)
    assert found.code is Code.RULE_UNKNOWN
    assert found.severity is Severity.WARNING
    assert found.window == (moment("2026-03-18T00:00"), moment("2026-03-21T00:00"))
    assert found.values["shifts"] == 2


def test_the_longest_rest_is_cut_at_the_window() -> None:
    work = blocks(
        [row("2026-03-16T00:00", "2026-03-16T08:00"), row("2026-03-16T10:00", "2026-03-16T11:00")]
    )
    window = instant(moment("2026-03-16T04:00")), instant(moment("2026-03-16T12:00"))
    assert longest_rest(work, window) == 120
    assert longest_rest([], window) == 8 * 60


BASE = instant(moment("2026-03-28T00:00"))
HOURS = 96


@st.composite
def stints(draw: st.DrawFn) -> list[Stint]:
    made = []
    for number in range(draw(st.integers(1, 7))):
        start = BASE + draw(st.integers(0, HOURS)) * 60 + draw(st.sampled_from([0, 1, 30, 59]))
        made.append(
            (
                f"s{number}",
                draw(st.sampled_from(["anna", "bo"])),
                None,
                "basis",
                draw(st.sampled_from(["planned", "worked", "cancelled"])),
                start,
                start + draw(st.integers(1, 14)) * 60 - draw(st.sampled_from([0, 1])),
                None,
                None,
            )
        )
    return made


def slow_rest(rows: list[Stint], helper: str) -> list[tuple[Any, int]]:
    """The same rule, one minute after the other."""
    at_work = set()
    for one in rows:
        if one[1] == helper and one[4] != "cancelled":
            at_work.update(range(one[5], one[6]))
    found = []
    for now in sorted(minute + 1 for minute in at_work if minute + 1 not in at_work):
        longest = run = 0
        for minute in range(now - 1440, now):
            run = 0 if minute in at_work else run + 1
            longest = max(longest, run)
        if longest < 660:
            found.append((wall(now), 660 - longest))
    return found


@given(stints())
def test_the_same_as_stepping_minute_by_minute(rows: list[Stint]) -> None:
    found: dict[str, list[Finding]] = {"anna": [], "bo": []}
    for one in rest(rows):
        found[str(one.values["helper"])].append(one)
    for helper, own in found.items():
        assert [(one.window[1], one.minutes_short) for one in own] == slow_rest(rows, helper)


@given(stints())
def test_with_what_would_mend_it_the_rest_is_there(rows: list[Stint]) -> None:
    work = work_of(rows)
    for one in daily_rest(work, LAW, STATUTE):
        own = work[str(one.values["helper"])]
        at = next(at for at, block in enumerate(own) if wall(block.end) == one.window[1])
        begin_at, end_by = one.values["begin_at"], one.values["end_by"]
        assert begin_at is None or end_by is None
        if begin_at is None and end_by is None:
            continue
        block = own[at]
        mended = block._replace(start=begin_at or block.start, end=end_by or block.end)
        assert block.start <= mended.start < mended.end <= block.end
        left = list(daily_rest({"x": [*own[:at], mended]}, LAW, STATUTE))
        assert wall(mended.end) not in [found.window[1] for found in left]
