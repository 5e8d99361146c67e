"""A document as a value: headings, texts and tables, before anything is written as a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_FIRST_HEADING: Final = 2
_LAST_HEADING: Final = 6


class Style(Enum):
    """How a piece of text stands out."""

    BODY = "body"
    MUTED = "muted"
    STRONG = "strong"


class Align(Enum):
    """Which side of its column a text stands at; numbers stand at the end."""

    START = "start"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a cell or one value of ``Facts``; wraps where its room ends.

    ``aside`` is muted text after it, on the same line if there is room: ``5.  Påskedag``.
    """

    text: str
    style: Style = Style.BODY
    aside: str = ""


@dataclass(frozen=True, kw_only=True)
class PageRef:
    """The page on which another document of the same bundle begins, as a number and a link."""

    document_key: str


Cell: TypeAlias = str | Line | tuple[str | Line, ...] | PageRef | None
"""What stands in a table cell; None is a shaded cell where nothing can stand."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading below the document's title; ``level`` 2 to 6, and no level is skipped."""

    text: str
    level: int = 2

    def __post_init__(self) -> None:
        _refuse_blank(self.text, "a heading")
        if not _FIRST_HEADING <= self.level <= _LAST_HEADING:
            raise ValueError(f"a heading has level 2 to 6, not {self.level}")


@dataclass(frozen=True, kw_only=True)
class Text:
    """A paragraph; a line break in ``text`` begins a new line.

    Where ``page`` is given, ``{page}`` in ``text`` becomes the page it refers to.
    """

    text: str
    style: Style = Style.BODY
    page: PageRef | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Labels with a value each, as on a cover."""

    pairs: tuple[tuple[str, str | Line], ...]


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list whose order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Note:
    """A text in a box: how to read what stands around it; ``page`` as in ``Text``.

    ``left_out`` is the number of the point in whose place it stands, which a preview marks and no
    file tells; 0 for every other note.
    """

    text: str
    page: PageRef | None = None
    left_out: int = 0


@dataclass(frozen=True, kw_only=True)
class Meter:
    """A bar filled from 0 to ``value`` of ``maximum``; above the maximum it is full.

    ``text`` says the same in words, for everyone who does not see the bar; it must not be blank.
    """

    value: Decimal | float
    maximum: Decimal | float
    text: str

    def __post_init__(self) -> None:
        _refuse_blank(self.text, "the text of a meter")
        if self.value < 0 or self.maximum <= 0:
            raise ValueError("a meter goes from 0 to more than 0")

    @property
    def share(self) -> float:
        """The filled part of the bar, from 0 to 1."""
        return min(1.0, float(self.value) / float(self.maximum))


class Bar(NamedTuple):
    """One month of a chart, in minutes.

    ``used`` is the lower part of the bar. ``low``, ``middle`` and ``high`` are what it will come
    to: all the same where nothing is to come.
    """

    label: str
    granted: int
    used: int
    low: int
    middle: int
    high: int


class Legend(NamedTuple):
    """What the marks of a chart mean, in words."""

    granted: str
    used: str
    ahead: str
    span: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Months side by side: what is granted as a line, used hours, and those to come with a range.

    ``text`` says the same in words, for everyone who does not see it; it must not be blank. The
    same numbers stand in a table beside it.
    """

    bars: tuple[Bar, ...]
    legend: Legend
    text: str

    def __post_init__(self) -> None:
        _refuse_blank(self.text, "the text of a chart")
        if not self.bars:
            raise ValueError("a chart has at least one month")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture, JPEG or PNG in RGB as `attachment.clean` gives it, with ``text`` below it.

    ``text`` says what it shows, also for everyone who does not see it; it must not be blank.
    """

    data: bytes
    text: str

    def __post_init__(self) -> None:
        _refuse_blank(self.text, "the text of a picture")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a table.

    ``weight`` is its share of the width that is left; a column of weight 0 is as wide as its
    longest line. No column becomes narrower than its longest word while the page has room.
    ``is_row_header`` marks the column that names the row for a screen reader.
    """

    title: str
    align: Align = Align.START
    weight: int = 1
    is_row_header: bool = False

    def __post_init__(self) -> None:
        _refuse_blank(self.title, "the title of a column")
        if self.weight < 0:
            raise ValueError("the weight of a column is 0 or more")


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under column titles; the titles repeat on each page, and no row is split.

    ``summary`` tells a screen reader what the table shows. ``is_calendar`` draws small text in
    boxes, for a month; ``is_poster`` as large as one sheet allows, to be read from across a room.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] | None = None
    summary: str = ""
    is_calendar: bool = False
    is_poster: bool = False

    def __post_init__(self) -> None:
        width = len(self.columns)
        if not width:
            raise ValueError("a table has at least one column")
        for number, row in enumerate(self.all_rows(), start=1):
            if len(row) != width:
                raise ValueError(f"row {number} has {len(row)} cells for {width} columns")

    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the totals as the last one."""
        return self.rows if self.totals is None else (*self.rows, self.totals)


Block: TypeAlias = Heading | Text | Facts | Bullets | Note | Meter | Chart | Picture | Table


@dataclass(frozen=True, kw_only=True)
class Document:
    """One paper: a title (its only heading of level 1), and blocks under it.

    ``key`` names it inside a bundle. ``recipient`` stands above the title, as on a cover.
    ``footer_left`` stands at the foot of each page: case number and short title. One that is to
    be ``one_sheet`` has its tables in the largest writing that keeps all of it there.
    """

    key: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    recipient: str = ""
    footer_left: str = ""
    landscape: bool = False
    one_sheet: bool = False

    def __post_init__(self) -> None:
        _refuse_blank(self.key, "the key of a document")
        _refuse_blank(self.title, "the title of a document")
        _refuse_language(self.language)
        _refuse_skipped_levels(self.blocks)

    def page_refs(self) -> Iterator[PageRef]:
        """Every page reference in it, in reading order."""
        for block in self.blocks:
            if isinstance(block, Table):
                for row in block.all_rows():
                    yield from (cell for cell in row if isinstance(cell, PageRef))
            elif isinstance(block, Text | Note) and block.page:
                yield block.page


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """Several documents as one file, with page numbers that run through all of them."""

    title: str
    language: str
    documents: tuple[Document, ...]
    author: str = "BPA Desktop"

    def __post_init__(self) -> None:
        _refuse_blank(self.title, "the title of a bundle")
        _refuse_language(self.language)
        keys = [document.key for document in self.documents]
        if not keys:
            raise ValueError("a bundle has at least one document")
        if len(set(keys)) != len(keys):
            raise ValueError("two documents of a bundle have the same key")
        for document in self.documents:
            for ref in document.page_refs():
                if ref.document_key not in keys:
                    raise ValueError(f"no document {ref.document_key!r} in the bundle")


def as_bundle(paper: Bundle | Document) -> Bundle:
    """``paper`` itself, or the bundle of that one document."""
    if isinstance(paper, Bundle):
        return paper
    return Bundle(title=paper.title, language=paper.language, documents=(paper,))


def _refuse_blank(text: str, what: str) -> None:
    if not text.strip():
        raise ValueError(f"{what} is blank")


def _refuse_language(code: str) -> None:
    if code not in LANGUAGES:
        raise ValueError(f"no language {code!r}")


def _refuse_skipped_levels(blocks: tuple[Block, ...]) -> None:
    above = 1
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > above + 1:
                raise ValueError(f"a heading of level {block.level} stands under level {above}")
            above = block.level
