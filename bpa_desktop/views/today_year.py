"""The year's hours on the first page: over or under, how far, and the way to why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice
from bpa_desktop.views.marks import HoursMeter
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.year import YearHours
    from bpa_desktop.views.desk import Desk


class TodayYear(Card):
    """Answers "am I over or under" without a press."""

    def __init__(self, desk: Desk, hours: YearHours) -> None:
        self._notice: Notice | None = None
        super().__init__(_("Hours in {year}").format(year=hours.year))
        if hours.granted_year:
            self._show(hours)
            text, place = _("See hours"), "hours"
        else:
            self.add(Text(_("Write your grant, and the program counts the rest.")))
            text, place = _("Write the grant"), "grants"
        self.button = Button(text, press=lambda: desk.go(place))
        self.add(self.button)
        self.column.addStretch(1)

    def warn(self, words: str) -> None:
        """Tell above the button that the grant will be passed, or much of it left."""
        if self._notice is not None:
            self.column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = Notice(words, "warn") if words else None
        if self._notice is not None:
            self.column.insertWidget(self.column.indexOf(self.button), self._notice)
            self._notice.show()

    def _show(self, hours: YearHours) -> None:
        self.add(Text(hours.headline(), "number"))
        meter = HoursMeter(_("Hours so far"), f"{hours.so_far()} {hours.headline()}")
        meter.show_hours(hours.used, hours.granted)
        self.add(meter)
        self.add(Text(f"{hours.so_far()} {hours.outlook()}", tone="muted"))
