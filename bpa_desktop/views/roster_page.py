"""The place Roster: one week at a time, as a grid or as a list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.clock import monday
from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.reading import find_absence
from bpa_desktop.services.week import roster
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roster_bar import LIST, WEEK, BarActs, RosterBar
from bpa_desktop.views.roster_grid import RosterGrid
from bpa_desktop.views.roster_list import RosterList
from bpa_desktop.views.roster_tools import TOOLS, RosterTools
from bpa_desktop.views.shift_panel import PanelChoice, ShiftPanel, open_shift
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.services.week import Roster
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.roster_cells import Target

_WEEK: Final = dt.timedelta(weeks=1)
_LARGE_TEXT: Final = 200


def page_in_sight() -> RosterPage | None:
    """The roster, when it is what the window shows."""
    found = (one.findChild(RosterPage) for one in QApplication.topLevelWidgets())
    return next((page for page in found if page is not None and page.isVisible()), None)


class RosterPage(Page):
    """A press on a cell makes a shift, or opens what it is about beside the page."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "helper", "absence", "grant"})

    def __init__(self, desk: Desk) -> None:
        self._first = monday(desk.session.today)
        self._body: RosterGrid | RosterList | Card | None = None
        self._panel: ShiftPanel | None = None
        self._shown_as = ""
        super().__init__(desk)
        desk.week_wanted.connect(self.show_week)
        desk.panel_wanted.connect(self._panel_shown)
        desk.preferences_changed.connect(self._preferences_changed)

    @property
    def first(self) -> dt.date:
        """The Monday of the week that is shown."""
        return self._first

    def period(self) -> tuple[dt.date, dt.date]:
        """The first day that is shown, and the first one after."""
        return self._first, self._first + _WEEK

    @property
    def view(self) -> str:
        """Whether the week is shown as a grid or as a list."""
        wish = self.desk.preferences
        if wish.roster_view:
            return wish.roster_view
        return LIST if wish.text_percent >= _LARGE_TEXT or wish.size == "gaze" else WEEK

    def refresh(self) -> None:
        """Read the week again; a grid of the same shape keeps its buttons and the focus."""
        found = roster(self.desk.session, self._first)
        self.heading.say(found.title(), f"{found.dates()}. {found.sentence()}")
        if self.view == WEEK and self._reused(found):
            return
        self._shown_as = self.view
        self._body = self._made(found)
        self.fill(self._framed(self._body))

    def _reused(self, found: Roster) -> bool:
        body = self._body
        return isinstance(body, RosterGrid) and body.show_roster(found, self._chosen)

    @property
    def _chosen(self) -> str:
        """The id of the shift that the side panel is about."""
        return self._panel.shift.id if self._panel is not None else ""

    def _made(self, found: Roster) -> RosterGrid | RosterList | Card:
        if not found.rows and not any(found.all_shifts()):
            return self._nobody(found)
        read_only = self.desk.read_only
        if self._shown_as == WEEK:
            grid = RosterGrid(found, self._chosen, read_only=read_only)
            grid.page_up.connect(lambda: self.turn(-1))
            grid.page_down.connect(lambda: self.turn(1))
            grid.pressed.connect(self._press)
            return grid
        lines = RosterList(found, self._chosen, read_only=read_only)
        lines.pressed.connect(self._press)
        lines.new_wanted.connect(self._new_on)
        return lines

    def _nobody(self, found: Roster) -> Card:
        card = Card()
        text = _("Nobody is employed in this week.")
        if not found.has_helpers:
            text = _("Here you plan the week. Begin with a helper.")
        card.add(Text(text))
        card.add(Row([Button(_("New helper"), press=lambda: self.desk.go("helpers"))]))
        return card

    def _framed(self, body: QWidget) -> QWidget:
        content = self.stack()
        acts = BarActs(
            turn=self.turn, this_week=self.this_week, show=self.show_as, new_shift=self.new_shift
        )
        bar = RosterBar(acts, read_only=self.desk.read_only)
        bar.show_view(self._shown_as)
        content.add(bar)
        if TOOLS:
            content.add(RosterTools(self.desk, self.period))
        content.add(body)
        return content

    def turn(self, weeks: int) -> None:
        """Show a later week, or an earlier one when negative."""
        self.show_week(self._first + weeks * _WEEK)

    def this_week(self) -> None:
        """Show the week of today."""
        self.show_week(self.desk.session.today)

    def show_week(self, day: dt.date) -> None:
        """Show the week of ``day`` and say which it is."""
        self.desk.close_panel()
        self._first = monday(day)
        self.refresh()
        self.desk.announcer.say(f"{self.heading.title}. {self.heading.sentence}")

    def show_as(self, view: str) -> None:
        """Show the week as a grid or as a list, from now on."""
        self.desk.change_preferences(roster_view=view)

    def new_shift(self) -> None:
        """Open the choices for a shift on the day and for the helper that the focus is on."""
        focused = QApplication.focusWidget()
        target = self._body.target_of(focused) if not isinstance(self._body, Card | None) else None
        today = self.desk.session.today
        day = today if monday(today) == self._first else self._first
        wish = NewShift(target.day, target.helper) if target is not None else NewShift(day)
        open_new_shift(self.desk, wish)

    def _new_on(self, day: dt.date) -> None:
        open_new_shift(self.desk, NewShift(day))

    def _press(self, target: Target) -> None:
        if target.kind == "slot":
            made = shift_actions.add(self.desk, target.day, target.helper)
            if made is not None:
                open_shift(self.desk, made.id, PanelChoice(take_focus=False))
        elif target.kind == "shift":
            open_shift(self.desk, target.key, PanelChoice(take_focus=False))
            if self._panel is not None:
                self.desk.announcer.say(f"{self._panel.title}. {self._panel.summary}")
        else:
            absence = find_absence(self.desk.session, target.key)
            if absence is not None:
                open_editor(self.desk, kind_named("absence"), absence)

    def _panel_shown(self, widget: QWidget, _title: str, _take_focus: bool) -> None:  # noqa: FBT001 - a signal's own shape
        self._panel = widget if isinstance(widget, ShiftPanel) else None
        if self._panel is not None:
            self._panel.gone.connect(lambda: self._panel_gone(widget))
        self._mark_chosen()

    def _panel_gone(self, widget: QWidget) -> None:
        if self._panel is widget:
            self._panel = None
            self._mark_chosen()

    def _mark_chosen(self) -> None:
        if isinstance(self._body, RosterGrid | RosterList):
            self._body.mark_chosen(self._chosen)

    def _preferences_changed(self) -> None:
        if self._shown_as and self.view != self._shown_as:
            self.refresh()
