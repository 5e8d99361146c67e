"""Cards stand side by side in equal height, or below each other where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from bpa_desktop.views.columns import Columns
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LETTERS, GAP = 20, 10


@pytest.fixture
def panel(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = Columns(GAP)
    widget.setLayout(layout)
    layout.add(Text("long " * 30), LETTERS)
    layout.add(Text("short"), LETTERS, share=0)
    return widget


def parts(panel: QWidget, width: int) -> tuple[QWidget, QWidget]:
    layout = panel.layout()
    assert layout is not None
    panel.resize(width, layout.heightForWidth(width))
    layout.activate()
    first, second = (layout.itemAt(at).widget() for at in range(2))  # type: ignore[union-attr]
    return first, second


def test_with_room_they_stand_side_by_side_in_equal_height(panel: QWidget) -> None:
    first, second = parts(panel, 900)
    letter = panel.fontMetrics().horizontalAdvance("n")
    assert first.y() == second.y() == 0
    assert first.height() == second.height() == panel.height()
    assert second.x() == first.width() + GAP
    assert second.width() == LETTERS * letter
    assert first.width() == 900 - GAP - second.width()


def test_without_room_they_stand_below_each_other(panel: QWidget) -> None:
    letter = panel.fontMetrics().horizontalAdvance("n")
    width = 2 * LETTERS * letter + GAP - 1
    first, second = parts(panel, width)
    assert second.y() == first.height() + GAP
    assert first.width() == second.width() == width
    assert panel.height() == first.height() + GAP + second.height()


def test_the_narrowest_is_the_widest_column_alone(panel: QWidget) -> None:
    layout = panel.layout()
    assert layout is not None
    widest = max(layout.itemAt(at).minimumSize().width() for at in range(2))  # type: ignore[union-attr]
    assert layout.minimumSize().width() == widest
    assert layout.sizeHint().width() >= 2 * LETTERS * panel.fontMetrics().horizontalAdvance("n")


def test_items_can_be_taken_out(panel: QWidget) -> None:
    layout = panel.layout()
    assert isinstance(layout, Columns)
    assert layout.count() == 2
    assert layout.itemAt(2) is None
    taken = layout.takeAt(0)
    assert taken is not None
    assert layout.count() == 1
    assert layout.takeAt(5) is None
    assert not layout.expandingDirections() & layout.expandingDirections().Vertical


def test_nothing_takes_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = Columns(GAP)
    widget.setLayout(layout)
    assert layout.heightForWidth(100) == 0
    assert layout.minimumSize().height() == 0
