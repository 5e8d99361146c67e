"""How the style draws fields, ticks, meters, headings and scroll bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionProgressBar

from bpa_desktop.views import paint
from bpa_desktop.views.icons import paint_icon
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOption, QStyleOptionHeader, QStyleOptionSlider, QWidget

    from bpa_desktop.views.theme import Colours

Control = QStyle.ControlElement
State = QStyle.StateFlag
Sub = QStyle.SubControl

METER_PARTS: Final = frozenset(
    {
        Control.CE_ProgressBarGroove,
        Control.CE_ProgressBarContents,
        Control.CE_ProgressBarLabel,
    }
)
METER_HEIGHT: Final = 14
_CHEVRON: Final = 20


def field(painter: QPainter, option: QStyleOption) -> None:
    """The edge of a text field."""
    colours = colours_of(option.palette)
    editable = option.state & State.State_Enabled and not option.state & State.State_ReadOnly
    fill = colours.surface if editable else colours.background
    paint.panel(painter, option.rect, fill=fill, edge=colours.border, width=colours.edge)


def frame(painter: QPainter, option: QStyleOption) -> None:
    """The edge around a text area, a table or a list."""
    colours = colours_of(option.palette)
    paint.panel(painter, option.rect, edge=colours.border, width=colours.edge)


def check_box(painter: QPainter, option: QStyleOption) -> None:
    """A box, filled and ticked when on, with a bar when in between."""
    ink = _indicator(painter, option, radius=4.0)
    if option.state & State.State_On:
        paint_icon(painter, _inner(option.rect, 3), "check", ink)
    elif option.state & State.State_NoChange:
        middle = _inner(option.rect, option.rect.width() // 4)
        paint.ground(painter, QRect(middle.left(), middle.center().y() - 1, middle.width(), 3), ink)


def radio_button(painter: QPainter, option: QStyleOption) -> None:
    """A ring, with a dot when it is the chosen one."""
    ink = _indicator(painter, option, radius=option.rect.width() / 2)
    if option.state & State.State_On:
        dot = _inner(option.rect, option.rect.width() // 3)
        paint.panel(painter, dot, fill=ink, radius=dot.width() / 2)


def _indicator(painter: QPainter, option: QStyleOption, radius: float) -> str:
    """Draw the empty sign and give the colour of what stands in it."""
    colours = colours_of(option.palette)
    on = bool(option.state & (State.State_On | State.State_NoChange))
    fill = colours.accent if on else colours.surface
    edge = colours.accent if on else colours.border
    paint.panel(painter, option.rect, fill=fill, edge=edge, width=2, radius=radius)
    return colours.on_accent


def _inner(rect: QRect, margin: int) -> QRect:
    return rect.adjusted(margin, margin, -margin, -margin)


def header(painter: QPainter, option: QStyleOptionHeader) -> None:
    """A flat heading with a line below; the words are drawn by Fusion."""
    colours = colours_of(option.palette)
    paint.ground(painter, option.rect, colours.surface)
    painter.setPen(QPen(QColor(colours.border), colours.edge))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def meter(element: QStyle.ControlElement, painter: QPainter, option: QStyleOption) -> None:
    """A rounded bar; its numbers stand beside it in words, never on it."""
    if element is Control.CE_ProgressBarLabel or not isinstance(option, QStyleOptionProgressBar):
        return
    colours = colours_of(option.palette)
    rect = option.rect
    if element is Control.CE_ProgressBarGroove:
        paint.panel(painter, rect, fill=colours.surface, edge=colours.border, radius=_round(rect))
        return
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.0
    _fill(painter, rect, min(max(share, 0.0), 1.0), colours)


def _fill(painter: QPainter, rect: QRect, share: float, colours: Colours) -> None:
    painter.save()
    painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width() * share, rect.height()))
    paint.panel(painter, rect, fill=colours.accent, edge=colours.accent, radius=_round(rect))
    painter.restore()


def _round(rect: QRect) -> float:
    return rect.height() / 2 - 0.5


def combo_box(painter: QPainter, option: QStyleOption) -> None:
    """A field with a chevron: choose from a list."""
    field(painter, option)
    rect = option.rect
    at = QPoint(rect.right() - _CHEVRON - 6, rect.center().y() - _CHEVRON // 2 + 1)
    ink = colours_of(option.palette).text
    paint_icon(painter, QRect(at.x(), at.y(), _CHEVRON, _CHEVRON), "chevron-down", ink)


def scroll_bar(
    style: QStyle, painter: QPainter, option: QStyleOptionSlider, widget: QWidget | None
) -> None:
    """A wide flat bar with a rounded handle and arrows at both ends."""
    colours = colours_of(option.palette)
    paint.ground(painter, option.rect, colours.background)
    upright = option.orientation == Qt.Orientation.Vertical
    for part, icon in zip(
        (Sub.SC_ScrollBarSubLine, Sub.SC_ScrollBarAddLine), _ARROWS[upright], strict=True
    ):
        rect = style.subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, widget)
        side = min(rect.width(), rect.height(), _CHEVRON)
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        if side > 0:
            paint_icon(painter, square, icon, colours.muted)
    handle = style.subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, Sub.SC_ScrollBarSlider, widget
    )
    margin = 6 if min(handle.width(), handle.height()) > _CHEVRON else 4
    thin = (
        handle.adjusted(margin, 1, -margin, -1)
        if upright
        else handle.adjusted(1, margin, -1, -margin)
    )
    paint.panel(painter, thin, fill=colours.border, radius=min(thin.width(), thin.height()) / 2)


_ARROWS: Final = {True: ("chevron-up", "chevron-down"), False: ("chevron-left", "chevron-right")}
