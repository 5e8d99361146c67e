"""The municipality's budget from a spreadsheet: read, shown as it is understood, and put in."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget import Budget, BudgetLine, MoneyClass
from bpa_desktop.domain.budget_building import usual_class
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, hours, money, ngettext
from bpa_desktop.intake.budget_lines import Why, budget_lines, guess
from bpa_desktop.intake.budget_words import likely
from bpa_desktop.intake.spreadsheet import read_table
from bpa_desktop.services.budgets import save_budget

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.intake.budget_lines import Columns, LeftOut, Line, Lines
    from bpa_desktop.intake.spreadsheet import Sheet, Table
    from bpa_desktop.services.session import Session

_LETTERS: Final = 24
_QUIET: Final = frozenset({Why.HEADING})
"""What is left out without a word: rows that head others."""


class NoLines(BpaError):
    """Not one row of the table is a line of a budget."""

    sentence = N_("No row is a line with words and an amount. Choose other columns.")


class BudgetFile(NamedTuple):
    """A file as it was read: its name without the ending, and its sheets."""

    name: str
    table: Table


class Reading(NamedTuple):
    """How a table is understood: the sheet, what its columns are, and the days of the budget.

    ``with_sums`` takes rows that look like sums as lines too. ``last`` belongs to the budget.
    """

    file: BudgetFile
    sheet: int
    columns: Columns
    name: str
    first: dt.date
    last: dt.date
    with_sums: bool = False

    @property
    def table(self) -> Sheet:
        """The sheet that is read."""
        return self.file.table.sheets[self.sheet]


class Foreseen(NamedTuple):
    """What would be put in: the lines with what they are probably for, and what is left out."""

    lines: tuple[BudgetLine, ...]
    sums: tuple[LeftOut, ...]
    faults: tuple[LeftOut, ...]


def read_budget_file(path: Path, today: dt.date) -> Reading:
    """Read a file, and guess how it is to be understood; raises a ``BpaError`` that says why not.

    The sheet with the most lines comes first; the budget is for the year of ``today``, or the year
    in the file's name.
    """
    file = BudgetFile(path.stem, read_table(path))
    counts = [len(budget_lines(one, guess(one)).lines) for one in file.table.sheets]
    sheet = counts.index(max(counts))
    year = _year(path.stem, today.year)
    columns = guess(file.table.sheets[sheet])
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return Reading(file, sheet, columns, path.stem, first, last)


def _year(name: str, otherwise: int) -> int:
    """The one year from 2000 on that a name tells."""
    digits = "".join(letter if letter.isdigit() else " " for letter in name).split()
    years = {int(one) for one in digits if len(one) == len("2026") and one.startswith("20")}
    return years.pop() if len(years) == 1 else otherwise


def other_sheet(reading: Reading, sheet: int) -> Reading:
    """The same file with another sheet, whose columns are guessed anew."""
    return reading._replace(sheet=sheet, columns=guess(reading.file.table.sheets[sheet]))


def column_words(reading: Reading) -> list[str]:
    """A name for each column: its letter, with what heads it or stands first in it."""
    rows = reading.table.rows
    width = max(len(row.cells) for row in rows)
    return [_column(reading, place) for place in range(width)]


def _column(reading: Reading, place: int) -> str:
    cells = [(row.number, row.cells[place]) for row in reading.table.rows if place < len(row.cells)]
    header = reading.columns.header
    heads = [cell for number, cell in cells if number == header and cell != ""]
    first = heads or [cell for number, cell in cells if number > header and cell != ""]
    told = _shown(first[0])[:_LETTERS] if first else ""
    return f"{_letter(place)}: {told}" if told else _letter(place)


def _letter(place: int) -> str:
    """What a spreadsheet calls its columns: A to Z, then AA."""
    letters = ord("Z") - ord("A") + 1
    ahead = _letter(place // letters - 1) if place >= letters else ""
    return ahead + chr(ord("A") + place % letters)


def _shown(cell: object) -> str:
    return money(cell) if isinstance(cell, Decimal) else str(cell)


def foresee(reading: Reading) -> Foreseen:
    """What putting the table in would make; nothing is written."""
    found = budget_lines(reading.table, reading.columns)
    sums = [one for one in found.left_out if one.why is Why.SUM]
    lines = _with_sums(found, sums) if reading.with_sums else list(found.lines)
    faults = [one for one in found.left_out if one.why not in _QUIET and one.why is not Why.SUM]
    return Foreseen(
        tuple(_budget_line(line, place) for place, line in enumerate(lines, start=1)),
        tuple(sums),
        tuple(faults),
    )


def _with_sums(found: Lines, sums: list[LeftOut]) -> list[Line]:
    own = [one.line for one in sums if one.line is not None]
    return sorted([*found.lines, *own], key=lambda line: line.row)


def _budget_line(line: Line, place: int) -> BudgetLine:
    standard = likely(line.words)
    return BudgetLine(
        budget="",
        place=place,
        words=line.words,
        amount=line.amount,
        minutes=line.minutes,
        standard=standard,
        money_class=MoneyClass.ADVANCE if standard is None else usual_class(standard),
    )


def put_in_budget(session: Session, reading: Reading) -> tuple[Budget, int]:
    """Save the lines as a new budget, as one action, and tell how many. Raises ``NoLines``."""
    lines = foresee(reading).lines
    if not lines:
        raise NoLines
    budget = Budget(name=reading.name, valid_from=reading.first, valid_to=reading.last)
    saved = save_budget(session, N_("put in the budget {name}"), budget, lines)
    return saved, len(lines)


def foreseen_words(reading: Reading, found: Foreseen) -> str:
    """How many lines and kroner would be put in, and what is left out."""
    whole = sum((line.amount for line in found.lines), Decimal(0))
    text = ngettext(
        "{n} line was read, {sum} in all.", "{n} lines were read, {sum} in all.", len(found.lines)
    )
    said = [text.format(sum=money(whole)) if found.lines else _(NoLines.sentence)]
    if found.faults:
        said.append(
            ngettext(
                "{n} row cannot be read and is left out.",
                "{n} rows cannot be read and are left out.",
                len(found.faults),
            )
        )
    if reading.file.table.has_macro:
        said.append(_("The file has a macro. It was not run."))
    return " ".join(said)


def foreseen_line(line: BudgetLine) -> str:
    """``Aftentillæg, 1.460 timer: 59.392,80 kr.``."""
    named = line.words
    if line.minutes is not None:
        named = _("{line}, {hours} hours").format(line=line.words, hours=hours(line.minutes))
    return _("{what}: {amount}").format(what=named, amount=money(line.amount))


def fault_words(fault: LeftOut) -> str:
    """``Række 12, Løn: Beløbet kan ikke læses som et tal.``."""
    why = _(fault.why.value)
    if not fault.words:
        return _("Row {number}: {reason}").format(number=fault.row, reason=why)
    text = _("Row {number}, {words}: {reason}")
    return text.format(number=fault.row, words=fault.words[:_LETTERS], reason=why)
