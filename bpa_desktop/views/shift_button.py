"""One cell of the roster, a real button: a shift, an unfilled one, an empty slot or an absence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.button_look import Face
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.style import sizes_for
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.theme import Colours

ShiftLook = Literal["shift", "unfilled", "empty", "absence"]
_PADDING: Final = 6
_WARNING: Final = "triangle-alert"


class ShiftButton(Button):
    """A roster cell; ``spoken`` adds helper, weekday, date and times to the accessible name."""

    def __init__(
        self,
        text: str,
        look: ShiftLook,
        spoken: str,
        press: Callable[[], object] | None = None,
    ) -> None:
        self.look: ShiftLook = look
        self._warns = False
        super().__init__(text, press=press)
        self.set_spoken(spoken)

    @property
    def warns(self) -> bool:
        """Whether a warning sign stands before the text."""
        return self._warns

    def set_warning(self, *, on: bool) -> None:
        """Show or hide the warning sign; the words of the warning belong in ``spoken``."""
        self._warns = on
        self._forget_sizes()

    def show_cell(
        self, text: str, look: ShiftLook, spoken: str, *, warns: bool = False, chosen: bool = False
    ) -> None:
        """Become another cell, all at once."""
        self.look, self._warns, self._spoken = look, warns, spoken
        self.setText(text)
        self._show(Face(text, "chosen" if chosen else "plain"))

    def set_chosen(self, *, on: bool) -> None:
        """Mark the one that the side panel is about."""
        self.set_kind("chosen" if on else "plain")

    @property
    def is_chosen(self) -> bool:
        """Whether the side panel is about this one."""
        return self.face.kind == "chosen"

    def _sizes(self) -> tuple[QSize, QSize]:
        if self._hints is None:
            self.ensurePolished()
            metrics = QFontMetrics(self._letters())
            target = sizes_for(self).target
            wide = metrics.horizontalAdvance(self.label) + 2 * _PADDING
            size = QSize(max(wide, target), max(metrics.height() + 2 * _PADDING, target))
            self._hints = size, size
        return self._hints

    def _letters(self) -> QFont:
        font = QFont(self.font())
        strong = self.look == "unfilled"
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Medium)
        return font

    def heightForWidth(self, _width: int) -> int:
        """A cell is one line."""
        return self.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The panel of its look, the warning sign and the text."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        ink = self._paint_panel(painter, colours)
        painter.setFont(self._letters())
        painter.setPen(QColor(ink))
        words = self.rect()
        if self._warns:
            sign, words = _sign_and_words(words, painter.fontMetrics(), self.label)
            paint_icon(painter, sign, _WARNING, colours.warn)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.label)
        painter.end()

    def _paint_panel(self, painter: QPainter, colours: Colours) -> str:
        fill, edge, ink = _LOOKS[self.look](colours)
        if self.is_chosen:
            fill, edge, ink = colours.info_tint, colours.accent, colours.info
        elif self.isDown():
            fill = colours.info_tint
        dashed = self.look == "empty" and not self.is_chosen
        width = colours.edge
        paint.panel(painter, self.rect(), fill=fill, edge=edge, width=width, dashed=dashed)
        if self.look == "absence":
            paint.hatch(painter, self.rect().adjusted(1, 1, -1, -1), colours.hairline)
        return ink


def _sign_and_words(cell: QRect, metrics: QFontMetrics, text: str) -> tuple[QRect, QRect]:
    """The sign before the words, or above them in a narrow cell: it never makes a cell wider."""
    words, tall = metrics.horizontalAdvance(text) + 1, metrics.height()
    side = round(tall * 0.85)
    if words + side + _PADDING <= cell.width():
        left = (cell.width() - words - side - 3) // 2
        sign = QRect(left, (cell.height() - side) // 2, side, side)
        return sign, QRect(left + side + 3, 0, words, cell.height())
    top = (cell.height() - tall - side) // 2 + 2
    return QRect((cell.width() - side) // 2, top, side, side), QRect(
        0, top + side - 1, cell.width(), tall
    )


_LOOKS: Final[dict[ShiftLook, Callable[[Colours], tuple[str, str, str]]]] = {
    "shift": lambda colours: (colours.surface, colours.border, colours.text),
    "unfilled": lambda colours: (colours.warn_tint, colours.warn, colours.warn),
    "empty": lambda colours: (colours.background, colours.border, colours.muted),
    "absence": lambda colours: (colours.background, colours.hairline, colours.muted),
}
