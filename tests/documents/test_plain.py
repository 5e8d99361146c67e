from __future__ import annotations

from bpa_desktop.documents.model import (
    Bullets,
    Bundle,
    Facts,
    Heading,
    Line,
    Meter,
    Note,
    PageRef,
    Style,
    Table,
    Text,
)
from bpa_desktop.documents.plain import plain
from tests.documents.papers import columns, paper

SELF = PageRef(document_key="paper")


def test_every_block_is_read_in_its_order() -> None:
    made = paper(
        Meter(value=1, maximum=2, text="1 af 2 timer."),
        Heading(text="Timer"),
        Text(text="Et af\u00adsnit."),
        Facts(pairs=(("Navn", Line(text="Eksempel", style=Style.STRONG)), ("Sag", "24/1234"))),
        Bullets(items=("en", "to")),
        Note(text="En bemærkning."),
        subtitle="Undertitel",
        recipient="Ishøj Kommune",
    )
    assert plain(made) == (
        "Ishøj Kommune\nEt papir\nUndertitel\n\n1 af 2 timer.\n\nTimer\n\nEt afsnit.\n\n"
        "Navn: Eksempel\nSag: 24/1234\n\n• en\n• to\n\nEn bemærkning.\n"
    )


def test_a_row_names_each_value_by_its_column() -> None:
    table = Table(
        columns=columns("Uge", "mandag", "tirsdag", "onsdag"),
        rows=(("14", None, "", (Line(text="1.", aside="Langfredag"), "07–15\nAN")),),
        totals=("I alt", "8", "", ""),
        summary="April, uge for uge.",
    )
    assert plain(paper(table)).endswith(
        "April, uge for uge.\nUge: 14; onsdag: 1. Langfredag, 07–15 AN\nUge: I alt; mandag: 8\n"
    )


def test_a_page_is_named_when_it_is_known() -> None:
    made = paper(
        Table(columns=columns("Papir", "Side"), rows=(("Timer", SELF),)),
        Text(text="Se side {page}.", page=SELF),
        Note(text="Se {page}."),
    )
    assert "Papir: Timer; Side: 4\n\nSe side 4.\n\nSe {page}." in plain(made, {"paper": 4})
    assert "Papir: Timer\n\nSe side –.\n" in plain(made)


def test_a_bundle_is_read_paper_by_paper() -> None:
    papers = (paper(title="En"), paper(title="To", key="two"))
    assert plain(Bundle(title="Pakke", language="da", documents=papers)) == "En\n\nTo\n"


def test_an_empty_block_leaves_no_gap() -> None:
    assert plain(paper(Facts(pairs=()), Text(text="slut"))) == "Et papir\n\nslut\n"
