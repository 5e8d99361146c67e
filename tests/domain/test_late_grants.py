"""A grant decided after the days it counts from: which months that were over it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.granted import granted
from bpa_desktop.domain.late_grants import MonthGranted, late_grants
from tests.domain.builders import day, grant, line

if TYPE_CHECKING:
    from bpa_desktop.domain.grant import Grant

TODAY = day("2026-06-10")
HOUR = 60


def decided(found: Grant, on: str | None, **fields: object) -> Grant:
    return replace(found, decision_date=day(on) if on else None, **fields)


OLD = decided(grant("2025-01-01", line(10 * HOUR, Per.DAY), id="old"), "2024-12-01")
NEW = decided(grant("2026-03-01", line(12 * HOUR, Per.DAY), id="new"), "2026-05-20")
MARCH = MonthGranted(day("2026-03-01"), 31 * 10 * HOUR, 31 * 12 * HOUR)
APRIL = MonthGranted(day("2026-04-01"), 30 * 10 * HOUR, 30 * 12 * HOUR)


def test_the_months_that_were_over_when_it_was_decided_are_told_before_and_after() -> None:
    (late,) = late_grants([NEW, OLD], TODAY)
    assert (late.grant, late.decided) == (NEW, day("2026-05-20"))
    assert late.months == (MARCH, APRIL)
    assert MARCH.more == 62 * HOUR


def test_a_grant_that_got_its_end_from_the_new_one_is_taken_to_have_gone_on() -> None:
    ended = replace(OLD, valid_to=day("2026-02-28"))
    assert late_grants([ended, NEW], TODAY)[0].months == (MARCH, APRIL)


def test_the_day_it_came_counts_where_the_decision_has_none() -> None:
    came = decided(NEW, None, received_date=day("2026-04-02"))
    assert late_grants([OLD, came], TODAY)[0].months == (MARCH,)


def test_what_was_decided_in_time_or_changes_nothing_is_not_told() -> None:
    assert late_grants([OLD, decided(NEW, "2026-02-20")], TODAY) == ()
    assert late_grants([OLD, decided(NEW, None)], TODAY) == ()
    alike = decided(grant("2026-03-01", line(10 * HOUR, Per.DAY)), "2026-05-20")
    assert late_grants([OLD, alike], TODAY) == ()
    assert late_grants([OLD, decided(NEW, "2026-03-31")], TODAY) == ()


def test_a_change_within_a_month_counts_with_the_days_it_is_for() -> None:
    mid = decided(replace(NEW, valid_from=day("2026-04-16")), "2026-05-20")
    assert late_grants([OLD, mid], TODAY)[0].months == (
        MonthGranted(day("2026-04-01"), 30 * 10 * HOUR, (15 * 10 + 15 * 12) * HOUR),
    )


@given(
    st.dates(dt.date(2025, 2, 1), dt.date(2026, 5, 1)),
    st.integers(0, 500),
    st.integers(0, 24),
)
def test_after_is_what_is_granted_now_and_the_months_were_over(
    first: dt.date, later: int, hours: int
) -> None:
    new = replace(
        grant("2026-03-01", line(hours * HOUR, Per.DAY), id="new"),
        valid_from=first,
        decision_date=first + dt.timedelta(days=later),
    )
    for late in late_grants([OLD, new], TODAY):
        for month in late.months:
            end = (month.first + dt.timedelta(days=31)).replace(day=1)
            assert end <= min(late.decided, TODAY)
            now = sum(granted([OLD, new], month.first, end).values())
            assert month.after == now != month.before
