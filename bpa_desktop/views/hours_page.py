"""The place Hours: granted against used, month by month, and the records behind each number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.year import difference_text, year_hours
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.hours_panel import MonthPanel
from bpa_desktop.views.hours_tables import kinds_table, month_name, months_table
from bpa_desktop.views.marks import HoursMeter
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.year import MonthLine, YearHours
    from bpa_desktop.views.desk import Desk


class HoursPage(Page):
    """The calendar year's hours; every month opens what its numbers are the sums of."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "absence", "grant"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year = desk.session.today.year
        self._gap: MonthLine | None = None
        self._why = Button(_("Show the difference"), "primary", press=self._open_gap)
        grant = Button(_("The grant"), icon="file-text", press=lambda: desk.go("grants"))
        pay = Button(_("Pay"), icon="scale", press=lambda: desk.go("pay"))
        earlier = Button(_("Earlier year"), icon="arrow-left", press=lambda: self._show(-1))
        later = Button(_("Later year"), icon="arrow-right", press=lambda: self._show(1))
        buttons = [earlier, later, grant, pay, self._why]
        self._group = Roving(buttons)
        self._group.point_to(self._why)
        self.heading.add(Row(buttons))

    def refresh(self) -> None:
        """Count the year again."""
        found = year_hours(self.desk.session, self._year)
        self._gap = found.largest_gap() if found.granted_year or found.used else None
        self._why.setEnabled(self._gap is not None)
        self._group.settle()
        self.heading.say(_("Hours {year}").format(year=self._year), _sentence(found))
        content = self.stack()
        if found.granted_year:
            content.add(_so_far(found))
        else:
            content.add(Notice(_("Write your grant, and the program counts the rest.")))
        buttons = [self._button(line) for line in found.months]
        Roving(buttons)
        content.add(months_table(found, buttons))
        if found.kinds:
            content.add(kinds_table(found))
        self.fill(content)

    def _show(self, step: int) -> None:
        self._year += step
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self.heading.sentence}")

    def _button(self, line: MonthLine) -> Button:
        text = _("See {month}").format(month=month_name(line.first))
        return Button(text, press=self._opener(line))

    def _opener(self, line: MonthLine) -> Callable[[], None]:
        return lambda: self._open(line)

    def _open_gap(self) -> None:
        if self._gap is not None:
            self._open(self._gap)

    def _open(self, line: MonthLine) -> None:
        title = month_words(line.first)
        self.desk.show_panel(MonthPanel(self.desk, line.first), title)
        text = _("{month}: {difference}.")
        self.desk.say(text.format(month=title, difference=difference_text(line.difference)))


def _sentence(found: YearHours) -> str:
    if not found.granted_year:
        return _("There is no grant for this year yet.")
    return f"{found.headline()}. {found.so_far()}"


def _so_far(found: YearHours) -> Card:
    card = Card(_("So far this year"))
    meter = HoursMeter(_("Hours so far"), f"{found.so_far()} {found.headline()}")
    meter.show_hours(max(found.used, 0), found.granted)
    card.add(meter)
    card.add(Text(found.outlook(), tone="muted"))
    return card
