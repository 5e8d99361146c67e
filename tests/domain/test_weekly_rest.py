"""The weekly day off: cases from the texts, and the same as stepping minute by minute."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import day_of, instant, monday, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.ground import Ground, Question
from bpa_desktop.domain.scheme import Agreement, Answer
from bpa_desktop.domain.weekly_rest import RULE, weekly_rest
from bpa_desktop.domain.work import work_of
from tests.domain.builders import STATUTE, book, moment, row, rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.stints import Stint

NEEDED, BETWEEN, WITHIN = 2100, 8640, 10080
LAW = book(rule(RULE, rest_minutes=NEEDED, between_minutes=BETWEEN, window_minutes=WITHIN))


def found(rows: Iterable[Stint], ground: Ground = STATUTE) -> list[Finding]:
    return list(weekly_rest(work_of(rows), LAW, ground))


def days(first: str, count: int, start: str = "07:00", end: str = "15:00") -> list[Stint]:
    begin = dt.date.fromisoformat(first)
    rows = []
    for number in range(count):
        day = begin + dt.timedelta(days=number)
        last = day + dt.timedelta(days=end <= start)
        rows.append(row(f"{day}T{start}", f"{last}T{end}"))
    return rows


def test_six_days_and_then_thirty_five_hours_are_enough() -> None:
    six = days("2026-03-02", 6)
    rows = [*six, row("2026-03-09T02:00", "2026-03-09T10:00")]
    assert instant(moment("2026-03-09T02:00")) - instant(moment("2026-03-07T15:00")) == NEEDED
    assert not found(rows)


def test_a_free_period_a_minute_too_short_is_none() -> None:
    rows = [*days("2026-03-02", 6), row("2026-03-09T01:59", "2026-03-09T10:00")]
    (one,) = found(rows)
    assert one.minutes_short == 1
    assert one.window == (moment("2026-03-02T10:00"), moment("2026-03-09T10:00"))


def test_a_seventh_day_is_one_too_many() -> None:
    (one,) = found(days("2026-03-02", 7))
    assert (one.code, one.severity) == (Code.WEEKLY_DAY_OFF, Severity.WARNING)
    assert one.window == (moment("2026-03-02T07:00"), moment("2026-03-08T15:00"))
    assert one.minutes_short == NEEDED - 16 * 60
    assert one.values["longest"] == 16 * 60
    assert one.values["without"] == tuple(
        instant(moment(time)) for time in ("2026-03-08T07:00", "2026-03-08T15:00")
    )
    assert one.records[0] == ("helper", "anna")
    assert one.records[-1] == ("shift", "2026-03-08T07:00")
    assert (one.rule, one.source) == (RULE, f"Source of {RULE}")


def test_free_time_that_began_before_the_seven_days_counts_as_far_as_it_lies_in_them() -> None:
    rows = [
        row("2026-03-02T07:00", "2026-03-02T15:00"),
        row("2026-03-04T01:00", "2026-03-04T09:00"),
        *days("2026-03-05", 5, "07:00", "19:00"),
    ]
    told = found(rows)
    assert [one.minutes_short for one in told] == [NEEDED - 34 * 60, NEEDED - 30 * 60]
    assert told[1].window == (moment("2026-03-02T19:00"), moment("2026-03-09T19:00"))
    assert ("shift", "2026-03-02T07:00") not in told[1].records


def test_where_no_single_shift_would_do_it_is_told_when_the_free_time_must_begin() -> None:
    halves = [*days("2026-03-02", 7, "07:00", "11:00"), *days("2026-03-02", 7, "12:00", "16:00")]
    rows = [*halves, *days("2026-03-09", 2)]
    (one, _next) = found(rows)
    assert one.values["without"] is None
    assert one.values["free_by"] == instant(moment("2026-03-08T07:00"))


def test_exactly_six_days_from_free_to_free_are_allowed() -> None:
    rows = [*days("2026-03-02", 5), row("2026-03-07T23:00", "2026-03-08T07:00")]
    assert not found(rows)
    longer = [*days("2026-03-02", 5), row("2026-03-07T23:00", "2026-03-08T07:01")]
    assert len(found(longer)) == 1


def test_it_is_told_once_a_week_and_not_for_every_shift() -> None:
    told = found(days("2026-03-02", 21))
    assert [one.window[1] for one in told] == [
        moment("2026-03-08T15:00"),
        moment("2026-03-09T15:00"),
        moment("2026-03-16T15:00"),
    ]
    assert all(one.window[1] - one.window[0] <= dt.timedelta(minutes=WITHIN) for one in told)


def test_a_shift_in_the_middle_that_would_free_a_day_is_named() -> None:
    rows = [*days("2026-03-02", 7), *days("2026-03-09", 3)]
    told = found(rows)
    assert told[0].values["without"] == tuple(
        instant(moment(time)) for time in ("2026-03-08T07:00", "2026-03-08T15:00")
    )
    short = [*days("2026-03-02", 7), row("2026-03-08T20:00", "2026-03-08T22:00")]
    assert found(short)[0].values["without"] == tuple(
        instant(moment(time)) for time in ("2026-03-07T07:00", "2026-03-07T15:00")
    )


@pytest.mark.parametrize(
    ("care", "in_household", "severity", "asks"),
    [
        (Answer.YES, True, Severity.WARNING, ()),
        (Answer.UNKNOWN, True, Severity.WARNING, (Question.CARE,)),
        (Answer.NO, True, Severity.HINT, ()),
        (Answer.NO, False, Severity.PROBLEM, ()),
        (Answer.UNKNOWN, False, Severity.WARNING, (Question.CARE,)),
    ],
)
def test_care_of_people_may_postpone_it(
    care: Answer,
    in_household: bool,  # noqa: FBT001
    severity: Severity,
    asks: tuple[Question, ...],
) -> None:
    (one,) = found(days("2026-03-02", 7), Ground(care, Agreement.NONE, in_household))
    assert one.severity is severity
    assert one.values["asks"] == asks
    assert one.values["may_be_postponed"] is (care is not Answer.NO)


def test_a_week_over_the_clock_change_is_counted_in_real_hours() -> None:
    march = [*days("2026-03-24", 5), row("2026-03-29T23:00", "2026-03-30T08:00")]
    assert not found(march)
    october = [*days("2026-10-20", 5), row("2026-10-25T23:00", "2026-10-26T07:00")]
    assert [one.window[1] for one in found(october)] == [moment("2026-10-26T07:00")]


def test_other_helpers_and_unknown_dates() -> None:
    bo = [(*one[:1], "bo", *one[2:]) for one in days("2026-03-06", 4)]
    rows = [*days("2026-03-02", 4), *bo]
    assert not found(rows)
    late = book(
        rule(
            RULE, "2027-01-01", rest_minutes=NEEDED, between_minutes=BETWEEN, window_minutes=WITHIN
        )
    )
    (one,) = weekly_rest(work_of(days("2026-03-02", 9)), late, STATUTE)
    assert one.code is Code.RULE_UNKNOWN


BASES = tuple(instant(moment(f"{day}T00:00")) for day in ("2026-03-23", "2026-10-19", "2027-12-24"))


@st.composite
def rosters(draw: st.DrawFn) -> list[Stint]:
    """Up to three weeks with a shift on most days: over a clock change, and over a year's end."""
    base = draw(st.sampled_from(BASES))
    made = []
    for number in range(draw(st.integers(1, 21))):
        if draw(st.integers(0, 6)):
            start = base + number * 1440 + draw(st.sampled_from([0, 7, 15, 22])) * 60
            end = start + draw(st.sampled_from([180, 480, 481, 720]))
            made.append((f"s{number}", "anna", None, "basis", "planned", start, end, None, None))
    return made


