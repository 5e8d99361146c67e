"""Nothing moves under a mouse button that is held down.

A press first takes the focus from a field, and what was written there is saved. Were the screen
laid out anew at once, the button under the pointer would be another one when it is let go, and the
press would be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_AGAIN: Final = 10
"""Milliseconds between two looks at the buttons of the mouse."""


class Pressing(QObject):
    """Does things at once, or, while a mouse button is down, as soon as it is let go."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)

    def after(self, call: Callable[[], object]) -> None:
        """Do it now, or after what is being pressed; always in the order of asking."""
        if not self._waiting and not _is_pressed():
            call()
            return
        self._waiting.append(call)
        self._timer.start()

    def drop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def _look(self) -> None:
        if _is_pressed():
            return
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()


def _is_pressed() -> bool:
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
