"""Tab goes from stop to stop in the order in which they are laid out, also after a rebuild.

Qt keeps the order in which widgets came into the window: a page that was read again would come
after the side panel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bpa_desktop.views.reach import controls_around

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TAB: Final = Qt.FocusPolicy.TabFocus


def go_to_next_stop(window: QWidget, *, forward: bool) -> bool:
    """Put the focus on the stop after, or before, the one that has it; round at the ends.

    False when there is no other stop, or when the focus is on something that is none.
    """
    focused = QApplication.focusWidget()
    if focused is None:
        return False
    others = controls_around(focused, window, forward=forward)
    following = next((one for one in others if one.focusPolicy() & _TAB), None)
    if following is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    return True
