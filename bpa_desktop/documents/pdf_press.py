"""One PDF while it is made: its fonts, its sheets, and what is filled in when all are there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDocument,
    PDFObjectReference,
    PDFResourceDictionary,
)

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import Align
from bpa_desktop.documents.pdf_fonts import PAGE_MARK, Inks
from bpa_desktop.documents.pdf_page import Sheet, TaggedPage
from bpa_desktop.documents.pdf_tags import Raw, Tree, text_string
from bpa_desktop.i18n import _, speaking

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Bundle, Document, PageRef
    from bpa_desktop.documents.pdf_fonts import Ink
    from bpa_desktop.documents.pdf_tags import Element


@dataclass(frozen=True, kw_only=True)
class Bookmark:
    """A title to jump to: ``page`` counts from 0, ``y`` is its upper edge, in points."""

    title: str
    level: int
    page: int
    y: float


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """A text on ``sheet`` that waits for the page number of ``ref``; ``place`` is its operator.

    ``x`` is its left edge, or its right edge where it stands at the end of a column. ``link``
    is the structure element of the link it becomes, if it becomes one.
    """

    sheet: Sheet
    place: int
    ref: PageRef
    language: str
    ink: Ink
    x: float
    y: float
    text: str = PAGE_MARK
    align: Align = Align.START
    link: Element | None = None


class Press:
    """Collects the sheets of a bundle and puts them together."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.pdf = PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7))
        self.tree = Tree(self.pdf)
        self._resources = PDFResourceDictionary()
        self._resources.basicFonts()
        self.inks = Inks(self.pdf)
        self.sheets: list[Sheet] = []
        self.bookmarks: list[Bookmark] = []
        self.first_pages: dict[str, int] = {}
        self.awaited: list[Awaited] = []
        self.pictures: dict[str, bytes] = {}
        self._footers: list[tuple[Document, list[str]]] = []

    def new_sheet(self, document: Document, footer: list[str]) -> Sheet:
        """An empty sheet of ``document``, with the lines of its footer."""
        page = TaggedPage()
        ref = self.tree.register(page, f"Page{len(self.sheets) + 1}")
        size = style.A4[::-1] if document.landscape else style.A4
        sheet = Sheet(page, ref, size)
        self.first_pages.setdefault(document.key, len(self.sheets) + 1)
        self.sheets.append(sheet)
        self._footers.append((document, footer))
        return sheet

    def picture(self, data: bytes) -> str:
        """Take the picture in, once however often it is drawn; gives the name to draw it by."""
        for name, known in self.pictures.items():
            if known == data:
                return name
        name = f"Im{len(self.pictures) + 1}"
        self.pictures[name] = data
        return name

    def close(self) -> bytes:
        """Fill in what was not known before, and write the file, not yet compressed."""
        for sheet in self.sheets:
            self.tree.add_page(sheet.parents)
        for awaited in self.awaited:
            self._fill_in(awaited)
        for number, (sheet, (document, footer)) in enumerate(
            zip(self.sheets, self._footers, strict=True), start=1
        ):
            with speaking(document.language):
                place = _("Page {page} of {pages}").format(page=number, pages=len(self.sheets))
            self._draw_footer(sheet, footer, place)
            self._add_page(number, sheet)
        self.tree.close()
        return self.pdf.GetPDFData(None)

    def _fill_in(self, awaited: Awaited) -> None:
        number = str(self.first_pages[awaited.ref.document_key])
        ink = awaited.ink
        text = awaited.text.replace(PAGE_MARK, number)
        x = awaited.x - (ink.width(text) if awaited.align is Align.END else 0)
        awaited.sheet.text[awaited.place] = f"1 0 0 1 {x:.2f} {awaited.y:.2f} Tm {ink.shown(text)}"
        if awaited.link:
            self._link(awaited, awaited.link, x, ink.width(text))

    def _link(self, awaited: Awaited, element: Element, x: float, width: float) -> None:
        page = self.first_pages[awaited.ref.document_key]
        target = self._document(awaited.ref.document_key)
        with speaking(awaited.language):
            said = _("{title}, page {page}").format(title=target.title, page=page)
        low, high = awaited.y - awaited.ink.look.size * 0.3, awaited.y + awaited.ink.look.size
        link = Raw(
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Contents{text_string(said)}"
            f"/Rect[{x:.2f} {low:.2f} {x + width:.2f} {high:.2f}]"
            f"/Dest[{self.sheets[page - 1].ref} 0 R/XYZ null null null]"
            f"/StructParent {self.tree.add_annotation(element)}>>"
        )
        number = self.tree.register(link)
        element.add_object(number, awaited.sheet.ref)
        awaited.sheet.links.append(number)

    def _document(self, key: str) -> Document:
        return next(document for document in self.bundle.documents if document.key == key)

    def _draw_footer(self, sheet: Sheet, lines: list[str], place: str) -> None:
        ink = self.inks[style.FOOTER]
        left, right = style.MARGIN, sheet.width - style.MARGIN
        top = style.FOOTER_BASELINE + (len(lines) - 1) * style.FOOTER.leading
        sheet.rule(left, right, top + style.FOOTER_RULE, style.FOOTER_LINE)
        for number, line in enumerate(lines):
            sheet.artifact(
                "Footer", ((ink, f"{line} "),), left, top - number * style.FOOTER.leading
            )
        sheet.artifact("Footer", ((ink, place),), right - ink.width(place), top)

    def _add_page(self, number: int, sheet: Sheet) -> None:
        page = sheet.page
        page.MediaBox = PDFArray([0, 0, sheet.width, sheet.height])
        page.StructParents = number - 1
        page.Tabs = "/S"
        page.Annots = [PDFObjectReference(f"R{link}") for link in sheet.links]
        page.Resources = self._resources
        page.setStream(sheet.stream())
        sheet.text.clear()
        self.pdf.addPage(page)
