"""The words below a control: its help, and what is wrong with what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QLabel

from bpa_desktop.i18n import _
from bpa_desktop.views.focus import show_whole
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


class Note:
    """Tells a problem below ``control``, or the help where the form itself shows none.

    The problem, else the help, is also the control's accessible description.
    """

    def __init__(self, words: Text, control: QWidget, help_text: str = "") -> None:
        self._words = words
        self._control = control
        self._help = help_text
        self._has_own_help = _has_help(control)
        self.problem = ""
        self.tell("")

    @classmethod
    def below(cls, control: QWidget, help_text: str) -> Note:
        """A note below ``control``; ``help_text`` is a msgid or empty."""
        words = Text("", tone="muted")
        words.setObjectName(f"{control.objectName()}__note")
        parent = control.parentWidget()
        _insert_below(parent.layout() if parent is not None else None, control, words)
        return cls(words, control, help_text)

    @classmethod
    def at_end_of(cls, form: QWidget) -> Note:
        """A note about ``form`` as a whole, below everything in it."""
        words = Text("", tone="muted")
        layout = form.layout()
        if layout is not None:
            layout.addWidget(words)
        return cls(words, form)

    def tell(self, problem: str) -> None:
        """Show ``problem``; "" takes it away."""
        self.problem = problem
        help_text = _(self._help)
        shown = problem or ("" if self._has_own_help else help_text)
        self._words.set_tone("danger" if problem else "muted")
        self._words.setText(shown)
        self._words.setVisible(bool(shown))
        self._control.setAccessibleDescription(problem or help_text)

    def come_into_sight(self) -> None:
        """Scroll to the control and the words below it, once both lie where they belong."""
        QTimer.singleShot(0, self._control, self._show_whole)

    def _show_whole(self) -> None:
        for widget in (self._words, self._control):
            show_whole(widget)

    def retranslate(self) -> None:
        """Show the help in the language that is spoken now."""
        if not self.problem:
            self.tell("")


def _has_help(control: QWidget) -> bool:
    parent = control.parentWidget()
    name = f"{control.objectName()}__help"
    return parent is not None and parent.findChild(QLabel, name) is not None


def _insert_below(layout: QLayout | None, control: QWidget, words: QWidget) -> None:
    """Put ``words`` after ``control`` in a column or a table of rows, else at the end."""
    if isinstance(layout, QBoxLayout):
        layout.insertWidget(layout.indexOf(control) + 1, words)
    elif isinstance(layout, QFormLayout):
        row: int = layout.getWidgetPosition(control)[0]  # type: ignore[index]
        layout.insertRow(row + 1, words)
    elif layout is not None:
        layout.addWidget(words)
