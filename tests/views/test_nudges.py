"""Buttons beside a date or a time move it by what they say."""

from __future__ import annotations

import datetime as dt

import pytest

from bpa_desktop.views.nudges import nudged, nudges_of

NOW = dt.datetime.fromisoformat("2026-03-16T23:50")


@pytest.mark.parametrize(
    ("how", "shown", "day"),
    [
        ("today", None, "2026-03-16"),
        ("today", "2026-01-01", "2026-03-16"),
        ("yesterday", "2026-01-01", "2026-03-15"),
        ("tomorrow", None, "2026-03-17"),
        ("next_week", None, "2026-03-23"),
        ("next_week", "2026-12-28", "2027-01-04"),
        ("earlier", "2026-03-01", "2026-02-28"),
        ("later", "2026-02-28", "2026-03-01"),
        ("later", None, "2026-03-17"),
    ],
)
def test_a_date_is_moved(how: str, shown: str | None, day: str) -> None:
    value = None if shown is None else dt.date.fromisoformat(shown)
    assert nudged(dt.date, how, value, NOW) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("how", "shown", "time"),
    [
        ("earlier", "07:00", "06:30"),
        ("later", "07:00", "07:30"),
        ("later", "23:45", "00:15"),
        ("earlier", "00:15", "23:45"),
        ("later", None, "00:20"),
    ],
)
def test_a_time_goes_round_the_clock(how: str, shown: str | None, time: str) -> None:
    value = None if shown is None else dt.time.fromisoformat(shown)
    assert nudged(dt.time, how, value, NOW) == dt.time.fromisoformat(time)


def test_a_moment_goes_over_midnight() -> None:
    assert nudged(dt.datetime, "later", NOW, NOW) == dt.datetime.fromisoformat("2026-03-17T00:20")
    assert nudged(dt.datetime, "earlier", None, NOW) == dt.datetime.fromisoformat(
        "2026-03-16T23:20"
    )


def test_only_dates_and_times_are_moved() -> None:
    assert "today" in nudges_of(dt.date)
    assert nudges_of(dt.time) == nudges_of(dt.datetime) == ("earlier", "later")
    assert nudges_of(str) == ()
