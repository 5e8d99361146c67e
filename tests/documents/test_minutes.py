"""Agenda, own copy and shown copy as papers: what each tells, in both languages, accessibly."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.minutes import (
    Agenda,
    MeetingFacts,
    OwnMinutes,
    OwnPoint,
    ShownMinutes,
    ShownPoint,
    agenda,
    own_minutes,
    shown_minutes,
)
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.meeting import Mark, Section
from bpa_desktop.i18n import LANGUAGES, speaking
from tests.documents.papers import failures
from tests.domain.builders import moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.documents.model import Document

MEETING = MeetingFacts(
    title="Personalemøde",
    starts_at=moment("2026-03-04T15:00"),
    ends_at=moment("2026-03-04T16:30"),
    place="Hjemme",
    helpers=("AN", "BO"),
)
SHOWN = ShownMinutes(
    key="staff_meeting_minutes",
    case_number="24/1234",
    meeting=MEETING,
    points=(
        ShownPoint(
            number=1,
            heading="Ny loftlift",
            words="Oplæring torsdag.\n\nAlle møder op.",
            agreed=("Hæng vejledningen op, CA, senest 26. marts 2026",),
        ),
        2,
        ShownPoint(number=3, heading="", words="Vagter."),
    ),
)
OWN = OwnMinutes(
    meeting=dataclasses.replace(MEETING, others="Min søster"),
    points=(
        OwnPoint(
            number=1,
            section=Section.SHARED,
            mark=Mark.PROFESSIONAL,
            heading="Ny loftlift",
            words="Oplæring torsdag.",
            agreed=("Hæng vejledningen op",),
        ),
        OwnPoint(
            number=2,
            section=Section.PERSON,
            mark=Mark.SENSITIVE,
            heading="Samtale",
            words="Kun hjemme.",
            left_out_on=moment("2026-03-05T00:00").date(),
        ),
    ),
)
AGENDA = Agenda(meeting=MEETING, points=(ShownPoint(number=1, heading="Vagtplan", words=""),))
PAPERS: dict[str, Callable[[], Document]] = {
    "shown": lambda: shown_minutes(SHOWN),
    "own": lambda: own_minutes(OWN),
    "agenda": lambda: agenda(AGENDA),
    "empty agenda": lambda: agenda(
        Agenda(meeting=dataclasses.replace(MEETING, helpers=(), place=""), points=())
    ),
}


def text(paper: Document) -> str:
    return plain(as_bundle(paper), {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_passes_the_validator(name: str, language: str) -> None:
    with speaking(language):
        assert failures(render(PAPERS[name]())) == []


def test_the_shown_copy_says_what_is_left_out_in_its_place() -> None:
    found = text(shown_minutes(SHOWN))
    first, gone, third = (
        found.index(words) for words in ("1. Ny loftlift", "Punkt 2 er udeladt:", "3. Punkt")
    )
    assert first < gone < third
    assert "Hjælpere der deltager: AN og BO" in found
    assert "Aftalt" in found


def test_nothing_is_said_of_left_out_points_where_there_are_none() -> None:
    whole = dataclasses.replace(SHOWN, points=SHOWN.points[:1])
    assert "udeladt" not in text(shown_minutes(whole))


def test_the_own_copy_stays_at_home_and_tells_why_each_point_does() -> None:
    found = text(own_minutes(OWN))
    for words in (
        "Bliver hjemme: det indeholder personfølsomme oplysninger.",
        "Om den enkelte",
        "Kun hjemme.",
        "Der er ikke skrevet en begrundelse.",
        "5. marts 2026",
        "Min søster",
    ):
        assert words in found


def test_the_agenda_is_a_list_of_points_or_says_that_there_are_none() -> None:
    assert "1. Vagtplan" in text(PAPERS["agenda"]())
    assert "Der er ikke noget på dagsordenen endnu." in text(PAPERS["empty agenda"]())


def test_english() -> None:
    with speaking("en"):
        assert "Point 2 is left out: sensitive personal details." in text(PAPERS["shown"]())
