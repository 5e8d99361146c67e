"""Cards side by side in equal height, and below each other where there is no room for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class _Column(NamedTuple):
    item: QLayoutItem
    letters: int
    share: int


class Columns(QLayout):
    """Each column is at least so many letters wide; what is left is divided by the shares."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._columns: list[_Column] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        self._smallest = QSize()
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, letters: int, share: int = 1) -> None:
        """Place ``widget`` as the last column."""
        self.addWidget(widget)
        last = self._columns[-1]
        self._columns[-1] = _Column(last.item, letters, share)
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._columns.append(_Column(item, 0, 1))

    def count(self) -> int:
        """How many columns there are."""
        return len(self._columns)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, or None behind the last."""
        return self._columns[index].item if 0 <= index < len(self._columns) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and give the item at ``index``."""
        if not 0 <= index < len(self._columns):
            return None
        self.invalidate()
        return self._columns.pop(index).item

    def invalidate(self) -> None:
        """Something changed its size."""
        self._heights.clear()
        self._smallest = QSize()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Never taller than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the tallest column, or of all of them below each other."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Move every widget to its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything side by side."""
        gaps = self._gap * max(0, len(self._columns) - 1)
        wide = sum(max(self._least(one), one.item.sizeHint().width()) for one in self._columns)
        return QSize(wide + gaps, self.heightForWidth(wide + gaps))

    def minimumSize(self) -> QSize:
        """As narrow as the widest column can be made."""
        if not self._smallest.isValid():
            sizes = [one.item.minimumSize() for one in self._columns] or [QSize(0, 0)]
            wide = max(size.width() for size in sizes)
            self._smallest = QSize(wide, max(size.height() for size in sizes))
        return self._smallest

    def _least(self, column: _Column) -> int:
        parent = self.parentWidget()
        letter = parent.fontMetrics().horizontalAdvance("n") if parent is not None else 0
        return max(column.letters * letter, column.item.minimumSize().width())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        least = [self._least(one) for one in self._columns]
        left = rect.width() - sum(least) - self._gap * (len(least) - 1)
        if left < 0:
            return self._stack(rect, move=move)
        shares = sum(one.share for one in self._columns) or 1
        widths = [
            wide + left * one.share // shares
            for one, wide in zip(self._columns, least, strict=True)
        ]
        heights = [_height(one.item, wide) for one, wide in zip(self._columns, widths, strict=True)]
        tall = max(heights, default=0)
        x = rect.left()
        for one, wide in zip(self._columns, widths, strict=True):
            if move:
                one.item.setGeometry(QRect(x, rect.top(), wide, tall))
            x += wide + self._gap
        return tall

    def _stack(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for one in self._columns:
            tall = _height(one.item, rect.width())
            if move:
                one.item.setGeometry(QRect(rect.left(), top, rect.width(), tall))
            top += tall + self._gap
        return max(0, top - self._gap - rect.top())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
