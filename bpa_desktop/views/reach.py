"""Which controls a person can reach on the screen, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = ("QLineEdit", "QPlainTextEdit", "QTextEdit")
_KINDS: Final = ("QAbstractButton", "QComboBox", "QAbstractItemView", *_FIELDS)
"""By name: a class that is only named here need not be loaded for the first page."""


def controls_in(container: QWidget) -> list[QWidget]:
    """Every shown and enabled control below ``container``, in the order they were laid out.

    Screens are laid out in reading order, so a card is finished before the next one begins.
    """
    return [each for each in _shown_in(container) if _is_control(each)]


def _shown_in(container: QWidget) -> Iterator[QWidget]:
    """Every widget below ``container`` that is not hidden in it, parents first."""
    for child in container.children():
        # What is hidden is left out with all that it holds: most of it are other pages.
        if isinstance(child, QWidget) and not child.isHidden():
            yield child
            yield from _shown_in(child)


def is_field(widget: QWidget) -> bool:
    """Whether ``widget`` takes text."""
    return _is_one(widget, _FIELDS)


def _is_control(widget: QWidget) -> bool:
    return (
        widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isEnabled()
        and _is_one(widget, _KINDS)
    )


def _is_one(widget: QWidget, kinds: tuple[str, ...]) -> bool:
    return any(widget.inherits(kind) for kind in kinds)
