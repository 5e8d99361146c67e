"""R6: no shortcut that a dictated word or a Danish keyboard fires by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton

from tests.views.audit.found import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QKeyCombination
    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Setting

_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALT_GR: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LAST_PRINTED: Final = 0x00FFFFFF


def no_accidental_shortcut(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R6: neither a bare letter or digit nor Ctrl+Alt, which is AltGr."""
    for sequence in _sequences(window):
        for index in range(sequence.count()):
            reason = _why_wrong(sequence[index])  # type: ignore[index]
            if reason:
                text = sequence.toString()
                yield Finding(rule="R6", screen=setting.screen, widget=text, detail=reason)


def _sequences(window: QWidget) -> Iterator[QKeySequence]:
    for shortcut in window.findChildren(QShortcut):
        yield from shortcut.keys()
    for action in window.findChildren(QAction):
        yield from action.shortcuts()
    for button in window.findChildren(QAbstractButton):
        yield button.shortcut()


def _why_wrong(keys: QKeyCombination) -> str:
    modifiers = keys.keyboardModifiers()
    if modifiers & _ALT_GR == _ALT_GR:
        return "Ctrl+Alt is AltGr on a Danish keyboard"
    is_printed = Qt.Key.Key_Space.value < keys.key().value <= _LAST_PRINTED
    if is_printed and not modifiers & _MODIFIERS:
        return "a dictated word may fire it"
    return ""
