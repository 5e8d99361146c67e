"""R13, R14: colours keep their contrast, and come from the palette alone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.views.audit.found import Finding, breach
from tests.views.audit.tree import INPUTS, place_in, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Setting

TEXT_CONTRAST: Final = 4.5
EDGE_CONTRAST: Final = 3.0
_MOST_SHEETS: Final = 3
_CONTROLS: Final = (QAbstractButton, *INPUTS)


def ratio(one: str, other: str) -> float:
    """The contrast of two ``#rrggbb`` colours after WCAG 2.2, 1 to 21."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def pairs_keep_contrast(
    scheme: str, pairs: Iterable[tuple[str, str, str]], least: float
) -> Iterator[Finding]:
    """R13: each of ``pairs`` (what it is, ink, ground) reaches ``least``."""
    for what, ink, ground in pairs:
        if ratio(ink, ground) < least:
            detail = f"{ink} on {ground} has {ratio(ink, ground):.2f}, not {least}"
            yield Finding(rule="R13", screen=scheme, widget=what, detail=detail)


def no_style_sheet(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R14, first half: none on the program or on a control, and few at all."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        yield breach("R14", setting, window, "the program has a style sheet")
    sheeted = [widget for widget in shown(window) if widget.styleSheet()]
    for widget in sheeted:
        if isinstance(widget, _CONTROLS):
            yield breach("R14", setting, widget, "is a control with a style sheet")
    if len(sheeted) > _MOST_SHEETS:
        yield breach("R14", setting, window, f"has {len(sheeted)} style sheets")


@contextmanager
def palette_put_back() -> Iterator[None]:
    """Whatever palette is left inside, the program has its own again afterwards."""
    old = QApplication.palette()
    try:
        yield
    finally:
        QApplication.setPalette(old)
        QApplication.processEvents()


def palette_reaches_all(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R14, second half: after a switch of the palette every control and label looks different.

    The palette stays turned round: a switch takes long where many pages are built, and the next
    screen is looked at just as well on its way back.
    """
    visible = [widget for widget in shown(window) if _has_ink(widget)]
    before = window.grab().toImage()
    QApplication.setPalette(_opposite(QApplication.palette()))
    QApplication.processEvents()
    after = window.grab().toImage()
    for widget in visible:
        place = place_in(widget, window).intersected(window.rect())
        if place.isValid() and _same(before, after, place):
            yield breach("R14", setting, widget, "does not follow the palette")


def _has_ink(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return isinstance(widget, _CONTROLS)


def _opposite(palette: QPalette) -> QPalette:
    """``palette`` with every colour turned round."""
    turned = QPalette(palette)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for role in list(QPalette.ColorRole)[: QPalette.ColorRole.NColorRoles.value]:
            colour = palette.color(group, role)
            opposite = (255 - colour.red(), 255 - colour.green(), 255 - colour.blue())
            turned.setColor(group, role, QColor(*opposite))
    return turned


def _same(one: QImage, other: QImage, place: QRect) -> bool:
    scale = one.devicePixelRatio()
    part = QRect(place.topLeft() * scale, place.size() * scale)
    return one.copy(part) == other.copy(part)
