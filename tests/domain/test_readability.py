"""LIX in worked cases, each counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.readability import Ease, readability


@pytest.mark.parametrize(
    ("text", "words", "sentences", "long_words", "lix"),
    [
        ("", 0, 0, 0, 0),
        ("– § –", 0, 0, 0, 0),
        # 4 / 1 + 100 * 1 / 4
        ("Jeg klager over afgørelsen.", 4, 1, 1, 29),
        # 18 / 3 + 100 * 3 / 18 = 22.7
        (
            "Der er et hul i vagtplanen torsdag fra 14 til 22. Vælg en vikar. Du kan fortryde det.",
            18,
            3,
            3,
            23,
        ),
        # 8 / 1 + 100 * 5 / 8 = 70.5: a half is rounded up
        ("Arbejdslederen reviderer ændringer i den gældende vurdering nu.", 8, 1, 5, 71),
    ],
)
def test_words_sentences_and_long_words_make_the_number(
    text: str, words: int, sentences: int, long_words: int, lix: int
) -> None:
    found = readability(text)
    assert (found.words, found.sentences, found.long_words) == (words, sentences, long_words)
    assert found.lix == lix


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Jeg fik brevet den 16. marts 2026. Det er nyt.", 2),
        ("Jeg rejser i uge 12. Jeg er hjemme i uge 14.", 2),
        ("Det er efter § 96, stk. 2, i loven.", 1),
        ("Det koster 1.850 kr. i alt.", 1),
        ("Det koster 1.850\u00a0kr. Det er for kost.", 2),
        ("Det er f.eks. Bo og K. Prøve.", 1),
        ("Jeg beder om:\n– at se min sag\n– at få svar", 3),
        ("Første del af\nen sætning.", 1),
        ("Emne uden punktum\n\nSå begynder brevet.", 2),
        ("Hvorfor? Fordi! Ja …", 3),
        ("Sagen (fra 2024). Den er ny.", 2),
        ('Han sagde: "Nej." Så gik han.', 3),
    ],
)
def test_where_a_sentence_ends(text: str, sentences: int) -> None:
    assert readability(text).sentences == sentences


@pytest.mark.parametrize(
    ("text", "words", "long_words"),
    [
        ("24/1234-7", 1, 0),
        ("1.234.567,50", 1, 0),
        ("BPA-ordning", 1, 1),
        ("§ 96", 1, 0),
        ("(hjælpere),", 1, 1),
        ("hjælp – altid", 2, 0),
        ("arbejds\u00adplads", 1, 1),
    ],
)
def test_what_counts_as_a_word(text: str, words: int, long_words: int) -> None:
    found = readability(text)
    assert (found.words, found.long_words) == (words, long_words)


def test_the_longest_sentence_is_told() -> None:
    found = readability("Kort. Her er en noget længere sætning. Slut.")
    assert (found.longest, found.longest_words) == ("Her er en noget længere sætning.", 6)


@pytest.mark.parametrize(
    ("text", "ease"),
    [
        ("Jeg vil gerne se min sag.", Ease.EASY),
        ("Jeg klager over afgørelsen fra kommunen nu.", Ease.MIDDLING),
        ("Revisitationen understøtter arbejdslederevnen fuldstændig.", Ease.HARD),
    ],
)
def test_the_number_is_told_as_a_step(text: str, ease: Ease) -> None:
    assert readability(text).ease is ease


@given(st.text())
def test_any_text_has_a_number_and_no_more_long_words_than_words(text: str) -> None:
    found = readability(text)
    assert found.long_words <= found.words
    assert found.sentences <= found.words
    assert found.lix >= 0


@given(st.lists(st.sampled_from(["Jeg går.", "Det er nyt.", "Kom nu hjem."]), min_size=1))
def test_a_text_of_whole_sentences_has_as_many_in_one_line_as_in_paragraphs(
    parts: list[str],
) -> None:
    assert readability(" ".join(parts)) == readability("\n\n".join(parts))
