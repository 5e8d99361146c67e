from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

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
    Table,
    Text,
)
from bpa_desktop.documents.pdf import render, render_pages
from tests.documents import papers
from tests.documents.papers import columns, elements, failures, opened, paper, tags, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"'}
ALONE = {
    "overview": papers.overview,
    "month": papers.month,
    "month upright": lambda: papers.month(landscape=False),
    "absences": papers.absences,
    "long title": papers.long_title,
    "english": papers.english,
    "empty": paper,
    "strangers": lambda: paper(Text(text=f"日本 \U0001f60a {papers.NAMES} {''.join(_letters())}")),
}


def _letters() -> Iterator[str]:
    """More letters than one subset of a font holds; each drawn as itself."""
    taken_apart = "\u00ad\u0149"
    for codes in (range(0xA1, 0x180), range(0x391, 0x3A2), range(0x410, 0x450)):
        yield from (chr(code) for code in codes if chr(code) not in taken_apart)


@pytest.fixture(scope="module")
def package() -> bytes:
    return render(papers.package())


def test_a_package_passes_both_profiles(package: bytes) -> None:
    assert failures(package) == []


@pytest.mark.parametrize("name", ALONE)
def test_a_paper_passes_both_profiles(name: str) -> None:
    assert failures(render(ALONE[name]())) == []


def test_a_package_says_what_it_is(package: bytes) -> None:
    with opened(package) as pdf:
        assert dict(pdf.docinfo) == {
            "/Title": "Dokumentation til revisitation",
            "/Author": "BPA Desktop",
            "/Creator": "BPA Desktop",
            "/Producer": "BPA Desktop",
        }
        assert str(pdf.Root.Lang) == "da"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert pdf.Root.MarkInfo.Marked is True
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Dokumentation til revisitation"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata.pdfa_status == "2A"
            assert not [key for key in metadata if "Date" in key]


def test_words_with_meaning_to_a_file_stay_words() -> None:
    title = "A & <B> (C) \\ “D” æøå"
    content = render(paper(Heading(text=title), title=title))
    assert failures(content) == []
    with opened(content) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo.Title) == title
    assert texts(content)[0].count(title) == 2


def test_titles_are_said_without_marks_that_are_not_seen() -> None:
    title = "Arbejds\u00adplads\nvurdering\x00"
    content = render(paper(Heading(text=title), title=title))
    assert failures(content) == []
    with opened(content) as pdf, pdf.open_outline() as outline:
        assert str(pdf.docinfo.Title) == "Arbejdsplads vurdering"
        assert (
            outline.root[0].title == outline.root[0].children[0].title == "Arbejdsplads vurdering"
        )


def test_the_same_paper_gives_the_same_bytes(package: bytes) -> None:
    assert render(papers.package()) == package


def test_another_process_gives_the_same_bytes(package: bytes, tmp_path: Path) -> None:
    target = tmp_path / "package.pdf"
    code = (
        "import sys, pathlib; from tests.documents import papers; "
        "from bpa_desktop.documents.pdf import render; "
        "pathlib.Path(sys.argv[1]).write_bytes(render(papers.package()))"
    )
    root = Path(__file__).parents[2]
    surroundings = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", code, str(target)]
    subprocess.run(command, check=True, cwd=root, env=surroundings)
    assert target.read_bytes() == package


def test_everything_painted_is_marked(package: bytes) -> None:
    with opened(package) as pdf:
        counts = [_painted(sheet) for sheet in pdf.pages]
    assert all(marked > 0 for marked, _ in counts)
    assert sum(unmarked for _, unmarked in counts) == 0


def _painted(sheet: pikepdf.Page) -> tuple[int, int]:
    depth, found = 0, [0, 0]
    for instruction in pikepdf.parse_content_stream(sheet):
        operator = str(instruction.operator)
        depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
        if operator in PAINTING:
            found[depth == 0] += 1
    assert depth == 0
    return found[0], found[1]


