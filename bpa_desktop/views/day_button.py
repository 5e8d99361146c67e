"""One day of the month view, a real button: its number, who is there, and what is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.button_look import Face
from bpa_desktop.views.fonts import scaled
from bpa_desktop.views.hyphens import SOFT, soft
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.marks import MarkPainter
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.theme import colours_of
from bpa_desktop.views.week_block import hyphened

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.services.reading import Sign
    from bpa_desktop.views.month_cells import DayFace
    from bpa_desktop.views.theme import Colours

_PADDING: Final = 7
_GAP: Final = 4
_MOST_LINES: Final = 2
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter.value
_LEFT: Final = Qt.AlignmentFlag.AlignLeft.value
_MARK_SIDE: Final = 1.05
_MARK_LETTERS: Final = 0.74
_ENDLESS: Final = 1 << 20
_WARNING: Final = "triangle-alert"


class DayButton(Button):
    """Everything that is drawn stands in the accessible name, what can be read first."""

    def __init__(self, day: DayFace) -> None:
        self.day = day
        self._heights: dict[int, int] = {}
        self._letters: _Letters | None = None
        away = [(sign, True) for sign in day.away if sign not in day.present]
        self._marks = [*((sign, False) for sign in day.present), *away]
        self._is_built = False
        super().__init__("")
        self._is_built = True
        self._holiday = hyphened(soft(day.holiday)) if day.holiday else ""
        self._state = soft(day.state)
        self._spoken = ", ".join(filter(None, day.spoken))
        self.setText(day.text)
        self._show(Face(" ".join(day.text.split("\n"))))

    @property
    def is_chosen(self) -> bool:
        """Whether it is marked."""
        return self.face.kind == "chosen"

    def set_chosen(self, *, on: bool) -> None:
        """Mark the day that the side panel is about, or in which a shift was chosen."""
        self.set_kind("chosen" if on else "plain")

    def _sizes(self) -> tuple[QSize, QSize]:
        if self._hints is None:
            self.ensurePolished()
            target = sizes_for(self).target
            strong = self._measured().metrics
            words = f"{self._holiday} {self._state}".replace(SOFT, " ").split()
            longest = max((strong.horizontalAdvance(f"{word}-") for word in words), default=0)
            wide = max(target, longest + 2 * _PADDING)
            self._hints = (QSize(wide, self.heightForWidth(wide)), QSize(wide, target))
        return self._hints

    def _measured(self) -> _Letters:
        if self._letters is None:
            font = self.font()
            self._letters = _letters_of(font.key(), font)
        return self._letters

    def heightForWidth(self, width: int) -> int:
        """The height of number, holiday, marks and state below each other."""
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _show(self, face: Face) -> None:
        if self._is_built:
            super()._show(face)

    def _forget_sizes(self) -> None:
        self._heights.clear()
        self._letters = None
        super()._forget_sizes()

    def _height(self, width: int) -> int:
        letters = self._measured()
        inner = width - 2 * _PADDING
        tall = letters.metrics.height() + self._marks_height(inner)
        for text in (self._holiday, self._state):
            tall += _tall(letters, text, inner) + _GAP if text else 0
        return max(tall + 2 * _PADDING, sizes_for(self).target)

    def _fitting(self, inner: int) -> int:
        """How many marks stand beside each other."""
        return max(1, (inner + _GAP // 2) // (self._measured().side + _GAP // 2))

    def _marks_height(self, inner: int) -> int:
        count = len(self._marks)
        lines = min(-(-count // self._fitting(inner)), _MOST_LINES)
        return lines * (self._measured().side + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The day as a small card, read from top to bottom."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        self._paint_panel(painter, colours)
        painter.setFont(self._measured().strong)
        box = self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        top = self._paint_number(painter, box, colours)
        letters, name = self._measured(), self._holiday
        top = _paint_words(painter, letters, box, top, name, colours.accent)
        self._paint_marks(painter, QRect(box.x(), top + _GAP, box.width(), 0), colours)
        self._paint_state(painter, box, colours)
        painter.end()

    def _paint_panel(self, painter: QPainter, colours: Colours) -> None:
        fill, edge = colours.surface, colours.border
        if self.is_chosen:
            fill, edge = colours.info_tint, colours.accent
        elif self.isDown():
            fill = colours.info_tint
        elif self.day.is_open:
            fill, edge = colours.warn_tint, colours.warn
        paint.panel(painter, self.rect(), fill=fill, edge=edge, width=colours.edge)

    def _paint_number(self, painter: QPainter, box: QRect, colours: Colours) -> int:
        metrics = painter.fontMetrics()
        line = QRect(box.x(), box.y(), box.width(), metrics.height())
        ink = colours.accent if self.day.is_today else colours.text
        if self.day.is_today:
            wide = max(metrics.horizontalAdvance(self.day.number) + 12, metrics.height() + 4)
            pill = QRect(line.x(), line.y() - 1, wide, metrics.height() + 2)
            paint.panel(painter, pill, fill=colours.accent, radius=5)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(pill, _CENTRE, self.day.number)
        else:
            painter.setPen(QColor(ink))
            painter.drawText(line, _LEFT, self.day.number)
        if self.day.warns:
            side = metrics.height()
            sign = QRect(line.right() - side + 1, line.y(), side, side)
            paint_icon(painter, sign, _WARNING, colours.warn)
        return line.bottom() + 1

    def _paint_marks(self, painter: QPainter, box: QRect, colours: Colours) -> None:
        """Who is there, then who is away; what has no room is counted."""
        found, side = self._marks, self._measured().side
        fitting = self._fitting(box.width())
        room = fitting * _MOST_LINES
        shown = found if len(found) <= room else found[: room - 1]
        letters = self._measured().bold
        marks = MarkPainter(painter, QSize(side, side), letters, colours)
        for at, (sign, is_away) in enumerate(shown):
            corner = self._corner(box, at, fitting)
            if is_away:
                _paint_away(painter, QRect(corner, QSize(side, side)), sign, letters, colours)
            else:
                marks.draw(corner, sign.letters, sign.number)
        if len(shown) < len(found):
            corner = self._corner(box, len(shown), fitting)
            _paint_more(painter, QRect(corner, QSize(side, side)), len(found) - len(shown), letters)

    def _corner(self, box: QRect, at: int, fitting: int) -> QPoint:
        line, column = divmod(at, fitting)
        side = self._measured().side
        return QPoint(box.x() + column * (side + _GAP // 2), box.y() + line * (side + _GAP))

    def _paint_state(self, painter: QPainter, box: QRect, colours: Colours) -> None:
        letters, text = self._measured(), self._state
        tall = _tall(letters, text, box.width()) if text else 0
        ink = colours.warn if self.day.is_open else colours.muted
        _paint_words(painter, letters, box, box.bottom() + 1 - tall - _GAP, text, ink)


@dataclass(frozen=True)
class _Letters:
    """Letters with what measures them; two are the same when they are called the same.

    ``strong`` are those of the words and ``bold`` those in a mark, whose edges are ``side`` long.
    """

    name: str
    strong: QFont = field(compare=False)
    bold: QFont = field(compare=False)
    metrics: QFontMetrics = field(compare=False)
    side: int = field(compare=False)


@lru_cache(maxsize=16)
def _letters_of(name: str, font: QFont) -> _Letters:
    """What the days of a month are written in, made of the letters of one of them."""
    strong = scaled(font, 1, QFont.Weight.DemiBold)
    metrics = QFontMetrics(strong)
    bold = scaled(font, _MARK_LETTERS, QFont.Weight.Bold)
    return _Letters(name, strong, bold, metrics, round(metrics.height() * _MARK_SIDE))


@lru_cache(maxsize=1024)
def _tall(letters: _Letters, text: str, width: int) -> int:
    """How tall ``text`` is: the days of a month say the same few things."""
    metrics = letters.metrics
    if metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return metrics.boundingRect(QRect(0, 0, width, _ENDLESS), _WRAP, text).height()


def _paint_words(
    painter: QPainter, letters: _Letters, box: QRect, top: int, text: str, ink: str
) -> int:
    """``text`` below ``top``; gives where it ends."""
    if not text:
        return top
    tall = _tall(letters, text, box.width())
    painter.setPen(QColor(ink))
    painter.drawText(QRect(box.x(), top + _GAP, box.width(), tall), _WRAP | _LEFT, text)
    return top + _GAP + tall


def _paint_away(
    painter: QPainter, rect: QRect, sign: Sign, letters: QFont, colours: Colours
) -> None:
    """The letters on the pattern that stands for absence everywhere."""
    painter.save()
    paint.panel(painter, rect, fill=colours.background, edge=colours.hairline)
    paint.hatch(painter, rect.adjusted(1, 1, -1, -1), colours.hairline)
    painter.setFont(letters)
    painter.setPen(QColor(colours.muted))
    painter.drawText(rect, _CENTRE, sign.letters)
    painter.restore()


def _paint_more(painter: QPainter, rect: QRect, count: int, letters: QFont) -> None:
    painter.save()
    painter.setFont(letters)
    painter.drawText(rect, _CENTRE, f"+{count}")
    painter.restore()
