"""When the working environment asks for something."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.deadlines import Due, DueCode, arranged
from bpa_desktop.domain.safety_deadlines import (
    AUTHORITY,
    INSURER,
    INTERVAL,
    YEARLY,
    Safety,
    Why,
    employed_since,
    next_assessment,
    next_discussion,
    safety_due,
)
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from tests.domain.builders import book, day, helper, rule

TODAY = day("2026-03-16")
BOOK = book(
    rule(INTERVAL, years=3),
    rule(YEARLY, months=12),
    rule(AUTHORITY, "2022-06-30", days=14, away_days=1),
    rule(INSURER, "2022-06-30", days=14),
)


def finished(text: str) -> Assessment:
    return Assessment(id=f"apv {text}", begun_on=day(text), finished_on=day(text))


def event(text: str, **fields: Any) -> WorkplaceEvent:
    fields.setdefault("id", f"event {text}")
    return WorkplaceEvent(happened_on=day(text), words="Noget skete", **fields)


def due_on(found: Safety, today: dt.date = TODAY) -> tuple[str, Why] | None:
    due = next_assessment(found, BOOK, today)
    return None if due is None else (due.on.isoformat(), due.why)


def codes(found: Safety, today: dt.date = TODAY) -> dict[DueCode, str]:
    return {one.code: one.on.isoformat() for one in safety_due(found, BOOK, today)}


def test_the_apv_is_due_three_years_after_the_last_one() -> None:
    found = Safety(assessments=(finished("2021-01-01"), finished("2024-03-15")))
    assert due_on(found) == ("2027-03-15", Why.TIME)


def test_a_new_aid_makes_it_due_at_once() -> None:
    aid = Aid(id="lift", name="Ny loftlift", since=day("2026-02-02"))
    old = Aid(id="bed", name="Seng", since=day("2019-02-02"))
    found = Safety(assessments=(finished("2024-03-15"),), aids=(old, aid))
    assert due_on(found) == ("2026-02-02", Why.CHANGE)


def test_an_aid_that_was_said_not_to_matter_changes_nothing() -> None:
    aid = Aid(id="cup", name="Ny kop", since=day("2026-02-02"))
    said = event("2026-02-02", kind=EventKind.NEW_AID, aid="cup", asks_again=Answer.NO)
    found = Safety(assessments=(finished("2024-03-15"),), aids=(aid,), events=(said,))
    assert due_on(found) == ("2027-03-15", Why.TIME)


@pytest.mark.parametrize(
    ("kind", "answer", "expected"),
    [
        (EventKind.NEW_HOME, Answer.UNKNOWN, "2026-02-01"),
        (EventKind.NEW_HOME, Answer.NO, "2027-03-15"),
        (EventKind.NEAR_MISS, Answer.UNKNOWN, "2027-03-15"),
        (EventKind.ACCIDENT, Answer.YES, "2026-02-01"),
    ],
)
def test_what_happens_counts_by_its_kind_until_somebody_has_answered(
    kind: EventKind, answer: Answer, expected: str
) -> None:
    happened = event("2026-02-01", kind=kind, asks_again=answer)
    found = Safety(assessments=(finished("2024-03-15"),), events=(happened,))
    due = next_assessment(found, BOOK, TODAY)
    assert due is not None
    assert due.on == day(expected)


def test_each_event_after_the_last_apv_asks() -> None:
    near, before = event("2026-02-01"), event("2023-02-01")
    found = Safety(assessments=(finished("2024-03-15"),), events=(before, near))
    assert codes(found) == {DueCode.APV_QUESTION: "2026-02-01"}


def test_without_one_it_is_due_from_the_first_helper_on() -> None:
    assert due_on(Safety(employed_since=day("2025-05-01"))) == ("2025-05-01", Why.FIRST)
    assert due_on(Safety()) is None


def test_without_care_nothing_is_asked_of_a_private_home() -> None:
    found = Safety(
        assessments=(finished("2020-03-15"),),
        events=(event("2026-02-01"),),
        employed_since=day("2019-01-01"),
        care=Answer.NO,
    )
    assert codes(found) == {}


def test_a_talk_that_goes_on_is_no_finished_one() -> None:
    talk = Assessment(id="talk", begun_on=day("2026-01-01"))
    found = Safety(assessments=(talk, finished("2023-01-31")))
    assert due_on(found) == ("2026-01-31", Why.TIME)


@given(
    st.dates(dt.date(2009, 1, 1), dt.date(2040, 12, 31)),
    st.integers(-400, 4000),
    st.sampled_from(Answer),
)
def test_due_is_the_nearer_of_three_years_and_the_change(
    last: dt.date, days: int, answer: Answer
) -> None:
    """Leap days and month ends included: never more than three years, and never before."""
    change = last + dt.timedelta(days=days)
    happened = WorkplaceEvent(
        id="e", kind=EventKind.NEW_TASK, happened_on=change, words="Sug", asks_again=answer
    )
    made = Assessment(id="a", begun_on=last, finished_on=last)
    due = next_assessment(Safety(assessments=(made,), events=(happened,)), BOOK, last)
    assert due is not None
    anniversary = (last.year + 3, last.month, last.day)
    usual = dt.date(*anniversary) if anniversary[1:] != (2, 29) else dt.date(last.year + 3, 2, 28)
    counts = change > last and answer is not Answer.NO
    assert due.on == (min(usual, change) if counts else usual)


def test_the_yearly_discussion_is_due_a_year_after_the_last() -> None:
    held = YearlyDiscussion(held_on=day("2024-02-29"))
    found = Safety(discussions=(held,), employed_since=day("2020-01-01"))
    due = next_discussion(found, BOOK, TODAY)
    assert due is not None
    assert (due.on, due.why) == (day("2025-02-28"), Why.TIME)
    assert codes(found)[DueCode.DISCUSSION] == "2025-02-28"


def test_what_is_far_ahead_is_not_in_the_list_yet() -> None:
    found = Safety(assessments=(finished("2024-03-15"),))
    assert DueCode.APV not in codes(found)
    assert codes(found, day("2026-09-15"))[DueCode.APV] == "2027-03-15"


def test_a_talk_that_goes_on_stands_in_the_stead_of_one_to_begin() -> None:
    talk = Assessment(id="talk", begun_on=day("2026-02-01"))
    late = Safety(assessments=(talk, finished("2023-03-01")))
    assert codes(late) == {DueCode.APV_RUNNING: "2026-03-01"}
    early = Safety(assessments=(talk, finished("2025-12-01")))
    assert codes(early) == {DueCode.APV_RUNNING: "2026-02-01"}


def test_actions_are_due_and_asked_after() -> None:
    waiting = WorkProblem(id="a", what="Tungt løft", due_on=day("2026-01-02"))
    done = WorkProblem(id="b", what="Kabel", done_on=day("2026-03-01"))
    good = WorkProblem(id="c", what="Lys", done_on=day("2026-01-01"), effect=Effect.YES)
    undated = WorkProblem(id="d", what="Støj")
    found = codes(Safety(problems=(waiting, done, good, undated)))
    assert found == {DueCode.WORK_PROBLEM: "2026-01-02", DueCode.EFFECT: "2026-03-31"}


def accident(**fields: Any) -> dict[DueCode, str]:
    happened = event("2026-03-02", kind=EventKind.ACCIDENT, asks_again=Answer.NO, **fields)
    return codes(Safety(events=(happened,)))


def test_an_accident_with_absence_is_reported_within_fourteen_days_of_the_first_day_away() -> None:
    both = {DueCode.ACCIDENT_AUTHORITY: "2026-03-17", DueCode.ACCIDENT_INSURER: "2026-03-17"}
    assert accident(away_days=1) == both
    later = accident(away_days=3, away_from=day("2026-03-10"), may_claim=Answer.NO)
    assert later[DueCode.ACCIDENT_AUTHORITY] == later[DueCode.ACCIDENT_INSURER] == "2026-03-24"


def test_without_absence_only_a_possible_claim_is_reported() -> None:
    assert accident() == {DueCode.ACCIDENT_INSURER: "2026-03-16"}
    assert accident(may_claim=Answer.NO) == {}


def test_what_is_reported_is_due_no_more() -> None:
    told = {"insurer_told_on": TODAY, "authority_told_on": TODAY}
    assert accident(away_days=2, **told) == {}


def test_an_accident_before_the_rule_was_read_has_no_day_made_up() -> None:
    old = event("2021-03-02", kind=EventKind.ACCIDENT, away_days=3, asks_again=Answer.NO)
    found = safety_due(Safety(events=(old,)), BOOK, TODAY)
    assert [(one.code, one.on) for one in found] == [(DueCode.ACCIDENT_UNKNOWN, day("2021-03-02"))]


def test_what_is_still_to_be_done_stays_however_late_it_is() -> None:
    late = day("2020-01-01")
    found = [Due(DueCode.APV, late, None), Due(DueCode.VISIT, late, None)]
    assert [one.code for one in arranged(found, TODAY)] == [DueCode.APV]


def test_the_longest_employment_of_today_counts() -> None:
    assert employed_since([helper()], TODAY) == day("2020-01-01")
    assert employed_since([helper()], day("2019-01-01")) is None
