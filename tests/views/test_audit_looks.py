"""The audit catches made-up screens with wrong sizes, colours and order (R11 to R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.views.audit import Setting
from tests.views.audit.colours import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    pairs_keep_contrast,
    palette_put_back,
    palette_reaches_all,
    ratio,
)
from tests.views.audit.overlay import numbers_cover_all
from tests.views.audit.tree import pressables
from tests.views.made_up import (
    SETTING,
    button,
    details,
    labelled,
    large,
    rules_broken,
    shower,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from tests.views.made_up import Show


@pytest.fixture(name="show")
def _show(qtbot: QtBot) -> Iterator[Show]:
    held: list[QWidget] = []
    yield shower(qtbot, held)
    held.clear()


class TestR11:
    def test_letters_in_pixels(self, show: Show) -> None:
        label = QLabel("Words")
        font = QFont(label.font())
        font.setPixelSize(13)
        label.setFont(font)
        assert "R11" in rules_broken(show(label))

    def test_a_fixed_height(self, show: Show) -> None:
        made = button("Done")
        made.setFixedHeight(60)
        assert "R11" in rules_broken(show(made))

    def test_a_line_without_words_may_be_fixed(self, show: Show) -> None:
        line = QLabel()
        line.setFixedHeight(1)
        assert "R11" not in rules_broken(show(line))


class TestR12:
    def test_a_small_target(self, show: Show) -> None:
        small = QPushButton("Done")
        small.setMaximumSize(60, 20)
        assert "R12" in rules_broken(show(small))

    @pytest.mark.parametrize("target", [56, 72])
    def test_a_target_below_the_chosen_size(self, show: Show, target: int) -> None:
        setting = Setting(screen="made up", target=target)
        made = QPushButton("Done")
        made.setFixedSize(200, 44)
        assert "R12" in rules_broken(show(made), setting)

    def test_targets_close_together(self, show: Show) -> None:
        row = QWidget()
        side_by_side = QHBoxLayout(row)
        side_by_side.setSpacing(7)
        side_by_side.addWidget(button("Done"))
        side_by_side.addWidget(button("Close"))
        window = show(row)
        assert any("7 px from" in detail for detail in details(window, "R12"))
        side_by_side.setSpacing(8)
        QApplication.processEvents()
        assert "R12" not in rules_broken(window)

    def test_what_is_scrolled_away_is_not_close(self, show: Show) -> None:
        area = QScrollArea()
        inner = QWidget()
        column = QVBoxLayout(inner)
        for n in range(9):
            column.addWidget(button(f"Button {n}"))
        area.setWidget(inner)
        area.setFixedHeight(40)
        window = show(area, button("Done"))
        assert not any(" px from " in detail for detail in details(window, "R12"))


class TestR13:
    def test_a_faint_pair(self) -> None:
        pairs = [("text", "#1b1f24", "#ffffff"), ("muted", "#909090", "#ffffff")]
        found = list(pairs_keep_contrast("light", pairs, TEXT_CONTRAST))
        assert [finding.widget for finding in found] == ["muted"]
        assert list(pairs_keep_contrast("light", pairs, EDGE_CONTRAST)) == []

    def test_the_contrast_of_black_and_white_is_21(self) -> None:
        assert ratio("#000000", "#ffffff") == pytest.approx(21)
        assert ratio("#0b5cad", "#ffffff") == pytest.approx(6.7, abs=0.05)


class Unmoved(QPushButton):
    """A button with a colour of its own."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#336699"))
        painter.end()


class TestR14:
    def test_a_style_sheet_on_a_control(self, show: Show) -> None:
        made = button("Done")
        made.setStyleSheet("color: red")
        assert "R14" in rules_broken(show(made))

    def test_a_style_sheet_on_the_program(self, show: Show, qapp: QApplication) -> None:
        window = show(button("Done"))
        qapp.setStyleSheet("QLabel { color: red }")
        try:
            assert "R14" in rules_broken(window)
        finally:
            qapp.setStyleSheet("")

    def test_four_style_sheets(self, show: Show) -> None:
        panels = [QWidget() for _ in range(4)]
        for panel in panels:
            panel.setStyleSheet("background: red")
        assert "R14" in rules_broken(show(*panels))

    def test_a_widget_with_colours_of_its_own(self, show: Show) -> None:
        window = show(large(Unmoved("Done")), button("Close"))
        with palette_put_back():
            found = list(palette_reaches_all(window, SETTING))
        assert ["Done" in str(finding) for finding in found] == [True]

    def test_the_palette_is_put_back(self, show: Show) -> None:
        before = QPalette(QApplication.palette())
        with palette_put_back():
            list(palette_reaches_all(show(button("Done")), SETTING))
            assert QApplication.palette() != before
        assert QApplication.palette() == before

    def test_on_the_way_back_it_is_found_too(self, show: Show) -> None:
        window = show(large(Unmoved("Done")), button("Close"))
        with palette_put_back():
            ways = [list(palette_reaches_all(window, SETTING)) for _way in range(2)]
        assert [["Done" in str(finding) for finding in found] for found in ways] == [[True]] * 2


