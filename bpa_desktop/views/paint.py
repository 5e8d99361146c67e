"""Strokes that every painted look is made of: panels, rings and patterns, sharp at one pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

RADIUS: Final = 6.0
RING: Final = 3
RING_GAP: Final = 2


def ground(painter: QPainter, rect: QRect, colour: str) -> None:
    """Fill ``rect`` with ``colour``.

    ``fillRect`` takes a hundred named gradients too, and PySide would make them all for it.
    """
    painter.save()
    painter.setBackground(QColor(colour))
    painter.eraseRect(rect)
    painter.restore()


def panel(
    painter: QPainter,
    rect: QRect,
    *,
    fill: str = "",
    edge: str = "",
    width: int = 1,
    radius: float = RADIUS,
    dashed: bool = False,
) -> None:
    """A rounded panel inside ``rect``; "" leaves the fill or the edge out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = 0.0
    if edge:
        pen = QPen(QColor(edge), width)
        if dashed:
            pen.setDashPattern([3.0 / width, 2.0 / width])
        painter.setPen(pen)
        inset = width / 2
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def ring(painter: QPainter, rect: QRect, colour: str) -> None:
    """The focus ring along the inner edge of ``rect``, `RING` pixels wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), RING))
    half = RING / 2
    corner = RADIUS + RING_GAP + half
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), corner, corner)
    painter.restore()


def hatch(painter: QPainter, rect: QRect, colour: str) -> None:
    """Diagonal lines over ``rect``: a pattern that is seen without colour."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colour), Qt.BrushStyle.FDiagPattern))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(QRectF(rect), RADIUS, RADIUS)
    painter.restore()
