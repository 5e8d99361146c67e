from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.documents.pdf_fonts import HYPHEN, SOFT_HYPHEN, Widths
from bpa_desktop.documents.pdf_style import Face
from bpa_desktop.documents.pdf_wrap import longest_word, wrap

WIDTHS = Widths(Face.REGULAR)
WORDS = st.text(alphabet=f"aæøW1{SOFT_HYPHEN}-–/. \n", max_size=60)
ROOMS = st.floats(min_value=2500, max_value=20000)


def seen(line: str) -> float:
    return WIDTHS[line.rstrip(" ")]


def letters(text: str) -> str:
    return "".join(text.split()).replace(SOFT_HYPHEN, "")


@given(WORDS, ROOMS)
def test_no_line_is_wider_than_the_room(text: str, room: float) -> None:
    assert all(seen(line) <= room + 1e-6 for line in wrap(text, WIDTHS, room))


@given(WORDS, ROOMS)
def test_no_letter_is_lost(text: str, room: float) -> None:
    joined = "".join(wrap(text, WIDTHS, room)).replace(HYPHEN, "")
    assert letters(joined) == letters(text)


@given(st.lists(st.sampled_from(["en", "vagt", "ubesat", "07–15"]), max_size=20), ROOMS)
def test_words_stay_words(words: list[str], room: float) -> None:
    lines = wrap(" ".join(words), WIDTHS, max(room, 4000))
    assert "".join(lines).split() == words
    assert all(line.endswith(" ") for line in lines[:-1])
    assert not lines[-1].endswith(" ")


def test_a_line_is_filled_before_the_next_begins() -> None:
    lines = wrap("en vagt er ubesat", WIDTHS, WIDTHS["en vagt er"])
    assert lines == ["en vagt er ", "ubesat"]


def test_a_soft_hyphen_is_where_a_word_breaks() -> None:
    word = f"arbejds{SOFT_HYPHEN}plads{SOFT_HYPHEN}vurdering"
    assert wrap(f"en {word}", WIDTHS, WIDTHS["en arbejdsplads-"]) == [
        f"en arbejdsplads{HYPHEN}",
        "vurdering",
    ]
    assert wrap(word, WIDTHS, WIDTHS["vurdering"]) == [
        f"arbejds{HYPHEN}",
        f"plads{HYPHEN}",
        "vurdering",
    ]


def test_a_word_that_fits_the_next_line_goes_there_whole() -> None:
    assert wrap("en arbejdsplads", WIDTHS, WIDTHS["arbejdsplads"]) == ["en ", "arbejdsplads"]


def test_a_word_wider_than_the_line_breaks_after_a_mark_first() -> None:
    assert wrap("https://example.org/side", WIDTHS, WIDTHS["https://example.o"]) == [
        "https://example.",
        "org/side",
    ]


def test_a_word_wider_than_the_line_leaves_two_letters_for_the_next() -> None:
    assert wrap("arbejdsplads", WIDTHS, WIDTHS["arbejdsplads"] - 1) == [f"arbejdspla{HYPHEN}", "ds"]


def test_a_letter_wider_than_the_line_is_written() -> None:
    assert wrap("WW W", WIDTHS, 100) == [f"W{HYPHEN}", "W ", "W"]


def test_a_line_break_is_kept() -> None:
    assert wrap("en\nto tre", WIDTHS, 9000) == ["en ", "to tre"]


@pytest.mark.parametrize("text", ["", "\n", " "])
def test_nothing_to_write_is_still_a_line(text: str) -> None:
    assert "".join(wrap(text, WIDTHS, 1000)).strip() == ""
    assert wrap(text, WIDTHS, 1000)


@given(WORDS)
def test_the_longest_word_needs_no_force(text: str) -> None:
    room = longest_word(text, WIDTHS)
    lines = wrap(text, WIDTHS, room)
    broken = [line for line in lines if line.endswith(HYPHEN)]
    assert all(letters(line[:-1]) in letters(text) for line in broken)
    assert len(broken) <= text.count(SOFT_HYPHEN)
