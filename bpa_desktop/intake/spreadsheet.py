"""A spreadsheet or a text with columns, read into plain cells; a wrong file is refused."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import warnings
import zipfile
import zlib
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias
from xml.etree.ElementTree import ParseError

from bpa_desktop.errors import N_, BpaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from openpyxl import Workbook

Cell: TypeAlias = "str | Decimal"
"""A number stays a number, everything else is text without spaces around it; "" is an empty one."""

MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 40
MOST_MEGABYTES: Final = 20
_MOST_UNPACKED: Final = 60
"""Megabytes that a spreadsheet may hold when it is unpacked."""
_MEGABYTE: Final = 1_000_000
_MOST_EMPTY: Final = 1_000
"""So many empty rows after each other are the end of the table."""
_DECLARED_WITHIN: Final = 65_536
"""Bytes; openpyxl refuses what would be declared later."""
_MOST_LETTERS: Final = 2_000
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK"
_SIGNS: Final = ("\t", ";", ",")
_HARD_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009"), " ")
_SECONDS: Final = 3600

UNREADABLE: Final = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
    OverflowError,
    NotImplementedError,
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl raises on files that are no spreadsheets, or are made to do harm."""


class NotATable(BpaError):
    """The file is neither a spreadsheet nor a text with columns."""

    sentence = N_("This is not a spreadsheet. Choose a file that ends in .xlsx or .csv.")


class OldSpreadsheet(BpaError):
    """The file is of another kind of spreadsheet."""

    sentence = N_("This kind of spreadsheet cannot be read. Save it as .xlsx, and choose that.")


class LockedSpreadsheet(BpaError):
    """The file needs a password."""

    sentence = N_("The spreadsheet has a password. Save it without one, and choose that.")


class FaultySpreadsheet(BpaError):
    """The file says that it is a spreadsheet, but cannot be read as one."""

    sentence = N_("The spreadsheet is damaged and cannot be read. Nothing was put in.")


class TooLarge(BpaError):
    """The file is far larger than any budget."""

    sentence = N_("The file is far larger than a budget. Nothing was put in.")


class TooManyRows(BpaError):
    """The table is far longer than any budget."""

    sentence = N_("The table has more than {most} rows, and is no budget. Nothing was put in.")


class FileGone(BpaError):
    """The file cannot be opened."""

    sentence = N_("The file cannot be opened. Is it there, and may you read it?")


class Row(NamedTuple):
    """The cells of a row that is not empty, and its number in the file, from 1.

    ``unworked`` are the columns with a formula that no program has worked out yet.
    """

    number: int
    cells: tuple[Cell, ...]
    unworked: frozenset[int] = frozenset()


class Sheet(NamedTuple):
    """A table with a name; a text has one without."""

    name: str
    rows: tuple[Row, ...]


class Table(NamedTuple):
    """The sheets of a file that are not empty; ``has_macro`` tells of a program in it."""

    sheets: tuple[Sheet, ...]
    has_macro: bool = False


def read_table(path: Path) -> Table:
    """What stands in a ``.xlsx``, ``.xlsm`` or text file, told by what is in it, not by its name.

    Formulas give the value that was worked out when the file was saved; macros are never run.
    Raises a ``BpaError`` that says what is wrong: `NotATable`, `OldSpreadsheet`,
    `LockedSpreadsheet`, `FaultySpreadsheet`, `TooLarge`, `TooManyRows` or `FileGone`.
    """
    data = _bytes(path)
    if data.startswith(_OLE):
        raise LockedSpreadsheet if _ENCRYPTED in data else OldSpreadsheet
    table = _spreadsheet(data) if data.startswith(_ZIP) else Table((_text(data),))
    sheets = tuple(sheet for sheet in table.sheets if sheet.rows)
    if not sheets:
        raise NotATable
    return table._replace(sheets=sheets)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_MEGABYTES * _MEGABYTE:
            raise TooLarge
        return path.read_bytes()
    except OSError as error:
        raise FileGone from error


