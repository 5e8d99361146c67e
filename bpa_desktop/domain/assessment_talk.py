"""The guided talk of an assessment: its questions, what comes next, and what it was last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.assessment import Verdict
from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.assessment import Assessment, Topic, TopicAnswer
    from bpa_desktop.domain.work_problem import WorkProblem

_MONTHS_PER_YEAR: Final = 12


class AskedQuestion(NamedTuple):
    """One question; ``title``, ``ask`` and ``examples`` are msgids, ``key`` never changes."""

    key: str
    topic: Topic
    title: str
    ask: str
    examples: str


class Progress(NamedTuple):
    """How many questions have each answer, of how many."""

    fine: int
    problems: int
    absent: int
    total: int

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return self.fine + self.problems + self.absent

    @property
    def left(self) -> int:
        """How many have none yet."""
        return self.total - self.answered


def verdict(assessment: Assessment, question: str) -> Verdict:
    """The answer to the question with that key."""
    found = assessment.answer(question)
    return Verdict.UNKNOWN if found is None else found.verdict


def progress(questions: Sequence[AskedQuestion], assessment: Assessment) -> Progress:
    """How far the talk is; answers to questions that are asked no more do not count."""
    given = [verdict(assessment, one.key) for one in questions]
    return Progress(
        fine=given.count(Verdict.FINE),
        problems=given.count(Verdict.PROBLEM),
        absent=given.count(Verdict.ABSENT),
        total=len(questions),
    )


def next_open(
    questions: Sequence[AskedQuestion], assessment: Assessment, after: str = ""
) -> AskedQuestion | None:
    """The first question without an answer behind ``after``, else from the start; or none."""
    keys = [one.key for one in questions]
    start = keys.index(after) + 1 if after in keys else 0
    turned = [*questions[start:], *questions[:start]]
    return next((one for one in turned if not_answered(assessment, one)), None)


def not_answered(assessment: Assessment, question: AskedQuestion) -> bool:
    """Whether the question has no answer yet; words alone are none."""
    return verdict(assessment, question.key) is Verdict.UNKNOWN


def with_answer(assessment: Assessment, answer: TopicAnswer) -> Assessment:
    """``assessment`` with ``answer`` in the place of what stood to its question."""
    others = [one for one in assessment.answers if one.question != answer.question]
    return replace(assessment, answers=(*others, answer))


def last_finished(
    assessments: Iterable[Assessment], before: Assessment | None = None
) -> Assessment | None:
    """The assessment that was finished last, other than ``before``."""
    found = [
        one
        for one in assessments
        if one.finished_on is not None and (before is None or one.id != before.id)
    ]
    return max(found, key=lambda one: (one.finished_on, one.id), default=None)


def going_on(assessments: Iterable[Assessment]) -> Assessment | None:
    """The assessment that was begun and not finished, the newest where there are several."""
    found = [one for one in assessments if one.finished_on is None]
    return max(found, key=lambda one: (one.begun_on, one.id), default=None)


def last_answer(last: Assessment | None, question: str) -> TopicAnswer | None:
    """What was answered last time, where there was an answer."""
    found = last.answer(question) if last is not None else None
    return None if found is None or found.verdict is Verdict.UNKNOWN else found


def open_problem(problems: Iterable[WorkProblem], question: str) -> WorkProblem | None:
    """The problem that came from the question with that key and is still open, if there is one."""
    found = (one for one in problems if one.question == question and one.is_open)
    return next(found, None)


def made_here(
    problems: Iterable[WorkProblem], assessment: Assessment, question: str
) -> tuple[WorkProblem, ...]:
    """The problems that came from the question in this very assessment."""
    return tuple(
        one for one in problems if one.assessment == assessment.id and one.question == question
    )


def plan_of(problems: Iterable[WorkProblem], assessment: Assessment) -> tuple[WorkProblem, ...]:
    """The action plan: what came from the assessment, and what is open from before; by date."""
    found = [one for one in problems if one.assessment == assessment.id or one.is_open]
    return by_date(found)


def by_date(problems: Iterable[WorkProblem]) -> tuple[WorkProblem, ...]:
    """``problems`` by the day they are to be solved; those without a day come last."""
    return tuple(
        sorted(problems, key=lambda one: (one.due_on is None, str(one.due_on or ""), one.id))
    )


def months_old(begun_on: dt.date, today: dt.date) -> int:
    """For how many whole months the talk has been going on."""
    months = (today.year - begun_on.year) * _MONTHS_PER_YEAR + today.month - begun_on.month
    return max(0, months - (months_before(today, months) < begun_on))
