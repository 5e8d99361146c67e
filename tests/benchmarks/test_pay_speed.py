"""The pay of a year of round-the-clock shifts beside reading the rows that it is made of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme, SickPay
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.pay_spent import pay_spent
from bpa_desktop.services.reading import helpers, paid_stints
from bpa_desktop.services.session import make
from bpa_desktop.services.shift_times import Times
from bpa_desktop.storage import keys
from tests.benchmarks.timing import fastest, forget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TIMES_READING: Final = 10
FIRST, END = dt.date(2025, 1, 1), dt.date(2026, 1, 1)
TURNS: Final = tuple(
    Times(dt.time(start), dt.time((start + 4) % 24)) for start in (3, 7, 11, 15, 19, 23)
)
"""Six turns a day, four hours each: 2,190 shifts in the year."""


def records() -> Iterator[Record]:
    hired = (Employment(first_day=dt.date(2020, 1, 1)),)
    yield Scheme(citizen_name="Prøve", sick_pay=SickPay.FULL)
    for name, kroner in ((RateName.HOUR_11, "151.37"), (RateName.HOUR_12, "154.02")):
        yield OwnRate(name=name, value=Decimal(kroner), valid_from=FIRST)
    for number in range(7):
        yield Helper(
            id=f"helper-{number}",
            first_name=f"H{number}",
            employments=hired,
            birth_date=dt.date(1990, 1, 1),
            position=Position.SUBSTITUTE if number > 4 else Position.PERMANENT,
            seniority_date=dt.date(2022, 6, 1) if number == 0 else None,
        )
    yield Absence(
        helper="helper-1",
        kind=AbsenceKind.HOLIDAY,
        first_day=dt.date(2025, 7, 7),
        last_day=dt.date(2025, 7, 27),
    )
    for day in range((END - FIRST).days):
        for turn, times in enumerate(TURNS):
            start, end = times.on(FIRST + dt.timedelta(days=day))
            yield Shift(
                id=f"shift-{day}-{turn}",
                planned_start=start,
                planned_end=end,
                helper=f"helper-{(day + turn) % 7}",
                state=ShiftState.PLANNED,
            )


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("pay") / "a year.bpa"
    with make(path, keys.parse("en sætning til prøver"), today=END) as opened:
        with opened.operation("a year") as operation:
            operation.save_all(tuple(records()))
        yield opened


def test_the_pay_of_a_year(benchmark: BenchmarkFixture, session: Session) -> None:
    def reading() -> int:
        rows, _overtime = paid_stints(session, FIRST, END)
        read = (helpers(session), *(session.records.all(kind) for kind in (Absence, OwnRate)))
        return len(rows) + sum(map(len, read))

    def ours() -> int:
        forget(session)
        spent = pay_spent(session, FIRST, END)
        assert not spent.missing
        return spent.minutes[StandardLine.BASIC_PAY]

    holiday = 20 * 60 * 4
    assert reading() > 2_190
    assert ours() in range(365 * 24 * 60 - 2 * holiday, 365 * 24 * 60)
    seconds, reading_seconds = fastest(ours, reading)
    ratio = seconds / reading_seconds
    benchmark.pedantic(ours, rounds=5)
    benchmark.extra_info |= {"ratio": round(ratio, 2), "bar": TIMES_READING}
    assert ratio <= TIMES_READING
