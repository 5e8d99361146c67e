"""Whether there is a screen to open a window on."""

import os
import sys
from typing import Final

_UNSEEN: Final = frozenset({"offscreen", "minimal"})


def has_display() -> bool:
    """True on Windows and macOS; elsewhere when a display server is named."""
    if os.environ.get("QT_QPA_PLATFORM") in _UNSEEN:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
