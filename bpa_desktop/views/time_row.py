"""One end of a shift: the time as a field to write in, and two large buttons that move it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.domain.entry import parse_time
from bpa_desktop.i18n import clock
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.field import prime
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk

_FIELD_LETTERS = 7
_SPACING = 4


class TimeRow(QWidget):
    """``set_time`` gets what was written, read in any way that a time may be said."""

    def __init__(
        self, desk: Desk, label: str, time: dt.datetime, set_time: Callable[[dt.time], object]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._time = time
        self._taken = clock(time)
        self._set_time = set_time
        self.buttons: list[Button] = []
        self.field = QLineEdit(clock(time))
        self.field.setAccessibleName(label)
        self.field.setReadOnly(desk.read_only)
        self.field.setMinimumWidth(sizes_for(self).target)
        prime(self.field)
        self.field.editingFinished.connect(self._take)
        words = Text(label, tone="muted")
        words.setBuddy(self.field)
        self._row = Row()
        self._row.add(self.field, chars=_FIELD_LETTERS, most=_FIELD_LETTERS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        column.addWidget(words)
        column.addWidget(self._row)

    def add_mover(self, text: str, press: Callable[[], object]) -> Button:
        """Place a button that moves the time beside the field."""
        button = Button(text, press=press)
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        self._row.add(button, stretch=True)
        return button

    def _take(self) -> None:
        text = self.field.text()
        if text == self._taken:
            return
        # The field says so once more when it goes away.
        self._taken = text

        def read() -> None:
            time = parse_time(text)
            if clock(time) != clock(self._time):
                self._set_time(time)

        if not self._desk.attempt(read):
            self.field.selectAll()
        elif self.field.text() == text:
            self.field.setText(clock(self._time))
