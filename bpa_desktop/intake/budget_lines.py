"""The lines of a municipality's budget in a table: which column is what, and what each row says."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import minutes_of, ore
from bpa_desktop.errors import N_
from bpa_desktop.intake.budget_words import is_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.intake.spreadsheet import Cell, Row, Sheet

_HEADER_ROWS: Final = 20
_CLOCK: Final = re.compile(r"(\d{1,6}):([0-5]\d)")
_MONEY: Final = re.compile(r"(?:kr\.?|dkk|kroner)", re.IGNORECASE)
_ENDING: Final = re.compile(r",-+$")
_MINUSES: Final = str.maketrans("−–—", "---")
_MOST: Final = Decimal(10) ** 10
"""No amount or number of hours of a budget is larger."""


class Column(Enum):
    """What a column can tell; the value are words that head it, in small letters."""

    WORDS = (
        "tekst", "post", "budgetpost", "linje", "budgetlinje", "betegnelse", "udgift",
        "beskrivelse", "ydelse", "art", "navn", "emne", "konto", "words", "line", "text",
    )  # fmt: skip
    AMOUNT = (
        "beløb", "kr", "kr.", "kroner", "bevilget", "bevilling", "budget", "budgetbeløb",
        "årsbeløb", "pr. år", "pr. år i kr.", "i kr.", "i alt", "i alt kr.", "beløb i kr.",
        "beløb kr.", "amount", "dkk",
    )  # fmt: skip
    HOURS = ("timer", "antal timer", "timetal", "bevilgede timer", "timer i alt", "hours")
    NUMBER = ("nr", "nr.", "nummer", "linjenr.", "linje nr.", "kontonr.", "kontonummer", "number")


class Columns(NamedTuple):
    """The place of each column, from 0; ``None`` for one that the table has not.

    The lines begin below the row ``header``, which is a number in the file; 0 when none heads them.
    """

    words: int
    amount: int
    hours: int | None = None
    number: int | None = None
    header: int = 0


class Why(Enum):
    """Why a row is no line, as a msgid."""

    HEADING = N_("It has no amount.")
    SUM = N_("It looks like a sum of other lines.")
    UNCLEAR = N_("The amount cannot be read as a number.")
    UNWORKED = N_("The amount is a formula that has not been worked out. Save the file anew.")
    WORDLESS = N_("It has an amount, but no words.")
    HOURS = N_("The number of hours cannot be read.")


class Line(NamedTuple):
    """A line word for word, with kroner to the øre and the minutes it names, if any."""

    row: int
    words: str
    amount: Decimal
    minutes: int | None = None


class LeftOut(NamedTuple):
    """A row that is no line, and why. A sum comes with the line that it would be."""

    row: int
    words: str
    why: Why
    line: Line | None = None


class Lines(NamedTuple):
    """What stands in a table: its lines in order, and the rows that are left out."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]


def amount_of(cell: Cell) -> Decimal | None:
    """Kroner in a cell as people write them, to the øre; ``None`` for what is no amount.

    ``1.234,50``, ``1234,5 kr.``, ``-1.000``, ``1.000-``, ``(1.000)``, ``1.000,-``, ``1,234.50``
    and ``-`` for nothing. A comma before three digits parts thousands: no øre have three.
    """
    value = _number(cell, are_thousands=True)
    return None if value is None else ore(value)


def minutes_in(cell: Cell) -> int | None:
    """Whole minutes in a cell of hours, such as ``1.460``, ``7,5`` or ``7:30``; else ``None``."""
    clock = _CLOCK.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2])
    text = cell.removesuffix("timer").removesuffix("t.") if isinstance(cell, str) else cell
    value = _number(text, are_thousands=False)
    return None if value is None or value < 0 else minutes_of(value)


def _number(cell: Cell, *, are_thousands: bool) -> Decimal | None:
    value = _written(cell, are_thousands=are_thousands) if isinstance(cell, str) else cell
    return value if value is not None and abs(value) < _MOST else None


def _written(text: str, *, are_thousands: bool) -> Decimal | None:
    plain = "".join(_MONEY.sub("", text.translate(_MINUSES)).split())
    if plain == "-":
        return Decimal(0)
    plain = _ENDING.sub("", plain) if len(plain) > 2 else plain  # noqa: PLR2004 - a digit and ",-"
    is_minus = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()") if is_minus else plain
    if plain.endswith("-") or plain.startswith("-"):
        is_minus = not is_minus
        plain = plain.removeprefix("-").removesuffix("-")
    figures = _figures(plain.removeprefix("+"), are_thousands=are_thousands)
    if figures is None:
        return None
    return -figures if is_minus else figures


