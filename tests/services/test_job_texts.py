"""Texts about the job: from the schedule, without a word of the citizen's health or person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop import i18n
from bpa_desktop.domain.activity import ActivityItem, Category, DayPart, Place
from bpa_desktop.domain.own_text import TextKind
from bpa_desktop.domain.record import Sensitivity, fields_of
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.i18n import speaking
from bpa_desktop.services.job_texts import (
    JobFacts,
    advert,
    gaps,
    job_description,
    job_facts,
    newest_description,
    suggestion,
    told_of_people,
)
from tests.domain.builders import shift
from tests.services.little_roster import lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

SECRET = "Hemmelig sygdom"  # noqa: S105 - no password
ITEM = ActivityItem(
    id="bath",
    activity=SECRET,
    category=Category.PERSONAL_CARE,
    day_part=DayPart.MORNING,
    helpers_needed=2,
    place=Place.BOTH,
)


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        lay(
            session,
            Scheme(
                id="scheme",
                citizen_name="Eksempel Eksempelsen",
                address="Eksempelvej 1, 2635 Ishøj",
                municipality="Ishøj",
            ),
        )
        yield session


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("kind", [TextKind.ADVERT, TextKind.JOB_DESCRIPTION])
def test_nothing_that_tells_of_health_or_who_it_is_gets_into_a_suggestion(
    session: Session, kind: TextKind, language: str
) -> None:
    health = {
        field.name: SECRET
        for field in fields_of(ActivityItem)
        if field.about.sensitivity is Sensitivity.HEALTH
    }
    lay(session, replace(ITEM, **health))  # type: ignore[arg-type]
    with speaking(language):
        words = suggestion(session, kind).words
    for secret in (SECRET, "Eksempel", "Ishøj", "Anna", "Prøve"):
        assert secret not in words
    assert "{" not in words


def test_the_kinds_of_tasks_the_place_and_two_helpers_are_told(session: Session) -> None:
    lay(session, ITEM)
    words = suggestion(session, TextKind.JOB_DESCRIPTION).words
    assert "– personlig pleje" in words
    assert "Arbejdet er i mit hjem og ude, hvor jeg færdes. Til nogle opgaver er I to." in words
    assert "Jeg har brug for hjælp om morgenen." in words


def test_the_usual_shifts_of_the_roster_are_told_and_weekends(session: Session) -> None:
    lay(
        session,
        shift("2026-03-14T07:00", "2026-03-14T15:00"),
        shift("2026-03-16T07:00", "2026-03-16T15:00"),
        shift("2026-03-16T23:00", "2026-03-17T07:00", None),
    )
    facts = job_facts(session)
    assert (facts.spans, facts.at_weekends) == (("07–15", "23–07"), True)
    assert "De faste vagter er 07–15 og 23–07. Du arbejder også i weekender" in advert(facts)


def test_agreed_hours_are_told_as_a_range_or_are_left_to_write() -> None:
    assert "mellem 30 og 36,5 timer" in job_description(JobFacts(weekly=(1800, 2190)))
    assert "ca. 30 timer" in job_description(JobFacts(weekly=(1800, 1800)))
    assert "[hvor mange]" in job_description(JobFacts())


def test_what_only_the_user_knows_stands_in_brackets(session: Session) -> None:
    words = suggestion(session, TextKind.ADVERT).words
    assert gaps(words)[-2:] == ("[mail eller telefon]", "[dato]")
    assert "Du skal være fyldt 18 år." in words
    assert gaps("Intet mangler.") == ()


def test_an_advert_that_tells_who_it_is_is_told_of(session: Session) -> None:
    assert told_of_people(session, "Ring til eksempel eksempelsen på Eksempelvej 1") == (
        "your name",
        "your address",
    )
    assert told_of_people(session, "Nr. 010190-1234, hils Anna Prøve") == (
        "a CPR number",
        "a helper's name",
    )
    assert told_of_people(session, "Hjælper søges, ring 11 22 33 44") == ()


def test_a_contract_takes_the_newest_description_that_is_whole(session: Session) -> None:
    text = suggestion(session, TextKind.JOB_DESCRIPTION)
    lay(session, replace(text, id="old", words="Du laver mad."))
    lay(session, replace(text, id="new", words="Du laver [hvad]."))
    assert newest_description(session) == "Du laver mad."
