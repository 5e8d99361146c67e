"""The guided talk of the APV: kept answer by answer, gone on with, repeated and finished."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.assessment import Assessment, TopicAnswer, Verdict
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.i18n import _, speaking
from bpa_desktop.services import action_plan, assessing
from bpa_desktop.services import helper_sheets as sheets
from bpa_desktop.services.assessment_questions import asked_questions, read_questions
from bpa_desktop.services.assessment_words import age_words, helpers_words
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.safety import due_of, view
from bpa_desktop.services.session import label_text
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

FIRST, SECOND = asked_questions()[:2]
SICKNESS = next(one for one in asked_questions() if one.key == "sickness")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened, speaking("da"):
        yield opened


def problems(session: Session) -> tuple[WorkProblem, ...]:
    return session.records.all(WorkProblem)


def now(session: Session) -> Assessment:
    found = assessing.running(session)
    assert found is not None
    return found


def test_about_twenty_five_questions_on_every_topic_in_both_languages() -> None:
    asked = asked_questions()
    assert 22 <= len(asked) <= 28
    for one in asked:
        for text in (one.title, one.ask, one.examples):
            with speaking("da"):
                assert _(text) != text
    assert {str(one.topic) for one in asked} == {
        "physical",
        "ergonomic",
        "chemical",
        "biological",
        "psychological",
        "accidents",
        "alone",
        "home",
        "absence",
        "other",
    }


def test_two_questions_of_one_key_are_refused(tmp_path: Path) -> None:
    row = '[[question]]\nkey="a"\ntopic="home"\ntitle="t"\nask.title="q"\nreason="r"\n'
    file = tmp_path / "questions.toml"
    file.write_text(row * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="same key"):
        read_questions(file)


def test_each_answer_is_kept_at_once_and_can_be_undone(session: Session) -> None:
    talk = assessing.begin(session)
    assessing.answer(session, talk, FIRST, Verdict.FINE, " God plads ")
    assessing.answer(session, talk, SECOND, Verdict.ABSENT, "")
    assert now(session).answers == (
        TopicAnswer(question=FIRST.key, verdict=Verdict.FINE, words="God plads"),
        TopicAnswer(question=SECOND.key, verdict=Verdict.ABSENT),
    )
    session.undo()
    assert [one.question for one in now(session).answers] == [FIRST.key]
    assert assessing.begin(session) == now(session)


def test_a_problem_stands_in_the_plan_at_once_and_goes_when_it_is_none(session: Session) -> None:
    talk = assessing.begin(session)
    made = assessing.answer(session, talk, FIRST, Verdict.PROBLEM, "For smal dør")
    assert made is not None
    assert problems(session) == (made,)
    assert (made.what, made.question, made.assessment) == ("For smal dør", FIRST.key, talk.id)
    assert assessing.answer(session, talk, FIRST, Verdict.PROBLEM, "") == made
    assessing.answer(session, talk, FIRST, Verdict.FINE, "")
    assert problems(session) == ()
    session.undo()
    assert problems(session) == (made,)


def test_as_last_keeps_answer_and_words_and_makes_no_second_problem(session: Session) -> None:
    given = (
        TopicAnswer(question=FIRST.key, verdict=Verdict.PROBLEM, words="For smal dør"),
        TopicAnswer(question=SICKNESS.key, verdict=Verdict.FINE, words="Nej"),
    )
    day = dt.date(2023, 3, 1)
    lay(session, Assessment(id="old", begun_on=day, finished_on=day, answers=given))
    open_one = WorkProblem(id="door", what="Dør", question=FIRST.key, assessment="old")
    lay(session, open_one)
    talk = assessing.begin(session)
    assessing.as_last(session, talk, FIRST)
    assessing.as_last(session, talk, SICKNESS)
    assert now(session).answers == given
    assert now(session).absence_words == "Nej"
    assert problems(session) == (open_one,)
    with pytest.raises(assessing.NothingBefore):
        assessing.as_last(session, talk, SECOND)


def test_words_are_kept_before_there_is_an_answer(session: Session) -> None:
    talk = assessing.begin(session)
    assessing.write_words(session, talk, FIRST, "Spørg Bo")
    assert now(session).answer(FIRST.key) == TopicAnswer(
        question=FIRST.key, verdict=Verdict.UNKNOWN, words="Spørg Bo"
    )


def test_it_is_finished_only_when_everything_is_answered(session: Session) -> None:
    talk = assessing.begin(session)
    for one in asked_questions()[1:]:
        assessing.answer(session, talk, one, Verdict.FINE, "")
    with pytest.raises(assessing.NotAllAnswered):
        assessing.finish(session, talk)
    assessing.answer(session, talk, FIRST, Verdict.PROBLEM, "")
    said = assessing.finish(session, talk)
    assert "1 problem står i handlingsplanen." in said
    assert assessing.running(session) is None
    latest = view(session).latest
    assert latest is not None
    assert latest.finished_on == TODAY


def test_a_talk_of_four_months_says_how_old_it_is() -> None:
    with speaking("da"):
        old = Assessment(begun_on=dt.date(2025, 11, 10))
        assert "for 4 måneder siden" in age_words(old, dt.date(2026, 3, 16))
        assert age_words(old, dt.date(2025, 11, 30)) == ""


def hand_in(session: Session, talk: Assessment, words: str, helper: str | None = "anna") -> str:
    given = TopicAnswer(question=FIRST.key, verdict=Verdict.PROBLEM, words=words)
    return sheets.hand_in(session, talk, [given], f"Mere {words}", helper)


def test_a_promise_of_no_names_is_kept_everywhere(session: Session) -> None:
    """Neither the record, nor the history, nor the sentence, nor undo tells who it was."""
    talk = assessing.begin(session)
    sheets.promise(session, talk, Answer.YES)
    said = [hand_in(session, talk, f"ord {number}") for number in range(2)]
    assert all(one.helper is None for one in sheets.sheets_of(session, talk))
    told = " ".join([*said, session.undo_text() or "", session.undo()]).casefold()
    for helper in session.helper_names().values():
        assert all(name.casefold() not in told for name in helper.split())
    assert "ord" not in told.split()


def test_answers_without_names_are_shown_only_together_and_once(session: Session) -> None:
    talk = assessing.begin(session)
    sheets.promise(session, talk, Answer.YES)
    for number in range(2):
        hand_in(session, talk, f"ord {number}")
    with pytest.raises(sheets.TooFew):
        sheets.gather(session, talk)
    hand_in(session, talk, "ord 2")
    assert helpers_words(session, now(session), FIRST.key) == []
    sheets.gather(session, talk)
    lines = helpers_words(session, now(session), FIRST.key)
    assert lines[0] == "Hjælpere uden navn: Der er et problem: 3."
    assert sorted(lines[1:]) == ["ord 0", "ord 1", "ord 2"]
    with pytest.raises(sheets.Gathered):
        hand_in(session, talk, "ord 3")


def test_what_was_promised_stands_once_a_sheet_is_in(session: Session) -> None:
    talk = assessing.begin(session)
    sheets.promise(session, talk, Answer.YES)
    hand_in(session, talk, "ord")
    with pytest.raises(sheets.PromiseGiven):
        sheets.promise(session, talk, Answer.NO)


def test_sheets_with_names_are_shown_as_they_come(session: Session) -> None:
    talk = assessing.begin(session)
    helper = next(iter(session.helper_names()))
    hand_in(session, talk, "smal dør", helper)
    (line,) = helpers_words(session, now(session), FIRST.key)
    assert line == f"{session.helper_names()[helper]}: Der er et problem. smal dør"


def test_done_is_asked_after_and_what_did_not_work_is_open_again(session: Session) -> None:
    lay(session, WorkProblem(id="p", what="Kabel", due_on=TODAY))
    known = problems(session)[0]
    action_plan.done_today(session, known)
    assert view(session).to_follow == problems(session)
    action_plan.worked(session, problems(session)[0], Effect.NO)
    (again,) = view(session).to_solve
    assert (again.done_on, again.effect) == (None, Effect.NO)
    assert again.due_on is not None
    assert again.due_on > TODAY
    action_plan.done_today(session, again)
    action_plan.worked(session, problems(session)[0], Effect.PARTLY)
    assert view(session).open_count == 0


def test_everything_due_is_said_in_full_sentences(session: Session) -> None:
    lay(
        session,
        WorkProblem(id="p", what="Kabel", due_on=TODAY, responsible="Bo"),
        WorkProblem(id="q", what="Lys", done_on=TODAY),
        Assessment(id="a", begun_on=dt.date(2020, 1, 1), finished_on=dt.date(2020, 1, 1)),
    )
    happened = WorkplaceEvent(kind=EventKind.ACCIDENT, happened_on=TODAY, words="Fald")
    lay(
        session,
        replace(happened, id="new", away_days=2),
        replace(happened, id="old", happened_on=dt.date(2021, 1, 1)),
    )
    found = {one.code: due_text(one) for one in due_of(session)}
    assert set(found) >= {
        DueCode.APV,
        DueCode.APV_QUESTION,
        DueCode.WORK_PROBLEM,
        DueCode.EFFECT,
        DueCode.ACCIDENT_AUTHORITY,
        DueCode.ACCIDENT_INSURER,
        DueCode.ACCIDENT_UNKNOWN,
    }
    assert all(text.endswith((".", "?")) and "{" not in text for text in found.values())
    assert all(one.source for one in due_of(session) if one.code is DueCode.ACCIDENT_INSURER)


def test_the_history_names_the_question_and_not_the_answer(session: Session) -> None:
    talk = assessing.begin(session)
    assessing.answer(session, talk, FIRST, Verdict.PROBLEM, "Hemmeligt")
    entry = session.records.journal.to_undo()
    assert entry is not None
    assert label_text(entry.label) == "APV: Plads til arbejdet"
