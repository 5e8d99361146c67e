"""Help in short sentences: every place, every way to steer, every shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import N_, _
from bpa_desktop.views.actions import spoken_keys
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row, Rows
from bpa_desktop.views.marks import KeyCap
from bpa_desktop.views.page import PAGE_SPACING, Page
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.views.desk import Desk

_KEY_LETTERS = 12
_NAME_LETTERS = 22

WAYS = (
    N_("Press F8 to see a number on everything. Write or say the number and press Enter."),
    N_("Press Ctrl K and write what you want to do. Loose words are enough."),
    N_("Tab goes from group to group. The arrows move inside a group. Enter presses."),
    N_("F6 jumps between the bar, the places, the page and the panel. Esc closes what is open."),
    N_("You never need to drag, press twice or hold a button down. Nothing runs on time."),
    N_("Everything can be undone with Ctrl Z, also tomorrow."),
    N_("Buttons and text can be made larger in Settings. There is a size for eye gaze."),
)
WITHIN = (
    (N_("Arrows"), N_("Move inside a group of buttons or in the roster")),
    (N_("Home and End"), N_("First and last in the row")),
    (N_("Ctrl Home and Ctrl End"), N_("First and last row of the roster")),
    (N_("Page Up and Page Down"), N_("The week before and the week after")),
)


class HelpPage(Page):
    """Made from the places and the actions, so that nothing is missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.add(Button(_("Back"), icon="arrow-left", press=desk.go_back))

    def refresh(self) -> None:
        """Write all of it."""
        self.heading.say(_("Help"), _("Everything can be done with buttons, keys or numbers."))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PAGE_SPACING)
        for card in (self._ways(), self._places(), self._keys()):
            column.addWidget(card)
        self.fill(content)

    def _ways(self) -> Card:
        card = Card(_("Ways to steer"))
        for sentence in WAYS:
            card.add(Text(_(sentence)))
        return card

    def _places(self) -> Card:
        rows = Rows(_("The places"))
        for place in self.desk.places:
            rows.add(_line(Text(_(place.title), "strong"), _(place.help), _NAME_LETTERS))
        return rows

    def _keys(self) -> Card:
        rows = Rows(_("Keyboard shortcuts"))
        for keys, meaning in self._shortcuts():
            rows.add(_line(KeyCap(keys), meaning, _KEY_LETTERS))
        return rows

    def _shortcuts(self) -> Sequence[tuple[str, str]]:
        named = [
            (spoken_keys(action.shortcut), action.text)
            for action in self.desk.actions
            if action.shortcut
        ]
        return [*named, *((_(keys), _(meaning)) for keys, meaning in WITHIN)]


def _line(left: QWidget, text: str, letters: int) -> Row:
    row = Row()
    row.add(left, chars=letters, most=letters * 2)
    row.add(Text(text), stretch=True)
    return row
