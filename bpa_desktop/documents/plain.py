"""A document as plain text, to be read aloud beside the picture of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.documents.model import (
    Bullets,
    Chart,
    Facts,
    Heading,
    Line,
    Meter,
    Note,
    PageRef,
    Picture,
    Table,
    Text,
    as_bundle,
)
from bpa_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.documents.model import (
        Bundle,
        Cell,
        Document,
    )

    Pages = Mapping[str, int]

_NO_PAGES: Final[Pages] = {}
_SOFT_HYPHEN: Final = "\u00ad"


def plain(paper: Bundle | Document, first_pages: Pages = _NO_PAGES) -> str:
    """``paper`` as text: one line per paragraph and table row, a blank line between blocks.

    A table row names each value by its column, so that it is understood without the grid.
    ``first_pages`` tells on which page each document begins, as the renderer found it; without
    it a page reference is left out.
    """
    parts = [
        "\n".join(lines)
        for document in as_bundle(paper).documents
        for lines in _blocks(document, first_pages)
        if lines
    ]
    return "\n\n".join(parts).replace(_SOFT_HYPHEN, "") + "\n"


def _blocks(document: Document, pages: Pages) -> Iterator[list[str]]:
    yield [text for text in (document.recipient, document.title, document.subtitle) if text]
    for block in document.blocks:
        yield _WRITERS[type(block)](block, pages)


def _heading(block: Heading | Meter | Chart, _pages: Pages) -> list[str]:
    return [block.text]


def _picture(block: Picture, _pages: Pages) -> list[str]:
    return [_("Picture: {words}").format(words=block.text)]


def _text(block: Text | Note, pages: Pages) -> list[str]:
    if not block.page:
        return [block.text]
    page = pages.get(block.page.document_key, "–")
    return [block.text.replace("{page}", str(page))]


def _facts(block: Facts, pages: Pages) -> list[str]:
    return [f"{label}: {_cell(value, pages)}" for label, value in block.pairs]


def _bullets(block: Bullets, _pages: Pages) -> list[str]:
    return [f"• {item}" for item in block.items]


def _table(block: Table, pages: Pages) -> list[str]:
    titles = [column.title for column in block.columns]
    rows = [_row(titles, row, pages) for row in block.all_rows()]
    return [block.summary, *rows] if block.summary else rows


def _row(titles: list[str], row: tuple[Cell, ...], pages: Pages) -> str:
    said = [(title, _cell(cell, pages)) for title, cell in zip(titles, row, strict=True)]
    return "; ".join(f"{title}: {words}" for title, words in said if words)


def _cell(cell: Cell, pages: Pages) -> str:
    if cell is None:
        return ""
    if isinstance(cell, PageRef):
        return str(pages.get(cell.document_key, ""))
    if isinstance(cell, Line):
        return f"{cell.text} {cell.aside}".strip()
    if isinstance(cell, tuple):
        return ", ".join(_cell(part, pages) for part in cell)
    return " ".join(cell.split())


_WRITERS: Final[Mapping[type, Callable[[Any, Pages], list[str]]]] = {
    Bullets: _bullets,
    Chart: _heading,
    Facts: _facts,
    Heading: _heading,
    Meter: _heading,
    Note: _text,
    Picture: _picture,
    Table: _table,
    Text: _text,
}
