"""Small signs that carry a word as well as a colour: pills, key caps, helper marks, meters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy

from bpa_desktop.views import paint
from bpa_desktop.views.fonts import scaled
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.moods import MOOD_ICONS
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.text import Text
from bpa_desktop.views.theme import HELPER_HUES, colours_of, on_colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.moods import Mood
    from bpa_desktop.views.theme import Colours

_PILL_PADDING: Final = 9
_STRIPE: Final = 5
_MARK_LETTERS: Final = 0.85
_MARK_GAP: Final = 8


class Pill(Text):
    """A status in one or two words, with an icon and a tint."""

    def __init__(self, text: str, mood: Mood) -> None:
        self.mood: Mood = mood
        super().__init__(text, "label", mood)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setWordWrap(False)

    def _dress(self) -> None:
        super()._dress()
        left = _PILL_PADDING + self._side() + 6
        self.setContentsMargins(left, 3, _PILL_PADDING, 3)

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.85)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint and the icon; the word is the label's own."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        ink = getattr(colours, self.mood)
        tint = getattr(colours, f"{self.mood}_tint")
        edge = ink if colours.flat else ""
        paint.panel(painter, self.rect(), fill=tint, edge=edge, width=2, radius=4)
        side = self._side()
        top = (self.height() - side) // 2
        paint_icon(painter, QRect(_PILL_PADDING, top, side, side), MOOD_ICONS[self.mood], ink)
        painter.end()
        super().paintEvent(event)

    def minimumSizeHint(self) -> QSize:
        """A status is never cut."""
        return self.sizeHint()


class KeyCap(Text):
    """The name of a key, with an edge like a key."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys, "body", "muted")
        self.setContentsMargins(_PILL_PADDING, 3, _PILL_PADDING, 3)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge; the word is the label's own."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        box = QRect(0, 0, self.sizeHint().width(), self.height())
        paint.panel(painter, box, edge=colours.hairline, width=colours.edge, radius=4)
        painter.end()
        super().paintEvent(event)


class HelperMark(QLabel):
    """A helper's initials on a block of colour; from the seventh helper on with stripes.

    ``place`` counts the helpers from 0. The name stands beside the mark, in words.
    """

    def __init__(self, initials: str, place: int) -> None:
        super().__init__(initials)
        self.place = place
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def hue(self) -> str:
        """The colour of the block."""
        return HELPER_HUES[self.place % len(HELPER_HUES)]

    @property
    def is_striped(self) -> bool:
        """Whether stripes tell it from an earlier helper of the same colour."""
        return self.place >= len(HELPER_HUES)

    def sizeHint(self) -> QSize:
        """A square that holds two letters."""
        metrics = self.fontMetrics()
        side = max(round(metrics.height() * 1.65), metrics.horizontalAdvance(self.text()) + 12)
        return QSize(max(side, metrics.horizontalAdvance(self.text()) + 12), side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The block with an outline in the colour of the text, and the letters."""
        painter = QPainter(self)
        letters = scaled(self.font(), _MARK_LETTERS, QFont.Weight.Bold)
        marks = MarkPainter(painter, self.size(), letters, colours_of(self.palette()))
        marks.draw(QPoint(), self.text(), self.place)
        painter.end()


class MarkedText(Text):
    """Words after a helper's mark, as one thing."""

    def __init__(self, text: str, letters: str, place: int) -> None:
        self._letters = letters
        self._place = place
        super().__init__(text)

    def _dress(self) -> None:
        super()._dress()
        side = self._side()
        above = (side - self.fontMetrics().height()) // 2
        self.setContentsMargins(side + _MARK_GAP, above, 0, above)

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 1.65)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark; the words are the label's own."""
        side = self._side()
        painter = QPainter(self)
        letters = scaled(self.font(), _MARK_LETTERS, QFont.Weight.Bold)
        marks = MarkPainter(painter, QSize(side, side), letters, colours_of(self.palette()))
        marks.draw(QPoint(0, (self.height() - side) // 2), self._letters, self._place)
        painter.end()
        super().paintEvent(event)


class MarkPainter:
    """Draws helpers' marks of one size with ``painter``; the same picture is made only once.

    ``letters`` is the font that stands in the marks.
    """

    def __init__(self, painter: QPainter, size: QSize, letters: QFont, colours: Colours) -> None:
        self._painter = painter
        self._size = size
        self._letters = letters
        self._colours = colours
        self._sharpness = painter.device().devicePixelRatioF()
        told = size.width(), size.height(), letters.key(), colours.text, self._sharpness
        self._look = "/".join(map(str, told))

    def draw(self, at: QPoint, initials: str, place: int) -> None:
        """The mark of the helper with that number, its upper left corner ``at``."""
        key = f"helper/{initials}/{place}/{self._look}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = self._made(initials, place)
            QPixmapCache.insert(key, picture)
        self._painter.drawPixmap(at, picture)

    def _made(self, initials: str, place: int) -> QPixmap:
        picture = QPixmap(self._size * self._sharpness)
        picture.setDevicePixelRatio(self._sharpness)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._letters)
        _paint_mark(painter, QRect(QPoint(), self._size), initials, place, self._colours)
        painter.end()
        return picture


def _paint_mark(painter: QPainter, rect: QRect, letters: str, place: int, colours: Colours) -> None:
    hue = HELPER_HUES[place % len(HELPER_HUES)]
    ink = on_colour(hue)
    paint.panel(painter, rect, fill=hue, edge=colours.text)
    if place >= len(HELPER_HUES):
        _paint_stripes(painter, rect, ink)
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)


