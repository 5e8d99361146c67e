"""When helpers can and like to work, and their agreed hours: over midnight and clock changes."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.clock import day_start, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.kinds import WEEK, Weekday
from bpa_desktop.domain.people import Availability, Employment, Fit
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.wishes import (
    Agreed,
    agreed_in_week,
    fit_of,
    fit_on,
    met,
    minutes_in_week,
    stretches,
    weeks_of,
    wish_findings,
)
from tests.domain.builders import absence, book, day, helper, moment, row, time

if TYPE_CHECKING:
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper

MONDAY = day("2026-03-16")
ONE_DAY = dt.timedelta(days=1)
SPRING = day("2026-03-29")
AUTUMN = day("2026-10-25")
EVENING = Availability(weekday=Weekday.SATURDAY, from_time=time("18:00"), to_time=time("23:00"))
BOOK = book()


def span(start: str, end: str) -> Span:
    return row(start, end)[5], row(start, end)[6]


def with_wish(**fields: Any) -> Helper:
    return helper(availability=(Availability(**fields),))


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2026-03-18T07:00", "2026-03-18T15:00", Fit.NEVER),
        ("2026-03-17T23:00", "2026-03-18T07:00", Fit.NEVER),
        ("2026-03-18T23:00", "2026-03-19T07:00", Fit.NEVER),
        ("2026-03-17T16:00", "2026-03-18T00:00", None),
        ("2026-03-19T00:00", "2026-03-19T08:00", None),
    ],
)
def test_a_whole_day_meets_every_shift_with_a_minute_in_it(
    start: str, end: str, fits: Fit | None
) -> None:
    assert fit_of(with_wish(weekday=Weekday.WEDNESDAY), span(start, end)) is fits


def test_a_wish_over_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    night = with_wish(weekday=Weekday.FRIDAY, from_time=time("22:00"), to_time=time("06:00"))
    assert fit_of(night, span("2026-03-21T05:00", "2026-03-21T08:00")) is Fit.NEVER
    assert fit_of(night, span("2026-03-20T05:00", "2026-03-20T08:00")) is None


def test_the_worst_that_was_said_counts_and_only_its_own_time() -> None:
    person = helper(
        availability=(
            Availability(fit=Fit.GLADLY),
            Availability(fit=Fit.RATHER_NOT, to_time=time("09:00")),
            Availability(fit=Fit.RATHER_NOT, from_time=time("08:00"), to_time=time("10:00")),
        )
    )
    found = met(person, span("2026-03-18T07:00", "2026-03-18T15:00"))
    assert found is not None
    assert (found.fit, found.minutes, len(found.spans)) == (Fit.RATHER_NOT, 180, 1)
    assert fit_of(person, span("2026-03-18T10:00", "2026-03-18T15:00")) is Fit.GLADLY


@pytest.mark.parametrize(
    ("fields", "fits"),
    [
        ({"weekday": Weekday.MONDAY}, Fit.NEVER),
        ({"weekday": Weekday.TUESDAY}, None),
        ({"from_time": time("00:00"), "to_time": time("00:00")}, Fit.NEVER),
        ({"from_time": time("07:00")}, None),
        ({"first_day": MONDAY, "last_day": MONDAY}, Fit.NEVER),
        ({"first_day": MONDAY + ONE_DAY}, None),
        ({"last_day": MONDAY - ONE_DAY, "fit": Fit.GLADLY}, None),
    ],
)
def test_how_a_whole_day_fits(fields: dict[str, Any], fits: Fit | None) -> None:
    assert fit_on(with_wish(**fields), MONDAY) is fits


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
def test_the_day_of_a_clock_change_is_whole(change: dt.date) -> None:
    assert fit_on(with_wish(weekday=Weekday.SUNDAY), change) is Fit.NEVER
    found = met(with_wish(weekday=Weekday.SUNDAY), (day_start(change), day_start(change) + 2000))
    assert found is not None
    assert found.minutes == (23 if change == SPRING else 25) * 60


def slowly(wish: Availability, around: Span) -> set[int]:
    """The minutes of ``around`` in which the wish holds, found by watching the clock go."""
    minutes: set[int] = set()
    date = wall(around[0]).date() - ONE_DAY
    while date <= wall(around[1]).date():
        is_day = wish.weekday in {None, WEEK[date.weekday()]}
        is_in = (wish.first_day or date) <= date <= (wish.last_day or date)
        if is_day and is_in:
            begins, ends = wish.from_time or dt.time(), wish.to_time or dt.time()
            last = date if ends > begins else date + ONE_DAY
            first = _first_at(date, begins)
            minutes |= set(range(first, _first_at(last, ends)))
        date += ONE_DAY
    return minutes & set(range(*around))


def _first_at(date: dt.date, clock: dt.time) -> int:
    """The first minute of the day at which the clock has come to ``clock``."""
    minute = day_start(date)
    while wall(minute).time() < clock and wall(minute).date() == date:
        minute += 1
    return minute


QUARTERS = st.integers(0, 95).map(lambda count: dt.time(count // 4, count % 4 * 15))
DAYS = st.sampled_from([MONDAY, SPRING - ONE_DAY, SPRING, AUTUMN - ONE_DAY, AUTUMN]) | st.dates(
    day("2026-01-01"), day("2028-12-31")
)


@settings(deadline=None, max_examples=60)
@given(
    wish=st.builds(
        Availability,
        weekday=st.none() | st.sampled_from(Weekday),
        first_day=st.none() | DAYS,
        last_day=st.none() | DAYS,
        from_time=st.none() | QUARTERS,
        to_time=st.none() | QUARTERS,
    ),
    date=DAYS,
    begins=st.integers(0, 24 * 60),
    length=st.integers(1, 30 * 60),
)
@example(Availability(from_time=time("02:15"), to_time=time("02:45")), SPRING - ONE_DAY, 1380, 480)
@example(Availability(from_time=time("02:15"), to_time=time("02:45")), AUTUMN - ONE_DAY, 1380, 540)
@example(Availability(weekday=Weekday.TUESDAY), day("2028-02-28"), 1380, 480)
def test_stretches_are_what_the_clock_shows(
    wish: Availability, date: dt.date, begins: int, length: int
) -> None:
    start = day_start(date) + begins
    around = start, start + length
    found = list(stretches(wish, around))
    assert {minute for part in found for minute in range(*part)} == slowly(wish, around)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(one[0] < one[1] for one in found)


def week(start: dt.date, hours: list[int], who: str = "anna", **fields: Any) -> list[Any]:
    """A shift from 7 on each day of the week that is so many hours long."""
    return [
        row(
            f"{start + count * ONE_DAY}T07:00",
            f"{start + count * ONE_DAY}T{7 + length:02}:00",
            who,
            **fields,
        )
        for count, length in enumerate(hours)
        if length
    ]


def employment(first: str, last: str | None = None, **hours: int) -> Employment:
    given = {f"{name}_minutes_per_week": count * 60 for name, count in hours.items()}
    return Employment(first_day=day(first), last_day=day(last) if last else None, **given)


def found_by(
    rows: list[Any], *employments: Employment, away: Any = (), **fields: Any
) -> list[Finding]:
    people = [helper(employments=employments, **fields)]
    return wish_findings(rows, people, away, [MONDAY], BOOK)


def test_a_shift_at_a_time_that_never_fits_is_told_with_the_time_they_share() -> None:
    never = Availability(weekday=Weekday.MONDAY, from_time=time("12:00"))
    (one,) = found_by(week(MONDAY, [8]), employment("2020-01-01"), availability=(never,))
    assert (one.code, one.severity, one.minutes_short) == (
        Code.NEVER_AVAILABLE,
        Severity.WARNING,
        180,
    )
    assert one.window == (moment("2026-03-16T12:00"), moment("2026-03-16T15:00"))
    assert one.records == (("helper", "anna"), ("shift", "2026-03-16T07:00"))


@pytest.mark.parametrize("state", [ShiftState.WORKED, ShiftState.CANCELLED])
def test_who_came_or_need_not_come_is_not_asked(state: ShiftState) -> None:
    never = (Availability(),)
    rows = week(MONDAY, [8], state=state)
    assert not found_by(rows, employment("2020-01-01"), availability=never)


def test_what_fits_well_is_no_finding_and_what_fits_badly_is_a_hint() -> None:
    rows, works = week(MONDAY, [8]), employment("2020-01-01")
    assert not found_by(rows, works, availability=(Availability(fit=Fit.GLADLY),))
    (one,) = found_by(rows, works, availability=(Availability(fit=Fit.RATHER_NOT),))
    assert (one.code, one.severity) == (Code.RATHER_NOT, Severity.HINT)


def test_too_many_hours_stand_at_the_last_shift_of_the_week() -> None:
    rows = week(MONDAY, [8, 8, 8, 0, 8])
    assert not found_by(rows, employment("2020-01-01", most=32))
    (one,) = found_by(rows, employment("2020-01-01", most=31))
    assert (one.code, one.minutes_short) == (Code.OVER_MOST_HOURS, 60)
    assert one.records[-1] == ("shift", "2026-03-20T07:00")
    assert (one.values["planned"], one.values["agreed"]) == (32 * 60, 31 * 60)


def test_too_few_hours_are_a_hint_about_the_week() -> None:
    works = employment("2020-01-01", least=20)
    assert not found_by(week(MONDAY, [8, 8, 4]), works)
    (one,) = found_by(week(MONDAY, [8, 8]), works)
    assert (one.code, one.severity, one.minutes_short) == (
        Code.UNDER_LEAST_HOURS,
        Severity.HINT,
        4 * 60,
    )
    assert one.records == (("helper", "anna"),)


def test_a_week_in_which_nobody_has_a_shift_is_not_planned_yet() -> None:
    works = employment("2020-01-01", least=20)
    assert not found_by([], works)
    assert found_by(week(MONDAY, [8], "bo"), works)
    assert not found_by(week(MONDAY, [8], None), works)


def test_days_away_ask_for_fewer_hours() -> None:
    works = employment("2020-01-01", least=14)
    away = [absence("anna", "2026-03-16", "2026-03-19")]
    assert not found_by(week(MONDAY, [0, 0, 0, 0, 6]), works, away=away)
    assert found_by(week(MONDAY, [0, 0, 0, 0, 5]), works, away=away)


def test_a_change_of_employment_in_mid_week() -> None:
    old = employment("2020-01-01", "2026-03-18", agreed=14, least=7, most=28)
    new = employment("2026-03-19", agreed=35, least=14, most=35)
    expected = Agreed(agreed=26 * 60, least=11 * 60, most=32 * 60)
    assert agreed_in_week(helper(employments=(old, new)), MONDAY) == expected


def test_a_week_that_is_only_partly_employed_asks_for_less_but_allows_as_much() -> None:
    starts = employment("2026-03-20", agreed=35, least=14, most=37)
    person = helper(employments=(starts,))
    assert agreed_in_week(person, MONDAY) == Agreed(15 * 60, 6 * 60, 37 * 60)
    assert agreed_in_week(person, MONDAY - 7 * ONE_DAY) == Agreed(None, None, None)


def test_the_minutes_of_a_week_are_real_and_cut_at_its_edges() -> None:
    rows = [
        row("2026-03-28T23:00", "2026-03-29T07:00"),
        row("2026-03-29T23:00", "2026-03-30T07:00"),
        row("2026-03-24T07:00", "2026-03-24T15:00", state=ShiftState.CANCELLED),
    ]
    assert minutes_in_week(rows, day("2026-03-23")) == 7 * 60 + 60
    assert minutes_in_week(rows, day("2026-03-30")) == 7 * 60


@given(st.dates(day("2020-12-20"), day("2027-01-20")), st.integers(0, 40))
def test_weeks_hold_every_day_and_no_week_more(first: dt.date, days: int) -> None:
    end = first + days * ONE_DAY
    weeks = weeks_of(first, end)
    asked = {first + count * ONE_DAY for count in range(days)}
    inside = {monday + count * ONE_DAY for monday in weeks for count in range(7)}
    assert asked <= inside
    assert all({monday + count * ONE_DAY for count in range(7)} & asked for monday in weeks)
    assert all(monday.weekday() == 0 for monday in weeks)
