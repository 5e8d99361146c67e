"""Words on the screen: labels that wrap, grow with the text size and follow the colours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from bpa_desktop.views.fonts import NUMBER_OF_THE_DAY, SECTION, TITLE, scaled
from bpa_desktop.views.hyphens import soft
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

Look = Literal["body", "strong", "label", "lead", "section", "time", "number", "title"]
Tone = Literal["text", "muted", "accent", "danger", "warn", "ok", "info"]
MEASURE: Final = 70
HEADING: Final = "heading"
"""The property of a heading label; its value is the level, 1 for the page's own."""
MAY_COVER: Final = "may_cover"
"""The property of a panel that is meant to lie over its neighbours."""


_LETTERS_CHANGED: Final = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
_COLOURS_CHANGED: Final = QEvent.Type.PaletteChange
WRAPPING: Final = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
"""Of what is the taller, the narrower it is."""
WRAPPING.setHeightForWidth(True)


class _Letters(NamedTuple):
    factor: float
    weight: QFont.Weight


_LOOKS: Final = {
    "body": _Letters(1.0, QFont.Weight.Normal),
    "strong": _Letters(1.0, QFont.Weight.DemiBold),
    "label": _Letters(1.0, QFont.Weight.DemiBold),
    "lead": _Letters(1.1, QFont.Weight.Normal),
    "section": _Letters(SECTION, QFont.Weight.DemiBold),
    "time": _Letters(1.45, QFont.Weight.DemiBold),
    "number": _Letters(NUMBER_OF_THE_DAY, QFont.Weight.Bold),
    "title": _Letters(TITLE, QFont.Weight.Bold),
}
_LEVELS: Final[dict[Look, int]] = {"title": 1, "section": 2}
_ROLES: Final = {
    "text": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
}


@lru_cache(maxsize=64)
def _dressed(_program: str, look: Look) -> tuple[QFont, int]:
    """The letters of ``look`` while the program's are those, and how long a line of them may be."""
    factor, weight = _LOOKS[look]
    font = scaled(QApplication.font(), factor, weight)
    return font, QFontMetrics(font).horizontalAdvance("n") * MEASURE


class Text(QLabel):
    """Plain words; long lines wrap and are at most `MEASURE` letters wide."""

    def __init__(
        self,
        text: str = "",
        look: Look = "body",
        tone: Tone = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look: Look = look
        self._tone: Tone = tone
        self._ink = ""
        self._measure = 0
        self._natural = QSize()
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if look in _LEVELS:
            self.setProperty(HEADING, _LEVELS[look])
        self.setSizePolicy(WRAPPING)
        self._dress()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``; where it may break inside a word it is still said whole."""
        shown = soft(text)
        super().setText(shown)
        self.setAccessibleName(text if shown != text else "")
        self._forget_sizes()

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001, N802 - Qt's own shape
        """Break lines, or stay on one."""
        super().setWordWrap(on)
        self._forget_sizes()

    def setContentsMargins(self, *margins: Any) -> None:  # noqa: N802 - Qt's own shape
        """Leave room around the words."""
        super().setContentsMargins(*margins)
        self._forget_sizes()

    def text(self) -> str:
        """What is said: the text without the places where it may break."""
        return super().text().replace("\N{SOFT HYPHEN}", "")

    def set_tone(self, tone: Tone) -> None:
        """Change the colour by its meaning."""
        self._tone = tone
        self._colour()

    def _dress(self) -> None:
        font, measure = _dressed(QApplication.font().key(), self._look)
        if font != self.font():
            self.setFont(font)
            if font == self.font():
                # Qt has told of the new letters, and this was called for them.
                return
        self._forget_sizes()
        self._measure = measure
        self._colour()

    def _colour(self) -> None:
        role = _ROLES.get(self._tone)
        ink = role or QPalette.ColorRole.WindowText
        # Qt tells of a changed palette even when the role is the same.
        if self.foregroundRole() != ink:
            self.setForegroundRole(ink)
        wanted = "" if role else getattr(colours_of(QApplication.palette()), self._tone)
        if wanted == self._ink:
            return
        self._ink = wanted
        palette = QPalette()
        if wanted:
            palette.setColor(QPalette.ColorRole.WindowText, QColor(wanted))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters and colours."""
        super().changeEvent(event)
        # What is not shown hears of new letters and colours by the change of style only.
        kind = event.type()
        if kind in _LETTERS_CHANGED:
            self._dress()
        elif kind is _COLOURS_CHANGED:
            self._colour()

    def sizeHint(self) -> QSize:
        """One line when it is shorter than the measure."""
        if self._natural.isEmpty():
            metrics = QFontMetrics(self.font())
            margins = self.contentsMargins()
            lines = super().text().split("\n")
            wide = max(metrics.horizontalAdvance(line) for line in lines) + 2
            wide = min(wide, self._measure) + margins.left() + margins.right()
            self._natural = QSize(wide, max(self.heightForWidth(wide), metrics.height()))
        return self._natural

    def heightForWidth(self, width: int) -> int:
        """A line ends at the measure, however much room there is; measured once for each width."""
        wide = min(width, self._measure)
        if wide not in self._heights:
            self._heights[wide] = super().heightForWidth(wide)
        return self._heights[wide]

    def _forget_sizes(self) -> None:
        self._natural = QSize()
        self._heights.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, but no line longer than the measure."""
        if self.width() <= self._measure or not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        inner = self.contentsRect()
        box = QRect(inner.x(), inner.y(), min(inner.width(), self._measure), inner.height())
        flags = self.alignment().value | Qt.TextFlag.TextWordWrap.value
        self.style().drawItemText(
            painter,
            box if self.alignment() & Qt.AlignmentFlag.AlignLeft else inner,
            flags,
            self.palette(),
            self.isEnabled(),
            QLabel.text(self),
            self.foregroundRole(),
        )
        painter.end()
