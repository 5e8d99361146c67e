"""Settings, help, and the parts every page stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.appearance import Appearance
from bpa_desktop.views.button import Button
from bpa_desktop.views.focus import FocusRing, focus_first, mark, refocus
from bpa_desktop.views.help_page import WAYS, HelpPage
from bpa_desktop.views.page import Page
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.scroller import Scroller
from bpa_desktop.views.settings_page import SettingsPage
from bpa_desktop.views.style import BpaStyle
from bpa_desktop.views.text import Text
from bpa_desktop.views.theme import CONTRAST, DARK, LIGHT, colours_of
from tests.views.fake import SamplePage, button_called, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.frame import Frame

LOOK = Preferences(colours="light")


# Settings


@pytest.mark.parametrize(
    ("label", "name", "value"),
    [
        ("Stor", "size", "large"),
        ("Øjenstyring", "size", "gaze"),
        ("200 %", "text_percent", 200),
        ("Mørk", "colours", "dark"),
        ("Høj kontrast", "colours", "contrast"),
        ("Som computeren", "colours", "system"),
        ("Små bevægelser", "calm", False),
        ("English", "language", "en"),
    ],
)
def test_every_choice_is_one_press(
    desk: Desk, qtbot: QtBot, label: str, name: str, value: object
) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    button_called(page, label).click()
    assert getattr(desk.preferences, name) == value
    assert button_called(page, label).face.kind == "chosen"


def test_settings_follow_what_a_key_changed(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    desk.change_preferences(text_percent=150)
    assert button_called(page, "150 %").face.kind == "chosen"
    assert button_called(page, "100 %").face.kind == "plain"


# Help


def test_help_lists_every_place_every_key_and_every_way(frame: Frame, desk: Desk) -> None:
    frame.go("help")
    settle()
    page = frame.page
    assert isinstance(page, HelpPage)
    texts = [text.text() for text in page.findChildren(Text)]
    for place in desk.places:
        assert any(place.title in text or text for text in texts)
    assert "Hjælp til Planen." in texts
    assert "Ctrl N" in texts
    assert {"F1", "F6", "F8", "Ctrl K", "Ctrl Z", "Esc"} <= set(texts)
    assert "Page Up og Page Down" in texts
    with_shortcut = [action for action in desk.actions if action.shortcut]
    assert len(texts) >= 2 * len(with_shortcut) + len(WAYS) + 2 * len(desk.places)


def test_every_real_place_has_its_help() -> None:
    keys = [place.key for place in PLACES]
    assert len(keys) == len(set(keys))
    for place in PLACES:
        assert place.help.endswith(".")
        assert len(place.synonyms.split(",")) >= 2
    assert {"settings", "help"} <= {place.key for place in PLACES if place.without_file}


# Page


def test_a_page_must_say_how_it_is_read(desk: Desk, qtbot: QtBot) -> None:
    page = Page(desk)
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        page.refresh()


def test_a_hidden_page_waits_and_an_unrelated_change_is_no_news(
    desk: Desk, file: object, qtbot: QtBot
) -> None:
    page = SamplePage(desk, "Prøve")
    qtbot.addWidget(page)
    desk.changed.emit(frozenset({"shift"}))
    assert page.reads == 0
    page.show()
    assert page.reads == 1
    page.hide()
    page.show()
    assert page.reads == 1
    desk.changed.emit(frozenset())
    assert page.reads == 2
    del file


# Scroller


def _scrolled(qtbot: QtBot, height: int = 300) -> Scroller:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(24, 24, 24, 24)
    for number in range(20):
        column.addWidget(Button(f"Knap {number}"))
    scroller = Scroller(content)
    qtbot.addWidget(scroller)
    scroller.resize(500, height)
    scroller.show()
    settle()
    return scroller


def test_page_buttons_are_there_in_the_size_for_eye_gaze_only(
    appearance: Appearance, qtbot: QtBot
) -> None:
    scroller = _scrolled(qtbot)
    shown = [button.label for button in scroller.findChildren(Button) if button.isVisible()]
    assert "Ned" not in shown
    appearance.wear(LOOK._replace(size="gaze"))
    settle()
    down, up = button_called(scroller, "Ned"), button_called(scroller, "Op")
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    before = scroller.area.verticalScrollBar().value()
    down.click()
    assert (
        scroller.area.verticalScrollBar().value() == before + scroller.area.viewport().height() - 48
    )
    assert up.isEnabled()
    while down.isEnabled():
        down.click()
    up.click()
    bar = scroller.area.verticalScrollBar()
    assert 0 < bar.value() < bar.maximum()
    appearance.wear(LOOK._replace(size="gaze", language="en"))
    settle()
    assert (up.label, down.label) == ("Up", "Down")
    appearance.wear(LOOK._replace(language="en"))
    settle()
    assert not down.isVisible()


def test_a_scroll_bar_stands_in_the_margin_and_moves_nothing(qtbot: QtBot) -> None:
    scroller = _scrolled(qtbot)
    first = button_called(scroller, "Knap 0")
    wide = first.width()
    assert scroller.area.verticalScrollBar().isVisible()
    scroller.resize(500, 2000)
    settle()
    assert not scroller.area.verticalScrollBar().isVisible()
    assert first.width() == wide


def test_what_has_no_layout_can_be_scrolled_too(qtbot: QtBot) -> None:
    content = QWidget()
    content.setMinimumSize(100, 900)
    scroller = Scroller(content)
    qtbot.addWidget(scroller)
    scroller.resize(200, 200)
    scroller.show()
    settle()
    assert scroller.content is content
    assert scroller.area.verticalScrollBar().maximum() > 0


# Focus


def test_the_focus_finds_its_way_back_after_a_rebuild(appearance: Appearance, qtbot: QtBot) -> None:
    del appearance
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [Button("En"), Button("To"), Button("Tre")]
    buttons[2].setObjectName("third")
    for button in buttons:
        column.addWidget(button)
    window.show()
    window.activateWindow()
    settle()
    assert mark(QWidget()) is None
    assert focus_first(window)
    assert QApplication.focusWidget() is buttons[0]
    buttons[2].setFocus()
    where = mark(window)
    buttons[2].set_label("Fire")
    buttons[0].setFocus()
    refocus(window, where)
    assert QApplication.focusWidget() is buttons[2]
    refocus(window, None)
    empty = QWidget()
    qtbot.addWidget(empty)
    refocus(empty, where)
    assert not focus_first(empty)
    assert QApplication.focusWidget() is buttons[2]


# Appearance


def test_one_application_has_one_style_and_one_ring(qapp: QApplication) -> None:
    first, second = Appearance(qapp, LOOK), Appearance(qapp, LOOK)
    assert first is not second
    assert isinstance(qapp.style(), BpaStyle)
    assert len(qapp.findChildren(FocusRing)) == 1


@pytest.mark.parametrize(
    ("wish", "colours"), [("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)]
)
def test_a_chosen_scheme_is_worn(
    appearance: Appearance, qapp: QApplication, wish: str, colours: object
) -> None:
    appearance.wear(LOOK._replace(colours=wish))
    assert appearance.colours() is colours
    assert colours_of(qapp.palette()) is colours


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)],
)
def test_following_the_system_takes_its_scheme(
    appearance: Appearance, monkeypatch: pytest.MonkeyPatch, scheme: Qt.ColorScheme, colours: object
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's own name
            return scheme

        def unsetColorScheme(self) -> None:  # noqa: N802 - Qt's own name
            pass

    with monkeypatch.context() as patched:
        patched.setattr(appearance, "_hints", Hints())
        appearance.wear(LOOK._replace(colours="system"))
        assert not appearance.system_wants_contrast
        assert appearance.colours() is colours
        assert colours_of(QApplication.palette()) is colours


@pytest.mark.parametrize(
    ("wish", "steps_aside"), [("system", True), ("contrast", True), ("light", False)]
)
def test_under_a_contrast_theme_the_systems_own_colours_are_used(
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
    steps_aside: bool,  # noqa: FBT001 - drawn or given by the test
) -> None:
    monkeypatch.setattr(Appearance, "system_wants_contrast", True)
    appearance.wear(LOOK._replace(colours=wish))
    assert (appearance.colours() is None) is steps_aside
    assert colours_of(QApplication.palette()).flat is steps_aside
    if steps_aside:
        window = QApplication.palette().color(QPalette.ColorRole.Window)
        assert window != LIGHT.background


def test_a_change_of_the_system_reaches_what_is_shown(
    appearance: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = Text("Mangler", tone="warn")
    qtbot.addWidget(text)
    text.show()
    settle()
    monkeypatch.setattr(appearance, "colours", lambda: DARK)
    with qtbot.waitSignal(appearance.changed):
        appearance._system_changed()
    settle()
    assert text.palette().color(text.foregroundRole()).name() == DARK.warn


def test_the_style_change_reaches_what_is_not_shown(appearance: Appearance, qtbot: QtBot) -> None:
    seen: list[QEvent.Type] = []

    class Hidden(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            seen.append(event.type())

    hidden = Hidden()
    qtbot.addWidget(hidden)
    appearance.wear(LOOK._replace(size="large"))
    assert QEvent.Type.StyleChange in seen
    seen.clear()
    appearance.wear(LOOK._replace(size="large", roster_view="month"))
    assert not seen, "nothing of how the roster is shown is worn by a widget"
