"""One week or two as a grid of real buttons: a row for each helper, the unfilled shifts on top.

Two weeks stand below each other, not beside: fourteen columns would leave no button its size
next to the side panel, and the same weekday of both weeks stands in the same column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from bpa_desktop.views.roving import GridFocus
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.week_block import WeekBlock, faces_of, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.services.week import Roster
    from bpa_desktop.views.roster_cells import Face, Target
    from bpa_desktop.views.week_block import Faces


_BETWEEN_WEEKS: Final = 12


class RosterGrid(QWidget):
    """One Tab stop; ``pressed`` tells what a press was about.

    A roster of the same shape is shown in the same buttons, so that the focus and what a screen
    reader knows stay where they are. ``chosen`` are the ids of the shifts that are marked.
    """

    pressed = Signal(object)
    page_up = Signal()
    page_down = Signal()

    def __init__(self, roster: Roster, chosen: frozenset[str], *, read_only: bool = False) -> None:
        super().__init__()
        self.setObjectName("roster_grid")
        self._read_only = read_only
        self._blocks: list[WeekBlock] = []
        self._targets: dict[ShiftButton, Target] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        weeks = roster.weeks()
        found = [faces_of(week) for week in weeks]
        self._build(weeks, found)
        self._settle_sizes()
        self._focus = GridFocus(parent=self)
        self._focus.page_up.connect(self.page_up)
        self._focus.page_down.connect(self.page_down)
        self._show(roster, found, chosen)
        self._point_to_today(roster)

    def _build(self, weeks: Sequence[Roster], found: Sequence[Faces]) -> None:
        top, days = 0, 0
        for week, lines in zip(weeks, found, strict=True):
            if top:
                self._grid.setRowMinimumHeight(top, _BETWEEN_WEEKS)
                top += 1
            block = WeekBlock(self._grid, top, days, shape_of(week, lines))
            top, days = block.build(week), days + len(week.days)
            self._blocks.append(block)
        for button in self._buttons():
            button.clicked.connect(self._presser(button))

    def _lines(self) -> list[list[ShiftButton]]:
        return [line for block in self._blocks for line in block.lines]

    def _buttons(self) -> list[ShiftButton]:
        return [button for line in self._lines() for button in line]

    def _presser(self, button: ShiftButton) -> Callable[[], None]:
        return lambda: self.pressed.emit(self._targets[button])

    def show_roster(self, roster: Roster, chosen: frozenset[str]) -> bool:
        """Show another roster in the same buttons; false when it has another shape."""
        weeks = roster.weeks()
        found = [faces_of(week) for week in weeks]
        shapes = [shape_of(week, lines) for week, lines in zip(weeks, found, strict=True)]
        if shapes != [block.shape for block in self._blocks]:
            return False
        self._show(roster, found, chosen)
        return True

    def _show(self, roster: Roster, found: Sequence[Faces], chosen: frozenset[str]) -> None:
        self.setAccessibleName(f"{roster.title()}, {roster.dates()}")
        empty: list[ShiftButton] = []
        for block, week, lines in zip(self._blocks, roster.weeks(), found, strict=True):
            block.show_texts(week, with_number=len(self._blocks) > 1)
            for button, face in block.pairs(lines):
                if face is not None:
                    self._show_face(button, face, chosen)
                else:
                    self._targets.pop(button, None)
                    empty.append(button)
        self._put_away(empty)

    def _show_face(self, button: ShiftButton, face: Face, chosen: frozenset[str]) -> None:
        self._targets[button] = face.target
        button.show_cell(
            face.text,
            face.look,
            face.spoken,
            warns=bool(face.warnings),
            chosen=face.target.key in chosen,
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
            [[one if one in self._targets else None for one in line] for line in self._lines()]
        )

    def _nearest(self, lost: QWidget) -> ShiftButton | None:
        places = {
            button: (at, column)
            for at, line in enumerate(self._lines())
            for column, button in enumerate(line)
        }
        here = next(place for button, place in places.items() if button is lost)

        def distance(button: ShiftButton) -> int:
            at, column = places[button]
            return abs(at - here[0]) + abs(column - here[1])

        return min(self._targets, key=distance, default=None)

    def mark_chosen(self, chosen: frozenset[str]) -> None:
        """Mark the buttons of the shifts ``chosen``, and no other."""
        for button, target in self._targets.items():
            if button.is_chosen != (target.key in chosen):
                button.set_chosen(on=target.key in chosen)

    def target_of(self, button: QWidget | None) -> Target | None:
        """What ``button`` is about."""
        return self._targets.get(button) if isinstance(button, ShiftButton) else None

    def _point_to_today(self, roster: Roster) -> None:
        today = next((day.day for day in roster.days if day.is_today), roster.first)
        first = (
            button
            for line in self._lines()
            for button in line
            if button in self._targets and self._targets[button].day == today
        )
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
        for block in self._blocks:
            self._grid.setRowMinimumHeight(block.first_row, sizes.target)
