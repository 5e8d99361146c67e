"""The year's hours on the first page: over or under, how far, and the way to why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice
from bpa_desktop.views.marks import HoursMeter
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.year import YearHours
    from bpa_desktop.views.desk import Desk

_SOON: Final = 300
"""Milliseconds: the first picture is on the screen before anything is foreseen."""


class TodayYear(Card):
    """Answers "am I over or under" without a press."""

    def __init__(self, desk: Desk, hours: YearHours) -> None:
        super().__init__(_("Hours in {year}").format(year=hours.year))
        if hours.granted_year:
            self._show(hours)
            text, place = _("See hours"), "hours"
        else:
            self.add(Text(_("Write your grant, and the program counts the rest.")))
            text, place = _("Write the grant"), "grants"
        self._desk = desk
        self.button = Button(text, press=lambda: desk.go(place))
        self.add(self.button)
        if hours.granted_year:
            # The first picture does not wait for what the year will end at.
            QTimer.singleShot(_SOON, self, self._foresee)
        self.column.addStretch(1)

    def _foresee(self) -> None:
        """Warn above the button when the grant will be passed, or much of it left."""
        if not self._desk.has_session:
            return
        from bpa_desktop.services.forecast_words import year_warning  # noqa: PLC0415 - fast start

        words = year_warning(self._desk.session)
        if words:
            self.column.insertWidget(self.column.indexOf(self.button), Notice(words, "warn"))

    def _show(self, hours: YearHours) -> None:
        self.add(Text(hours.headline(), "number"))
        meter = HoursMeter(_("Hours so far"), f"{hours.so_far()} {hours.headline()}")
        meter.show_hours(hours.used, hours.granted)
        self.add(meter)
        self.add(Text(f"{hours.so_far()} {hours.outlook()}", tone="muted"))
