"""Headings, paragraphs, facts, lists, notes and meters, laid out and drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import Line, Style
from bpa_desktop.documents.pdf_fonts import PAGE_MARK
from bpa_desktop.documents.pdf_tags import text_string

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Bullets, Facts, Heading, Meter, Note, PageRef, Text
    from bpa_desktop.documents.pdf_flow import Flow
    from bpa_desktop.documents.pdf_style import Look
    from bpa_desktop.documents.pdf_tags import Element

LOOKS: Final = {
    Style.BODY: style.BODY,
    Style.MUTED: style.BODY_MUTED,
    Style.STRONG: style.BODY_STRONG,
}
_KEPT_LINES: Final = 2
"""So many lines of a paragraph at least stand together on a sheet."""


class Laid(Protocol):
    """A block that knows its height and can be drawn."""

    @property
    def gap(self) -> float:
        """The white above it."""

    @property
    def lead(self) -> float:
        """The height that must stand on one sheet with what is above it."""

    @property
    def keeps(self) -> bool:
        """Whether it must not stand last on a sheet."""

    def draw(self, flow: Flow) -> None:
        """Draw the block from the top of the room that is left."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Lines of text under one tag; ``ref`` is the page number that a line waits for."""

    tag: str
    look: Look
    lines: list[str]
    gap: float
    ref: PageRef | None = None
    bookmark: tuple[str, int] | None = None
    indent: float = 0.0
    keeps: bool = False

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.look.leading

    @property
    def lead(self) -> float:
        """A heading stays whole; of other texts the first lines stay together."""
        return self.height if self.keeps else self.look.leading * min(3, len(self.lines))

    def draw(self, flow: Flow) -> None:
        """Draw the lines, on more than one sheet if need be."""
        if self.bookmark:
            flow.bookmark(*self.bookmark)
        self.draw_under(flow, flow.press.tree.element(self.tag, flow.part))

    def draw_under(self, flow: Flow, element: Element) -> None:
        """Draw the lines as the content of ``element``."""
        rest = self.lines
        while rest:
            count = self._count_that_fits(flow, len(rest))
            if not count:
                flow.turn()
                continue
            self._draw_lines(flow, element, rest[:count])
            rest = rest[count:]

    def _count_that_fits(self, flow: Flow, count: int) -> int:
        fits = int(flow.room / self.look.leading)
        if fits >= count:
            return count
        if flow.is_at_top:
            return max(1, fits)
        kept = min(fits, count - _KEPT_LINES)
        return kept if kept >= _KEPT_LINES else 0

    def _draw_lines(self, flow: Flow, element: Element, lines: list[str]) -> None:
        sheet, ink, x = flow.sheet, flow.ink(self.look), flow.left + self.indent
        sheet.text.append(element.mark(sheet))
        for line in lines:
            y = flow.y - self.look.baseline
            if self.ref and PAGE_MARK in line:
                flow.write_awaited(self.ref, ink, x, y, text=line)
            else:
                sheet.put(((ink, line),), x, y)
            flow.fill(self.look.leading)
        sheet.text.append("EMC")


def paragraph(
    flow: Flow,
    tag: str,
    text: str,
    look: Look,
    *,
    gap: float = 0.0,
    indent: float = 0.0,
    less: float = 0.0,
    ref: PageRef | None = None,
) -> Paragraph:
    """``text`` as wide as the sheet allows, ``indent`` to the right and ``less`` narrower.

    Where there is a ``ref``, ``{page}`` in the text waits for its page number.
    """
    ink = flow.ink(look)
    words = ink.clean(text)
    lines = flow.lines(words.replace("{page}", PAGE_MARK) if ref else words, ink, indent + less)
    return Paragraph(tag=tag, look=look, lines=lines, gap=gap, indent=indent, ref=ref)


def title(flow: Flow) -> list[Laid]:
    """The recipient, the title and the subtitle of a document."""
    paper = flow.document
    above = []
    if paper.recipient:
        flow.y -= style.RECIPIENT_DROP
        above.append(paragraph(flow, "P", paper.recipient, style.RECIPIENT))
    name = paragraph(flow, "H1", paper.title, style.TITLE, gap=style.TITLE_GAP)
    below = []
    if paper.subtitle:
        below.append(paragraph(flow, "P", paper.subtitle, style.SUBTITLE, gap=style.TITLE_GAP))
    return [*above, replace(name, bookmark=(paper.title, 1), keeps=True), *below]


def heading(flow: Flow, block: Heading) -> Paragraph:
    """A heading, which takes what follows along to the next sheet."""
    look = style.HEADINGS.get(block.level, style.HEADING)
    gap = style.HEADING_GAPS.get(block.level, style.HEADING_GAP)
    plain = paragraph(flow, f"H{block.level}", block.text, look, gap=gap)
    return replace(plain, bookmark=(block.text, block.level), keeps=True)


def text(flow: Flow, block: Text) -> Paragraph:
    """A paragraph, in which a page number may be awaited."""
    look = LOOKS[block.style]
    return paragraph(flow, "P", block.text, look, gap=style.BLOCK_GAP, ref=block.page)


