"""The employer's sickness benefit: hours, the highest for an hour and a week, and its years."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.money import Missing, Unit, ore
from bpa_desktop.domain.sick_pay import (
    Earned,
    SickTime,
    average_hourly,
    benefit_year,
    most_per_hour,
    sick_benefit,
    wage_limits,
)
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, rule

BOOK = rulebook()
NOTHING = book()
MONDAY = day("2024-03-04")
HIGH = Decimal(200)
AMOUNT = "sick-benefit-amount"


MOST = {
    "2013-01-07": ("4005", "108.24"),
    "2015-06-01": ("4135", "111.76"),
    "2018-06-01": ("4300", "116.22"),
    "2019-06-01": ("4355", "117.70"),
    "2020-06-01": ("4405", "119.05"),
    "2021-01-04": ("4460", "120.54"),
    "2022-06-01": ("4465", "120.68"),
    "2023-06-01": ("4550", "122.97"),
    "2024-06-01": ("4695", "126.89"),
}


@pytest.mark.parametrize(
    ("on", "week", "hour"),
    [pytest.param(on, *most, id=f"g-sick-01 {on[:4]}") for on, most in MOST.items()],
)
def test_an_hour_is_a_week_by_37(on: str, week: str, hour: str) -> None:
    assert BOOK.value(AMOUNT, "per_week", day(on)) == Decimal(week)
    assert most_per_hour(day(on), BOOK) == Decimal(hour)


@pytest.mark.parametrize(
    ("on", "join", "leave"),
    [
        pytest.param("2021-06-01", "7805000", "9633600", id="g-sick-01b 2021"),
        pytest.param("2015-06-01", "7236250", "8931600", id="g-sick-01b 2015"),
        pytest.param("2013-06-01", "7008750", "8650800", id="bm.dk 2013"),
        pytest.param("2019-06-01", "7621250", "9406800", id="join 2019"),
    ],
)
def test_the_wages_at_which_one_may_insure(on: str, join: str, leave: str) -> None:
    limits = wage_limits(day(on), BOOK)
    assert limits.join.amount == Decimal(join)
    assert limits.leave.amount == Decimal(leave)


def test_wage_limits_without_a_benefit_are_missing() -> None:
    on = day("2026-06-01")
    assert wage_limits(on, BOOK).join.missing == (Missing(AMOUNT, "per_week", on),)
    assert wage_limits(on, NOTHING).leave.missing == (
        Missing("sick-first-day-insurance-exclusion", "leave_weeks", on),
        Missing(AMOUNT, "per_week", on),
    )


def test_22_2_hours_at_the_highest_of_2024_g_sick_07() -> None:
    times = [SickTime(MONDAY + dt.timedelta(days=at), 444, HIGH) for at in range(3)]
    found = sick_benefit(MONDAY, times, BOOK)
    assert found.amount == Decimal("2816.96")
    (step,) = found.steps
    assert (step.quantity, step.unit, step.rate) == (Decimal("22.2"), Unit.HOURS, Decimal("126.89"))
    assert (step.rule, step.key, step.on) == (AMOUNT, "per_week", MONDAY)


def test_low_pay_gives_the_pay_after_am_bidrag() -> None:
    found = sick_benefit(MONDAY, [SickTime(MONDAY, 60, Decimal("120.33"))], BOOK)
    assert found.amount == Decimal("110.70")
    assert found.steps[0].rule == "am-bidrag"


def test_hours_of_one_rate_are_one_step_and_of_two_rates_two() -> None:
    times = [
        SickTime(MONDAY, 60, Decimal(100)),
        SickTime(MONDAY, 30, HIGH),
        SickTime(MONDAY + dt.timedelta(days=1), 90, Decimal(100)),
    ]
    steps = sick_benefit(MONDAY, times, BOOK).steps
    assert [(step.quantity, step.rate) for step in steps] == [
        (Decimal("2.5"), Decimal("92.00")),
        (Decimal("0.5"), Decimal("126.89")),
    ]


def test_a_week_gives_no_more_than_the_highest_for_a_week() -> None:
    day_and_night = [SickTime(MONDAY + dt.timedelta(days=at), 1440, HIGH) for at in range(7)]
    found = sick_benefit(MONDAY, day_and_night, BOOK)
    assert found.amount == Decimal(4695)
    assert found.steps[-1].amount == Decimal(4695) - ore(168 * Decimal("126.89"))


def test_a_week_runs_from_monday() -> None:
    sunday, monday = day("2024-03-10"), day("2024-03-11")
    times = [SickTime(one, 36 * 60, HIGH) for one in (sunday, monday)]
    assert sick_benefit(sunday, times, BOOK).amount == 2 * 36 * Decimal("126.89")


def test_time_after_thirty_days_is_the_municipality_s() -> None:
    times = [SickTime(MONDAY + dt.timedelta(days=at), 60, HIGH) for at in (-1, 29, 30)]
    assert sick_benefit(MONDAY, times, BOOK).amount == Decimal("126.89")


def test_a_spell_over_the_turn_of_the_year_has_the_rate_of_each_week() -> None:
    first = day("2023-12-30")
    times = [SickTime(one, 60, HIGH) for one in (first, day("2023-12-31"), day("2024-01-01"))]
    assert sick_benefit(first, times, BOOK).amount == 2 * Decimal("122.97") + Decimal("126.89")


def test_a_year_that_was_not_found_is_missing_and_never_the_year_before() -> None:
    first = day("2025-01-04")
    times = [SickTime(one, 60, HIGH) for one in (first, day("2025-01-06"), day("2025-01-07"))]
    found = sick_benefit(first, times, BOOK)
    assert found.amount is None
    assert set(found.missing) == {
        Missing(AMOUNT, "per_week", day("2025-01-06")),
        Missing(AMOUNT, "per_week", day("2025-01-07")),
    }
    assert [step.amount for step in found.steps] == [Decimal("126.89")]


def test_without_am_bidrag_or_employer_period_there_is_no_amount() -> None:
    period = rule("sick-employer-period", days=30)
    amount = rule(AMOUNT, per_week=4695)
    week = rule("sick-benefit-week", hours=37)
    times = [SickTime(MONDAY, 60, HIGH)]
    assert sick_benefit(MONDAY, times, book(period, amount, week)).missing == (
        Missing("am-bidrag", "percent", MONDAY),
    )
    assert sick_benefit(MONDAY, times, book(amount)).missing == (
        Missing("sick-employer-period", "days", MONDAY),
    )


def test_no_hours_are_no_benefit() -> None:
    assert sick_benefit(MONDAY, [], BOOK).amount == 0
    assert sick_benefit(MONDAY, [SickTime(MONDAY, 0, HIGH)], BOOK).steps == ()


def test_changing_pay_is_that_of_four_weeks_on_average() -> None:
    earned = [
        Earned(day("2024-02-04"), 600, Decimal(9999)),
        Earned(day("2024-02-05"), 600, Decimal(1500)),
        Earned(day("2024-03-03"), 300, Decimal("900.07")),
        Earned(MONDAY, 600, Decimal(9999)),
    ]
    assert average_hourly(earned, MONDAY, BOOK) == Decimal("160.00")
    assert average_hourly(earned[:1], MONDAY, BOOK) is None
    assert average_hourly(earned, MONDAY, NOTHING) == Missing(
        "sick-benefit-average", "weeks", MONDAY
    )


def test_every_shipped_benefit_holds_for_one_whole_benefit_year() -> None:
    rows = BOOK.rows(AMOUNT)
    assert len(rows) == 9
    for row in rows:
        year = benefit_year(row.valid_from)
        assert (row.valid_from, row.valid_to) == (year.first, year.last)


@given(st.dates(day("2009-01-01"), day("2200-12-31")))
def test_a_benefit_year_begins_on_the_first_monday_of_january(on: dt.date) -> None:
    year = benefit_year(on)
    assert year.first <= on < year.end
    for edge in (year.first, year.end):
        assert (edge.month, edge.weekday()) == (1, 0)
        assert edge.day <= 7
    assert (year.end - year.first).days in {364, 371}


TIME = st.tuples(st.integers(0, 40), st.integers(0, 1440), st.decimals(0, 500, places=2))


@given(st.dates(day("2023-01-02"), day("2024-11-20")), st.lists(TIME, max_size=40))
def test_benefit_is_never_more_than_the_law_lets_an_hour_and_a_week_be(
    first: dt.date, drawn: list[tuple[int, int, Decimal]]
) -> None:
    times = [SickTime(first + dt.timedelta(days=at), count, pay) for at, count, pay in drawn]
    found = sick_benefit(first, times, BOOK)
    counted = [one for one in times if one.day < first + dt.timedelta(days=30)]
    hours = Decimal(sum(one.minutes for one in counted)) / 60
    weeks = {one.day.isocalendar()[:2] for one in counted}
    assert found.amount is not None
    assert found.amount == sum((step.amount for step in found.steps), Decimal(0))
    assert 0 <= found.amount <= 4695 * len(weeks)
    half_ore_each = Decimal("0.005") * len(found.steps)
    assert found.amount <= hours * Decimal("126.89") + half_ore_each


def test_days_of_a_week_that_were_paid_before_have_had_their_part_of_its_highest() -> None:
    first, later = day("2024-01-31"), day("2024-02-01")
    before, times = [SickTime(first, 30 * 60, HIGH)], [SickTime(later, 10 * 60, HIGH)]
    most = Decimal(4695)
    had = 30 * Decimal("126.89")
    assert sick_benefit(first, times, BOOK).amount == Decimal("1268.90")
    assert sick_benefit(first, times, BOOK, before).amount == most - had
    whole_week = [SickTime(first, 60 * 60, HIGH)]
    assert sick_benefit(first, times, BOOK, whole_week).amount == 0
    week_before = [SickTime(day("2024-01-24"), 60 * 60, HIGH)]
    assert sick_benefit(day("2024-01-24"), times, BOOK, week_before).amount == Decimal("1268.90")
