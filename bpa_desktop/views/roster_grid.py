"""The week as a grid of real buttons: a row for each helper, the unfilled shifts on top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QWidget

from bpa_desktop.i18n import _, hours, weekday_short
from bpa_desktop.views.hyphens import SOFT
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.roster_cells import NOBODY, faces
from bpa_desktop.views.roving import GridFocus
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.week import Roster, RosterDay, RosterRow
    from bpa_desktop.views.roster_cells import Face, Target

_HEADS: Final = 1
_FIRST_DAY: Final = 1
_BREAK: Final = re.compile(r"(\w{4,}?)((?:tors|fre)?dag)\b")
"""Danish holidays are long words above narrow columns: ``Skær-torsdag``."""
Shape = tuple[tuple[str, int], ...]


def shape_of(roster: Roster, lines: list[list[list[Face]]]) -> Shape:
    """Which rows there are, and how many buttons lie below each other in each."""
    keys = [NOBODY, *(row.helper.id for row in roster.rows if row.helper is not None)]
    tall = [max(1, *(len(cell) for cell in row)) for row in lines]
    return tuple(zip(keys, tall, strict=True))


def faces_of(roster: Roster) -> list[list[list[Face]]]:
    """The buttons by row, by day, top-down."""
    rows = (roster.unfilled, *roster.rows)
    return [[faces(roster, row, cell) for cell in row.cells] for row in rows]


class RosterGrid(QWidget):
    """One Tab stop; ``pressed`` tells what a press was about.

    A roster of the same shape is shown in the same buttons, so that the focus and what a screen
    reader knows stay where they are.
    """

    pressed = Signal(object)
    page_up = Signal()
    page_down = Signal()

    def __init__(self, roster: Roster, chosen: str, *, read_only: bool = False) -> None:
        super().__init__()
        self.setObjectName("roster_grid")
        self._read_only = read_only
        found = faces_of(roster)
        self._shape = shape_of(roster, found)
        self._buttons: list[list[ShiftButton]] = []
        self._targets: dict[ShiftButton, Target] = {}
        self._heads: list[Text] = []
        self._covers: list[Text] = []
        self._totals: list[Text] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build(roster)
        self._settle_sizes()
        self._focus = GridFocus(parent=self)
        self._focus.page_up.connect(self.page_up)
        self._focus.page_down.connect(self.page_down)
        self._show(roster, found, chosen)
        self._point_to_today(roster)

    def _build(self, roster: Roster) -> None:
        for column, _day in enumerate(roster.days, start=_FIRST_DAY):
            head = Text("", "label", "muted")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._heads.append(head)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
        line = _HEADS
        for row, (key, tall) in zip((roster.unfilled, *roster.rows), self._shape, strict=True):
            self._build_row(row, key, line, tall)
            line += tall
        self._grid.addWidget(Text(_("Cover"), "label", "muted"), line, 0)
        for column, _day in enumerate(roster.days, start=_FIRST_DAY):
            cover = Text("", "label", "muted")
            cover.setWordWrap(False)
            cover.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._covers.append(cover)
            self._grid.addWidget(cover, line, column)

    def _build_row(self, row: RosterRow, key: str, line: int, tall: int) -> None:
        self._grid.addWidget(_row_head(row), line, 0)
        for step in range(tall):
            buttons = []
            for column, cell in enumerate(row.cells, start=_FIRST_DAY):
                button = ShiftButton("", "empty", "")
                button.setObjectName(f"{key}/{cell.day.weekday()}/{step}")
                button.clicked.connect(self._presser(button))
                self._grid.addWidget(button, line + step, column)
                buttons.append(button)
            self._buttons.append(buttons)
        total = Text("", tone="muted")
        total.setWordWrap(False)
        total.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._totals.append(total)
        self._grid.addWidget(total, line, len(row.cells) + _FIRST_DAY)

    def _presser(self, button: ShiftButton) -> Callable[[], None]:
        return lambda: self.pressed.emit(self._targets[button])

    def show_roster(self, roster: Roster, chosen: str) -> bool:
        """Show another roster in the same buttons; false when it has another shape.

        ``chosen`` is the id of the shift in the panel.
        """
        found = faces_of(roster)
        if shape_of(roster, found) != self._shape:
            return False
        self._show(roster, found, chosen)
        return True

    def _show(self, roster: Roster, found: list[list[list[Face]]], chosen: str) -> None:
        self.setAccessibleName(f"{roster.title()}, {roster.dates()}")
        for day, head, cover in zip(roster.days, self._heads, self._covers, strict=True):
            _show_day(day, head, cover)
        for row, total in zip((roster.unfilled, *roster.rows), self._totals, strict=True):
            total.setText(_("{hours} h").format(hours=hours(row.minutes)) if row.helper else "")
        empty: list[ShiftButton] = []
        lines = iter(self._buttons)
        for row_faces, (_key, tall) in zip(found, self._shape, strict=True):
            for step in range(tall):
                empty += self._show_line(next(lines), row_faces, step, chosen)
        self._put_away(empty)

    def _show_line(
        self, buttons: list[ShiftButton], row: list[list[Face]], step: int, chosen: str
    ) -> list[ShiftButton]:
        """Show one line of buttons; gives those that have nothing to show."""
        empty = []
        for button, cell in zip(buttons, row, strict=True):
            if step < len(cell):
                self._show_face(button, cell[step], chosen)
            else:
                self._targets.pop(button, None)
                empty.append(button)
        return empty

    def _show_face(self, button: ShiftButton, face: Face, chosen: str) -> None:
        self._targets[button] = face.target
        button.show_cell(
            face.text,
            face.look,
            face.spoken,
            warns=bool(face.warnings),
            chosen=face.target.key == chosen,
        )
        button.setProperty("whole_day", face.target.kind == "absence")
        button.setEnabled(not (self._read_only and face.target.kind == "slot"))
        button.setVisible(True)

    def _put_away(self, empty: list[ShiftButton]) -> None:
        """Hide buttons without losing the focus: it goes to the nearest one that stays."""
        focused = QApplication.focusWidget()
        if focused in empty:
            near = self._nearest(focused)
            if near is not None:
                near.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in empty:
            button.hide()
        self._focus.set_rows(
            [[one if one in self._targets else None for one in line] for line in self._buttons]
        )

    def _nearest(self, lost: QWidget) -> ShiftButton | None:
        places = {
            button: (at, column)
            for at, line in enumerate(self._buttons)
            for column, button in enumerate(line)
        }
        here = next(place for button, place in places.items() if button is lost)

        def distance(button: ShiftButton) -> int:
            at, column = places[button]
            return abs(at - here[0]) + abs(column - here[1])

        return min(self._targets, key=distance, default=None)

    def mark_chosen(self, chosen: str) -> None:
        """Mark the button of the shift ``chosen``, and no other."""
        for button, target in self._targets.items():
            if button.is_chosen != (target.key == chosen):
                button.set_chosen(on=target.key == chosen)

    def target_of(self, button: QWidget | None) -> Target | None:
        """What ``button`` is about."""
        return self._targets.get(button) if isinstance(button, ShiftButton) else None

    def _point_to_today(self, roster: Roster) -> None:
        column = next((at for at, day in enumerate(roster.days) if day.is_today), 0)
        first = (line[column] for line in self._buttons if line[column] in self._targets)
        button = next(first, None)
        if button is not None:
            self._focus.point_to(button)

    def changeEvent(self, event: QEvent) -> None:
        """The gaps follow the size that was chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle_sizes()

    def _settle_sizes(self) -> None:
        """The row of unfilled shifts is as tall when it is empty, so that nothing moves."""
        sizes = sizes_for(self)
        self._grid.setSpacing(sizes.gap)
        self._grid.setRowMinimumHeight(_HEADS, sizes.target)


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


def _show_day(day: RosterDay, head: Text, cover: Text) -> None:
    short = f"{weekday_short(day.day)} {day.day.day}"
    words = [short, day.holiday]
    head.setText("\n".join(_BREAK.sub(rf"\1{SOFT}\2", word) for word in words if word))
    head.set_tone("accent" if day.is_today else "muted")
    head.setAccessibleName(", ".join([*filter(None, words), *([_("today")] * day.is_today)]))
    needed, covered = hours(day.cover.needed), hours(day.cover.covered)
    cover.setText(_("{covered} of {needed}").format(covered=covered, needed=needed))
    cover.set_tone("warn" if day.cover.uncovered else "muted")
