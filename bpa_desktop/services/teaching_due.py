"""What is due in the teaching of helpers, by the file and the municipality's profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain import teaching_deadlines as deadlines
from bpa_desktop.domain.instruction import Course, IntroductionStep
from bpa_desktop.services.teaching import teaching

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session

ANSWER_WEEKS: Final = "special.course_answer_within_weeks"
"""Where a profile says how many weeks an answer about a course takes."""


def teaching_due(session: Session, profile: Profile | None) -> list[Due]:
    """Inspections, instruction, introductions and courses that are due."""
    found, today = teaching(session), session.today
    courses = session.records.all(Course)
    weeks = profile.whole(ANSWER_WEEKS) if profile else None
    known = profile.known(ANSWER_WEEKS) if profile and weeks is not None else None
    steps = session.records.all(IntroductionStep)
    return [
        *deadlines.inspections(found.aids, today),
        *deadlines.instruction(found.lacking, today),
        *deadlines.introductions(steps, found.helpers, today),
        *deadlines.course_applications(courses, known, weeks or 0, today),
        *deadlines.expiring_courses(courses, found.helpers, today),
    ]
