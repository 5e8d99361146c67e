"""Aids as they are named in free text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.aid_names import is_named, named_alone, spelled


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Loftlift", "loftlift, toiletstol", True),
        ("loft  lift", "Loft lift", True),
        ("Respirator", "Respirator om natten, elevationsseng", True),
        ("Lift", "Loftlift", False),
        ("Sug", "suget", False),
        ("", "Sug", False),
        ("C++ stol", "c++ stol", True),
    ],
)
def test_an_aid_is_named_by_its_whole_name(name: str, text: str, *, found: bool) -> None:
    assert is_named(name, text) is found


def test_what_is_named_alone_comes_once_and_in_order() -> None:
    texts = ["Loftlift, toiletstol", "", "loftlift og  Toiletstol", "sug; ske + gaffel."]
    assert named_alone(texts, ["Loftlift"]) == ["Toiletstol", "Sug", "Ske", "Gaffel"]


names = st.lists(st.text("abcæøå ,;", max_size=12), max_size=6)


@given(names)
def test_once_all_are_registered_nothing_is_named_alone(texts: list[str]) -> None:
    found = named_alone(texts, [])
    assert len({spelled(one) for one in found}) == len(found)
    assert named_alone(texts, found) == []
