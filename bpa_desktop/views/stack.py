"""Widgets below each other without margins, as the inside of a page or a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stack(QWidget):
    """A column with ``gap`` pixels between its widgets."""

    def __init__(self, gap: int, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` below what is there."""
        self.column.addWidget(widget)

    def swap(self, old: QWidget | None, new: QWidget) -> None:
        """Place ``new`` last, in the stead of ``old``."""
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.column.addWidget(new)
        new.show()
