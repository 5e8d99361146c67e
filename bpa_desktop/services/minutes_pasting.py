"""Minutes from elsewhere, pasted from the clipboard, taken apart into points by their headings."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.meeting import Section
from bpa_desktop.i18n import _
from bpa_desktop.services.minutes import NewPoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NUMBERED: Final = re.compile(
    r"^(?:(?:ad|pkt\.?|punkt|point|item)\s*)?(\d{1,2})\s?(?:[.):]|[–-](?=\s))(?!\d)\s*(?=\D)(.*)$",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"^(?:ad|pkt\.?|punkt|point|item)\s+(\d{1,2})\s*[.:–-]?\s*(.*)$", re.IGNORECASE
)
_PERSONAL: Final = re.compile(
    r"^(?:om den enkelte|personligt|personlige forhold|lukkede? punkt(?:er)?|about one person)\b",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(r"^(?:for alle|fælles|for everybody)\b", re.IGNORECASE)
_LONGEST_HEADING: Final = 70
_SPACES: Final = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_CELL: Final = " | "
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4"})
_BREAKS: Final = frozenset({"p", "div", "li", "tr", "table", "ul", "ol", *_HEADINGS})
_BOLD: Final = frozenset({"b", "strong"})
_UNSEEN: Final = frozenset({"style", "script", "head", "title", "o:p", "xml"})


class _Line(NamedTuple):
    text: str
    is_heading: bool = False


def points_in(text: str, html: str = "") -> tuple[NewPoint, ...]:
    """The points of pasted minutes; of rich text the headings and tables are seen.

    A new point begins at a heading or a number. Where there is neither, short lines that stand
    above longer text are headings. Text before the first point is a point of its own. A row of a
    table is a line, its cells apart by ``|``.
    """
    lines = list(_rich_lines(html)) if html.strip() else []
    if not lines:
        lines = [_Line(_tidy(line)) for line in text.splitlines()]
    return tuple(_points(_with_headings(lines)))


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _with_headings(lines: Sequence[_Line]) -> list[_Line]:
    """``lines`` with their headings marked; numbers go before headings, those before short lines.

    A heading below a number belongs to its point.
    """
    if any(_number(line.text) for line in lines):
        return [
            line._replace(is_heading=_number(line.text) is not None or _is_part(line.text))
            for line in lines
        ]
    if any(line.is_heading for line in lines):
        return list(lines)
    return [line._replace(is_heading=_stands_above(lines, at)) for at, line in enumerate(lines)]


def _number(text: str) -> str | None:
    """What follows the number of a point; ``None`` where the line begins with none."""
    found = _NUMBERED.match(text) or _NAMED.match(text)
    return found[2].strip() if found else None


def _is_part(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and bool(_PERSONAL.match(text) or _SHARED.match(text))


def _stands_above(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line is short, ends without a full stop, and has text below it."""
    text = lines[at].text
    if not text or len(text) > _LONGEST_HEADING or text[-1] in ".,;" or text[0] in "-•*|":
        return False
    above = at == 0 or not lines[at - 1].text
    below = at + 1 < len(lines) and bool(lines[at + 1].text)
    return (above and below and not lines[at + 1].text[:1].islower()) or text.endswith(":")


def _points(lines: Iterable[_Line]) -> Iterator[NewPoint]:
    section, heading, words = Section.SHARED, "", list[str]()
    for line in lines:
        if not line.is_heading:
            words.append(line.text)
            continue
        yield from _point(heading, words, section)
        heading, words = line.text, []
        if _is_part(line.text):
            section = Section.PERSON if _PERSONAL.match(line.text) else Section.SHARED
            heading = ""
        else:
            told = _number(line.text)
            heading, words = _split(line.text if told is None else told)
    yield from _point(heading, words, section)


def _split(text: str) -> tuple[str, list[str]]:
    """A heading that goes on as text ends with its first sentence."""
    if len(text) <= _LONGEST_HEADING:
        return text.rstrip(":"), []
    parts = re.split(r"[.:]\s", text, maxsplit=1)
    if len(parts) > 1 and len(parts[0]) <= _LONGEST_HEADING:
        return parts[0], [parts[1]]
    return "", [text]


def _point(heading: str, words: Sequence[str], section: Section) -> Iterator[NewPoint]:
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(words)).strip()
    if heading or text:
        yield NewPoint(heading or _("Before the first point"), text, section)


def _rich_lines(html: str) -> Iterator[_Line]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.lines()


class _Reader(HTMLParser):
    """Collects the lines of a page, and which of them are headings or bold all through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[_Line] = []
        self._parts: list[tuple[str, bool]] = []
        self._bold = self._heading = self._unseen = self._cells = 0

    def lines(self) -> list[_Line]:
        self._end_line()
        return self._lines

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        """Begin a line, a cell or a stretch of bold."""
        if tag in _BREAKS and not self._cells:
            self._end_line()
        if tag == "br":
            self._end_line()
        elif tag in {"td", "th"}:
            if any(text.strip() for text, _bold in self._parts):
                self._parts.append((_CELL, False))
            self._cells += 1
        self._count(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag in {"td", "th"}:
            self._cells = max(0, self._cells - 1)
        elif tag in _BREAKS and not self._cells:
            self._end_line()
        self._count(tag, -1)

    def _count(self, tag: str, step: int) -> None:
        self._bold = max(0, self._bold + step * (tag in _BOLD))
        self._heading = max(0, self._heading + step * (tag in _HEADINGS))
        self._unseen = max(0, self._unseen + step * (tag in _UNSEEN))

    def handle_data(self, data: str) -> None:
        """Take the words in."""
        if not self._unseen and data:
            self._parts.append((data.replace("\n", " ").replace("\r", ""), bool(self._bold)))
            if self._heading:
                self._parts.append(("", True))

    def _end_line(self) -> None:
        text = _tidy("".join(part for part, _bold in self._parts))
        said = [bold for part, bold in self._parts if part.strip() or bold]
        is_row = _CELL.strip() in text
        is_heading = bool(said) and all(said) and len(text) <= _LONGEST_HEADING and not is_row
        if text:
            self._lines.append(_Line(text, is_heading or bool(self._heading)))
        self._parts = []
