"""ATP by the hours of a pay period: bands, shares to the øre, age, and years without a row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.atp import BANDS, PayRun, atp, band_rule, full_months
from bpa_desktop.domain.money import Missing
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, rule

if TYPE_CHECKING:
    from bpa_desktop.domain.atp import Atp

BOOK = rulebook()
HOUR = 60


def shares(found: Atp) -> tuple[Decimal | None, ...]:
    return tuple(one.amount for one in found)


def kroner(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) for amount in amounts)


NOTHING = kroner("0", "0", "0")


@pytest.mark.parametrize(
    ("on", "minutes", "expected"),
    [
        pytest.param("2023-12-31", 117 * HOUR, ("284.00", "94.65", "189.35"), id="g-atp-01"),
        pytest.param("2023-12-31", 117 * HOUR - 1, ("189.35", "63.10", "126.25"), id="below full"),
        pytest.param("2023-12-31", 78 * HOUR, ("189.35", "63.10", "126.25"), id="two thirds"),
        pytest.param("2023-12-31", 78 * HOUR - 1, ("94.65", "31.55", "63.10"), id="below 2/3"),
        pytest.param("2023-12-31", 39 * HOUR, ("94.65", "31.55", "63.10"), id="g-atp-03"),
        pytest.param("2023-12-31", int(38.99 * HOUR), ("0", "0", "0"), id="g-atp-04"),
        pytest.param("2024-01-31", 117 * HOUR, ("297.00", "99.00", "198.00"), id="g-atp-05"),
        pytest.param("2024-01-31", 400 * HOUR, ("297.00", "99.00", "198.00"), id="never more"),
        pytest.param("2024-01-31", 78 * HOUR, ("198.00", "66.00", "132.00"), id="2/3 in 2024"),
        pytest.param("2024-01-31", 50 * HOUR, ("99.00", "33.00", "66.00"), id="g-atp-07"),
        pytest.param("2026-11-30", 117 * HOUR, ("297.00", "99.00", "198.00"), id="2026"),
    ],
)
def test_atp_of_a_month(on: str, minutes: int, expected: tuple[str, ...]) -> None:
    assert shares(atp(minutes, day(on), BOOK)) == kroner(*expected)


def test_a_full_year_g_atp_05() -> None:
    months = [atp(160 * HOUR, dt.date(2024, month, 28), BOOK) for month in range(1, 13)]
    assert sum(one.total.amount or 0 for one in months) == 3564
    assert full_months(12, day("2023-01-01"), BOOK) == 3408


@pytest.mark.parametrize(
    ("run", "hours", "expected"),
    [
        (PayRun.FORTNIGHT, 17, ("0", "0", "0")),
        (PayRun.FORTNIGHT, 18, ("49.80", "16.60", "33.20")),
        (PayRun.FORTNIGHT, 36, ("99.60", "33.20", "66.40")),
        (PayRun.FORTNIGHT, 54, ("149.40", "49.80", "99.60")),
        (PayRun.WEEK, 8, ("0", "0", "0")),
        (PayRun.WEEK, 9, ("24.90", "8.30", "16.60")),
        (PayRun.WEEK, 18, ("49.80", "16.60", "33.20")),
        (PayRun.WEEK, 27, ("74.70", "24.90", "49.80")),
    ],
)
def test_atp_of_a_shorter_pay_period(run: PayRun, hours: int, expected: tuple[str, ...]) -> None:
    on = day("2023-06-30")
    assert shares(atp(hours * HOUR, on, BOOK, run=run)) == kroner(*expected)


@pytest.mark.parametrize("run", [PayRun.FORTNIGHT, PayRun.WEEK])
def test_a_shorter_pay_period_has_no_row_after_2023(run: PayRun) -> None:
    late = day("2024-06-30")
    assert atp(60 * HOUR, late, BOOK, run=run).total.missing == (
        Missing(band_rule(run, "full"), "total", late),
    )


def test_a_step_names_the_row_it_comes_from() -> None:
    on = day("2024-01-31")
    (step,) = atp(50 * HOUR, on, BOOK).employer.steps
    assert (step.rule, step.key, step.on) == ("atp-month-third", "employer", on)


@pytest.mark.parametrize(
    ("born", "pays"), [("2008-01-31", True), ("2008-02-01", False), (None, True)]
)
def test_atp_is_paid_from_the_age_of_16(
    born: str | None,
    pays: bool,  # noqa: FBT001 - a case of the table
) -> None:
    found = atp(117 * HOUR, day("2024-01-31"), BOOK, born=day(born) if born else None)
    assert shares(found) == (kroner("297", "99", "198") if pays else NOTHING)


def test_a_year_without_a_row_is_missing_unless_nobody_worked() -> None:
    on = day("2027-01-31")
    found = atp(160 * HOUR, on, BOOK)
    keys = ("total", "employee", "employer")
    assert [one.missing for one in found] == [(Missing("atp-month-full", key, on),) for key in keys]
    assert shares(found) == (None, None, None)
    assert shares(atp(0, on, BOOK)) == NOTHING
    assert full_months(3, on, BOOK) == Missing("atp-month-full", "employee", on)
    born = day("2000-01-01")
    assert atp(1, on, book(), born=born).total.missing == (Missing("atp-who", "from_years", on),)


def test_a_share_that_is_not_in_the_row_is_missing_alone() -> None:
    on = day("2024-01-31")
    hours = rule("atp-month-hours", full=117)
    law = book(hours, rule("atp-month-full", total=297, employee=99))
    found = atp(117 * HOUR, on, law)
    assert shares(found) == (Decimal(297), Decimal(99), None)
    assert found.employer.missing == (Missing("atp-month-full", "employer", on),)


def test_the_shares_in_every_row_add_up_and_the_helper_has_a_third() -> None:
    rules = [band_rule(run, band) for run in PayRun for band in BANDS]
    rows = [row for one in rules for row in BOOK.rows(one)]
    assert len(rows) == 15
    for row in rows:
        total, employee, employer = (
            Decimal(str(row.values[key])) for key in ("total", "employee", "employer")
        )
        assert employee + employer == total
        assert abs(3 * employee - total) <= Decimal("0.05")


def test_an_assumed_contribution_says_so() -> None:
    for band in BANDS:
        assert BOOK.rule(band_rule(PayRun.MONTH, band), day("2026-06-30")).confidence is (
            Confidence.REMEMBERED
        )


@given(
    st.integers(0, 744 * HOUR), st.integers(0, 600), st.dates(day("2016-01-01"), day("2026-12-31"))
)
def test_more_hours_never_cost_less_and_shares_always_add_up(
    minutes: int, more: int, on: dt.date
) -> None:
    less, most = atp(minutes, on, BOOK), atp(minutes + more, on, BOOK)
    for one in (less, most):
        total, employee, employer = (part.amount for part in one)
        assert total is not None
        assert employee is not None
        assert employer is not None
        assert employee + employer == total
    assert (less.total.amount or 0) <= (most.total.amount or 0)
