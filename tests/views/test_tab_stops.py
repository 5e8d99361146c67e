"""Tab follows the order on the screen, also after a part of it was built again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bpa_desktop.views.reach import controls_around, controls_in
from bpa_desktop.views.tab_stops import go_to_next_stop

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Window(QWidget):
    """Three parts below each other; the middle one may be built again."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.middle = QWidget()
        self.inner = QVBoxLayout(self.middle)
        self.column.addWidget(QPushButton("top"))
        self.column.addWidget(self.middle)
        self.column.addWidget(QPushButton("bottom"))
        self.build("a")

    def build(self, name: str) -> None:
        for at in reversed(range(self.inner.count())):
            old = self.inner.takeAt(at).widget()
            old.hide()
            old.setParent(None)
        for number in (1, 2):
            button = QPushButton(f"{name}{number}")
            self.inner.addWidget(button)
            button.show()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own shape
        return go_to_next_stop(self, forward=forward)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def walk(window: Window, key: Qt.Key) -> list[str]:
    first = next(one for one in window.findChildren(QPushButton) if one.text() == "top")
    first.setFocus()
    seen = []
    for _step in range(4):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        seen.append(focused.text())
        QTest.keyClick(focused, key)
    focused = QApplication.focusWidget()
    assert focused is first
    return seen


def test_a_part_built_again_keeps_its_place(window: Window) -> None:
    assert walk(window, Qt.Key.Key_Tab) == ["top", "a1", "a2", "bottom"]
    window.build("b")
    assert walk(window, Qt.Key.Key_Tab) == ["top", "b1", "b2", "bottom"]
    assert walk(window, Qt.Key.Key_Backtab) == ["top", "bottom", "b2", "b1"]


def test_what_is_not_reached_by_tab_is_left_out(window: Window) -> None:
    skipped = next(one for one in window.findChildren(QPushButton) if one.text() == "a1")
    skipped.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.findChildren(QPushButton)[0].setFocus()
    assert go_to_next_stop(window, forward=True)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "a2"
    skipped.setFocus()
    assert go_to_next_stop(window, forward=True)
    assert QApplication.focusWidget() is focused


def test_it_says_when_there_is_nowhere_to_go(window: Window) -> None:
    label = QLabel("words")
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.column.addWidget(label)
    label.show()
    label.setFocus()
    assert not go_to_next_stop(window, forward=True)
    alone = window.findChildren(QPushButton)[0]
    for other in window.findChildren(QPushButton)[1:]:
        other.setEnabled(False)
    alone.setFocus()
    assert not go_to_next_stop(window, forward=False)


def test_what_lies_around_a_control_is_all_the_others_in_their_order(window: Window) -> None:
    """Wherever one begins, parts inside parts, hidden and disabled ones among them."""
    for depth, name in enumerate("cde"):
        part = QComboBox() if depth else QWidget()
        inner = QVBoxLayout(part)
        for number in range(3):
            inner.addWidget(button := QPushButton(f"{name}{number}"))
            button.setEnabled(number != depth)
        window.inner.addWidget(part)
        part.show()
    window.findChildren(QPushButton)[3].hide()
    controls = controls_in(window)
    assert len(controls) > 9
    for at, one in enumerate(controls):
        after, before = controls[at + 1 :], controls[:at]
        assert [*controls_around(one, window, forward=True)] == [*after, *before]
        assert [*controls_around(one, window, forward=False)] == [*before[::-1], *after[::-1]]


def test_around_what_is_hidden_or_elsewhere_there_is_nothing(window: Window) -> None:
    inside = next(one for one in controls_in(window) if one.parentWidget() is window.middle)
    window.middle.hide()
    elsewhere = QPushButton("elsewhere")
    for one in (inside, elsewhere, QLabel("words", window), window):
        assert not [*controls_around(one, window, forward=True)]
