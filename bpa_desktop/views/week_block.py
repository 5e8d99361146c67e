"""One week of the roster's grid: its heads, its rows of buttons, its cover and its totals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.findings import Severity
from bpa_desktop.i18n import _, hours, weekday_short
from bpa_desktop.services.wish_words import hours_limit
from bpa_desktop.views.hyphens import SOFT
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.roster_cells import NOBODY, faces
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGridLayout

    from bpa_desktop.services.week import Roster, RosterDay, RosterRow
    from bpa_desktop.views.roster_cells import Face

_FIRST_DAY: Final = 1
_BREAK: Final = re.compile(r"(\w{4,}?)((?:tors|fre)?dag)\b")
"""Danish holidays are long words above narrow columns: ``Skær-torsdag``."""
Shape = tuple[tuple[str, int], ...]
Faces = list[list[list["Face"]]]


def shape_of(week: Roster, lines: Faces) -> Shape:
    """Which rows there are, and how many buttons lie below each other in each."""
    keys = [NOBODY, *(row.helper.id for row in week.rows if row.helper is not None)]
    tall = [max(1, *(len(cell) for cell in row)) for row in lines]
    return tuple(zip(keys, tall, strict=True))


def faces_of(week: Roster) -> Faces:
    """The buttons by row, by day, top-down."""
    rows = (week.unfilled, *week.rows)
    return [[faces(week, row, cell) for cell in row.cells] for row in rows]


class WeekBlock:
    """Stands in ``grid`` from the line ``top`` on.

    ``days_before`` counts the days that stand above it in the same grid.
    """

    def __init__(self, grid: QGridLayout, top: int, days_before: int, shape: Shape) -> None:
        self._grid = grid
        self._days_before = days_before
        self.shape = shape
        self.lines: list[list[ShiftButton]] = []
        self._heads: list[Text] = []
        self._covers: list[Text] = []
        self._totals: list[Text] = []
        self._number = Text("", "label", "muted")
        self._top = top
        self.first_row = top + 1

    def build(self, week: Roster) -> int:
        """Place everything; gives the line after the last."""
        top = self._top
        self._grid.addWidget(self._number, top, 0)
        for column, _day in enumerate(week.days, start=_FIRST_DAY):
            head = Text("", "label", "muted")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._heads.append(head)
            self._grid.addWidget(head, top, column)
            self._grid.setColumnStretch(column, 1)
        line = self.first_row
        for row, (key, tall) in zip((week.unfilled, *week.rows), self.shape, strict=True):
            self._build_row(row, key, line, tall)
            line += tall
        self._build_cover(week, line)
        return line + 1

    def _build_row(self, row: RosterRow, key: str, line: int, tall: int) -> None:
        self._grid.addWidget(_row_head(row), line, 0)
        for step in range(tall):
            buttons = []
            for at in range(len(row.cells)):
                button = ShiftButton("", "empty", "")
                button.setObjectName(f"{key}/{self._days_before + at}/{step}")
                self._grid.addWidget(button, line + step, at + _FIRST_DAY)
                buttons.append(button)
            self.lines.append(buttons)
        total = Text("", tone="muted")
        total.setWordWrap(False)
        total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._totals.append(total)
        self._grid.addWidget(total, line, len(row.cells) + _FIRST_DAY)

    def _build_cover(self, week: Roster, line: int) -> None:
        self._grid.addWidget(Text(_("Cover"), "label", "muted"), line, 0)
        for column, _day in enumerate(week.days, start=_FIRST_DAY):
            cover = Text("", "label", "muted")
            cover.setWordWrap(False)
            cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._covers.append(cover)
            self._grid.addWidget(cover, line, column)

    def show_texts(self, week: Roster, *, with_number: bool) -> None:
        """Show the days, the cover and the totals; the number of the week where it is needed."""
        number = _("Week {number}").format(number=week.first.isocalendar().week)
        self._number.setText(number if with_number else "")
        for day, head, cover in zip(week.days, self._heads, self._covers, strict=True):
            _show_day(day, head, cover)
        for row, total in zip((week.unfilled, *week.rows), self._totals, strict=True):
            _show_total(week, row, total)

    def pairs(self, found: Faces) -> Iterator[tuple[ShiftButton, Face | None]]:
        """Every button with what it shows; None where a cell is not as tall as its row."""
        lines = iter(self.lines)
        for row, (_key, tall) in zip(found, self.shape, strict=True):
            for step in range(tall):
                for button, cell in zip(next(lines), row, strict=True):
                    yield button, cell[step] if step < len(cell) else None


def _row_head(row: RosterRow) -> QWidget:
    widget = QWidget()
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    if row.helper is not None and row.sign is not None:
        line.addWidget(HelperMark(row.sign.letters, row.sign.number))
        line.addWidget(Text(row.helper.first_name, "label"), 1)
    else:
        line.addWidget(Text(_("Unfilled"), "label"), 1)
    return widget


def _show_total(week: Roster, row: RosterRow, total: Text) -> None:
    """The hours of the week, and below them what is agreed when they lie outside it."""
    if row.helper is None:
        return
    words = [_("{hours} h").format(hours=hours(row.minutes))]
    found = week.week_hours.get((row.helper.id, monday(week.first)))
    if found is not None:
        words.append(hours_limit(found))
    total.setText("\n".join(words))
    total.setAccessibleName(", ".join(words) if found is not None else "")
    total.set_tone("muted" if found is None or found.severity is Severity.HINT else "warn")


def _show_day(day: RosterDay, head: Text, cover: Text) -> None:
    short = f"{weekday_short(day.day)} {day.day.day}"
    words = [short, day.holiday]
    head.setText("\n".join(hyphened(word) for word in words if word))
    head.set_tone("accent" if day.is_today else "muted")
    head.setAccessibleName(", ".join([*filter(None, words), *([_("today")] * day.is_today)]))
    needed, covered = hours(day.cover.needed), hours(day.cover.covered)
    cover.setText(_("{covered} of {needed}").format(covered=covered, needed=needed))
    cover.set_tone("warn" if day.cover.uncovered else "muted")


def hyphened(name: str) -> str:
    """The name of a holiday with a place at which it may break: ``Skær-torsdag``."""
    return _BREAK.sub(rf"\1{SOFT}\2", name)
