"""Helpers are called alike throughout a package, and written texts keep their secrets."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.i18n import speaking
from bpa_desktop.services.naming import Naming, labels


def person(name: str, last: str = "Bæk", began: str = "2025-01-01", **fields: Any) -> Helper:
    employments = (Employment(first_day=dt.date.fromisoformat(began)),)
    return Helper(id=name, first_name=name, last_name=last, employments=employments, **fields)


PEOPLE = (person("Bo", began="2025-06-01"), person("Anna", "Ager", began="2024-01-01"))


@pytest.mark.parametrize(
    ("names", "bo", "anna", "short"),
    [
        (Names.INITIALS, "BO", "AN", "BO"),
        (Names.FULL, "Bo Bæk", "Anna Ager", "Bo"),
        (Names.NUMBERED, "Hjælper 2", "Hjælper 1", "H2"),
    ],
)
def test_what_helpers_are_called(names: Names, bo: str, anna: str, short: str) -> None:
    naming = Naming(PEOPLE, names)
    assert (naming.of("Bo"), naming.of("Anna")) == (bo, anna)
    assert naming.short("Bo") == short
    assert naming.of(None) == naming.of("") == naming.short(None) == ""


def test_numbers_follow_the_first_day_of_employment() -> None:
    unemployed = Helper(id="x", first_name="Xenia")
    found = labels((unemployed, *PEOPLE), Names.NUMBERED)
    assert found == {"Anna": "Hjælper 1", "Bo": "Hjælper 2", "x": "Hjælper 3"}
    with speaking("en"):
        assert labels(PEOPLE, Names.NUMBERED)["Bo"] == "Helper 2"


def test_two_of_the_same_name_are_told_apart() -> None:
    twins = (person("Bo"), Helper(id="other", first_name="Bo", last_name="Bæk"))
    naming = Naming(twins, Names.FULL)
    assert naming.of("Bo") != naming.of("other")
    assert naming.short("Bo") != naming.short("other")
    assert naming.of("Bo").startswith("Bo Bæk (")


def test_the_tenth_helper_comes_after_the_ninth() -> None:
    people = [person(f"P{number}", began=f"2025-01-{number:02}") for number in range(1, 12)]
    order = Naming(people, Names.NUMBERED).order
    assert [order[f"P{number}"] for number in range(1, 12)] == list(range(11))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Anna Ager og Bo byttede.", "AN og BO byttede."),
        ("Annas vagt", "AN's vagt"),
        ("Bos og Anna Agers vagter", "BO's og AN's vagter"),
        ("Annasofie er nabo", "Annasofie er nabo"),
        ("Boligen er lille", "Boligen er lille"),
        ("Ring 010101-0000 eller 0101010000", "Ring (udeladt) eller (udeladt)"),
        ("  med luft omkring ", "med luft omkring"),
        ("", ""),
    ],
)
def test_names_and_cpr_numbers_are_taken_out_of_texts(text: str, cleaned: str) -> None:
    assert Naming(PEOPLE, Names.INITIALS).clean(text) == cleaned


@pytest.mark.parametrize("names", Names)
def test_ways_to_reach_a_helper_are_always_taken_out(names: Names) -> None:
    reached = person("Carla", phone="11 22 33 44", email="carla@example.com")
    naming = Naming((reached,), names)
    text = naming.clean("Ring 11 22 33 44, 11223344 eller skriv carla@example.com.")
    assert text == "Ring (udeladt), (udeladt) eller skriv (udeladt)."


def test_full_names_stay_when_they_are_chosen() -> None:
    assert Naming(PEOPLE, Names.FULL).clean("Anna og Bo Bæk") == "Anna og Bo Bæk"


def test_without_helpers_there_is_nothing_to_replace() -> None:
    assert Naming((), Names.INITIALS).clean("Anna kom.") == "Anna kom."
