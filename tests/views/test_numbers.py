"""F8: every control has a number, and its number presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.views.button import Button
from bpa_desktop.views.numbers import seen_part
from bpa_desktop.views.reach import controls_in, is_field
from bpa_desktop.views.theme import LIGHT
from tests.views.audit.found import Setting
from tests.views.audit.overlay import numbers_cover_all
from tests.views.fake import button_called, corner, press_key, settle

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.frame import Frame

Key = Qt.Key


def _number_of(frame: Frame, widget: QWidget) -> int:
    return frame.overlays.numbers.layer.numbered.index(widget) + 1


def _write(frame: Frame, text: str) -> None:
    field = frame.overlays.numbers.bar.field
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    settle()


@pytest.fixture
def numbered(frame: Frame) -> Frame:
    press_key(Key.Key_F8)
    return frame


def test_exactly_what_can_be_pressed_has_a_number(numbered: Frame, desk: Desk) -> None:
    layer = numbered.overlays.numbers.layer
    setting = Setting(screen="today")
    assert list(numbers_cover_all(numbered, layer.numbered, setting)) == []
    desk.show_panel(QLineEdit(), "Felt")
    settle()
    assert list(numbers_cover_all(numbered, layer.numbered, setting)) == []


@pytest.mark.parametrize("text", ["{}", " {} ", "nummer {}", "{}."])
def test_a_number_presses_its_button(numbered: Frame, text: str) -> None:
    target = _number_of(numbered, numbered.navigation.button("papers"))  # type: ignore[arg-type]
    _write(numbered, text.format(target))
    assert numbered.current == "papers"
    assert numbered.overlays.has_numbers


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_number_leads_into_a_field(numbered: Frame, desk: Desk) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    line, text, combo = QLineEdit(), QPlainTextEdit(), QComboBox()
    combo.addItems(["Dag", "Nat"])
    for part in (line, text, combo):
        column.addWidget(part)
    desk.show_panel(content, "Felter")
    settle()
    for field in (line, text):
        numbered.overlays.numbers.press(_number_of(numbered, field))
        assert QApplication.focusWidget() is field
    numbered.overlays.numbers.press(_number_of(numbered, combo))
    assert combo.view().isVisible()
    combo.hidePopup()


def test_a_number_that_is_not_there_is_said(numbered: Frame, desk: Desk) -> None:
    for text in ("999", "0"):
        _write(numbered, text)
        assert desk.announcer.log[-1] == f"Der er intet nummer {text}."
    said = len(desk.announcer.log)
    _write(numbered, "ingenting")
    assert len(desk.announcer.log) == said


def test_numbers_stay_while_the_screen_does_and_follow_when_it_changes(
    numbered: Frame, desk: Desk
) -> None:
    layer = numbered.overlays.numbers.layer
    before = list(layer.numbered)
    settle()
    numbered.resize(1200, 760)
    settle()
    assert layer.numbered == before
    assert layer.geometry() == numbered.rect()
    extra = Button("Flyt til Bo")
    desk.show_panel(extra, "Dina")
    settle()
    assert extra in layer.numbered
    extra.setEnabled(False)
    settle()
    assert extra not in layer.numbered


def test_what_is_scrolled_away_keeps_its_number_and_is_scrolled_in(
    frame: Frame, desk: Desk
) -> None:
    frame.resize(1280, 420)
    content = QWidget()
    column = QVBoxLayout(content)
    pressed: list[int] = []
    for number in range(20):
        column.addWidget(
            Button(f"Knap {number}", press=lambda number=number: pressed.append(number))
        )
    desk.show_panel(content, "Mange")
    frame.overlays.toggle_numbers()
    settle()
    last = button_called(content, "Knap 19")
    assert seen_part(last, frame).isEmpty()
    frame.overlays.numbers.press(_number_of(frame, last))
    assert pressed == [19]
    assert not seen_part(last, frame).isEmpty()


def test_the_plate_lies_in_the_corner_and_leaves_the_words(numbered: Frame) -> None:
    button = button_called(numbered.pages, "Dagen 1")
    image = numbered.grab().toImage()
    place = corner(button, numbered)
    assert image.pixelColor(place.x() - 3, place.y() - 2) == QColor(LIGHT.text)
    words = QRect(place.x() + button.width() // 2 - 20, place.y() + 14, 40, 16)
    assert seen_part(button, numbered).contains(words)


def test_neither_pointer_nor_screen_reader_meets_the_layer(numbered: Frame) -> None:
    layer = numbered.overlays.numbers.layer
    assert layer.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert layer.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert QAccessible.queryAccessibleInterface(layer).text(QAccessible.Text.Name) == ""


@pytest.mark.parametrize("way", ["escape", "f8", "button"])
def test_numbers_go_and_the_focus_returns(frame: Frame, way: str) -> None:
    start = button_called(frame.pages, "Dagen 2")
    start.setFocus()
    press_key(Key.Key_F8)
    assert QApplication.focusWidget() is frame.overlays.numbers.bar.field
    if way == "escape":
        press_key(Key.Key_Escape)
    elif way == "f8":
        press_key(Key.Key_F8)
    else:
        button_called(frame.overlays.numbers.bar, "Skjul tal").click()
    assert not frame.overlays.has_numbers
    assert QApplication.focusWidget() is start
    frame.overlays.numbers.hide()


def test_f8_from_elsewhere_returns_to_the_number_field(numbered: Frame) -> None:
    button_called(numbered.pages, "Dagen 0").setFocus()
    press_key(Key.Key_F8)
    assert numbered.overlays.has_numbers
    assert QApplication.focusWidget() is numbered.overlays.numbers.bar.field


def test_controls_are_found_in_the_order_they_are_read(frame: Frame) -> None:
    labels = [control.label for control in controls_in(frame.pages) if isinstance(control, Button)]
    assert labels == ["Dagen 0", "Dagen 1", "Dagen 2"]
    assert is_field(QLineEdit())
    assert not is_field(QWidget())
