"""The right to a break in work of more than six hours."""

from __future__ import annotations

import pytest

from bpa_desktop.domain.breaks import RULE, breaks
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.work import work_of
from tests.domain.builders import book, moment, row, rule

LAW = book(rule(RULE, longest_minutes=360))


@pytest.mark.parametrize(("end", "count"), [("13:00", 0), ("13:01", 1), ("13:15", 1)])
def test_six_hours_give_no_right_and_more_do(end: str, count: int) -> None:
    rows = [row("2026-03-16T07:00", f"2026-03-16T{end}")]
    assert len(list(breaks(work_of(rows), LAW))) == count


def test_unbroken_work_counts_not_the_single_shift() -> None:
    touching = [
        row("2026-03-16T07:00", "2026-03-16T11:00"),
        row("2026-03-16T11:00", "2026-03-16T14:00"),
    ]
    assert len(list(breaks(work_of(touching), LAW))) == 1
    apart = [touching[0], row("2026-03-16T11:30", "2026-03-16T14:30")]
    assert not list(breaks(work_of(apart), LAW))


def test_a_month_gives_one_hint_that_names_each_work() -> None:
    first = row("2026-03-16T07:00", "2026-03-16T15:00")
    night = row("2026-03-31T22:00", "2026-04-01T06:00")
    after = row("2026-04-01T17:00", "2026-04-01T23:59")
    one, other = breaks(work_of([first, night, after]), LAW)
    assert (one.code, one.severity) == (Code.BREAK_RIGHT, Severity.HINT)
    assert one.window == (moment("2026-03-01T00:00"), moment("2026-04-01T00:00"))
    assert one.records == (("helper", "anna"), ("shift", first[0]), ("shift", night[0]))
    assert (one.values["count"], one.minutes_short) == (2, 0)
    assert other.values["count"] == 1


def test_real_time_counts_in_the_night_of_the_clock_change() -> None:
    march = [row("2026-03-29T00:00", "2026-03-29T07:00")]
    assert not list(breaks(work_of(march), LAW))
    october = [row("2026-10-25T00:00", "2026-10-25T06:00")]
    assert len(list(breaks(work_of(october), LAW))) == 1


def test_where_the_rule_is_not_known_nothing_is_said() -> None:
    rows = [row("2026-03-16T07:00", "2026-03-16T15:00")]
    assert not list(breaks(work_of(rows), book()))
