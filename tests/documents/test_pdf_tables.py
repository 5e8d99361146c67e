from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import (
    Align,
    Column,
    Heading,
    Line,
    PageRef,
    Style,
    Table,
    Text,
    as_bundle,
)
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.pdf_cells import line_width
from bpa_desktop.documents.pdf_flow import Flow
from bpa_desktop.documents.pdf_press import Press
from bpa_desktop.documents.pdf_tables import table
from tests.documents.papers import calendar, columns, elements, failures, opened, paper, tags, texts

if TYPE_CHECKING:
    from bpa_desktop.documents.model import (
        Document,
    )
    from bpa_desktop.documents.pdf_tables import LaidTable

WORDS = st.text(alphabet="aæøW1\u00ad-– \n\u0416", max_size=40)
CELLS = st.one_of(
    WORDS,
    st.none(),
    st.builds(lambda text, aside: Line(text=text, aside=aside, style=Style.STRONG), WORDS, WORDS),
    st.tuples(WORDS, WORDS),
)


def laid(block: Table, *, landscape: bool = False) -> LaidTable:
    made = paper(block, landscape=landscape)
    return table(Flow(Press(as_bundle(made)), made), block)


def wide(count: int) -> tuple[Column, ...]:
    return tuple(
        Column(title=f"Kolonne {n}", weight=n % 3, align=list(Align)[n % 2]) for n in range(count)
    )


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4), st.booleans())
@settings(deadline=None, max_examples=60)
def test_no_text_leaves_its_column(rows: list[tuple[object, ...]], is_calendar: bool) -> None:  # noqa: FBT001
    block = Table(columns=wide(3), rows=tuple(rows), is_calendar=is_calendar)  # type: ignore[arg-type]
    made = laid(block)
    assert made.places[0].left >= style.MARGIN
    assert made.places[-1].right <= style.A4[0] - style.MARGIN + 0.1
    for place, following in zip(made.places, made.places[1:], strict=False):
        assert place.right < following.left
    for row in made.all_rows():
        for place, lines in zip(made.places, row.cells, strict=True):
            assert all(line_width(line) <= place.right - place.left + 0.02 for line in lines)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4))
@settings(deadline=None, max_examples=25)
def test_every_cell_passes_and_is_written(rows: list[tuple[object, ...]]) -> None:
    block = Table(columns=wide(3), rows=tuple(rows))  # type: ignore[arg-type]
    assert failures(render(paper(block))) == []


def test_ten_narrow_columns_of_long_words_lose_nothing() -> None:
    word = "Arbejdsmiljøorganisationsrepræsentant"
    block = Table(columns=tuple(Column(title=word) for _ in range(10)), rows=((word,) * 10,))
    made = laid(block)
    found = "".join("".join(words for _ink, words in line) for line in made.rows[0].cells[3])
    assert found.replace("\x1f", "") == f"{word} "
    assert failures(render(paper(block))) == []


def test_a_wrapped_cell_is_read_as_one_text() -> None:
    words = "Vikar fundet efter en time. Naboen hjalp til klokken ni. " * 3
    block = Table(columns=columns("Dag", "Forklaring", "Mere"), rows=(("mandag", words, words),))
    with opened(render(paper(block))) as pdf:
        cells = [element for element in elements(pdf) if element.S == "/TD"]
        stream = pdf.pages[0].Contents.read_bytes().decode("ascii")
    assert len(cells) == 2
    for cell in cells:
        marked = re.search(rf"/TD<</MCID {int(cell.K)}>>BDC(.*?)EMC", stream, re.DOTALL)
        assert marked
        shown = "".join(re.findall(r"\(((?:[^()\\]|\\.)*)\)Tj", marked[1]))
        assert shown == words


def test_titles_are_headers_of_their_columns_and_rows() -> None:
    block = Table(
        columns=columns("Dag", "Timer"),
        rows=(("mandag", "7"), ("tirsdag", "")),
        totals=("I alt", "7"),
        summary="Timer pr. dag",
    )
    content = render(paper(block))
    with opened(content) as pdf:
        scopes = [str(element.A.Scope) for element in elements(pdf) if element.S == "/TH"]
        (whole,) = [element for element in elements(pdf) if element.S == "/Table"]
        assert str(whole.A.Summary) == "Timer pr. dag"
    assert scopes == ["/Column", "/Column", "/Row", "/Row", "/Row"]
    assert tags(content)["/TR"] == 4
    assert tags(content)["/TD"] == 3, "an empty cell is a cell"


def test_titles_repeat_on_each_page_as_artifacts() -> None:
    rows = tuple((f"dag {number}", "7") for number in range(100))
    content = render(paper(Table(columns=columns("Dagen", "Timerne"), rows=rows)))
    pages = texts(content)
    assert len(pages) > 2
    assert all("Dagen Timerne" in text for text in pages)
    assert tags(content)["/TR"] == 101
    assert tags(content)["/TH"] == 102


