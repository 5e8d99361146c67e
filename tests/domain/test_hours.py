"""Hours counted: examples, the same as looking at every half hour, and sums that can be traced."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.away import losses, stretches
from bpa_desktop.domain.clock import day_of, day_start, wall
from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.hours import (
    NOBODY,
    OF_HELPERS,
    HelperRow,
    Ledger,
    Measure,
    Row,
    by_day,
    by_month,
    by_week,
    report,
)
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.shares import Share, shares
from bpa_desktop.domain.stints import CANCELLED, KIND, WORKED, actual
from tests.counting import not_counting
from tests.domain.builders import absence, day, grant, line, moment, round_the_clock, row, time

if TYPE_CHECKING:
    from bpa_desktop.domain.hours import (
        Report,
    )
    from bpa_desktop.domain.stints import Stint

TODAY = day("2026-04-01")
MARCH = (day("2026-03-01"), day("2026-04-01"))
BASIS = HourKind.BASIS
HOUR = 60


def counted(rows: list[Stint], absences: list[Absence] | None = None) -> Report:
    return report(Ledger(today=TODAY, stints=rows, absences=absences or []), MARCH)


def test_bounds_of_months_weeks_and_days() -> None:
    first, end = day("2026-03-16"), day("2026-05-02")
    assert by_month(first, end) == (first, day("2026-04-01"), day("2026-05-01"), end)
    assert by_month(day("2025-12-01"), day("2026-02-01")) == (
        day("2025-12-01"),
        day("2026-01-01"),
        day("2026-02-01"),
    )
    assert by_week(day("2026-03-18"), day("2026-03-30")) == (
        day("2026-03-18"),
        day("2026-03-23"),
        day("2026-03-30"),
    )
    sunday, monday, tuesday = day("2026-03-22"), day("2026-03-23"), day("2026-03-24")
    assert by_week(sunday, tuesday) == (sunday, monday, tuesday)
    assert by_day(day("2026-02-28"), day("2026-03-02")) == (
        day("2026-02-28"),
        day("2026-03-01"),
        day("2026-03-02"),
    )


def test_a_year_has_twelve_months() -> None:
    bounds = by_month(day("2025-11-15"), day("2027-01-02"))
    assert [f"{one:%y%m%d}" for one in bounds] == [
        "251115",
        "251201",
        *(f"26{month:02d}01" for month in range(1, 13)),
        "270101",
        "270102",
    ]


def test_a_night_is_divided_at_midnight() -> None:
    rows = [row("2026-03-16T20:00", "2026-03-17T04:00")]
    bounds = by_day(day("2026-03-15"), day("2026-03-19"))
    found = report(Ledger(today=TODAY, stints=rows), bounds)
    planned = [found.minutes(Measure.PLANNED, one) // HOUR for one in bounds[:-1]]
    assert planned == [0, 4, 4, 0]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-28T22:00", "2026-03-29T06:00", [2, 5]),
        ("2026-10-24T22:00", "2026-10-25T06:00", [2, 7]),
    ],
)
def test_nights_of_the_clock_changes(start: str, end: str, hours: list[int]) -> None:
    first = moment(start).date()
    bounds = by_day(first, first + dt.timedelta(2))
    found = report(Ledger(today=TODAY, stints=[row(start, end)]), bounds)
    assert [found.minutes(Measure.PLANNED, one) // HOUR for one in bounds[:-1]] == hours


def test_worked_counts_as_worked_and_planned_as_planned() -> None:
    rows = [
        row(
            "2026-03-16T07:00",
            "2026-03-16T15:00",
            state=ShiftState.WORKED,
            worked_end=moment("2026-03-16T16:30"),
        ),
        row("2026-03-17T07:00", "2026-03-17T15:00", state=ShiftState.WORKED),
        row("2026-03-18T07:00", "2026-03-18T15:00"),
        row("2026-03-19T07:00", "2026-03-19T15:00", state=ShiftState.CANCELLED),
    ]
    found = counted(rows)
    assert found.minutes(Measure.PLANNED) == 24 * HOUR
    assert found.minutes(Measure.WORKED) == 17 * HOUR + 30


def test_work_that_runs_into_the_next_month_is_divided_there() -> None:
    rows = [
        row(
            "2026-03-31T16:00",
            "2026-04-01T00:00",
            state=ShiftState.WORKED,
            worked_end=moment("2026-04-01T02:00"),
        )
    ]
    found = report(Ledger(today=TODAY, stints=rows), by_month(day("2026-03-01"), day("2026-05-01")))
    assert found.minutes(Measure.WORKED, day("2026-03-01")) == 8 * HOUR
    assert found.minutes(Measure.WORKED, day("2026-04-01")) == 2 * HOUR
    assert found.minutes(Measure.PLANNED, day("2026-04-01")) == 0


def test_an_unfilled_shift_is_planned_for_nobody() -> None:
    found = counted([row("2026-03-16T07:00", "2026-03-16T15:00", None)])
    assert list(found.helper_rows()) == [HelperRow(MARCH[0], NOBODY, BASIS, 480, 0, 0)]
    assert found.minutes(Measure.UNCOVERED) == 480


def test_two_helpers_at_once_count_twice_and_availability_apart() -> None:
    rows = [
        row("2026-03-16T10:00", "2026-03-16T12:00"),
        row("2026-03-16T10:00", "2026-03-16T12:00", "bo", kind=HourKind.TWO_HELPERS),
        row("2026-03-16T22:00", "2026-03-17T06:00", kind=HourKind.AVAILABILITY),
    ]
    assert list(counted(rows).rows()) == [
        Row(MARCH[0], BASIS, 0, 120, 0, 0, 0),
        Row(MARCH[0], HourKind.AVAILABILITY, 0, 480, 0, 0, 0),
        Row(MARCH[0], HourKind.TWO_HELPERS, 0, 120, 0, 0, 0),
    ]


def test_grants_that_change_in_the_middle_are_counted_by_date() -> None:
    ledger = Ledger(
        today=TODAY,
        grants=[
            grant("2026-01-01", line(7 * HOUR, Per.WEEK)),
            grant(
                "2026-03-16",
                line(14 * HOUR, Per.WEEK),
                line(31 * HOUR, Per.MONTH, kind=HourKind.MUS),
            ),
        ],
    )
    found = report(ledger, MARCH)
    assert found.minutes(Measure.GRANTED, kind=BASIS) == (15 + 32) * HOUR
    assert found.minutes(Measure.GRANTED, kind=HourKind.MUS) == 16 * HOUR
    assert found.minutes(Measure.GRANTED) == (15 + 32 + 16) * HOUR


def test_absence_counts_the_part_of_the_plan_it_lies_on() -> None:
    rows = [
        row("2026-03-16T20:00", "2026-03-17T08:00"),
        row("2026-03-18T07:00", "2026-03-18T15:00"),
    ]
    found = counted(rows, [absence("anna", "2026-03-17", "2026-03-17")])
    assert found.minutes(Measure.ABSENT, helper="anna") == 8 * HOUR
    assert found.absent(AbsenceKind.SICKNESS) == 8 * HOUR


def test_a_shift_given_to_another_still_counts_for_the_one_who_is_away() -> None:
    rows = [row("2026-03-16T07:00", "2026-03-16T15:00", "dina", stands_in_for="anna")]
    found = counted(rows, [absence("anna", "2026-03-16", "2026-03-16")])
    assert found.minutes(Measure.ABSENT, helper="anna") == 8 * HOUR
    assert found.minutes(Measure.ABSENT, helper="dina") == 0
    assert found.minutes(Measure.PLANNED, helper="dina") == 8 * HOUR


def test_an_unfilled_shift_counts_for_the_one_it_was_planned_for() -> None:
    rows = [row("2026-03-16T07:00", "2026-03-16T15:00", None, stands_in_for="anna")]
    found = counted(rows, [absence("anna", "2026-03-16", "2026-03-16")])
    assert found.minutes(Measure.ABSENT, helper="anna") == 8 * HOUR


def test_absences_over_each_other_count_once_for_the_one_that_began_first() -> None:
    rows = [row("2026-03-17T07:00", "2026-03-17T15:00", stands_in_for="anna")]
    absences = [
        absence("anna", "2026-03-17", "2026-03-18", id="late", kind=AbsenceKind.HOLIDAY),
        absence("anna", "2026-03-16", "2026-03-17", id="early", to_time=time("12:00")),
    ]
    found = counted(rows, absences)
    assert found.minutes(Measure.ABSENT) == 8 * HOUR
    assert found.absent(AbsenceKind.SICKNESS, helper="anna") == 5 * HOUR
    assert found.absent(AbsenceKind.HOLIDAY, MARCH[0]) == 3 * HOUR
    assert found.absent(AbsenceKind.HOLIDAY, helper="bo") == 0


def test_an_absence_that_only_touches_a_shift_loses_nothing() -> None:
    rows = [row("2026-03-16T07:00", "2026-03-16T15:00")]
    touching = [
        absence("anna", "2026-03-16", "2026-03-16", from_time=time("15:00")),
        absence("anna", "2026-03-15", "2026-03-16", to_time=time("07:00")),
    ]
    assert not list(losses(rows, touching, TODAY))


def test_an_absence_inside_another_adds_nothing() -> None:
    absences = [
        absence("anna", "2026-03-10", "2026-03-20"),
        absence("anna", "2026-03-12", "2026-03-13"),
    ]
    absences.append(absence("anna", "2026-03-19", "2026-03-20"))
    (whole,) = stretches(absences, TODAY)["anna"]
    assert wall(whole.end) == moment("2026-03-21T00:00")


def test_cancelled_shifts_are_not_lost_to_absence() -> None:
    rows = [row("2026-03-16T07:00", "2026-03-16T15:00", state=ShiftState.CANCELLED)]
    assert not list(losses(rows, [absence("anna", "2026-03-16", "2026-03-16")], TODAY))


@pytest.mark.parametrize("measure", [Measure.GRANTED, Measure.UNCOVERED])
def test_nobody_in_particular_is_granted_hours(measure: Measure) -> None:
    with pytest.raises(ValueError, match=str(measure)):
        counted([]).minutes(measure, helper="anna")
    with pytest.raises(ValueError, match=str(measure)):
        shares(Ledger(today=TODAY), measure, *MARCH, helper="anna")


def test_a_sum_names_its_records() -> None:
    ledger = Ledger(
        today=TODAY,
        grants=[grant("2026-01-01", line(HOUR))],
        stints=[
            row("2026-03-31T20:00", "2026-04-01T04:00", state=ShiftState.WORKED),
            row("2026-03-17T07:00", "2026-03-17T15:00", None),
            row("2026-03-18T07:00", "2026-03-18T15:00", state=ShiftState.CANCELLED),
        ],
        absences=[absence("anna", "2026-03-31", "2026-03-31", from_time=time("23:00"))],
    )
    worked, unfilled = (
        Share("shift", "2026-03-31T20:00", 240),
        Share("shift", "2026-03-17T07:00", 480),
    )
    assert shares(ledger, Measure.PLANNED, *MARCH) == [worked, unfilled]
    assert shares(ledger, Measure.PLANNED, *MARCH, helper=NOBODY) == [unfilled]
    assert shares(ledger, Measure.WORKED, *MARCH) == [worked]
    assert shares(ledger, Measure.ABSENT, *MARCH) == [Share("absence", "anna 2026-03-31", 60)]
    assert shares(ledger, Measure.GRANTED, *MARCH) == [
        Share("grant", "grant 2026-01-01", 31 * HOUR)
    ]


def test_an_uncovered_sum_names_the_shift_and_else_the_grant() -> None:
    ledger = Ledger(
        today=TODAY,
        grants=[grant("2026-01-01", round_the_clock()), grant("2026-03-17", round_the_clock())],
        stints=[row("2026-03-16T07:00", "2026-03-16T15:00", None)],
    )
    assert shares(ledger, Measure.UNCOVERED, day("2026-03-16"), day("2026-03-18")) == [
        Share("grant", "grant 2026-01-01", 16 * HOUR),
        Share("shift", "2026-03-16T07:00", 8 * HOUR),
        Share("grant", "grant 2026-03-17", 24 * HOUR),
    ]
    second = shares(ledger, Measure.UNCOVERED, *MARCH, kind=HourKind.TWO_HELPERS)
    assert not second


STEP = 30
FIRST = day("2026-10-24")
DAYS = by_day(FIRST, FIRST + dt.timedelta(3))
MOMENTS = range(day_start(DAYS[0]), day_start(DAYS[-1]), STEP)
people = st.sampled_from([None, "anna", "bo"])


@st.composite
def stints(draw: st.DrawFn) -> list[Stint]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(-20, len(MOMENTS))) * STEP + MOMENTS.start
        end = start + draw(st.integers(1, 60)) * STEP
        worked = draw(st.none() | st.integers(-5, 0)), draw(st.none() | st.integers(0, 5))
        made.append(
            (
                f"s{number}",
                draw(people),
                draw(people),
                str(draw(st.sampled_from(HourKind))),
                str(draw(st.sampled_from(ShiftState))),
                start,
                end,
                None if worked[0] is None else start + worked[0] * STEP,
                None if worked[1] is None else end + worked[1] * STEP,
            )
        )
    return made


half_hours = st.sampled_from(
    [dt.time(hour, minute) for hour in (1, 4, 12, 23) for minute in (0, 30)]
)


@st.composite
def absences(draw: st.DrawFn) -> list[Absence]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        first = FIRST + dt.timedelta(draw(st.integers(-2, 3)))
        length = draw(st.none() | st.integers(1, 3))
        made.append(
            Absence(
                id=f"a{number}",
                helper=draw(st.sampled_from(["anna", "bo"])),
                kind=draw(st.sampled_from([AbsenceKind.SICKNESS, AbsenceKind.HOLIDAY])),
                first_day=first,
                last_day=None if length is None else first + dt.timedelta(length),
                from_time=draw(st.none() | half_hours),
                to_time=None if length is None else draw(st.none() | half_hours),
            )
        )
    return made


def slow_cells(
    rows: list[Stint], away: list[Absence]
) -> tuple[Counter[tuple[Measure, dt.date, str, str]], Counter[tuple[dt.date, str, AbsenceKind]]]:
    """Minutes by asking every half hour who is planned, at work and away."""
    cells: Counter[tuple[Measure, dt.date, str, str]] = Counter()
    kinds: Counter[tuple[dt.date, str, AbsenceKind]] = Counter()
    order = sorted(away, key=lambda one: (*one.span(DAYS[1]), one.id))
    for now in MOMENTS:
        date = day_of(now)
        for one in rows:
            if one[4] == CANCELLED:
                continue
            planned = one[5] <= now < one[6]
            cells[Measure.PLANNED, date, one[3], one[1] or NOBODY] += planned * STEP
            if one[4] == WORKED and actual(one)[0] <= now < actual(one)[1]:
                cells[Measure.WORKED, date, one[3], one[1] or NOBODY] += STEP
            for person in {one[1], one[2]} - {None} if planned else ():
                over = [
                    lack
                    for lack in order
                    if lack.helper == person
                    and lack.span(DAYS[1])[0] <= now < lack.span(DAYS[1])[1]
                ]
                if over:
                    cells[Measure.ABSENT, date, one[3], person] += STEP
                    kinds[date, person, over[0].kind] += STEP
    return cells, kinds


def test_an_uncovered_need_is_of_the_grant_that_asks_for_it() -> None:
    late = line(60, Per.DAY, from_time=time("22:00"), to_time=time("06:00"))
    early = line(60, Per.DAY, from_time=time("10:00"), to_time=time("12:00"))
    night = grant("2026-01-01", late, id="night")
    extra = grant("2026-05-01", early, last="2026-05-31", id="extra")
    ledger = Ledger(today=day("2026-06-01"), grants=[night, extra])
    found = shares(ledger, Measure.UNCOVERED, day("2026-05-04"), day("2026-05-05"))
    assert sorted(found) == [("grant", "extra", 120), ("grant", "night", 480)]


@not_counting()
@given(stints(), absences())
def test_the_same_as_looking_at_every_half_hour(rows: list[Stint], away: list[Absence]) -> None:
    found = report(Ledger(today=DAYS[1], stints=rows, absences=away), DAYS)
    cells, kinds = slow_cells(rows, away)
    quick = Counter(
        {
            (measure, one.first, str(one.kind), one.helper): getattr(one, measure)
            for one in found.helper_rows()
            for measure in OF_HELPERS
        }
    )
    assert quick == cells
    assert (
        Counter({(DAYS[part], *key): minutes for (part, *key), minutes in found.away.items()})
        == kinds
    )


@not_counting()
@given(stints(), absences(), st.sampled_from(Measure), st.none() | st.sampled_from(HourKind))
def test_shares_add_up_to_the_sum(
    rows: list[Stint], away: list[Absence], measure: Measure, kind: HourKind | None
) -> None:
    grants = [
        grant("2026-10-01", round_the_clock(), line(40, Per.WEEK, kind=HourKind.MUS)),
        grant("2026-10-25", round_the_clock(helpers=2), last="2026-10-25"),
    ]
    ledger = Ledger(today=DAYS[1], grants=grants, stints=rows, absences=away)
    found = report(ledger, DAYS)
    for part, end in itertools.pairwise(DAYS):
        parts = shares(ledger, measure, part, end, kind=kind)
        assert sum(one.minutes for one in parts) == found.minutes(measure, part, kind)
        assert len({one[:2] for one in parts}) == len(parts)
        assert all(one.minutes > 0 for one in parts)
    if measure in OF_HELPERS:
        for helper in ("anna", "bo", NOBODY):
            parts = shares(ledger, measure, DAYS[0], DAYS[-1], kind=kind, helper=helper)
            assert sum(one.minutes for one in parts) == found.minutes(measure, None, kind, helper)


@not_counting()
@given(stints(), absences())
def test_rows_and_helper_rows_hold_the_same_sums(rows: list[Stint], away: list[Absence]) -> None:
    found = report(Ledger(today=DAYS[1], stints=rows, absences=away), DAYS)
    for measure in OF_HELPERS:
        total = found.minutes(measure)
        assert sum(getattr(one, measure) for one in found.rows()) == total
        assert sum(getattr(one, measure) for one in found.helper_rows()) == total
        assert sum(found.minutes(measure, kind=kind) for kind in KIND.values()) == total
