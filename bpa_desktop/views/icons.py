"""Line icons in any colour, drawn once per size and colour."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from bpa_desktop import paths

if TYPE_CHECKING:
    from PySide6.QtCore import QRect


@cache
def _source(name: str) -> str:
    return (paths.RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


# An image and not a pixmap: it may outlive the application object.
@lru_cache(maxsize=512)
def image(name: str, colour: str, pixels: int) -> QImage:
    """The icon ``name`` in ``colour`` (``#rrggbb``), ``pixels`` device pixels wide and high.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first icon drawn

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    drawn = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return drawn


def paint_icon(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw the icon ``name`` into the square ``rect``, sharp on any screen."""
    ratio = painter.device().devicePixelRatioF()
    drawn = image(name, colour, round(rect.width() * ratio))
    painter.drawImage(
        QRectF(QPointF(rect.topLeft()), QRectF(rect).size()), drawn, QRectF(drawn.rect())
    )
