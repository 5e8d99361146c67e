"""Headings, labels and help of a form are told apart, and Tab makes no more stops than needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.form_dress import dress
from bpa_desktop.views.forms import Form, child, load
from tests.views.fake import settle
from tests.views.forms_on_screen import KNOWN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

pytestmark = pytest.mark.usefixtures("appearance")


def shown(qtbot: QtBot, form: QWidget) -> QWidget:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def label(form: QWidget, name: str) -> QLabel:
    return child(form, QLabel, name)


def test_headings_labels_and_help_look_different(qtbot: QtBot) -> None:
    form = shown(qtbot, load("grant"))
    heading, name, aid = (
        label(form, one) for one in ("group_2", "valid_to__label", "valid_to__help")
    )
    assert heading.font().pointSizeF() > name.font().pointSizeF()
    assert name.font().weight() == QFont.Weight.DemiBold
    assert aid.font().weight() < name.font().weight()
    assert aid.foregroundRole() == QPalette.ColorRole.PlaceholderText
    assert name.foregroundRole() != aid.foregroundRole()


def test_there_is_air_between_fields_but_not_above_the_first(qtbot: QtBot) -> None:
    form = shown(qtbot, load("grant"))
    assert label(form, "group_1").contentsMargins().top() == 0
    air = label(form, "group_2").contentsMargins().top()
    assert air > label(form, "valid_to__label").contentsMargins().top() > 0


def test_help_stands_right_below_its_field_and_above_the_buttons(qtbot: QtBot) -> None:
    form = shown(qtbot, load("grant"))
    order = ("valid_to__label", "valid_to", "valid_to__help", "valid_to__buttons")
    tops = [child(form, QWidget, name).y() for name in order]
    assert tops == sorted(tops)


def test_headings_and_fields_grow_with_the_letters(qtbot: QtBot, appearance: Appearance) -> None:
    form = shown(qtbot, load("shift"))
    heading, note = label(form, "group_1"), child(form, QPlainTextEdit, "note")
    size, tall = heading.font().pointSizeF(), note.minimumHeight()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font = app.font()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 2)
    app.setFont(larger)
    settle()
    assert heading.font().pointSizeF() == pytest.approx(size * 2)
    assert note.minimumHeight() > tall
    app.setFont(font)
    del appearance


def test_a_choice_box_becomes_narrow_again_with_its_letters(
    qtbot: QtBot, appearance: Appearance
) -> None:
    form = Form(load("scheme"), Scheme, KNOWN, print)
    shown(qtbot, form.widget)
    box = child(form.widget, QComboBox, "legal_basis")
    narrow = box.minimumSizeHint().width()
    appearance.wear(Preferences(colours="light", text_percent=250))
    settle()
    assert box.minimumSizeHint().width() > 2 * narrow - 60
    appearance.wear(Preferences(colours="light"))
    settle()
    assert box.minimumSizeHint().width() == narrow


def test_boxes_that_belong_together_are_one_stop(qtbot: QtBot) -> None:
    form = shown(qtbot, load("grant_line"))
    boxes = child(form, QWidget, "weekdays").findChildren(QCheckBox)
    stops = [one for one in boxes if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == boxes[:1]
    boxes[0].setFocus()
    QTest.keyClick(boxes[0], Qt.Key.Key_Right)
    assert boxes[1].hasFocus()
    QTest.keyClick(boxes[1], Qt.Key.Key_End)
    assert boxes[-1].hasFocus()
    assert boxes[-1].focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(boxes[-1], Qt.Key.Key_Space)
    assert boxes[-1].isChecked()
    QTest.keyClick(boxes[-1], Qt.Key.Key_Tab)
    assert child(form, QLineEdit, "from_time").hasFocus()


def test_a_box_of_its_own_stays_a_stop_of_its_own(qtbot: QtBot) -> None:
    form = QWidget()
    column = QVBoxLayout(form)
    box = QCheckBox("Alone")
    column.addWidget(box)
    dress(form)
    shown(qtbot, form)
    assert box.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_down_leads_to_the_buttons_of_a_field_and_up_back(qtbot: QtBot) -> None:
    form = QWidget()
    column = QVBoxLayout(form)
    line, other = QLineEdit(), QLineEdit()
    line.setObjectName("day")
    buttons = [QPushButton("Today"), QPushButton("Tomorrow")]
    pressed: list[str] = []
    for button, name in zip(buttons, ("today", "tomorrow"), strict=True):
        button.setObjectName(f"day__{name}")
        button.clicked.connect(lambda _on=False, name=name: pressed.append(name))
    for widget in (line, *buttons, other):
        column.addWidget(widget)
    dress(form)
    shown(qtbot, form)
    line.setFocus()
    for expected in buttons:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert expected.hasFocus()
    QTest.keyClick(buttons[1], Qt.Key.Key_Return)
    QTest.keyClick(buttons[1], Qt.Key.Key_Up)
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert pressed == ["tomorrow", "today"]
    QTest.keyClick(buttons[0], Qt.Key.Key_Up)
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert other.hasFocus()