class TestR15:
    def test_a_label_that_is_cut_off(self, show: Show) -> None:
        label = QLabel("Arbejdspladsvurdering")
        label.setMaximumWidth(40)
        assert "R15" in rules_broken(show(label))

    def test_a_label_with_too_few_lines(self, show: Show) -> None:
        label = QLabel("Du kan fortryde bagefter, og alt er gemt. " * 4)
        label.setWordWrap(True)
        label.setMaximumSize(150, 30)
        assert "R15" in rules_broken(show(label))

    def test_a_word_that_no_line_holds(self, show: Show) -> None:
        label = QLabel("Arbejdspladsvurderingen")
        label.setWordWrap(True)
        label.setMaximumWidth(60)
        assert "R15" in rules_broken(show(label))

    @pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QRadioButton])
    def test_a_button_that_is_cut_off(self, show: Show, kind: type[QPushButton]) -> None:
        made = kind("Registrér en afgørelse fra kommunen")
        made.setFixedWidth(100)
        assert "R15" in rules_broken(show(made))

    def test_an_ellipsis(self, show: Show) -> None:
        assert "R15" in rules_broken(show(QLabel("Registrér en afgø…")))

    def test_a_list_that_goes_on_is_no_ellipsis(self, show: Show) -> None:
        assert "R15" not in rules_broken(show(QLabel("Hjælper 1, Hjælper 2 …")))

    def test_a_choice_that_is_cut_off(self, show: Show) -> None:
        combo = QComboBox()
        combo.addItem("Personlig pleje og praktisk hjælp")
        combo.setMaximumWidth(80)
        assert "R15" in rules_broken(show(labelled("Area", combo)))

    def test_a_title_that_is_cut_off(self, show: Show) -> None:
        group = QGroupBox("Personlig pleje og praktisk hjælp")
        group.setMaximumWidth(80)
        assert "R15" in rules_broken(show(group))

    def test_two_sisters_over_each_other(self, show: Show) -> None:
        panel = QWidget()
        panel.setMinimumSize(300, 100)
        for left in (0, 60):
            QLabel("Words", panel).setGeometry(QRect(left, 0, 100, 40))
        assert any("lies over" in detail for detail in details(show(panel), "R15"))

    def test_a_panel_may_be_meant_to_cover(self, show: Show) -> None:
        panel = QWidget()
        panel.setMinimumSize(300, 100)
        for left in (0, 60):
            QLabel("Words", panel).setGeometry(QRect(left, 0, 100, 40))
        panel.findChildren(QLabel)[1].setProperty("may_cover", True)
        assert "R15" not in rules_broken(show(panel))

    def test_a_form_wider_than_its_window(self, show: Show) -> None:
        area = QScrollArea()
        area.setFixedSize(200, 120)
        area.setWidget(QLabel("A line of words that no narrow window can ever hold at once"))
        assert any("wider than" in detail for detail in details(show(area), "R15"))

    def test_a_child_that_sticks_out(self, show: Show) -> None:
        panel = QWidget()
        panel.setMinimumSize(100, 50)
        QLabel("Words", panel).setGeometry(QRect(20, 40, 60, 40))
        assert any("sticks out" in detail for detail in details(show(panel), "R15"))

    def test_a_scroll_area_may_hide_a_part_below(self, show: Show) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        inner = QLabel("Words " * 40)
        inner.setWordWrap(True)
        area.setWidget(inner)
        area.setMaximumSize(120, 40)
        assert "R15" not in rules_broken(show(area))


class TestR16:
    def test_a_tab_order_against_the_reading_order(self, show: Show) -> None:
        buttons = [button(text) for text in ("First", "Second", "Third", "Fourth")]
        window = show(*buttons)
        QWidget.setTabOrder(buttons[2], buttons[1])
        QWidget.setTabOrder(buttons[1], buttons[3])
        assert len(details(window, "R16")) == 1

    def test_right_to_left(self, show: Show) -> None:
        row = QWidget()
        row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side_by_side = QHBoxLayout(row)
        side_by_side.setSpacing(12)
        for text in ("Left", "Middle", "Right"):
            side_by_side.insertWidget(0, button(text))
        assert "R16" in rules_broken(show(row))

    def test_columns_are_read_one_after_the_other(self, show: Show) -> None:
        row = QWidget()
        side_by_side = QHBoxLayout(row)
        for column in ("Left", "Right"):
            panel = QWidget()
            below = QVBoxLayout(panel)
            below.setSpacing(12)
            for n in range(3):
                below.addWidget(button(f"{column} {n}"))
            side_by_side.addWidget(panel)
        assert "R16" not in rules_broken(show(row))


class TestR17:
    def test_a_control_without_a_number(self, show: Show) -> None:
        window = show(button("Done"), button("Close"))
        found = list(numbers_cover_all(window, pressables(window)[:1], SETTING))
        assert ["Close" in str(finding) for finding in found] == [True]

    def test_a_number_on_what_cannot_be_pressed(self, show: Show) -> None:
        label = QLabel("Words")
        window = show(label, button("Done"))
        found = list(numbers_cover_all(window, [*pressables(window), label], SETTING))
        assert len(found) == 1

    def test_two_numbers_on_one_control(self, show: Show) -> None:
        window = show(button("Done"))
        found = list(numbers_cover_all(window, pressables(window) * 2, SETTING))
        assert found
