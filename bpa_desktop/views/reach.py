"""Which controls a person can reach on the screen, in reading order."""

from __future__ import annotations

from functools import cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = frozenset({"QLineEdit", "QPlainTextEdit", "QTextEdit"})
_KINDS: Final = _FIELDS | {"QAbstractButton", "QComboBox", "QAbstractItemView"}
"""By name: a class that is only named here need not be loaded for the first page."""
_NONE: Final = Qt.FocusPolicy.NoFocus


def controls_in(container: QWidget) -> list[QWidget]:
    """Every shown and enabled control below ``container``, in the order they were laid out.

    Screens are laid out in reading order, so a card is finished before the next one begins.
    """
    return [each for each in _below(container) if _is_control(each)]


def controls_around(widget: QWidget, window: QWidget, *, forward: bool) -> Iterator[QWidget]:
    """The other controls of ``window`` in the order of `controls_in`, or against it.

    They begin beside ``widget`` and go round at the ends, and are looked up one by one: the next
    stop is near, and most of a window is not. Nothing when ``widget`` is no control of it.
    """
    if not _is_control(widget) or not _is_shown_in(widget, window):
        return iter(())
    beside = _after(widget, window) if forward else _before(widget, window)
    whole = _below(window) if forward else _below_backwards(window)
    others = chain(beside, takewhile(lambda one: one is not widget, whole))
    return filter(_is_control, others)


def is_field(widget: QWidget) -> bool:
    """Whether ``widget`` takes text."""
    return _is_one(type(widget), _FIELDS)  # type: ignore[arg-type]  # every class has a hash


def _below(container: QWidget) -> Iterator[QWidget]:
    """Every widget below ``container`` that is not hidden in it, parents first."""
    waiting = _parts(container)[::-1]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += _parts(one)[::-1]


def _below_backwards(container: QWidget) -> Iterator[QWidget]:
    for part in reversed(_parts(container)):
        yield from _below_backwards(part)
        yield part


def _parts(container: QWidget) -> list[QWidget]:
    # What is hidden is left out with all that it holds: most of it are other pages.
    return [
        child
        for child in container.children()
        if isinstance(child, QWidget) and not child.isHidden()
    ]


def _after(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    yield from _below(widget)
    for one, parent in _lineage(widget, window):
        beside = _parts(parent)
        for sister in beside[beside.index(one) + 1 :]:
            yield sister
            yield from _below(sister)


def _before(widget: QWidget, window: QWidget) -> Iterator[QWidget]:
    for one, parent in _lineage(widget, window):
        beside = _parts(parent)
        for sister in reversed(beside[: beside.index(one)]):
            yield from _below_backwards(sister)
            yield sister
        if parent is not window:
            yield parent


def _lineage(widget: QWidget, window: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """``widget`` and what lies around it below ``window``, each with its parent."""
    one, parent = widget, widget.parentWidget()
    while one is not window and parent is not None:
        yield one, parent
        one, parent = parent, parent.parentWidget()


def _is_shown_in(widget: QWidget, window: QWidget) -> bool:
    return window.isAncestorOf(widget) and not any(
        one.isHidden() for one, _parent in _lineage(widget, window)
    )


def _is_control(widget: QWidget) -> bool:
    return (
        _is_one(type(widget), _KINDS)  # type: ignore[arg-type]
        and widget.isEnabled()
        and widget.focusPolicy() != _NONE
    )


@cache
def _is_one(kind: type[QWidget], names: frozenset[str]) -> bool:
    return not names.isdisjoint(each.__name__ for each in kind.__mro__)
