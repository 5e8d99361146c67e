"""The municipalities that come with the program."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.municipality import Asked
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.services.profiles import profile_for, profiles, read_profile

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.domain.municipality import Profile


@pytest.fixture(name="ishoej")
def _ishoej() -> Profile:
    found = profile_for("ishoej")
    assert found is not None
    return found


@pytest.mark.parametrize(
    "name", ["Ishøj", "Ishøj Kommune", "ishoej", "ISHØJ KOMMUNE", "Ishoj", " ishøj "]
)
def test_ishoej_is_found_however_it_is_spelled(name: str) -> None:
    found = profile_for(name)
    assert found is not None
    assert found.id == "ishoej"


@pytest.mark.parametrize("name", ["", "Kommune", "Odense", "Is"])
def test_a_municipality_that_is_not_known(name: str) -> None:
    assert profile_for(name) is None


def test_what_is_asked_before_the_visit_in_the_municipality_s_order_and_words(
    ishoej: Profile,
) -> None:
    assert [(one.kind, one.words) for one in ishoej.asked(Asked.BEFORE)] == [
        ("activity_schedule", "Aktivitetsskema"),
        ("absence_overview", "Fraværsoversigt"),
        ("apv", "Seneste APV (arbejdspladsvurdering)"),
        ("roster_used", "Anvendt vagtplan for de sidste 3 måneder"),
        (
            "staff_meeting_minutes",
            "Faglige personalemødereferat (personfølsomme oplysninger udelades)",
        ),
    ]
    assert [one.months for one in ishoej.asked(Asked.BEFORE)] == [None, None, None, 3, None]


def test_what_is_talked_about_at_the_visit(ishoej: Profile) -> None:
    assert [(one.kind, one.quote) for one in ishoej.asked(Asked.AT_VISIT)] == [
        ("accounts", "På mødet drøftes budgettet og fremsendt regnskab."),
        ("mus", "Der vil blive spurgt ind til afholdelse af MUS."),
    ]


def test_deadlines_of_ishoej(ishoej: Profile) -> None:
    assert ishoej.whole("followup.first_after_months") == 3
    assert ishoej.whole("followup.revisit_every_months") == 24
    first = ishoej.known("followup.first_after_months")
    assert first is not None
    assert first.about


@pytest.mark.parametrize(
    "key",
    [
        "accounts.hours_yearly",
        "accounts.deadline",
        "accounts.carry_over",
        "hours.staff_meeting_per_helper_year",
        "hours.mus_per_permanent_helper_year",
        "holiday.apply_weeks_before",
        "rates.employer_task_external_dkk_per_granted_hour",
        "special.section_96_3",
    ],
)
def test_what_ishoej_does_not_say_stays_empty(ishoej: Profile, key: str) -> None:
    assert key in ishoej.values
    assert ishoej.known(key) is None


@pytest.mark.parametrize("profile", profiles(), ids=lambda one: one.id)
def test_every_value_and_document_names_a_source_that_was_read(profile: Profile) -> None:
    entries = [one for one in profile.values.values() if one is not None]
    for one in (*entries, *profile.documents):
        assert one.source in profile.sources
        assert one.confidence in {Confidence.SEEN, Confidence.SEEN_2}
    for source in profile.sources:
        assert source.title
        assert source.publisher
        assert source.seen
    assert profile.checked
    for document in profile.documents:
        assert document.english
        assert re.fullmatch("[a-z_]+", document.kind)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hours.staff_meeting_per_helper_year", "4"),
        ("hours.mus_per_permanent_helper_year", "1"),
        ("holiday.apply_weeks_before", "4"),
        ("rates.employer_task_external_dkk_per_granted_hour", "5.31"),
        ("rates.own_payroll_dkk", "0"),
        ("rates.headroom_percent", "2"),
        ("pension.percent", "12.89"),
    ],
)
def test_what_broenderslev_grants(key: str, value: str) -> None:
    profile = profile_for("Brønderslev Kommune")
    assert profile is not None
    assert profile.number(key) == Decimal(value)
    known = profile.known(key)
    assert known is not None
    assert known.source.approved == dt.date(2023, 12, 4)


def test_aarhus_has_said_nothing_of_what_a_budget_needs() -> None:
    profile = profile_for("Århus")
    assert profile is not None
    assert profile.id == "aarhus"
    assert profile.number("rates.headroom_percent") is None
    assert profile.number("special.no_decisions_before_days_off") is None


def write(folder: Path, source: str, confidence: str = "SEEN") -> Path:
    path = folder / "test.toml"
    path.write_text(
        f"""
id = "t"
name = "Testby Kommune"
names = []
checked = "Made up."
document = []
[[source]]
key = "s"
title = "T"
publisher = "P"
approved = 2023-12-04
read = 2026-01-01
seen = "full"
[case]
weeks = {{ value = 2, source = "{source}", confidence = "{confidence}" }}
""",
        encoding="utf-8",
    )
    return path


def test_a_profile_is_read_with_the_date_of_its_source(tmp_path: Path) -> None:
    profile = read_profile(write(tmp_path, "s"))
    assert f"{profile.sources[0].approved}" == "2023-12-04"
    assert profile.whole("case.weeks") == 2


@pytest.mark.parametrize("marks", [("t", "SEEN"), ("s", "SURE")])
def test_a_value_without_a_source_or_a_mark_is_refused(
    marks: tuple[str, str], tmp_path: Path
) -> None:
    with pytest.raises(KeyError):
        read_profile(write(tmp_path, *marks))
