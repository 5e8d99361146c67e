"""A finished PDF as pictures of its pages, for the screen."""

from __future__ import annotations

import io
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

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
