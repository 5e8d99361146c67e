"""R5, R16: Tab reaches everything in few stops, in reading order, and comes back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox

from tests.views.audit.found import breach
from tests.views.audit.tree import TEXT_FIELDS, called, layer_of, lineage, place_in, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Finding, Setting

MOST_STOPS: Final = 9
_ROW_TOLERANCE: Final = 6


def tab_goes_round_in_reading_order(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R5: there, back again, and nothing that swallows the Tab key; R16: down or to the right."""
    stops = _stops(window)
    if not stops:
        return
    there = walk(window, stops[0], Qt.Key.Key_Tab)
    back = walk(window, stops[0], Qt.Key.Key_Backtab)
    for stop in stops:
        # Scrolling on the way may have handed a group's stop to another of its buttons.
        if stop not in there and stop.isEnabled() and is_stop(stop):
            yield breach("R5", setting, stop, "is not reached with Tab")
    if [*there[:1], *there[:0:-1]] != back:
        yield breach("R5", setting, window, "Shift+Tab does not go the same way back")
    counted = [stop for stop in stops if not isinstance(stop, (*TEXT_FIELDS, QAbstractSpinBox))]
    if len(counted) > MOST_STOPS:
        names = ", ".join(map(called, counted))
        yield breach("R5", setting, window, f"has {len(counted)} Tab stops: {names}")
    for one, other in pairwise(_from_the_top(there)):
        if _goes_back(one, other):
            yield breach("R16", setting, other, f"comes after {called(one)}, but lies before it")


def walk(window: QWidget, start: QWidget, key: Qt.Key) -> list[QWidget]:
    """The widgets that get the focus, from ``start`` until one comes again."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    now: QWidget | None = window.focusWidget()
    while now is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, key)
        now = window.focusWidget()
    return seen


def _stops(window: QWidget) -> list[QWidget]:
    return [one for one in shown(window) if one.isEnabled() and is_stop(one)]


def is_stop(widget: QWidget) -> bool:
    """Whether Tab is meant to reach ``widget``."""
    policy = widget.focusPolicy()
    return widget.focusProxy() is None and bool(policy.value & Qt.FocusPolicy.TabFocus.value)


def _from_the_top(order: list[QWidget]) -> list[QWidget]:
    """``order`` turned so that it begins at the stop that has the fewest before it."""
    steps = [index for index in range(len(order)) if _goes_back(order[index - 1], order[index])]
    if not steps:
        return order
    top = min(steps, key=lambda index: sum(_goes_back(order[index], one) for one in order))
    return order[top:] + order[:top]


def _goes_back(one: QWidget, other: QWidget) -> bool:
    """Whether ``other`` lies before ``one``, seen from the panel that holds both."""
    first, second = _below_common_parent(one, other)
    panel = first.parentWidget()
    if first is second or panel is None or layer_of(one) is not layer_of(other):
        return False
    before, after = place_in(first, panel), place_in(second, panel)
    if after.bottom() < before.top() + _ROW_TOLERANCE:
        return True
    is_below = after.top() > before.bottom() - _ROW_TOLERANCE
    return not is_below and after.right() < before.left() + _ROW_TOLERANCE


def _below_common_parent(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget]:
    """The parents of each, or they themselves, that lie side by side in one panel."""
    left, right = list(lineage(one))[::-1], list(lineage(other))[::-1]
    for first, second in zip(left, right, strict=False):
        if first is not second:
            return first, second
    return one, one
