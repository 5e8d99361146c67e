"""The line at the bottom: the last thing that was done, in words, until the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bpa_desktop.views import paint
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.moods import MOOD_ICONS
from bpa_desktop.views.text import Text
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.moods import Mood

_LEFT = 16


class StatusLine(QWidget):
    """Its words can be read with the keyboard: F6 comes here too."""

    def __init__(self) -> None:
        super().__init__()
        self._mood: Mood = "ok"
        self.words = Text("", tone="muted")
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._make_room()

    def say(self, sentence: str, mood: Mood = "ok") -> None:
        """Keep ``sentence`` until the next one."""
        self._mood = mood
        self.words.setText(sentence)
        self.update()

    def _icon_side(self) -> int:
        return round(self.fontMetrics().height() * 0.95)

    def _make_room(self) -> None:
        self._row.setContentsMargins(_LEFT + self._icon_side() + 8, 8, _LEFT, 8)
        self.words.setMinimumHeight(self.words.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """The icon grows with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface with a line above, and a tick when there is something to read."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        paint.ground(painter, self.rect(), colours.surface)
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        painter.drawLine(0, 0, self.width(), 0)
        if self.words.text():
            side = self._icon_side()
            top = (self.height() - side) // 2
            paint_icon(
                painter, QRect(_LEFT, top, side, side), MOOD_ICONS[self._mood], colours.muted
            )
        painter.end()
