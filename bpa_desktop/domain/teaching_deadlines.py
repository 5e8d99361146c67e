"""What is due in the teaching of helpers: inspections, instruction, introductions, courses."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.aid_names import spelled
from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.introduction import arranged
from bpa_desktop.domain.moved_hours import Consent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.instruction import Course, IntroductionStep
    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.municipality import Known
    from bpa_desktop.domain.people import Helper

AHEAD: Final = dt.timedelta(days=60)
"""How long before its day something comes into the list; no rule says it."""


def inspections(aids: Iterable[Aid], today: dt.date) -> Iterator[Due]:
    """The inspections of aids in use that are near or late; a late one is due today."""
    for aid in aids:
        day = aid.inspection_on
        if day is not None and aid.is_used(today) and day <= today + AHEAD:
            yield Due(
                code=DueCode.AID_INSPECTION,
                on=max(day, today),
                record=("aid", aid.id),
                values={"name": aid.name, "day": day, "is_late": day < today},
            )


def instruction(lacking: Iterable[Standing], today: dt.date) -> Iterator[Due]:
    """A line for each thing that is to be taught again, and one for all that never was."""
    again: dict[str, list[Standing]] = defaultdict(list)
    never = []
    for one in lacking:
        if one.again:
            again[one.topic.key[1]].append(one)
        else:
            never.append(one)
    for group in again.values():
        topic = group[0].topic
        values = {"name": topic.name, "helpers": len(group)}
        yield Due(DueCode.INSTRUCT_AGAIN, today, topic.key, values)
    if never:
        helpers = len({one.helper.id for one in never})
        topics = {one.topic.key: one.topic.name for one in never}
        values = {"helpers": helpers, "topics": len(topics), "name": next(iter(topics.values()))}
        yield Due(DueCode.INSTRUCT, today, None, values)


def introductions(
    steps: Iterable[IntroductionStep], helpers: Sequence[Helper], today: dt.date
) -> Iterator[Due]:
    """The next step of each helper's introduction; one that is late is due today."""
    names = {one.id: one.first_name for one in helpers if one.erased_on is None}
    shown: set[str] = set()
    for step in arranged(steps):
        day = step.planned_on
        if step.done_on is not None or day is None or day > today + AHEAD:
            continue
        if step.helper in names and step.helper not in shown and _is_here(step, helpers, today):
            shown.add(step.helper)
            yield Due(
                code=DueCode.INTRODUCTION,
                on=max(day, today),
                record=("helper", step.helper),
                values={"who": names[step.helper], "what": step.what, "day": day},
            )


def _is_here(step: IntroductionStep, helpers: Sequence[Helper], today: dt.date) -> bool:
    """Whether the helper has not left."""
    helper = next(one for one in helpers if one.id == step.helper)
    return any(period.end >= today for period in helper.employments)


def course_applications(
    courses: Iterable[Course], answer_weeks: Known | None, weeks: int, today: dt.date
) -> Iterator[Due]:
    """By when to apply for courses to come, where the municipality says how long it takes.

    ``answer_weeks`` is what it says, ``weeks`` the number in it.
    """
    for course in courses:
        if answer_weeks is None or course.held_on is None or course.held_on <= today:
            continue
        if course.applied_on is None and course.consent is Consent.ASKED:
            day = course.held_on - dt.timedelta(weeks=weeks)
            source = answer_weeks.source
            yield Due(
                code=DueCode.COURSE_APPLY,
                on=day,
                record=("course", course.id),
                values={"title": course.title, "held": course.held_on, "weeks": weeks},
                source=source.named,
            )


def expiring_courses(
    courses: Sequence[Course], helpers: Iterable[Helper], today: dt.date
) -> Iterator[Due]:
    """Courses of helpers who are employed that run out soon, or have, and were not taken again."""
    names = {one.id: one.first_name for one in helpers if one.is_employed(today)}
    for course in courses:
        last = course.valid_to
        if last is None or last > today + AHEAD or course.helper not in names:
            continue
        if not any(_renews(other, course) for other in courses):
            yield Due(
                code=DueCode.COURSE_EXPIRES,
                on=max(last, today),
                record=("course", course.id),
                values={"who": names[course.helper], "title": course.title, "day": last},
            )


def _renews(other: Course, course: Course) -> bool:
    """Whether ``other`` is the same course of the same helper, taken or planned later.

    One that the municipality refused renews nothing.
    """
    return (
        other.helper == course.helper
        and spelled(other.title) == spelled(course.title)
        and other.consent is not Consent.REFUSED
        and other.held_on is not None
        and other.held_on > (course.held_on or dt.date.min)
        and (other.valid_to is None or other.valid_to > (course.valid_to or dt.date.max))
    )
