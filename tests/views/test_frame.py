"""The window: places, side panel, menu, keys, and live switches of language, size and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bpa_desktop import i18n
from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views.button import Button
from bpa_desktop.views.desk import Desk
from bpa_desktop.views.frame import Frame
from bpa_desktop.views.text import Text
from bpa_desktop.views.theme import DARK, LIGHT
from tests.views.fake import FakeFile, SamplePage, button_called, press_key, sample_places, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bpa_desktop.views.appearance import Appearance

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _page(frame: Frame) -> SamplePage:
    page = frame.page
    assert isinstance(page, SamplePage)
    return page


def _panel_content(*labels: str) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    for label in labels:
        column.addWidget(Button(label))
    return content


def _focused() -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def _show(frame: Frame, width: int, height: int = 800) -> None:
    frame.resize(width, height)
    settle()


def test_the_first_place_is_shown_and_one_tab_leads_into_it(frame: Frame) -> None:
    assert frame.current == "today"
    assert frame.windowTitle() == "Dagen – BPA Desktop"
    assert _focused() == "Dagen, valgt"
    press_key(Key.Key_Tab)
    assert _focused() == "Dagen 0"


def test_a_place_is_built_when_it_is_visited_first(frame: Frame) -> None:
    assert frame.pages.count() == 1
    frame.go("roster")
    settle()
    assert frame.pages.count() == 2
    first = frame.page
    frame.go("today")
    frame.go("roster")
    assert frame.page is first


def test_going_somewhere_announces_its_heading_once(frame: Frame, desk: Desk) -> None:
    desk.announcer.log.clear()
    button_called(frame.navigation, "Planen").click()
    assert list(desk.announcer.log) == ["Planen. Alt er i orden."]
    assert _focused() == "Planen, 2 huller, valgt"


def test_the_navigation_says_how_many_things_wait(frame: Frame, file: FakeFile) -> None:
    button = button_called(frame.navigation, "Planen")
    assert (button.face.note, button.accessibleName()) == ("2", "Planen, 2 huller")
    file.holes = 0
    file.announce("shift")
    assert (button.face.note, button.accessibleName()) == ("", "Planen")


@pytest.mark.parametrize(
    ("key", "place"), [(Key.Key_1, "today"), (Key.Key_2, "roster"), (Key.Key_3, "papers")]
)
def test_ctrl_and_a_number_go_to_a_place(frame: Frame, key: Qt.Key, place: str) -> None:
    press_key(key, CTRL)
    assert frame.current == place


def test_settings_and_help_are_marked_in_the_bar_and_lead_back(frame: Frame) -> None:
    frame.go("roster")
    button_called(frame.top_bar, "Indstillinger").click()
    settle()
    assert frame.current == "settings"
    assert frame.top_bar.settings.face.kind == "chosen"
    assert frame.navigation.button("roster").face.kind == "place"  # type: ignore[union-attr]
    press_key(Key.Key_F1)
    assert frame.current == "help"
    assert frame.top_bar.settings.face.kind == "plain"
    button_called(frame.pages, "Tilbage").click()
    assert frame.current == "roster"
    press_key(Key.Key_F1)
    press_key(Key.Key_Escape)
    assert frame.current == "roster"


def test_an_unknown_place_is_an_error(frame: Frame) -> None:
    with pytest.raises(KeyError):
        frame.go("nowhere")


# Undo and the status line


def test_a_long_undo_keeps_the_bar_to_two_rows_with_whole_words(
    frame: Frame, file: FakeFile
) -> None:
    file.done[:] = [f"hospital, {'Anna Maria ' * 6}"]
    frame.top_bar.refresh()
    assert frame.top_bar.undo.label == "Fortryd: hospital, Anna Maria Anna …"


def test_the_undo_button_names_what_it_takes_back(frame: Frame, file: FakeFile) -> None:
    undo = frame.top_bar.undo
    assert undo.label == "Fortryd: book Dina"
    press_key(Key.Key_Z, CTRL)
    assert file.done == []
    assert (undo.label, undo.isEnabled()) == ("Fortryd", False)
    assert frame.status.words.text() == "Fortrudt: book Dina."
    press_key(Key.Key_Y, CTRL)
    assert undo.label == "Fortryd: book Dina"


def test_the_status_line_keeps_the_last_sentence(frame: Frame, desk: Desk) -> None:
    desk.say("Dina er booket 07 til 15.")
    frame.go("roster")
    frame.resize(1000, 700)
    settle()
    assert frame.status.words.text() == "Dina er booket 07 til 15."
    icon_before = frame.status.grab().toImage()
    desk.say("Dina er booket 07 til 15.", "warn")
    assert frame.status.grab().toImage() != icon_before


def test_a_file_that_is_only_read_says_so(appearance: Appearance, qtbot: QtBot) -> None:
    file = FakeFile(read_only=True)
    frame = Frame(Desk(Preferences(), file), appearance, sample_places(file))
    qtbot.addWidget(frame)
    frame.show()
    settle()
    assert not frame.top_bar.undo.isEnabled()
    texts = [
        label.text() for label in frame.top_bar.findChildren(QWidget) if hasattr(label, "mood")
    ]
    assert texts == ["Kun læsning"]


# Pages


def test_a_page_reads_again_after_its_own_kind_of_change(frame: Frame, file: FakeFile) -> None:
    page = _page(frame)
    assert page.reads == 1
    file.announce("absence")
    assert page.reads == 1
    file.announce("shift")
    assert page.reads == 2
    frame.go("roster")
    file.announce("shift")
    file.announce("shift")
    assert page.reads == 2
    frame.go("today")
    settle()
    assert page.reads == 3


def test_the_focus_stays_on_the_same_control_when_a_page_is_read_again(
    frame: Frame, file: FakeFile
) -> None:
    button_called(frame.pages, "Dagen 2").setFocus()
    file.announce("shift")
    settle()
    assert _focused() == "Dagen 2"


def test_another_file_leaves_nothing_of_the_first_in_sight(
    frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    frame.go("roster")
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina")
    old = frame.page
    other = FakeFile()
    other.done = ["ny hjælper"]
    with qtbot.waitSignal(desk.changed):
        desk.open(other)
    settle()
    assert frame.page is not old
    assert frame.current == "today"
    assert frame.panel.content is None
    assert frame.top_bar.undo.label == "Fortryd: ny hjælper"


# Without a file


@pytest.fixture
def empty(appearance: Appearance, qtbot: QtBot) -> Frame:
    """The window before a file is open, with a guest that waits for an answer."""
    frame = Frame(Desk(Preferences(colours="light")), appearance, sample_places(FakeFile()))
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    qtbot.waitActive(frame).__enter__()
    frame.show_guest(_panel_content("Åbn en fil", "Se eksemplet"))
    settle()
    return frame


def test_before_a_file_is_open_there_is_nowhere_to_go(empty: Frame) -> None:
    assert not empty.navigation.isVisible()
    assert not empty.top_bar.menu.isVisible()
    assert _focused() == "Åbn en fil"
    empty.go("roster")
    assert empty.current == ""
    assert empty.status.words.text() == "Åbn en fil først."


def test_settings_can_be_reached_before_and_lead_back_to_the_guest(empty: Frame) -> None:
    empty.top_bar.settings.click()
    settle()
    assert empty.current == "settings"
    assert not empty.pages.shows_guest
    button_called(empty.pages, "Tilbage").click()
    settle()
    assert empty.pages.shows_guest
    assert _focused() == "Åbn en fil"
    assert empty.top_bar.settings.face.kind == "plain"


def test_the_guest_leaves_when_a_file_is_opened(empty: Frame) -> None:
    empty.desk.open(FakeFile())
    settle()
    assert empty.pages.guest is None
    assert empty.navigation.isVisible()
    assert empty.current == "today"


def test_a_second_guest_takes_the_place_of_the_first(empty: Frame) -> None:
    empty.show_guest(_panel_content("Skriv nøglen"))
    settle()
    assert empty.pages.count() == 1
    assert _focused() == "Skriv nøglen"


def test_going_back_without_a_way_back_stays(appearance: Appearance, qtbot: QtBot) -> None:
    frame = Frame(Desk(Preferences()), appearance, sample_places(FakeFile()))
    qtbot.addWidget(frame)
    frame.go("help")
    frame.go_back()
    assert frame.current == "help"


# Side panel


def test_the_panel_lies_beside_and_takes_the_focus(frame: Frame, desk: Desk) -> None:
    opener = button_called(frame.pages, "Dagen 1")
    opener.setFocus()
    desk.show_panel(_panel_content("Flyt til Bo", "Slet vagt"), "Dina, lørdag")
    settle()
    assert frame.panel.title == frame.panel.accessibleName() == "Dina, lørdag"
    assert frame.panel.width() == 360
    assert frame.pages.isVisible()
    assert _focused() == "Flyt til Bo"
    press_key(Key.Key_Escape)
    assert frame.panel.content is None
    assert QApplication.focusWidget() is opener


def test_the_panel_can_leave_the_focus_where_it_is(frame: Frame, desk: Desk) -> None:
    opener = button_called(frame.pages, "Dagen 1")
    opener.setFocus()
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina", take_focus=False)
    settle()
    assert QApplication.focusWidget() is opener
    desk.close_panel()
    assert QApplication.focusWidget() is opener


def test_close_is_the_last_stop_of_the_panel(frame: Frame, desk: Desk) -> None:
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina")
    settle()
    press_key(Key.Key_Tab)
    assert _focused() == "Luk"
    press_key(Key.Key_Space)
    assert frame.panel.content is None


def test_a_rebuilt_panel_keeps_the_focus_on_the_same_control(frame: Frame, desk: Desk) -> None:
    desk.show_panel(_panel_content("Tidligere", "Senere"), "Dina")
    settle()
    button_called(frame.panel, "Senere").setFocus()
    desk.show_panel(_panel_content("Tidligere", "Senere", "Slet"), "Dina")
    settle()
    assert _focused() == "Senere"
    desk.show_panel(_panel_content("Noget andet", "Og mere"), "Bo")
    settle()
    assert _focused() == "Og mere"


def test_what_is_opened_beside_a_scrolled_panel_begins_with_its_title(
    frame: Frame, desk: Desk
) -> None:
    labels = [f"Valg {number}" for number in range(40)]
    desk.show_panel(_panel_content(*labels), "Dina")
    settle()
    button_called(frame.panel, labels[-1]).setFocus()
    settle()
    heading = next(text for text in frame.panel.findChildren(Text) if text.text() == "Dina")
    assert heading.visibleRegion().isEmpty()
    desk.show_panel(_panel_content(*labels), "Dina")
    settle()
    assert heading.visibleRegion().isEmpty()
    assert _focused() == labels[-1]
    button_called(frame.pages, "Dagen 1").setFocus()
    desk.show_panel(_panel_content(*labels), "Bo")
    settle()
    assert heading.text() == "Bo"
    assert not heading.visibleRegion().isEmpty()


def test_a_place_that_is_shown_again_has_the_focus_where_it_was(frame: Frame, desk: Desk) -> None:
    button_called(frame.pages, "Dagen 1").setFocus()
    frame.go("help")
    desk.return_to("today")
    assert _focused() == "Dagen 1"
    button_called(frame.navigation, "Papirer").setFocus()
    frame.go("papers")
    desk.return_to("today")
    assert _focused() == "Dagen, valgt"


def test_in_a_narrow_window_the_panel_stands_in_the_place_of_the_page(
    frame: Frame, desk: Desk
) -> None:
    _show(frame, 1000)
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina", take_focus=False)
    settle()
    assert not frame.pages.isVisible()
    assert _focused() == "Flyt til Bo"
    press_key(Key.Key_Escape)
    settle()
    assert frame.pages.isVisible()


def test_choosing_moves_nothing_where_the_panel_keeps_its_place(frame: Frame, desk: Desk) -> None:
    frame.go("roster")
    settle()
    before = frame.pages.geometry()
    assert frame.panel.isVisible()
    shown = [text.text() for text in frame.panel.findChildren(Text) if text.isVisible()]
    assert shown == ["Vælg noget, så står det her."]
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina")
    settle()
    assert frame.pages.geometry() == before
    frame.go("today")
    settle()
    assert not frame.panel.isVisible()


# Menu


def test_under_900_px_the_places_become_a_menu(frame: Frame) -> None:
    _show(frame, 880)
    assert not frame.navigation.isVisible()
    frame.top_bar.menu.click()
    settle()
    assert frame.navigation.isVisible()
    assert not frame.pages.isVisible()
    assert frame.top_bar.menu.label == "Luk menu"
    assert _focused() == "Dagen, valgt"
    press_key(Key.Key_Escape)
    assert frame.pages.isVisible()
    frame.top_bar.menu.click()
    button_called(frame.navigation, "Papirer").click()
    settle()
    assert frame.current == "papers"
    assert not frame.navigation.isVisible()
    assert _focused() == "Papirer 0"
    _show(frame, 1280)
    assert frame.navigation.isVisible()
    assert not frame.top_bar.menu.isVisible()


# Keys


def test_f6_goes_round_the_parts_of_the_window(frame: Frame, desk: Desk) -> None:
    desk.say("Gemt.")
    desk.show_panel(_panel_content("Flyt til Bo"), "Dina")
    settle()
    button_called(frame.navigation, "Dagen").setFocus()
    seen = []
    for _ in range(6):
        press_key(Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append("Gemt." if focused is frame.status.words else _focused())
    assert seen == [
        "Dagen 0",
        "Flyt til Bo",
        "Gemt.",
        "Søg eller gør, Ctrl K",
        "Dagen, valgt",
        "Dagen 0",
    ]


def test_no_key_is_a_letter_or_alt_gr(frame: Frame) -> None:
    keys = [shortcut.key().toString() for shortcut in frame.findChildren(QShortcut)]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "F8", "F1", "F6", "Ctrl+Z", "Ctrl+Y", "Ctrl+1", "Esc"} <= set(keys)
    for key in keys:
        assert "Ctrl+Alt" not in key
        assert len(key) > 1


def test_an_action_of_a_place_has_its_key(frame: Frame, desk: Desk) -> None:
    press_key(Key.Key_N, CTRL)
    assert desk.last_said == "Kopieret."
    assert frame.current == "today"


# Live switches


def test_the_language_changes_at_once_and_the_focus_stays(
    frame: Frame, desk: Desk, qtbot: QtBot
) -> None:
    frame.go("settings")
    frame.show_panel(Button("Book Dina"), "Dina")
    settle()
    english = button_called(frame.pages, "English")
    english.setFocus()
    with qtbot.waitSignal(frame.spoken):
        english.click()
    settle()
    assert i18n.language() == "en"
    assert frame.top_bar.search.label == "Search or do"
    assert frame.top_bar.undo.label == "Undo: book Dina"
    assert frame.page.heading.title == "Settings"  # type: ignore[union-attr]
    assert frame.windowTitle() == "Settings – BPA Desktop"
    assert _focused() == "English, chosen"
    assert desk.preferences.language == "en"
    assert [button.label for button in frame.panel.findChildren(Button)] == ["Close"]
    desk.change_preferences(language="da")
    settle()
    assert frame.top_bar.search.label == "Søg eller gør"
    labels = [button.label for button in frame.panel.findChildren(Button)]
    assert labels == ["Luk"]


def test_size_text_and_colours_change_at_once(frame: Frame, desk: Desk) -> None:
    assert frame.top_bar.search.height() == 44
    desk.change_preferences(size="gaze", colours="dark")
    settle()
    assert frame.top_bar.search.height() == 72
    image = frame.grab().toImage()
    assert image.pixelColor(frame.width() // 2, frame.height() - 60) == QColor(DARK.background)
    desk.change_preferences(colours="light", size="standard")
    settle()
    image = frame.grab().toImage()
    assert image.pixelColor(frame.width() // 2, frame.height() - 60) == QColor(LIGHT.background)


def test_keys_change_the_size_of_text(frame: Frame, desk: Desk) -> None:
    before = QApplication.font().pointSizeF()
    press_key(Key.Key_Plus, CTRL)
    assert desk.preferences.text_percent == 125
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.25)
    press_key(Key.Key_Minus, CTRL)
    press_key(Key.Key_Minus, CTRL)
    assert desk.preferences.text_percent == 100
    press_key(Key.Key_Plus, CTRL)
    press_key(Key.Key_0, CTRL)
    assert desk.preferences.text_percent == 100
    assert frame.isVisible()


def test_the_eyes_may_rest_in_the_size_for_eye_gaze(frame: Frame, desk: Desk) -> None:
    assert not frame.top_bar.rest.isVisible()
    desk.change_preferences(size="gaze")
    settle()
    assert frame.top_bar.rest.isVisible()
    frame.overlays.open_box()
    frame.top_bar.rest.click()
    settle()
    shown = [button.label for button in frame.findChildren(Button) if button.isVisible()]
    assert shown == ["Vågn op"]
    image = frame.grab().toImage()
    assert image.pixelColor(40, 40) == QColor(LIGHT.background)
    press_key(Key.Key_Space)
    assert frame.top_bar.isVisible()
    assert frame.pages.isVisible()
    assert not frame.overlays.has_box


def test_nothing_is_lost_at_the_smallest_windows(frame: Frame, desk: Desk) -> None:
    for percent in (100, 200):
        desk.change_preferences(text_percent=percent)
        for width, height in ((1280, 400), (960, 540)):
            _show(frame, width, height)
            assert frame.size().width() <= max(width, 960)
            assert frame.height() == height
            assert frame.pages.height() > 60
            for button in frame.top_bar.findChildren(Button):
                if button.isVisible():
                    assert frame.top_bar.rect().contains(button.geometry())


def test_a_control_that_is_scrolled_away_is_scrolled_in_with_the_focus(
    frame: Frame, desk: Desk
) -> None:
    _show(frame, 1280, 300)
    content = QWidget()
    column = QVBoxLayout(content)
    for number in range(20):
        column.addWidget(Button(f"Knap {number}"))
    last = QLineEdit()
    column.addWidget(last)
    desk.show_panel(content, "Lang")
    settle()
    last.setFocus()
    settle()
    assert not last.visibleRegion().isEmpty()
    assert last.visibleRegion().boundingRect().height() == last.height()