def slow(rows: list[Stint]) -> list[tuple[dt.date, int]]:
    """By week, the first end of work too long after the last free period, minute after minute."""
    at_work = {minute for one in rows for minute in range(one[5], one[6])}
    told: dict[dt.date, int] = {}
    free, began = NEEDED, None
    for now in range(min(at_work, default=0), max(at_work, default=-1) + 2):
        if now in at_work:
            began = now if began is None or free >= NEEDED else began
            free = 0
            continue
        if free == 0 and began is not None and now - began > BETWEEN:
            told.setdefault(monday(day_of(now - 1)), now)
        free += 1
    return sorted(told.items())


def longest_free(rows: list[Stint], start: int, end: int) -> int:
    """The longest stretch without work, minute after minute."""
    at_work = {minute for one in rows for minute in range(one[5], one[6])}
    longest = run = 0
    for minute in range(start, end):
        run = 0 if minute in at_work else run + 1
        longest = max(longest, run)
    return longest


@given(rosters())
def test_what_is_short_is_what_the_longest_free_stretch_of_the_window_lacks(
    rows: list[Stint],
) -> None:
    for one in found(rows):
        start, end = map(instant, one.window)
        assert one.minutes_short == NEEDED - longest_free(rows, start, end)


@given(rosters())
def test_the_same_as_stepping_minute_by_minute(rows: list[Stint]) -> None:
    told = [(monday(day_of(instant(one.window[1]) - 1)), one.window[1]) for one in found(rows)]
    assert told == [(week, wall(end)) for week, end in slow(rows)]
