"""The pay of a month by helper: sums of shifts, lines and helpers agree to the øre."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.shift_pay import shift_pay
from tests.services.little_roster import lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MARCH = Period(dt.date(2026, 3, 1), dt.date(2026, 4, 1))
LONG_AGO = dt.date(2020, 1, 1)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, *(rate(who, "151.37") for who in ("anna", "bo")))
        yield opened


def rate(who: str, value: str) -> OwnRate:
    name = RateName.AGREED_HOUR
    return OwnRate(name=name, helper=who, value=Decimal(value), valid_from=LONG_AGO)


def test_a_shift_belongs_to_the_month_it_begins_in(session: Session) -> None:
    lay(
        session,
        shift("02-28 23:00", "03-01 07:00", "anna"),
        shift("03-31 23:00", "04-01 07:00", "anna", id="last"),
        shift("03-10 07:00", "03-10 15:00", "anna", state=ShiftState.CANCELLED),
        shift("03-11 07:00", "03-11 15:00", None),
    )
    (anna,) = month_pay(session, MARCH)
    assert [one.shift for one in anna.shifts] == ["last"]
    assert [(line.title, line.minutes) for line in anna.lines] == [
        ("Basic pay", 480),
        ("Night supplement", 420),
    ]


def test_it_counts_as_worked_and_a_missing_rate_leaves_no_sum(session: Session) -> None:
    lay(
        session,
        shift(
            "03-10 07:00",
            "03-10 15:00",
            "anna",
            state=ShiftState.WORKED,
            worked_end=dt.datetime.fromisoformat("2026-03-10T16:00"),
        ),
        shift("03-10 07:00", "03-10 15:00", "carla"),
    )
    anna, carla = month_pay(session, MARCH)
    assert anna.amount == Decimal("1362.33")
    assert carla.amount is None
    assert {one.key for one in carla.missing} == {"step_11"}
    assert carla.lines == ()


lengths = st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900)), min_size=1, max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(lengths)
def test_the_sums_of_lines_shifts_and_the_month_agree(
    session: Session, gaps: list[tuple[int, int]]
) -> None:
    with session.operation("clear") as operation:
        for one in session.records.all(Shift):
            operation.delete(Shift, one.id)
    at = dt.datetime.fromisoformat("2026-03-03T06:00")
    made = []
    for number, (gap, length) in enumerate(gaps):
        start = at + dt.timedelta(minutes=gap)
        at = start + dt.timedelta(minutes=length)
        made.append(Shift(id=f"s{number}", planned_start=start, planned_end=at, helper="anna"))
    lay(session, *made)
    (anna,) = month_pay(session, MARCH)
    one_by_one = [shift_pay(session, one) for one in made]
    assert anna.amount == sum(line.amount for line in anna.lines)
    assert anna.amount == sum(
        one.reckoned.amount for one in one_by_one if one is not None and one.reckoned.amount
    )
    assert anna.lines[0].minutes == sum(length for _gap, length in gaps)
