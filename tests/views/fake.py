"""Stand-ins for an open file and for places, so that the window can be tried without records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bpa_desktop.errors import BpaError
from bpa_desktop.views.actions import Action, Offer
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.page import Page
from bpa_desktop.views.place import Place
from bpa_desktop.views.tool_places import HELP, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.desk import Desk


class Refused(BpaError):
    sentence = "It is locked."


class FakeFile:
    """What the window needs of an open file, with a history of made-up actions."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.read_only = read_only
        self.done = ["book Dina"]
        self.undone: list[str] = []
        self.holes = 2
        self.refuses = False
        self._observers: list[Callable[[frozenset[str]], None]] = []

    @property
    def today(self) -> dt.date:
        return dt.date(2026, 3, 16)

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 3, 16, 9)  # noqa: DTZ001 - wall clock time

    def undo_text(self) -> str | None:
        return self.done[-1] if self.done else None

    def redo_text(self) -> str | None:
        return self.undone[-1] if self.undone else None

    def undo(self) -> str:
        if self.refuses:
            raise Refused
        self.undone.append(self.done.pop())
        self.announce("shift")
        return f"Fortrudt: {self.undone[-1]}."

    def redo(self) -> str:
        self.done.append(self.undone.pop())
        self.announce("shift")
        return f"Gjort igen: {self.done[-1]}."

    def aside(self) -> str:
        return ""

    def subscribe(self, observer: Callable[[frozenset[str]], None], /) -> Callable[[], None]:
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def announce(self, *topics: str) -> None:
        for observer in tuple(self._observers):
            observer(frozenset(topics))

    @property
    def listeners(self) -> int:
        return len(self._observers)


class SamplePage(Page):
    """A page with a few buttons; counts how often it was read."""

    TOPICS = frozenset({"shift"})

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk)
        self.title = title
        self.reads = 0

    def refresh(self) -> None:
        self.reads += 1
        self.heading.say(self.title, "Alt er i orden.")
        card = Card("Knapper")
        for number in range(3):
            card.add(Button(f"{self.title} {number}"))
        self.fill(card)


def _place(key: str, title: str, icon: str, **more: object) -> Place:
    return Place(
        key=key,
        title=title,
        icon=icon,
        synonyms=f"{key} one, {key} two",
        build=lambda desk: SamplePage(desk, title),
        help=f"Hjælp til {title}.",
        **more,  # type: ignore[arg-type]
    )


def _actions(desk: Desk) -> Sequence[Action]:
    return [
        Action(
            key="copy-week",
            title="Copy last week",
            synonyms="duplicate, same as before",
            run=lambda: desk.say("Kopieret."),
            shortcut="Ctrl+N",
        )
    ]


def _suggest(desk: Desk, text: str) -> Sequence[Offer]:
    if "anna" not in text.casefold():
        return []
    return [Offer(text="Meld syg – Anna", run=lambda: desk.say("Anna er meldt syg."))]


def sample_places(file: FakeFile) -> tuple[Place, ...]:
    return (
        _place("today", "Dagen", "house"),
        _place(
            "roster",
            "Planen",
            "calendar-days",
            badge=lambda _desk: file.holes,
            badge_words=lambda count: f"{count} huller",
            keeps_panel=True,
            actions=_actions,
            suggest=_suggest,
        ),
        _place("papers", "Papirer", "folder-output"),
        SETTINGS,
        HELP,
    )


def settle(widget: QWidget | None = None) -> None:
    """Let Qt lay out and show what was asked for."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if widget is not None:
        widget.ensurePolished()


def press_key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press ``key`` where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)
    settle()


def button_called(root: QWidget, label: str) -> Button:
    """The one shown button that reads ``label``."""
    (found,) = [
        button
        for button in root.findChildren(Button)
        if button.label == label and button.isVisibleTo(root)
    ]
    return found


def corner(widget: QWidget, window: QWidget) -> QPoint:
    return widget.mapTo(window, QPoint(0, 0))
