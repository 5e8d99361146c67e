"""Hours and money that will not last, or will be left, with the day by which to act."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.economy import Kroner, LineMoney, runs_out_in
from bpa_desktop.domain.forecast import Known, MonthAhead, Range, forecast
from bpa_desktop.domain.foresight import hours_ahead, money_ahead
from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.hours import by_month
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from tests.domain.builders import day, grant, line, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.stints import Stint

TODAY, FIRST, END = day("2026-04-01"), day("2026-01-01"), day("2027-01-01")
YEAR = Period(FIRST, END)
KRONER = st.integers(0, 10**6).map(Decimal)


def worked(days: int) -> Iterator[Stint]:
    for count in range(days):
        on = FIRST + dt.timedelta(days=count)
        yield row(f"{on} 08:00", f"{on} 16:00", state=ShiftState.WORKED)


def year(granted_hours: int, today: dt.date = TODAY) -> Forecast:
    """Eight hours are worked each day to April, and likely from then on."""
    given_ = [grant("2026-01-01", line(granted_hours * 60, Per.YEAR))]
    stints = tuple(worked(90))
    return forecast(Known(today=today, first=FIRST, end=END, grants=given_, stints=stints))


def money(granted: str, used: str, expected: str) -> LineMoney:
    total = Kroner(*[Decimal(expected)] * 3)
    return LineMoney(None, Decimal(granted), Decimal(granted) / 4, Decimal(used), total)


def months(minutes: int = 100) -> list[MonthAhead]:
    return [
        MonthAhead(first, minutes, 0, Range(0, minutes, minutes))
        for first, _end in pairwise(by_month(FIRST, END))
    ]


def test_hours_that_run_out_are_to_be_acted_on_before_the_month_in_which_they_do() -> None:
    (one,) = hours_ahead(year(2500))
    assert (one.code, one.on) == (DueCode.HOURS_OVER, day("2026-10-31"))
    assert one.values == {"month": day("2026-11-01"), "is_used_up": False}


def test_hours_that_are_used_up_are_to_be_acted_on_today() -> None:
    (one,) = hours_ahead(year(100))
    assert (one.code, one.on, one.values["is_used_up"]) == (DueCode.HOURS_OVER, TODAY, True)


def test_hours_that_are_left_can_be_used_until_the_year_ends() -> None:
    found = year(4000)
    (one,) = hours_ahead(found)
    assert (one.code, one.on) == (DueCode.HOURS_UNDER, day("2026-12-31"))
    assert one.values == {"minutes": found.safe}


def test_a_year_that_goes_as_granted_or_is_over_warns_of_nothing() -> None:
    assert not list(hours_ahead(year(2950)))
    assert not list(hours_ahead(year(100, today=END)))


def test_money_runs_out_in_the_month_in_which_its_hours_pass_it() -> None:
    # 100 kroner are used to April, and 900 are to come in nine months that are alike.
    total = money("450", "100", "1000")
    month = runs_out_in(total, TODAY, months())
    assert month == day("2026-07-01")
    (one,) = money_ahead("b", YEAR, total, month, TODAY)
    assert (one.code, one.on, one.record) == (
        DueCode.MONEY_OVER,
        day("2026-06-30"),
        ("budget", "b"),
    )


def test_money_that_is_used_up_is_told_at_once() -> None:
    total = money("90", "100", "1000")
    (one,) = money_ahead("b", YEAR, total, runs_out_in(total, TODAY, months()), TODAY)
    assert (one.on, one.values["is_used_up"]) == (TODAY, True)


def test_money_to_come_without_hours_falls_on_the_first_month() -> None:
    assert runs_out_in(money("450", "100", "1000"), TODAY, months(0)) == TODAY


def test_much_money_left_is_told_and_little_or_unknown_is_not() -> None:
    (one,) = money_ahead("b", YEAR, money("1000", "100", "900"), None, TODAY)
    assert (one.code, one.on) == (DueCode.MONEY_UNDER, day("2026-12-31"))
    assert one.values == {"amount": Decimal(100)}
    incomplete = LineMoney(None, Decimal(1000), Decimal(250), None, None)
    for total in (money("1000", "100", "951"), incomplete):
        assert not list(money_ahead("b", YEAR, total, None, TODAY))


@given(KRONER, KRONER, KRONER)
def test_money_runs_out_in_some_month_exactly_when_it_will_be_over(
    granted: Decimal, used: Decimal, more: Decimal
) -> None:
    total = money(str(granted), str(used), str(used + more))
    month = runs_out_in(total, TODAY, months())
    assert (month is not None) == total.is_over
    assert month is None or TODAY <= month < END
