"""The guided talk of an assessment: begun, answered, as last time, and finished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.assessment import Assessment, Topic, TopicAnswer, Verdict
from bpa_desktop.domain.assessment_talk import (
    going_on,
    last_answer,
    last_finished,
    made_here,
    not_answered,
    open_problem,
    progress,
    with_answer,
)
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.assessment_questions import asked_questions

if TYPE_CHECKING:
    from bpa_desktop.domain.assessment_talk import AskedQuestion
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.records import Operation


class NotAllAnswered(BpaError):
    """The talk is not at its end."""

    sentence = N_("{n} questions have no answer yet.")


class NothingBefore(BpaError):
    """The question has no answer from last time."""

    sentence = N_("This question was not answered last time.")


def running(session: Session) -> Assessment | None:
    """The assessment that was begun and not finished."""
    return going_on(session.records.all(Assessment))


def previous(session: Session, assessment: Assessment) -> Assessment | None:
    """The finished assessment before ``assessment``."""
    return last_finished(session.records.all(Assessment), assessment)


def begin(session: Session) -> Assessment:
    """Go on with the assessment that was begun, or begin one today as an action of its own."""
    found = running(session)
    if found is not None:
        return found
    with session.operation(N_("begin an APV")) as operation:
        return operation.save(Assessment(begun_on=session.today))


def answer(
    session: Session,
    assessment: Assessment,
    question: AskedQuestion,
    verdict: Verdict,
    words: str,
) -> WorkProblem | None:
    """Keep the answer to ``question`` as one action; give the problem that belongs to it.

    A problem gets a line in the action plan at once, unless one from before is still open. When
    the answer is no longer a problem, the line that was made here goes again.
    """
    now = _current(session, assessment)
    given = TopicAnswer(question=question.key, verdict=verdict, words=words.strip())
    label = N_("APV: {question}")
    with session.operation(label, question=_(question.title)) as operation:
        operation.save(_kept(now, question, given))
        return _planned(session, operation, now, question, given)


def _current(session: Session, assessment: Assessment) -> Assessment:
    """The assessment as it is kept now, whatever a screen still shows."""
    return session.records.get(Assessment, assessment.id)


def _kept(assessment: Assessment, question: AskedQuestion, given: TopicAnswer) -> Assessment:
    kept = with_answer(assessment, given)
    if question.topic is Topic.ABSENCE:
        kept = replace(kept, absence_words=given.words)
    return kept


def _planned(
    session: Session,
    operation: Operation,
    assessment: Assessment,
    question: AskedQuestion,
    given: TopicAnswer,
) -> WorkProblem | None:
    problems = session.records.all(WorkProblem)
    if given.verdict is Verdict.PROBLEM:
        known = open_problem(problems, question.key)
        return known or operation.save(_problem(session, assessment, question, given))
    for one in made_here(problems, assessment, question.key):
        operation.delete(WorkProblem, one.id)
    return None


def _problem(
    session: Session, assessment: Assessment, question: AskedQuestion, given: TopicAnswer
) -> WorkProblem:
    scheme = session.scheme()
    return WorkProblem(
        what=given.words or _(question.title),
        topic=question.topic,
        responsible=scheme.citizen_name if scheme is not None else "",
        assessment=assessment.id,
        question=question.key,
    )


def as_last(session: Session, assessment: Assessment, question: AskedQuestion) -> TopicAnswer:
    """Keep last time's answer and words once more; raises ``NothingBefore``."""
    found = _before(session, assessment, question)
    answer(session, assessment, question, found.verdict, found.words)
    return found


def _before(session: Session, assessment: Assessment, question: AskedQuestion) -> TopicAnswer:
    found = last_answer(previous(session, assessment), question.key)
    if found is None:
        raise NothingBefore
    return found


def may_finish_as_last(session: Session, assessment: Assessment, question: AskedQuestion) -> bool:
    """Whether the same answer to ``question`` as last time is all that the talk lacks."""
    known = last_answer(previous(session, assessment), question.key) is not None
    return known and [one for one in asked_questions() if not_answered(assessment, one)] == [
        question
    ]


def as_last_and_finish(session: Session, assessment: Assessment, question: AskedQuestion) -> str:
    """Answer the last open question as last time and finish, in one action; say what came of it.

    Raises ``NothingBefore``, or ``NotAllAnswered`` where another question is open.
    """
    given = _before(session, assessment, question)
    now = _kept(_current(session, assessment), question, given)
    _refuse_open(now)
    with session.operation(N_("finish the APV")) as operation:
        operation.save(replace(now, finished_on=session.today))
        _planned(session, operation, now, question, given)
    return _finished_words(session, now)


def write_words(
    session: Session, assessment: Assessment, question: AskedQuestion, words: str
) -> None:
    """Keep what is written to a question, also before it has an answer."""
    now = _current(session, assessment)
    known = now.answer(question.key) or TopicAnswer(question=question.key, verdict=Verdict.UNKNOWN)
    label = N_("APV: words on {question}")
    with session.operation(label, question=_(question.title)) as operation:
        operation.save(_kept(now, question, replace(known, words=words.strip())))


def write_taking_part(session: Session, assessment: Assessment, words: str) -> None:
    """Keep who took part."""
    now = _current(session, assessment)
    session.save(replace(now, taking_part=words.strip()), N_("APV: who took part"))


def finish(session: Session, assessment: Assessment) -> str:
    """Finish the assessment today and say what came of it; raises ``NotAllAnswered``."""
    now = _current(session, assessment)
    _refuse_open(now)
    with session.operation(N_("finish the APV")) as operation:
        operation.save(replace(now, finished_on=session.today))
    return _finished_words(session, now)


def _refuse_open(assessment: Assessment) -> None:
    found = progress(asked_questions(), assessment)
    if found.left:
        raise NotAllAnswered(n=found.left)


def _finished_words(session: Session, assessment: Assessment) -> str:
    problems = progress(asked_questions(), assessment).problems
    text = _("The APV of {date} is finished.").format(date=date_words(session.today))
    planned = ngettext(
        "{n} problem is in the action plan.", "{n} problems are in the action plan.", problems
    )
    return f"{text} {planned}" if problems else text
