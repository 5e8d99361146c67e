"""Every control has the chosen size, a ring around the focus, and no style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleFactory,
    QStyleOptionViewItem,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.services.preferences import SIZES, Preferences
from bpa_desktop.views.style import BpaStyle, sizes_for
from bpa_desktop.views.theme import DARK, LIGHT, sizes_of
from tests.views.fake import corner, settle

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

LOOK = Preferences(colours="light")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "kind",
    [QPushButton, QLineEdit, QCheckBox, QRadioButton, QComboBox],
    ids=lambda kind: kind.__name__,
)
def test_a_control_of_a_form_has_the_target_size(
    appearance: Appearance, qtbot: QtBot, kind: type[QWidget], size: str
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    appearance.wear(LOOK._replace(size=size))
    assert widget.sizeHint().height() >= sizes_of(LOOK._replace(size=size)).target


def test_a_shown_control_grows_at_once(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = QPushButton("Gem")
    column.addWidget(button)
    column.addStretch(1)
    window.resize(300, 300)
    window.show()
    before = button.height()
    appearance.wear(LOOK._replace(size="gaze"))
    settle()
    assert (before, button.height()) == (44, 72)


@pytest.mark.parametrize(("size", "wide"), [("standard", 24), ("large", 24), ("gaze", 44)])
def test_scroll_bars_can_be_hit(appearance: Appearance, size: str, wide: int) -> None:
    appearance.wear(LOOK._replace(size=size))
    style = QApplication.style()
    assert style.pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) == wide


def test_rows_of_lists_and_tables_have_the_target_size(
    appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.wear(LOOK._replace(size="large"))
    view = QListWidget()
    qtbot.addWidget(view)
    view.addItem("Anna")
    assert view.sizeHintForRow(0) >= 56


@pytest.mark.parametrize(("calm", "milliseconds"), [(True, 0), (False, 200)])
def test_nothing_moves_when_calm(
    appearance: Appearance,
    calm: bool,  # noqa: FBT001 - drawn or given by the test
    milliseconds: int,
) -> None:
    appearance.wear(LOOK._replace(calm=calm))
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    assert QApplication.style().styleHint(hint) == milliseconds


def test_there_is_one_style_and_no_style_sheet(appearance: Appearance, qapp: QApplication) -> None:
    del appearance
    assert isinstance(qapp.style(), BpaStyle)
    assert qapp.styleSheet() == ""


def test_a_widget_under_a_foreign_style_gets_the_standard_sizes(
    appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.wear(LOOK._replace(size="gaze"))
    widget = QWidget()
    qtbot.addWidget(widget)
    assert sizes_for(widget).target == 72
    widget.setStyleSheet("QWidget {}")
    assert sizes_for(widget).target == 44


def _window(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setSpacing(16)
    column.setContentsMargins(24, 24, 24, 24)
    for widget in widgets:
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    settle()
    return window


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QCheckBox, QPlainTextEdit])
@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_the_focus_has_a_ring_with_a_gap(
    appearance: Appearance, qtbot: QtBot, kind: type[QWidget], scheme: str, colours: object
) -> None:
    appearance.wear(LOOK._replace(colours=scheme))
    focused, other = kind(), QPushButton("Anden")
    window = _window(qtbot, focused, other)
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    image = window.grab().toImage()
    left = corner(focused, window)
    middle = left.y() + focused.height() // 2
    assert image.pixelColor(left.x() - 4, middle) == QColor(colours.focus)  # type: ignore[attr-defined]
    assert image.pixelColor(left.x() - 1, middle) == QColor(colours.background)  # type: ignore[attr-defined]
    other.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    away = window.grab().toImage()
    assert away.pixelColor(left.x() - 4, middle) == QColor(colours.background)  # type: ignore[attr-defined]


def test_the_ring_survives_its_window(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    first = QPushButton("En")
    window = _window(qtbot, first)
    first.setFocus()
    settle()
    window.deleteLater()
    settle()
    second = QPushButton("To")
    other = _window(qtbot, second)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    place = corner(second, other)
    colour = other.grab().toImage().pixelColor(place.x() - 4, place.y() + second.height() // 2)
    assert colour == QColor(LIGHT.focus)


def _colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_a_tick_is_drawn_and_follows_the_state(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    box = QCheckBox("Nat")
    box.setTristate(True)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    pictures = []
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked):
        box.setCheckState(state)
        pictures.append(box.grab().toImage())
    assert LIGHT.accent not in _colours_in(pictures[0])
    assert LIGHT.accent in _colours_in(pictures[1])
    assert LIGHT.accent in _colours_in(pictures[2])
    assert pictures[1] != pictures[2]


def test_a_dot_is_drawn_in_the_chosen_circle(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    radio = QRadioButton("Uge")
    qtbot.addWidget(radio)
    radio.resize(radio.sizeHint())
    before = radio.grab().toImage()
    radio.setChecked(True)
    after = radio.grab().toImage()
    assert LIGHT.accent not in _colours_in(before)
    assert LIGHT.accent in _colours_in(after)


@pytest.mark.parametrize(("value", "share"), [(0, 0.0), (50, 0.5), (100, 1.0)])
def test_a_meter_is_filled_as_far_as_its_value(
    appearance: Appearance, qtbot: QtBot, value: int, share: float
) -> None:
    del appearance
    meter = QProgressBar()
    qtbot.addWidget(meter)
    meter.setMaximum(100)
    meter.setValue(value)
    meter.resize(200, 20)
    image = meter.grab().toImage()
    filled = sum(image.pixelColor(x, 10) == QColor(LIGHT.accent) for x in range(200))
    assert filled == pytest.approx(share * 200, abs=6)


def test_a_field_keeps_its_letters_off_the_edge(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    field = QLineEdit("Anna")
    qtbot.addWidget(field)
    field.resize(200, 44)
    assert field.cursorRect().x() >= 0
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() >= 8


def test_a_field_that_cannot_be_changed_looks_so(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(100, 44)
    editable = field.grab().toImage().pixelColor(50, 8)
    field.setReadOnly(True)
    assert editable == QColor(LIGHT.surface)
    assert field.grab().toImage().pixelColor(50, 8) == QColor(LIGHT.background)


def test_scroll_bars_lists_and_tables_are_drawn_in_our_colours(
    appearance: Appearance, qtbot: QtBot
) -> None:
    del appearance
    area = QScrollArea()
    qtbot.addWidget(area)
    tall = QWidget()
    tall.setFixedSize(900, 900)
    area.setWidget(tall)
    area.resize(300, 300)
    assert LIGHT.border in _colours_in(area.verticalScrollBar().grab().toImage())
    assert LIGHT.border in _colours_in(area.horizontalScrollBar().grab().toImage())
    table = QTableWidget(2, 2)
    table.setHorizontalHeaderLabels(["Dag", "Vagt"])
    qtbot.addWidget(table)
    table.resize(300, 200)
    assert LIGHT.surface in _colours_in(table.horizontalHeader().grab().toImage())
    combo = QComboBox()
    combo.addItems(["Dag", "Nat"])
    qtbot.addWidget(combo)
    assert LIGHT.border in _colours_in(combo.grab().toImage())


def test_the_current_cell_of_a_list_is_marked(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    view = QListWidget()
    view.addItems(["Anna", "Bo"])
    view.setSelectionMode(QListWidget.SelectionMode.NoSelection)
    window = _window(qtbot, view)
    view.setCurrentRow(1)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    assert window.isVisible()
    rect = view.visualItemRect(view.item(1))
    image = view.viewport().grab().toImage()
    assert image.pixelColor(rect.left(), rect.center().y()) == QColor(LIGHT.focus)


def test_hints_that_are_asked_often_are_those_of_fusion(appearance: Appearance) -> None:
    appearance.wear(LOOK)
    style, fusion = QApplication.style(), QStyleFactory.create("Fusion")
    hints = QStyle.StyleHint
    for hint in (hints.SH_Widget_ShareActivation, hints.SH_ScrollBar_Transient):
        assert style.styleHint(hint) == fusion.styleHint(hint)
    assert style.styleHint(hints.SH_FocusFrame_AboveWidget) == 1
