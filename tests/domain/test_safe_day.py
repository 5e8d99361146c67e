"""The last day on which somebody is there to receive a letter."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.safe_day import DayOff, day_off, last_working_day
from tests.domain.builders import day


@pytest.mark.parametrize(
    ("last", "why", "safe"),
    [
        ("2026-03-30", None, "2026-03-30"),
        ("2026-04-02", DayOff.PUBLIC_HOLIDAY, "2026-04-01"),
        ("2026-04-06", DayOff.PUBLIC_HOLIDAY, "2026-04-01"),
        ("2026-12-24", DayOff.OTHER, "2026-12-23"),
        ("2026-12-27", DayOff.SUNDAY, "2026-12-23"),
        ("2027-01-02", DayOff.SATURDAY, "2026-12-30"),
        ("2026-06-05", DayOff.OTHER, "2026-06-04"),
        ("2028-02-29", None, "2028-02-29"),
    ],
)
def test_the_safe_day_is_a_working_day(last: str, why: DayOff | None, safe: str) -> None:
    assert day_off(day(last)) is why
    assert last_working_day(day(last)) == day(safe)


@given(st.dates(dt.date(2000, 1, 10), dt.date(2100, 1, 1)))
def test_it_is_never_later_and_never_more_than_a_week_and_a_half_before(last: dt.date) -> None:
    safe = last_working_day(last)
    assert day_off(safe) is None
    assert dt.timedelta(0) <= last - safe <= dt.timedelta(days=10)
