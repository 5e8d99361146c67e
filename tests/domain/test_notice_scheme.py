"""The fourteen weeks before less help: both ways to count, and when helpers are told."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.notice_scheme import RULE, notice_scheme
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import day

MONTH: Final = dt.timedelta(days=30)


def test_the_parts_of_the_time_make_fourteen_weeks() -> None:
    """g-notice-02: 4 + 2 + 8."""
    on = day("2026-03-02")
    parts = ("complaint_weeks", "municipality_weeks", "board_weeks")
    assert sum(rulebook().whole(RULE, part, on) for part in parts) == 14
    found = notice_scheme(on, None, rulebook())
    assert found is not None
    assert found.from_decision.decided_by == found.effect_on == day("2026-06-08")
    assert (found.effect_on - on).days == 98


def test_the_later_start_tells_when_help_ends_and_the_earlier_when_to_complain() -> None:
    found = notice_scheme(day("2026-03-02"), day("2026-03-05"), rulebook())
    assert found is not None
    assert found.from_decision.effect_on == day("2026-06-08")
    assert found.from_receipt.effect_on == found.effect_on == day("2026-06-11")
    assert found.complain_by == found.from_decision.complain_by == day("2026-03-30")
    assert found.from_receipt.complain_by == day("2026-04-02")


@pytest.mark.parametrize(
    ("complained", "told", "ends"),
    [(False, "2026-05-08", "2026-06-07"), (True, "2026-06-11", "2026-07-11")],
)
def test_when_helpers_are_told_hangs_on_a_complaint(
    *, complained: bool, told: str, ends: str
) -> None:
    found = notice_scheme(day("2026-03-02"), day("2026-03-05"), rulebook())
    assert found is not None
    assert found.tell_by(MONTH, complained=complained) == day(told)
    assert found.ends_on(MONTH, complained=complained) == day(ends)


def test_before_the_act_there_is_no_such_time() -> None:
    assert notice_scheme(day("2017-12-31"), day("2018-01-03"), rulebook()) is None
    assert notice_scheme(day("2018-01-01"), None, rulebook()) is not None


@given(
    decided=st.dates(dt.date(2018, 1, 1), dt.date(2090, 1, 1)),
    later=st.integers(-20, 60),
    notice=st.integers(0, 200),
)
def test_a_notice_without_complaint_ends_the_day_before_less_help_by_either_way_to_count(
    decided: dt.date, later: int, notice: int
) -> None:
    found = notice_scheme(decided, decided + dt.timedelta(days=later), rulebook())
    assert found is not None
    days = dt.timedelta(days=notice)
    ends = found.ends_on(days, complained=False) + dt.timedelta(days=1)
    assert ends == min(found.from_decision.effect_on, found.from_receipt.effect_on)
    assert ends <= found.effect_on
    assert found.ends_on(days, complained=True) == found.effect_on + days
    assert found.complain_by <= found.effect_on
