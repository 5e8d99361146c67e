"""A few sentences beside a record: kept as a draft while they are written, saved when left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.drafts import Draft

_GAP: Final = 4
LINES: Final = (2, 4)
"""At least and at most so many lines are seen at once."""
_PADDING: Final = 16
_STAYS: Final = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Why the focus goes away while the person is still at the field."""


class _Words(QPlainTextEdit):
    """A text of a few lines that Tab leaves; ``left`` comes when it is left."""

    left = Signal()

    def __init__(self, text: str, lines: tuple[int, int]) -> None:
        super().__init__(text)
        self._lines = lines
        self.setTabChangesFocus(True)
        self._measure()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the person goes on to something else."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Room for the same number of lines when the letters change."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setMinimumHeight(line * self._lines[0] + _PADDING)
        self.setMaximumHeight(line * self._lines[1] + _PADDING)


def next_match(field: QPlainTextEdit, pattern: str) -> QTextCursor | None:
    """What fits ``pattern`` next behind the cursor, else from the beginning; none where nothing."""
    document, expression = field.document(), QRegularExpression(pattern)
    for start in (field.textCursor(), QTextCursor(document)):
        found = document.find(expression, start)
        if not found.isNull():
            return found
    return None


class WordsField(Stack):
    """``save`` gets the text when it has changed; false means that it was refused.

    Without ``save`` the text is only kept as a draft, for whoever asks for ``text``.
    ``lines`` is how many are seen at least and at most.
    """

    def __init__(
        self,
        desk: Desk,
        label: str,
        saved: str,
        draft: Draft,
        save: Callable[[str], bool] | None = None,
        help_text: str = "",
        lines: tuple[int, int] = LINES,
    ) -> None:
        super().__init__(_GAP)
        self._saved = saved
        self._draft = draft
        self._save = save
        begun = draft.text
        self.control = _Words(saved if begun is None else begun, lines)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(help_text)
        self.control.setReadOnly(desk.read_only)
        words = Text(label, tone="muted")
        words.setBuddy(self.control)
        self.add(words)
        self.add(self.control)
        if help_text:
            self.add(Text(help_text, tone="muted"))
        self.control.textChanged.connect(self._keep)
        if save is not None:
            # What is pressed next must be pressed before anything moves.
            self.control.left.connect(lambda: QTimer.singleShot(0, self, self.take))

    @property
    def text(self) -> str:
        """What stands in the field, without blank ends."""
        return self.control.toPlainText().strip()

    def _keep(self) -> None:
        self._draft.keep(self.control.toPlainText(), self._saved)

    def settle(self) -> None:
        """Count what stands in the field as saved, for whoever saves it in another way."""
        self._saved = self.text
        self._draft.drop()

    def take(self) -> None:
        """Save what stands in the field, when it is not saved yet."""
        if self._save is None or self.text == self._saved:
            return
        if self._save(self.text):
            self._saved = self.text
            self._draft.drop()
