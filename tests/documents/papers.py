"""Papers of a plainly fictional scheme, and ways to look into a PDF."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from typing import TYPE_CHECKING, Final

import page
import pikepdf
import pypdfium2

from bpa_desktop.documents.model import (
    Align,
    Bullets,
    Bundle,
    Column,
    Document,
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Cell

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
NAMES = ("Æske Bogstav", "Øl Dåse", "Ål Eksempel")


def paper(*blocks: Block, key: str = "paper", title: str = "Et papir", **more: object) -> Document:
    values: dict[str, object] = {"language": "da", "footer_left": "Sagsnr. 24/1234 · Prøve"}
    return Document(key=key, title=title, blocks=blocks, **(values | more))  # type: ignore[arg-type]


def columns(*titles: str) -> tuple[Column, ...]:
    return tuple(
        Column(title=title, is_row_header=number == 0) for number, title in enumerate(titles)
    )


def cover() -> Document:
    return paper(
        Facts(
            pairs=(
                ("Borger og arbejdsleder", Line(text="Eksempel Eksempelsen", style=Style.STRONG)),
                ("Jeres sagsnr.", "24/1234"),
            )
        ),
        Heading(text="Det I har bedt om"),
        Table(
            summary="Papirerne, hvor de begynder, og om de er vedlagt.",
            columns=(
                Column(title="Dokument", weight=5, is_row_header=True),
                Column(title="Side", weight=0, align=Align.END),
                Column(title="Status", weight=6),
            ),
            rows=(
                (
                    Line(text="Overblik", style=Style.STRONG),
                    PageRef(document_key="overview"),
                    "Vedlagt",
                ),
                ("Fraværsoversigt", PageRef(document_key="absence"), "Vedlagt"),
                ("Seneste APV", "–", "Mangler"),
            ),
        ),
        Note(
            text="Hvordan tallene er regnet, står på side {page}.", page=PageRef(document_key="en")
        ),
        key="cover",
        title="Dokumentation til revisitation",
        subtitle="Besøg onsdag den 20. maj 2026",
        recipient="Ishøj Kommune, Visitationen",
    )


def overview() -> Document:
    return paper(
        Meter(value=2121, maximum=2135, text="2.121 af 2.135 timer er brugt."),
        Heading(text="Timer, måned for måned"),
        Table(
            columns=(
                Column(title="Periode", weight=3, is_row_header=True),
                Column(title="Brugt", weight=0, align=Align.END),
                Column(title="Forskel", weight=0, align=Align.END),
                Column(title="Forklaring", weight=6),
            ),
            rows=(("Marts", "739", "−4", "Hospital 2. marts"), ("April", "712", "−8", "")),
            totals=("I alt", "1.451", "−12", ""),
        ),
        Heading(text="Mere", level=3),
        Bullets(items=("Timer er hele timer.", "Ferie er talt i dage.")),
        Text(text="Dæmpet ▲ 3 ▼ 4 · 20 − 5 = 15", style=Style.MUTED),
        key="overview",
        title="Overblik på én side",
        subtitle="14 timer er ikke brugt.",
    )


def month(*, landscape: bool = True) -> Document:
    return paper(
        calendar(),
        key="month",
        title="Vagtplan som den blev brugt: april 2026",
        landscape=landscape,
    )


def calendar() -> Table:
    days = [0, 0, *range(1, 31), 0, 0, 0]
    weeks = tuple(
        (Line(text=str(14 + week), style=Style.STRONG), *map(_box, days[week * 7 : week * 7 + 7]))
        for week in range(5)
    )
    names = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
    return Table(
        summary="April, uge for uge.",
        columns=(
            Column(title="Uge", weight=0, is_row_header=True),
            *(Column(title=name) for name in names),
        ),
        rows=weeks,
        is_calendar=True,
    )


def _box(day: int) -> Cell:
    if not day:
        return None
    holiday = "Skærtorsdag" if day == 2 else ""
    number = Line(text=f"{day}.", style=Style.STRONG, aside=holiday)
    unfilled = Line(text="23–07 ubesat", style=Style.STRONG)
    return (number, "07–15 AN", "15–23 BO", unfilled if day == 9 else "23–07 CA")


def absences(count: int = 300) -> Document:
    longest = (
        "Hjælperen blev fundet efter arbejdspladsvurderingshandlingsplanen, og vagten blev holdt"
    )
    return paper(
        Table(
            columns=(
                Column(title="Nummer", weight=0, is_row_header=True),
                Column(title="Hjælper", weight=2),
                Column(title="Timer", weight=0, align=Align.END),
                Column(title="Dækket af", weight=4),
            ),
            rows=tuple(
                (f"nr. {n}", NAMES[n % 3], f"{n % 24},5", longest if n % 7 == 0 else "vikar")
                for n in range(1, count + 1)
            ),
            totals=("I alt", "", "1.234,5", ""),
        ),
        key="absence",
        title="Fraværsoversigt",
    )


def long_title() -> Document:
    title = "Referater fra faglige personalemøder uden personfølsomme oplysninger " * 2
    return paper(
        Heading(
            text="En overskrift, der er så lang, at den går over på den næste linje på papiret"
        ),
        Text(text="Vi øver det igen næste måned. " * 200),
        Note(text="En meget lang bemærkning. " * 20),
        key="long",
        title=title.strip(),
        footer_left=f"Sagsnr. 24/1234 · {title.strip()}",
    )


def english() -> Document:
    return paper(
        Text(text="Hours are counted from midnight to midnight."),
        key="en",
        title="How the numbers are counted",
        language="en",
    )


def package() -> Bundle:
    papers = (cover(), overview(), month(), absences(), long_title(), english())
    return Bundle(title="Dokumentation til revisitation", language="da", documents=papers)


_checked: Final[dict[bytes, tuple[str, ...]]] = {}


def failures(content: bytes) -> list[str]:
    """What breaks PDF/UA or PDF/A; the same file is checked once."""
    digest = hashlib.sha256(content).digest()
    if digest not in _checked:
        _checked[digest] = tuple(
            f"{profile}: {failure}"
            for profile in PROFILES
            for failure in page.validate_pdf_bytes(content, profile=profile).failures
        )
    return list(_checked[digest])


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    """The text of each page, with line ends as spaces and broken words whole."""
    document = pypdfium2.PdfDocument(content)
    found = [sheet.get_textpage().get_text_bounded() for sheet in document]
    document.close()
    return [_joined(text) for text in found]


def _joined(text: str) -> str:
    for hyphen in ("\ufffe", "\u00ad", "\x02"):
        text = text.replace(f"{hyphen}\r\n", "").replace(hyphen, "")
    return " ".join(text.split())


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every structure element, in reading order."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, pikepdf.Array):
            waiting.extend(reversed(list(kid)))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            if "/K" in kid:
                waiting.append(kid.K)


def tags(content: bytes) -> Counter[str]:
    with opened(content) as pdf:
        return Counter(str(element.S) for element in elements(pdf))
