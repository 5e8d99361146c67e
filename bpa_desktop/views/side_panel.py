"""The panel beside the page, about the one thing that was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.focus import focus_first, mark, refocus
from bpa_desktop.views.scroller import Scroller
from bpa_desktop.views.text import HEADING, Text


class SidePanel(QWidget):
    """Shows one widget under a heading; *Close* is its last stop."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card = Card()
        self._title = Text("", "section")
        self._hint = Text("", tone="muted")
        self._close = Button("", "quiet", press=self.closed.emit)
        self._content: QWidget | None = None
        self._card.add(self._title)
        self._card.add(self._hint)
        self._card.add(self._close)
        page = QWidget()
        margins = QVBoxLayout(page)
        margins.setContentsMargins(0, 24, 24, 24)
        margins.addWidget(self._card)
        margins.addStretch(1)
        self._margins = margins
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroller(page))
        self.retranslate()

    @property
    def content(self) -> QWidget | None:
        """What is shown, or None when nothing was chosen."""
        return self._content

    @property
    def title(self) -> str:
        """The heading."""
        return self._title.text()

    def show_content(self, content: QWidget, title: str) -> None:
        """Show ``content``; the focus stays on the same control when it was in here."""
        where = mark(self)
        self._drop()
        self._content = content
        self._title.setText(title)
        self._title.show()
        self._hint.hide()
        self.setAccessibleName(title)
        self._card.add(content)
        content.show()
        self._move_close_last()
        refocus(self, where)

    def _move_close_last(self) -> None:
        """Below the content, for the eye as well as for Tab."""
        self._close.setParent(None)
        self._card.add(self._close)
        self._close.show()

    def show_hint(self) -> None:
        """Say what will stand here."""
        self._drop()
        self._title.setText("")
        self._title.hide()
        self._hint.setText(_("Choose something to see it here."))
        self._hint.show()
        self._close.hide()

    def _drop(self) -> None:
        if self._content is not None:
            self._card.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done here."""
        focus_first(self)

    def set_covering(self, *, on: bool) -> None:
        """Be the screen itself when the panel stands in the place of the page."""
        self._title.setProperty(HEADING, 1 if on else 2)
        margins = self._margins.contentsMargins()
        margins.setLeft(24 if on else 0)
        self._margins.setContentsMargins(margins)

    def retranslate(self) -> None:
        """Show every word in the language that is spoken now."""
        self._close.set_label(_("Close"))