def _paint_stripes(painter: QPainter, rect: QRect, ink: str) -> None:
    """Diagonal stripes along the edge; the letters stand on a plain field."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer, inner = QPainterPath(), QPainterPath()
    edge = rect.height() // 5
    outer.addRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
    inner.addRect(QRectF(rect).adjusted(1, edge, -1, -edge))
    painter.setClipPath(outer.subtracted(inner))
    painter.setPen(QPen(QColor(ink), 1.6))
    tall, foot = rect.height(), rect.y() + rect.height()
    for left in range(rect.x() - tall, rect.x() + rect.width(), _STRIPE):
        painter.drawLine(QPointF(left, foot), QPointF(left + tall, foot - tall))
    painter.restore()


class HoursMeter(QProgressBar):
    """Hours used against hours granted as a bar; the numbers are said and stand in words.

    Values are whole minutes; ``sentence`` is what a screen reader says, such as
    "2.142 of 2.160 hours, 18 under". More than granted keeps the grant as a line on the bar.
    """

    def __init__(self, label: str, sentence: str) -> None:
        super().__init__()
        self._label = label
        self._sentence = sentence
        self._granted = 0
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFormat(sentence.replace("%", "%%"))
        self.setAccessibleName(f"{label}: {sentence}")

    def show_hours(self, used: int, granted: int) -> None:
        """Draw ``used`` of ``granted`` minutes, both at least 0."""
        self._granted = granted
        self.setRange(0, max(used, granted, 1))
        self.setValue(used)

    def text(self) -> str:
        """The sentence, not a percentage."""
        return self._sentence

    def sizeHint(self) -> QSize:
        """A thin bar as wide as there is room."""
        return QSize(sizes_for(self).px(160), max(14, self.fontMetrics().height() * 3 // 4))

    def minimumSizeHint(self) -> QSize:
        """Still seen when narrow."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, and where the grant ends when more than it was used."""
        super().paintEvent(event)
        if self.value() <= self._granted:
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours_of(self.palette()).on_accent), 3))
        at = round(self.width() * self._granted / self.maximum())
        painter.drawLine(at, 1, at, self.height() - 2)
        painter.end()
