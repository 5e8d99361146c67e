"""The place Hours: granted against used, where the year ends, and the records behind it all."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QTimer

from bpa_desktop.domain.kinds import PRESENT
from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.forecasting import year_forecast
from bpa_desktop.services.late_grants import changes_words, grant_changes
from bpa_desktop.services.papers import paper
from bpa_desktop.services.year import days_to_account, difference_text, whole, year_hours
from bpa_desktop.services.year_parts import Length, part_lines
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.doors import doors
from bpa_desktop.views.forecast_card import ForecastCard
from bpa_desktop.views.hours_panel import HoursPanel
from bpa_desktop.views.hours_tables import PartsTable, kinds_table
from bpa_desktop.views.late_grants_panel import open_late_grants
from bpa_desktop.views.marks import HoursMeter
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.what_if import Trial
    from bpa_desktop.services.year import KindLine, YearHours
    from bpa_desktop.services.year_parts import PartLine
    from bpa_desktop.views.desk import Desk

FURTHER: Final = ("grants", "pay", "economy", "budget", "money", "accounts", "trips")
"""The places that hours lead on to; one that the window does not have has no button."""
_GAP: Final = 12


class HoursPage(Page):
    """The calendar year's hours; every part of it opens what its numbers are the sums of."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {
            "shift",
            "absence",
            "grant",
            "helper",
            "roster_pattern",
            "moved_hours",
            "explanation",
            "closed_month",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year = desk.session.today.year
        self._length = Length.MONTH
        self._shows_figures = False
        self._gap: PartLine | None = None
        self._trial: Trial | None = None
        self._redrawing = QTimer(self)
        self._redrawing.setSingleShot(True)
        self._redrawing.setInterval(0)
        self._redrawing.timeout.connect(self._show_trial)
        desk.tried.connect(self._try)
        self._why = Button(_("Show the difference"), "primary", press=self._open_gap)
        account = Button(_("Make an account of hours"), icon="eye", press=self._make_account)
        earlier = Button(_("Earlier year"), icon="arrow-left", press=lambda: self._show(-1))
        later = Button(_("Later year"), icon="arrow-right", press=lambda: self._show(1))
        self._heads = [earlier, later, account, self._why]
        self._group = Roving(self._heads)
        self._group.point_to(self._why)
        self.heading.add(Row(self._heads))

    def refresh(self) -> None:
        """Count the year again."""
        session = self.desk.session
        found = year_hours(session, self._year)
        lines = part_lines(session, found, self._length)
        self._gap = _largest_gap(found, lines)
        self._why.setEnabled(self._gap is not None)
        self.heading.say(_("Hours {year}").format(year=self._year), _sentence(found))
        content = self.stack()
        further = doors(self.desk, FURTHER)
        late = self._late()
        self._group.set_buttons([*self._heads, *further, *late])
        content.add(Row(further))
        if late:
            content.add(Notice(changes_words(grant_changes(session, self._year)), "warn"))
            content.add(Row(late))
        if found.granted_year:
            content.add(_so_far(found))
        else:
            content.add(Notice(_("Write your grant, and the program counts the rest.")))
        self._fill_below(content, found, lines)
        self.fill(content)

    def _late(self) -> list[Button]:
        """What leads to the months that grants decided late change; nothing without any."""
        if not grant_changes(self.desk.session, self._year):
            return []
        press = partial(open_late_grants, self.desk, self._year)
        return [Button(_("What changes"), press=press)]

    def _fill_below(self, content: Stack, found: YearHours, lines: Sequence[PartLine]) -> None:
        """The tables and the chart; their buttons are one Tab stop."""
        table = PartsTable(self.desk, found, lines, self._open)
        content.add(Stack(_GAP, [self._chooser(), table]))
        buttons = list(table.buttons)
        if found.granted_year or found.used:
            card = self._ahead(year_forecast(self.desk.session, self._year))
            content.add(card)
            buttons += card.buttons
        if found.kinds:
            kinds = [self._kind_button(one) for one in found.kinds]
            content.add(kinds_table(found, kinds))
            buttons += kinds
        Roving(buttons)

    def show_as(self, length: Length, *, figures: bool) -> None:
        """Show parts of that ``length``, and the figures of the chart or not."""
        self._length, self._shows_figures = length, figures
        self.refresh()

    def _chooser(self) -> Choice[Length]:
        options = [(length, _(length.label)) for length in Length]
        return Choice(_("Show by"), options, self._length, self._choose, beside=True)

    def _choose(self, length: Length) -> None:
        self.show_as(length, figures=self._shows_figures)
        self.desk.say(_("Shown by: {length}.").format(length=_(length.label)))

    def _ahead(self, forecast: Forecast) -> ForecastCard:
        is_now = forecast.first <= forecast.today < forecast.end
        return ForecastCard(
            self.desk,
            forecast,
            self._toggle,
            shows_figures=self._shows_figures,
            trial=self._trial if is_now else None,
        )

    def _try(self, trial: Trial | None) -> None:
        """Another trial, or none any more; of several in one moment the last one is drawn."""
        self._trial = trial
        self._redrawing.start()

    def _show_trial(self) -> None:
        if self.isVisible() and self.desk.has_session:
            self.refresh()
        else:
            self._stale = True

    def _toggle(self) -> None:
        self.show_as(self._length, figures=not self._shows_figures)
        shown, hidden = _("The figures are shown."), _("The figures are hidden.")
        self.desk.say(shown if self._shows_figures else hidden)

    def _show(self, step: int) -> None:
        self._year += step
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self.heading.sentence}")

    def _kind_button(self, line: KindLine) -> Button:
        text = _("See {kind}").format(kind=uncapitalised(_(line.kind.label)))
        return Button(text, press=partial(self._open_kind, line.kind))

    def _open_kind(self, kind: HourKind) -> None:
        days = dt.date(self._year, 1, 1), dt.date(self._year + 1, 1, 1)
        title = _("{kind} {year}").format(kind=_(kind.label), year=self._year)
        self.desk.show_panel(HoursPanel(self.desk, *days, kind), title)
        self.desk.announcer.say(f"{title}.")

    def _open_gap(self) -> None:
        if self._gap is not None:
            self._open(self._gap)

    def _open(self, line: PartLine) -> None:
        self.desk.show_panel(HoursPanel(self.desk, line.first, line.end), line.title)
        text = _("{month}: {difference}.")
        self.desk.say(text.format(month=line.title, difference=difference_text(line.difference)))

    def _make_account(self) -> None:
        session = self.desk.session
        days = days_to_account(self._year, session.today)
        bundle = paper(session, "hours_account", days)
        show_paper(self, bundle, back="hours")


def _largest_gap(found: YearHours, lines: Sequence[PartLine]) -> PartLine | None:
    """The part that is furthest from what was granted."""
    begun = [line for line in lines if line.first <= found.today]
    if not (found.granted_year or found.used):
        return None
    return max(begun, key=lambda line: abs(line.difference), default=None)


def _sentence(found: YearHours) -> str:
    if not found.granted_year:
        return _("There is no grant for this year yet.")
    return f"{found.headline()}. {found.so_far()}"


def _so_far(found: YearHours) -> Card:
    card = Card(_("So far this year"))
    meter = HoursMeter(_("Hours so far"), f"{found.so_far()} {found.headline()}")
    meter.show_hours(max(found.used, 0), found.granted)
    card.add(meter)
    card.add(Text(_meetings(found) or found.outlook(), tone="muted"))
    return card


def _meetings(found: YearHours) -> str:
    """``Personalemøder 6 af 12 timer · MUS 1 af 3 timer``: what is granted besides the help."""
    text = _("{kind} {used} of {granted} hours")
    return " · ".join(
        text.format(
            kind=_(line.kind.label), used=whole(line.used), granted=whole(line.granted_year)
        )
        for line in found.kinds
        if line.kind not in PRESENT and line.granted_year
    )
