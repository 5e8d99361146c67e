"""Until when what is due may be put off, and when it comes back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.domain.postponing import (
    BACK_BEFORE,
    FREE,
    Length,
    by_key,
    delays,
    is_within,
    may_be_put_off,
    standing,
    subject_of,
)
from tests.domain.builders import day

TODAY = day("2026-03-16")
GRANT = ("grant", "g")
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31))


def complaint(on: str | dt.date) -> Due:
    return Due(DueCode.COMPLAINT, day(on) if isinstance(on, str) else on, GRANT)


def until(on: dt.date) -> Postponed:
    return Postponed(code="complaint", subject="grant/g", until=on, reason="r")


def test_what_has_a_day_of_its_own_is_back_a_week_before_at_the_latest() -> None:
    found = [(one.length, one.until) for one in delays(complaint("2026-04-10"), TODAY)]
    assert found == [
        (Length.DAY, day("2026-03-17")),
        (Length.WEEK, day("2026-03-23")),
        (Length.LAST, day("2026-04-03")),
    ]


@pytest.mark.parametrize("on", ["2026-03-23", "2026-03-16", "2026-03-01"])
def test_in_its_last_week_and_after_its_day_it_stays(on: str) -> None:
    assert delays(complaint(on), TODAY) == ()
    assert not may_be_put_off(complaint(on), TODAY)


def test_a_plan_of_your_own_may_wait_past_its_day() -> None:
    task = Due(DueCode.AGREED_TASK, TODAY, ("agreed_task", "t"))
    assert [one.until for one in delays(task, TODAY)] == [
        day("2026-03-17"),
        day("2026-03-23"),
        day("2026-04-16"),
    ]


def test_what_the_law_or_the_municipality_sets_is_never_free() -> None:
    firm = {
        DueCode.COMPLAINT,
        DueCode.VISIT,
        DueCode.GRANT_ENDS,
        DueCode.CONTRACT_FIRST,
        DueCode.CONTRACT_REST,
        DueCode.APV,
        DueCode.ACCIDENT_AUTHORITY,
        DueCode.ACCIDENT_INSURER,
        DueCode.APPLICANT,
    }
    assert not firm & FREE


@given(on=DAYS, today=DAYS, kept=DAYS)
def test_a_firm_day_is_never_hidden_in_its_last_week(
    on: dt.date, today: dt.date, kept: dt.date
) -> None:
    """Also when the day was moved forward after it was put off."""
    found = standing(complaint(on), by_key([until(kept)]), today)
    assert found.is_put_off == (today < kept and today < on - BACK_BEFORE)
    if found.until is not None:
        assert found.until <= min(kept, on - BACK_BEFORE)
        assert found.due.on == on


@given(on=DAYS, today=DAYS)
def test_every_offered_day_is_one_that_is_taken(on: dt.date, today: dt.date) -> None:
    for one in (complaint(on), Due(DueCode.MUS, on, None)):
        offered = [delay.until for delay in delays(one, today)]
        assert offered == sorted(set(offered))
        assert all(is_within(one, each, today) for each in offered)
        assert bool(offered) == may_be_put_off(one, today)


def test_only_the_thing_itself_is_put_off() -> None:
    known = by_key([until(day("2026-03-20"))])
    other = Due(DueCode.COMPLAINT, day("2026-05-01"), ("grant", "other"))
    assert standing(complaint("2026-05-01"), known, TODAY).is_put_off
    assert not standing(other, known, TODAY).is_put_off
    ends = Due(DueCode.GRANT_ENDS, day("2026-05-01"), GRANT)
    assert not standing(ends, known, TODAY).is_put_off


def test_a_month_and_a_helper_tell_what_has_no_record() -> None:
    month = Due(DueCode.CLOSE_MONTH, TODAY, None, {"month": day("2026-02-01"), "count": 1})
    left = Due(DueCode.DELETE_FILE, TODAY, None, {"helper": "anna"})
    assert (subject_of(month), subject_of(left)) == ("2026-02-01", "helper/anna")