def _figures(text: str, *, are_thousands: bool) -> Decimal | None:
    """A number without a sign, its thousands and decimals told by where the marks stand."""
    for group, decimal in ((".", ","), (",", ".")):
        pattern = rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal)}\d+)?"
        if re.fullmatch(pattern, text) and (are_thousands or group == "."):
            return Decimal(text.replace(group, "").replace(decimal, "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return Decimal(text.replace(",", "."))
    return None


def guess(sheet: Sheet) -> Columns:
    """Which column is probably what: by the words that head them, else by what stands in them."""
    header, named = _header(sheet.rows)
    below = [row for row in sheet.rows if row.number > header]
    amount = named.get(Column.AMOUNT)
    if amount is None:
        amount = _best_amount(below, set(named.values()))
    words = named.get(Column.WORDS)
    if words is None:
        words = _best_words(below, {*named.values(), amount})
    return Columns(words, amount, named.get(Column.HOURS), named.get(Column.NUMBER), header)


def _header(rows: Sequence[Row]) -> tuple[int, dict[Column, int]]:
    """The row that heads the columns and what it names, or 0 and nothing."""
    best: tuple[int, dict[Column, int]] = (0, {})
    for row in rows[:_HEADER_ROWS]:
        named: dict[Column, int] = {}
        for place, cell in enumerate(row.cells):
            column = _named(cell)
            if column is not None:
                named.setdefault(column, place)
        if Column.AMOUNT in named and len(named) > max(1, len(best[1])):
            best = row.number, named
    return best


def _named(cell: Cell) -> Column | None:
    if not isinstance(cell, str):
        return None
    text = cell.casefold().rstrip(":")
    bare = re.sub(r"\s*\b20\d\d\b|\s*\(.*\)", "", text).strip()
    return next((one for one in Column if text in one.value or bare in one.value), None)


def _best_amount(rows: Iterable[Row], taken: set[int]) -> int:
    """The column with the most amounts; of several alike the one with the largest sum."""
    counts: Counter[int] = Counter()
    weights: dict[int, Decimal] = {}
    for row in rows:
        for place, cell in enumerate(row.cells):
            amount = amount_of(cell) if cell != "" and place not in taken else None
            if amount is not None:
                counts[place] += 1
                weights[place] = weights.get(place, Decimal(0)) + abs(amount)
    return max(counts, key=lambda place: (counts[place], weights[place]), default=1)


def _best_words(rows: Iterable[Row], taken: set[int]) -> int:
    """The column with the most letters."""
    letters: Counter[int] = Counter()
    for row in rows:
        for place, cell in enumerate(row.cells):
            if isinstance(cell, str) and place not in taken and amount_of(cell) is None:
                letters[place] += sum(map(str.isalpha, cell))
    return max(letters, key=lambda place: (letters[place], -place), default=0)


def budget_lines(sheet: Sheet, columns: Columns) -> Lines:
    """Every row below the header as a line, or as left out and why; empty rows are passed over."""
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    for row in sheet.rows:
        if row.number > columns.header:
            found = _read(row, columns)
            if isinstance(found, Line):
                lines.append(found)
            else:
                left_out.append(found)
    return Lines(tuple(lines), tuple(left_out))


def _read(row: Row, columns: Columns) -> Line | LeftOut:
    words, cell = _words(row, columns), _at(row, columns.amount)
    if columns.amount in row.unworked:
        return LeftOut(row.number, words, Why.UNWORKED)
    if cell == "":
        return LeftOut(row.number, words, Why.HEADING)
    amount = amount_of(cell)
    if amount is None:
        return LeftOut(row.number, words, Why.UNCLEAR)
    if not words:
        return LeftOut(row.number, str(cell), Why.WORDLESS)
    hours = "" if columns.hours is None else _at(row, columns.hours)
    minutes = None if hours == "" else minutes_in(hours)
    if hours != "" and minutes is None:
        return LeftOut(row.number, words, Why.HOURS)
    line = Line(row.number, words, amount, minutes)
    return LeftOut(row.number, words, Why.SUM, line) if is_sum(words) else line


def _words(row: Row, columns: Columns) -> str:
    """The words of a row; where its cell is empty, as below a merged one, the first other text."""
    told = _at(row, columns.words)
    if isinstance(told, str) and told:
        return told
    taken = {columns.amount, columns.hours, columns.number}
    others = (cell for place, cell in enumerate(row.cells) if place not in taken and cell != "")
    return next((one for one in others if isinstance(one, str)), "" if told == "" else str(told))


def _at(row: Row, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else ""
