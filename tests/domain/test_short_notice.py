"""A shift moved too late gives a hint, and only where an agreement may give something for it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.ground import Ground
from bpa_desktop.domain.rates import RuleBook
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.domain.short_notice import Move, short_notice
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import moment, row

BOUND = Ground(agreement=Agreement.DE_FOA)
SHIFT = row("2026-03-20T07:00", "2026-03-20T15:00")
START = instant(moment("2026-03-20T07:00"))


@pytest.mark.parametrize(
    ("moved", "short"),
    [
        ("2026-03-16T07:00", None),
        ("2026-03-16T07:01", 1),
        ("2026-03-19T07:00", 3 * 24 * 60),
        ("2026-03-20T06:59", 4 * 24 * 60 - 1),
        ("2026-03-20T07:00", None),
        ("2026-03-21T07:00", None),
    ],
)
def test_four_days_of_24_hours_to_the_planned_start(moved: str, short: int | None) -> None:
    found = short_notice(SHIFT, Move(instant(moment(moved)), START), rulebook(), BOUND)
    assert (None if found is None else found.minutes_short) == short


@pytest.mark.parametrize(("began", "short"), [(-3, 3), (0, 0), (2, 0)])
def test_the_notice_is_counted_to_the_earlier_of_the_two_starts(began: int, short: int) -> None:
    day = 24 * 60
    found = short_notice(SHIFT, Move(START - 4 * day, START + began * day), rulebook(), BOUND)
    assert (0 if found is None else found.minutes_short) == short * day


def test_it_is_a_hint_with_its_source() -> None:
    found = short_notice(SHIFT, Move(START - 60, START), rulebook(), BOUND)
    assert found is not None
    assert (found.code, found.severity) == (Code.SHORT_NOTICE, Severity.HINT)
    assert "FOA" in found.source


@pytest.mark.parametrize("agreement", [Agreement.NONE, Agreement.UNKNOWN])
def test_without_an_agreement_nobody_is_owed_notice(agreement: Agreement) -> None:
    assert (
        short_notice(SHIFT, Move(START - 60, START), rulebook(), Ground(agreement=agreement))
        is None
    )


def test_an_unfilled_shift_and_an_unknown_rule_give_nothing() -> None:
    nobody = row("2026-03-20T07:00", "2026-03-20T15:00", None)
    assert short_notice(nobody, Move(START - 60, START), rulebook(), BOUND) is None
    assert short_notice(SHIFT, Move(START - 60, START), RuleBook(), BOUND) is None


@given(
    start=st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1)),  # noqa: DTZ001 - wall
    before=st.integers(-3000, 12_000),
)
def test_real_minutes_count_also_over_a_change_of_the_clock(
    start: dt.datetime, before: int
) -> None:
    start = start.replace(minute=0, second=0, microsecond=0)
    shift = row(start.isoformat(), (start + dt.timedelta(hours=9)).isoformat())
    found = short_notice(shift, Move(shift[5] - before, shift[5]), rulebook(), BOUND)
    assert (found is not None) == (0 < before < 4 * 24 * 60)
