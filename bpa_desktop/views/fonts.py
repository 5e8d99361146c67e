"""The letters on the screen: Inter when it is there, the system's own font when it is not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QFontDatabase

from bpa_desktop import paths

if TYPE_CHECKING:
    from pathlib import Path

SMALLEST_POINTS: Final = 11.0
TITLE: Final = 1.7
SECTION: Final = 1.25
NUMBER_OF_THE_DAY: Final = 2.0
_WEIGHTS: Final = ("Regular", "Medium", "SemiBold", "Bold")


@cache
def register(folder: Path = paths.RESOURCES / "fonts") -> str:
    """Make the fonts in ``folder`` known to Qt; gives the family, or "" when there is none."""
    found = [folder / f"Inter-{weight}.ttf" for weight in _WEIGHTS]
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in found if path.is_file()]
    return "Inter" if any(number >= 0 for number in numbers) else ""


def app_font(text_percent: int, family: str) -> QFont:
    """The font of the whole program: the system's size, at least 11 pt, times ``text_percent``."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    points = max(font.pointSizeF(), SMALLEST_POINTS)
    if family:
        font = QFont(family)
        font.setFeature(QFont.Tag("tnum"), 1)
    font.setPointSizeF(points * text_percent / 100)
    return font


def scaled(font: QFont, factor: float, weight: QFont.Weight) -> QFont:
    """``font`` times ``factor`` in ``weight``."""
    other = QFont(font)
    other.setPointSizeF(font.pointSizeF() * factor)
    other.setWeight(weight)
    return other
