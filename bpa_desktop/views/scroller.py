"""A part of the window that scrolls; with large page buttons in the size for eye gaze."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.style import sizes_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollBar

_KEPT = 48
_RING_ROOM = 8
_BUTTON_ROOM = 6
_PAGE_MARGIN = 24


class Scroller(QWidget):
    """Shows ``content`` in full width and scrolls it up and down."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.area = QScrollArea()
        # To name a viewport of Qt's own, PySide would go through every kind of widget there is.
        self.area.setViewport(QWidget())
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(content)
        self._content = content
        self._turns: _Turns | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.area, 1)
        layout = content.layout()
        self._margin = layout.contentsMargins().right() if layout is not None else 0
        self._bar.rangeChanged.connect(self._settle)
        self._bar.valueChanged.connect(self._settle)
        self._settle()

    @property
    def content(self) -> QWidget:
        """What is scrolled."""
        return self._content

    @property
    def _bar(self) -> QScrollBar:
        return self.area.verticalScrollBar()

    def begin(self) -> None:
        """Scroll to the top."""
        self._bar.setValue(0)

    def _turn(self, pages: int) -> None:
        step = max(self.area.viewport().height() - _KEPT, _KEPT)
        self._bar.setValue(self._bar.value() + pages * step)

    def _settle(self) -> None:
        bar = self._bar
        has_bar = bar.maximum() > bar.minimum()
        self._swap_margin(has_bar=has_bar)
        wanted = has_bar and sizes_for(self).is_gaze
        if wanted and self._turns is None:
            self._turns = _Turns(self._turn)
            self._row.addWidget(self._turns)
        if self._turns is not None:
            if self._turns.isHidden() == wanted:
                self._turns.setVisible(wanted)
                # The range may change while the row is laid out, which then forgets the newcomer.
                QTimer.singleShot(0, self, self._row.invalidate)
            self._turns.follow(bar)

    def _swap_margin(self, *, has_bar: bool) -> None:
        """The bar stands in the margin, so that nothing moves when it comes or goes."""
        layout = self.content.layout()
        if layout is None or self._margin < _PAGE_MARGIN:
            return
        margins = layout.contentsMargins()
        bar = sizes_for(self).scroll_bar
        margins.setRight(_RING_ROOM if has_bar else max(self._margin, bar) + _RING_ROOM)
        if margins != layout.contentsMargins():
            layout.setContentsMargins(margins)

    def changeEvent(self, event: QEvent) -> None:
        """The page buttons belong to one size only, and speak the language of the rest."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._settle()
        elif event.type() == QEvent.Type.LanguageChange and self._turns is not None:
            self._turns.retranslate()


class _Turns(QWidget):
    """The buttons that turn a page up and down."""

    def __init__(self, turn: Callable[[int], None]) -> None:
        super().__init__()
        self._up = Button("", icon="chevron-up", press=lambda: turn(-1))
        self._down = Button("", icon="chevron-down", press=lambda: turn(1))
        self.retranslate()
        self._roving = Roving([self._up, self._down])
        column = QVBoxLayout(self)
        column.setContentsMargins(9, _BUTTON_ROOM, 9, _BUTTON_ROOM)
        column.addWidget(self._up)
        column.addStretch(1)
        column.addWidget(self._down)

    def retranslate(self) -> None:
        """Name both in the language that is spoken now."""
        self._up.set_label(_("Up"))
        self._down.set_label(_("Down"))

    def follow(self, bar: QScrollBar) -> None:
        """Offer only a way there is."""
        self._up.setEnabled(bar.value() > bar.minimum())
        self._down.setEnabled(bar.value() < bar.maximum())
