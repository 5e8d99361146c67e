"""A paper ready to be looked at: its file, its text, and how many pages it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.pdf import render_pages
from bpa_desktop.documents.plain import plain
from bpa_desktop.documents.preview import page_png
from bpa_desktop.i18n import speaking

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Bundle


_UNSAFE: Final = re.compile(r"[^\w .,-]+")


@dataclass(frozen=True, kw_only=True)
class PaperView:
    """The finished PDF, the same content as readable text, and the number of pages.

    ``may_leave`` tells whether it may be written for another program to open.
    """

    title: str
    content: bytes
    text: str
    pages: int
    may_leave: bool = True

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
    return PaperView(title=bundle.title, content=made.content, text=text, pages=made.pages)
