"""What in minutes may say too much is found and explained; how much of it is measured."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.sensitive_finds import COMMON_WORD, FindKind, Person, find_sensitive
from bpa_desktop.services.finder import lexicon
from tests.found_points import PEOPLE, points, scores

LEAST_RECALL = 0.95
LEAST_PRECISION = 0.9
LEAST_POINTS = 60


def found(text: str) -> list[tuple[str, str]]:
    return [(str(one.kind), one.text) for one in find_sensitive(text, PEOPLE, lexicon())]


def test_most_of_a_written_set_of_points_is_found() -> None:
    assert len(points()) >= LEAST_POINTS
    everything = scores()[-1]
    assert everything.recall >= LEAST_RECALL
    assert everything.precision >= LEAST_PRECISION


@pytest.mark.parametrize(
    "text",
    [
        "010190-1234",
        "010190 1234",
        "0101901234",
        "01 01 90 - 1234",
        "010190–1234",
        "0101\n90-1234",
        "010190-\n1234",
        "01.01.90 1234",
        "0\u00ad10190-1234",
    ],
)
def test_a_cpr_number_is_found_however_it_is_written(text: str) -> None:
    assert found(f"Nummeret er {text}.") == [("cpr", text)]


@pytest.mark.parametrize(
    "text",
    ["12.03.2026 kl. 10-12", "2026-03-16", "uge 28-30", "8.760 timer", "2025-2026", "24/1234-19"],
)
def test_dates_and_amounts_are_no_numbers_of_a_person(text: str) -> None:
    assert found(f"Se {text} her.") == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Bo trygt, så lås døren.", False),
        ("Vi vil bo trygt.", False),
        ("Vi spurgte Bo.", True),
        ("Bo Olsen kommer.", True),
        ("Bo tager søndag.", True),
        ("Mødet var kort. Bo kom sent.", True),
        ("Boligen er lille.", False),
        ("De 37 kr. per time.", False),
    ],
)
def test_a_name_that_is_a_word_is_a_find_only_where_it_names_somebody(
    text: str,
    *,
    is_found: bool,
) -> None:
    assert bool(found(text)) is is_found


def test_a_name_that_may_be_a_word_is_explained_and_others_are_certain() -> None:
    word, sure = find_sensitive("Vi spurgte Bo og Anna.", PEOPLE, lexicon())
    assert (word.why, word.helper) == (COMMON_WORD, "Bo")
    assert (sure.why, sure.helper) == ("", "Anna")
    whole = find_sensitive("Bo Olsens vagt", PEOPLE, lexicon())
    assert [(one.text, one.why) for one in whole] == [("Bo Olsens", "")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hun er sygemeldt", FindKind.HEALTH),
        ("en leddegigtsdiagnose", FindKind.HEALTH),
        ("i fagforeningen", FindKind.UNION),
        ("til fredagsbøn", FindKind.RELIGION),
    ],
)
def test_words_are_found_in_every_form(text: str, kind: FindKind) -> None:
    assert [one.kind for one in find_sensitive(text, (), lexicon())] == [kind]


def test_everyday_words_are_left_alone() -> None:
    text = "Sygeplejersken på fuldtid holdt et indlæg om kørestolen på Fastelavnsmandag."
    assert found(text) == []


@given(st.text(alphabet="Bo Anna01239-.\nsyg@æ", max_size=60))
def test_finds_never_overlap_and_stand_where_they_say(text: str) -> None:
    people = (Person("b", "Bo", "Olsen"), Person("a", "Anna", ""))
    finds = find_sensitive(text, people, lexicon())
    assert all(text[one.start : one.end] == one.text for one in finds)
    assert all(one.end <= other.start for one, other in pairwise(finds))
