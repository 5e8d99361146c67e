"""Rows that wrap: nothing overlaps, nothing sticks out, nothing is lost."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from bpa_desktop.views.card import Row
from bpa_desktop.views.flow import Flow
from bpa_desktop.views.text import Text
from tests.views.fake import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")


class Block(QWidget):
    def __init__(self, wide: int, tall: int = 44) -> None:
        super().__init__()
        self._size = QSize(wide, tall)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._size.width(), 60), self._size.height())


def _row(qtbot: QtBot, blocks: list[QWidget], width: int, **how: object) -> Row:
    row = Row(blocks, **how)  # type: ignore[arg-type]
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    settle()
    return row


@given(
    widths=st.lists(st.integers(44, 400), min_size=1, max_size=9),
    width=st.integers(80, 900),
    stretching=st.sets(st.integers(0, 8)),
    even=st.booleans(),
)
@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_nothing_overlaps_or_sticks_out(
    qtbot: QtBot,
    widths: list[int],
    width: int,
    stretching: set[int],
    even: bool,  # noqa: FBT001 - drawn or given by the test
) -> None:
    blocks: list[QWidget] = [Block(wide, 44 + 10 * (wide % 3)) for wide in widths]
    row = Row(even=even)
    for number, block in enumerate(blocks):
        row.add(block, stretch=number in stretching)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    settle()
    places = [block.geometry() for block in blocks]
    for one, other in combinations(places, 2):
        grown = one.adjusted(-7, -7, 7, 7)
        assert not grown.intersects(other), (one, other)
    for place in places:
        assert row.rect().contains(place)
    for one, other in pairwise(places):
        assert other.top() > one.bottom() or other.left() > one.right()
    row.hide()


def test_all_stands_on_one_line_when_it_fits(qtbot: QtBot) -> None:
    blocks: list[QWidget] = [Block(100) for _ in range(3)]
    row = _row(qtbot, blocks, 316)
    assert [block.x() for block in blocks] == [0, 108, 216]
    assert row.sizeHint() == QSize(316, 44)
    narrow = _row(qtbot, [Block(100) for _ in range(3)], 315)
    assert narrow.height() == 96


def test_what_is_left_goes_to_the_stretching_widget(qtbot: QtBot) -> None:
    first, middle, last = Block(100), Block(50), Block(100)
    row = Row()
    row.add(first)
    row.add(middle, stretch=True)
    row.add(last)
    qtbot.addWidget(row)
    row.resize(500, 44)
    row.show()
    settle()
    assert middle.width() == 500 - 100 - 100 - 16
    assert last.geometry().right() == 499


def test_a_limit_passes_the_rest_on(qtbot: QtBot) -> None:
    limited, other = Block(50), Block(50)
    row = Row()
    row.add(limited, most=10, stretch=True)
    row.add(other, stretch=True)
    qtbot.addWidget(row)
    row.resize(800, 44)
    row.show()
    settle()
    letters = row.fontMetrics().horizontalAdvance("n") * 10
    assert limited.width() == letters
    assert other.geometry().right() == 799


def test_columns_of_equal_rows_line_up(qtbot: QtBot) -> None:
    seconds = []
    for text in ("APV", "Aktivitetsskema", "Vagtplan"):
        row = Row()
        row.add(Text(text), chars=30)
        second = Text("Klar")
        row.add(second)
        qtbot.addWidget(row)
        row.resize(700, 44)
        row.show()
        settle()
        seconds.append(second.x())
    assert len(set(seconds)) == 1


def test_cards_of_one_line_are_equally_tall(qtbot: QtBot) -> None:
    low, tall = Block(100, 44), Block(100, 90)
    row = _row(qtbot, [low, tall], 400, even=True)
    assert row.height() == 90
    assert low.height() == tall.height() == 90


def test_a_single_line_lies_in_the_middle_of_spare_height(qtbot: QtBot) -> None:
    block = Block(100)
    row = _row(qtbot, [block], 300)
    row.resize(300, 144)
    settle()
    assert block.geometry() == QRect(0, 50, 100, 44)


def test_a_hidden_widget_takes_no_room(qtbot: QtBot) -> None:
    shown, hidden = Block(100), Block(100)
    row = _row(qtbot, [hidden, shown], 400)
    hidden.hide()
    settle()
    assert shown.x() == 0
    assert row.sizeHint().width() == 100


def test_what_is_added_later_is_shown_at_once_unless_it_was_hidden(qtbot: QtBot) -> None:
    row = _row(qtbot, [Block(100)], 400)
    late, secret = Block(50), Block(50)
    secret.hide()
    row.add(late)
    row.add(secret)
    assert late.isVisible()
    assert not secret.isVisible()


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    first, second = Block(100), Block(50)
    row = _row(qtbot, [first, second], 400)
    flow = row.flow
    assert flow.count() == 2
    assert flow.itemAt(7) is None
    assert flow.takeAt(7) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert taken.widget() is first
    settle()
    assert second.x() == 0
    assert flow.expandingDirections() == Qt.Orientation.Horizontal


def test_without_a_parent_there_is_no_gap() -> None:
    flow = Flow()
    assert flow.sizeHint() == QSize(0, 0)
    assert flow.minimumSize() == QSize(0, 0)


def test_space_pushes_to_the_right(qtbot: QtBot) -> None:
    row = Row()
    row.add(Block(100))
    row.add_space()
    last = Block(80)
    row.add(last)
    qtbot.addWidget(row)
    row.resize(500, 44)
    row.show()
    settle()
    assert last.geometry().right() == 499
