"""A year as a chart, drawn once: the same shapes become a figure on paper and SVG on the screen.

Nothing is told by colour alone: hours to come are hatched, the range is a bar with ends, and what
is granted is a line across its month.
"""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor

from bpa_desktop.i18n import hours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reportlab.graphics.shapes import Shape
    from reportlab.lib.colors import Color

    from bpa_desktop.documents.model import Bar, Chart

_HOUR: Final = 60
_STEPS: Final = (1, 2, 5)
_MOST_TICKS: Final = 5
_LINE: Final = 1.35
"""The distance of two lines of text, of its size."""
_BAR_SHARE: Final = 0.62
_HATCH: Final = 0.6
"""The distance of two strokes of a hatching, of the text's size."""
_ANY_FONT: Final = "Helvetica"


class Palette(NamedTuple):
    """Colours as ``#rrggbb``."""

    text: str
    quiet: str
    used: str


class ChartLook(NamedTuple):
    """How large a chart is and how it looks; measures in points, or pixels on a screen.

    ``size`` is that of all its text; ``measure`` gives the width of a text.
    """

    width: float
    height: float
    size: float
    measure: Callable[[str], float]
    palette: Palette


def words_of(chart: Chart) -> tuple[str, ...]:
    """Every text that is written in the chart."""
    ticks = map(hours, _ticks(chart))
    return (*ticks, *(bar.label for bar in chart.bars), *chart.legend)


def svg(chart: Chart, look: ChartLook, family: str) -> str:
    """The chart as SVG, written in the font ``family``.

    Plain shapes only: Qt reads the small profile of SVG, and paints the clip that reportlab's own
    writer puts around a drawing.
    """
    shapes = "".join(_tag(shape, look, family) for shape in drawing(chart, look).contents)
    size = f'width="{look.width:.2f}" height="{look.height:.2f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


def _tag(shape: Shape, look: ChartLook, family: str) -> str:
    """One shape; in SVG y is measured from the upper edge."""
    if isinstance(shape, Rect):
        top = look.height - shape.y - shape.height
        at = {"x": shape.x, "y": top, "width": shape.width, "height": shape.height}
        return f"<rect {_measures(at)} fill={_hex(shape.fillColor)} {_stroked(shape)}/>"
    if isinstance(shape, Line):
        ends = look.height - shape.y1, look.height - shape.y2
        at = {"x1": shape.x1, "y1": ends[0], "x2": shape.x2, "y2": ends[1]}
        return f"<line {_measures(at)} {_stroked(shape)}/>"
    if isinstance(shape, String):
        at = {"x": shape.x, "y": look.height - shape.y, "font-size": shape.fontSize}
        font = f"font-family={quoteattr(family)} fill={_hex(shape.fillColor)}"
        return f"<text {_measures(at)} {font}>{escape(shape.text)}</text>"
    raise TypeError(shape)


def _measures(named: Mapping[str, float]) -> str:
    return " ".join(f'{name}="{value:.2f}"' for name, value in named.items())


def _stroked(shape: Rect | Line) -> str:
    return f'stroke={_hex(shape.strokeColor)} stroke-width="{shape.strokeWidth:.2f}"'


def _hex(colour: Color | None) -> str:
    return '"none"' if colour is None else f'"#{colour.hexval()[2:]}"'


def drawing(chart: Chart, look: ChartLook) -> Drawing:
    """The chart as shapes: rectangles, lines and texts that begin at their left edge."""
    plan = _Plan(chart, look)
    drawn = Drawing(look.width, look.height)
    shapes = (*plan.scale(), *plan.bars(), *plan.labels(), *plan.legend())
    for shape in shapes:
        drawn.add(shape)
    return drawn


def _ticks(chart: Chart) -> list[int]:
    """Minutes at which the scale is marked: round hours from 0 to past the highest bar."""
    most = max(1, *(max(bar.granted, bar.used, bar.high) for bar in chart.bars))
    sizes = (step * 10**power * _HOUR for power in count() for step in _STEPS)
    step = next(size for size in sizes if size * _MOST_TICKS >= most)
    below = list(takewhile(lambda tick: tick < most, (step * place for place in count())))
    return [*below, below[-1] + step]


