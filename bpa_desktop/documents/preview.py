"""A finished PDF as pictures of its pages, for the screen."""

from __future__ import annotations

import io
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONE_AT_A_TIME: Final = Lock()
"""pdfium must not be called by two threads at once."""
_FAST: Final = 1


@contextmanager
def _opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


def page_count(content: bytes) -> int:
    """How many pages the PDF has."""
    with _opened(content) as document:
        return len(document)


def page_png(content: bytes, page: int, width: int) -> bytes:
    """Page ``page``, counted from 1, as a PNG ``width`` pixels wide.

    Raises IndexError if there is no such page, ValueError if ``width`` is not above 0.
    """
    if width <= 0:
        raise ValueError("a picture is wider than nothing")
    with _opened(content) as document:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        sheet = document[page - 1]
        bitmap = sheet.render(scale=width / sheet.get_width())
        picture = bitmap.to_pil()
        result = io.BytesIO()
        picture.save(result, "PNG", compress_level=_FAST)
    return result.getvalue()


class Spot(NamedTuple):
    """Where words stand: the page, from 1, and how far down, each from 0 (top) to 1 (bottom)."""

    page: int
    top: float
    bottom: float


def spots(content: bytes, words: str) -> tuple[Spot, ...]:
    """Every place where the pages say ``words``, in the order of the pages."""
    with _opened(content) as document:
        return tuple(
            spot
            for number, sheet in enumerate(document, start=1)
            for spot in _spots_on(sheet, number, words)
        )


def _spots_on(sheet: pypdfium2.PdfPage, number: int, words: str) -> Iterator[Spot]:
    text, height = sheet.get_textpage(), sheet.get_height()
    searcher = text.search(words, match_case=True)
    while (found := searcher.get_next()) is not None:
        first, count = found
        top = max(text.get_charbox(first)[3], text.get_charbox(first + count - 1)[3])
        bottom = min(text.get_charbox(first)[1], text.get_charbox(first + count - 1)[1])
        yield Spot(number, 1 - top / height, 1 - bottom / height)


def page_texts(content: bytes) -> str:
    """The words of every page in order; empty for a scan."""
    with _opened(content) as document:
        pages = [sheet.get_textpage().get_text_bounded().strip() for sheet in document]
    return "\n\n".join(text.replace("\r\n", "\n") for text in pages if text)


def all_page_texts(content: bytes) -> str:
    """Every letter that the pages hold, also what lies outside the paper or cannot be seen."""
    with _opened(content) as document:
        pages = [sheet.get_textpage().get_text_range() for sheet in document]
    return "\n".join(pages)
