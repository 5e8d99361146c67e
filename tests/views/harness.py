"""Drives the window as a person does: by what things are called, counting every action.

One action is a press, a key chord, or one uninterrupted entry in a field. A scroll is one too.
After each action but an entry exactly one sentence must have been announced.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from tests.views.audit.tree import (
    INPUTS,
    buttons,
    called,
    known_as,
    lineage,
    name_of,
    pressables,
    scroll_area_of,
    seen_in,
    shown,
    words_on,
)
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

LONGEST_WORK: Final = 30.0
"""Seconds after which an announcement is given up."""


class Announcements(Protocol):
    """Where announced sentences are collected."""

    @property
    def log(self) -> Sequence[str]:
        """Every sentence so far, the newest last."""


class NotThere(AssertionError):
    """Nothing of that name can be pressed or written in, or more than one thing."""


class TooManyActions(AssertionError):
    """The way took more actions than it may."""


class SaidWrongly(AssertionError):
    """After an action nothing was announced, or more than one sentence."""


class Person:
    """Somebody in front of ``window`` who knows only names.

    ``actions`` counts from the last `begin`; ``heard`` are the sentences announced since then.
    """

    def __init__(self, window: QWidget, announcements: Announcements) -> None:
        self.window = window
        self.actions = 0
        self.heard: list[str] = []
        self._announcements = announcements
        self._most: int | None = None
        self._writing_in: QWidget | None = None

    @contextmanager
    def journey(self, most: int) -> Iterator[Person]:
        """Count from here; fail as soon as more than ``most`` actions were needed."""
        self.actions, self.heard, self._most = 0, [], most
        self._writing_in = None
        try:
            yield self
        finally:
            self._most = None

    def press(self, name: str) -> None:
        """Press the one button called ``name``, or whose name goes on after it."""
        settle(self.window)
        button = self._the_one(name, buttons(self.window))
        self._bring_into_sight(button)
        self._must_be_on_top(button)
        with self._action():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_into(self, label: str, text: str) -> None:
        """Write ``text`` over what stands in the field called ``label``."""
        field = self._the_one(label, self._inputs(QLineEdit, QPlainTextEdit))
        self._bring_into_sight(field)
        if field is not self._writing_in:
            self._count()
        self._writing_in = field
        before = len(self._announcements.log)
        field.setFocus()
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.selectAll()
        QTest.keyClicks(field, text)
        settle(self.window)
        if self._hear(before) > 1:
            raise SaidWrongly(f"writing in {label}: {self.heard}")

    def choose(self, label: str, option: str) -> None:
        """Open the choice box called ``label`` and take ``option``: two actions."""
        combo = self._the_one(label, self._inputs(QComboBox))
        if not isinstance(combo, QComboBox) or combo.findText(option) < 0:
            raise NotThere(f"{label} offers no {option}")
        self._bring_into_sight(combo)
        self._count()
        with self._action(least=0):
            combo.setFocus()
            combo.setCurrentIndex(combo.findText(option))
            combo.activated.emit(combo.currentIndex())

    def key(self, keys: str) -> None:
        """Press a chord such as ``Ctrl+Z``."""
        with self._action():
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))

    def sees(self, text: str) -> bool:
        """Whether ``text`` stands somewhere on the screen."""
        return any(text in words for words in self.words())

    def words(self) -> list[str]:
        """Everything that can be read, in the order of the screen."""
        widgets = shown(self.window)
        labels = [one.text() if isinstance(one, QLabel) else words_on(one) for one in widgets]
        return [label for label in labels if label]

    def reads(self, label: str) -> str:
        """What stands in the field called ``label``."""
        field = self._the_one(label, self._inputs(*INPUTS))
        if isinstance(field, QLineEdit):
            return field.text()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        if isinstance(field, QComboBox):
            return field.currentText()
        raise NotThere(f"{label} holds no text")

    def _inputs(self, *kinds: type[QWidget]) -> list[QWidget]:
        settle(self.window)
        return [one for one in pressables(self.window) if isinstance(one, kinds)]

    def _the_one(self, name: str, widgets: Iterable[QWidget]) -> QWidget:
        known = {widget: _names(widget) for widget in widgets}
        exact = [one for one, names in known.items() if name in names]
        longer = [one for one, names in known.items() if _goes_on(name, names)]
        found = exact or longer
        if len(found) != 1:
            there = sorted(next(iter(names), "") for names in known.values())
            raise NotThere(f"{len(found)} called '{name}' among: {'; '.join(there)}")
        return found[0]

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is seen, which is an action."""
        areas = []
        area = scroll_area_of(widget)
        while area is not None:
            areas.append(area)
            area = scroll_area_of(area)
        middle = widget.mapTo(self.window, widget.rect().center())
        if seen_in(widget, self.window).contains(middle):
            return
        self._count()
        for one in areas:
            one.ensureWidgetVisible(widget)
        settle(self.window)

    def _must_be_on_top(self, widget: QWidget) -> None:
        """A press must land on ``widget`` and not on what lies over it."""
        middle = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(middle)
        if hit is None or widget not in lineage(hit):
            over = called(hit) if hit is not None else "nothing"
            raise NotThere(f"{called(widget)} is covered by {over}")

    @contextmanager
    def _action(self, least: int = 1) -> Iterator[None]:
        """Count an action and wait for the one sentence that tells what came of it."""
        self._writing_in = None
        self._count()
        before = len(self._announcements.log)
        yield
        settle(self.window)
        limit = time.monotonic() + LONGEST_WORK * least
        while len(self._announcements.log) == before and time.monotonic() < limit:
            QTest.qWait(5)
            settle(self.window)
        said = self._hear(before)
        if not least <= said <= 1:
            raise SaidWrongly(f"{said} sentences: {self.heard[-said:] if said else ''}")

    def _hear(self, before: int) -> int:
        new = list(self._announcements.log)[before:]
        self.heard += new
        return len(new)

    def _count(self) -> None:
        self.actions += 1
        if self._most is not None and self.actions > self._most:
            raise TooManyActions(f"action {self.actions} of at most {self._most}")


def _names(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractButton):
        return [name_of(widget), words_on(widget)]
    return [known_as(widget)]


def _goes_on(name: str, names: Sequence[str]) -> bool:
    return any(one.startswith(f"{name},") for one in names)
