"""Hours a week, where the lines of a grant say so."""

from __future__ import annotations

import datetime as dt

import pytest

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.granted_weekly import granted_weekly
from bpa_desktop.domain.kinds import HourKind, Weekday

DAY = dt.date(2026, 3, 16)
START = dt.date(2026, 1, 1)


def grant(*lines: GrantLine, start: dt.date = START) -> Grant:
    return Grant(id=str(start), valid_from=start, lines=lines)


@pytest.mark.parametrize(
    ("line", "weekly"),
    [
        (GrantLine(minutes=1440, per=Per.DAY), 7 * 1440),
        (GrantLine(minutes=600, per=Per.WEEK), 600),
        (GrantLine(minutes=600, per=Per.WEEK, helpers=2), 1200),
        (GrantLine(minutes=60, per=Per.DAY, weekdays=(Weekday.MONDAY, Weekday.FRIDAY)), 120),
        (GrantLine(minutes=600, per=Per.MONTH), None),
        (GrantLine(minutes=600, per=Per.WEEK, kind=HourKind.MUS), None),
    ],
)
def test_a_line_counts_as_it_says(line: GrantLine, weekly: int | None) -> None:
    assert granted_weekly([grant(line)], DAY) == weekly


def test_only_what_counts_on_the_day_is_added_up() -> None:
    week = GrantLine(minutes=600, per=Per.WEEK)
    later = grant(GrantLine(minutes=300, per=Per.WEEK), start=dt.date(2026, 4, 1))
    both = [grant(week), later]
    assert granted_weekly(both, DAY) == 600
    assert granted_weekly(both, dt.date(2026, 4, 1)) == 300
    assert granted_weekly(both, dt.date(2025, 12, 31)) is None


def test_lines_of_a_year_beside_those_of_a_week_make_it_unknown() -> None:
    lines = GrantLine(minutes=600, per=Per.WEEK), GrantLine(minutes=60, per=Per.YEAR)
    assert granted_weekly([grant(*lines)], DAY) is None
