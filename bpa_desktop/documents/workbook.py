"""The shifts of a period as rows: a spreadsheet with sums for each helper, and a text file."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import xlsxwriter

from bpa_desktop.i18n import _, language, pgettext, weekday_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.worksheet import Worksheet

    Value = str | int | dt.date | dt.time | None

_MINUTES_PER_HOUR: Final = 60
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins like this would be reckoned out by a spreadsheet that opens a text file."""
_WIDEST: Final = 40
_NARROWEST: Final = 8
_MIDNIGHT: Final = dt.time()


@dataclass(frozen=True, kw_only=True)
class RosterLine:
    """One shift; ``helper`` is empty when it is unfilled, ``minutes`` are real ones.

    ``start`` and ``end`` are as worked once worked, the planned ones as planned. ``kind`` and
    ``state`` are words in the language of the file.
    """

    start: dt.datetime
    end: dt.datetime
    minutes: int
    helper: str
    kind: str
    state: str
    planned_start: dt.datetime
    planned_end: dt.datetime
    deviation: str = ""


@dataclass(frozen=True, kw_only=True)
class HelperSum:
    """One helper's shifts in the period, and the minutes of all and of the worked ones."""

    helper: str
    shifts: int
    minutes: int
    worked: int


@dataclass(frozen=True, kw_only=True)
class RosterSheet:
    """The shifts in order, and the sums; called-off shifts stand in no sum."""

    title: str
    made_on: dt.date
    lines: tuple[RosterLine, ...]
    sums: tuple[HelperSum, ...]


def roster_csv(sheet: RosterSheet) -> bytes:
    """The shifts as text: UTF-8 with its mark, semicolons, and the language's own decimal sign."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_titles())
    for line in sheet.lines:
        writer.writerow(map(_as_text, _values(line)))
    return text.getvalue().encode("utf-8-sig")


def _titles() -> list[str]:
    return [
        _("Day"),
        _("Weekday"),
        _("From"),
        _("To"),
        _("Hours"),
        _("Helper"),
        _("Kind"),
        _("State"),
        _("Planned from"),
        _("Planned to"),
        _("Reason for a deviation"),
    ]


def _values(line: RosterLine) -> list[Value]:
    """The cells of a row: minutes as a whole number, texts and times as they are."""
    return [
        line.start.date(),
        weekday_words(line.start.date()),
        line.start.time(),
        line.end.time(),
        line.minutes,
        line.helper or pgettext("roster", "unfilled"),
        line.kind,
        line.state,
        line.planned_start.time(),
        line.planned_end.time(),
        line.deviation,
    ]


def _as_text(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_ACTIVE) else value
    if isinstance(value, int):
        return _decimal(value)
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    return value.isoformat() if value is not None else ""


def _decimal(minutes: int) -> str:
    """Hours without thousands signs, so that a spreadsheet reads them as a number.

    With four places, so that the sum of many shifts is that of their minutes.
    """
    text = f"{minutes / _MINUTES_PER_HOUR:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language() == "da" else text


def roster_xlsx(sheet: RosterSheet) -> bytes:
    """The shifts and the sums as a spreadsheet; texts are never reckoned out."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        created = dt.datetime.combine(sheet.made_on, _MIDNIGHT)
        book.set_properties({"title": sheet.title, "author": "BPA Desktop", "created": created})
        writer = _Writer(book)
        writer.page(_("Shifts"), _titles(), [_values(line) for line in sheet.lines])
        sums: list[list[Value]] = [
            [one.helper, one.shifts, one.minutes, one.worked] for one in sheet.sums
        ]
        titles = [_("Helper"), _("Number of shifts"), _("Hours"), _("Worked hours")]
        writer.page(_("Sums"), titles, sums, counts=(1,))
    return made.getvalue()


class _Writer:
    """Writes pages of rows under titles that stay in sight."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._title = book.add_format({"bold": True, "bottom": 1})
        self._hours = book.add_format({"num_format": "0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._time = book.add_format({"num_format": "hh:mm", "align": "left"})

    def page(
        self,
        name: str,
        titles: Sequence[str],
        rows: Sequence[Sequence[Value]],
        counts: Iterable[int] = (),
    ) -> None:
        """Write ``rows``; a whole number is minutes, but in the columns ``counts`` a number."""
        page = self._book.add_worksheet(name)
        page.freeze_panes(1, 1)
        for column, title in enumerate(titles):
            page.write_string(0, column, title, self._title)
            for row, values in enumerate(rows, start=1):
                self._cell(page, row, column, values[column], is_count=column in counts)
            longest = max([len(title), *(_length(values[column]) for values in rows)])
            page.set_column(column, column, max(_NARROWEST, min(longest, _WIDEST)) + 2)
        page.autofilter(0, 0, max(len(rows), 1), len(titles) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _cell(
        self, page: Worksheet, row: int, column: int, value: Value, *, is_count: bool
    ) -> None:
        if isinstance(value, str):
            page.write_string(row, column, value)
        elif isinstance(value, int):
            number = value if is_count else value / _MINUTES_PER_HOUR
            page.write_number(row, column, number, None if is_count else self._hours)
        elif isinstance(value, dt.time):
            page.write_datetime(row, column, value, self._time)
        elif value is not None:
            page.write_datetime(row, column, value, self._day)


def _length(value: Value) -> int:
    return len(value) if isinstance(value, str) else len("2026-03-16")
