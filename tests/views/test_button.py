"""The button: a name that starts with what is seen, words that wrap, keys that press."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from bpa_desktop.services.preferences import TEXT_STEPS, Preferences
from bpa_desktop.views import fonts
from bpa_desktop.views.button import Button
from bpa_desktop.views.button_look import (
    Face,
    Kind,
    NoteLook,
    button_colours,
    face_of,
    height_for,
    hint_for,
    mark_colours,
    room_for,
)
from bpa_desktop.views.theme import CONTRAST, DARK, LIGHT, Sizes, contrast
from tests.views.fake import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

pytestmark = pytest.mark.usefixtures("appearance")
LOOK = Preferences(colours="light")
LONG = "Gennemse referat af personalemødet onsdag 4. marts"


def _shown(qtbot: QtBot, button: QWidget, width: int = 0) -> None:
    qtbot.addWidget(button)
    button.resize(width or button.sizeHint().width(), button.sizeHint().height())
    button.show()
    settle()
    # The pointer of an earlier test may rest here.
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)


def test_the_visible_text_starts_the_accessible_name(qtbot: QtBot) -> None:
    button = Button("Flyt til Anna")
    button.set_note("har aftenvagt")
    button.set_spoken("mandag 16. marts")
    button.set_kind("chosen")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Flyt til Anna, har aftenvagt, mandag 16. marts, valgt"
    assert button.label == button.text() == "Flyt til Anna"
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == button.accessibleName()
    assert interface.actionInterface().actionNames()[0] == "Press"


def test_a_count_is_said_in_words(qtbot: QtBot) -> None:
    button = Button("Vagtplan", "place", "calendar-days")
    button.set_note("2", "badge")
    button.set_note_words("2 huller")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Vagtplan, 2 huller"


def test_an_ampersand_is_a_letter(qtbot: QtBot) -> None:
    button = Button("Hansen & søn")
    qtbot.addWidget(button)
    assert button.label == "Hansen & søn"
    assert button.accessibleName() == "Hansen & søn"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    button = Button("Gem", press=lambda: pressed.append("gem"))
    _shown(qtbot, button)
    QTest.keyClick(button, key)
    assert pressed == ["gem"]


def test_press_and_release_inside_count_although_the_pointer_slipped(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Gem ændringer", press=lambda: pressed.append("gem"))
    _shown(qtbot, button)
    far = QPoint(button.width() - 2, button.height() - 2)
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.mouseMove(button, far)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=far)
    assert pressed == ["gem"]
    QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert pressed == ["gem"]


@pytest.mark.parametrize("percent", [100, 150, 200, 250])
@pytest.mark.parametrize("size", ["standard", "gaze"])
def test_words_wrap_instead_of_being_cut(
    appearance: Appearance, qtbot: QtBot, percent: int, size: str
) -> None:
    appearance.wear(LOOK._replace(text_percent=percent, size=size))
    button = Button(LONG, icon="eye")
    button.set_note("mangler", "warn")
    qtbot.addWidget(button)
    one_line, least = button.sizeHint(), button.minimumSizeHint()
    assert least.width() < one_line.width()
    assert button.heightForWidth(one_line.width()) == one_line.height()
    assert button.heightForWidth(least.width()) > one_line.height()
    heights = [button.heightForWidth(width) for width in range(least.width(), one_line.width(), 7)]
    assert heights == sorted(heights, reverse=True)
    assert min(heights) >= Sizes(target={"standard": 44, "gaze": 72}[size]).target


def test_choosing_moves_nothing(qtbot: QtBot) -> None:
    button = Button("Uge")
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.set_kind("chosen")
    assert button.sizeHint() == before
    button.set_kind("primary")
    assert button.sizeHint() == before


def test_a_short_button_is_still_a_target(appearance: Appearance, qtbot: QtBot) -> None:
    appearance.wear(LOOK._replace(size="gaze"))
    button = Button("ny")
    qtbot.addWidget(button)
    assert button.sizeHint().width() >= 72
    assert button.minimumSizeHint().width() >= 72


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_look_is_readable(colours: object, kind: Kind) -> None:
    fill, edge, ink = button_colours(kind, colours)  # type: ignore[arg-type]
    ground = fill or colours.background  # type: ignore[attr-defined]
    assert contrast(ink, ground) >= 4.5
    if edge:
        assert contrast(edge, colours.background) >= 3  # type: ignore[attr-defined]


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize("look", get_args(NoteLook))
def test_every_note_is_readable(colours: object, look: NoteLook) -> None:
    fill, edge, ink = mark_colours(look, colours)  # type: ignore[arg-type]
    assert contrast(ink, fill or colours.surface) >= 4.5  # type: ignore[attr-defined]
    assert bool(edge) is (look == "key" or (colours.flat and look != "muted"))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "ground"),
    [("plain", LIGHT.surface), ("primary", LIGHT.accent), ("chosen", LIGHT.info_tint)],
)
def test_the_look_is_painted(qtbot: QtBot, kind: Kind, ground: str) -> None:
    button = Button("Gem", kind)
    _shown(qtbot, button)
    image = button.grab().toImage()
    assert image.pixelColor(button.width() // 2, 5) == QColor(ground)


def test_the_place_where_one_is_has_a_bar_at_its_left(qtbot: QtBot) -> None:
    button = Button("Vagtplan", "here", "calendar-days")
    _shown(qtbot, button, 200)
    image = button.grab().toImage()
    assert image.pixelColor(1, 22) == QColor(LIGHT.accent)
    assert image.pixelColor(8, 8) == QColor(LIGHT.info_tint)
    button.set_kind("place")
    assert button.grab().toImage().pixelColor(1, 22) != QColor(LIGHT.accent)


def test_a_disabled_button_looks_so_and_a_held_one_too(qtbot: QtBot) -> None:
    button = Button("Fortryd")
    _shown(qtbot, button)
    ready = button.grab().toImage()
    button.setDown(True)
    held = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    assert len({ready.pixelColor(9, 6).name(), held.pixelColor(9, 6).name()}) == 2
    assert button.grab().toImage().pixelColor(9, 6) == QColor(LIGHT.background)
    quiet = Button("Luk", "quiet")
    _shown(qtbot, quiet)
    quiet.setEnabled(False)
    assert quiet.grab().toImage() != ready


def test_a_note_goes_below_when_there_is_no_room(qtbot: QtBot) -> None:
    button = Button("Personalemøde", icon="users")
    button.set_note("mangler gennemsyn", "warn")
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    assert button.heightForWidth(narrow) > button.sizeHint().height()
    button.resize(narrow, button.heightForWidth(narrow))
    image = button.grab().toImage()
    tint = QColor(LIGHT.warn_tint)
    rows = [y for y in range(image.height()) for x in (60,) if image.pixelColor(x, y) == tint]
    assert rows
    assert min(rows) > image.height() // 2


def test_words_of_a_list_start_at_the_left(qtbot: QtBot) -> None:
    centred, leading = Button("Vagtplan"), Button("Vagtplan")
    leading.set_leading()
    for button in (centred, leading):
        _shown(qtbot, button, 300)

    def first_ink(button: Button) -> int:
        image = button.grab().toImage()
        return next(x for x in range(3, 297) if image.pixelColor(x, 22) != QColor(LIGHT.surface))

    assert first_ink(leading) < 30
    assert first_ink(centred) > 90


def test_a_button_of_a_form_takes_the_same_look(qtbot: QtBot) -> None:
    plain = QPushButton("&Gem && luk")
    plain.setProperty("kind", "primary")
    _shown(qtbot, plain)
    assert face_of(plain) == Face("Gem & luk", "primary")
    assert plain.grab().toImage().pixelColor(6, 6) == QColor(LIGHT.accent)
    plain.setProperty("kind", "unheard of")
    assert face_of(plain).kind == "plain"


def test_a_soft_hyphen_is_shown_and_never_said(appearance: Appearance, qtbot: QtBot) -> None:
    button = Button("Arbejdspladsvurdering")
    qtbot.addWidget(button)
    assert "\N{SOFT HYPHEN}" in button.face.text
    assert "\N{SOFT HYPHEN}" not in button.label + button.text() + button.accessibleName()
    appearance.wear(LOOK._replace(text_percent=250))
    whole = button.fontMetrics().horizontalAdvance("Arbejdspladsvurdering")
    assert button.minimumSizeHint().width() < whole


def test_room_is_measured_the_same_for_any_colour(qtbot: QtBot) -> None:
    button = Button("x")
    qtbot.addWidget(button)
    sizes = Sizes()
    rooms = [room_for(Face(LONG, kind), button.font(), sizes) for kind in ("plain", "primary")]
    assert rooms[0] == rooms[1]
    face = Face(LONG, icon="eye", note="Ctrl K", note_look="key")
    hint = hint_for(face, button.font(), sizes)
    assert hint.height() == height_for(face, button.font(), sizes, hint.width()) == 44
    for percent in TEXT_STEPS:
        font = fonts.app_font(percent, fonts.register())
        hint = hint_for(face, font, sizes)
        assert hint.height() == height_for(face, font, sizes, hint.width())
