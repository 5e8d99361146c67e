"""How long an applicant may be kept, and what comes next with one press."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.applicant import ENDED, Applicant, Stage
from bpa_desktop.domain.applications import (
    NEXT,
    is_open,
    kept_problems,
    last_end,
    may_be_used_again,
    suggested_end,
)
from bpa_desktop.domain.rates import RuleUnknown
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import book, day

BOOK = rulebook()


def applicant(**fields: Any) -> Applicant:
    given_fields: dict[str, Any] = {
        "name": "Prøve Ansøger",
        "applied_on": day("2026-03-01"),
        "answered_on": day("2026-03-16"),
        "stage": Stage.REJECTED,
        "delete_on": day("2026-09-16"),
        "keep_reason": "Klage",
    }
    return Applicant(**(given_fields | fields))


def wrong(**fields: Any) -> list[str]:
    return [one.field for one in kept_problems(applicant(**fields), BOOK)]


def test_six_months_are_suggested_and_three_years_are_the_most() -> None:
    assert suggested_end(day("2026-03-16"), BOOK) == day("2026-09-16")
    assert last_end(applicant(), BOOK) == day("2029-03-16")
    assert wrong(delete_on=day("2029-03-16")) == []
    assert wrong(delete_on=day("2029-03-17")) == ["delete_on"]


def test_the_suggestion_of_a_long_month_ends_with_the_shorter_one() -> None:
    assert suggested_end(day("2026-08-31"), BOOK) == day("2027-02-28")
    assert suggested_end(day("2027-08-29"), BOOK) == day("2028-02-29")


def test_consent_to_later_jobs_makes_the_last_day_later_but_never_earlier() -> None:
    assert last_end(applicant(consent_to=day("2030-01-01")), BOOK) == day("2030-01-01")
    assert last_end(applicant(consent_to=day("2026-12-01")), BOOK) == day("2029-03-16")


def test_who_has_ended_has_a_day_and_not_one_before_the_answer() -> None:
    assert wrong(delete_on=None) == ["delete_on"]
    assert wrong(delete_on=day("2026-03-15")) == ["delete_on"]
    assert wrong(delete_on=None, stage=Stage.INVITED) == []


def test_without_an_answer_the_time_runs_from_the_application() -> None:
    assert last_end(applicant(answered_on=None), BOOK) == day("2029-03-01")


@pytest.mark.parametrize(("today", "may"), [("2026-06-01", True), ("2026-06-02", False)])
def test_consent_holds_through_its_last_day(today: str, may: bool) -> None:  # noqa: FBT001 - a case
    one = applicant(consent_to=day("2026-06-01"))
    assert may_be_used_again(one, day(today)) is may


def test_nobody_is_used_again_without_consent() -> None:
    assert not may_be_used_again(applicant(), day("2026-03-17"))


def test_every_open_stage_but_the_last_has_a_next_one_that_is_open() -> None:
    stages = [stage for stage in Stage if is_open(applicant(stage=stage))]
    assert set(NEXT) == set(stages) - {Stage.OFFERED}
    assert all(stage in stages for stage in NEXT.values())
    assert not ENDED & set(stages)


def test_an_unknown_rule_is_never_a_guess() -> None:
    with pytest.raises(RuleUnknown):
        suggested_end(day("2026-03-16"), book())


@given(st.dates(dt.date(2019, 1, 1), dt.date(2060, 1, 1)))
def test_the_suggested_day_may_always_be_chosen(answered: dt.date) -> None:
    end = suggested_end(answered, BOOK)
    assert wrong(applied_on=answered, answered_on=answered, delete_on=end) == []
