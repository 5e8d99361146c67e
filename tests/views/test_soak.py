"""Long use: nothing is lost that ends the program after thousands of calls."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.marks import HelperMark, HoursMeter, Pill
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.text import Text
from tests.views.fake import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("appearance")
CALLS = 20_000
REPAINTS = 500
TOLERANCE = 200


def test_a_call_that_gives_nothing_loses_nothing(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < TOLERANCE


def test_painting_loses_nothing(qtbot: QtBot) -> None:
    card = Card("Prøve")
    meter = HoursMeter("Timer", "1 af 2 timer")
    meter.show_hours(60, 120)
    cell = ShiftButton("07–15", "absence", "Anna")
    cell.set_warning(on=True)
    for widget in (
        Text("Et", "title", "warn"),
        Row([Button("Gem", "primary", "check"), Pill("Klar", "ok"), HelperMark("GR", 7)]),
        Notice("Pas på.", "warn"),
        meter,
        cell,
    ):
        card.add(widget)
    qtbot.addWidget(card)
    card.show()
    settle()
    card.grab()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        card.grab()
    gc.collect()
    assert abs(sys.getrefcount(None) - before) < TOLERANCE
