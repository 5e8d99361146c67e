"""Somebody who uses the window by what it is called: presses are counted, sentences are heard."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from bpa_desktop.services.demo import DEMO_KEY
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.services.session import open_session
from bpa_desktop.storage import keys
from tests.views.audit.tree import buttons, shown
from tests.views.windows import FIRST_SIZE, TODAY, settle, standing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from bpa_desktop.app import Window
    from bpa_desktop.services.session import Session

LIGHT: Final = Preferences(colours="light")
EARLY: Final = dt.datetime.combine(TODAY, dt.time(6, 30))
FORENOON: Final = dt.datetime.combine(TODAY, dt.time(9, 30))


@dataclass
class Person:
    """Presses buttons by their names, and knows what was said since the last press."""

    window: Window
    presses: int = 0
    heard: list[str] = field(default_factory=list)

    @property
    def session(self) -> Session:
        return self.window.desk.session

    @property
    def page(self) -> QWidget:
        page = self.window.frame.page
        assert page is not None
        return page

    def press(self, name: str) -> None:
        """Press the one button that is called ``name``, or whose name begins with it."""
        button = self.button(name)
        self.presses += 1
        self._listen()
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        settle(self.window.frame)
        self.heard = list(self._log())[self._before :]

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        self._listen()
        if held:
            QTest.keyClick(focused, key, held[0])
        else:
            QTest.keyClick(focused, key)
        settle(self.window.frame)
        self.heard = list(self._log())[self._before :]

    def write(self, field_name: str, text: str) -> None:
        """Write ``text`` into a field in the place of what stands there, and leave it."""
        line = next(
            one
            for one in shown(self.window.frame)
            if isinstance(one, QLineEdit) and one.accessibleName() == field_name
        )
        self._listen()
        line.setFocus()
        line.setText(text)
        line.editingFinished.emit()
        settle(self.window.frame)
        self.heard = list(self._log())[self._before :]

    def _listen(self) -> None:
        self._log().clear()
        self._before = 0

    def _log(self) -> list[str]:
        return self.window.desk.announcer.log  # type: ignore[return-value]

    def button(self, name: str) -> QAbstractButton:
        """The one enabled button called ``name``; else the one whose name begins so."""
        everything = buttons(self.window.frame)
        for fits in (
            [one for one in everything if one.accessibleName() == name],
            [one for one in everything if one.accessibleName().startswith(f"{name},")],
        ):
            if fits:
                assert len(fits) == 1, [one.accessibleName() for one in fits]
                return fits[0]
        raise AssertionError(f"no button {name!r} in {self.names()}")

    def names(self) -> list[str]:
        """What every enabled button in sight is called."""
        return [one.accessibleName() for one in buttons(self.window.frame)]

    def sees(self, name: str) -> bool:
        """Whether an enabled button in sight has a name that begins with ``name``."""
        return any(each == name or each.startswith(f"{name},") for each in self.names())

    def words(self) -> str:
        """Everything that can be read in the window."""
        labels = (one for one in shown(self.window.frame) if isinstance(one, QLabel))
        return "\n".join(one.text() for one in labels)

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None else ""

    def everything(self) -> str:
        """All that the file holds, as it would be written out."""
        return export_text(self.session)


@contextmanager
def person_at(
    app: QApplication,
    session: Session,
    preferences: Preferences = LIGHT,
    size: tuple[int, int] = FIRST_SIZE,
    known_as: Hashable = None,
    place: str = "",
) -> Iterator[Person]:
    """Somebody in front of the window on an open file, as `standing` opens it."""
    with standing(app, preferences, session, size, known_as, place) as window:
        yield Person(window)


def example_copy(
    file: Path, folder: Path, now: dt.datetime = FORENOON, *, read_only: bool = False
) -> Session:
    """The example in a file of its own, at the moment ``now``."""
    path = folder / "copy.bpa"
    shutil.copy(file, path)
    session = open_session(path, keys.parse(DEMO_KEY), today=now.date(), read_only=read_only)
    session.now = lambda: now  # type: ignore[method-assign]
    return session
