"""Somebody in front of the window on the small made-up file."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.preferences import Preferences
from tests.views.audit.tree import INPUTS, known_as, shown, words_on
from tests.views.harness import Person
from tests.views.windows import FIRST_SIZE, settle, standing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.app import Window
    from bpa_desktop.services.session import Session

LIGHT: Final = Preferences(colours="light")
ENGLISH: Final = Preferences(language="en", colours="light")


@dataclass
class Seat:
    """Somebody in front of ``window``; ``person`` counts and listens."""

    window: Window
    person: Person

    @property
    def session(self) -> Session:
        return self.window.desk.session

    @property
    def page(self) -> QWidget:
        page = self.window.frame.page
        assert page is not None
        return page

    @property
    def log(self) -> list[str]:
        """Everything that was announced."""
        return list(self.window.desk.announcer.log)

    @property
    def status(self) -> str:
        """What stands in the line at the bottom."""
        return self.window.frame.status.words.text()

    @property
    def panel(self) -> QWidget | None:
        return self.window.frame.panel.content

    @property
    def focus(self) -> str:
        """What the control with the focus is called."""
        focused = QApplication.focusWidget()
        return "" if focused is None else known_as(focused)

    def go(self, place: str) -> None:
        self.window.frame.go(place)
        self.rest()

    def rest(self) -> None:
        settle(self.window.frame)

    def work(self) -> None:
        """Wait for what runs on threads."""
        assert QThreadPool.globalInstance().waitForDone(30_000)
        self.rest()

    def everything(self) -> str:
        """All that the file holds, as an export writes it."""
        return export_text(self.session)

    def words(self) -> list[str]:
        return self.person.words()

    def page_words(self) -> list[str]:
        """Everything that can be read on the page, without its buttons."""
        return [one.text() for one in shown(self.page) if isinstance(one, QLabel) and one.text()]

    def labels(self) -> list[str]:
        """What stands on every button of the page, pressable or not."""
        return [words_on(one) for one in shown(self.page) if isinstance(one, QAbstractButton)]

    def button(self, label: str) -> QAbstractButton:
        """The one button in the window that reads ``label``."""
        found = [
            one
            for one in shown(self.window.frame)
            if isinstance(one, QAbstractButton) and words_on(one) == label
        ]
        assert len(found) == 1, (label, [words_on(one) for one in found])
        return found[0]

    def details(self, first_name: str) -> str:
        """Open the form of a helper, by way of the list and their own page; what was announced."""
        self.go("helpers")
        self.press(f"Åbn – {first_name}")
        return self.press("Ret oplysninger")

    def press(self, label: str) -> str:
        """Press a button; what was announced."""
        before = len(self.log)
        button = self.button(label)
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        self.rest()
        return "|".join(self.log[before:])

    def field(self, label: str) -> QWidget:
        """The one field in the window that is labelled ``label``."""
        found = [
            one
            for one in shown(self.window.frame)
            if isinstance(one, INPUTS) and known_as(one) == label
        ]
        assert len(found) == 1, (label, [known_as(one) for one in found])
        return found[0]

    def text(self, label: str) -> str:
        """What stands in a field."""
        field = self.field(label)
        if isinstance(field, QComboBox):
            return field.currentText()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit)
        return field.text()

    def type(self, text: str) -> None:
        """Write where the focus is, over what stands there."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, (QLineEdit, QPlainTextEdit)), focused
        focused.selectAll()
        QTest.keyClicks(focused, text)
        self.rest()

    def enter(self, label: str, text: str) -> None:
        """Write into the field called ``label``."""
        self.field(label).setFocus()
        self.type(text)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        """Press a key where the focus is; what was announced."""
        before = len(self.log)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)
        self.rest()
        return "|".join(self.log[before:])

    def undo(self) -> str:
        """Press the button that undoes; a field keeps Ctrl+Z for its own words."""
        return self.press(words_on(self.window.frame.top_bar.undo))

    def redo(self) -> str:
        before = len(self.log)
        self.window.desk.redo()
        self.rest()
        return "|".join(self.log[before:])

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until the control called ``name`` has the focus."""
        for _step in range(most):
            if self.focus == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}, but to {self.focus}")

    def problem(self, label: str) -> str:
        """What is said of the field when a screen reader comes to it."""
        return self.field(label).accessibleDescription()


@contextmanager
def seat(
    app: QApplication,
    session: Session | None,
    preferences: Preferences = LIGHT,
    size: tuple[int, int] = FIRST_SIZE,
    known_as: Hashable = None,
) -> Iterator[Seat]:
    """The window on ``session`` as `standing` opens it."""
    with standing(app, preferences, session, size, known_as) as window:
        yield Seat(window, Person(window.frame, window.desk.announcer))
