"""Planted leaks of every kind are found, each only by the check that is there for it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, String

from bpa_desktop.documents import pdf_reading
from bpa_desktop.documents.model import Bundle, Document, Text
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.pdf_reading import Hiding
from bpa_desktop.services import leak_check
from bpa_desktop.services.leak_check import (
    Leak,
    Leaked,
    Look,
    Secret,
    Secrets,
    leaks,
    refuse_leaking_files,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

SENTENCE = "Carla er sygemeldt med stress frem til maj."
SECRETS = Secrets((Secret(SENTENCE, "punkt 4"),))


def paper(*texts: str) -> bytes:
    blocks = tuple(Text(text=one) for one in texts)
    return render(Document(key="minutes", title="Referat", language="da", blocks=blocks))


def changed(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """A clean paper after ``change``."""
    with pikepdf.open(io.BytesIO(paper("Ny loftlift: oplæring torsdag."))) as pdf:
        change(pdf)
        result = io.BytesIO()
        pdf.save(result)
    return result.getvalue()


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(SENTENCE, 0))


def _xmp(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(f"<x>{SENTENCE}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.pages[0].obj.Metadata = stream


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = AttachedFileSpec(pdf, SENTENCE.encode(), filename="note.txt")


def _described(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.Alt = String(SENTENCE)


def _annotated(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9])
    note.Contents = String(SENTENCE)
    pdf.pages[0].obj.Annots = Array([note])


def _docinfo(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = String(SENTENCE)


def _stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = pdf.make_indirect(pdf.make_stream(SENTENCE.encode("utf-16-be")))


PLANTED: Mapping[str, tuple[Hiding, bytes, str]] = {
    "text": (Hiding.TEXT, paper("Almindelige ord om vagten. " * 3 + SENTENCE), ""),
    "stream": (Hiding.STREAM, changed(_stream), ""),
    "docinfo": (Hiding.METADATA, changed(_docinfo), ""),
    "xmp": (Hiding.METADATA, changed(_xmp), ""),
    "bookmark": (Hiding.BOOKMARK, changed(_bookmark), ""),
    "attachment": (Hiding.ATTACHMENT, changed(_attach), ""),
    "alternative": (Hiding.ALTERNATIVE, changed(_described), ""),
    "annotation": (Hiding.ALTERNATIVE, changed(_annotated), ""),
    "file name": (
        Hiding.FILE_NAME,
        paper("Intet."),
        "2026_carla-er-sygemeldt-med-stress-frem-til-maj.pdf",
    ),
}


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_leak_is_found_by_the_check_for_its_place_and_by_no_other(kind: str) -> None:
    hiding, content, name = PLANTED[kind]
    assert leaks(content, name, SECRETS) == (Leak(hiding, "punkt 4"),)


@pytest.mark.parametrize("kind", PLANTED)
def test_without_its_check_the_leak_would_get_through(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hiding, content, name = PLANTED[kind]
    whole = pdf_reading.texts

    def blind(content: bytes, file_name: str = "") -> Mapping[Hiding, str]:
        return {at: text for at, text in whole(content, file_name).items() if at is not hiding}

    monkeypatch.setattr(leak_check, "texts", blind)
    assert leaks(content, name, SECRETS) == ()


def test_a_clean_paper_has_no_leaks() -> None:
    assert leaks(paper("Ny loftlift: oplæring torsdag."), "referat.pdf", SECRETS) == ()


@pytest.mark.parametrize(
    "written",
    [
        "Carla er syge\u00admeldt med\nstress   frem til maj.",
        "CARLA ER SYGEMELDT – MED STRESS, FREM TIL MAJ",
        "Carla er sygemeldt med stress frem til maj",
    ],
)
def test_hyphens_capitals_and_spaces_hide_nothing(written: str) -> None:
    assert Leak(Hiding.TEXT, "punkt 4") in leaks(paper(written), "", SECRETS)


def test_a_sentence_that_a_line_or_a_page_breaks_is_found() -> None:
    long = "Ganske almindelige ord om vagtplanen. " * 3
    texts = [long] * 40
    for place in range(30, 40):
        texts[place] = long + SENTENCE
    assert Leak(Hiding.TEXT, "punkt 4") in leaks(paper(*texts), "", SECRETS)


def test_ligatures_are_taken_apart() -> None:
    secrets = Secrets((Secret("fin effekt af kaffe", "punkt 2"),))
    assert leaks(paper("En \ufb01n e\ufb00ekt af ka\ufb00e."), "", secrets)


@pytest.mark.parametrize(
    "written", ["010190-1234", "0101901234", "010190 1234", "01 01 90-1234", "010190-\n1234"]
)
def test_a_number_is_found_however_it_is_split(written: str) -> None:
    secrets = Secrets((Secret("0101\n90-1234", "punkt 5", Look.NUMBER),))
    assert leaks(paper(f"Nr. {written} i alt"), "", secrets)
    assert leaks(paper("Nr. 1010190-12345 i alt"), "", secrets) == ()


def test_a_cpr_number_nobody_knew_of_is_found_unless_it_is_allowed() -> None:
    content = paper("Født 010190-1234.")
    assert Leak(Hiding.TEXT, "referatet") in leaks(content, "", Secrets(anywhere="referatet"))
    assert leaks(content, "", Secrets(anywhere="x", allowed=frozenset({"0101901234"}))) == ()


def test_a_name_is_found_as_a_word_and_not_inside_another() -> None:
    secrets = Secrets((Secret("Bo Olsen", "punkt 1", Look.NAME), Secret("Anna", "2", Look.NAME)))
    assert leaks(paper("Annas vagt, Bo\nOlsen"), "", secrets)
    assert leaks(paper("Annalise og Bo"), "", secrets) == ()


def test_one_leaking_file_deletes_all_of_them_and_tells_the_point_alone(tmp_path: Path) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    files[0].write_bytes(paper("Intet."))
    files[1].write_bytes(paper(SENTENCE))
    with pytest.raises(Leaked) as caught:
        refuse_leaking_files(files, SECRETS)
    assert not any(file.exists() for file in files)
    assert caught.value.values == {"where": "punkt 4"}
    assert "Carla" not in str(caught.value)


def test_clean_files_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(paper("Intet."))
    refuse_leaking_files([file], SECRETS)
    assert file.exists()


def test_all_papers_of_a_bundle_are_searched() -> None:
    papers = tuple(
        Document(key=str(at), title="Referat", language="da", blocks=(Text(text=text),))
        for at, text in enumerate(("Intet.", SENTENCE))
    )
    content = render(Bundle(title="Referater", language="da", documents=papers))
    assert leaks(content, "", SECRETS)
