"""Rest of eight to eleven hours under the agreement: seldom, and not two days running."""

from __future__ import annotations

import pytest

from bpa_desktop.domain import rest, shortened_rest
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.shortened_rest import Breach, shortened
from bpa_desktop.domain.work import work_of
from tests.domain.builders import FOA, book, row, rule

LAW = book(
    rule(rest.RULE, rest_minutes=660, window_minutes=1440),
    rule(shortened_rest.RULE, least_minutes=480, days_per_week=2),
)


def judged(*days: int, gap: int = 8) -> list[tuple[int, Severity, tuple[Breach, ...]]]:
    """The days of March 2026 in whose morning the rest is ``gap`` hours, and what is said."""
    rows = []
    for day in days:
        rows.append(row(f"2026-03-{day - 1:02}T18:00", f"2026-03-{day - 1:02}T23:00", id=f"{day}a"))
        start = 23 + gap - 24
        rows.append(row(f"2026-03-{day:02}T{start:02}:00", f"2026-03-{day:02}T12:00", id=f"{day}b"))
    found = shortened(rest.daily_rest(work_of(rows), LAW, FOA), LAW)
    told = [
        (one.values["day"].day, one.severity, tuple(one.values.get("wrong", ())))  # type: ignore[attr-defined, arg-type]
        for one in sorted(found, key=lambda one: one.window)
    ]
    return list(dict.fromkeys(told))


def test_two_days_a_week_are_allowed_and_say_so_quietly() -> None:
    assert judged(17, 19) == [(17, Severity.HINT, ()), (19, Severity.HINT, ())]


def test_a_third_day_in_a_week_is_too_often() -> None:
    assert judged(17, 19, 21)[-1] == (21, Severity.PROBLEM, (Breach.TOO_OFTEN,))


def test_a_new_week_begins_on_monday() -> None:
    assert [severity for _day, severity, _wrong in judged(20, 22, 24)] == [Severity.HINT] * 3


def test_two_days_running_are_not_allowed() -> None:
    assert judged(17, 18) == [
        (17, Severity.HINT, ()),
        (18, Severity.PROBLEM, (Breach.RUNNING,)),
    ]
    assert judged(22, 23)[-1] == (23, Severity.PROBLEM, (Breach.RUNNING,))


@pytest.mark.parametrize(("gap", "codes"), [(7, {Code.DAILY_REST}), (8, {Code.SHORTENED_REST})])
def test_less_than_eight_hours_is_never_allowed(gap: int, codes: set[Code]) -> None:
    rows = [
        row("2026-03-16T18:00", "2026-03-16T23:00"),
        row(f"2026-03-17T{gap - 1:02}:00", "2026-03-17T12:00"),
    ]
    found = list(shortened(rest.daily_rest(work_of(rows), LAW, FOA), LAW))
    assert {one.code for one in found} == codes
    assert found[0].minutes_short == 660 - gap * 60


def test_one_rest_before_two_shifts_of_a_day_counts_once() -> None:
    rows = [
        row("2026-03-16T18:00", "2026-03-16T23:00"),
        row("2026-03-17T07:00", "2026-03-17T09:00"),
        row("2026-03-17T10:00", "2026-03-17T12:00"),
        row("2026-03-18T18:00", "2026-03-18T23:00"),
        row("2026-03-19T07:00", "2026-03-19T09:00"),
    ]
    found = list(shortened(rest.daily_rest(work_of(rows), LAW, FOA), LAW))
    assert {one.severity for one in found} == {Severity.HINT}
    assert len(found) == 3


def test_without_the_rule_for_the_date_the_daily_rest_stands() -> None:
    daily = book(rule(rest.RULE, rest_minutes=660, window_minutes=1440))
    rows = [
        row("2026-03-16T18:00", "2026-03-16T23:00"),
        row("2026-03-17T07:00", "2026-03-17T12:00"),
    ]
    found = shortened(rest.daily_rest(work_of(rows), daily, FOA), daily)
    assert [one.code for one in found] == [Code.DAILY_REST]


def test_a_rest_shorter_still_is_one_of_the_days_too() -> None:
    rows = [
        row("2026-03-16T18:00", "2026-03-16T23:00"),
        row("2026-03-17T06:00", "2026-03-17T12:00"),
        row("2026-03-17T18:00", "2026-03-17T23:00"),
        row("2026-03-18T07:00", "2026-03-18T12:00"),
    ]
    found = list(shortened(rest.daily_rest(work_of(rows), LAW, FOA), LAW))
    last = max(found, key=lambda one: one.window[1])
    assert Code.DAILY_REST in {one.code for one in found}
    assert (last.severity, last.values["wrong"]) == (Severity.PROBLEM, (Breach.RUNNING,))
