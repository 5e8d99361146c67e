"""Where the next block of a document goes: down the sheet, and on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import Align
from bpa_desktop.documents.pdf_press import Awaited, Bookmark
from bpa_desktop.documents.pdf_tags import one_line, text_string
from bpa_desktop.documents.pdf_wrap import wrap

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document, PageRef
    from bpa_desktop.documents.pdf_fonts import Ink
    from bpa_desktop.documents.pdf_page import Sheet
    from bpa_desktop.documents.pdf_press import Press
    from bpa_desktop.documents.pdf_style import Look
    from bpa_desktop.documents.pdf_tags import Element

_NUMBERS: Final = "00000 000 00000 00"
"""The room that is kept free for the page numbers in the footer."""
_HAIR: Final = 0.01


class Flow:
    """Fills the sheets of one document from the top down; all measures in points.

    ``y`` is the upper edge of the room that is left, measured from the foot of the sheet.
    ``list_look`` is how tables look that are no month and no poster.
    """

    def __init__(self, press: Press, document: Document) -> None:
        self.press = press
        self.document = document
        self.part = press.tree.element("Part", press.tree.top, self._attributes())
        self.left = style.MARGIN
        self.width = style.A4[1 if document.landscape else 0] - 2 * style.MARGIN
        small = self.ink(style.FOOTER)
        self._footer = self.lines(small.clean(document.footer_left), small, small.width(_NUMBERS))
        self._running_title = self.lines(small.clean(document.title), small)
        self._bottom = style.FOOTER_BASELINE + style.FOOTER_RULE + style.FOOTER_GAP
        self._bottom += (len(self._footer) - 1) * style.FOOTER.leading
        self._top = style.A4[0 if document.landscape else 1] - style.TOP
        self.sheet: Sheet = press.new_sheet(document, self._footer)
        self.y = self._top
        self._top -= (len(self._running_title) - 1) * style.FOOTER.leading
        self.is_at_top = True
        self.list_look = style.LIST

    def _attributes(self) -> str:
        language = self.document.language
        differs = language != self.press.bundle.language
        return f"/T{text_string(self.document.title)}" + (f"/Lang({language})" if differs else "")

    @property
    def room(self) -> float:
        """The height that is left on this sheet."""
        return self.y - self._bottom + _HAIR

    @property
    def whole(self) -> float:
        """The height of an empty sheet, after the first."""
        return self._top - self._bottom

    def ink(self, look: Look) -> Ink:
        """The ink of ``look`` in this PDF."""
        return self.press.inks[look]

    def lines(self, cleaned: str, ink: Ink, less: float = 0.0) -> list[str]:
        """A text broken into lines as wide as the sheet allows, less ``less``."""
        return wrap(cleaned, ink.widths, (self.width - less) * ink.per_point)

    def gap(self, height: float) -> None:
        """Leave ``height`` empty; nothing at the top of a sheet."""
        if not self.is_at_top:
            self.y -= height

    def need(self, height: float) -> None:
        """Go on to the next sheet unless ``height`` is left on this one, or it is empty."""
        if height > self.room and not self.is_at_top:
            self.turn()

    def turn(self) -> None:
        """Go on to the next sheet, with the document's title small at its top."""
        self.sheet = self.press.new_sheet(self.document, self._footer)
        y = self.sheet.height - style.RUNNING_TITLE_BASELINE
        for line in self._running_title:
            self.sheet.artifact("Header", ((self.ink(style.FOOTER), line),), self.left, y)
            y -= style.FOOTER.leading
        self.y = self._top
        self.is_at_top = True

    def fill(self, height: float) -> None:
        """Take ``height`` of the room that is left."""
        self.y -= height
        self.is_at_top = False

    def write_awaited(
        self,
        ref: PageRef,
        ink: Ink,
        x: float,
        y: float,
        *,
        text: str,
        align: Align = Align.START,
        link: Element | None = None,
    ) -> None:
        """Write a text that waits for a page number; ``link`` makes it lead to that page."""
        self.sheet.use(ink)
        place = len(self.sheet.text)
        self.sheet.text.append("")
        self.press.awaited.append(
            Awaited(
                sheet=self.sheet,
                place=place,
                ref=ref,
                language=self.document.language,
                ink=ink,
                x=x,
                y=y,
                text=text,
                align=align,
                link=link,
            )
        )

    def bookmark(self, title: str, level: int) -> None:
        """Let a reader jump to what comes next; ``level`` 1 is the document itself."""
        page = len(self.press.sheets) - 1
        self.press.bookmarks.append(
            Bookmark(title=one_line(title), level=level, page=page, y=self.y)
        )
