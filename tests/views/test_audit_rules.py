"""The audit catches made-up screens with wrong names, keys and structure (R1 to R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QIcon, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QToolButton,
    QWidget,
)

from tests.views.audit import audit
from tests.views.audit.colours import palette_reaches_all
from tests.views.audit.overlay import numbers_cover_all
from tests.views.audit.presses import press
from tests.views.audit.tree import pressables
from tests.views.made_up import (
    SETTING,
    button,
    details,
    heading_of,
    labelled,
    large,
    meter,
    roster,
    rules_broken,
    shower,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.views.made_up import Show


@pytest.fixture(name="show")
def _show(qtbot: QtBot) -> Iterator[Show]:
    held: list[QWidget] = []
    yield shower(qtbot, held)
    held.clear()


def good_widgets() -> Iterator[QWidget]:
    group = QGroupBox("Times")
    form = QFormLayout(group)
    form.setVerticalSpacing(12)
    for text in ("Start", "End"):
        form.addRow(text, large(QLineEdit()))
    combo = large(QComboBox())
    assert isinstance(combo, QComboBox)
    combo.addItems(["Basic hours", "Training"])
    form.addRow("Kind", combo)
    yield group
    note = QPlainTextEdit()
    note.setTabChangesFocus(True)
    yield labelled("Note", note)
    yield roster("07–15 Anna, mandag 16. marts, 07 til 15", "07–15 ubesat, tirsdag 17. marts")
    yield meter("Brugt til nu: 2.142 af 2.160 timer")
    yield large(QCheckBox("With names"))
    yield large(QRadioButton("Initials"))
    words = QLabel("A sentence that is long enough to need more than one line of the window.")
    words.setWordWrap(True)
    yield words
    row = QWidget()
    side_by_side = QHBoxLayout(row)
    side_by_side.setSpacing(12)
    for text in ("Done", "Close"):
        side_by_side.addWidget(button(text))
    yield row


def test_a_good_screen_passes_every_rule(show: Show) -> None:
    window = show(*good_widgets())
    assert audit(window, SETTING) == []
    assert list(palette_reaches_all(window, SETTING)) == []
    assert list(numbers_cover_all(window, pressables(window), SETTING)) == []


class TestR1:
    def test_a_control_without_a_name(self, show: Show) -> None:
        icon = QToolButton()
        icon.setIcon(QIcon(QPixmap(16, 16)))
        assert "R1" in rules_broken(show(large(icon)))

    def test_a_painted_control(self, show: Show) -> None:
        class Painted(QWidget):
            def mousePressEvent(self, _event: object) -> None:
                """Reacts, but no screen reader knows."""

        assert "reacts to the mouse" in details(show(large(Painted())), "R1")[0]

    def test_what_is_hidden_or_switched_off_needs_no_name(self, show: Show) -> None:
        hidden, off = QPushButton(), QPushButton()
        off.setEnabled(False)
        window = show(hidden, off)
        hidden.hide()
        assert "R1" not in rules_broken(window)


class TestR2:
    @pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox])
    def test_a_field_without_a_label(self, show: Show, kind: type[QWidget]) -> None:
        assert "R2" in rules_broken(show(large(kind())))

    def test_a_name_is_no_label_for_a_choice_box(self, show: Show) -> None:
        combo = QComboBox()
        combo.setAccessibleName("Kind")
        assert "R2" in rules_broken(show(large(combo)))

    def test_a_name_is_a_label_for_a_text_field(self, show: Show) -> None:
        field = QLineEdit()
        field.setAccessibleName("Start")
        assert "R2" not in rules_broken(show(large(field)))

    def test_a_placeholder_is_no_label(self, show: Show) -> None:
        field = QLineEdit()
        field.setPlaceholderText("Start")
        assert "R2" in rules_broken(show(large(field)))


class TestR3:
    def test_a_name_that_says_something_else(self, show: Show) -> None:
        assert "R3" in rules_broken(show(button("Done", "Save the shift")))

    def test_a_name_that_only_holds_the_text(self, show: Show) -> None:
        assert "R3" in rules_broken(show(button("Done", "Press Done")))

    def test_a_name_that_goes_on_after_the_text(self, show: Show) -> None:
        assert "R3" not in rules_broken(show(button("&Done", "Done, closes the panel")))

    def test_an_ampersand_and_a_soft_hyphen_are_not_said(self, show: Show) -> None:
        made = button("Bo && Anna's vagt\N{SOFT HYPHEN}plan", "Bo & Anna's vagtplan")
        assert "R3" not in rules_broken(show(made))

    @pytest.mark.parametrize("sign", ["+", "…", "×"])
    def test_a_sign_cannot_be_said(self, show: Show, sign: str) -> None:
        assert "R3" in rules_broken(show(button(sign)))

    def test_two_buttons_with_the_same_words(self, show: Show) -> None:
        window = show(button("Sick", "Sick Anna"), button("Sick", "Sick Bo"))
        assert "R3b" in rules_broken(window)

    def test_two_controls_with_the_same_name(self, show: Show) -> None:
        window = show(labelled("Start", QLineEdit()), labelled("Start", QLineEdit()))
        assert "R3b" in rules_broken(window)

    def test_the_roster_may_repeat_words_but_no_names(self, show: Show) -> None:
        anna = "07–15 Anna, mandag 16. marts, 07 til 15"
        assert "R3b" in rules_broken(show(roster(anna, anna)))


class TestR4:
    def test_a_button_that_offers_no_press(self, show: Show) -> None:
        menu = QToolButton()
        menu.setText("More")
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.addAction(QAction("Copy", menu))
        assert "R4" in rules_broken(show(large(menu)))

    def test_pressing_does_what_a_click_does(self, show: Show, qtbot: QtBot) -> None:
        clicks: list[bool] = []
        made = button("Done")
        made.clicked.connect(lambda: clicks.append(True))
        show(made)
        press(made)
        qtbot.waitUntil(lambda: len(clicks) == 1, timeout=2000)

    def test_a_radio_button_is_toggled(self, show: Show, qtbot: QtBot) -> None:
        made = QRadioButton("Initials")
        show(large(made))
        press(made)
        qtbot.waitUntil(made.isChecked, timeout=2000)


class TestR5:
    def test_a_table_that_swallows_tab(self, show: Show) -> None:
        table = QTableWidget(2, 2)
        table.setAccessibleName("Months")
        assert "R5" in rules_broken(show(large(table), button("Done")))
        table.setTabKeyNavigation(False)
        assert "R5" not in rules_broken(show(large(table), button("Close")))

    def test_a_stop_outside_the_round(self, show: Show) -> None:
        class Trap(QPushButton):
            def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
                return True

        trap = Trap("Trap")
        window = show(large(trap), button("Done"))
        assert any("is not reached" in detail for detail in details(window, "R5"))

    def test_another_way_back(self, show: Show) -> None:
        class Jump(QPushButton):
            def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
                if not forward:
                    first.setFocus()
                    return True
                return super().focusNextPrevChild(forward)

        first = button("First")
        window = show(first, button("Second"), large(Jump("Third")))
        assert any("same way back" in detail for detail in details(window, "R5"))

    def test_ten_stops_are_too_many(self, show: Show) -> None:
        assert "R5" in rules_broken(show(*(button(f"Button {n}") for n in range(10))))

    def test_text_fields_are_not_counted(self, show: Show) -> None:
        fields = [labelled(f"Field {n}", QLineEdit()) for n in range(10)]
        assert "R5" not in rules_broken(show(*fields, button("Done")))


class TestR6:
    @pytest.mark.parametrize("keys", ["N", "7", "Shift+A", "Ctrl+Alt+E", "Ctrl+K, N"])
    def test_a_shortcut_that_fires_by_accident(self, show: Show, keys: str) -> None:
        window = show(button("Done"))
        QShortcut(keys, window)
        assert "R6" in rules_broken(window)

    @pytest.mark.parametrize("keys", ["Ctrl+N", "F8", "Esc", "PgUp", "Ctrl+1", "Alt+D"])
    def test_a_shortcut_that_does_not(self, show: Show, keys: str) -> None:
        window = show(button("Done"))
        QShortcut(keys, window)
        assert "R6" not in rules_broken(window)

    def test_actions_and_buttons_are_looked_at_too(self, show: Show) -> None:
        made = button("Done")
        made.setShortcut("D")
        window = show(made)
        action = QAction("Next", window)
        action.setShortcut("N")
        assert len(details(window, "R6")) == 2


class TestR7:
    @pytest.mark.parametrize(
        ("name", "lack"),
        [
            ("07–15, mandag 16. marts, 07 til 15", "who"),
            ("07–15 Anna, 16. marts, 07 til 15", "which weekday"),
            ("07–15 Anna, mandag, 07 til 15", "which date"),
            ("ny, Anna, mandag 16. marts", "from when to when"),
            ("07 Anna, mandag 16. marts", "from when to when"),
        ],
    )
    def test_a_roster_button_that_leaves_something_out(
        self, show: Show, name: str, lack: str
    ) -> None:
        found = details(show(roster(name)), "R7")
        assert len(found) == 1
        assert found[0].endswith(f"does not say {lack}")

    @pytest.mark.parametrize(
        "name",
        [
            "07–15 Anna, mandag 16. marts, 07 til 15",
            "07:30–15 Anna, monday 16 march",
            "07–15 Ubesat, søndag 1. november, 07:00 til 15:30",
        ],
    )
    def test_one_that_says_it_all(self, show: Show, name: str) -> None:
        assert "R7" not in rules_broken(show(roster(name)))

    def test_a_whole_day_has_no_times(self, show: Show) -> None:
        window = show(roster("ferie, Anna, mandag 16. marts", text="ferie"))
        assert "R7" in rules_broken(window)
        for made in window.findChildren(QPushButton):
            made.setProperty("whole_day", True)
        assert "R7" not in rules_broken(window)


class TestR8:
    def test_a_screen_without_a_heading(self, show: Show) -> None:
        assert "R8" in rules_broken(show(button("Done"), heading=False))

    def test_a_screen_with_two_headings(self, show: Show) -> None:
        assert "R8" in rules_broken(show(heading_of("Another"), button("Done")))

    def test_a_group_without_a_title(self, show: Show) -> None:
        assert "R8" in rules_broken(show(QGroupBox(), button("Done")))


class TestR9:
    def test_a_meter_without_words(self, show: Show) -> None:
        assert "R9" in rules_broken(show(meter("")))
        assert "R9" in rules_broken(show(meter("Used so far")))

    def test_a_meter_without_a_range(self, show: Show) -> None:
        bar = meter("2.142 af 2.160 timer")
        bar.setRange(0, 0)
        assert any("no range" in detail for detail in details(show(bar), "R9"))
