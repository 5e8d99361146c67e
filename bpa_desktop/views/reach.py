"""Which controls a person can reach on the screen, in reading order."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit)
_KINDS: Final = (QAbstractButton, QComboBox, QAbstractItemView, *FIELDS)


def controls_in(container: QWidget) -> list[QWidget]:
    """Every shown and enabled control below ``container``, in the order they were laid out.

    Screens are laid out in reading order, so a card is finished before the next one begins.
    """
    return [each for each in container.findChildren(QWidget) if _is_control(each, container)]


def is_field(widget: QWidget) -> bool:
    """Whether ``widget`` takes text."""
    return isinstance(widget, FIELDS)


def _is_control(widget: QWidget, container: QWidget) -> bool:
    return (
        # First what leaves out most: the pages that are not shown.
        widget.isVisibleTo(container)
        and isinstance(widget, _KINDS)
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
