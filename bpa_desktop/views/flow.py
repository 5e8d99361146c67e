"""A row that breaks into more rows when the words no longer fit beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

from bpa_desktop.views.style import sizes_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QLayoutItem, QWidget


_TOLD: Final = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


class _Place(NamedTuple):
    item: QLayoutItem
    chars: int = 0
    most: int = 0
    stretch: bool = False
    fold: bool = False


class _Wish(NamedTuple):
    """How wide a place wants to be, and the smallest size it can be made."""

    place: _Place
    wide: int
    least: QSize


class _Unit(NamedTuple):
    """What lies between two widgets, and how wide a letter is, in logical pixels."""

    space: int
    letter: int


class _Line:
    def __init__(self) -> None:
        self.places: list[tuple[_Place, int]] = []
        self.width = 0
        self.tall = 0


class Flow(QLayout):
    """Widgets side by side, wrapped to a new line when they do not fit.

    ``chars`` is a smallest width counted in letters, which makes columns of equal rows line up;
    ``most`` a largest one. What is left of a line goes to its stretching widgets. One that may
    ``fold`` asks for no more than its ``chars``: its words wrap before the line does. ``even``
    makes all widgets of a line equally tall, as cards are.
    """

    def __init__(
        self, widgets: Iterable[QWidget] = (), *, gap: int | None = None, even: bool = False
    ) -> None:
        super().__init__()
        self._even = even
        self._places: list[_Place] = []
        self._gap = gap
        self._lines: dict[int, tuple[_Line, ...]] = {}
        self._wishes: tuple[_Wish, ...] | None = None
        self._unit: _Unit | None = None
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.add(widget)

    def add(
        self,
        widget: QWidget,
        chars: int = 0,
        most: int = 0,
        *,
        stretch: bool = False,
        fold: bool = False,
    ) -> None:
        """Place ``widget`` last."""
        self.addWidget(widget)
        item = self._places[-1].item
        self._places[-1] = _Place(item, chars, most, stretch, fold)
        self.invalidate()
        parent = self.parentWidget()
        # Qt would show it a moment later, too late for whoever looks for it now.
        if parent is not None and parent.isVisible():
            widget.setVisible(not widget.testAttribute(_TOLD) or not widget.isHidden())

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._places.append(_Place(item))
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, or None behind the last."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and give the item at ``index``."""
        if not 0 <= index < len(self._places):
            return None
        self.invalidate()
        return self._places.pop(index).item

    def expandingDirections(self) -> Qt.Orientation:
        """Never taller than needed."""
        return Qt.Orientation.Horizontal

    def invalidate(self) -> None:
        """Something changed its size."""
        self._lines.clear()
        self._wishes = self._unit = None
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at ``width``."""
        margins = self.contentsMargins()
        lines = self._lines_in(width - margins.left() - margins.right())
        return self._tall(lines) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Move every widget to its place."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        self._put_all(self._lines_in(inner.width()), inner)

    def sizeHint(self) -> QSize:
        """All on one line."""
        wishes = self._wanted()
        margins = self.contentsMargins()
        width = sum(wish.wide for wish in wishes)
        width += self._units().space * max(0, len(wishes) - 1) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """As wide as the widest widget can be made narrow."""
        margins = self.contentsMargins()
        sizes = [wish.least for wish in self._wanted()] or [QSize(0, 0)]
        wide = max(size.width() for size in sizes) + margins.left() + margins.right()
        tall = max(size.height() for size in sizes) + margins.top() + margins.bottom()
        return QSize(wide, tall)

    def _wanted(self) -> tuple[_Wish, ...]:
        """What is shown, measured once until something changes its size."""
        if self._wishes is None:
            self._wishes = tuple(
                _Wish(place, self._wide(place), place.item.minimumSize())
                for place in self._places
                if not place.item.isEmpty()
            )
        return self._wishes

    def _wide(self, place: _Place) -> int:
        wanted = 0 if place.fold else place.item.sizeHint().width()
        letter = self._units().letter
        wanted = max(wanted, place.chars * letter)
        return min(wanted, place.most * letter) if place.most else wanted

    def _units(self) -> _Unit:
        parent = self.parentWidget()
        if parent is None:
            return _Unit(self._gap or 0, 0)
        if self._unit is None:
            space = sizes_for(parent).gap if self._gap is None else self._gap
            self._unit = _Unit(space, parent.fontMetrics().horizontalAdvance("n"))
        return self._unit

    def _limit(self, place: _Place) -> int:
        if not place.most or self.parentWidget() is None:
            return place.item.maximumSize().width()
        return place.most * self._units().letter

    def _tall(self, lines: Sequence[_Line]) -> int:
        return sum(line.tall for line in lines) + self._units().space * max(0, len(lines) - 1)

    def _put_all(self, lines: Sequence[_Line], inner: QRect) -> None:
        """Spare height stretches a single even line, and lies around any other single line."""
        top, spare = inner.top(), inner.height() - self._tall(lines)
        single = len(lines) == 1 and spare > 0
        if single and not self._even:
            top += spare // 2
        for line in lines:
            high = inner.height() if single and self._even else line.tall
            self._put(line, QPoint(inner.left(), top), high)
            top += high + self._units().space

    def _lines_in(self, width: int) -> tuple[_Line, ...]:
        """The lines of all that is shown, measured once for each width."""
        if width not in self._lines:
            lines = self._broken(width)
            for line in lines:
                _stretch(line, width, self._limit)
                line.tall = max(_height(place.item, wide) for place, wide in line.places)
            self._lines[width] = tuple(lines)
        return self._lines[width]

    def _broken(self, width: int) -> list[_Line]:
        lines, space = [_Line()], self._units().space
        for place, wide, least in self._wanted():
            wanted = max(min(wide, width), least.width())
            line = lines[-1]
            if line.places and line.width + space + wanted > width:
                line = _Line()
                lines.append(line)
            line.width += wanted + (space if line.places else 0)
            line.places.append((place, wanted))
        return [line for line in lines if line.places]

    def _put(self, line: _Line, start: QPoint, tall: int) -> None:
        left = start.x()
        for place, width in line.places:
            high = tall if self._even else _height(place.item, width)
            place.item.setGeometry(QRect(left, start.y() + (tall - high) // 2, width, high))
            left += width + self._units().space


def _stretch(line: _Line, width: int, limit: Callable[[_Place], int]) -> None:
    """Share what is left of ``width``; a widget at its limit passes its share on."""
    left = width - line.width
    growing = [at for at, (place, _wide) in enumerate(line.places) if place.stretch]
    while left > 0 and growing:
        share = max(1, left // len(growing))
        for at in tuple(growing):
            place, wide = line.places[at]
            more = min(share, left, limit(place) - wide)
            if more <= 0:
                growing.remove(at)
                continue
            line.places[at] = (place, wide + more)
            left -= more


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
