"""Shifts in a text that was copied from a spreadsheet, a mail or a note: a line for each."""

from __future__ import annotations

import csv
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import N_
from bpa_desktop.i18n import LANGUAGES, _, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SIGNS: Final = ("\t", ";", ",")
"""What may stand between the cells of a line, the surest first."""


class _Part(Enum):
    """What a column tells."""

    DAY = N_("day, date")
    TIMES = N_("time, times, shift")
    START = N_("from, start, begins")
    END = N_("to, end, ends")
    HELPER = N_("helper, name, who")
    KIND = N_("kind")


_NEEDED: Final = (
    frozenset({_Part.DAY, _Part.TIMES}),
    frozenset({_Part.DAY, _Part.START, _Part.END}),
)


class ShiftLine(NamedTuple):
    """One line in the person's own words; ``number`` is its place in the text, from 1.

    ``times`` is one text for both times, or the start and the end.
    """

    number: int
    day: str
    times: tuple[str, ...]
    helper: str = ""
    kind: str = ""


def shift_lines(text: str) -> list[ShiftLine]:
    """The lines of ``text`` that are not empty.

    Cells are parted by tabs, semicolons or commas. A first line with titles says which column is
    which; without one it is the day, the times in one cell or in two, and the helper.
    """
    rows = list(_rows(text))
    places = _titles(rows[0][1]) if rows else {}
    if places:
        return [_by_title(number, cells, places) for number, cells in rows[1:]]
    return [_in_order(number, cells) for number, cells in rows]


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    sign = next((one for one in _SIGNS if one in first), "\t")
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=sign), [])]
        if any(cells):
            yield number, cells


def _titles(cells: Sequence[str]) -> Mapping[_Part, int]:
    """Where each part stands, or nothing when the line holds no titles."""
    said = {word: part for part, words in _words() for word in words}
    found: dict[_Part, int] = {}
    for place, cell in enumerate(cells):
        part = said.get(cell.casefold())
        if part is not None:
            found.setdefault(part, place)
    return found if any(needed <= found.keys() for needed in _NEEDED) else {}


def _words() -> Iterator[tuple[_Part, list[str]]]:
    for code in LANGUAGES:
        with speaking(code):
            for part in _Part:
                yield part, [word.strip() for word in _(part.value).split(",")]


def _by_title(number: int, cells: Sequence[str], places: Mapping[_Part, int]) -> ShiftLine:
    def told(part: _Part) -> str:
        place = places.get(part, len(cells))
        return cells[place] if place < len(cells) else ""

    is_one = _Part.TIMES in places
    times = (told(_Part.TIMES),) if is_one else (told(_Part.START), told(_Part.END))
    return ShiftLine(number, told(_Part.DAY), times, told(_Part.HELPER), told(_Part.KIND))


def _in_order(number: int, cells: Sequence[str]) -> ShiftLine:
    """The day, the times in one cell or in two, and the helper."""
    padded = [*cells, "", "", ""]
    day, first, second = padded[:3]
    if _is_one_time(first) and _is_one_time(second):
        return ShiftLine(number, day, (first, second), padded[3])
    return ShiftLine(number, day, (first,), second)


def _is_one_time(cell: str) -> bool:
    """``7``, ``07:00`` or ``7.30``: digits with at most one sign between."""
    parts = cell.replace(".", ":").split(":")
    return 1 <= len(parts) <= 3 and all(part.isdigit() for part in parts)  # noqa: PLR2004 - seconds
