"""The desk: what a page may use of the window, and what it tells a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from bpa_desktop.services.preferences import Preferences
from bpa_desktop.views import announce
from bpa_desktop.views.desk import Desk
from tests.views.fake import FakeFile

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleAnnouncementEvent
    from pytestqt.qtbot import QtBot


def test_a_sentence_is_shown_and_announced_once(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.said) as said:
        desk.say("Dina er booket.")
    assert said.args == ["Dina er booket.", "ok"]
    assert list(desk.announcer.log) == ["Dina er booket."]
    assert desk.last_said == "Dina er booket."


def test_an_announcement_is_polite(monkeypatch: pytest.MonkeyPatch) -> None:
    posted: list[QAccessibleAnnouncementEvent] = []

    class Spy:
        AnnouncementPoliteness = QAccessible.AnnouncementPoliteness
        updateAccessibility = staticmethod(posted.append)  # noqa: N815 - Qt's own name

    monkeypatch.setattr(QtGui, "QAccessible", Spy)
    speaker = QObject()
    announce.Announcer(speaker).say("Gemt.")
    (event,) = posted
    assert event.message() == "Gemt."
    assert event.politeness() == QAccessible.AnnouncementPoliteness.Polite


def test_the_log_does_not_grow_without_end() -> None:
    announcer = announce.Announcer(QObject())
    for number in range(1000):
        announcer.say(str(number))
    assert len(announcer.log) == 200
    assert announcer.log[-1] == "999"


def test_changes_of_the_file_reach_the_pages(desk: Desk, file: FakeFile, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.changed) as changed:
        file.announce("shift", "absence")
    assert changed.args == [frozenset({"shift", "absence"})]


def test_another_file_takes_the_place_of_the_first(
    desk: Desk, file: FakeFile, qtbot: QtBot
) -> None:
    other = FakeFile(read_only=True)
    assert not desk.read_only
    with qtbot.waitSignal(desk.changed) as changed:
        desk.open(other)
    assert changed.args == [frozenset()]
    assert (file.listeners, other.listeners) == (0, 1)
    assert desk.session is other
    assert desk.read_only


def test_without_a_file_nothing_can_be_read_or_undone() -> None:
    empty = Desk(Preferences())
    assert not empty.has_session
    assert not empty.read_only
    assert empty.undo_text is None
    empty.undo()
    empty.redo()
    assert list(empty.announcer.log) == []
    with pytest.raises(RuntimeError, match="no file is open"):
        _ = empty.session


def test_leaving_stops_listening(desk: Desk, file: FakeFile) -> None:
    desk.leave()
    assert file.listeners == 0
    assert not desk.has_session


def test_undo_and_redo_say_what_they_did(desk: Desk) -> None:
    assert desk.undo_text == "book Dina"
    desk.undo()
    assert desk.last_said == "Fortrudt: book Dina."
    assert desk.undo_text is None
    desk.redo()
    assert desk.last_said == "Gjort igen: book Dina."


def test_a_refusal_is_said_and_changes_nothing(desk: Desk, file: FakeFile, qtbot: QtBot) -> None:
    file.refuses = True
    with qtbot.waitSignal(desk.said) as said:
        desk.undo()
    assert said.args == ["It is locked.", "warn"]
    assert file.done == ["book Dina"]


def test_an_attempt_tells_whether_it_worked(desk: Desk, file: FakeFile) -> None:
    assert desk.attempt(lambda: "Gemt.")
    assert desk.attempt(lambda: None)
    file.refuses = True
    assert not desk.attempt(file.undo)
    assert list(desk.announcer.log) == ["Gemt.", "It is locked."]


def test_preferences_are_kept_once_and_only_when_they_differ(
    appearance: object, qtbot: QtBot
) -> None:
    del appearance
    saved: list[Preferences] = []
    desk = Desk(Preferences(), save=saved.append)
    with qtbot.waitSignal(desk.preferences_changed):
        desk.change_preferences(text_percent=150)
    desk.change_preferences(text_percent=150)
    assert saved == [Preferences(text_percent=150)]
    assert desk.preferences.text_percent == 150
    kept_nowhere = Desk(Preferences())
    kept_nowhere.change_preferences(size="gaze")
    assert kept_nowhere.preferences.size == "gaze"


def test_wishes_are_passed_on(desk: Desk, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(desk.place_wanted) as place:
        desk.go("roster")
    with qtbot.waitSignal(desk.panel_wanted) as panel:
        desk.show_panel(widget, "Vagt", take_focus=False)
    with qtbot.waitSignal(desk.panel_unwanted):
        desk.close_panel()
    with qtbot.waitSignal(desk.back_wanted):
        desk.go_back()
    assert place.args == ["roster"]
    assert panel.args == [widget, "Vagt", False]
