"""The side panel about one day of the month: its lines as in the list, and the way to its week."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.services.confirming import may_confirm
from bpa_desktop.services.week import roster
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.roster_list import cover_line, day_lines, day_title, line_button
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.roster_cells import Target


def open_day(
    desk: Desk,
    day: dt.date,
    press: Callable[[Target], object],
    show_week: Callable[[dt.date], object],
) -> DayPanel:
    """Show the day beside the page; ``press`` opens what a line is about."""
    panel = DayPanel(desk, day, press, show_week)
    desk.show_panel(panel, panel.title, take_focus=False)
    return panel


class DayPanel(LivePanel):
    """A line for each shift and absence of ``day``, a new shift, and the whole week."""

    def __init__(
        self,
        desk: Desk,
        day: dt.date,
        press: Callable[[Target], object],
        show_week: Callable[[dt.date], object],
    ) -> None:
        super().__init__(desk, lambda: open_day(desk, day, press, show_week))
        self.day = day
        found = roster(desk.session, day, 1)
        self.title = day_title(found.days[0])
        self.summary = found.sentence()
        if found.days[0].cover.needed:
            self.add(cover_line(found.days[0]))
        buttons = [line_button(face, press) for face in day_lines(found, 0)]
        if not buttons:
            self.add(Text(_("Nothing is planned.")))
        buttons += self._ways(show_week)
        for button in buttons:
            self.add(button)
        self._roving = Roving(buttons)

    def _ways(self, show_week: Callable[[dt.date], object]) -> list[Button]:
        new = Button(
            _("New shift on this day"),
            icon="plus",
            press=lambda: open_new_shift(self.desk, NewShift(self.day)),
        )
        new.setEnabled(not self.desk.read_only)
        number = self.day.isocalendar().week
        text = _("Show week {number}").format(number=number)
        week = Button(text, icon="calendar-days", press=lambda: show_week(self.day))
        return [*self._confirming(), new, week]

    def _confirming(self) -> list[Button]:
        """The press that says of a day that is over how it went, while that is not said."""
        end = self.day + dt.timedelta(days=1)
        if not may_confirm(self.desk.session, self.day, end):
            return []
        press = partial(shift_actions.confirm_period, self.desk, self.day, end)
        button = Button(_("The day went as planned"), icon="check-check", press=press)
        button.setEnabled(not self.desk.read_only)
        return [button]
