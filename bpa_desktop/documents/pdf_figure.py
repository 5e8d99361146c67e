"""A chart on paper: its shapes as one tagged figure with words instead of the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from reportlab.graphics.shapes import Line, Rect, String

from bpa_desktop.documents import pdf_style as style
from bpa_desktop.documents.chart import ChartLook, Palette, drawing
from bpa_desktop.documents.pdf_tags import text_string

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.graphics.shapes import Drawing, Shape
    from reportlab.lib.colors import Color

    from bpa_desktop.documents.model import Chart
    from bpa_desktop.documents.pdf_flow import Flow
    from bpa_desktop.documents.pdf_fonts import Ink

_PALETTE: Final = Palette(text="#1b1f24", quiet="#c2c7cf", used="#0b5cad")
"""The colours of `pdf_style`, as a chart names them."""


@dataclass(frozen=True, kw_only=True)
class LaidFigure:
    """A chart as wide as the sheet."""

    chart: Chart
    gap: float = style.BLOCK_GAP
    lead: float = style.CHART_HEIGHT
    keeps: ClassVar[bool] = False

    def draw(self, flow: Flow) -> None:
        """Draw the shapes as a figure with its words."""
        ink = flow.ink(style.BODY)
        look = ChartLook(flow.width, style.CHART_HEIGHT, style.BODY.size, _measure(ink), _PALETTE)
        left, bottom = flow.left, flow.y - style.CHART_HEIGHT
        box = f"{left:.2f} {bottom:.2f} {left + flow.width:.2f} {flow.y:.2f}"
        said = text_string(self.chart.text)
        element = flow.press.tree.element(
            "Figure", flow.part, f"/Alt{said}/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        )
        shapes = drawing(self.chart, look)
        flow.sheet.figure(element, list(_lines(shapes, ink)), (left, bottom))
        flow.fill(style.CHART_HEIGHT)


def figure(_flow: Flow, block: Chart) -> LaidFigure:
    """A chart as wide as the sheet."""
    return LaidFigure(chart=block)


def _measure(ink: Ink) -> Callable[[str], float]:
    return lambda text: ink.width(ink.clean(text))


def _lines(shapes: Drawing, ink: Ink) -> Iterator[str]:
    """Each shape as the operators that paint it."""
    for shape in shapes.contents:
        yield _operators(shape, ink)


def _operators(shape: Shape, ink: Ink) -> str:
    if isinstance(shape, Rect):
        frame = f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re"
        if shape.fillColor is not None:
            return f"{_colour(shape.fillColor)} rg {frame} f"
        return f"{_colour(shape.strokeColor)} RG {shape.strokeWidth:.2f} w {frame} S"
    if isinstance(shape, Line):
        path = f"{shape.x1:.2f} {shape.y1:.2f} m {shape.x2:.2f} {shape.y2:.2f} l S"
        return f"{_colour(shape.strokeColor)} RG {shape.strokeWidth:.2f} w {path}"
    if isinstance(shape, String):
        text = ink.shown(ink.clean(shape.text))
        return f"BT {ink.setting} 1 0 0 1 {shape.x:.2f} {shape.y:.2f} Tm {text} ET"
    raise TypeError(shape)


def _colour(colour: Color | None) -> str:
    if colour is None:
        raise ValueError("a line without a colour")
    return f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f}"
