"""The cover answers the municipality's own list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.cover import Asked, Contact, State, cover, status
from bpa_desktop.documents.model import Bundle, Document, Heading
from bpa_desktop.documents.pdf import render, render_pages
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.period import Window
from bpa_desktop.domain.scheme import LegalBasis
from bpa_desktop.i18n import language, speaking
from tests.documents import paper_values
from tests.documents.papers import failures, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.cover import Cover


def lines(**fields: object) -> list[str]:
    return plain(cover(paper_values.cover(**fields))).splitlines()


def behind(key: str) -> Document:
    return Document(key=key, title=key, language=language(), blocks=(Heading(text="Timer"),))


def bundle(values: Cover) -> Bundle:
    papers = (cover(values), *map(behind, ("overview", "hours_account", "method")))
    return Bundle(title="Pakke", language=language(), documents=papers)


def test_the_facts_of_the_case() -> None:
    assert lines()[:9] == [
        "Ishøj Kommune",
        "Dokumentation til revisitation",
        "Besøg onsdag 20. maj 2026",
        "",
        "Borger og arbejdsleder: Eksempel Eksempelsen",
        "Jeres sagsnr.: 24/1234",
        "Ordning: BPA efter servicelovens § 96, fra 1. februar 2024",
        "Periode: 20. februar til 19. maj 2026 (3 måneder op til besøget)",
        "Lavet: 8. maj 2026 af Eksempel Eksempelsen",
    ]
    assert lines()[9] == "Kontakt: tlf. 12 34 56 78"


def test_the_period_says_how_it_was_laid() -> None:
    assert any("(de sidste 3 hele måneder)" in line for line in lines(window=Window.CALENDAR))
    assert any("(en måned op til besøget)" in line for line in lines(months=1))


def test_the_cpr_number_stands_there_only_when_it_is_given() -> None:
    assert not any("CPR-nummer" in line for line in lines())
    assert "CPR-nummer: 000000-0000" in lines(cpr="000000-0000")


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (LegalBasis.SECTION_95_2, "Ordning: BPA efter servicelovens § 95, stk. 2"),
        (LegalBasis.SECTION_95_3, "Ordning: BPA efter servicelovens § 95, stk. 3"),
    ],
)
def test_the_legal_basis(basis: LegalBasis, words: str) -> None:
    assert words in lines(basis=basis, granted_from=None)


def test_the_list_keeps_the_order_and_the_words() -> None:
    rows = [line for line in lines() if line.startswith("Dokument: ")]
    assert rows == [
        "Dokument: Aktivitetsskema; Side: –; Status: Mangler. Kommer den 1. juni.",
        "Dokument: Fraværsoversigt; Side: –; Status: Mangler",
        "Dokument: Seneste APV; Side: –; Status: Ikke relevant, fordi ordningen er ny.",
        "Dokument: Afholdelse af MUS på besøget; Side: –; Status: Vedlagt",
    ]


def test_a_gloss_explains_the_words_in_another_language() -> None:
    asked = Asked(title="Aktivitetsskema", gloss="Activity schedule", state=State.NOT_RELEVANT)
    with speaking("en"):
        assert (
            "Document: Aktivitetsskema Activity schedule; Page: –; Status: Not relevant"
            in lines(asked=(asked,))
        )
    assert status(asked) == "Ikke relevant"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (Names.INITIALS, "Hjælpere står med initialer."),
        (Names.FULL, "Hjælpere står med navn."),
        (Names.NUMBERED, "Hjælpere står med nummer, det samme hele vejen: H1 er Hjælper 1."),
    ],
)
def test_the_note_says_how_helpers_stand_and_what_is_left_out(names: Names, said: str) -> None:
    assert lines(names=names)[-1] == (
        f"{said} Årsager til fravær, private noter og hjælpernes CPR er ikke med."
    )


def test_what_is_not_known_is_left_out() -> None:
    text = lines(citizen="", case_number="", made_by=Contact(name=""))
    assert text[4:7] == [
        "Ordning: BPA efter servicelovens § 96, fra 1. februar 2024",
        "Periode: 20. februar til 19. maj 2026 (3 måneder op til besøget)",
        "Lavet: 8. maj 2026",
    ]
    email = Contact(name="E", email="e@example.com")
    assert "Kontakt: e@example.com" in lines(made_by=email)


def test_the_pages_of_what_is_enclosed_are_named() -> None:
    asked = Asked(title="Regnskab", state=State.ENCLOSED, document="hours_account")
    values = paper_values.cover(
        overview="overview",
        account="hours_account",
        method="method",
        asked=(asked,),
    )
    (first, *_others) = texts(render(bundle(values)))
    assert "Regnskab 3 Vedlagt" in first
    assert "Også vedlagt: et overblik på side 2." in first
    assert "Hvordan tallene er regnet, står på side 4." in first


@pytest.mark.parametrize("code", ["da", "en"])
def test_it_is_one_accessible_page(code: str) -> None:
    with speaking(code):
        values = paper_values.cover(overview="overview", account="hours_account")
        rendered = render_pages(bundle(values))
    assert failures(rendered.content) == []
    assert rendered.first_pages["overview"] == 2
