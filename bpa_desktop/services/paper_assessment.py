"""The values of the APV as a paper, and of the sheet that helpers fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.assessment_sheet import SheetPaper, SheetQuestion
from bpa_desktop.documents.workplace_assessment import Answered, AssessmentPaper, Planned
from bpa_desktop.domain.assessment import Assessment, TopicAnswer, Verdict
from bpa_desktop.domain.assessment_talk import going_on, last_finished, plan_of
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.safety_deadlines import INTERVAL
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.assessment_questions import asked_questions
from bpa_desktop.services.helper_sheets import sheets_of
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.safety import sick_days, sick_period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.services.naming import Naming
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session

_MONTHS_PER_YEAR = 12


class NoAssessment(BpaError):
    """There is nothing to make the paper from."""

    sentence = N_("There is no APV yet. Start one under Work environment.")


def latest(session: Session) -> Assessment | None:
    """The assessment that was finished last; the one that goes on where none was."""
    found = session.records.all(Assessment)
    return last_finished(found) or going_on(found)


def assessment_values(scope: Scope, assessment: Assessment | None = None) -> AssessmentPaper:
    """The paper of ``assessment``, else of the latest one; raises ``NoAssessment``.

    Texts are cleaned as in every paper: no details of helpers, and their names as chosen.
    """
    session, clean = scope.session, scope.naming.clean
    found = assessment or latest(session)
    if found is None:
        raise NoAssessment
    period = sick_period(found.finished_on or found.begun_on)
    next_on, source = _next(found, scope.today)
    return AssessmentPaper(
        case_number=scope.case_number,
        begun_on=found.begun_on,
        finished_on=found.finished_on,
        taking_part=clean(found.taking_part),
        is_anonymous=found.is_anonymous is Answer.YES,
        sheets=len(sheets_of(session, found)),
        answers=tuple(_answers(found, scope.naming)),
        sick=sick_days(session, period),
        sick_period=period,
        absence_words=clean(found.absence_words),
        plan=tuple(
            _planned(one, scope.naming) for one in plan_of(session.records.all(WorkProblem), found)
        ),
        next_on=next_on,
        source=source,
    )


def _answers(assessment: Assessment, naming: Naming) -> Iterator[Answered]:
    """The answers in the order of the talk; questions that were never reached are left out."""
    for one in asked_questions():
        given = assessment.answer(one.key) or TopicAnswer(question=one.key, verdict=Verdict.UNKNOWN)
        if given.verdict is not Verdict.UNKNOWN or assessment.finished_on is None:
            yield Answered(
                topic=one.topic,
                ask=_(one.ask),
                verdict=given.verdict,
                words=naming.clean(given.words),
            )


def _planned(one: WorkProblem, naming: Naming) -> Planned:
    return Planned(
        what=naming.clean(one.what),
        topic=one.topic,
        severity=one.severity,
        extent=one.extent,
        cause=naming.clean(one.cause),
        solution=naming.clean(one.solution),
        responsible=naming.clean(one.responsible),
        due_on=one.due_on,
        done_on=one.done_on,
        effect=one.effect,
        follow_up=naming.clean(one.follow_up),
    )


def _next(assessment: Assessment, today: dt.date) -> tuple[dt.date | None, str]:
    """The day by which the next one is made if nothing changes, and the text behind it."""
    rule = rulebook().find(INTERVAL, today)
    if assessment.finished_on is None or rule is None:
        return None, ""
    months = rule.whole("years") * _MONTHS_PER_YEAR
    return months_before(assessment.finished_on, -months), rule.source


def sheet_values(session: Session, assessment: Assessment | None, helper: str = "") -> SheetPaper:
    """The sheet for helpers; ``helper`` is a name to write on it where it is not anonymous."""
    scheme = session.scheme()
    is_anonymous = assessment is not None and assessment.is_anonymous is Answer.YES
    return SheetPaper(
        leader=scheme.citizen_name if scheme is not None else "",
        helper="" if is_anonymous else helper,
        is_anonymous=is_anonymous,
        questions=tuple(
            SheetQuestion(topic=one.topic, ask=_(one.ask), examples=_(one.examples))
            for one in asked_questions()
        ),
    )
