"""Tables on paper: rows that stay whole, titles that repeat, and a tag for every cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.model import Align, PageRef
from bpa_desktop.documents.pdf_cells import (
    CellInks,
    broken,
    least_width,
    line_width,
    natural_width,
    prepared,
)
from bpa_desktop.documents.pdf_columns import column_widths
from bpa_desktop.documents.pdf_fonts import HYPHEN, PAGE_MARK
from bpa_desktop.documents.pdf_tags import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.documents.model import Cell, Table
    from bpa_desktop.documents.pdf_flow import Flow
    from bpa_desktop.documents.pdf_page import Lines
    from bpa_desktop.documents.pdf_style import TableLook
    from bpa_desktop.documents.pdf_tags import Element

_COLUMN_HEADER: Final = "/A<</O/Table/Scope/Column>>"
_ROW_HEADER: Final = "/A<</O/Table/Scope/Row>>"
_SHORT: Final = 6
"""A table of so many rows is not split, unless it is higher than a sheet."""
_TOGETHER: Final = 2
"""So many rows at least stand together below the titles and at the end."""
_ROOMY: Final = 0.01
"""So much wider than its text is a column, so that rounding breaks no line."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """The cells of one row, broken to their columns; ``source`` is what they were made from."""

    source: Sequence[Cell]
    cells: list[Lines]
    inks: CellInks
    height: float
    is_header: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a column stands: its text between ``left`` and ``right``, its box around it.

    ``kind`` is the tag of its cells with their attributes.
    """

    left: float
    right: float
    gap: float
    align: Align
    kind: tuple[str, str]

    @property
    def box_left(self) -> float:
        """Half the gap to the left of its text."""
        return self.left - self.gap / 2

    @property
    def box_right(self) -> float:
        """Half the gap to the right of its text."""
        return self.right + self.gap / 2


@dataclass(frozen=True, kw_only=True)
class LaidTable:
    """A table whose rows know their height; ``is_wrapped`` if a line was too long."""

    look: TableLook
    places: list[Place]
    header: Row
    rows: list[Row]
    totals: Row | None
    attributes: str
    is_wrapped: bool
    gap: float = style.BLOCK_GAP
    keeps: ClassVar[bool] = False

    @property
    def lead(self) -> float:
        """A short table stands whole; of a long one the titles stand with the first rows."""
        rows = self.all_rows()
        kept = rows if len(rows) <= _SHORT else rows[:_TOGETHER]
        return self.header.height + sum(row.height for row in kept)

    @property
    def height(self) -> float:
        """The height of the whole table on one sheet."""
        return self.header.height + sum(row.height for row in self.all_rows())

    @property
    def breaks_words(self) -> bool:
        """Whether a word goes on in the next line."""
        return any(
            line[-1][1].endswith(HYPHEN)
            for row in (self.header, *self.all_rows())
            for cell in row.cells
            for line in cell
        )

    def all_rows(self) -> list[Row]:
        """The rows, and the totals as the last one."""
        return [*self.rows, *([self.totals] if self.totals else [])]

    def draw(self, flow: Flow) -> None:
        """Draw the titles and row after row, on as many sheets as they take."""
        drawing = _Drawing(self, flow)
        drawing.draw_header()
        rows = self.all_rows()
        for number, row in enumerate(rows, start=1):
            is_last_but_one = number == len(rows) - 1
            drawing.draw_row(row, rows[-1].height if is_last_but_one else 0.0)


