"""The guided talk: what comes next, how far it is, and what it was last time."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.assessment import Assessment, Topic, TopicAnswer, Verdict
from bpa_desktop.domain.assessment_talk import (
    AskedQuestion,
    going_on,
    last_answer,
    last_finished,
    months_old,
    next_open,
    open_problem,
    plan_of,
    progress,
    with_answer,
)
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from tests.domain.builders import day

QUESTIONS = tuple(AskedQuestion(key, Topic.HOME, key, key, key) for key in "abcd")


def talk(**answers: Verdict) -> Assessment:
    given_ = tuple(TopicAnswer(question=key, verdict=answers[key]) for key in answers)
    return Assessment(id="talk", begun_on=day("2026-01-01"), answers=given_)


def key_of(found: AskedQuestion | None) -> str | None:
    return found.key if found is not None else None


def test_it_goes_on_at_the_first_question_without_an_answer() -> None:
    assert key_of(next_open(QUESTIONS, talk(a=Verdict.FINE, b=Verdict.UNKNOWN))) == "b"
    assert key_of(next_open(QUESTIONS, talk(c=Verdict.FINE), after="b")) == "d"
    assert key_of(next_open(QUESTIONS, talk(d=Verdict.FINE), after="d")) == "a"
    done = talk(a=Verdict.FINE, b=Verdict.PROBLEM, c=Verdict.ABSENT, d=Verdict.FINE)
    assert next_open(QUESTIONS, done, after="a") is None


def test_progress_counts_only_what_is_asked() -> None:
    found = progress(QUESTIONS, talk(a=Verdict.FINE, b=Verdict.PROBLEM, gone=Verdict.FINE))
    assert (found.fine, found.problems, found.absent, found.left) == (1, 1, 0, 2)


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    once = with_answer(talk(a=Verdict.FINE), TopicAnswer(question="a", verdict=Verdict.PROBLEM))
    assert [(one.question, one.verdict) for one in once.answers] == [("a", Verdict.PROBLEM)]


def test_last_time_is_the_one_finished_last_and_never_the_talk_itself() -> None:
    old = Assessment(id="old", begun_on=day("2020-01-01"), finished_on=day("2020-02-01"))
    new = Assessment(id="new", begun_on=day("2023-01-01"), finished_on=day("2023-02-01"))
    running = talk()
    assert last_finished([new, old, running]) == new
    assert last_finished([new, old], new) == old
    assert going_on([old, running, new]) == running
    assert going_on([old, new]) is None


def test_words_alone_are_no_answer_to_repeat() -> None:
    assert last_answer(talk(a=Verdict.UNKNOWN), "a") is None
    assert last_answer(None, "a") is None


def test_the_plan_holds_what_came_of_it_and_what_is_open_from_before() -> None:
    solved = {"done_on": day("2025-01-01"), "effect": Effect.YES}
    here = WorkProblem(id="here", what="x", assessment="talk", due_on=day("2026-05-01"), **solved)
    before = WorkProblem(id="before", what="y", assessment="old", due_on=day("2026-04-01"))
    closed = WorkProblem(id="closed", what="z", assessment="old", **solved)
    undated = WorkProblem(id="undated", what="w", question="a")
    problems = (undated, closed, here, before)
    assert [one.id for one in plan_of(problems, talk())] == ["before", "here", "undated"]
    assert open_problem(problems, "a") == undated
    assert open_problem(problems, "b") is None


@pytest.mark.parametrize(
    ("begun", "today", "months"),
    [
        ("2025-11-16", "2026-03-16", 4),
        ("2025-11-17", "2026-03-16", 3),
        ("2024-01-31", "2024-02-29", 0),
        ("2024-01-29", "2024-02-29", 1),
        ("2026-03-16", "2026-03-16", 0),
    ],
)
def test_how_old_a_talk_is_in_whole_months(begun: str, today: str, months: int) -> None:
    assert months_old(day(begun), day(today)) == months


@given(st.dates(dt.date(2010, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 2000))
def test_age_never_shrinks(begun: dt.date, days: int) -> None:
    today = begun + dt.timedelta(days=days)
    assert 0 <= months_old(begun, today) <= months_old(begun, today + dt.timedelta(days=1))
