"""An agenda is suggested from what is open and from the usual points."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.meeting import Meeting
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work_problem import Effect, WorkProblem
from bpa_desktop.services.agenda import Template, suggestions
from bpa_desktop.services.minutes import NewPoint, add_points
from tests.domain.builders import moment
from tests.services.little_roster import TODAY, lay, open_little, round_the_clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

MEETING = Meeting(id="m", starts_at=moment("2026-04-01T15:00"), ends_at=moment("2026-04-01T16:00"))
VERSION = ProcedureVersion(
    id="v", procedure="p", valid_from=dt.date(2026, 3, 1), words="Sådan gør vi."
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        lay(session, MEETING)
        yield session


def headings(session: Session, template: Template = Template.SHORT) -> list[str]:
    return [one.point.heading for one in suggestions(session, MEETING, template)]


def test_a_quiet_file_gives_the_usual_points(session: Session) -> None:
    assert headings(session) == ["Vagtplan og ferie", "Praktisk", "Eventuelt"]
    assert "Velkommen, og hvem vi er" in headings(session, Template.NEW_HELPER)


def test_what_is_open_comes_first(session: Session) -> None:
    task = AgreedTask(id="t", what="Ring til leverandøren", helper="bo", due_on=TODAY)
    solved = WorkProblem(id="s", what="Støj", done_on=TODAY, effect=Effect.YES)
    lay(session, task, WorkProblem(id="w", what="Tunge løft"), solved, round_the_clock())
    found = suggestions(session, MEETING, Template.SHORT)
    assert [one.point.heading for one in found][:3] == [
        "Det, vi aftalte sidst",
        "Arbejdsmiljø: Tunge løft",
        "Ubesatte vagter",
    ]
    assert found[0].point.words == "- Ring til leverandøren, Bo Prøve, senest 16. marts 2026"


@pytest.mark.parametrize(
    ("shown", "asks", "is_suggested"),
    [
        ((), Answer.YES, True),
        (("anna",), Answer.YES, True),
        (("anna", "bo", "carla", "dina"), Answer.YES, False),
        ((), Answer.NO, False),
    ],
)
def test_a_new_version_is_suggested_until_all_are_instructed(
    session: Session, shown: tuple[str, ...], asks: Answer, *, is_suggested: bool
) -> None:
    lay(session, Procedure(id="p", title="Bad"), replace(VERSION, asks_again=asks))
    lay(session, *(Instruction(helper=one, version="v", given_on=TODAY) for one in shown))
    assert ("Instruktion: Bad" in headings(session)) is is_suggested


def test_what_stands_on_the_agenda_is_not_suggested_again(session: Session) -> None:
    add_points(session, MEETING, [NewPoint("eventuelt")])
    assert "Eventuelt" not in headings(session)
