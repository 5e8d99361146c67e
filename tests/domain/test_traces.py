"""A person is found in free text as people write it, and nobody else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.traces import Person, Traces

ANNA = Person(
    whole_name="Anna Bo Nielsen",
    names=("Anna Bo", "Nielsen"),
    numbers=("12 34 56 78", "120588-0000", "123"),
    lines=("anna@example.com", "Vej 3, 2635 Ishøj", ""),
)


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "Annas",
        "Anna's nøgle",
        "ANNA",
        "(Anna)",
        "Nielsen.",
        "anna bo nielsen",
        "ring 12345678",
        "ring +45 12 34 56 78.",
        "12-34-56-78",
        "1205880000",
        "120588 0000",
        "ANNA@example.com",
        "vej 3,  2635 ishøj",
        "Anna\nBo\nNielsen",
    ],
)
def test_found_as_people_write_it(text: str) -> None:
    assert Traces(ANNA).are_in(text)
    left = Traces(ANNA).cleaned(text, "§")
    assert "§" in left
    assert not Traces(ANNA).are_in(left)


@pytest.mark.parametrize(
    "text",
    [
        *("Annalise", "Hannah", "bo hos mor", "Boden", "nielsens", "912345678", "123456789"),
        *("tallet 123", "12 34 56", "example.com", "Vej 3", ""),
    ],
)
def test_nobody_else_is_found(text: str) -> None:
    assert not Traces(ANNA).are_in(text)
    assert Traces(ANNA).cleaned(text, "§") == text


def test_a_name_that_somebody_else_has_too_tells_of_nobody_alone() -> None:
    traces = Traces(ANNA, ["Anna-Lise Holm", "Per Nielsen"])
    assert not traces.are_in("Anna og Nielsen")
    assert traces.are_in("Anna Bo Nielsen")
    assert traces.cleaned("Bo sov", "§") == "§ sov"


def test_nobody_leaves_every_text_as_it_is() -> None:
    assert Traces(Person(whole_name="")).cleaned("Anna", "§") == "Anna"


@given(before=st.text(), after=st.text())
def test_what_stands_around_stays(before: str, after: str) -> None:
    found = Traces(Person(whole_name="Xq Zw", names=())).cleaned(f"{before} Xq Zw {after}", "§")
    assert found == f"{before} § {after}"


def test_plain_values_are_cleaned_all_the_way_down() -> None:
    plain = {"a": ["Anna", 1, None, {"b": "til Anna"}], "Anna": True}
    assert Traces(ANNA).cleaned_plain(plain, "§") == {
        "a": ["§", 1, None, {"b": "til §"}],
        "Anna": True,
    }
