"""Walking a screen: what is shown, what can be pressed or filled in, and where it lies."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

TEXT_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
INPUTS: Final = (*TEXT_FIELDS, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView)
ROSTER: Final = "roster_grid"
OVERLAY: Final = "number_overlay"
MAY_COVER: Final = "may_cover"
"""The dynamic property of a panel that is meant to lie over its neighbours."""
_WHOLE: Final = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, *TEXT_FIELDS)
"""Widgets whose own parts are Qt's business."""


@dataclass(frozen=True)
class _Held:
    """What a window shows, looked up once."""

    shown: list[QWidget]
    pressables: list[QWidget]
    parts: dict[QWidget, list[QWidget]]


_held: dict[QWidget, _Held] = {}


@contextmanager
def held(window: QWidget) -> Iterator[None]:
    """Inside the block, what ``window`` shows is looked up once: nothing changes meanwhile."""
    parts: dict[QWidget, list[QWidget]] = {}
    everything = _walk(window, parts)
    _held[window] = _Held(everything, _pressables_among(everything), parts)
    try:
        yield
    finally:
        del _held[window]


def shown(root: QWidget) -> list[QWidget]:
    """``root`` and every widget a person sees in it, parents first, without Qt's own parts."""
    return _held[root].shown if root in _held else _walk(root, {})


def shown_parts(root: QWidget) -> Iterator[list[QWidget]]:
    """Of everything that is shown in ``root``, what lies directly in it."""
    if root in _held:
        yield from _held[root].parts.values()
    else:
        yield from map(parts_of, shown(root))


def _walk(root: QWidget, parts: dict[QWidget, list[QWidget]]) -> list[QWidget]:
    """`shown`; ``parts`` is filled with what lies directly in each widget."""
    found, waiting = [], [root] if root.isVisible() else []
    while waiting:
        one = waiting.pop()
        found.append(one)
        parts[one] = parts_of(one)
        waiting += reversed(parts[one])
    return found


def parts_of(widget: QWidget) -> list[QWidget]:
    """What a person sees directly in ``widget``; a control counts as one piece."""
    if isinstance(widget, _WHOLE):
        return []
    if isinstance(widget, QScrollArea):
        return [part for part in (widget.widget(),) if part is not None and part.isVisible()]
    return [one for one in widget.children() if isinstance(one, QWidget) and _is_part(one)]


def _is_part(widget: QWidget) -> bool:
    """Whether ``widget`` is seen in its parent, and neither Qt's own part nor the numbers."""
    if not widget.isVisible() or widget.isWindow():
        return False
    name = widget.objectName()
    return not name.startswith("qt_") and name != OVERLAY


def pressables(root: QWidget) -> list[QWidget]:
    """Every enabled widget in sight that a person can press or write in."""
    return _held[root].pressables if root in _held else _pressables_among(shown(root))


def _pressables_among(widgets: list[QWidget]) -> list[QWidget]:
    return [widget for widget in widgets if _is_pressable(widget) and widget.isEnabled()]


def _is_pressable(widget: QWidget) -> bool:
    if isinstance(widget, QGroupBox):
        return widget.isCheckable()
    if isinstance(widget, QScrollBar):
        return False
    if isinstance(widget, (QAbstractButton, QTabBar)):
        return True
    return isinstance(widget, INPUTS) and not _is_for_reading(widget)


def _is_for_reading(widget: QWidget) -> bool:
    return isinstance(widget, (QPlainTextEdit, QTextEdit)) and widget.isReadOnly()


def buttons(root: QWidget) -> list[QAbstractButton]:
    """Every enabled button in sight."""
    return [widget for widget in pressables(root) if isinstance(widget, QAbstractButton)]


def inputs(root: QWidget) -> list[QWidget]:
    """Everything in sight that takes an answer, other than buttons."""
    return [widget for widget in pressables(root) if isinstance(widget, INPUTS)]


def accessible(widget: QWidget) -> QAccessibleInterface:
    """What assistive technology is told about ``widget``."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> str:
    """The accessible name."""
    return accessible(widget).text(QAccessible.Text.Name)


def label_of(widget: QWidget) -> str:
    """The name of the label that says what ``widget`` is for, or nothing."""
    labels = (
        source.text(QAccessible.Text.Name)
        for source, relation in accessible(widget).relations()
        if relation == QAccessible.RelationFlag.Label
    )
    return next(filter(None, labels), "")


def known_as(widget: QWidget) -> str:
    """What ``widget`` is asked for by: its label, since a choice box is named after its value."""
    return label_of(widget) or name_of(widget)


def words_on(widget: QWidget) -> str:
    """The visible text of a button, without mnemonic marks, soft hyphens and line breaks."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return re.sub(r"[ \n]+", " ", plain.replace("\N{SOFT HYPHEN}", "")).strip()


def called(widget: QWidget) -> str:
    """How a finding names ``widget``: its class and name, or where it lies in the tree."""
    name = known_as(widget) or widget.objectName()
    kind = type(widget).__name__
    if name:
        return f"{kind} '{name}'"
    parent = widget.parentWidget()
    return f"{kind} in {called(parent)}" if parent else kind


def is_within(widget: QWidget, object_name: str) -> bool:
    """Whether ``widget`` lies in the container called ``object_name``."""
    return any(one.objectName() == object_name for one in lineage(widget))


def lineage(widget: QWidget) -> Iterator[QWidget]:
    """``widget`` and its parents, up to the window."""
    one: QWidget | None = widget
    while one is not None:
        yield one
        one = None if one.isWindow() else one.parentWidget()


def layer_of(widget: QWidget) -> QWidget | None:
    """The panel around ``widget`` that is meant to lie over its neighbours, if there is one."""
    return next((one for one in lineage(widget) if one.property(MAY_COVER)), None)


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The nearest scroll area whose content ``widget`` belongs to."""
    parents = list(lineage(widget))[1:]
    return next((one for one in parents if isinstance(one, QScrollArea)), None)


def place_in(widget: QWidget, window: QWidget) -> QRect:
    """Where ``widget`` lies in ``window``, in logical pixels."""
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def seen_in(widget: QWidget, window: QWidget) -> QRect:
    """The part of ``widget`` that no scroll area hides, in ``window``."""
    place = place_in(widget, window)
    area = scroll_area_of(widget)
    while area is not None:
        place = place.intersected(place_in(area.viewport(), window))
        area = scroll_area_of(area)
    return place
