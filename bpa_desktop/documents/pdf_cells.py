"""The cells of a table as lines of text: prepared, measured, and broken to their column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bpa_desktop.documents.model import Line, PageRef, Style
from bpa_desktop.documents.pdf_fonts import HYPHEN, PAGE_MARK
from bpa_desktop.documents.pdf_wrap import longest_word, wrap

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Cell
    from bpa_desktop.documents.pdf_fonts import Ink
    from bpa_desktop.documents.pdf_page import Lines, Run

    Words: TypeAlias = str | Line | tuple[str | Line, ...]


@dataclass(frozen=True, kw_only=True)
class CellInks:
    """What the texts of one row are written in."""

    body: Ink
    muted: Ink
    strong: Ink

    def of(self, style: Style) -> Ink:
        """The ink for ``style``."""
        return {Style.MUTED: self.muted, Style.STRONG: self.strong}.get(style, self.body)


def prepared(cell: Cell, inks: CellInks) -> Lines:
    """The lines of a cell, however wide they are."""
    if isinstance(cell, str):
        words = inks.body.clean(cell)
        if "\n" not in words:
            return [((inks.body, words),)]
    if cell is None:
        return []
    if isinstance(cell, PageRef):
        return [((inks.body, PAGE_MARK),)]
    return [line for part in _parts(cell) for line in _lines(part, inks)]


def _parts(cell: Words) -> tuple[Line, ...]:
    parts = cell if isinstance(cell, tuple) else (cell,)
    return tuple(part if isinstance(part, Line) else Line(text=part) for part in parts)


def _lines(line: Line, inks: CellInks) -> Lines:
    ink = inks.of(line.style)
    *above, last = [((ink, words),) for words in ink.clean(line.text).split("\n")]
    if not line.aside:
        return [*above, last]
    aside = (inks.muted, inks.muted.clean(line.aside).replace("\n", " "))
    return [*above, ((ink, f"{last[0][1]} "), aside)]


def natural_width(lines: Lines) -> float:
    """The width at which no line is broken, in points."""
    return max((line_width(line) for line in lines), default=0.0)


def line_width(line: tuple[Run, ...]) -> float:
    """The width of one line, in points; a space at its end is not seen."""
    *before, (ink, words) = line
    width = ink.width(words.rstrip(" "))
    return width + sum(ink.width(words) for ink, words in before)


def least_width(lines: Lines) -> float:
    """The width of the longest word, in points."""
    return max(
        (longest_word(words, ink.widths) / ink.per_point for line in lines for ink, words in line),
        default=0.0,
    )


def broken(lines: Lines, width: float) -> Lines:
    """``lines`` with none wider than ``width``.

    Each ends with a space that is not seen, so that its words stay apart from those of the next
    line and the next cell when the text is read out of the file.
    """
    if len(lines) == 1 and natural_width(lines) <= width:
        return [_ended(lines[0])]
    return [_ended(part) for line in lines for part in _broken_line(line, width)]


def _broken_line(line: tuple[Run, ...], width: float) -> Lines:
    if len(line) > 1 and line_width(line) <= width:
        return [line]
    return [
        ((ink, part),)
        for ink, words in line
        for part in wrap(words, ink.widths, width * ink.per_point)
    ]


def _ended(line: tuple[Run, ...]) -> tuple[Run, ...]:
    *before, (ink, words) = line
    return line if words.endswith((" ", HYPHEN)) else (*before, (ink, f"{words} "))
