"""A labelled field: its name above, help below, and what is wrong with it in words."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.views.text import Text


class Field(QWidget):
    """``control`` with a visible ``label`` that is also its accessible name."""

    def __init__(self, label: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.control = control
        self._label = Text("", "strong")
        self._label.setBuddy(control)
        self.set_label(label)
        column.addWidget(self._label)
        column.addWidget(control)
        self._help = help_text
        self._below = Text(help_text, tone="muted")
        column.addWidget(self._below)
        self.set_problem("")
        if isinstance(control, QLineEdit):
            prime(control)

    def set_label(self, text: str) -> None:
        """Call the field ``text``."""
        self._label.setText(text)
        self.control.setAccessibleName(text)

    def set_problem(self, text: str) -> None:
        """Show what is wrong, where and how to mend it; "" shows the help again."""
        self._below.set_tone("danger" if text else "muted")
        self._below.setText(text or self._help)
        self._below.setVisible(bool(text or self._help))
        self.control.setAccessibleDescription(text or self._help)


def prime(edit: QLineEdit) -> None:
    """Make an empty field speak the first time it gets the focus.

    Some screen readers stay silent when the first caret event comes before the focus event.
    """
    edit.home(False)
    edit.setCursorPosition(0)