def _spreadsheet(data: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = _checked(archive)
    except UNREADABLE as error:
        raise FaultySpreadsheet from error
    try:
        sheets = tuple(_sheets(data))
    except UNREADABLE as error:
        raise FaultySpreadsheet from error
    return Table(sheets, "xl/vbaProject.bin" in names)


def _checked(archive: zipfile.ZipFile) -> frozenset[str]:
    """The names of the parts, after a look at what they would become unpacked."""
    parts = archive.infolist()
    if any(one.flag_bits & 1 for one in parts):
        raise LockedSpreadsheet
    if sum(one.file_size for one in parts) > _MOST_UNPACKED * _MEGABYTE:
        raise TooLarge
    if any(_declares(archive, one) for one in parts):
        raise FaultySpreadsheet
    names = frozenset(one.filename for one in parts)
    if "xl/workbook.xml" not in names:
        raise OldSpreadsheet if {"mimetype", "xl/workbook.bin"} & names else NotATable
    return names


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part begins with a declaration of its own entities, as no spreadsheet does."""
    with archive.open(part) as opened:
        begin = opened.read(_DECLARED_WITHIN).replace(b"\0", b"")
    return b"<!DOCTYPE" in begin or b"<!ENTITY" in begin


def _sheets(data: bytes) -> Iterator[Sheet]:
    """The sheets; a second look finds the formulas that have no value."""
    from openpyxl import load_workbook  # noqa: PLC0415 - a fifth of a second, and rare

    with warnings.catch_warnings():
        # It tells of parts that it leaves out, such as how cells are checked; they are not needed.
        warnings.simplefilter("ignore")
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        yield from _read(values, formulas)


def _read(values: Workbook, formulas: Workbook) -> Iterator[Sheet]:
    for sheet, told in zip(values.worksheets, formulas.worksheets, strict=True):
        rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        said = told.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        yield Sheet(sheet.title, tuple(_filled(_paired(rows, said))))


def _paired(
    rows: Iterable[tuple[Any, ...]], formulas: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[tuple[Cell, ...], frozenset[int]]]:
    for values, said in zip_longest(rows, formulas, fillvalue=()):
        unworked = frozenset(
            place
            for place, (value, text) in enumerate(zip(values, said, strict=False))
            if value is None and isinstance(text, str) and text.startswith("=")
        )
        yield _trimmed(map(_cell, values)), unworked


def _filled(rows: Iterable[tuple[tuple[Cell, ...], frozenset[int]]]) -> Iterator[Row]:
    """The rows in which something stands; raises `TooManyRows`."""
    count = empty = 0
    for number, (cells, unworked) in enumerate(rows, start=1):
        if not any(cell != "" for cell in cells) and not unworked:
            empty += 1
            if empty > _MOST_EMPTY:
                return
            continue
        empty = 0
        count += 1
        if count > MOST_ROWS:
            raise TooManyRows(most=MOST_ROWS)
        yield Row(number, cells, unworked)


def _trimmed(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells up to the last in which something stands."""
    found = list(cells)
    while found and found[-1] == "":
        found.pop()
    return tuple(found)


def _cell(value: Any) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)):
        return Decimal(repr(value)) if math.isfinite(value) else ""
    if isinstance(value, dt.timedelta):
        return Decimal(str(value.total_seconds())) / _SECONDS
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    return _plain(str(value))


def _plain(text: str) -> str:
    """``text`` with single ordinary spaces, and none around it."""
    return " ".join(text[:_MOST_LETTERS].translate(_HARD_SPACES).split())


def _text(data: bytes) -> Sheet:
    """A text whose columns are parted by tabs, semicolons or commas."""
    text = _decoded(data)
    first = [line for line in text.splitlines()[:10] if line.strip()]
    sign = next((one for one in _SIGNS if any(one in line for line in first)), "")
    if not sign:
        raise NotATable
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        found = ((_trimmed(map(_plain, row[:MOST_COLUMNS])), frozenset[int]()) for row in lines)
        return Sheet("", tuple(_filled(found)))
    except csv.Error as error:
        raise NotATable from error


def _decoded(data: bytes) -> str:
    """Text as spreadsheet programs save it: UTF-8, UTF-16 with its mark, else Windows-1252."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not is_wide and (b"\0" in data or data.startswith(b"%PDF")):
        raise NotATable
    for codec in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise NotATable
