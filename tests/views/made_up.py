"""Small made-up screens for the audit, and what it finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from tests.views.audit import Setting, audit

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    Show = Callable[..., QWidget]

SETTING: Final = Setting(screen="made up", people=frozenset({"Anna", "ubesat"}))


def shower(qtbot: QtBot, held: list[QWidget]) -> Show:
    """Shows widgets below each other under a heading; ``held`` keeps the windows."""

    def show(*widgets: QWidget, heading: bool = True) -> QWidget:
        window = QWidget()
        held.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        column.setSpacing(12)
        if heading:
            column.addWidget(heading_of("Made up"))
        for widget in widgets:
            column.addWidget(widget)
        window.resize(window.sizeHint())
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


def heading_of(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("heading", 1)
    return label


def large(widget: QWidget) -> QWidget:
    widget.setMinimumSize(120, 44)
    return widget


def button(text: str, name: str = "") -> QPushButton:
    made = QPushButton(text)
    made.setAccessibleName(name)
    large(made)
    return made


def labelled(text: str, field: QWidget) -> QWidget:
    """A field under its label, as a form has it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    label = QLabel(text)
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(large(field))
    return holder


def roster(*names: str, text: str = "07–15") -> QWidget:
    grid = QWidget()
    grid.setObjectName("roster_grid")
    column = QVBoxLayout(grid)
    column.setSpacing(12)
    for name in names:
        column.addWidget(button(text, name))
    return grid


def meter(words: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 2160)
    bar.setValue(2142)
    bar.setAccessibleName(words)
    return bar


def rules_broken(window: QWidget, setting: Setting = SETTING) -> set[str]:
    return {finding.rule for finding in audit(window, setting)}


def details(window: QWidget, rule: str, setting: Setting = SETTING) -> list[str]:
    return [str(finding) for finding in audit(window, setting) if finding.rule == rule]
