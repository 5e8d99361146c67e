"""What is due in the teaching of helpers."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bpa_desktop.domain import teaching_deadlines as deadlines
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.instruction_needs import Topic, standing
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.people import Employment
from tests.domain.builders import day, helper
from tests.domain.test_deadlines import known

TODAY = day("2026-03-16")
ENDED = (Employment(first_day=day("2020-01-01"), last_day=day("2026-03-15")),)


def aid(inspection: str, **fields: Any) -> Aid:
    return Aid(id="a", name="Loftlift", inspection_on=day(inspection), **fields)


@pytest.mark.parametrize(
    ("inspection", "due"),
    [
        ("2026-03-20", "2026-03-20"),
        ("2025-01-01", "2026-03-16"),
        ("2026-05-15", "2026-05-15"),
        ("2026-05-16", None),
    ],
)
def test_an_inspection_is_due_on_its_day_and_stays_due(inspection: str, due: str | None) -> None:
    found = list(deadlines.inspections([aid(inspection)], TODAY))
    assert [one.on for one in found] == ([day(due)] if due else [])


def test_an_aid_that_is_not_used_is_not_inspected() -> None:
    assert not list(deadlines.inspections([aid("2026-03-20", until=day("2026-03-01"))], TODAY))


def test_what_was_never_taught_is_one_line_and_what_is_taught_again_one_each() -> None:
    once = Instruction(id="i", helper="anna", version="v1", given_on=day("2026-01-01"))
    lift = Topic(
        ("procedure", "p"),
        "Seng",
        ("procedure_version", "v2"),
        frozenset({"v2"}),
        frozenset({"v1"}),
    )
    hoist = Topic(("aid", "a"), "Loftlift", ("aid", "a"), frozenset({"a"}))
    lacking = [
        standing(topic, one, [once], TODAY)
        for topic in (lift, hoist)
        for one in (helper(), helper("bo"))
    ]
    again, never = deadlines.instruction(lacking, TODAY)
    assert again.code is DueCode.INSTRUCT_AGAIN
    assert again.values == {"name": "Seng", "helpers": 1}
    assert never.values == {"helpers": 2, "topics": 2, "name": "Seng"}


def test_the_next_step_of_each_introduction_is_due() -> None:
    steps = [
        IntroductionStep(id="1", helper="anna", what="Nat", planned_on=day("2026-03-20")),
        IntroductionStep(id="2", helper="anna", what="Aften", planned_on=day("2026-03-10")),
        IntroductionStep(
            id="3", helper="anna", what="Dag", planned_on=day("2026-03-01"), done_on=TODAY
        ),
        IntroductionStep(id="4", helper="bo", what="Dag", planned_on=day("2026-03-18")),
        IntroductionStep(id="5", helper="bo", what="Uden dag"),
    ]
    people = [helper(), helper("bo", employments=ENDED)]
    found = list(deadlines.introductions(steps, people, TODAY))
    assert [(one.values["what"], one.on) for one in found] == [("Aften", TODAY)]


def course(**fields: Any) -> Course:
    fields.setdefault("id", "c")
    return Course(helper="anna", title="Forflytning", **fields)


def test_a_course_is_applied_for_as_long_before_as_the_municipality_takes() -> None:
    wanted = course(held_on=day("2026-04-20"))
    (found,) = deadlines.course_applications([wanted], known(2), 2, TODAY)
    assert found.on == day("2026-04-06")
    assert found.source == "Prøveby, Standard"
    for other in (
        course(held_on=TODAY),
        course(),
        course(held_on=day("2026-04-20"), applied_on=TODAY),
        course(held_on=day("2026-04-20"), consent=Consent.AGREED),
    ):
        assert not list(deadlines.course_applications([other], known(2), 2, TODAY))
    assert not list(deadlines.course_applications([wanted], None, 0, TODAY))


def test_a_course_runs_out_unless_it_is_taken_again() -> None:
    old = course(held_on=day("2023-03-20"), valid_to=day("2026-03-20"))
    (found,) = deadlines.expiring_courses([old], [helper()], TODAY)
    assert found.on == day("2026-03-20")
    again = course(id="d", held_on=day("2026-03-18"))
    assert not list(deadlines.expiring_courses([old, again], [helper()], TODAY))
    refused = course(id="d", held_on=day("2026-03-18"), consent=Consent.REFUSED)
    assert list(deadlines.expiring_courses([old, refused], [helper()], TODAY))
    assert not list(deadlines.expiring_courses([old], [helper(employments=ENDED)], TODAY))
    far = course(valid_to=TODAY + dt.timedelta(days=61))
    assert not list(deadlines.expiring_courses([far], [helper()], TODAY))
