"""R8, R9: groups have titles, a screen has one heading, a meter says its value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGroupBox, QLabel, QProgressBar

from tests.views.audit.found import Finding, breach
from tests.views.audit.tree import accessible, name_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Setting

HEADING: Final = "heading"
"""The dynamic property of a heading label; its value is the level, 1 for the screen's own."""


def screen_has_one_heading(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R8, first half."""
    headings = [label for label in headings_of(window) if label.property(HEADING) == 1]
    if len(headings) != 1:
        yield Finding(
            rule="R8",
            screen=setting.screen,
            widget="heading",
            detail=f"{len(headings)} of level 1: {[label.text() for label in headings]}",
        )


def headings_of(window: QWidget) -> Iterator[QLabel]:
    """Every label that is a heading and says something."""
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.property(HEADING) and widget.text().strip():
            yield widget


def group_has_title(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R8, second half."""
    for widget in shown(window):
        if isinstance(widget, QGroupBox) and not (widget.title() or name_of(widget)).strip():
            yield breach("R8", setting, widget, "has no title")


def meter_speaks(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R9: value and maximum as numbers, and the same as words."""
    for widget in shown(window):
        if isinstance(widget, QProgressBar):
            for lack in _lacks(widget):
                yield breach("R9", setting, widget, lack)


def _lacks(meter: QProgressBar) -> Iterator[str]:
    interface = accessible(meter)
    values = interface.valueInterface()
    if values.maximumValue() != meter.maximum() or values.currentValue() != meter.value():
        yield "does not tell its value and maximum"
    if meter.maximum() <= meter.minimum():
        yield "has no range"
    spoken = f"{name_of(meter)} {interface.text(QAccessible.Text.Description)}"
    if not name_of(meter):
        yield "has no name"
    if not any(sign.isdigit() for sign in spoken):
        yield f"says no numbers in words: '{spoken.strip()}'"
