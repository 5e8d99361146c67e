"""The example's working environment: an APV, its two problems, a near-miss and a discussion."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.assessment import Assessment, Topic, TopicAnswer, Verdict
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, Extent, Severity, WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.example_people import BO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.example_dates import Dates

ASSESSMENT: Final = "assessment-latest"
_FINISHED: Final = 64
"""So many days ago the APV was finished: 11 January for a 16 March."""
_WORDS: Final = {
    "space": "Der er bedre plads, efter at kommoden er flyttet ud i gangen.",
    "transfers": "Flytning fra gulv til seng er tung, når loftliften ikke kan nå.",
    "cleaning": "Vi bruger kun rengøring uden parfume.",
    "falls": "Kablet fra respiratoren lå over gulvet.",
    "alone": "Nøglering med telefonnumre hænger ved døren.",
}
_PROBLEMS: Final = frozenset({"transfers", "falls"})
_ABSENT: Final = frozenset({"needles"})


def safety(dates: Dates, leader: str) -> Iterator[Record]:
    """What is kept of the working environment; ``leader`` is who sees to the problems."""
    finished = dates.days_ago(_FINISHED)
    yield Assessment(
        id=ASSESSMENT,
        begun_on=finished,
        finished_on=finished,
        taking_part="Alle faste hjælpere, over kaffen søndag.",
        answers=tuple(map(_answer, (one.key for one in asked_questions()))),
        absence_words="Nej. Ingen har peget på arbejdet som grund.",
    )
    yield from _problems(dates, finished, leader)
    yield WorkplaceEvent(
        id="event-near-miss",
        kind=EventKind.NEAR_MISS,
        happened_on=dates.days_ago(100),
        at_time=dt.time(7, 40),
        helper=BO,
        place="Badeværelset",
        words="Gulvet var vådt, og Bo gled uden at falde.",
        prevention="En skridsikker måtte foran bruseren.",
        asks_again=Answer.NO,
    )
    yield _discussion(dates)


def _answer(question: str) -> TopicAnswer:
    verdict = Verdict.FINE
    if question in _PROBLEMS:
        verdict = Verdict.PROBLEM
    elif question in _ABSENT:
        verdict = Verdict.ABSENT
    words = _WORDS.get(question, "")
    if question == "sickness":
        words = "Nej. Ingen har peget på arbejdet som grund."
    return TopicAnswer(question=question, verdict=verdict, words=words)


def _problems(dates: Dates, finished: dt.date, leader: str) -> Iterator[WorkProblem]:
    yield WorkProblem(
        id="problem-transfers",
        what="Tung flytning fra gulv til seng",
        topic=Topic.ERGONOMIC,
        severity=Severity.SERIOUS,
        extent=Extent.RARELY,
        cause="Skinnen til loftliften slutter en meter fra vinduet.",
        solution="Skinnen forlænges. Indtil da er vi altid to.",
        responsible=leader,
        due_on=dates.days_ago(-30),
        assessment=ASSESSMENT,
        question="transfers",
    )
    yield WorkProblem(
        id="problem-falls",
        what="Kabel over gulvet ved sengen",
        topic=Topic.ACCIDENTS,
        severity=Severity.CONSIDERABLE,
        extent=Extent.ALWAYS,
        cause="Stikkontakten sidder på den forkerte side.",
        solution="En ny stikkontakt ved sengens hoved.",
        responsible=leader,
        due_on=finished + dt.timedelta(days=21),
        done_on=finished + dt.timedelta(days=9),
        effect=Effect.YES,
        follow_up="Ingen er snublet siden.",
        assessment=ASSESSMENT,
        question="falls",
    )


def _discussion(dates: Dates) -> YearlyDiscussion:
    return YearlyDiscussion(
        id="discussion-latest",
        held_on=dates.days_ago(120),
        taking_part="Fire af fem faste hjælpere, på personalemødet.",
        goals_met="Ja. Alle har været på forflytningskursus.",
        plan="Færre tunge løft og bedre nætter.",
        how="Vi tager det op på hvert personalemøde.",
        goals="Loftliften når hele soveværelset inden sommer.",
        knowledge="Ja, men to skal lære den nye lift.",
    )
