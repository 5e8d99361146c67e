"""The words below a control stand where they belong in any layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from bpa_desktop.views.note import Note

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QLayout,
    )


def shown_below(field: QLineEdit, window: QWidget) -> bool:
    words = [label for label in window.findChildren(QLabel) if label.text() == "Wrong."]
    return bool(words) and words[0].y() >= field.geometry().bottom()


@pytest.mark.parametrize("kind", [QVBoxLayout, QFormLayout, QGridLayout])
def test_a_problem_stands_below_its_control(qtbot: object, kind: type[QLayout]) -> None:
    del qtbot
    window, first, second = QWidget(), QLineEdit(), QLineEdit()
    layout = kind(window)
    layout.addWidget(first)
    layout.addWidget(second)
    note = Note.below(first, "")
    note.tell("Wrong.")
    window.show()
    assert shown_below(first, window)
    assert first.accessibleDescription() == "Wrong."
    if kind is not QGridLayout:
        assert second.y() > first.geometry().bottom() + 10
    note.tell("")
    assert first.accessibleDescription() == ""


def test_without_a_layout_the_problem_is_still_said(qtbot: object) -> None:
    del qtbot
    window = QWidget()
    field = QLineEdit(window)
    Note.below(field, "").tell("Wrong.")
    Note.at_end_of(window).tell("All wrong.")
    assert field.accessibleDescription() == "Wrong."
    assert window.accessibleDescription() == "All wrong."


def test_a_problem_outlives_a_switch_of_language(qtbot: object) -> None:
    del qtbot
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    note = Note.at_end_of(window)
    note.tell("Wrong.")
    note.retranslate()
    assert note.problem == "Wrong."
