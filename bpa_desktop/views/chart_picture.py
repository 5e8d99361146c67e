"""A chart on the screen: the same drawing as on paper, in the colours and letters of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from bpa_desktop.i18n import hours
from bpa_desktop.views.tasks import Task
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
    from PySide6.QtSvg import QSvgRenderer

    from bpa_desktop.documents.model import Chart

_LINES: Final = 15
"""How many lines of text a chart is high."""
_WIDEST: Final = 60
"""How many letters wide it grows, of the font's height."""
_LEAST: Final = 200


class _Wish(NamedTuple):
    """How the chart is to be drawn; ``widths`` are those of its texts, in pixels."""

    size: tuple[int, int]
    letters: float
    family: str
    colours: tuple[str, str, str]
    widths: Mapping[str, float]


class ChartPicture(QLabel):
    """A chart as wide as there is room; a screen reader says what it shows in words.

    It is drawn beside the window's own work, and stands empty for the moment that takes.
    """

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._wish: _Wish | None = None
        self._drawn: QSvgRenderer | None = None
        self._task: Task | None = None
        self.setAccessibleName(chart.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def is_drawn(self) -> bool:
        """Whether it shows what it should."""
        return self._drawn is not None

    def sizeHint(self) -> QSize:
        """Tall enough for its text."""
        line = self.fontMetrics().height()
        return QSize(line * _WIDEST, line * _LINES)

    def minimumSizeHint(self) -> QSize:
        """Still read when narrow."""
        return QSize(_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again for another width."""
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters and colours of the window."""
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.PaletteChange,
        }:
            self.updateGeometry()
            self._draw()

    def _wished(self) -> _Wish:
        metrics = QFontMetricsF(self.font())
        colours = colours_of(self.palette())
        legend, labels = self._chart.legend, [bar.label for bar in self._chart.bars]
        letters = {*"".join((*legend, *labels)), *"0123456789., −", *hours(10**7)}
        texts = {*legend, *labels, *letters}
        wide = min(self.width(), self.sizeHint().width())
        return _Wish(
            (wide, self.height()),
            float(QFontInfo(self.font()).pixelSize()),
            self.font().family(),
            (colours.text, colours.hairline, colours.accent),
            {text: metrics.horizontalAdvance(text) for text in texts},
        )

    def _draw(self) -> None:
        wish = self._wished()
        if wish == self._wish or not self.isVisible():
            return
        self._wish = wish
        if self._task is not None:
            self._task.cancel()
        chart = self._chart
        self._task = Task(lambda: _svg(chart, wish), self)
        self._task.done.connect(self._show_drawn)
        self._task.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw it when it is seen first."""
        super().showEvent(event)
        self._draw()

    def _show_drawn(self, svg: str) -> None:
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - only where a chart is shown

        self._drawn = QSvgRenderer(QByteArray(svg.encode()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing, at the left."""
        if self._drawn is None:
            return
        painter = QPainter(self)
        self._drawn.render(painter, QRectF(0, 0, *self._drawn.defaultSize().toTuple()))
        painter.end()


def _svg(chart: Chart, wish: _Wish) -> str:
    # The library for charts takes half a second to load, so it is loaded on the task's thread.
    from bpa_desktop.documents.chart import ChartLook, Palette, svg  # noqa: PLC0415

    look = ChartLook(*wish.size, wish.letters, _measure(wish), Palette(*wish.colours))
    return svg(chart, look, wish.family)


def _measure(wish: _Wish) -> Callable[[str], float]:
    """The width of a text: of a number that of its signs."""

    def width(text: str) -> float:
        known = wish.widths.get(text)
        return known if known is not None else sum(wish.widths[letter] for letter in text)

    return width
