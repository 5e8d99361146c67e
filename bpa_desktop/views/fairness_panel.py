"""The side panel that compares the helpers: nights, weekends, public holidays, and hours."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from bpa_desktop.documents.phrases import days_words
from bpa_desktop.i18n import _
from bpa_desktop.services.fairness import agreed_hours, agreed_text, fairness, year_of
from bpa_desktop.services.year import whole
from bpa_desktop.views.card import Card, Row, Rows
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.services.fairness import Fairness, Share
    from bpa_desktop.views.desk import Desk

    Days = tuple[dt.date, dt.date]

_ONE_DAY: Final = dt.timedelta(days=1)
_GAP: Final = 12
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PERIOD: Final = "period"
YEAR: Final = "year"


def open_fairness(desk: Desk, first: dt.date, end: dt.date) -> None:
    """Compare the helpers beside the page, over the days shown; the year is one press away."""
    panel = _shown(desk, (first, end), PERIOD)
    desk.announcer.say(f"{panel.title}. {panel.found.sentence()}")


def _shown(desk: Desk, days: Days, span: str) -> FairnessPanel:
    panel = FairnessPanel(desk, days, span)
    desk.show_panel(panel, panel.title, take_focus=False)
    return panel


class FairnessPanel(LivePanel):
    """The sentence first, then the numbers it is about, then hours against what was agreed."""

    def __init__(self, desk: Desk, days: Days, span: str) -> None:
        super().__init__(desk, lambda: _shown(desk, days, span))
        self.title = _("Fairness")
        self._days = days
        self.found = fairness(
            desk.session, *(year_of(desk.session, days[0]) if span == YEAR else days)
        )
        options = [(PERIOD, _("The days shown")), (YEAR, _("The year so far as planned"))]
        self.add(Choice(_("Compare"), options, span, self._choose))
        last = self.found.end - _ONE_DAY
        self.add(Text(days_words(self.found.first, last), tone="muted"))
        if not self.found.shares:
            self.add(Text(_("Nobody is employed in these days.")))
            return
        self.add(Text(self.found.sentence(), "strong"))
        self.add(_burdens(self.found))
        self.add(_hours(self.found))

    def _choose(self, span: str) -> None:
        panel = _shown(self.desk, self._days, span)
        self.desk.say(panel.found.sentence(), "info")


def _burdens(found: Fairness) -> Card:
    """A line for each helper: how many nights, weekend shifts and shifts on public holidays.

    The name of a line says the whole of it, because labels know nothing of heads.
    """
    card = Card(_("Shifts"))
    table = QGridLayout()
    table.setHorizontalSpacing(_GAP)
    table.setColumnStretch(0, 1)
    _add_line(table, 0, Text(_("Helper"), "label"), _heads())
    for line, share in enumerate(found.shares, start=1):
        load = share.load
        name = Text(share.helper.first_name)
        name.setAccessibleName(_spoken(share))
        _add_line(table, line, name, map(str, (load.nights, load.weekends, load.holidays)))
    card.column.addLayout(table)
    return card


def _heads() -> tuple[str, ...]:
    return _("Night"), _("Weekend"), _("Public holiday")


def _spoken(share: Share) -> str:
    text = _("{who}: nights {nights}, weekends {weekends}, public holidays {holidays}")
    load = share.load
    return text.format(
        who=share.helper.name,
        nights=load.nights,
        weekends=load.weekends,
        holidays=load.holidays,
    )


def _add_line(table: QGridLayout, line: int, name: Text, numbers: Iterable[str]) -> None:
    table.addWidget(name, line, 0)
    for column, number in enumerate(numbers, start=1):
        words = Text(number, "body" if line else "label")
        words.setWordWrap(not line)
        words.setAlignment(_RIGHT)
        table.addWidget(words, line, column)


def _hours(found: Fairness) -> Rows:
    """A line for each helper: what they have, what was agreed, and the difference in words."""
    table = Rows(_("Hours against what was agreed"))
    for share in found.shares:
        table.add(_hours_row(share))
    return table


def _hours_row(share: Share) -> Row:
    row = Row(gap=_GAP)
    row.add(HelperMark(share.sign.letters, share.sign.number))
    amount = _("{hours} h").format(hours=whole(share.load.minutes))
    told = ", ".join([amount, *agreed_hours(share.load)])
    difference = Text(agreed_text(share.load), tone="muted")
    lines = [Text(share.helper.first_name, "strong"), Text(told), difference]
    row.add(Stack(2, lines), stretch=True)
    return row
