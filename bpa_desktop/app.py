"""Starts the window: builds every object once and lets go of them at the end."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop import views  # noqa: F401 - before Qt: it spares PySide what is not needed

# isort: split
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bpa_desktop.services.preferences import load_preferences, preferences_path, save_preferences
from bpa_desktop.services.recent import recent_file
from bpa_desktop.views.appearance import Appearance
from bpa_desktop.views.desk import Desk
from bpa_desktop.views.frame import Frame
from bpa_desktop.views.opening import Opening, Wish

_SETTLED_AFTER: Final = 500
"""Milliseconds until the first page is painted and the collector of rubbish may work."""

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from bpa_desktop.services.preferences import Preferences
    from bpa_desktop.services.session import Session


class Window(NamedTuple):
    """Everything a running window is made of."""

    frame: Frame
    desk: Desk
    appearance: Appearance
    opening: Opening

    def close(self) -> None:
        """Close the window, and the open file if there is one."""
        # What is being written is read when the focus goes, so the file must still be there.
        self.frame.close()
        session = self.desk.session if self.desk.has_session else None
        self.desk.leave()
        if session is not None:
            session.close()
        self.opening.close()


def build_window(
    application: QApplication,
    preferences: Preferences,
    session: Session | None = None,
    save: Callable[[Preferences], None] | None = None,
) -> Window:
    """A window that is not shown yet; without a session it has nothing to show either."""
    appearance = Appearance(application, preferences)
    desk = Desk(preferences, session, save)
    frame = Frame(desk, appearance)
    return Window(frame, desk, appearance, Opening(frame))


def _settle() -> None:
    """What can wait until the first page is painted."""
    import signal  # noqa: PLC0415 - fast start

    gc.enable()
    # Ctrl+C in a terminal ends the program, also while Qt waits.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(
    path: Path | None = None,
    *,
    read_only: bool = False,
    key_file: Path | None = None,
    key: str | None = None,
    today: dt.date | None = None,
) -> int:
    """Show the window until it is closed; the exit code of the program."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("BPA Desktop")
    settings = preferences_path()
    window = build_window(
        application,
        load_preferences(settings),
        save=lambda chosen: save_preferences(settings, chosen),
    )
    path = path or recent_file()
    if path is None:
        window.opening.welcome()
    else:
        wish = Wish(path=path, read_only=read_only, key=key, key_file=key_file, today=today)
        window.opening.open(wish)
    window.frame.show()
    QTimer.singleShot(_SETTLED_AFTER, _settle)
    try:
        return application.exec()
    finally:
        window.close()
