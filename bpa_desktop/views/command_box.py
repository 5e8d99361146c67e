"""The box of Ctrl+K: write what you want, and press one of the lines that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import PageHeading, Row
from bpa_desktop.views.field import Field
from bpa_desktop.views.page import PAGE_MARGIN, PAGE_SPACING
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from bpa_desktop.views.actions import Offer

_MOST = 7
_WIDEST = 66


class CommandBox(QWidget):
    """Stands in the place of the page while it is open; Esc or *Close* puts it away.

    ``search`` gives the offers for a text, best first. Enter takes the first one, arrow down goes
    to the lines.
    """

    closed = Signal()

    def __init__(
        self, search: Callable[[str, int], Sequence[Offer]], announce: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._search = search
        self._announce = announce
        self._offers: Sequence[Offer] = ()
        self._roving = Roving()
        self.is_open = False
        self.field = _Field(self._down)
        self.field.textChanged.connect(self._show_offers)
        self.field.returnPressed.connect(self._take_first)
        self.heading = PageHeading("")
        self._label = Field("", self.field)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._nothing = Text("", tone="muted")
        self._close = Button("", "quiet", press=self.close_box)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = QWidget()
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAGE_SPACING)
        for part in (self._label, self._lines, self._nothing, self._close):
            column.addWidget(part)
        row = Row()
        row.add(narrow, most=_WIDEST, stretch=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[PAGE_MARGIN] * 4)
        page.setSpacing(PAGE_SPACING)
        page.addWidget(self.heading)
        page.addWidget(row)
        page.addStretch(1)

    def open_box(self) -> None:
        """Show the box with an empty field, in the language that is spoken now."""
        self.is_open = True
        self.heading.say(_("Search or do"), _("Loose words are enough."))
        self._label.set_label(_("What do you want to do?"))
        self._close.set_label(_("Close search"))
        self._nothing.setText(_("Nothing fits. Try another word."))
        self.field.clear()
        self._show_offers("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_box(self) -> None:
        """Put the box away."""
        if self.is_open:
            self.is_open = False
            self.closed.emit()

    @property
    def offers(self) -> Sequence[Offer]:
        """The lines that are shown, best first."""
        return self._offers

    def _show_offers(self, text: str) -> None:
        self._offers = self._search(text, _MOST)
        for button in self._lines.findChildren(Button):
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        buttons = [self._line(offer) for offer in self._offers]
        self._roving.set_buttons(buttons)
        self._nothing.setVisible(not buttons)
        if text.strip():
            self._announce(self._summary())

    def _summary(self) -> str:
        if not self._offers:
            return self._nothing.text()
        count = ngettext("{n} suggestion.", "{n} suggestions.", len(self._offers))
        return f"{self._offers[0].text}. {count}"

    def _line(self, offer: Offer) -> Button:
        button = Button(offer.text, icon=offer.icon, press=lambda: self._take(offer))
        button.set_leading()
        if offer.note:
            button.set_note(offer.note, "key")
        self._column.addWidget(button)
        button.show()
        return button

    def _take_first(self) -> None:
        if self._offers:
            self._take(self._offers[0])

    def _take(self, offer: Offer) -> None:
        self.close_box()
        offer.run()

    def _down(self) -> None:
        if self._roving.current is not None:
            self._roving.current.setFocus(Qt.FocusReason.OtherFocusReason)


class _Field(QLineEdit):
    """A line whose arrow down leads to the suggestions."""

    def __init__(self, down: Callable[[], None]) -> None:
        super().__init__()
        self._down = down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down leaves the field."""
        if event.key() == Qt.Key.Key_Down:
            self._down()
        else:
            super().keyPressEvent(event)