@dataclass(frozen=True, kw_only=True)
class LaidList:
    """Items with a label and a body each: facts or bullets."""

    items: list[tuple[Paragraph, Paragraph]]
    between: float
    attributes: str = ""
    stands_together: bool = False
    gap: float = style.BLOCK_GAP
    keeps: ClassVar[bool] = False

    @property
    def height(self) -> float:
        """The height of all the items on one sheet."""
        return sum(max(part.height for part in item) + self.between for item in self.items)

    @property
    def lead(self) -> float:
        """The first item, or all of them, stand with what is above."""
        if self.stands_together:
            return self.height
        return max(part.lead for part in self.items[0]) if self.items else 0.0

    def draw(self, flow: Flow) -> None:
        """Draw item after item; the body begins beside its label."""
        tree = flow.press.tree
        whole = tree.element("L", flow.part, self.attributes)
        for label, body in self.items:
            flow.need(max(label.height, body.lead))
            item = tree.element("LI", whole)
            top = flow.y
            label.draw_under(flow, tree.element("Lbl", item))
            below, flow.y = flow.y, top
            sheet = flow.sheet
            body.draw_under(flow, tree.element("LBody", item))
            if flow.sheet is sheet:
                flow.y = min(flow.y, below)
            flow.gap(self.between)


def facts(flow: Flow, block: Facts) -> LaidList:
    """Labels on the left, values on the right, each as high as its longer part."""
    label_ink = flow.ink(style.BODY_MUTED)
    widest = max((label_ink.width(label_ink.clean(label)) for label, _ in block.pairs), default=0)
    indent = min(widest, flow.width * style.LABEL_SHARE) + style.LABEL_GAP
    narrow = flow.width - indent + style.LABEL_GAP
    return LaidList(
        items=[
            (
                _ended(paragraph(flow, "Lbl", label, style.BODY_MUTED, less=narrow)),
                _value(flow, value, indent),
            )
            for label, value in block.pairs
        ],
        between=style.FACT_GAP,
    )


def _ended(label: Paragraph) -> Paragraph:
    """``label`` with a space at its end, so that it stays apart from its body when read."""
    return replace(label, lines=[*label.lines[:-1], f"{label.lines[-1]} "])


def _value(flow: Flow, value: str | Line, indent: float) -> Paragraph:
    line = value if isinstance(value, Line) else Line(text=value)
    words = f"{line.text} {line.aside}" if line.aside else line.text
    return paragraph(flow, "LBody", words, LOOKS[line.style], indent=indent)


def bullets(flow: Flow, block: Bullets) -> LaidList:
    """A dot before each item; all on one sheet as long as it can hold them."""
    return LaidList(
        items=[
            (
                _ended(paragraph(flow, "Lbl", "•", style.BODY)),
                paragraph(flow, "LBody", item, style.BODY, indent=style.BULLET_INDENT),
            )
            for item in block.items
        ],
        between=style.FACT_GAP / 2,
        stands_together=True,
        attributes="/A<</O/List/ListNumbering/Disc>>",
    )


@dataclass(frozen=True, kw_only=True)
class LaidNote:
    """A paragraph in a box; a box that is higher than the sheet goes on in another."""

    inner: Paragraph
    gap: float = style.BODY_GAP
    keeps: ClassVar[bool] = False

    @property
    def lead(self) -> float:
        """The whole box stands together as long as a sheet can hold it."""
        return self.inner.height + 2 * style.NOTE_PADDING

    def draw(self, flow: Flow) -> None:
        """Draw the box and the text in it."""
        element = flow.press.tree.element("P", flow.part)
        rest = self.inner.lines
        while rest:
            room = flow.room - 2 * style.NOTE_PADDING
            count = min(len(rest), max(1, int(room / self.inner.look.leading)))
            self._draw_box(flow, element, rest[:count])
            rest = rest[count:]
            if rest:
                flow.turn()

    def _draw_box(self, flow: Flow, element: Element, lines: list[str]) -> None:
        part = replace(self.inner, lines=lines)
        height = part.height + 2 * style.NOTE_PADDING
        flow.sheet.box(flow.left, flow.y - height, flow.width, height)
        flow.y -= style.NOTE_PADDING
        part.draw_under(flow, element)
        flow.fill(style.NOTE_PADDING)


def note(flow: Flow, block: Note) -> LaidNote:
    """A text in a box as wide as the sheet."""
    inside = style.NOTE_PADDING
    inner = paragraph(flow, "P", block.text, style.BODY, indent=inside, less=inside, ref=block.page)
    return LaidNote(inner=inner)


@dataclass(frozen=True, kw_only=True)
class LaidMeter:
    """A bar as wide as the sheet."""

    meter: Meter
    gap: float = style.BLOCK_GAP
    lead: float = style.METER_HEIGHT
    keeps: ClassVar[bool] = False

    def draw(self, flow: Flow) -> None:
        """Draw the bar as a figure with its words."""
        frame = (flow.left, flow.y - style.METER_HEIGHT, flow.width, style.METER_HEIGHT)
        x, y, width, height = frame
        box = f"{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}"
        said = text_string(self.meter.text)
        element = flow.press.tree.element(
            "Figure", flow.part, f"/Alt{said}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        )
        flow.sheet.bar(element, frame, self.meter.share)
        flow.fill(style.METER_HEIGHT)
