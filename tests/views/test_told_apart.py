"""Labels of one screen differ: the shortest that tells one from the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.views.told_apart import told_apart

WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3)


def test_short_labels_stay_short() -> None:
    assert told_apart([("a", "a long"), ("b", "b long")]) == ["a", "b"]


def test_only_those_that_are_alike_grow() -> None:
    assert told_apart([("a", "a 1"), ("b", "b 1"), ("a", "a 2")]) == ["a 1", "b", "a 2"]


def test_growing_goes_on_until_they_differ() -> None:
    assert told_apart([("a", "ab", "abc"), ("a", "ab", "abd")]) == ["abc", "abd"]


def test_those_that_stay_alike_are_numbered() -> None:
    assert told_apart([("a",), ("a",), ("b",)]) == ["a (1)", "a (2)", "b"]
    assert told_apart([]) == []


@given(st.lists(WORDS, max_size=6))
def test_no_two_are_ever_alike(forms: list[list[str]]) -> None:
    labels = told_apart(forms)
    assert len(labels) == len(set(labels)) == len(forms)
