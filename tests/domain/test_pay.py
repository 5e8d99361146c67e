"""The pay of a shift, by the published rates and by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant, wall
from bpa_desktop.domain.holidays_dk import is_public_holiday
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import Missing, ore
from bpa_desktop.domain.pay import (
    BASE,
    FACTOR,
    HOUR,
    YEAR,
    Job,
    hourly_pay,
    pay_of,
    pay_step,
)
from bpa_desktop.domain.supplements import (
    ALL,
    EVENING,
    NIGHT,
    SATURDAY,
    STACKING,
    SUNDAY,
    portions,
)
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, moment, rule, time

if TYPE_CHECKING:
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

LAW: Final = rulebook()
CENT: Final = Decimal("0.01")
TABLE: Final = {
    "g-pay-01": ("2020-10-01", 11, "132.96 99.72 39.89 46.54 39.89 66.48"),
    "g-pay-02": ("2020-10-01", 12, "135.24 101.43 40.57 47.33 40.57 67.62"),
    "g-pay-04": ("2021-04-01", 11, "134.29 100.72 40.29 47.00 40.29 67.15"),
    "g-pay-05": ("2021-04-01", 12, "136.59 102.45 40.98 47.81 40.98 68.30"),
    "g-pay-06": ("2021-04-01", 13, "138.97 104.23 41.69 48.64 41.69 69.48"),
    "g-pay-07": ("2021-10-01", 11, "135.60 101.70 40.68 47.46 40.68 67.80"),
    "g-pay-08": ("2021-10-01", 12, "137.93 103.45 41.38 48.28 41.38 68.97"),
    "g-pay-09": ("2021-10-01", 13, "140.33 105.25 42.10 49.12 42.10 70.16"),
}
"""Hour, availability, evening, night, Saturday, Sunday; the row with a misprint is left out."""


def span(start: str, end: str) -> Span:
    return instant(moment(start)), instant(moment(end))


def paid(start: str, end: str, step: int = 11, law: RuleBook = LAW, **job: object) -> Reckoned:
    hour = partial(hourly_pay, step, book=law)
    return pay_of(Job(span(start, end), **job), hour, law)  # type: ignore[arg-type]


def rates(found: Reckoned) -> dict[str, Decimal]:
    return {step.rule: step.rate for step in found.steps}


@pytest.mark.parametrize("case", TABLE)
def test_every_cell_of_the_published_table(case: str) -> None:
    first, step, cells = TABLE[case]
    # A Saturday evening, a night into Sunday, and an hour of Sunday night: every supplement.
    saturday = day(first) + dt.timedelta(days=(5 - day(first).weekday()) % 7)
    start, end = f"{saturday}T22:00", f"{saturday + dt.timedelta(days=1)}T02:00"
    found = rates(paid(start, end, step))
    found |= rates(paid(start, end, step, kind=HourKind.AVAILABILITY))
    wanted = dict(
        zip(
            [HOUR, "pay-availability", EVENING, NIGHT, SATURDAY, SUNDAY], cells.split(), strict=True
        )
    )
    assert found.keys() == wanted.keys()
    for name, cell in wanted.items():
        assert abs(found[name] - Decimal(cell)) <= CENT, name


def test_g_pay_10_and_11_availability_has_no_supplement_at_any_hour() -> None:
    found = paid("2021-10-15T22:00", "2021-10-16T06:00", kind=HourKind.AVAILABILITY)
    assert [step.rate for step in found.steps] == [Decimal("101.70")]
    assert found.amount == Decimal("813.60")


@pytest.mark.parametrize(
    ("percent", "rate"),
    [("35.12", "54.42"), ("39.26", "60.83"), ("31.71", "49.13"), ("50", "77.48")],
)
def test_g_pay_12_a_share_is_rounded_half_up(percent: str, rate: str) -> None:
    assert ore(Decimal("154.95") * Decimal(percent) / 100) == Decimal(rate)


def test_g_split_01_a_night_from_friday_to_saturday() -> None:
    found = paid("2021-10-15T15:00", "2021-10-16T09:00")
    assert {(step.rule, step.quantity, step.amount) for step in found.steps} == {
        (HOUR, Decimal(18), Decimal("2440.80")),
        (EVENING, Decimal(6), Decimal("244.08")),
        (NIGHT, Decimal(7), Decimal("332.22")),
        (SATURDAY, Decimal(1), Decimal("40.68")),
    }
    assert found.amount == Decimal("3057.78")


def test_g_split_06_the_evening_begins_inside_the_work() -> None:
    found = portions(span("2021-10-14T16:00", "2021-10-14T20:00"), LAW)
    assert [(one.rule, one.minutes) for one in found] == [(EVENING, 180)]


def test_g_halfhour_01_a_half_hour_begun_counts() -> None:
    found = portions(span("2021-10-14T09:00", "2021-10-14T17:10"), LAW)
    assert [(one.rule, one.minutes) for one in found] == [(EVENING, 30)]


@pytest.mark.parametrize(
    ("start", "end", "evening", "night"),
    [
        ("09:00", "17:00", 0, 0),
        ("09:00", "17:01", 30, 0),
        ("09:00", "17:30", 30, 0),
        ("09:00", "17:31", 60, 0),
        ("17:01", "17:31", 30, 0),
        ("15:00", "23:00", 360, 0),
        ("15:00", "23:01", 360, 30),
        ("22:59", "23:01", 30, 30),
        ("05:59", "06:30", 0, 30),
        ("06:00", "14:00", 0, 0),
    ],
)
def test_half_hours_begun_at_the_edges_of_evening_and_night(
    start: str, end: str, evening: int, night: int
) -> None:
    found = portions(span(f"2021-10-14T{start}", f"2021-10-14T{end}"), LAW)
    wanted = {EVENING: evening, NIGHT: night}
    assert {one.rule: one.minutes for one in found} == {
        rule: minutes for rule, minutes in wanted.items() if minutes
    }


def test_a_half_hour_begun_in_the_shift_before_is_not_paid_again() -> None:
    first = span("2021-10-14T15:00", "2021-10-14T17:10")
    second = span("2021-10-14T17:10", "2021-10-14T20:00")
    together = portions((first[0], second[1]), LAW)
    apart = [*portions(first, LAW), *portions(second, LAW, first[0])]
    assert sum(one.minutes for one in apart) == sum(one.minutes for one in together) == 180


def test_g_reg_factor_01_an_addition_at_the_level_of_the_day() -> None:
    factor = LAW.value(FACTOR, "factor", day("2019-10-01"))
    assert isinstance(factor, Decimal)
    assert ore(1124 * factor) == Decimal("1563.33")
    assert ore(1124 * factor / 1924) == Decimal("0.81")


def test_hourly_pay_is_worked_out_from_the_year_when_it_is_not_published() -> None:
    known = book(
        rule(BASE, addition_2000=1124, hours_per_year=1924),
        rule(FACTOR, factor=Decimal("1.390861")),
        rule(YEAR, step_11=Decimal(254252)),
    )
    assert hourly_pay(11, day("2020-01-01"), known) == Decimal("132.96")
    without = book(*known.rows(BASE), *known.rows(YEAR))
    lacking = Missing(FACTOR, "factor", day("2020-01-01"))
    assert hourly_pay(11, day("2020-01-01"), without) == lacking
    assert hourly_pay(12, day("2020-01-01"), known) == Missing(HOUR, "step_12", day("2020-01-01"))


@pytest.mark.parametrize(
    ("seniority", "on", "step"),
    [
        (None, "2024-01-01", 11),
        ("2021-03-16", "2024-03-15", 11),
        ("2021-03-16", "2024-03-16", 12),
        ("2020-02-29", "2023-12-04", 12),
        ("2024-02-29", "2027-02-28", 11),
        ("2024-02-29", "2027-03-01", 12),
    ],
)
def test_three_years_of_experience_give_the_next_step(
    seniority: str | None, on: str, step: int
) -> None:
    since = None if seniority is None else day(seniority)
    assert pay_step(since, day(on), LAW) == step


def test_a_step_before_the_agreement_was_read_is_missing() -> None:
    assert pay_step(None, day("2020-01-01"), LAW) == Missing(BASE, "step", day("2020-01-01"))


def test_a_rate_that_is_missing_leaves_no_amount_and_tells_what_is_known() -> None:
    found = paid("2026-03-16T15:00", "2026-03-16T20:00")
    assert found.amount is None
    assert found.missing == (Missing(HOUR, "step_11", day("2026-03-16")),)
    before = paid("2019-03-16T15:00", "2019-03-16T20:00")
    assert {one.rule for one in before.missing} == {HOUR, STACKING, *ALL}


def test_a_new_rate_at_midnight_makes_two_lines() -> None:
    found = paid("2021-09-30T22:00", "2021-10-01T06:00")
    basic = [(step.quantity, step.rate) for step in found.steps if step.rule == HOUR]
    assert basic == [(2, Decimal("134.29")), (6, Decimal("135.60"))]
    night = [(step.quantity, step.rate) for step in found.steps if step.rule == NIGHT]
    assert night == [(1, Decimal("47.00")), (6, Decimal("47.46"))]


def test_real_hours_count_when_the_clock_changes() -> None:
    assert portions(span("2021-10-30T23:00", "2021-10-31T06:00"), LAW)[0].minutes == 60
    night = [one.minutes for one in portions(span("2021-10-31T00:00", "2021-10-31T06:00"), LAW)]
    assert night == [7 * 60, 7 * 60]
    march = [one.minutes for one in portions(span("2021-03-28T00:00", "2021-03-28T06:00"), LAW)]
    assert march == [5 * 60, 5 * 60]


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2021-05-01T10:00", "2021-05-01T14:00", {SATURDAY: 120, SUNDAY: 120}),
        ("2022-06-05T10:00", "2022-06-05T14:00", {SUNDAY: 240}),
        ("2021-12-24T05:00", "2021-12-24T08:00", {NIGHT: 60, SUNDAY: 120}),
        ("2021-12-25T07:00", "2021-12-25T09:00", {SUNDAY: 120}),
        ("2021-12-31T11:30", "2021-12-31T12:30", {SUNDAY: 30}),
        ("2021-04-01T07:00", "2021-04-01T08:00", {SUNDAY: 60}),
    ],
)
def test_a_special_day_is_paid_once_and_as_a_sunday(
    start: str, end: str, minutes: dict[str, int]
) -> None:
    assert {one.rule: one.minutes for one in portions(span(start, end), LAW)} == minutes


def law(*, adds: bool) -> RuleBook:
    """Like the shipped rows, for every date."""
    clock = {"started_minutes": 1}
    return book(
        rule(EVENING, percent=30, from_time=time("17:00"), to_time=time("23:00"), **clock),
        rule(NIGHT, percent=35, from_time=time("23:00"), to_time=time("06:00"), **clock),
        rule(SATURDAY, percent=30, from_time=time("08:00"), to_time=time("00:00"), **clock),
        rule(SUNDAY, percent=50, **clock),
        rule(STACKING, adds=adds),
    )


def slow(span: Span, *, adds: bool) -> dict[str, int]:
    """Minute by minute, straight from the clock on the wall."""
    found = dict.fromkeys(ALL, 0)
    for minute in range(*span):
        at = wall(minute)
        clock = EVENING if 17 <= at.hour < 23 else NIGHT if at.hour >= 23 or at.hour < 6 else ""
        sunday = at.weekday() == 6 or is_public_holiday(at.date())
        of_day = SUNDAY if sunday else SATURDAY if at.weekday() == 5 and at.hour >= 8 else ""
        here = [one for one in (clock, of_day) if one]
        if len(here) > 1 and not adds:
            here = [NIGHT] if here == [NIGHT, SATURDAY] else [of_day]
        for one in here:
            found[one] += 1
    return {name: minutes for name, minutes in found.items() if minutes}


starts = st.integers(instant(moment("2024-01-01T00:00")), instant(moment("2027-12-31T00:00")))


@given(starts, st.integers(1, 3000), st.booleans())
def test_the_same_as_counting_every_minute(start: int, length: int, adds: bool) -> None:  # noqa: FBT001
    stretch = (start, start + length)
    found = dict.fromkeys(ALL, 0)
    for one in portions(stretch, law(adds=adds)):
        found[one.rule] += one.minutes
    assert {name: minutes for name, minutes in found.items() if minutes} == slow(stretch, adds=adds)


@given(starts, st.lists(st.integers(1, 900), min_size=1, max_size=5))
def test_shifts_that_touch_are_paid_as_one(start: int, lengths: list[int]) -> None:
    end = start + sum(lengths)
    together = sum(one.minutes for one in portions((start, end), LAW))
    apart, begins = 0, start
    for length in lengths:
        apart += sum(one.minutes for one in portions((begins, begins + length), LAW, start))
        begins += length
    assert apart == together


@given(starts, st.integers(1, 3000))
def test_the_amount_is_the_sum_of_its_steps_to_the_ore(start: int, length: int) -> None:
    everywhere = book(*(row for name in law(adds=True).ids() for row in law(adds=True).rows(name)))
    found = pay_of(Job((start, start + length)), lambda _on: Decimal("151.37"), everywhere)
    assert found.amount == sum(step.amount for step in found.steps)
    assert all(step.amount == ore(step.quantity * step.rate) for step in found.steps)
