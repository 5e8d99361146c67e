"""The workplace assessment (APV): its questions answered, by the leader and by helpers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, Value, about, record
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class Topic(Choice):
    """What a question of an assessment is about."""

    PHYSICAL = "physical", N_("Physical surroundings")
    ERGONOMIC = "ergonomic", N_("Lifting and postures")
    CHEMICAL = "chemical", N_("Chemicals")
    BIOLOGICAL = "biological", N_("Infection")
    PSYCHOLOGICAL = "psychological", N_("Psychological conditions")
    ACCIDENTS = "accidents", N_("Risk of accidents")
    ALONE = "alone", N_("Working alone and at night")
    HOME = "home", N_("The home and the aids")
    ABSENCE = "absence", N_("Sickness absence")
    OTHER = "other", N_("Something else")


class Verdict(Choice):
    """The answer to a question of an assessment; an unanswered one may have words already."""

    UNKNOWN = "unknown", N_("Not answered yet")
    FINE = "fine", N_("It is fine")
    PROBLEM = "problem", N_("There is a problem")
    ABSENT = "absent", N_("It does not occur here")


@record
class TopicAnswer(Value):
    """The answer to one question; ``question`` is the key of the question."""

    question: str = about(N_("Question"))
    verdict: Verdict = about(N_("Answer"), default=Verdict.FINE)
    words: str = about(N_("In words"), sensitivity=Sensitivity.HEALTH, default="", long=True)


@record
class Assessment(Record):
    """One workplace assessment, which may be stopped and gone on with.

    ``finished_on`` is empty while it goes on. ``is_anonymous`` is whether helpers were promised
    that nobody sees who answered what; then their sheets name nobody. ``gathered_on`` is the day
    from which no more sheets are taken and the answers are shown.
    """

    type_name: ClassVar[str] = "assessment"

    begun_on: dt.date = about(N_("Begun on"))
    finished_on: dt.date | None = about(N_("Finished on"), default=None)
    taking_part: str = about(
        N_("Who took part"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("For example: all four helpers, at the staff meeting in March."),
    )
    is_anonymous: Answer = about(N_("Helpers' answers are anonymous"), default=Answer.NO)
    absence_words: str = about(
        N_("Sickness absence: can the work contribute?"),
        sensitivity=Sensitivity.HEALTH,
        default="",
        long=True,
        help=N_("In summary only. Never write who or why."),
    )
    answers: tuple[TopicAnswer, ...] = about(N_("Answers"), default=(), inner=True)
    gathered_on: dt.date | None = about(N_("Sheets gathered on"), default=None, inner=True)

    def answer(self, question: str) -> TopicAnswer | None:
        """What was answered or written to the question with that key."""
        return next((one for one in self.answers if one.question == question), None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the assessment on its own."""
        if self.finished_on is not None and self.finished_on < self.begun_on:
            yield Problem(field="finished_on", reason=N_("The end is before the start."))


@record
class HelperSheet(Record):
    """A helper's answers to an assessment; without a helper they are anonymous."""

    type_name: ClassVar[str] = "helper_sheet"

    assessment: str = about(N_("Workplace assessment"), refers_to="assessment")
    helper: str | None = about(
        N_("Helper"), default=None, refers_to="helper", help=N_("Empty when it is anonymous.")
    )
    answers: tuple[TopicAnswer, ...] = about(N_("Answers"), default=(), inner=True)
    words: str = about(N_("More to say"), sensitivity=Sensitivity.HEALTH, default="", long=True)
