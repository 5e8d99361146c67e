"""A short field with its buttons beside it, read in any way that a person may say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.field import prime
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.drafts import Draft

_SPACING = 4


class EntryRow(QWidget):
    """``take`` gets what was written; it raises why it cannot be read, or gives false if refused.

    Why stands below the field then. With ``on_leave`` the field is read when it is left, else
    only with Enter or a button whose press is ``read``. ``draft`` keeps what is not taken yet.
    """

    def __init__(
        self,
        desk: Desk,
        label: str,
        text: str,
        take: Callable[[str], object],
        *,
        letters: int,
        on_leave: bool = True,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._taken = text
        self._take = take
        self._draft = draft
        self.buttons: list[Button] = []
        begun = draft.text if draft is not None else None
        self.field = QLineEdit(text if begun is None else begun)
        self.field.setAccessibleName(label)
        self.field.setReadOnly(desk.read_only)
        self.field.setMinimumWidth(sizes_for(self).target)
        prime(self.field)
        if draft is not None:
            self.field.textChanged.connect(lambda typed: draft.keep(typed, text))
        if on_leave:
            self.field.editingFinished.connect(self._read_once)
        else:
            self.field.returnPressed.connect(self.read)
        self._lay_out(label, letters)

    def _lay_out(self, label: str, letters: int) -> None:
        words = Text(label, tone="muted")
        words.setBuddy(self.field)
        self._row = Row()
        self._row.add(self.field, chars=letters, most=letters)
        self._below = Text("", tone="danger")
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        for part in (words, self._row, self._below):
            column.addWidget(part)

    def add_button(self, text: str, press: Callable[[], object], *, stretch: bool = True) -> Button:
        """Place a button beside the field; with ``stretch`` it takes what room is left."""
        button = Button(text, press=press)
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        self._row.add(button, stretch=stretch)
        return button

    def _read_once(self) -> None:
        # The field says so once more when it goes away.
        if self.field.text() != self._taken:
            self.read()

    def read(self) -> None:
        """Take what stands in the field, or say below it why not."""
        text = self._taken = self.field.text()
        if self._draft is not None:
            # What is taken may show the field anew at once.
            self._draft.drop()
        done: list[object] = []
        if self._desk.attempt(lambda: done.append(self._take(text))) and done[0] is not False:
            self._tell("")
            return
        if self._draft is not None:
            self._draft.keep(text, "")
        self.field.selectAll()
        self._tell(self._desk.last_said)

    def _tell(self, problem: str) -> None:
        self._below.setText(problem)
        self._below.setVisible(bool(problem))
        self.field.setAccessibleDescription(problem)
