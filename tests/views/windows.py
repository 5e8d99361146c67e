"""The real window on the example file, as a person with certain preferences meets it."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication

from bpa_desktop.app import build_window
from bpa_desktop.services.demo import DEMO_KEY
from bpa_desktop.services.example import write_example
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage import keys
from bpa_desktop.views.today_page import TodayPage
from tests.counting import counting_at_first
from tests.views.audit.tree import shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.app import Window
    from bpa_desktop.services.session import Session

TODAY: Final = dt.date(2026, 3, 16)
"""A Monday."""
NOW: Final = dt.datetime.combine(TODAY, dt.time(6, 30))
FIRST_SIZE: Final = (1280, 800)
_MOST_PASSES: Final = 50


def write_file(folder: Path) -> Path:
    """The example, in a file of its own."""
    path = folder / "example.bpa"
    with make(path, keys.parse(DEMO_KEY), today=TODAY) as session:
        write_example(session)
    return path


@contextmanager
def opened(
    app: QApplication,
    file: Path,
    preferences: Preferences,
    size: tuple[int, int] = FIRST_SIZE,
) -> Iterator[Window]:
    """The window on ``file``, shown and at rest; everything is put back afterwards."""
    session = open_session(file, keys.parse(DEMO_KEY), today=TODAY)
    session.now = lambda: NOW  # type: ignore[method-assign]
    with standing(app, preferences, session, size) as window:
        yield window


@contextmanager
def standing(
    app: QApplication,
    preferences: Preferences,
    session: Session | None,
    size: tuple[int, int] = FIRST_SIZE,
    known_as: Hashable = None,
    place: str = "",
) -> Iterator[Window]:
    """The window on ``session``, shown, active and at rest; everything is put back afterwards.

    It shows ``place``, or else the first one. The lines of opening and closing it are counted only
    the first times where ``known_as`` says that it comes up just as the others of that name.
    """
    with _counting(known_as, "open"):
        window = build_window(app, preferences, session)
        window.frame.resize(*size)
        window.frame.show()
        window.frame.activateWindow()
        settle(window.frame)
        complete_start(window)
        if place:
            window.frame.go(place)
            settle(window.frame)
    try:
        yield window
    finally:
        with _counting(known_as, "close"):
            _close(window)


def _counting(known_as: Hashable, what: str) -> AbstractContextManager[None]:
    return nullcontext() if known_as is None else counting_at_first((known_as, what))


def _close(window: Window) -> None:
    QThreadPool.globalInstance().waitForDone(30_000)
    window.close()
    window.appearance.wear(Preferences(colours="light"))
    for one in (window.appearance, window.frame, window.desk):
        one.deleteLater()
    _let_go()


def complete_start(window: Window) -> None:
    """Have the first page show all that is due, as it does by itself in a moment."""
    if isinstance(window.frame.page, TodayPage):
        window.frame.page.complete()
        settle(window.frame)


def settle(window: QWidget) -> None:
    """Let Qt lay out and show what was asked for, until nothing moves any more."""
    before: list[tuple[int, QRect]] = []
    for _pass in range(_MOST_PASSES):
        _let_go()
        now = [(id(one), one.geometry()) for one in shown(window)]
        if now == before:
            return
        before = now
    raise AssertionError("the layout never comes to rest")


def _let_go() -> None:
    """Deliver what is waiting, and delete what waits to be deleted."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