def test_every_marked_content_leads_to_its_element_and_back(package: bytes) -> None:
    with opened(package) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for sheet in pdf.pages:
            found = list(_marks(sheet))
            assert found == list(range(len(found)))
            owners = parents[int(sheet.obj.StructParents)]
            assert len(owners) == len(found)
            assert all(number in _kids(owners[number], sheet.obj) for number in found)


def _marks(sheet: pikepdf.Page) -> Iterator[int]:
    for instruction in pikepdf.parse_content_stream(sheet):
        if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]:
            yield int(instruction.operands[1].MCID)


def _kids(element: pikepdf.Object, sheet: pikepdf.Object) -> list[int]:
    kids = list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]
    here = [int(kid) for kid in kids if isinstance(kid, int) and element.Pg == sheet]
    marked = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid]
    return [*here, *(int(kid.MCID) for kid in marked if kid.Pg == sheet)]


def test_fonts_are_embedded_and_lead_back_to_letters(package: bytes) -> None:
    with opened(package) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert {str(font.BaseFont).split("+")[1] for font in fonts} == {
            "Inter-Regular",
            "Inter-SemiBold",
            "Inter-Bold",
        }
        for font in fonts:
            assert "/FontFile2" in font.FontDescriptor
            character_map = font.ToUnicode.read_bytes()
            assert b"<0000>\n" not in character_map
            assert b"<00E6>" in character_map or "Bold" in str(font.BaseFont)


def test_a_font_with_many_letters_stays_whole() -> None:
    letters = "".join(_letters())
    found = texts(render(paper(Text(text=letters))))[0].replace(" ", "")
    assert letters in found


def test_pages_are_counted_over_the_whole_package(package: bytes) -> None:
    pages = texts(package)
    for number, text in enumerate(pages[:-1], start=1):
        assert f"Side {number} af {len(pages)}" in text
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_a_paper_alone_counts_itself() -> None:
    rendered = render_pages(papers.absences())
    assert rendered.pages > 5
    assert rendered.first_pages == {"absence": 1}
    assert f"Side 2 af {rendered.pages}" in texts(rendered.content)[1]


def test_first_pages_are_where_the_papers_begin() -> None:
    made = papers.package()
    rendered = render_pages(made)
    pages = texts(rendered.content)
    assert len(pages) == rendered.pages
    for document in made.documents:
        assert document.title in pages[rendered.first_pages[document.key] - 1]


def test_bookmarks_name_each_paper_and_its_headings() -> None:
    made = papers.package()
    rendered = render_pages(made)
    with opened(rendered.content) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [paper.title for paper in made.documents]
        overview = outline.root[1]
        assert [item.title for item in overview.children] == ["Timer, måned for måned"]
        assert [item.title for item in overview.children[0].children] == ["Mere"]
        target = overview.destination[0]
        assert pdf.pages.index(pikepdf.Page(target)) + 1 == rendered.first_pages["overview"]


def test_a_page_reference_is_a_number_and_a_link() -> None:
    rendered = render_pages(papers.package())
    absence = rendered.first_pages["absence"]
    assert f"Fraværsoversigt {absence} Vedlagt" in texts(rendered.content)[0]
    with opened(rendered.content) as pdf:
        first, second = pdf.pages[0].obj.Annots
        assert second.Dest[0] == pdf.pages[absence - 1].obj
        assert str(second.Contents) == f"Fraværsoversigt, side {absence}"
        left, low, right, high = map(float, second.Rect)
        assert 0 < right - left < 20
        assert 0 < high - low < 20
        assert float(first.Rect[2]) == pytest.approx(right), "numbers end under each other"
        assert tags(rendered.content)["/Link"] == 2


def test_a_note_may_name_a_page() -> None:
    rendered = render_pages(papers.package())
    assert f"står på side {rendered.first_pages['en']}." in texts(rendered.content)[0]


def test_braces_are_only_a_page_where_one_is_given() -> None:
    assert "skriv {page} her" in texts(render(paper(Text(text="skriv {page} her"))))[0]


