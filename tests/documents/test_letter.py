"""A letter on paper and as a message: tagged, and with nothing that is not known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.cover import Contact
from bpa_desktop.documents.letter import LetterPaper, letter_paper, plain_letter
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.i18n import speaking
from tests.documents.papers import failures
from tests.services.letter_values import EMPTY, FULL


def values(**fields: Any) -> LetterPaper:
    given: dict[str, Any] = {
        "sender": Contact(name="Kim Prøve", phone="12 34 56 78", email="kim@example.com"),
        "address": "Prøvevej 1, 2635 Ishøj",
        "recipient": "Ishøj Kommune, Center for Voksne og Velfærd",
        "case_number": "24/1234",
        "written_on": dt.date(2026, 3, 16),
        "subject": "Klage",
        "words": "Jeg klager.\n\nJeg vil have:\n– ro\n– mad\n\nVenlig hilsen\nKim Prøve",
    }
    return LetterPaper(**{**given, **fields})


UNKNOWN: dict[str, Any] = {
    "sender": Contact(name=""),
    "address": "",
    "recipient": "",
    "case_number": "",
}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("known", [{}, UNKNOWN], ids=["known", "unknown"])
def test_a_letter_is_tagged_and_passes_the_validator(language: str, known: dict[str, Any]) -> None:
    with speaking(language):
        assert failures(render(as_bundle(letter_paper(values(**known))))) == []


@pytest.mark.parametrize("name", ["holiday", "complaint"])
def test_a_suggested_letter_passes_the_validator(name: str) -> None:
    for made in (FULL[name](), EMPTY[name]()):
        paper = letter_paper(values(subject=made.subject, words=made.words))
        assert failures(render(as_bundle(paper))) == []


def test_the_paper_tells_who_to_whom_when_and_what_about() -> None:
    told = plain(letter_paper(values()))
    for line in (
        "Ishøj Kommune, Center for Voksne og Velfærd",
        "Klage",
        "16. marts 2026",
        "Fra: Kim Prøve",
        "Adresse: Prøvevej 1, 2635 Ishøj",
        "Kontakt: tlf. 12 34 56 78, kim@example.com",
        "Jeres sagsnr.: 24/1234",
        "• ro",
        "Venlig hilsen\nKim Prøve",
    ):
        assert line in told


def test_what_is_not_known_is_left_out() -> None:
    told = plain(letter_paper(values(**UNKNOWN)))
    assert told.startswith("Klage\n16. marts 2026\n\nJeg klager.")


def test_a_message_keeps_the_words_as_they_stand() -> None:
    words = values().words
    assert plain_letter(values()) == f"Jeres sagsnr.: 24/1234\n\n{words}\n"
    assert plain_letter(values(**UNKNOWN)) == f"{words}\n"


def test_words_in_any_script_make_a_paper() -> None:
    words = "Æøå ÅÆØ, Qaqortoq, Føroyar ð\n\n😀 שלום\n–\n\n- "
    assert failures(render(as_bundle(letter_paper(values(words=words))))) == []