class _Drawing:
    """One table on its way down the sheets."""

    def __init__(self, table: LaidTable, flow: Flow) -> None:
        self._table = table
        self._flow = flow
        self._tree = flow.press.tree
        self._element = self._tree.element("Table", flow.part, table.attributes)
        self._left = flow.left
        self._right = flow.left + flow.width
        self._is_fresh = False

    def draw_header(self) -> None:
        """Draw the titles as the first row of the table."""
        self._is_fresh = self._flow.is_at_top
        self._top_rule()
        self._draw(self._table.header)

    def draw_row(self, row: Row, below: float) -> None:
        """Draw ``row`` whole, on this sheet if it and ``below`` find room, else on the next."""
        if row.height > self._flow.whole - self._table.header.height:
            self._draw_in_parts(row)
        else:
            if row.height + below > self._flow.room and not self._is_fresh:
                self._turn()
            self._draw(row)
        self._is_fresh = False

    def _turn(self) -> None:
        self._flow.turn()
        self._top_rule()
        header, sheet = self._table.header, self._flow.sheet
        sheet.text.append("/Artifact<</Type/Pagination/Subtype/Header>>BDC")
        for place, lines in zip(self._table.places, header.cells, strict=True):
            self._draw_lines(header, place, lines)
        sheet.text.append("EMC")
        self._finish(header)
        self._is_fresh = True

    def _draw(self, row: Row) -> None:
        line = self._tree.element("TR", self._element)
        text = self._flow.sheet.text
        for place, source, lines in zip(self._table.places, row.source, row.cells, strict=True):
            tag, attributes = ("TH", _COLUMN_HEADER) if row.is_header else place.kind
            if isinstance(source, PageRef):
                self._draw_page_ref(row, place, source, self._tree.element(tag, line, attributes))
            elif lines:
                text.append(self._tree.leaf(tag, line, self._flow.sheet, attributes))
                self._draw_lines(row, place, lines)
                text.append("EMC")
            else:
                self._tree.hollow(tag, line, attributes)
        self._finish(row)

    def _draw_in_parts(self, row: Row) -> None:
        """Draw a row that is higher than a sheet: its cells go on in the same tags."""
        look = self._table.look
        line = self._tree.element("TR", self._element)
        kinds = [place.kind for place in self._table.places]
        elements = [self._tree.element(tag, line, attributes) for tag, attributes in kinds]
        rest = row.cells
        while any(rest):
            room = self._flow.room - look.above - look.below
            count = max(1, int(room / look.body.leading))
            part = _row(row.source, [lines[:count] for lines in rest], row.inks, look)
            for place, element, lines in zip(self._table.places, elements, part.cells, strict=True):
                self._flow.sheet.text.append(element.mark(self._flow.sheet))
                self._draw_lines(part, place, lines)
                self._flow.sheet.text.append("EMC")
            self._finish(part)
            rest = [lines[count:] for lines in rest]
            if any(rest):
                self._turn()

    def _draw_page_ref(self, row: Row, place: Place, ref: PageRef, cell: Element) -> None:
        link = self._tree.element("Link", cell)
        sheet = self._flow.sheet
        sheet.text.append(link.mark(sheet))
        x = place.right if place.align is Align.END else place.left
        y = self._flow.y - self._table.look.above - self._table.look.body.baseline
        self._flow.write_awaited(
            ref, row.inks.body, x, y, text=PAGE_MARK, align=place.align, link=link
        )
        sheet.text.append("EMC")

    def _draw_lines(self, row: Row, place: Place, lines: Lines) -> None:
        look = self._table.look
        y = self._flow.y - look.above - look.body.baseline
        if row.is_header:
            y -= row.height - look.above - look.below - len(lines) * look.body.leading
        for line in lines:
            x = place.left if place.align is Align.START else place.right - line_width(line)
            self._flow.sheet.put(line, x, y)
            y -= look.body.leading

    def _top_rule(self) -> None:
        if self._table.look.is_boxed:
            self._flow.sheet.rule(self._left, self._right, self._flow.y, style.STRONG_LINE)

    def _finish(self, row: Row) -> None:
        """Draw what lies around the cells of a row, and go below it."""
        sheet, top, bottom = self._flow.sheet, self._flow.y, self._flow.y - row.height
        if self._table.look.is_boxed:
            for place, source in zip(self._table.places, row.source, strict=True):
                if source is None:
                    width = place.box_right - place.box_left
                    sheet.shade(place.box_left, bottom, width, row.height)
                if place is not self._table.places[0]:
                    sheet.upright(place.box_left, top, bottom, style.HAIRLINE)
        if row is not self._table.totals:
            strong = row.is_header and not self._table.look.is_boxed
            line = style.STRONG_LINE if strong else style.HAIRLINE
            sheet.rule(self._left, self._right, bottom, line)
        self._flow.fill(row.height)


