"""The year's forecast in kroner beside the pay of the same year: 2,200 shifts round the clock."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.economy import economy
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.session import make
from tests.benchmarks.timing import fastest, forget
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

FIRST, END = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
TODAY = dt.date(2026, 8, 15)
BAR = 2
BUDGET = Budget(id="b", valid_from=FIRST, valid_to=dt.date(2026, 12, 31))


def records() -> Iterator[Record]:
    hired = (Employment(first_day=dt.date(2020, 1, 1)),)
    for number in range(7):
        yield Helper(id=f"h{number}", first_name=f"H{number}", employments=hired)
        name = RateName.AGREED_HOUR
        yield OwnRate(name=name, helper=f"h{number}", value=Decimal(160), valid_from=FIRST)
    yield Grant(id="g", valid_from=FIRST, lines=(GrantLine(minutes=24 * 60, per=Per.DAY),))
    yield BUDGET
    yield BudgetLine(
        budget="b", words="Løn", amount=Decimal(1_500_000), standard=StandardLine.ALL_PAY
    )
    for number in range(365 * 6):
        start = dt.datetime.combine(FIRST, dt.time()) + dt.timedelta(hours=4 * number)
        yield Shift(
            planned_start=start,
            planned_end=start + dt.timedelta(hours=4),
            helper=f"h{number % 7}",
            state=ShiftState.WORKED if start.date() < TODAY else ShiftState.PLANNED,
        )


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with make(tmp_path_factory.mktemp("year") / "year.bpa", key(), today=TODAY) as opened:
        with opened.operation("a year") as operation:
            operation.save_all(tuple(records()))
        yield opened


def test_the_forecast_of_a_year_beside_its_pay(
    benchmark: BenchmarkFixture, session: Session
) -> None:
    benchmark.pedantic(economy, (session, BUDGET), rounds=3)
    if benchmark.enabled:
        months = Period(FIRST, END).months()

        def anew(work: Callable[[], object]) -> object:
            """With nothing remembered of what was reckoned before."""
            forget(session)
            return work()

        pay, ours = fastest(
            lambda: anew(lambda: list(months_pay(session, months))),
            lambda: anew(lambda: economy(session, BUDGET)),
        )
        benchmark.extra_info["pay_seconds"] = round(pay, 4)
        benchmark.extra_info["ratio"] = round(ours / pay, 2)
        benchmark.extra_info["bar"] = BAR
        assert ours <= BAR * pay