def test_a_page_number_stands_at_the_start_too() -> None:
    ref = PageRef(document_key="paper")
    table = Table(columns=(Column(title="Side"), Column(title="Navn")), rows=((ref, "Selv"),))
    content = render(paper(table))
    assert "1 Selv" in texts(content)[0]
    with opened(content) as pdf:
        assert float(pdf.pages[0].obj.Annots[0].Rect[0]) == pytest.approx(56.7)


def test_tags_tell_what_each_piece_is(package: bytes) -> None:
    found = tags(package)
    made = papers.package()
    assert found["/Document"] == 1
    assert found["/Part"] == found["/H1"] == len(made.documents)
    assert found["/H2"] == sum(
        isinstance(block, Heading) and block.level == 2
        for paper in made.documents
        for block in paper.blocks
    )
    assert found["/H3"] == 1
    assert found["/Table"] == 4
    assert found["/L"] == 2
    assert found["/LI"] == found["/Lbl"] == found["/LBody"] == 4
    assert found["/Figure"] == 1


def test_a_meter_says_its_words() -> None:
    with opened(render(papers.overview())) as pdf:
        (figure,) = [element for element in elements(pdf) if element.S == "/Figure"]
        assert str(figure.Alt) == "2.121 af 2.135 timer er brugt."
        left, low, right, high = map(float, figure.A.BBox)
        assert right - left > 400
        assert high - low == pytest.approx(10)


def test_a_paper_in_another_language_says_so(package: bytes) -> None:
    with opened(package) as pdf:
        spoken = [
            str(element.get("/Lang", "")) for element in elements(pdf) if element.S == "/Part"
        ]
    assert spoken == ["", "", "", "", "", "en"]


def test_a_landscape_paper_lies_down() -> None:
    with (
        opened(render(papers.month())) as lying,
        opened(render(papers.month(landscape=False))) as standing,
    ):
        assert list(map(float, lying.pages[0].mediabox)) == [0, 0, 841.89, 595.276]
        assert list(map(float, standing.pages[0].mediabox)) == [0, 0, 595.276, 841.89]


def test_wrapped_lines_keep_their_words_apart() -> None:
    long_text = "Alle er instrueret i den nye loftlift, og vi øver det igen. " * 5
    content = render(paper(Text(text=long_text), Note(text=long_text), Bullets(items=(long_text,))))
    assert texts(content)[0].count(long_text.strip()) == 3


def test_a_line_break_begins_a_new_line() -> None:
    content = render(
        paper(Text(text="1. Ny loftlift\nAlle er instrueret."), Facts(pairs=(("A", "b\nc"),)))
    )
    assert "1. Ny loftlift Alle er instrueret." in texts(content)[0]
    assert "b c" in texts(content)[0]


def test_a_long_text_goes_on_over_pages_as_one_paragraph() -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    content = render(paper(Text(text=words)))
    pages = texts(content)
    assert len(pages) > 1
    assert all(f"ord{number}" in " ".join(pages).split() for number in range(3000))
    assert tags(content)["/P"] == 1


@pytest.mark.parametrize("count", range(36, 52))
def test_a_paragraph_leaves_no_line_alone(count: int) -> None:
    lines = "\n".join(f"linje {number}." for number in range(count))
    pages = texts(render(paper(Text(text=lines))))
    assert all(text.count("linje") >= 2 for text in pages)
    assert sum(text.count("linje") for text in pages) == count


@pytest.mark.parametrize("count", range(30, 48))
def test_a_heading_goes_with_what_follows(count: int) -> None:
    lines = "\n".join(f"linje {number}." for number in range(count))
    table = Table(columns=columns("Dag", "Timer"), rows=(("mandag", "7"), ("tirsdag", "8")))
    pages = texts(render(paper(Text(text=lines), Heading(text="Overskrift"), table)))
    (holder,) = [text for text in pages if "Overskrift" in text]
    assert "mandag" in holder
    assert "tirsdag" in holder


@pytest.mark.parametrize("count", range(24, 48))
def test_a_list_stands_together_under_its_heading(count: int) -> None:
    lines = "\n".join(f"linje {number}." for number in range(count))
    points = Bullets(items=tuple(f"punkt {number}." for number in range(9)))
    pages = texts(render(paper(Text(text=lines), Heading(text="Overskrift"), points)))
    (holder,) = [text for text in pages if "Overskrift" in text]
    assert holder.count("punkt") == 9