def table(flow: Flow, block: Table) -> LaidTable:
    """Lay a table out; a month or a poster in the largest writing that keeps it on this sheet."""
    if block.is_poster:
        return _poster(flow, block)
    if block.is_calendar:
        return _first_whole(flow, block, style.CALENDARS) or _laid(flow, block, style.CALENDARS[-1])
    return _laid(flow, block, flow.list_look)


def _poster(flow: Flow, block: Table) -> LaidTable:
    """Line by line if that can be large, else with lines broken between their words."""
    whole = _first_whole(flow, block, style.POSTERS[: style.LARGE_POSTERS])
    if whole is not None:
        return whole
    for look in (*style.POSTERS, *style.SMALL_POSTERS):
        laid = _laid(flow, block, look)
        if laid.height <= _room(flow) and not laid.breaks_words:
            return laid
    return _laid(flow, block, style.POSTERS[-1])


def _first_whole(flow: Flow, block: Table, looks: Sequence[TableLook]) -> LaidTable | None:
    """In the first of ``looks`` that breaks no line and needs no second sheet."""
    for look in looks:
        laid = _laid(flow, block, look)
        if laid.height <= _room(flow) and not laid.is_wrapped:
            return laid
    return None


def _room(flow: Flow) -> float:
    """The height that is left on this sheet below the white above the table."""
    return flow.room if flow.is_at_top else flow.room - style.BODY_GAP


def _laid(flow: Flow, block: Table, look: TableLook) -> LaidTable:
    """Prepare every cell, find the widths of the columns, and break the lines to them."""
    plain, bold = _inks(flow, look)
    raw = [[prepared(cell, plain) for cell in row] for row in block.rows]
    header = [prepared(column.title, bold) for column in block.columns]
    totals = [prepared(cell, bold) for cell in block.totals or ()]
    everything = [header, *raw, *([totals] if totals else [])]
    places = _places(flow, block, look, everything)
    room = [place.right - place.left + _ROOMY for place in places]

    def row(source: Sequence[Cell], cells: list[Lines], inks: CellInks) -> Row:
        fitted = [broken(cell, width) for cell, width in zip(cells, room, strict=True)]
        return _row(source, fitted, inks, look)

    titles = [column.title for column in block.columns]
    return LaidTable(
        look=look,
        places=places,
        header=replace(row(titles, header, bold), is_header=True),
        rows=[row(source, cells, plain) for source, cells in zip(block.rows, raw, strict=True)],
        totals=row(block.totals, totals, bold) if block.totals else None,
        attributes=_attributes(block),
        is_wrapped=any(
            natural_width(cell) > width
            for cells in everything
            for cell, width in zip(cells, room, strict=True)
        ),
    )


def _attributes(block: Table) -> str:
    return f"/A<</O/Table/Summary{text_string(block.summary)}>>" if block.summary else ""


def _inks(flow: Flow, look: TableLook) -> tuple[CellInks, CellInks]:
    body, muted, strong = flow.ink(look.body), flow.ink(look.muted), flow.ink(look.strong)
    return (
        CellInks(body=body, muted=muted, strong=strong),
        CellInks(body=flow.ink(look.header), muted=muted, strong=strong),
    )


def _row(source: Sequence[Cell], cells: list[Lines], inks: CellInks, look: TableLook) -> Row:
    height = max(1, *map(len, cells)) * look.body.leading + look.above + look.below
    return Row(source=source, cells=cells, inks=inks, height=height)


def _places(flow: Flow, block: Table, look: TableLook, rows: list[list[Lines]]) -> list[Place]:
    """Put the columns side by side, with ``look.gap`` between them."""
    columns = block.columns
    by_column = list(zip(*rows, strict=True))
    inset = look.gap / 2 if look.is_boxed else 0.0
    widths = column_widths(
        [column.weight for column in columns],
        [max(map(natural_width, cells)) + _ROOMY for cells in by_column],
        lambda index: max(map(least_width, by_column[index])) + _ROOMY,
        flow.width - look.gap * (len(columns) - 1) - 2 * inset,
    )
    places, left = [], flow.left + inset
    for column, width in zip(columns, widths, strict=True):
        right = left + width
        kind = ("TH", _ROW_HEADER) if column.is_row_header else ("TD", "")
        places.append(Place(left=left, right=right, gap=look.gap, align=column.align, kind=kind))
        left = right + look.gap
    return places
