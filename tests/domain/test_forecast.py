"""Where a year of hours will end, and how honest the range is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import days_span
from bpa_desktop.domain.forecast import Basis, Known, Range, forecast
from bpa_desktop.domain.forthcoming import to_come
from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.kinds import HourKind, Weekday
from bpa_desktop.domain.pattern import PatternLine, RosterPattern
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.track_record import Likely
from tests.domain.builders import day, grant, line, row, time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.stints import Stint

TODAY = day("2026-04-01")
FIRST, END = day("2026-01-01"), day("2027-01-01")
HOUR = 60


def known(*stints: Stint, **fields: object) -> Known:
    given = {"today": TODAY, "first": FIRST, "end": END, "stints": stints, **fields}
    return Known(**given)  # type: ignore[arg-type]


def days(first: str, count: int, hours: int = 8, **fields: object) -> Iterator[Stint]:
    """A shift a day from six in the morning on, worked unless it is said otherwise."""
    fields.setdefault("state", ShiftState.WORKED)
    for step in range(count):
        start = dt.datetime.combine(day(first) + dt.timedelta(days=step), dt.time(6))
        yield row(f"{start}", f"{start + dt.timedelta(hours=hours)}", **fields)  # type: ignore[arg-type]


def planned(start: str, end: str, helper: str | None = "anna", **fields: object) -> Stint:
    return row(start, end, helper, **fields)  # type: ignore[arg-type]


def test_without_a_future_the_forecast_is_the_result() -> None:
    done = forecast(known(*days("2026-01-01", 365), today=END))
    assert done.total == Range(*[365 * 8 * HOUR] * 3)
    assert (done.used, done.basis) == (365 * 8 * HOUR, Basis.NONE)


def test_an_unfilled_shift_may_stay_empty() -> None:
    found = forecast(known(planned("2026-05-04 07:00", "2026-05-04 15:00", None)))
    assert found.total == Range(0, 8 * HOUR, 8 * HOUR)
    assert found.loose == 8 * HOUR


def test_a_shift_of_a_helper_who_is_away_may_stay_empty() -> None:
    absent = {"anna": [days_span(day("2026-05-04"), day("2026-05-11"))]}
    rows = (
        planned("2026-05-04 07:00", "2026-05-04 15:00"),
        planned("2026-05-12 07:00", "2026-05-12 15:00"),
    )
    assert forecast(known(*rows, away=absent)).total.low == 8 * HOUR
    assert sum(one.covered for one in forecast(known(*rows, away=absent)).parts) == 16 * HOUR


def test_a_past_shift_that_nobody_confirmed_is_likely_but_not_certain() -> None:
    found = forecast(known(planned("2026-03-04 07:00", "2026-03-04 15:00"), end=TODAY))
    assert (found.used, found.total, found.unconfirmed) == (0, Range(0, 480, 480), 480)


def test_a_past_shift_of_a_helper_who_was_away_is_not_counted() -> None:
    absent = {"anna": [days_span(day("2026-03-04"), day("2026-03-05"))]}
    found = forecast(known(planned("2026-03-04 07:00", "2026-03-04 15:00"), away=absent))
    assert (found.total, found.unconfirmed) == (Range(), 0)


def test_what_is_to_come_is_worked_as_the_last_three_months_were() -> None:
    # 10 of January's 20 shifts stood empty; February's and March's were all worked.
    rows = (
        *days("2026-01-05", 10),
        *days("2026-01-15", 10, helper=None, state=ShiftState.PLANNED),
        *days("2026-02-05", 15),
        *days("2026-03-05", 15),
        planned("2026-04-06 06:00", "2026-04-06 14:00"),
    )
    found = forecast(known(*rows))
    assert found.cover == Likely(Fraction(1, 2), Fraction(4, 5), Fraction(1))
    april = next(one for one in found.months if one.first == TODAY)
    # The open days from the second week on are as the last three months were.
    assert found.basis is Basis.HISTORY
    alone = forecast(known(*rows, end=day("2026-04-07")))
    assert alone.months[-1].total == Range(240, 384, 480)
    assert april.total.middle > alone.months[-1].total.middle


def test_days_nobody_has_planned_are_as_the_days_behind_and_what_is_laid_counts_in_them() -> None:
    rows = [*days("2026-01-01", 90)]
    found = forecast(known(*rows))
    assert (found.known_to, found.basis) == (TODAY, Basis.HISTORY)
    assert found.total == Range(*[365 * 8 * HOUR] * 3)
    lone = planned("2026-11-02 06:00", "2026-11-02 14:00")
    assert forecast(known(*rows, lone)).total == found.total


def test_without_plan_and_history_the_days_are_as_granted_and_perhaps_empty() -> None:
    found = forecast(known(grants=[grant("2026-01-01", line(8 * HOUR))]))
    assert found.basis is Basis.GRANT
    assert found.total == Range(0, 275 * 8 * HOUR, 275 * 8 * HOUR)


def test_the_safe_balance_is_what_is_left_when_all_is_worked() -> None:
    given = [grant("2026-01-01", line(3000 * HOUR, Per.YEAR))]
    found = forecast(known(*days("2026-01-01", 90), grants=given, moved=-50 * HOUR))
    assert found.available == 2950 * HOUR
    assert found.safe == 30 * HOUR
    assert (found.is_over, found.is_far_under, found.passed_in()) == (False, False, None)


def test_the_month_in_which_the_hours_are_used_up_is_told_early() -> None:
    given = [grant("2026-01-01", line(2500 * HOUR, Per.YEAR))]
    found = forecast(known(*days("2026-01-01", 90), grants=given))
    # 2,500 hours are 312.5 days of eight.
    assert found.is_over
    assert found.passed_in() == day("2026-11-01")
    assert found.safe == 0


def test_much_left_even_if_everything_is_worked_is_told_early() -> None:
    given = [grant("2026-01-01", line(4000 * HOUR, Per.YEAR))]
    assert forecast(known(*days("2026-01-01", 90), grants=given)).is_far_under


def test_a_shift_over_new_year_counts_for_both_years() -> None:
    night = planned("2026-12-31 20:00", "2027-01-01 06:00")
    assert forecast(known(night)).total.middle == 4 * HOUR
    later = known(night, first=END, end=day("2028-01-01"))
    assert forecast(later).total.middle == 6 * HOUR


USUAL = RosterPattern(
    id="usual",
    starts_on=day("2026-01-05"),
    lines=(
        PatternLine(from_time=time("07:00"), to_time=time("15:00"), helper="anna"),
        PatternLine(weekday=Weekday.SUNDAY, from_time=time("22:00"), to_time=time("06:00")),
    ),
)


def test_a_pattern_fills_the_days_it_was_not_rolled_out_for() -> None:
    reached = {"usual": day("2026-04-20")}
    there = [planned("2026-04-20 08:00", "2026-04-20 15:00", "bo")]
    asked = list(to_come([USUAL], reached, there, (TODAY, day("2026-05-04"))))
    found = forecast(known(*there, to_come=asked, end=day("2026-05-04")))
    # One Monday is filled already; the next one, and two nights of Sunday, are not. The last
    # night belongs to the days up to midnight.
    assert [one[1] for one in asked] == [None, "anna", None]
    assert found.total == Range(15 * HOUR, 25 * HOUR, 25 * HOUR)


def test_the_night_the_clock_goes_back_is_an_hour_longer() -> None:
    asked = to_come([USUAL], {}, [], (day("2026-10-19"), day("2026-10-26")))
    assert [one[6] - one[5] for one in asked] == [8 * HOUR, 8 * HOUR]
    night = replace(USUAL, lines=(replace(USUAL.lines[1], weekday=Weekday.SATURDAY),))
    asked = to_come([night], {}, [], (day("2026-10-19"), day("2026-10-26")))
    assert [one[6] - one[5] for one in asked] == [9 * HOUR]


def made(step: int, begin: int, hours: int, helper: str | None, **fields: object) -> Stint:
    start = dt.datetime.combine(FIRST + dt.timedelta(days=step), dt.time(begin))
    return row(f"{start}", f"{start + dt.timedelta(hours=hours)}", helper, **fields)  # type: ignore[arg-type]


ROWS = st.lists(
    st.builds(
        made,
        step=st.integers(-100, 364),
        begin=st.integers(4, 23),
        hours=st.integers(1, 24),
        helper=st.sampled_from(["anna", "bo", None]),
        kind=st.sampled_from([HourKind.BASIS, HourKind.MUS]),
        state=st.sampled_from(ShiftState),
    ),
    max_size=25,
)
WHEN = st.dates(day("2025-12-01"), day("2027-02-01"))
GRANTS = st.sampled_from([[], [grant("2026-02-01", line(8 * HOUR))]])


@given(ROWS, WHEN, GRANTS)
def test_the_range_holds_the_middle_and_parts_add_up(
    rows: list[Stint], today: dt.date, grants: list[object]
) -> None:
    found = forecast(known(*rows, today=today, grants=grants))
    assert found.used <= found.total.low <= found.total.middle <= found.total.high
    for one in found.months:
        mine = [part for part in found.parts if part.first == one.first]
        assert one.total == Range(
            *(sum(edges) for edges in zip(*(part.total for part in mine), strict=True))
            if mine
            else (0, 0, 0)
        )


@given(ROWS, st.integers(0, 270), st.integers(1, 24))
def test_one_shift_more_raises_it_by_its_minutes_where_everything_laid_is_worked(
    rows: list[Stint], step: int, hours: int
) -> None:
    ahead = [one for one in rows if one[5] >= days_span(TODAY, END)[0]]
    start = dt.datetime.combine(TODAY + dt.timedelta(days=step), dt.time(0))
    more = row(f"{start}", f"{start + dt.timedelta(hours=hours)}", id="more")
    before, after = (forecast(known(*some)).total for some in (ahead, (*ahead, more)))
    assert after == before.later(more[6] - more[5])
