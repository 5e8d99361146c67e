"""The place Roster: a week, two weeks, a month or a list, and what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from PySide6.QtWidgets import QApplication

from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.many_news import chosen as chosen_news
from bpa_desktop.services.many_shifts import find_shifts, shifts_in
from bpa_desktop.services.reading import find_absence
from bpa_desktop.services.week import roster
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.choosing import ChoiceBar, Choosing
from bpa_desktop.views.day_panel import DayPanel, open_day
from bpa_desktop.views.focus import mark, refocus
from bpa_desktop.views.in_sight import InSight
from bpa_desktop.views.many_panel import ManyPanel, open_many
from bpa_desktop.views.month_grid import MonthGrid, day_key
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roster_bar import LIST, MONTH, TWO_WEEKS, WEEK, BarActs, RosterBar
from bpa_desktop.views.roster_days import days_shown, turned
from bpa_desktop.views.roster_grid import RosterGrid
from bpa_desktop.views.roster_list import RosterList
from bpa_desktop.views.roster_tools import RosterTools
from bpa_desktop.views.shift_panel import PanelChoice, ShiftPanel, open_shift
from bpa_desktop.views.side_panel import SidePanel
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.services.week import Roster
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.roster_cells import Target
    from bpa_desktop.views.stack import Stack

    Body = RosterGrid | MonthGrid | RosterList | Card

_LARGE_TEXT: Final = 200


def page_in_sight() -> RosterPage | None:
    """The roster, when it is what the window shows."""
    found = (one.findChild(RosterPage) for one in QApplication.topLevelWidgets())
    return next((page for page in found if page is not None and page.isVisible()), None)


class _Frame(NamedTuple):
    """What stands around the days that are shown."""

    content: Stack
    bar: RosterBar
    is_choosing: bool


class RosterPage(Page):
    """A press on a cell makes a shift, or opens what it is about beside the page.

    While several shifts are chosen a press chooses instead.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "grant", "scheme", "kept_finding"}
    )

    def __init__(self, desk: Desk) -> None:
        self._day = desk.session.today
        self._body: Body | None = None
        self._panel: ShiftPanel | DayPanel | ManyPanel | None = None
        self._choice_bar: ChoiceBar | None = None
        self._frame: _Frame | None = None
        self._shown_as = ""
        self.choosing = Choosing()
        super().__init__(desk)
        self._in_sight = InSight(self)
        self.choosing.setParent(self)
        self.choosing.changed.connect(self._choice_changed)
        desk.week_wanted.connect(self.show_week)
        desk.panel_wanted.connect(self._panel_shown)
        desk.preferences_changed.connect(self._preferences_changed)

    @property
    def first(self) -> dt.date:
        """The first day that is shown: a Monday, or the first of the month."""
        return self.period()[0]

    def period(self) -> tuple[dt.date, dt.date]:
        """The first day that is shown, and the first one after."""
        return days_shown(self.view, self._day)

    @property
    def view(self) -> str:
        """One of the names in `roster_bar.VIEWS`."""
        wish = self.desk.preferences
        if wish.roster_view:
            return wish.roster_view
        return LIST if wish.text_percent >= _LARGE_TEXT or wish.size == "gaze" else WEEK

    def refresh(self) -> None:
        """Read the days again; a grid of the same shape keeps its buttons and the focus."""
        first, end = self.period()
        view = self.view
        found = roster(self.desk.session, first, (end - first).days, with_new=view != MONTH)
        self._forget_what_is_gone()
        self.heading.say(found.title(), f"{found.dates()}. {found.sentence()}")
        if view == self._shown_as and self._reused(found):
            return
        self._shown_as = view
        self._show_body(self._made(found))

    def _show_body(self, body: Body) -> None:
        """Show ``body`` below the buttons; those are made again only when they must be others."""
        old, self._body = self._body, body
        self._in_sight.beside(body)
        frame = self._frame
        has_same_buttons = frame is not None and frame.is_choosing is self.choosing.is_on
        if frame is None or self._content is not frame.content or not has_same_buttons:
            self._frame = self._framed(body)
            self.fill(self._frame.content)
            return
        where = mark(old) if old is not None else None
        frame.bar.show_view(self._shown_as)
        frame.content.swap(old, body)
        refocus(body, where)

    def _forget_what_is_gone(self) -> None:
        ids = self.choosing.ids
        if ids:
            self.choosing.keep(one.id for one in find_shifts(self.desk.session, ids))
        if self._choice_bar is not None:
            self._choice_bar.show_count(len(self.choosing.ids))

    def _reused(self, found: Roster) -> bool:
        body = self._body
        return isinstance(body, RosterGrid) and body.show_roster(found, self._marked)

    @property
    def _marked(self) -> frozenset[str]:
        """The keys of what the side panel is about, and of the chosen shifts."""
        if isinstance(self._panel, ShiftPanel):
            return self.choosing.ids | {self._panel.shift.id}
        if isinstance(self._panel, DayPanel):
            return self.choosing.ids | {day_key(self._panel.day)}
        return self.choosing.ids

    def _made(self, found: Roster) -> Body:
        if not found.rows and not any(found.all_shifts()):
            return self._nobody(found)
        body = self._made_body(found)
        body.pressed.connect(self._press)
        if isinstance(body, RosterList):
            body.new_wanted.connect(self._new_on)
        else:
            body.page_up.connect(lambda: self.turn(-1))
            body.page_down.connect(lambda: self.turn(1))
        return body

    def _made_body(self, found: Roster) -> RosterGrid | MonthGrid | RosterList:
        read_only = self.desk.read_only
        if self._shown_as == MONTH:
            return MonthGrid(found, self._marked)
        if self._shown_as in {WEEK, TWO_WEEKS}:
            return RosterGrid(found, self._marked, read_only=read_only)
        return RosterList(found, self._marked, read_only=read_only)

    def _nobody(self, found: Roster) -> Card:
        card = Card()
        text = _("Nobody is employed in these days.")
        if self._shown_as in {WEEK, LIST}:
            text = _("Nobody is employed in this week.")
        if not found.has_helpers:
            text = _("Here you plan the week. Begin with a helper.")
        card.add(Text(text))
        card.add(Row([Button(_("New helper"), press=lambda: self.desk.go("helpers"))]))
        return card

    def _framed(self, body: QWidget) -> _Frame:
        content = self.stack()
        bar = RosterBar(BarActs(turn=self.turn, now=self.now, show=self.show_as))
        bar.show_view(self._shown_as)
        content.add(bar)
        self._choice_bar = None
        if self.choosing.is_on:
            self._choice_bar = ChoiceBar(
                self.choose_all, self.choose_none, self._open_many, self.stop_choosing
            )
            self._choice_bar.show_count(len(self.choosing.ids))
            content.add(self._choice_bar)
            below: QWidget = self._choice_bar
        else:
            below = RosterTools(self.desk, self.period, self.new_shift)
            content.add(below)
        content.add(body)
        self._in_sight.keep(self.heading, bar, below)
        return _Frame(content, bar, self.choosing.is_on)

    def turn(self, pages: int) -> None:
        """Show what comes that many pages later, or earlier when negative."""
        self._show_day(turned(self.view, self._day, pages))

    def now(self) -> None:
        """Show the days around today."""
        self._show_day(self.desk.session.today)

    def show_week(self, day: dt.date) -> None:
        """Show the days around ``day`` and say which they are."""
        self._show_day(day)

    def _show_day(self, day: dt.date) -> None:
        if not self.choosing.is_on:
            self.desk.close_panel()
        self._day = day
        self.refresh()
        self._say_where()

    def _say_where(self) -> None:
        self.desk.announcer.say(f"{self.heading.title}. {self.heading.sentence}")

    def show_as(self, view: str) -> None:
        """Show the days in another way, from now on, and say which they are."""
        self.desk.change_preferences(roster_view=view)
        self._say_where()

    def _show_week_of(self, day: dt.date) -> None:
        self._day = day
        self.desk.close_panel()
        self.show_as(WEEK)

    def new_shift(self) -> None:
        """Open the choices for a shift on the day and for the helper that the focus is on."""
        focused = QApplication.focusWidget()
        target = self._body.target_of(focused) if not isinstance(self._body, Card | None) else None
        first, end = self.period()
        today = self.desk.session.today
        day = today if first <= today < end else first
        wish = NewShift(target.day, target.helper) if target is not None else NewShift(day)
        open_new_shift(self.desk, wish)

    def _new_on(self, day: dt.date) -> None:
        open_new_shift(self.desk, NewShift(day))

    def _press(self, target: Target) -> None:
        if self.choosing.is_on:
            self._choose(target)
        elif target.kind == "slot":
            made = shift_actions.add(self.desk, target.day, target.helper)
            if made is not None:
                open_shift(self.desk, made.id, PanelChoice(take_focus=False))
        elif target.kind == "day":
            day = open_day(self.desk, target.day, self._open, self._show_week_of)
            self.desk.announcer.say(f"{day.title}. {day.summary}")
        else:
            self._open(target)

    def _open(self, target: Target) -> None:
        """Open the shift or the absence beside the page."""
        if target.kind == "shift":
            open_shift(self.desk, target.key, PanelChoice(take_focus=False))
            if isinstance(self._panel, ShiftPanel):
                self.desk.announcer.say(f"{self._panel.title}. {self._panel.summary}")
            return
        absence = find_absence(self.desk.session, target.key)
        if absence is not None:
            open_editor(self.desk, kind_named("absence"), absence)

    def choose_several(self) -> None:
        """Let presses choose shifts, and show beside the page what is chosen; or stop."""
        if self.choosing.is_on:
            self.stop_choosing()
            return
        self.choosing.begin()
        self.desk.say(_("Press the shifts that you want to do something with."), "info")

    def stop_choosing(self) -> None:
        """Let presses open shifts again."""
        self.choosing.end()
        self.desk.say(_("A press opens a shift again."), "info")

    def choose_all(self) -> None:
        """Choose every shift that is shown."""
        found = shifts_in(self.desk.session, *self.period())
        self.choosing.choose(self.choosing.ids | {shift.id for shift in found})
        self._say_chosen()

    def choose_none(self) -> None:
        """Choose nothing."""
        self.choosing.choose(())
        self._say_chosen()

    def _choose(self, target: Target) -> None:
        if target.kind == "shift":
            self.choosing.toggle([target.key])
        elif isinstance(self._body, MonthGrid):
            self.choosing.toggle(self._body.shifts_on(target))
        else:
            self.desk.say(_("There is no shift to choose."), "info")
            return
        self._say_chosen()

    def _say_chosen(self) -> None:
        self.desk.say(chosen_news(len(self.choosing.ids)), "info")

    def _open_many(self) -> None:
        open_many(self.desk, self.choosing, take_focus=True)

    def _choice_changed(self) -> None:
        """Show another choice; the panel follows where there is room for it beside the page."""
        if self.choosing.is_on != (self._choice_bar is not None):
            self._shown_as = ""
            self.refresh()
        elif self._choice_bar is not None:
            self._choice_bar.show_count(len(self.choosing.ids))
            self._mark_chosen()
        if not self.choosing.is_on:
            self.desk.close_panel()
        elif self._has_room_beside():
            open_many(self.desk, self.choosing)

    def _has_room_beside(self) -> bool:
        """Whether the side panel stands beside the page, and not in its place."""
        panel = self.window().findChild(SidePanel)
        return self.isVisible() and panel is not None and panel.isVisible()

    def _panel_shown(self, widget: QWidget, _title: str, _take_focus: bool) -> None:  # noqa: FBT001 - a signal's own shape
        ours = ShiftPanel | DayPanel | ManyPanel
        self._panel = widget if isinstance(widget, ours) else None
        if self._panel is not None:
            self._panel.gone.connect(lambda: self._panel_gone(widget))
        self._mark_chosen()

    def _panel_gone(self, widget: QWidget) -> None:
        if self._panel is widget:
            self._panel = None
            self._mark_chosen()

    def _mark_chosen(self) -> None:
        if isinstance(self._body, RosterGrid | MonthGrid | RosterList):
            self._body.mark_chosen(self._marked)

    def _changed(self, topics: frozenset[str]) -> None:
        """In another file nothing is chosen."""
        if not topics:
            self.choosing.forget()
            self._shown_as, self._frame = "", None
        super()._changed(topics)

    def _preferences_changed(self) -> None:
        if self._shown_as and self.view != self._shown_as:
            self.refresh()
