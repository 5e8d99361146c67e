"""The harness counts honestly: it misses nothing that a person would have to do or hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from tests.views import harness
from tests.views.harness import NotThere, Person, SaidWrongly, TooManyActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


class Told:
    """Announcements in a plain list."""

    def __init__(self) -> None:
        self.log: list[str] = []


class Room:
    """A made-up window with one of everything."""

    def __init__(self) -> None:
        self.told = Told()
        self.window = QWidget()
        self.column = QVBoxLayout(self.window)
        self.presses: list[str] = []
        self.field = QLineEdit()
        self.add_field("Start", self.field)
        self.text = QPlainTextEdit()
        self.add_field("Note", self.text)
        self.combo = QComboBox()
        self.combo.addItems(["Basic hours", "Training"])
        self.add_field("Kind", self.combo)
        self.done = self.add_button("Done")
        QShortcut("Ctrl+Z", self.window).activated.connect(lambda: self.say("Undone."))

    def say(self, sentence: str) -> bool:
        self.told.log.append(sentence)
        return True

    def add_field(self, label: str, field: QWidget) -> None:
        words = QLabel(label)
        words.setBuddy(field)
        self.column.addWidget(words)
        self.column.addWidget(field)

    def add_button(
        self, text: str, name: str = "", act: Callable[[], object] | None = None
    ) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.presses.append(text))
        button.clicked.connect(act or (lambda: self.say(f"{text}.")))
        self.column.addWidget(button)
        return button


@pytest.fixture(name="room")
def _room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room.window)
    with qtbot.waitActive(room.window):
        room.window.show()
        room.window.activateWindow()
    return room


@pytest.fixture(name="person")
def _person(room: Room) -> Person:
    return Person(room.window, room.told)


def test_a_press_is_one_action_and_is_heard(room: Room, person: Person) -> None:
    person.press("Done")
    assert room.presses == ["Done"]
    assert person.actions == 1
    assert person.heard == ["Done."]


def test_a_name_may_go_on(room: Room, person: Person) -> None:
    room.add_button("Sick", "Sick, Anna, Monday")
    person.press("Sick")
    assert room.presses == ["Sick"]


@pytest.mark.parametrize("name", ["Save", "Don", "done"])
def test_only_what_is_there_can_be_pressed(person: Person, name: str) -> None:
    with pytest.raises(NotThere, match="0 called"):
        person.press(name)


def test_two_of_a_name_cannot_be_told_apart(room: Room, person: Person) -> None:
    room.add_button("Done")
    with pytest.raises(NotThere, match="2 called"):
        person.press("Done")


def test_what_is_switched_off_or_hidden_cannot_be_pressed(room: Room, person: Person) -> None:
    room.done.setEnabled(False)
    with pytest.raises(NotThere):
        person.press("Done")
    room.done.setEnabled(True)
    room.done.hide()
    with pytest.raises(NotThere):
        person.press("Done")


def test_what_is_covered_cannot_be_pressed(room: Room, person: Person) -> None:
    cover = QWidget(room.window)
    cover.setGeometry(room.window.rect())
    cover.show()
    with pytest.raises(NotThere, match="covered"):
        person.press("Done")


def test_silence_after_an_action_is_wrong(
    room: Room, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(harness, "LONGEST_WORK", 0.05)
    room.add_button("Quiet", act=lambda: None)
    with pytest.raises(SaidWrongly, match="0 sentences"):
        person.press("Quiet")


def test_saying_it_twice_is_wrong(room: Room, person: Person) -> None:
    room.add_button("Loud", act=lambda: [room.say(word) for word in ("Saved.", "Saved.")])
    with pytest.raises(SaidWrongly, match="2 sentences"):
        person.press("Loud")


def test_an_answer_may_take_its_time(room: Room, person: Person) -> None:
    room.add_button("Slow", act=lambda: QTimer.singleShot(120, lambda: room.say("Ready.")))
    person.press("Slow")
    assert person.heard == ["Ready."]


def test_an_entry_is_one_action_however_long(room: Room, person: Person) -> None:
    person.type_into("Start", "7-15")
    assert room.field.text() == "7-15"
    assert person.actions == 1
    assert person.heard == []


def test_an_entry_replaces_what_stood_there(room: Room, person: Person) -> None:
    room.field.setText("something")
    room.text.setPlainText("something")
    person.type_into("Start", "7")
    person.type_into("Note", "Ring")
    assert (room.field.text(), room.text.toPlainText()) == ("7", "Ring")
    assert person.actions == 2
    assert person.reads("Start") == "7"
    assert person.reads("Note") == "Ring"


def test_going_on_in_the_same_field_is_the_same_entry(person: Person) -> None:
    person.type_into("Start", "7")
    person.type_into("Start", "8")
    assert person.actions == 1
    person.press("Done")
    person.type_into("Start", "9")
    assert person.actions == 3


def test_an_entry_may_say_one_thing_but_not_two(room: Room, person: Person) -> None:
    room.field.textEdited.connect(room.say)
    person.type_into("Start", "7")
    with pytest.raises(SaidWrongly):
        person.type_into("Start", "78")


def test_a_choice_takes_two_actions(room: Room, person: Person) -> None:
    chosen: list[int] = []
    room.combo.activated.connect(chosen.append)
    person.choose("Kind", "Training")
    assert person.reads("Kind") == "Training"
    assert chosen == [1]
    assert person.actions == 2
    with pytest.raises(NotThere):
        person.choose("Kind", "Holiday")


def test_a_chord_is_one_action(room: Room, person: Person) -> None:
    room.done.setFocus()
    person.key("Ctrl+Z")
    assert person.actions == 1
    assert person.heard == ["Undone."]


def test_a_scroll_is_an_action_too(room: Room, person: Person) -> None:
    area, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    for number in range(40):
        button = QPushButton(f"Line {number}")
        button.clicked.connect(lambda: room.say("Pressed."))
        column.addWidget(button)
    area.setWidget(inner)
    area.setMinimumHeight(150)
    room.column.addWidget(area)
    person.press("Line 0")
    assert person.actions == 1
    person.press("Line 39")
    assert person.actions == 3


def test_a_journey_has_a_limit(person: Person) -> None:
    with person.journey(most=2):
        person.press("Done")
        person.type_into("Start", "7")
        with pytest.raises(TooManyActions, match="3 of at most 2"):
            person.press("Done")
    assert person.actions == 3
    with person.journey(most=1):
        person.press("Done")
    assert person.actions == 1
    person.press("Done")


def test_a_person_reads_what_is_shown(room: Room, person: Person) -> None:
    assert person.sees("Start")
    assert "Done" in person.words()
    room.done.hide()
    assert "Done" not in person.words()


def test_a_slider_is_not_read(room: Room, person: Person) -> None:
    room.add_field("Size", QSlider())
    with pytest.raises(NotThere, match="no text"):
        person.reads("Size")
