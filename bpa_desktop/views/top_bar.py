"""The bar on top: search, undo, numbers, help and settings, always in the same order."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from bpa_desktop.i18n import _
from bpa_desktop.views import paint
from bpa_desktop.views.button import Button
from bpa_desktop.views.flow import Flow
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.theme import colours_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from bpa_desktop.views.desk import Desk

_SEARCH_LETTERS = 38
_UNDO_LETTERS = 32
"""More, and the bar grows over a page in the largest size; the history tells the rest."""


class Tools(NamedTuple):
    """What the buttons of the bar do."""

    menu: Callable[[], object]
    search: Callable[[], object]
    undo: Callable[[], object]
    numbers: Callable[[], object]
    help: Callable[[], object]
    settings: Callable[[], object]
    rest: Callable[[], object]


class TopBar(QWidget):
    """One Tab stop; arrows move. It wraps into two rows when the words are large."""

    def __init__(self, desk: Desk, tools: Tools) -> None:
        super().__init__()
        self._desk = desk
        self.menu = Button("", icon="menu", press=tools.menu)
        self.search = Button("", icon="search", press=tools.search)
        self.undo = Button("", icon="undo-2", press=tools.undo)
        self.numbers = Button("", icon="hash", press=tools.numbers)
        self.rest = Button("", icon="moon", press=tools.rest)
        self.help = Button("", icon="circle-question-mark", press=tools.help)
        self.settings = Button("", icon="settings", press=tools.settings)
        self._read_only = Pill("", "info")
        self._space = QWidget()
        self._lay_out()
        self._roving = Roving(self._buttons())
        self.menu.hide()
        self.rest.hide()
        self.retranslate()

    def _buttons(self) -> list[Button]:
        return [
            self.menu,
            self.search,
            self.undo,
            self.numbers,
            self.rest,
            self.help,
            self.settings,
        ]

    def _lay_out(self) -> None:
        flow = Flow()
        flow.setContentsMargins(16, 8, 16, 8)
        self.setLayout(flow)
        flow.add(self.menu)
        flow.add(self.search, most=_SEARCH_LETTERS, stretch=True)
        flow.add(self._read_only)
        flow.add(self._space, stretch=True)
        for button in self._buttons()[2:]:
            flow.add(button)

    def retranslate(self) -> None:
        """Show every word in the language that is spoken now."""
        self.setAccessibleName(_("Tools"))
        self.show_menu(is_open=False)
        self.search.set_label(_("Search or do"))
        self.search.set_note(_("Ctrl K"), "key")
        self.numbers.set_label(_("Show numbers"))
        self.numbers.set_note("F8", "key")
        self.rest.set_label(_("Rest"))
        self.help.set_label(_("Help"))
        self.help.set_note("F1", "key")
        self.settings.set_label(_("Settings"))
        self._read_only.setText(_("Read only"))
        self.refresh()

    def refresh(self) -> None:
        """Name what undo would take back."""
        what = self._desk.undo_text
        text = _("Undo: {what}").format(what=_shortened(what)) if what else _("Undo")
        self.undo.set_label(text)
        self.undo.setEnabled(what is not None and not self._desk.read_only)
        self._read_only.setVisible(self._desk.read_only)

    def show_menu(self, *, is_open: bool) -> None:
        """Say what the menu button does now."""
        self.menu.set_label(_("Close menu") if is_open else _("Menu"))
        self.menu.set_icon("x" if is_open else "menu")

    def button(self, key: str) -> Button | None:
        """The button that leads to the place called ``key``."""
        return {"help": self.help, "settings": self.settings}.get(key)

    def show_current(self, key: str) -> None:
        """Mark the place called ``key`` as the one that is shown."""
        for each in ("help", "settings"):
            button = self.button(each)
            if button is not None:
                button.set_kind("chosen" if each == key else "plain")

    def has_menu(self, *, on: bool) -> None:
        """Show the menu button in the place of the navigation."""
        self.menu.setVisible(on)
        self._roving.settle()

    def has_rest(self, *, on: bool) -> None:
        """Show the button that lets the eyes rest."""
        self.rest.setVisible(on)
        self._roving.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A surface with a line below."""
        colours = colours_of(self.palette())
        painter = QPainter(self)
        paint.ground(painter, self.rect(), colours.surface)
        painter.setPen(QPen(QColor(colours.hairline), colours.edge))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


def _shortened(what: str) -> str:
    """Whole words only, with dots where there are more."""
    return textwrap.shorten(what, _UNDO_LETTERS, placeholder=" …")
