"""The panel beside the page, about the one thing that was chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.focus import focus_first, mark, refocus
from bpa_desktop.views.scroller import Scroller
from bpa_desktop.views.text import HEADING, Text

if TYPE_CHECKING:
    from collections.abc import Callable

_MARGIN = 24


class SidePanel(QWidget):
    """Shows one widget under a heading; *Close* is its last stop.

    What it is made of is built when something is first shown in it.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._is_covering = False

    @cached_property
    def _sheet(self) -> _Sheet:
        sheet = _Sheet(self.closed.emit)
        sheet.set_covering(on=self._is_covering)
        self._scroller = Scroller(sheet)
        self._column.addWidget(self._scroller)
        return sheet

    @property
    def _is_built(self) -> bool:
        return "_sheet" in vars(self)

    @property
    def content(self) -> QWidget | None:
        """What is shown, or None when nothing was chosen."""
        return self._sheet.content if self._is_built else None

    @property
    def title(self) -> str:
        """The heading."""
        return self._sheet.title.text() if self._is_built else ""

    def show_content(self, content: QWidget, title: str) -> None:
        """Show ``content``; the focus stays on the same control when it was in here.

        What is opened anew begins with its title, wherever what stood here was scrolled to.
        """
        where, is_same = mark(self), title == self.title
        self.setAccessibleName(title)
        self._sheet.show_content(content, title)
        if where is None or not is_same:
            self._scroller.begin()
        refocus(self, where)

    def show_hint(self) -> None:
        """Say what will stand here."""
        self._sheet.show_hint()

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done here."""
        focus_first(self)

    def set_covering(self, *, on: bool) -> None:
        """Be the screen itself when the panel stands in the place of the page."""
        self._is_covering = on
        if self._is_built:
            self._sheet.set_covering(on=on)

    def retranslate(self) -> None:
        """Show every word in the language that is spoken now."""
        if self._is_built:
            self._sheet.retranslate()


class _Sheet(QWidget):
    """A card with a heading, the content or a hint, and *Close*."""

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self.title = Text("", "section")
        self.content: QWidget | None = None
        self._hint = Text("", tone="muted")
        self._close = Button("", "quiet", press=close)
        self._card = Card()
        self._card.add(self.title)
        self._card.add(self._hint)
        self._card.add(self._close)
        self._margins = QVBoxLayout(self)
        self._margins.setContentsMargins(0, _MARGIN, _MARGIN, _MARGIN)
        self._margins.addWidget(self._card)
        self._margins.addStretch(1)
        self.retranslate()

    def show_content(self, content: QWidget, title: str) -> None:
        """Show ``content`` under ``title`` in place of what was shown."""
        self._drop()
        self.content = content
        self.title.setText(title)
        self.title.show()
        self._hint.hide()
        self._card.add(content)
        content.show()
        self._move_close_last()

    def _move_close_last(self) -> None:
        """Below the content, for the eye as well as for Tab."""
        self._close.setParent(None)
        self._card.add(self._close)
        self._close.show()

    def show_hint(self) -> None:
        """Say what will stand here."""
        self._drop()
        self.title.setText("")
        self.title.hide()
        self._hint.setText(_("Choose something to see it here."))
        self._hint.show()
        self._close.hide()

    def _drop(self) -> None:
        if self.content is not None:
            self._card.column.removeWidget(self.content)
            self.content.hide()
            self.content.deleteLater()
            self.content = None

    def set_covering(self, *, on: bool) -> None:
        """The heading is the screen's own, and the margins are even, when it covers the page."""
        self.title.setProperty(HEADING, 1 if on else 2)
        margins = self._margins.contentsMargins()
        margins.setLeft(_MARGIN if on else 0)
        self._margins.setContentsMargins(margins)

    def retranslate(self) -> None:
        """Name the button in the language that is spoken now."""
        self._close.set_label(_("Close"))
