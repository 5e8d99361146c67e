"""The notice of a new employer, month ends, approval, and what is due."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.handovers import (
    Doubt,
    after_notice,
    doubts,
    end_of_month,
    handovers_due,
    takeover,
)
from bpa_desktop.domain.period import month_length
from bpa_desktop.domain.scheme import Answer, Party
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

DATES = st.dates(dt.date(2021, 1, 1), dt.date(2040, 1, 1))


def handover(agreed: str = "2026-03-10", **fields: object) -> Handover:
    return Handover(id="h", name="Prøve", agreed_on=day(agreed), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("agreed", "first"),
    [
        ("2026-03-01", "2026-05-01"),
        ("2026-03-31", "2026-05-01"),
        ("2026-01-31", "2026-03-01"),
        ("2028-01-30", "2028-03-01"),
        ("2026-11-30", "2027-01-01"),
        ("2026-12-31", "2027-02-01"),
    ],
)
def test_one_month_runs_from_the_end_of_the_month_of_the_agreement(agreed: str, first: str) -> None:
    found = takeover(handover(agreed), rulebook())
    assert found is not None
    assert found.on == day(first)
    assert found.rule is not None
    assert "§ 12, stk. 4" in found.rule.source


@given(DATES, st.integers(0, 14))
def test_the_notice_is_whole_months_after_the_month_of_the_agreement(
    agreed: dt.date, months: int
) -> None:
    first = after_notice(agreed, months)
    assert first.day == 1
    passed = (first.year - agreed.year) * 12 + first.month - agreed.month
    assert passed == months + 1
    assert after_notice(end_of_month(agreed), months) == first
    assert after_notice(agreed.replace(day=1), months) == first


@given(DATES)
def test_the_end_of_a_month_is_its_last_day(agreed: dt.date) -> None:
    last = end_of_month(agreed)
    assert (last.year, last.month) == (agreed.year, agreed.month)
    assert last.day == month_length(agreed)


def test_what_is_agreed_goes_before_the_notice_and_a_shorter_one_is_doubted() -> None:
    early = handover(takes_effect_on=day("2026-04-01"))
    found = takeover(early, rulebook())
    assert found is not None
    assert (found.on, found.rule) == (day("2026-04-01"), None)
    assert Doubt.SHORT_NOTICE in {*doubts(early, rulebook())}
    later = handover(takes_effect_on=day("2026-05-01"))
    assert [*doubts(later, rulebook())] == []
    assert takeover(handover(), book()) is None


def test_only_an_association_or_a_company_must_be_approved() -> None:
    for party in Party:
        for answer in Answer:
            found = {*doubts(handover(to=party, is_approved=answer), rulebook())}
            must = party in {Party.ASSOCIATION, Party.COMPANY}
            assert (Doubt.NOT_APPROVED in found) is (must and answer is Answer.NO)
            assert (Doubt.APPROVAL_UNKNOWN in found) is (must and answer is Answer.UNKNOWN)
            assert (Doubt.MUNICIPALITY in found) is (party is Party.MUNICIPALITY)


def test_it_is_due_until_it_is_told_and_carried_out() -> None:
    found = {one.code: one for one in handovers_due([handover()], rulebook())}
    assert found[DueCode.HANDOVER_TELL].on == day("2026-03-31")
    assert found[DueCode.HANDOVER].on == day("2026-05-01")
    assert all("1069" in one.source for one in found.values())
    told = [*handovers_due([handover(told_on=day("2026-03-11"))], rulebook())]
    assert [one.code for one in told] == [DueCode.HANDOVER]
    assert [*handovers_due([handover(done_on=day("2026-05-01"))], rulebook())] == []
    assert [one.code for one in handovers_due([handover()], book())] == [DueCode.HANDOVER_TELL]
