"""Time off on special days, moved duty, and a per cent of a difference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clipped import day_norm, moved_minutes, time_off_used
from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.money import Missing, percent_of
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day, moment, rule

BOOK = rulebook()
spans = st.tuples(st.integers(0, 5000), st.integers(1, 3000)).map(lambda one: (one[0], sum(one)))


def span(start: str, end: str) -> tuple[int, int]:
    return instant(moment(start)), instant(moment(end))


def test_time_off_on_constitution_day_takes_the_morning_g_split_04() -> None:
    assert time_off_used(span("2026-06-05T07:00", "2026-06-05T14:30"), BOOK) == 5 * 60
    assert time_off_used(span("2026-06-04T07:00", "2026-06-04T14:30"), BOOK) == 450
    assert time_off_used(span("2026-12-24T23:00", "2026-12-25T07:00"), BOOK) == 0


def test_duty_moved_from_7_to_12_is_moved_by_five_hours_g_split_05() -> None:
    planned = span("2026-03-10T07:00", "2026-03-10T15:00")
    assert moved_minutes(planned, span("2026-03-10T12:00", "2026-03-10T20:00")) == 5 * 60


@given(spans, spans)
def test_moved_minutes_are_those_in_which_nothing_was_planned(
    planned: tuple[int, int], moved: tuple[int, int]
) -> None:
    assert moved_minutes(planned, moved) == len(set(range(*moved)) - set(range(*planned)))


def test_a_per_cent_of_a_difference_g_feriefri_01() -> None:
    earlier = Decimal("20994.35") + Decimal("1162.17")
    base = Decimal("28724.41") + Decimal("1573.77") - earlier
    law = book(rule("holiday", percent=Decimal("2.5")))
    assert base == Decimal("8141.66")
    found = percent_of(base, law, "holiday", day("2026-03-31"), title="Days off")
    assert found.amount == Decimal("203.54")


@pytest.mark.parametrize(("week", "norm"), [(37, "7.4"), (30, "6.0"), (28, "5.6")])
def test_a_week_is_lowered_by_a_fifth_for_a_public_holiday(week: int, norm: str) -> None:
    """g-norm-01."""
    assert day_norm(week * 60, day("2021-05-13"), BOOK) == Decimal(norm)


def test_before_the_row_nothing_is_known_of_it() -> None:
    assert isinstance(day_norm(37 * 60, day("2019-05-13"), BOOK), Missing)