def test_a_list_longer_than_a_page_is_written_whole() -> None:
    points = Bullets(items=tuple(f"punkt {number}." for number in range(200)))
    pages = texts(render(paper(Text(text="Først."), Heading(text="Overskrift"), points)))
    assert sum(text.count("punkt") for text in pages) == 200


def test_later_pages_repeat_the_title_as_an_artifact() -> None:
    content = render(papers.absences())
    pages = texts(content)
    assert all(text.startswith("Fraværsoversigt") for text in pages)
    assert tags(content)["/H1"] == 1


def test_a_long_note_goes_on_in_another_box() -> None:
    words = " ".join(f"ord{number}" for number in range(2000))
    pages = texts(render(paper(Note(text=words))))
    assert len(pages) > 1
    assert all(f"ord{number}" in " ".join(pages).split() for number in range(2000))


def test_an_empty_list_and_empty_texts_are_no_trouble() -> None:
    blank = paper(
        Facts(pairs=()), Bullets(items=()), Text(text=""), Note(text=""), Facts(pairs=(("A", ""),))
    )
    assert failures(render(blank)) == []


def test_facts_go_on_over_pages() -> None:
    pairs = tuple(
        (f"Felt {number}", Line(text=f"værdi {number} " * 30, aside="mere")) for number in range(40)
    )
    content = render(paper(Facts(pairs=pairs)))
    assert failures(content) == []
    everything = " ".join(texts(content))
    assert all(f"Felt {number} " in everything for number in range(40))
    assert everything.count("mere") == 40


def test_a_value_longer_than_a_page_is_written_whole() -> None:
    words = " ".join(f"ord{number}" for number in range(1500))
    content = render(paper(Facts(pairs=(("Felt", words), ("Næste", "værdi")))))
    everything = " ".join(texts(content)).split()
    assert all(f"ord{number}" in everything for number in range(1500))
    assert "Næste" in everything


@pytest.mark.parametrize("value", [0, 1, 50, 100, 900])
def test_a_meter_is_drawn_at_any_value(value: int) -> None:
    assert failures(render(paper(Meter(value=value, maximum=100, text="brugt")))) == []


def test_nothing_stands_outside_the_margins(package: bytes) -> None:
    document = pypdfium2.PdfDocument(package)
    for sheet in document:
        width, height = sheet.get_size()
        for left, low, right, high in _letter_boxes(sheet):
            assert left >= 56
            assert right <= width - 56
            assert low >= 20
            assert high <= height - 20
    document.close()


def _letter_boxes(sheet: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    text = sheet.get_textpage()
    for number in range(text.count_chars()):
        if text.get_text_range(number, 1).strip():
            yield text.get_charbox(number)


def test_a_file_is_small(package: bytes) -> None:
    with opened(package) as pdf:
        count = len(pdf.pages)
    assert b"/ObjStm" in package
    assert len(package) < 60_000 + count * 5_000


def test_render_takes_a_bundle_or_a_document() -> None:
    made = papers.english()
    bundle = Bundle(title=made.title, language="en", documents=(made,))
    assert isinstance(made, Document)
    assert render(made) == render(bundle)


def test_numbers_end_under_each_other() -> None:
    table = Table(
        columns=(Column(title="Navn", is_row_header=True), Column(title="Timer", align=Align.END)),
        rows=(("a", "1.111"), ("b", "8.888")),
    )
    with opened(render(paper(table))) as pdf:
        shown = [
            (str(instruction.operator), instruction.operands)
            for instruction in pikepdf.parse_content_stream(pdf.pages[0])
            if str(instruction.operator) in ("Tm", "Tj")
        ]
    begins = {
        str(text[0]): float(place[4])
        for (_tm, place), (_tj, text) in zip(shown[::2], shown[1::2], strict=True)
    }
    assert begins["1.111 "] == begins["8.888 "], "all digits are equally wide"
    assert begins["1.111 "] > 500
