"""R11, R12: nothing holds text in a fixed size, and targets are large and apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QScrollBar, QTabBar

from tests.views.audit.found import breach
from tests.views.audit.tree import (
    INPUTS,
    called,
    layer_of,
    lineage,
    pressables,
    seen_in,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Finding, Setting

LEAST_GAP: Final = 8
LEAST_SCROLL_BAR: Final = 24
_TEXT_HOLDERS: Final = (QLabel, QAbstractButton, QGroupBox, QTabBar, *INPUTS)


def text_may_grow(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R11: letters follow the system's size, and what holds them may grow with them."""
    for widget in shown(window):
        if widget.font().pixelSize() != -1:
            yield breach("R11", setting, widget, "has a font size in pixels")
        is_fixed = widget.minimumHeight() == widget.maximumHeight()
        if is_fixed and isinstance(widget, _TEXT_HOLDERS) and _holds_text(widget):
            yield breach("R11", setting, widget, "has a fixed height")


def _holds_text(widget: QWidget) -> bool:
    return not isinstance(widget, (QLabel, QAbstractButton)) or bool(widget.text())


def target_is_large(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R12, first half: the chosen size both ways, and a scroll bar that can be hit."""
    for widget in pressables(window):
        if min(widget.width(), widget.height()) < setting.target:
            size = f"{widget.width()} × {widget.height()} px"
            yield breach("R12", setting, widget, f"is {size}, not {setting.target}")
    for bar in window.findChildren(QScrollBar):
        if bar.isVisible() and min(bar.width(), bar.height()) < LEAST_SCROLL_BAR:
            yield breach("R12", setting, bar, f"is under {LEAST_SCROLL_BAR} px wide")


def targets_are_apart(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R12, second half: as a person sees them, so what is scrolled away does not count."""
    placed = [(widget, seen_in(widget, window)) for widget in pressables(window)]
    visible = [(widget, edges(place)) for widget, place in placed if place.isValid()]
    for (one, here), (other, there) in combinations(visible, 2):
        gap = gap_between(here, there)
        if gap < LEAST_GAP and not _is_part(one, other) and layer_of(one) is layer_of(other):
            detail = f"{gap} px from {called(other)}"
            yield breach("R12", setting, one, detail)


class Edges(NamedTuple):
    """The outermost pixels of a place, as numbers that are compared in thousands of pairs."""

    left: int
    top: int
    right: int
    bottom: int


def edges(place: QRect) -> Edges:
    """Those of ``place``."""
    return Edges(*place.getCoords())  # type: ignore[misc]


def gap_between(one: Edges, other: Edges) -> int:
    """Free pixels between two places; zero or less when they touch or lie over each other."""
    left, top, right, bottom = one
    other_left, other_top, other_right, other_bottom = other
    return max(left - other_right, other_left - right, top - other_bottom, other_top - bottom) - 1


def _is_part(one: QWidget, other: QWidget) -> bool:
    return any(parent is other for parent in lineage(one)) or any(
        parent is one for parent in lineage(other)
    )
