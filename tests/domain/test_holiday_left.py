"""Holiday that was not taken is moved, paid out or lapses, and each on its day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.holiday import HolidayYear, holiday_year
from bpa_desktop.domain.holiday_left import (
    DUE_RULES,
    HolidayDue,
    Left,
    due_day,
    is_main_holiday,
    last_notice,
    left_over,
)
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, rule

BOOK = rulebook()
NOTHING = book()
END = day("2026-12-31")
YEAR = HolidayYear(
    Period(day("2025-09-01"), day("2026-09-01")), Period(day("2025-09-01"), day("2027-01-01"))
)


def left(earned: str, taken: str, **options: Decimal) -> Left:
    found = left_over(Decimal(earned), Decimal(taken), END, BOOK, **options)
    assert isinstance(found, Left)
    return found


def parts(**named: str) -> Left:
    return Left(**{name: Decimal(amount) for name, amount in named.items()})


@pytest.mark.parametrize(
    ("earned", "taken", "options", "expected"),
    [
        pytest.param("23", "19", {}, parts(lapsed="1", paid_out="3"), id="g-hol-08"),
        pytest.param(
            "23",
            "19",
            {"agreed": 3, "hindered": 1},
            parts(hindered="1", moved="3"),
            id="g-hol-08 hindered and moved by agreement",
        ),
        pytest.param("25", "20", {"agreed": 2}, parts(moved="2", paid_out="3"), id="fifth week"),
        pytest.param("25", "22", {"agreed": 9}, parts(moved="3"), id="no more than there is"),
        pytest.param("14.56", "14", {}, parts(on_request="0.56"), id="less than a day"),
        pytest.param("15", "14", {}, parts(lapsed="1"), id="a whole day"),
        pytest.param("20.8", "20", {}, parts(paid_out="0.8"), id="part of a day beyond the first"),
        pytest.param("10", "12", {}, parts(), id="more taken than earned"),
        pytest.param("25", "0", {}, parts(lapsed="20", paid_out="5"), id="nothing taken"),
    ],
)
def test_what_becomes_of_days_that_were_not_taken(
    earned: str, taken: str, options: dict[str, int], expected: Left
) -> None:
    assert left(earned, taken, **{key: Decimal(one) for key, one in options.items()}) == expected


DAYS = st.decimals(0, 30, places=2)


@given(DAYS, DAYS, DAYS, DAYS)
def test_what_is_left_is_accounted_for_to_the_last_part_of_a_day(
    earned: Decimal, taken: Decimal, agreed: Decimal, hindered: Decimal
) -> None:
    found = left_over(earned, taken, END, BOOK, agreed=agreed, hindered=hindered)
    assert isinstance(found, Left)
    assert sum(found) == max(earned - taken, Decimal(0))
    assert all(one >= 0 for one in found)
    assert found.moved + found.paid_out <= max(earned - 20, Decimal(0))


@pytest.mark.parametrize(
    ("due", "on"),
    [
        (HolidayDue.AGREE, "2026-12-31"),
        (HolidayDue.REPORT, "2027-01-31"),
        (HolidayDue.PAY_OUT, "2027-03-31"),
        (HolidayDue.FUND, "2027-11-15"),
    ],
)
def test_what_is_due_after_the_holiday_year(due: HolidayDue, on: str) -> None:
    assert holiday_year(day("2026-03-01"), BOOK) == YEAR
    assert due_day(due, YEAR, BOOK) == day(on)
    assert due_day(due, YEAR, NOTHING) == Missing(DUE_RULES[due], "month", END)


def test_only_the_day_to_agree_is_one_on_which_sources_disagree() -> None:
    marked = {
        due
        for due, one in DUE_RULES.items()
        if BOOK.rule(one, END).confidence is Confidence.CONFLICT
    }
    assert marked == {HolidayDue.AGREE}


@pytest.mark.parametrize(
    ("first", "last", "main", "notice"),
    [
        ("2026-07-06", "2026-07-24", True, "2026-04-06"),
        ("2026-07-06", "2026-07-26", True, "2026-04-06"),
        ("2026-07-06", "2026-07-23", False, "2026-06-06"),
        ("2026-05-01", "2026-05-30", True, "2026-02-01"),
        ("2026-04-30", "2026-05-30", False, "2026-03-30"),
        ("2026-09-07", "2026-09-30", True, "2026-06-07"),
        ("2026-09-07", "2026-10-01", False, "2026-08-07"),
        ("2026-03-31", "2026-03-31", False, "2026-02-28"),
        ("2028-03-31", "2028-03-31", False, "2028-02-29"),
        ("2026-12-21", "2027-01-15", False, "2026-11-21"),
    ],
)
def test_the_main_holiday_needs_three_months_notice_and_other_holiday_one(
    first: str,
    last: str,
    main: bool,  # noqa: FBT001 - a case of the table
    notice: str,
) -> None:
    assert is_main_holiday(day(first), day(last), BOOK) is main
    assert last_notice(day(first), day(last), BOOK) == day(notice)


@given(st.dates(day("2020-09-01"), day("2100-12-31")), st.integers(0, 60))
def test_notice_is_always_before_the_holiday(first: dt.date, more: int) -> None:
    last = first + dt.timedelta(days=more)
    found = last_notice(first, last, BOOK)
    assert isinstance(found, dt.date)
    assert dt.timedelta(days=28) <= first - found <= dt.timedelta(days=92)


def test_what_is_not_known_is_missing() -> None:
    first = day("2026-07-06")
    transfer = book(rule("hol-transfer", after_days=20))
    notice = book(*BOOK.rows("hol-notice"))
    zero = Decimal(0)
    assert left_over(zero, zero, END, NOTHING) == Missing("hol-transfer", "after_days", END)
    assert left_over(zero, zero, END, transfer) == Missing("hol-payout-part-day", "under_days", END)
    assert last_notice(first, first, NOTHING) == Missing("hol-notice", "main_weeks", first)
    assert is_main_holiday(first, first, notice) == Missing("hol-week", "days_per_week", first)
