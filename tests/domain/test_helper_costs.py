"""The average of helper-related expenses: whole months, the year before, and the grant."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.helper_costs import estimate, granted, months_in, whole_months
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.standard_line import StandardLine
from tests.domain.builders import day

TODAY = day("2026-03-16")


def voucher(on: str, amount: str, what: str = "Handsker") -> Voucher:
    standard = StandardLine.HELPER_RELATED
    return Voucher(id=on, day=day(on), what=what, amount=Decimal(amount), standard=standard)


def test_the_average_counts_the_months_without_expenses_too() -> None:
    log = [voucher("2025-12-03", "100.00"), voucher("2026-02-20", "50.00", "Entré")]
    found = estimate(log, TODAY)
    assert found is not None
    assert (found.months, found.total, found.per_month) == (3, Decimal("150.00"), Decimal(50))
    assert found.by_what == (("Handsker", Decimal("100.00")), ("Entré", Decimal("50.00")))


def test_what_is_older_than_a_year_or_of_this_month_does_not_count() -> None:
    log = [voucher(on, "120.00") for on in ("2025-02-28", "2025-03-01", "2026-03-01")]
    found = estimate(log, TODAY)
    assert found is not None
    assert (found.months, found.total, found.per_month) == (12, Decimal("120.00"), Decimal(10))


def test_there_is_no_average_before_a_month_is_over() -> None:
    assert estimate([], TODAY) is None
    assert estimate([voucher("2026-03-02", "10.00")], TODAY) is None


def test_alike_words_are_one_thing() -> None:
    log = [voucher("2026-02-01", "1.00"), voucher("2026-02-02", "2.00", "handsker ")]
    found = estimate(log, TODAY)
    assert found is not None
    assert found.by_what == (("handsker", Decimal("3.00")),)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 900))
def test_the_window_is_whole_months_before_today_and_at_most_a_year(
    today: dt.date, back: int
) -> None:
    found = whole_months(today - dt.timedelta(days=back), today)
    if found is None:
        assert (today - dt.timedelta(days=back)).replace(day=1) == today.replace(day=1)
        return
    assert found.first.day == found.end.day == 1
    assert found.end == today.replace(day=1)
    assert 1 <= len(found.months()) <= 12
    assert months_in(found.first, found.end) == len(found.months())


def test_the_grant_per_month_is_of_the_newest_budget_that_holds() -> None:
    year = Budget(id="y", valid_from=day("2026-01-01"), valid_to=day("2026-12-31"))
    half = Budget(id="h", valid_from=day("2026-03-01"), valid_to=day("2026-08-31"))
    later = Budget(id="l", valid_from=day("2026-07-01"), valid_to=day("2026-12-31"))

    def line(budget: str, amount: int) -> BudgetLine:
        return BudgetLine(
            id=budget,
            budget=budget,
            words="§ 10",
            amount=Decimal(amount),
            money_class=MoneyClass.OUTSIDE,
        )

    pay = BudgetLine(id="p", budget="h", words="Løn", amount=Decimal(9))
    lines = [line("y", 4800), line("h", 3000), line("l", 1), pay]
    [found] = granted([year, half, later], lines, TODAY)
    assert (found.line.id, found.per_month) == ("h", Decimal(500))
    assert granted([], lines, TODAY) == ()
