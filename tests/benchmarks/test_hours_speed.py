"""Ten years of hours by month, kind and helper, beside one raw SQL sum over the same rows."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.hours_report import monthly
from bpa_desktop.services.session import make
from bpa_desktop.services.shift_times import Times
from bpa_desktop.storage import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.services.session import Session

FIRST, END = dt.date(2016, 1, 1), dt.date(2026, 1, 1)
TURNS = tuple(Times(dt.time(start), dt.time((start + 6) % 24)) for start in (0, 6, 12, 18))
RAW = """
SELECT strftime('%Y-%m', planned_start * 60, 'unixepoch'), kind, helper,
       sum(planned_end - planned_start)
FROM shift WHERE planned_start < ? AND planned_end > ? GROUP BY 1, 2, 3
"""


def records() -> Iterator[Helper | Grant | Shift]:
    hired = (Employment(first_day=FIRST),)
    yield from (
        Helper(id=f"helper-{number}", first_name=f"H{number}", employments=hired)
        for number in range(7)
    )
    line = GrantLine(minutes=24 * 60, per=Per.DAY, from_time=dt.time(0), to_time=dt.time(0))
    yield Grant(id="grant", valid_from=FIRST, lines=(line,))
    for number in range((END - FIRST).days):
        for turn, times in enumerate(TURNS):
            start, end = times.on(FIRST + dt.timedelta(days=number))
            yield Shift(
                id=f"shift-{number}-{turn}",
                planned_start=start,
                planned_end=end,
                helper=f"helper-{(number + turn) % 7}",
                state=ShiftState.WORKED,
            )


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("hours") / "ten years.bpa"
    with make(path, keys.parse("en sætning til prøver")) as opened:
        with opened.operation("ten years") as operation:
            operation.save_all(tuple(records()))
        yield opened


def test_ten_years_by_month_kind_and_helper(benchmark: BenchmarkFixture, session: Session) -> None:
    def raw() -> float:
        begun = time.perf_counter()
        session.records.connection.execute(RAW, (2**40, 0)).fetchall()
        return time.perf_counter() - begun

    bare = min(raw() for _round in range(20))
    benchmark.pedantic(monthly, (session, FIRST, END), rounds=20, warmup_rounds=2)
    benchmark.extra_info["raw_seconds"] = round(bare, 4)
    benchmark.extra_info["ratio"] = round(benchmark.stats.stats.min / bare, 2)
    benchmark.extra_info["bar"] = 5
