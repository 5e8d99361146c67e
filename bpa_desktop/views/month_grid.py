"""A month as a calendar: a line for each week, a column for each weekday, a button for each day.

A row for each helper, as in the week, would need 31 columns: at 44 px a button it is wider than
any screen, and a day would be found by scrolling. In a calendar every day is where everybody
looks for it, is wide enough for a gaze or a tremor, and sums up what the week tells in full: who
is there, what is open, how much is covered. A press shows that day's lines beside the calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bpa_desktop.i18n import _, weekday_short, weekday_words
from bpa_desktop.views.day_button import DayButton
from bpa_desktop.views.month_cells import day_faces
from bpa_desktop.views.roster_cells import Target
from bpa_desktop.views.roster_totals import RosterTotals
from bpa_desktop.views.roving import GridFocus
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.week import Roster

_FIRST_DAY: Final = 1
_SPACING: Final = 16


def day_key(day: object) -> str:
    """By what the button of ``day`` is known, where a shift is by its id."""
    return f"day/{day}"


class MonthGrid(QWidget):
    """One Tab stop; ``pressed`` tells what a press was about, always a whole day."""

    pressed = Signal(object)
    page_up = Signal()
    page_down = Signal()

    def __init__(self, roster: Roster, chosen: frozenset[str]) -> None:
        super().__init__()
        self._buttons: dict[DayButton, Target] = {}
        self._calendar = QWidget()
        self._calendar.setObjectName("roster_grid")
        self._calendar.setAccessibleName(f"{roster.title()}, {roster.dates()}")
        self._grid = QGridLayout(self._calendar)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(self._calendar)
        if roster.rows:
            column.addWidget(RosterTotals(roster))
        self._add_heads(roster)
        rows = self._add_weeks(roster)
        self._settle_sizes()
        self._focus = GridFocus(rows, parent=self)
        self._focus.page_up.connect(self.page_up)
        self._focus.page_down.connect(self.page_down)
        for button in self._buttons:
            if button.day.is_today:
                self._focus.point_to(button)
        self.mark_chosen(chosen)

    def _add_heads(self, roster: Roster) -> None:
        self._grid.addWidget(Text(_("Week"), "label", "muted"), 0, 0)
        for day in roster.days[:7]:
            head = Text(weekday_short(day.day), "label", "muted")
            head.setAccessibleName(weekday_words(day.day))
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column = _FIRST_DAY + day.day.weekday()
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)

    def _add_weeks(self, roster: Roster) -> list[list[DayButton | None]]:
        faces = iter(day_faces(roster))
        rows: list[list[DayButton | None]] = []
        for line, week in enumerate(roster.days_by_week(), start=1):
            number = week[0].day.isocalendar().week
            head = Text(str(number), "label", "muted")
            head.setAccessibleName(_("Week {number}").format(number=number))
            self._grid.addWidget(head, line, 0)
            cells: list[DayButton | None] = [None] * 7
            for day in week:
                button = DayButton(next(faces))
                button.setObjectName(f"day/{day.day.day}")
                button.setProperty("whole_day", not button.day.shifts)
                button.clicked.connect(self._presser(button))
                target = Target("day", day_key(day.day), None, day.day)
                self._buttons[button] = target
                self._grid.addWidget(button, line, _FIRST_DAY + day.day.weekday())
                cells[day.day.weekday()] = button
            rows.append(cells)
        return rows

    def _presser(self, button: DayButton) -> Callable[[], None]:
        return lambda: self.pressed.emit(self._buttons[button])

    def mark_chosen(self, chosen: frozenset[str]) -> None:
        """Mark the days that are chosen, or in which a shift is."""
        for button, target in self._buttons.items():
            on = target.key in chosen or not chosen.isdisjoint(button.day.shifts)
            if button.is_chosen != on:
                button.set_chosen(on=on)

    def shifts_on(self, target: Target) -> tuple[str, ...]:
        """The ids of the shifts that begin on the day that a press was about."""
        found = (one.day.shifts for one, known in self._buttons.items() if known == target)
        return next(found, ())

    def target_of(self, button: QWidget | None) -> Target | None:
        """What ``button`` is about."""
        return self._buttons.get(button) if isinstance(button, DayButton) else None

    def changeEvent(self, event: QEvent) -> None:
        """The gaps follow the size that was chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle_sizes()

    def _settle_sizes(self) -> None:
        self._grid.setSpacing(sizes_for(self).gap)