@pytest.mark.parametrize("lines", [1, 2, 3, 7, 20])
def test_no_row_is_split(lines: int) -> None:
    rows = tuple(
        (f"række {number}", tuple(f"del {number}.{part}." for part in range(lines)))
        for number in range(40)
    )
    pages = texts(render(paper(Table(columns=columns("Række", "Dele"), rows=rows))))
    for number in range(40):
        holders = [text for text in pages if f"række {number} " in text]
        assert len(holders) == 1
        assert all(f"del {number}.{part}." in holders[0] for part in range(lines))


def test_a_row_higher_than_a_page_goes_on_in_the_same_cell() -> None:
    high = tuple(f"linje {number}." for number in range(150))
    rows = (("før", "kort"), ("høj", high), ("efter", "kort"))
    content = render(paper(Table(columns=columns("Navn", "Tekst"), rows=rows)))
    everything = " ".join(texts(content))
    assert failures(content) == []
    assert all(f"linje {number}." in everything for number in range(150))
    assert everything.index("linje 149.") < everything.index("efter")
    assert tags(content)["/TR"] == 4
    assert tags(content)["/TD"] == 3


@pytest.mark.parametrize("count", range(24, 34))
def test_the_totals_never_stand_alone(count: int) -> None:
    rows = tuple((f"række {number}", "7") for number in range(count))
    block = Table(columns=columns("Navn", "Timer"), rows=rows, totals=("I alt", "99"))
    pages = texts(render(paper(block)))
    assert f"række {count - 1} 7 I alt 99" in pages[-1]


@pytest.mark.parametrize("count", range(20, 34))
def test_a_short_table_stands_whole(count: int) -> None:
    lines = "\n".join(f"linje {number}." for number in range(count))
    rows = tuple((f"række {number}", "7") for number in range(6))
    block = Table(columns=columns("Navn", "Timer"), rows=rows)
    pages = texts(render(paper(Text(text=lines), Heading(text="Kort"), block)))
    (holder,) = [text for text in pages if "Kort" in text]
    assert "række 0 7" in holder
    assert "række 5 7" in holder


def test_a_month_is_written_as_large_as_its_sheet_allows() -> None:
    assert laid(calendar(), landscape=True).look is style.CALENDARS[0]
    crowded = Table(
        columns=calendar().columns,
        rows=tuple(
            tuple(
                cell if cell is None or isinstance(cell, Line) else (*cell, "07–15 EL", "15–23 DI")
                for cell in row
            )  # type: ignore[misc]
            for row in (*calendar().rows, calendar().rows[-2])
        ),
        is_calendar=True,
    )
    assert laid(crowded, landscape=True).look is style.CALENDARS[2]


def test_a_month_fits_one_lying_sheet() -> None:
    assert len(texts(render(paper(calendar(), landscape=True)))) == 1


def test_days_of_a_month_are_equally_wide() -> None:
    made = laid(calendar(), landscape=True)
    days = {round(place.right - place.left, 3) for place in made.places[1:]}
    assert len(days) == 1


def test_an_aside_stands_beside_or_below() -> None:
    def lines(weight: int) -> list[str]:
        cell = Line(text="2.", style=Style.STRONG, aside="Skærtorsdag")
        both = (Column(title="to", weight=weight), Column(title="rest", weight=20))
        first = laid(Table(columns=both, rows=((cell, ""),))).rows[0].cells[0]
        return ["".join(words for _ink, words in line) for line in first]

    assert lines(0) == ["2. Skærtorsdag "]
    assert lines(1) == ["2. ", "Skærtorsdag "]


def test_boxes_are_shaded_where_nothing_can_stand() -> None:
    def shaded(document: Document) -> int:
        with opened(render(document)) as pdf:
            stream = pdf.pages[0].Contents.read_bytes().decode("ascii")
        return stream.count(f"{style.SHADE} rg")

    assert shaded(paper(calendar(), landscape=True)) == 5
    assert shaded(paper(Table(columns=columns("Dag"), rows=((None,),)))) == 0


def test_a_reference_may_stand_in_the_totals() -> None:
    block = Table(
        columns=columns("Navn", "Side"),
        rows=(("a", "b"),),
        totals=("Se", PageRef(document_key="paper")),
    )
    assert "Se 1" in texts(render(paper(block)))[0]


def test_a_table_without_rows_shows_its_titles() -> None:
    content = render(paper(Table(columns=columns("Navn", "Timer"), rows=())))
    assert failures(content) == []
    assert "Navn Timer" in texts(content)[0]
