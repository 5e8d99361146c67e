"""A page of a paper as a picture that becomes smaller where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QPixmap

_A4: Final = 297 / 210
_BAR: Final = 6
_MARK_GAP: Final = 8


class Mark(NamedTuple):
    """``words`` beside the page, level with what stands from ``top`` to ``bottom``, 0 to 1."""

    words: str
    top: float
    bottom: float


class PagePicture(QLabel):
    """At most ``widest`` pixels wide; the accessible name says which page it is.

    Marks stand in a margin at the left, beside the page and never on it.
    """

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self._marks: tuple[Mark, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, picture: QPixmap, name: str, marks: Sequence[Mark] = ()) -> None:
        """Show ``picture`` with ``marks``; ``name`` is what a screen reader says of it."""
        self._marks = tuple(marks)
        self.setPixmap(picture)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    @property
    def gutter(self) -> int:
        """The room for marks at the left of the page; none where there are no marks."""
        letters = self.fontMetrics()
        wide = max((letters.horizontalAdvance(one.words) for one in self._marks), default=0)
        return wide + 2 * _BAR + 2 * _MARK_GAP if self._marks else 0

    @property
    def page_box(self) -> QRect:
        """Where the page itself stands."""
        wide = max(1, min(self.width() - self.gutter, self._widest))
        return QRect(self.gutter, 0, wide, self._tall(wide))

    def sizeHint(self) -> QSize:
        """As wide as allowed."""
        return QSize(self._widest + self.gutter, self._tall(self._widest))

    def minimumSizeHint(self) -> QSize:
        """However narrow the window is, the page fits."""
        return QSize(1, 1)

    def hasHeightForWidth(self) -> bool:
        """The page keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at ``width``."""
        return self._tall(max(1, min(width - self.gutter, self._widest)))

    def _tall(self, wide: int) -> int:
        size = self.pixmap().size()
        shape = size.height() / size.width() if size.width() else _A4
        return round(wide * shape)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page with a thin edge, and beside it the marks."""
        box = self.page_box
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self.pixmap())
        colours = colours_of(self.palette())
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        for one in self._marks:
            self._paint_mark(painter, one, box)
        painter.end()

    def _paint_mark(self, painter: QPainter, mark: Mark, box: QRect) -> None:
        """The words and a bar, level with what they are about."""
        ink = QColor(colours_of(self.palette()).warn)
        letters = self.fontMetrics().height()
        middle = round((mark.top + mark.bottom) / 2 * box.height())
        tall = max(letters, round((mark.bottom - mark.top) * box.height()))
        bar = QRect(box.left() - _MARK_GAP - _BAR, middle - tall // 2, _BAR, tall)
        painter.fillRect(bar, ink)
        painter.setPen(ink)
        words = QRect(0, middle - letters // 2, bar.left() - _BAR, letters)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, mark.words)
