"""A cell of the roster: a real button whose look has a word, a line or a pattern, then a colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QColor

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.shift_button import ShiftButton
from bpa_desktop.views.theme import LIGHT
from tests.views.fake import settle

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

pytestmark = pytest.mark.usefixtures("appearance")
LOOK = Preferences(colours="light")


def _picture(qtbot: QtBot, cell: ShiftButton, width: int = 72) -> QImage:
    qtbot.addWidget(cell)
    cell.resize(width, cell.heightForWidth(width))
    cell.show()
    settle()
    return cell.grab().toImage()


def _count(image: QImage, colour: str, place: QRect | None = None) -> int:
    place = place or image.rect()
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(place.left(), place.right() + 1)
        for y in range(place.top(), place.bottom() + 1)
    )


def test_its_name_says_who_and_when_and_it_can_be_pressed(qtbot: QtBot) -> None:
    pressed: list[str] = []
    cell = ShiftButton("07–15", "shift", "Anna, mandag 16. marts", lambda: pressed.append("07–15"))
    _picture(qtbot, cell)
    interface = QAccessible.queryAccessibleInterface(cell)
    assert interface.text(QAccessible.Text.Name) == "07–15, Anna, mandag 16. marts"
    interface.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: pressed == ["07–15"])


@pytest.mark.parametrize(
    ("look", "ground"),
    [
        ("shift", LIGHT.surface),
        ("unfilled", LIGHT.warn_tint),
        ("empty", LIGHT.background),
        ("absence", LIGHT.background),
    ],
)
def test_every_look_has_its_ground(qtbot: QtBot, look: str, ground: str) -> None:
    cell = ShiftButton("15–23", look, "Bo")  # type: ignore[arg-type]
    image = _picture(qtbot, cell)
    assert _count(image, ground) > image.width() * image.height() * 0.3


def test_looks_are_told_apart_without_colour(qtbot: QtBot) -> None:
    """An empty slot is dashed, an absence hatched: both are seen in grey."""
    shift, empty, absence = (
        _picture(qtbot, ShiftButton("ny", look, "Bo"))  # type: ignore[arg-type]
        for look in ("shift", "empty", "absence")
    )
    top = [QColor(shift.pixelColor(x, 0)).lightness() for x in range(10, 60)]
    dashed = [QColor(empty.pixelColor(x, 0)).lightness() for x in range(10, 60)]
    assert max(top) - min(top) < 10
    assert max(dashed) - min(dashed) > 60
    assert _count(absence, LIGHT.hairline) > 300
    assert _count(shift, LIGHT.hairline) == 0


@pytest.mark.parametrize("width", [60, 72, 130])
def test_a_warning_is_a_sign_and_makes_no_cell_wider(qtbot: QtBot, width: int) -> None:
    cell = ShiftButton("07–15", "shift", "Dina, kun 8 timers pause")
    before = _picture(qtbot, cell, width)
    size = cell.sizeHint()
    cell.set_warning(on=True)
    assert cell.warns
    assert cell.sizeHint() == size
    after = cell.grab().toImage()
    assert _count(before, LIGHT.warn) == 0
    assert _count(after, LIGHT.warn) > 2
    assert _count(after, LIGHT.text) == pytest.approx(_count(before, LIGHT.text), rel=0.35)


def test_the_chosen_one_is_seen_and_said(qtbot: QtBot) -> None:
    cell = ShiftButton("ny", "empty", "Bo, lørdag 21. marts")
    _picture(qtbot, cell)
    cell.set_chosen(on=True)
    image = cell.grab().toImage()
    assert cell.is_chosen
    assert cell.accessibleName() == "ny, Bo, lørdag 21. marts, valgt"
    assert image.pixelColor(36, 3) == QColor(LIGHT.info_tint)
    assert image.pixelColor(36, 0) == QColor(LIGHT.accent)
    cell.set_chosen(on=False)
    assert not cell.is_chosen
    cell.setDown(True)
    assert cell.grab().toImage().pixelColor(36, 3) == QColor(LIGHT.info_tint)


@pytest.mark.parametrize(("size", "target"), [("standard", 44), ("large", 56), ("gaze", 72)])
def test_it_has_the_target_size(
    appearance: Appearance, qtbot: QtBot, size: str, target: int
) -> None:
    appearance.wear(LOOK._replace(size=size))
    cell = ShiftButton("ny", "empty", "Bo")
    qtbot.addWidget(cell)
    assert cell.sizeHint().width() >= target
    assert cell.minimumSizeHint().height() >= target


def test_large_text_is_not_cut(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.wear(LOOK._replace(text_percent=250))
    cell = ShiftButton("07:30–15", "unfilled", "ubesat")
    qtbot.addWidget(cell)
    assert cell.minimumSizeHint().width() >= cell.fontMetrics().horizontalAdvance("07:30–15")
    assert cell.minimumSizeHint().height() >= cell.fontMetrics().height()
