"""The pay of a month as rows for whoever runs the payroll: a text file or a spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

import xlsxwriter

from bpa_desktop.documents.time_statement import harmless
from bpa_desktop.domain.money import hours_of
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    Value = str | Decimal | dt.date | dt.time | None

_MIDNIGHT: Final = dt.time()
_NARROWEST: Final = 8
_WIDEST: Final = 48


class PayColumn(Choice):
    """A column that can be chosen."""

    HELPER = "helper", N_("Helper")
    CPR = "cpr", N_("CPR number")
    MONTH = "month", N_("Month")
    WHAT = "what", N_("Pay type")
    STANDARD = "standard", N_("Line of the budget")
    HOURS = "hours", N_("Number of hours")
    RATE = "rate", N_("Rate")
    AMOUNT = "amount", N_("Kroner")


@dataclass(frozen=True, kw_only=True)
class PayRow:
    """One row; ``month`` is the first day of the month it is for, an earlier one in a correction.

    ``start`` and ``end`` are those of a shift by the wall clock, where the rows are by shift.
    ``hours`` is exact; what is not known or makes no sense for a row is None.
    """

    helper: str
    cpr: str
    month: dt.date
    what: str
    standard: str
    minutes: int | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class PayTable:
    """The rows, which columns are wanted, and whether each shift has rows of its own."""

    title: str
    made_on: dt.date
    columns: frozenset[PayColumn]
    rows: tuple[PayRow, ...]
    by_shift: bool = False


class _Column(NamedTuple):
    title: str
    value: Callable[[PayRow], Value]
    form: str
    """How a spreadsheet shows its numbers."""


def _columns(table: PayTable) -> Iterator[_Column]:
    chosen = {
        PayColumn.HELPER: _Column("", lambda row: row.helper, ""),
        PayColumn.CPR: _Column("", lambda row: row.cpr, ""),
        PayColumn.MONTH: _Column("", lambda row: f"{row.month:%Y-%m}", ""),
        PayColumn.WHAT: _Column("", lambda row: row.what, ""),
        PayColumn.STANDARD: _Column("", lambda row: row.standard, ""),
        PayColumn.HOURS: _Column("", _hours, "0.00"),
        PayColumn.RATE: _Column("", lambda row: row.rate, "#,##0.00##"),
        PayColumn.AMOUNT: _Column("", lambda row: row.amount, "#,##0.00"),
    }
    for key, column in chosen.items():
        if key in table.columns:
            yield column._replace(title=_(key.label))
        if key is PayColumn.MONTH and table.by_shift:
            yield from _times()


def _times() -> Iterator[_Column]:
    yield _Column(_("Day"), lambda row: row.start.date() if row.start else None, "yyyy-mm-dd")
    yield _Column(_("From"), lambda row: row.start.time() if row.start else None, "hh:mm")
    yield _Column(_("To"), lambda row: row.end.time() if row.end else None, "hh:mm")


def _hours(row: PayRow) -> Decimal | None:
    return None if row.minutes is None else hours_of(row.minutes)


def pay_csv(table: PayTable) -> bytes:
    """The rows as text: UTF-8 with its mark, semicolons, and the language's own decimal sign.

    No text can begin a formula. Kroner have two decimals, hours up to four.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    columns = tuple(_columns(table))
    writer.writerow([column.title for column in columns])
    for row in table.rows:
        writer.writerow([_as_text(column.value(row)) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Decimal):
        return _decimal(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return value.isoformat() if value is not None else ""


def _decimal(value: Decimal) -> str:
    """Without thousands signs, so that a spreadsheet reads a number."""
    text = f"{value:.4f}"
    while text.endswith("0") and text[-3] != ".":
        text = text[:-1]
    return text.replace(".", ",") if language() == "da" else text


def pay_xlsx(table: PayTable) -> bytes:
    """The rows as a spreadsheet with real numbers and times; texts are never reckoned out."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        created = dt.datetime.combine(table.made_on, _MIDNIGHT)
        book.set_properties({"title": table.title, "author": "BPA Desktop", "created": created})
        page = book.add_worksheet(_("Pay"))
        columns = tuple(_columns(table))
        bold = book.add_format({"bold": True, "bottom": 1})
        for place, column in enumerate(columns):
            page.write_string(0, place, column.title, bold)
            form = book.add_format({"num_format": column.form} if column.form else {})
            _fill(page, place, [column.value(row) for row in table.rows], form)
            page.set_column(place, place, _width(column, table.rows))
        page.freeze_panes(1, 1)
        if columns:
            page.autofilter(0, 0, max(len(table.rows), 1), len(columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    return made.getvalue()


def _fill(page: Worksheet, place: int, values: Sequence[Value], form: Format) -> None:
    for row, value in enumerate(values, start=1):
        if isinstance(value, str):
            page.write_string(row, place, value)
        elif isinstance(value, Decimal):
            page.write_number(row, place, float(value), form)
        elif value is not None:
            page.write_datetime(row, place, value, form)


def _width(column: _Column, rows: Sequence[PayRow]) -> int:
    texts = (column.value(row) for row in rows)
    longest = max([len(column.title), *(len(one) for one in texts if isinstance(one, str))])
    return max(_NARROWEST, min(longest, _WIDEST)) + 2
