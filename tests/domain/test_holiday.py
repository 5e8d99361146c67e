"""Holiday is earned by month and day, in a year from September, and taken in hours of a roster."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.holiday import (
    HolidayYear,
    earned_by_month,
    earned_days,
    entitled_days,
    holiday_days,
    holiday_hours,
    holiday_year,
    taken_from,
)
from bpa_desktop.domain.holiday_away import unearned_days
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.period import Period, month_length
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import absence, book, day, rule

if TYPE_CHECKING:
    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.holiday import (
        MonthEarned,
    )

BOOK = rulebook()
NOTHING = book()
ALWAYS = [Employment(first_day=day("2015-01-01"))]
ON = day("2026-03-02")


def days(first: str, end: str) -> Period:
    return Period(day(first), day(end))


def year(on: dt.date) -> HolidayYear:
    found = holiday_year(on, BOOK)
    assert isinstance(found, HolidayYear)
    return found


YEAR = year(ON)


def months(
    period: Period, employments: list[Employment], without: frozenset[dt.date] = frozenset()
) -> list[MonthEarned]:
    found = earned_by_month(period, employments, BOOK, without)
    assert isinstance(found, list)
    return found


def unearned(*absences: Absence, **options: frozenset[AbsenceKind]) -> frozenset[dt.date]:
    found = unearned_days(YEAR.earned, absences, ALWAYS, BOOK, **options)
    assert isinstance(found, frozenset)
    return found


@pytest.mark.parametrize(
    ("on", "first"),
    [
        ("2026-08-31", "2025-09-01"),
        ("2026-09-01", "2026-09-01"),
        ("2026-12-31", "2026-09-01"),
        ("2028-02-29", "2027-09-01"),
    ],
)
def test_a_holiday_year_begins_in_september_and_is_taken_for_sixteen_months(
    on: str, first: str
) -> None:
    start = day(first)
    assert year(day(on)) == HolidayYear(
        Period(start, start.replace(year=start.year + 1)),
        Period(start, dt.date(start.year + 2, 1, 1)),
    )


@given(st.dates(day("2020-09-01"), day("2200-12-31")))
def test_every_day_lies_in_one_holiday_year_and_in_the_time_to_take_one_or_two(
    on: dt.date,
) -> None:
    own = year(on)
    assert own.earned.first <= on < own.earned.end
    assert year(own.earned.last) == own
    assert year(own.earned.end).earned.first == own.earned.end
    found = taken_from(on, BOOK)
    assert not isinstance(found, Missing)
    assert found[-1] == own
    assert all(one.taken.first <= on < one.taken.end for one in found)
    two = on.month >= 9 and on.year > 2020
    assert len(found) == (2 if two else 1)


def test_before_the_act_there_is_no_holiday_year() -> None:
    early = day("2020-08-31")
    assert holiday_year(early, BOOK) == Missing("hol-year", "start_month", early)
    assert taken_from(early, BOOK) == Missing("hol-year", "start_month", early)


def test_twelve_months_give_25_days_g_hol_02() -> None:
    own = months(YEAR.earned, ALWAYS)
    assert earned_days(own) == Decimal("24.96")
    assert entitled_days(YEAR, own, BOOK) == 25


def test_a_year_that_is_not_whole_gives_what_its_months_give() -> None:
    own = months(YEAR.earned, [Employment(first_day=day("2025-09-02"))])
    assert earned_days(own) == entitled_days(YEAR, own, BOOK) == Decimal("24.91")


@pytest.mark.parametrize(
    ("first", "last", "earned"),
    [
        pytest.param("2026-03-01", "2026-03-31", "2.08", id="g-hol-03: 31 days"),
        pytest.param("2026-02-01", "2026-02-28", "2.08", id="all of February"),
        pytest.param("2026-02-01", "2026-02-27", "1.89", id="a day less"),
        pytest.param("2028-02-01", "2028-02-28", "1.96", id="not the leap day"),
        pytest.param("2028-02-01", "2028-02-29", "2.08", id="with the leap day"),
        pytest.param("2026-03-02", "2026-03-31", "2.08", id="30 of 31 days, no more than a month"),
        pytest.param("2026-03-16", "2026-03-31", "1.12", id="from the middle of a month"),
        pytest.param("2026-03-01", "2026-03-01", "0.07", id="one day"),
    ],
)
def test_part_of_a_month_earns_by_the_day(first: str, last: str, earned: str) -> None:
    own = [Employment(first_day=day(first), last_day=day(last))]
    whole_year = year(day(first)).earned
    assert earned_days(months(whole_year, own)) == Decimal(earned)


def test_leave_without_pay_in_the_example_of_feriepengeinfo() -> None:
    away = frozenset(days("2026-07-23", "2026-09-16").days())
    own = months(days("2026-01-01", "2027-01-01"), ALWAYS, away)
    by_month = {one.month.month: (one.days, one.earned) for one in own}
    assert by_month[7] == (22, Decimal("1.54"))
    assert by_month[9] == (15, Decimal("1.05"))
    assert 8 not in by_month
    assert earned_days(own) == Decimal("21.31")


def test_three_single_sick_days_earn_nothing_g_hol_07() -> None:
    sick = [absence("anna", one, one) for one in ("2026-02-03", "2026-02-10", "2026-02-17")]
    lost = unearned(*sick)
    assert lost == {one.first_day for one in sick}
    for one in sick:
        alone = Period(one.first_day, one.first_day + dt.timedelta(days=1))
        assert months(alone, ALWAYS, lost) == []
    february = days("2026-02-01", "2026-03-01")
    assert earned_days(months(february, ALWAYS, lost)) == 25 * Decimal("0.07")


def test_holiday_is_earned_from_the_second_day_of_a_spell() -> None:
    assert unearned(absence("anna", "2026-02-03", "2026-02-20")) == {day("2026-02-03")}
    assert unearned(absence("anna", "2026-02-03")) == {day("2026-02-03")}


def test_full_pay_in_sickness_earns_holiday_on_every_day() -> None:
    sick = absence("anna", "2026-02-03", "2026-02-20")
    assert unearned(sick, paid=frozenset({AbsenceKind.SICKNESS})) == frozenset()


def test_leave_earns_nothing_unless_it_is_paid() -> None:
    leave = absence("anna", "2025-08-20", "2025-09-03", kind=AbsenceKind.PARENTAL_LEAVE)
    open_leave = absence("anna", "2026-08-30", kind=AbsenceKind.MATERNITY_LEAVE)
    assert unearned(leave) == {day("2025-09-01"), day("2025-09-02"), day("2025-09-03")}
    assert unearned(open_leave) == {day("2026-08-30"), day("2026-08-31")}
    assert unearned(leave, paid=frozenset({AbsenceKind.PARENTAL_LEAVE})) == frozenset()
    assert unearned(absence("anna", "2026-01-01", "2026-01-09", kind=AbsenceKind.HOLIDAY)) == set()
    past = absence("anna", "2025-01-01", "2025-08-31", kind=AbsenceKind.PARENTAL_LEAVE)
    assert unearned(past) == frozenset()


def spells(count: int) -> list[Absence]:
    """So many spells of one day, every third day of the year."""
    starts = (day("2025-09-01") + dt.timedelta(days=3 * number) for number in range(count))
    return [absence("anna", one.isoformat(), one.isoformat()) for one in starts]


def test_after_52_spells_holiday_is_earned_from_the_first_day() -> None:
    assert len(unearned(*spells(52))) == 52
    assert len(unearned(*spells(60))) == 52


def test_who_is_employed_for_half_the_year_needs_half_the_spells() -> None:
    half = [Employment(first_day=day("2025-09-01"), last_day=day("2026-02-28"))]
    found = unearned_days(YEAR.earned, spells(40), half, BOOK)
    assert isinstance(found, frozenset)
    assert len(found) == 25


def test_a_spell_belongs_to_the_year_in_which_it_begins() -> None:
    over = absence("anna", "2025-08-31", "2025-09-05")
    assert unearned(over) == frozenset()


def test_what_is_not_known_is_missing() -> None:
    sick = absence("anna", "2026-02-03", "2026-02-20")
    first = YEAR.earned.first
    assert earned_by_month(YEAR.earned, ALWAYS, NOTHING) == Missing(
        "hol-accrual", "days_per_month", first
    )
    assert unearned_days(YEAR.earned, [sick], ALWAYS, NOTHING) == Missing(
        "hol-sick-allowance", "from_day", first
    )
    assert unearned_days(YEAR.earned, [], ALWAYS, NOTHING) == frozenset()
    assert entitled_days(YEAR, [], NOTHING) == Missing("hol-full-year", "months", first)
    assert entitled_days(YEAR, [], book(rule("hol-full-year", months=12, days=25))) == Missing(
        "hol-accrual", "days_per_month", first
    )
    assert holiday_hours(Decimal(1), 60, ON, NOTHING) == Missing("hol-week", "days_per_week", ON)
    assert holiday_days(60, 60, ON, NOTHING) == Missing("hol-week", "days_per_week", ON)


def test_months_without_employment_ask_for_no_rule() -> None:
    late = [Employment(first_day=day("2027-01-01"))]
    assert earned_by_month(YEAR.earned, late, NOTHING) == []


@given(
    st.dates(day("2021-01-01"), day("2060-12-31")),
    st.integers(0, 700),
    st.integers(1, 700),
)
def test_holiday_grows_with_every_day_and_never_above_a_month(
    first: dt.date, wait: int, length: int
) -> None:
    start = first + dt.timedelta(days=wait)
    own = [Employment(first_day=start, last_day=start + dt.timedelta(days=length))]
    whole = Period(first, start + dt.timedelta(days=length + 40))
    found = months(whole, own)
    assert sum(one.days for one in found) == length + 1
    assert all(0 < one.earned <= Decimal("2.08") for one in found)
    for one in found:
        assert (one.earned == Decimal("2.08")) or one.days < month_length(one.month)
    before = earned_days(months(Period(first, start + dt.timedelta(days=length)), own))
    assert before <= earned_days(found)


@pytest.mark.parametrize(
    ("per_week", "hours"), [(37, "7.4"), (30, "6.0"), (28, "5.6"), (84, "16.8")]
)
def test_a_day_of_holiday_is_a_fifth_of_the_week(per_week: int, hours: str) -> None:
    assert holiday_hours(Decimal(1), per_week * 60, ON, BOOK) == Decimal(hours)
    assert holiday_days(int(Decimal(hours) * 60), per_week * 60, ON, BOOK) == 1


@pytest.mark.parametrize("per_week", [0, -60])
def test_a_week_without_hours_has_no_days_of_holiday(per_week: int) -> None:
    for found in (
        lambda: holiday_hours(Decimal(1), per_week, ON, BOOK),
        lambda: holiday_days(60, per_week, ON, BOOK),
    ):
        with pytest.raises(ValueError, match=str(per_week)):
            found()


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_hours_and_days_of_holiday_are_each_other_s_way_back(minutes: int, week: int) -> None:
    used = holiday_days(minutes, week, ON, BOOK)
    assert isinstance(used, Decimal)
    back = holiday_hours(used, week, ON, BOOK)
    assert isinstance(back, Decimal)
    assert abs(back * 60 - minutes) < Decimal("0.000001")
