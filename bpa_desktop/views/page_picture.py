"""A page of a paper as a picture that becomes smaller where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap

_A4 = 297 / 210


class PagePicture(QLabel):
    """At most ``widest`` pixels wide; the accessible name says which page it is."""

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, picture: QPixmap, name: str) -> None:
        """Show ``picture``; ``name`` is what a screen reader says of it."""
        self.setPixmap(picture)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as allowed."""
        return QSize(self._widest, self.heightForWidth(self._widest))

    def minimumSizeHint(self) -> QSize:
        """However narrow the window is, the page fits."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """The page keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at ``width``."""
        size = self.pixmap().size()
        shape = size.height() / size.width() if size.width() else _A4
        return round(min(width, self._widest) * shape)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page with a thin edge, at the left."""
        wide = min(self.width(), self._widest)
        box = QRect(0, 0, wide, self.heightForWidth(wide))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self.pixmap())
        colours = colours_of(self.palette())
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()