class _Plan:
    """Where everything stands; y is measured from the lower edge."""

    def __init__(self, chart: Chart, look: ChartLook) -> None:
        self._chart = chart
        self._look = look
        self._ticks = _ticks(chart)
        line = look.size * _LINE
        self._rows = list(self._legend_rows())
        self._left = max(map(look.measure, map(hours, self._ticks))) + look.size * 0.6
        self._bottom = line * 1.25
        self._top = look.height - line * len(self._rows) - look.size
        self._slot = (look.width - self._left) / len(chart.bars)
        self._ink = HexColor(look.palette.text)
        self._used = HexColor(look.palette.used)

    def _y(self, minutes: float) -> float:
        share = minutes / self._ticks[-1]
        return self._bottom + share * (self._top - self._bottom)

    def scale(self) -> Iterator[Line | String]:
        """A quiet line for each mark of the scale, with its hours at the left."""
        for tick in self._ticks:
            y, words = self._y(tick), hours(tick)
            yield self._line(self._left, y, self._look.width, y, self._look.palette.quiet, 1)
            right = self._left - self._look.size * 0.6
            yield self._words(words, right - self._look.measure(words), y - self._look.size * 0.35)

    def bars(self) -> Iterator[Rect | Line]:
        """Each month: used, to come, the range, and what is granted."""
        for place, bar in enumerate(self._chart.bars):
            left = self._left + self._slot * (place + (1 - _BAR_SHARE) / 2)
            yield from self._bar(left, bar)

    def _bar(self, left: float, bar: Bar) -> Iterator[Rect | Line]:
        wide, used = self._slot * _BAR_SHARE, self._y(bar.used)
        if bar.used:
            yield self._solid(left, self._bottom, wide, used - self._bottom)
        if bar.middle > bar.used:
            yield from self._hatched(left, used, wide, self._y(bar.middle) - used)
        if bar.high > bar.low:
            yield from self._span(left + wide / 2, self._y(bar.low), self._y(bar.high))
        if bar.granted:
            y, over = self._y(bar.granted), self._slot * 0.12
            yield self._line(
                left - over, y, left + wide + over, y, self._look.palette.text, self._stroke(0.2)
            )

    def _stroke(self, share: float) -> float:
        return self._look.size * share

    def _solid(self, left: float, bottom: float, wide: float, tall: float) -> Rect:
        box = Rect(left, bottom, wide, tall)
        box.fillColor, box.strokeColor = self._used, None
        return box

    def _hatched(
        self, left: float, bottom: float, wide: float, tall: float
    ) -> Iterator[Rect | Line]:
        colour, stroke = self._look.palette.used, self._stroke(0.09)
        box = Rect(left, bottom, wide, tall)
        box.fillColor, box.strokeColor, box.strokeWidth = None, self._used, stroke
        yield box
        step = self._stroke(_HATCH)
        for across in takewhile(lambda one: one < wide + tall, (step * one for one in count(1))):
            x1, y1 = min(across, wide), max(0.0, across - wide)
            x2, y2 = max(0.0, across - tall), min(across, tall)
            yield self._line(left + x1, bottom + y1, left + x2, bottom + y2, colour, stroke)

    def _span(self, x: float, low: float, high: float) -> Iterator[Line]:
        """An upright line with ends, on its own ground so that it stands out of the bar."""
        colour, stroke, half = self._look.palette.text, self._stroke(0.12), self._stroke(0.4)
        yield self._line(x, low, x, high, colour, stroke)
        for y in (low, high):
            yield self._line(x - half, y, x + half, y, colour, stroke)

    def labels(self) -> Iterator[String]:
        """The months below the bars; of long names in narrow bars every second, or third."""
        widths = [self._look.measure(bar.label) for bar in self._chart.bars]
        room = max(widths) + self._look.size * 0.4
        every = next(step for step in count(1) if room <= self._slot * step or step > len(widths))
        for place, bar in enumerate(self._chart.bars):
            if place % every == 0:
                middle = self._left + self._slot * (place + 0.5)
                left = min(max(0, middle - widths[place] / 2), self._look.width - widths[place])
                yield self._words(bar.label, left, self._look.size * 0.3)

    def _legend_rows(self) -> Iterator[list[tuple[int, float]]]:
        """The entries of each row of the legend, by their place, with their left edges."""
        row: list[tuple[int, float]] = []
        left = 0.0
        for place, words in enumerate(self._chart.legend):
            wide = self._look.measure(words) + self._look.size * 2.9
            if row and left + wide > self._look.width:
                yield row
                row, left = [], 0.0
            row.append((place, left))
            left += wide
        yield row

    def legend(self) -> Iterator[Rect | Line | String]:
        """What the marks mean, above the bars."""
        size = self._look.size
        for number, row in enumerate(self._rows, start=1):
            y = self._look.height - number * size * _LINE + size * 0.2
            for place, left in row:
                yield from self._mark(place, left, y)
                yield self._words(self._chart.legend[place], left + size * 1.9, y)

    def _mark(self, place: int, left: float, y: float) -> Iterable[Rect | Line]:
        size = self._look.size
        middle = y + size * 0.35
        marks: tuple[Callable[[], Iterable[Rect | Line]], ...] = (
            lambda: [
                self._line(
                    left, middle, left + size * 1.4, middle, self._look.palette.text, size * 0.2
                )
            ],
            lambda: [self._solid(left, y - size * 0.1, size * 1.4, size * 0.9)],
            lambda: self._hatched(left, y - size * 0.1, size * 1.4, size * 0.9),
            lambda: self._span(left + size * 0.7, y - size * 0.1, y + size * 0.8),
        )
        return marks[place]()

    def _line(self, x1: float, y1: float, x2: float, y2: float, colour: str, wide: float) -> Line:
        return Line(x1, y1, x2, y2, strokeColor=HexColor(colour), strokeWidth=wide)

    def _words(self, text: str, x: float, y: float) -> String:
        return String(x, y, text, fontName=_ANY_FONT, fontSize=self._look.size, fillColor=self._ink)
