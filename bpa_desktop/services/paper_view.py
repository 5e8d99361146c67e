"""A paper ready to be looked at: its file, its text, and how many pages it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.model import Note
from bpa_desktop.documents.pdf import render_pages
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.preview import page_png, spots
from bpa_desktop.i18n import speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Bundle
    from bpa_desktop.documents.preview import Spot


_UNSAFE: Final = re.compile(r"[^\w .,-]+")


class LeftOut(NamedTuple):
    """A point that is left out, by its number, and where the paper says so."""

    number: int
    spot: Spot


@dataclass(frozen=True, kw_only=True)
class PaperView:
    """The finished PDF, the same content as readable text, and the number of pages.

    ``may_leave`` tells whether it may be written for another program to open. ``left_out`` is
    known to the screen alone: nothing of it stands in the file.
    """

    title: str
    content: bytes
    text: str
    pages: int
    may_leave: bool = True
    left_out: tuple[LeftOut, ...] = ()

    @property
    def file_stem(self) -> str:
        """The title as the name of a file, without an ending."""
        return _UNSAFE.sub("-", self.title).strip(" .")

    def picture(self, page: int, width: int) -> bytes:
        """Page ``page``, from 1, as a PNG of that many pixels' width."""
        return page_png(self.content, page, width)


def view(bundle: Bundle) -> PaperView:
    """Make ``bundle`` into what can be looked at; needs nothing else, so it may run on a thread."""
    made = render_pages(bundle)
    with speaking(bundle.language):
        text = plain(bundle, made.first_pages)
    return PaperView(
        title=bundle.title,
        content=made.content,
        text=text,
        pages=made.pages,
        left_out=tuple(_left_out(bundle, made.content)),
    )


def _left_out(bundle: Bundle, content: bytes) -> Iterator[LeftOut]:
    """What stands in place of left-out points, as the finished file says it, in its order."""
    blocks = [block for document in bundle.documents for block in document.blocks]
    told = {one.text: one.left_out for one in blocks if isinstance(one, Note) and one.left_out}
    found = [
        LeftOut(number, spot) for text, number in told.items() for spot in spots(content, text)
    ]
    yield from sorted(found, key=lambda one: one.spot)
