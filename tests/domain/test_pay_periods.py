"""A year of 52 or 53 pay weeks, and the ATP of all of them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bpa_desktop.domain.atp import PayRun
from bpa_desktop.domain.pay_periods import atp_of_year, pay_periods, periods_of
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.services.rulebook import rulebook

MONDAY = dt.date(2026, 3, 16)
DAY = dt.timedelta(days=1)
RUNS = st.sampled_from([PayRun.WEEK, PayRun.FORTNIGHT])


@pytest.mark.parametrize(
    ("run", "begins", "year", "count"),
    [
        pytest.param(PayRun.WEEK, MONDAY, 2022, 52, id="Monday to Sunday"),
        pytest.param(PayRun.WEEK, MONDAY, 2023, 53, id="the first and the last day end a week"),
        pytest.param(PayRun.WEEK, MONDAY, 2028, 53, id="a leap year with 53 Sundays"),
        pytest.param(PayRun.WEEK, MONDAY - 3 * DAY, 2026, 53, id="53 Thursdays"),
        pytest.param(PayRun.FORTNIGHT, MONDAY, 2025, 26, id="26 fortnights"),
        pytest.param(PayRun.MONTH, MONDAY, 2026, 12, id="months"),
    ],
)
def test_pay_periods_of_a_year(run: PayRun, begins: dt.date, year: int, count: int) -> None:
    assert len(pay_periods(run, begins, year)) == count


@given(RUNS, st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1)), st.integers(2000, 2050))
@example(PayRun.WEEK, dt.date(2028, 2, 29), 2028)
def test_every_period_ends_in_exactly_one_year_and_they_follow_on_each_other(
    run: PayRun, begins: dt.date, year: int
) -> None:
    found = pay_periods(run, begins, year)
    both = (*found, *pay_periods(run, begins, year + 1))
    assert all(one.end == after.first for one, after in pairwise(both))
    assert {one.last.year for one in found} == {year}
    assert all((one.first - begins).days % (one.end - one.first).days == 0 for one in found)
    assert len(found) in ({52, 53} if run is PayRun.WEEK else {26, 27})


def test_a_full_week_in_each_of_53_weeks_is_53_full_contributions() -> None:
    first = pay_periods(PayRun.WEEK, MONDAY, 2023)[0].first
    worked = {first + n * 7 * DAY: 30 * 60 for n in range(53)}
    book = rulebook()
    assert atp_of_year(worked, PayRun.WEEK, MONDAY, 2023, book).amount == 53 * Decimal("49.80")
    late = {dt.date(2024, 6, 3): 30 * 60}
    assert {one.rule for one in atp_of_year(late, PayRun.WEEK, MONDAY, 2024, book).missing} == {
        "atp-week-full"
    }


@given(RUNS, st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)), st.integers(1, 24))
def test_months_run_until_the_first_pay_period_and_no_day_is_left_out(
    run: PayRun, begins: dt.date, month: int
) -> None:
    first = dt.date(2025 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    days = Period(first, months_before(first, -1))
    found = periods_of(run, begins, days)
    assert found[0].first <= days.first
    assert days.end <= found[-1].end
    assert all(one.end == after.first for one, after in pairwise(found))
    assert all(one.first < days.end and one.end > days.first for one in found)
    for one in found:
        if one.first >= begins:
            assert (one.first - begins).days % (one.end - one.first).days == 0
        else:
            assert one.end <= begins
            assert one.first.day == 1
