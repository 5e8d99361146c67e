"""The buttons above the roster: which days are shown, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.roving import Roving

if TYPE_CHECKING:
    from collections.abc import Callable

WEEK: Final = "week"
TWO_WEEKS: Final = "two_weeks"
MONTH: Final = "month"
LIST: Final = "list"
VIEWS: Final = (
    (WEEK, N_("Week")),
    (TWO_WEEKS, N_("2 weeks")),
    (MONTH, N_("Month")),
    (LIST, N_("List")),
)
"""By the names under which a person's choice is kept."""


@dataclass(frozen=True, kw_only=True)
class BarActs:
    """What the buttons do."""

    turn: Callable[[int], object]
    now: Callable[[], object]
    show: Callable[[str], object]


class RosterBar(Row):
    """One Tab stop; arrows move."""

    def __init__(self, acts: BarActs) -> None:
        super().__init__()
        self._views = {
            view: Button(_(text), press=self._chooser(acts, view)) for view, text in VIEWS
        }
        self._now = Button("", press=acts.now)
        buttons = [
            Button(_("Previous"), press=lambda: acts.turn(-1)),
            self._now,
            Button(_("Next"), press=lambda: acts.turn(1)),
            *self._views.values(),
        ]
        for button in buttons:
            self.add(button)
        self._roving = Roving(buttons)

    def _chooser(self, acts: BarActs, view: str) -> Callable[[], object]:
        return lambda: acts.show(view)

    def show_view(self, view: str) -> None:
        """Mark the view that is shown, and name the way back to today after it."""
        self._now.set_label(_("This month") if view == MONTH else _("This week"))
        for each, button in self._views.items():
            button.set_kind("chosen" if each == view else "plain")
