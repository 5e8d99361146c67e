"""What a municipality says in words, by groups, and what differs from another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.municipal_papers import PAPERS
from bpa_desktop.domain.municipality_term import Group
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.i18n import speaking
from bpa_desktop.services.profile_rules import (
    differences,
    other_papers,
    rule_groups,
    unknown_keys,
)
from bpa_desktop.services.profile_words import quote_words, rule_words, source_words
from bpa_desktop.services.profiles import known_municipalities, national, profile_for

if TYPE_CHECKING:
    from bpa_desktop.domain.municipality import Known, Profile


def of(name: str) -> Profile:
    found = profile_for(name)
    assert found is not None
    return found


def known(name: str, key: str) -> Known:
    found = of(name).known(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "key", "words"),
    [
        ("Ishøj", "followup.first_after_months", "Første opfølgning efter: ca. 3 måneder"),
        ("Ishøj", "case.start_within_weeks", "Sagen begynder inden for: 2 uger"),
        ("Ishøj", "special.nursing_delegated", "Sygepleje delegeres til hjælpere: nej"),
        (
            "Brønderslev",
            "hours.mus_per_permanent_helper_year",
            "MUS, for hver fast hjælper på et år: 1 time, fra 2 hjælpere",
        ),
        (
            "Brønderslev",
            "rates.employer_task_external_dkk_per_granted_hour",
            "Til et firma eller en forening som arbejdsgiver, for hver bevilget time: 5,31 kr.",
        ),
        ("Brønderslev", "pension.percent", "Pension af lønnen: 12,89 %"),
        (
            "Brønderslev",
            "accounts.carry_over",
            "Uforbrugte timer flyttet til næste år: kun når kommunen er enig",
        ),
        (
            "Aarhus",
            "special.observation_most_hours",
            "Observation i træk højst, medmindre du aftaler mere: 12 timer",
        ),
    ],
)
def test_a_value_is_said_with_its_unit(name: str, key: str, words: str) -> None:
    assert rule_words(TERMS[key], known(name, key)).replace("\u00a0", " ") == words


def test_a_source_tells_its_date_when_it_was_read_and_how_much() -> None:
    assert source_words(known("Brønderslev", "case.decision_within_weeks")) == (
        "Brønderslev Kommune, Borgerstyret personlig assistance, kvalitetsstandard, "
        "4. december 2023. Læst 27. november 2026. Hele teksten er læst."
    )
    trips = source_words(known("Aarhus", "holiday.extra_help_max_days"))
    assert "uden dato" in trips
    assert "Kun begyndelsen af teksten er læst." in trips
    assert trips.endswith("Læst i en tekst, der gengiver kilden.")


def test_words_of_the_municipality_are_glossed_for_a_reader_of_english() -> None:
    place = known("Ishøj", "visit.place")
    assert quote_words(place) == ""
    with speaking("en"):
        assert quote_words(place) == "»Revisitation vil altid foregå i borgers hjem.«"


def test_what_the_municipality_does_not_say_is_what_holds_everywhere_or_a_question() -> None:
    (trips,) = [one for one in rule_groups(of("Ishøj")) if one.group is Group.HOLIDAY]
    (days,) = [one for one in trips.known if one.key == "holiday.extra_help_max_days"]
    assert days.known is None
    assert days.country is not None
    assert "holiday.apply_weeks_before" in [one.key for one in trips.unknown]


def test_a_time_known_in_months_is_not_asked_for_in_weeks() -> None:
    assert "case.decision_within_weeks" not in unknown_keys(of("Ishøj"))
    assert "case.decision_within_weeks" in unknown_keys(of("Aarhus"))


@pytest.mark.parametrize("profile", known_municipalities(), ids=lambda one: one.id)
def test_no_value_is_lost_between_the_groups(profile: Profile) -> None:
    shown = {line.key for group in rule_groups(profile) for line in group.known}
    assert shown >= {key for key, value in profile.values.items() if value is not None}


def test_only_what_differs_is_listed() -> None:
    ours, theirs = of("Ishøj"), of("Brønderslev")
    found = {one.key for one in differences(ours, theirs)}
    assert "complaint.within_weeks" not in found
    assert {"followup.first_after_months", "hours.staff_meeting_per_helper_year"} <= found
    assert differences(ours, ours) == ()


def test_what_holds_everywhere_differs_from_nobody() -> None:
    assert "holiday.extra_help_max_days" not in {
        one.key for one in differences(of("Ishøj"), of("Aarhus"))
    }
    assert differences(of("Odense"), of("Gladsaxe")) == ()


def test_papers_that_only_one_of_two_asks_for() -> None:
    found = other_papers(of("Brønderslev"), of("Ishøj"))
    assert found is not None
    assert [one.kind for one in found.theirs][:2] == ["activity_schedule", "absence_overview"]
    assert [one.kind for one in found.ours] == ["expenses_estimate"]
    assert other_papers(of("Ishøj"), of("Odense")) is None


def test_every_paper_asked_for_can_be_asked_for_by_a_decision() -> None:
    asked = {paper.kind for one in (*known_municipalities(), national()) for paper in one.documents}
    assert asked <= set(PAPERS)
