"""What lies over the window for a while: the command box, the numbers, and the screen for rest."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from bpa_desktop.views.actions import find
from bpa_desktop.views.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.actions import Offer
    from bpa_desktop.views.command_box import CommandBox
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.numbers import Numbers
    from bpa_desktop.views.panes import Panes
    from bpa_desktop.views.rest import Rest
    from bpa_desktop.views.top_bar import TopBar


class Overlays(QObject):
    """Each is built on its first use."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._before_box: QWidget | None = None

    def lie_over(self, top_bar: TopBar, panes: Panes, status: QWidget) -> None:
        """The parts of the window that give way."""
        self._top_bar, self._panes, self._parts = top_bar, panes, (top_bar, panes, status)

    @cached_property
    def box(self) -> CommandBox:
        """The box where anything can be found."""
        from bpa_desktop.views.command_box import CommandBox  # noqa: PLC0415 - on first use

        box = CommandBox(self._search, self._desk.announcer.say)
        box.closed.connect(self._box_closed)
        self._scroller = Scroller(box)
        self._scroller.setParent(self._panes)
        return box

    @cached_property
    def numbers(self) -> Numbers:
        """The numbers on every control."""
        from bpa_desktop.views.numbers import Numbers  # noqa: PLC0415 - on first use

        return Numbers(self._window, self._desk.announcer.say)

    @cached_property
    def rest(self) -> Rest:
        """The screen without targets."""
        from bpa_desktop.views.rest import Rest  # noqa: PLC0415 - on first use

        rest = Rest()
        rest.woken.connect(self.end_rest)
        self._parts[0].parentWidget().layout().addWidget(rest)  # type: ignore[union-attr]
        return rest

    @property
    def has_numbers(self) -> bool:
        """Whether the numbers are on the screen."""
        return "numbers" in vars(self) and self.numbers.is_shown

    @property
    def has_box(self) -> bool:
        """Whether the command box is open."""
        return "box" in vars(self) and self.box.is_open

    def close_one(self) -> bool:
        """Put away what lies on top; false when nothing does."""
        if self.has_numbers:
            self.numbers.hide()
        elif self.has_box:
            self.box.close_box()
        else:
            return False
        return True

    def toggle_numbers(self) -> None:
        """Show a number on every control, or hide them."""
        self.numbers.toggle()

    def open_box(self) -> None:
        """Open the box where anything can be found."""
        box = self.box
        if not box.is_open:
            self._before_box = QApplication.focusWidget()
        self._panes.set_cover(self._scroller)
        box.open_box()

    def close_box(self) -> None:
        """Put the box away; nothing happens when it is not open."""
        if self.has_box:
            self.box.close_box()

    def _search(self, text: str, most: int) -> list[Offer]:
        offers: list[Offer] = []
        for place in self._desk.places:
            if place.suggest is not None and text.strip() and self._desk.has_session:
                offers.extend(place.suggest(self._desk, text))
        usable = [action for action in self._desk.actions if action.key != "search"]
        return [*offers[:most], *find(text, usable, most)][:most]

    def _box_closed(self) -> None:
        before, self._before_box = self._before_box, None
        self._panes.set_cover(None)
        give_focus(before)

    def begin_rest(self) -> None:
        """Blank every target."""
        while self.close_one():
            pass
        for part in self._parts:
            part.hide()
        self.rest.begin()

    def end_rest(self) -> None:
        """Show everything again."""
        self.rest.hide()
        for part in self._parts:
            part.show()
        give_focus(self._top_bar.rest)


def give_focus(widget: QWidget | None, otherwise: Callable[[], object] = lambda: None) -> None:
    """Put the focus on ``widget``, or do what else can be done when it is gone."""
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        otherwise()
