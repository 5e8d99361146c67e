"""How many hours each helper has in the days that are shown, below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout

from bpa_desktop.i18n import _, hours
from bpa_desktop.services.week import DAYS_IN_WEEK
from bpa_desktop.services.wish_words import hours_limit
from bpa_desktop.views.card import Card
from bpa_desktop.views.marks import MarkedText
from bpa_desktop.views.style import sizes_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.week import Roster

_MANY: Final = 3
_FEW: Final = 2
_LARGE_TEXT: Final = 125
"""Per cent of text above which the hours stand in few columns."""


class RosterTotals(Card):
    """How many hours each helper has in the days, in columns; the marks tell who is who."""

    def __init__(self, roster: Roster) -> None:
        super().__init__(_("Hours of each helper"))
        self._texts = list(_texts(roster))
        self._lines = QGridLayout()
        self.column.addLayout(self._lines)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger words stand in fewer columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def _lay_out(self) -> None:
        columns = _FEW if sizes_for(self).text_percent > _LARGE_TEXT else _MANY
        for at, text in enumerate(self._texts):
            self._lines.addWidget(text, at // columns, at % columns)


def _texts(roster: Roster) -> Iterator[MarkedText]:
    for row in roster.rows:
        if row.helper is not None and row.sign is not None:
            amount = _("{hours} h").format(hours=hours(row.minutes))
            text = f"{row.helper.first_name} {amount}"
            found = roster.week_hours.get((row.helper.id, roster.first))
            if found is not None and len(roster.days) <= DAYS_IN_WEEK:
                text = f"{text}, {hours_limit(found)}"
            yield MarkedText(text, row.sign.letters, row.sign.number)
