"""The place Work environment as values: what is there, what is open, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.assessment_talk import by_date, going_on, last_finished
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.safe_number import safe_days
from bpa_desktop.domain.safety_deadlines import (
    Safety,
    employed_since,
    next_assessment,
    next_discussion,
    safety_due,
    unasked_aids,
    unasked_events,
)
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from bpa_desktop.domain.workplace_event import WorkplaceEvent
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.safe_number import SickDays
    from bpa_desktop.domain.safety_deadlines import Next
    from bpa_desktop.services.session import Session

SICK_MONTHS: Final = 12
"""How many months of sickness absence the assessment looks back on."""


class SafetyView(NamedTuple):
    """Everything the place shows; problems by date, events and discussions the newest first."""

    latest: Assessment | None
    running: Assessment | None
    next_apv: Next | None
    to_solve: tuple[WorkProblem, ...]
    to_follow: tuple[WorkProblem, ...]
    events: tuple[WorkplaceEvent, ...]
    asking: tuple[WorkplaceEvent, ...]
    new_aids: tuple[Aid, ...]
    discussions: tuple[YearlyDiscussion, ...]
    next_discussion: Next | None
    care: Answer
    employees: int

    @property
    def open_count(self) -> int:
        """How many problems are still open."""
        return len(self.to_solve) + len(self.to_follow)


def safety_of(session: Session) -> Safety:
    """What the file holds of the working environment."""
    records = session.records
    scheme = session.scheme()
    return Safety(
        assessments=records.all(Assessment),
        events=records.all(WorkplaceEvent),
        aids=records.all(Aid),
        problems=records.all(WorkProblem),
        discussions=records.all(YearlyDiscussion),
        employed_since=employed_since(records.all(Helper), session.today),
        care=scheme.care_work if scheme is not None else Answer.UNKNOWN,
    )


def due_of(session: Session) -> list[Due]:
    """Everything the working environment asks for."""
    return safety_due(safety_of(session), rulebook(), session.today)


def view(session: Session) -> SafetyView:
    """What the place shows today."""
    found = safety_of(session)
    latest = last_finished(found.assessments)
    since = latest.finished_on if latest is not None else None
    return SafetyView(
        latest=latest,
        running=going_on(found.assessments),
        next_apv=next_assessment(found, rulebook(), session.today),
        to_solve=by_date(one for one in found.problems if one.done_on is None),
        to_follow=tuple(one for one in found.problems if is_to_follow(one)),
        events=_newest(found.events),
        asking=unasked_events(found),
        new_aids=unasked_aids(found, since),
        discussions=tuple(sorted(found.discussions, key=lambda one: one.held_on, reverse=True)),
        next_discussion=next_discussion(found, rulebook(), session.today),
        care=found.care,
        employees=_employees(session),
    )


def is_to_follow(problem: WorkProblem) -> bool:
    """Whether it is done, and nobody has said yet whether it worked."""
    return problem.done_on is not None and problem.effect is Effect.UNKNOWN


def _newest(events: Iterable[WorkplaceEvent]) -> tuple[WorkplaceEvent, ...]:
    return tuple(sorted(events, key=lambda one: (one.happened_on, one.id), reverse=True))


def _employees(session: Session) -> int:
    return sum(one.is_employed(session.today) for one in session.records.all(Helper))


def sick_period(day: dt.date) -> Period:
    """The whole months before ``day`` whose sickness absence an assessment looks at."""
    first = day.replace(day=1)
    return Period(months_before(first, SICK_MONTHS), first)


def sick_days(session: Session, period: Period) -> SickDays:
    """Calendar days of sickness in ``period`` by month, as far as they point at nobody."""
    found: dict[dt.date, dict[str, int]] = {part.first: {} for part in period.months()}
    for absence in session.records.all(Absence):
        if absence.kind is AbsenceKind.SICKNESS:
            for part in period.months():
                days = _days_in(absence, part, session.today)
                by = found[part.first]
                if days:
                    by[absence.helper] = by.get(absence.helper, 0) + days
    return safe_days(found)


def _days_in(absence: Absence, part: Period, today: dt.date) -> int:
    last = min(absence.last_day or max(today, absence.first_day), part.last)
    return max(0, (last - max(absence.first_day, part.first)).days + 1)
