"""Groups of buttons are one Tab stop, and arrows move inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QPushButton, QWidget

from bpa_desktop.views.button import Button
from bpa_desktop.views.roving import GridFocus, Roving
from tests.views.fake import press_key, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TAB = Qt.FocusPolicy.TabFocus


def _window(qtbot: QtBot, layout: QHBoxLayout | QGridLayout) -> QWidget:
    window = QWidget()
    window.setLayout(layout)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    settle()
    return window


def _stops(buttons: list[Button]) -> list[str]:
    return [button.label for button in buttons if button.focusPolicy() & TAB]


def _focused() -> str:
    button = QApplication.focusWidget()
    assert isinstance(button, Button)
    return button.label


@pytest.fixture
def row(qtbot: QtBot) -> tuple[QWidget, list[Button], Roving]:
    layout = QHBoxLayout()
    buttons = [Button(letter) for letter in "ABC"]
    for button in buttons:
        layout.addWidget(button)
    layout.addWidget(QPushButton("after"))
    return _window(qtbot, layout), buttons, Roving(buttons)


def test_a_row_is_one_stop(row: tuple[QWidget, list[Button], Roving]) -> None:
    window, buttons, roving = row
    assert _stops(buttons) == ["A"]
    assert roving.current is buttons[0]
    buttons[0].setFocus()
    press_key(Key.Key_Tab)
    assert window.focusWidget() not in buttons


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        ([Key.Key_Right], "B"),
        ([Key.Key_Down, Key.Key_Down], "C"),
        ([Key.Key_Right] * 3, "A"),
        ([Key.Key_Left], "C"),
        ([Key.Key_Up], "C"),
        ([Key.Key_End], "C"),
        ([Key.Key_End, Key.Key_Home], "A"),
    ],
)
def test_arrows_go_round(
    row: tuple[QWidget, list[Button], Roving], keys: list[Qt.Key], end: str
) -> None:
    _, buttons, _roving = row
    buttons[0].setFocus()
    for key in keys:
        press_key(key)
    assert _focused() == end
    assert _stops(buttons) == [end]


def test_what_is_off_or_hidden_is_passed_over(row: tuple[QWidget, list[Button], Roving]) -> None:
    _, buttons, roving = row
    buttons[1].setEnabled(False)
    buttons[0].setFocus()
    press_key(Key.Key_Right)
    assert _focused() == "C"
    buttons[2].hide()
    roving.settle()
    assert _stops(buttons) == ["A"]


def test_the_stop_moves_when_its_button_is_switched_off(
    row: tuple[QWidget, list[Button], Roving],
) -> None:
    _, buttons, _roving = row
    buttons[0].setEnabled(False)
    assert _stops(buttons) == ["B"]


def test_the_chosen_one_can_be_the_stop(row: tuple[QWidget, list[Button], Roving]) -> None:
    _, buttons, roving = row
    roving.point_to(buttons[2])
    assert _stops(buttons) == ["C"]


def test_other_keys_are_left_alone(row: tuple[QWidget, list[Button], Roving]) -> None:
    _, buttons, _roving = row
    pressed: list[str] = []
    buttons[0].clicked.connect(lambda: pressed.append("A"))
    buttons[0].setFocus()
    press_key(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press_key(Key.Key_X)
    assert _focused() == "A"
    press_key(Key.Key_Space)
    assert pressed == ["A"]


def test_an_empty_group_has_no_stop() -> None:
    assert Roving().current is None
    assert GridFocus().current is None


@pytest.fixture
def grid(qtbot: QtBot) -> tuple[QWidget, dict[str, Button], GridFocus]:
    """Three rows with holes: A . C / D E F / . . I."""
    layout = QGridLayout()
    cells: dict[str, Button] = {}
    rows: list[list[Button | None]] = []
    for row_number, letters in enumerate(("A.C", "DEF", "..I")):
        line: list[Button | None] = []
        for column, letter in enumerate(letters):
            button = None if letter == "." else Button(letter)
            if button is not None:
                layout.addWidget(button, row_number, column)
                cells[letter] = button
            line.append(button)
        rows.append(line)
    return _window(qtbot, layout), cells, GridFocus(rows)


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("A", [Key.Key_Right], "C"),
        ("C", [Key.Key_Right], "C"),
        ("C", [Key.Key_Left], "A"),
        ("E", [Key.Key_Up], "A"),
        ("E", [Key.Key_Down], "I"),
        ("D", [Key.Key_Down], "I"),
        ("I", [Key.Key_Down], "I"),
        ("F", [Key.Key_Home], "D"),
        ("D", [Key.Key_End], "F"),
        ("A", [Key.Key_End], "C"),
        ("I", [Key.Key_Up, Key.Key_Up], "C"),
    ],
)
def test_arrows_move_in_the_grid(
    grid: tuple[QWidget, dict[str, Button], GridFocus],
    start: str,
    keys: list[Qt.Key],
    end: str,
) -> None:
    _, cells, focus = grid
    cells[start].setFocus()
    for key in keys:
        press_key(key)
    assert _focused() == end
    assert _stops(list(cells.values())) == [end]
    assert focus.current is cells[end]


@pytest.mark.parametrize(("key", "end"), [(Key.Key_Home, "A"), (Key.Key_End, "I")])
def test_ctrl_goes_to_the_first_and_last_row(
    grid: tuple[QWidget, dict[str, Button], GridFocus], key: Qt.Key, end: str
) -> None:
    _, cells, _focus = grid
    cells["E"].setFocus()
    press_key(key, CTRL)
    assert _focused() == end


def test_page_keys_ask_for_another_page(
    grid: tuple[QWidget, dict[str, Button], GridFocus], qtbot: QtBot
) -> None:
    _, cells, focus = grid
    cells["A"].setFocus()
    with qtbot.waitSignal(focus.page_down):
        press_key(Key.Key_PageDown)
    with qtbot.waitSignal(focus.page_up):
        press_key(Key.Key_PageUp)
    assert _focused() == "A"


def test_keys_with_ctrl_or_shift_are_not_the_grids(
    grid: tuple[QWidget, dict[str, Button], GridFocus],
) -> None:
    _, cells, focus = grid
    cells["A"].setFocus()
    press_key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press_key(Key.Key_Down, CTRL)
    press_key(Key.Key_F)
    assert _focused() == "A"
    focus.point_to(cells["F"])
    assert focus.current is cells["F"]


def test_a_button_that_left_the_grid_is_not_moved(
    grid: tuple[QWidget, dict[str, Button], GridFocus],
) -> None:
    _, cells, focus = grid
    focus.set_rows([[cells["D"], cells["E"]]])
    cells["A"].setFocus()
    press_key(Key.Key_Right)
    assert focus.current is cells["D"] or focus.current is not cells["A"]
