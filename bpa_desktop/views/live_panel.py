"""What the side panel shows about one record: it is made anew after every change."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from bpa_desktop.views.desk import Desk

_SPACING = 12


class LivePanel(QWidget):
    """A column of widgets; ``reopen`` shows the record as it is now, or closes the panel.

    ``gone`` comes when something else takes its place, or nothing.
    """

    gone = Signal()
    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "helper", "absence", "grant"})

    def __init__(self, desk: Desk, reopen: Callable[[], object]) -> None:
        super().__init__()
        self.desk = desk
        self._reopen = reopen
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(_SPACING)
        desk.changed.connect(self._changed)

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` below what is there."""
        self.column.addWidget(widget)

    @property
    def is_put_away(self) -> bool:
        """Whether something else stands in the side panel by now."""
        explicit = self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        return explicit and self.isHidden()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell when the panel is put away, not when the whole window is."""
        super().hideEvent(event)
        if self.is_put_away:
            self.gone.emit()

    def _changed(self, topics: frozenset[str]) -> None:
        if self.is_put_away:
            return
        if not topics:
            self.desk.close_panel()
        elif topics & self.TOPICS:
            self._reopen()
