"""What grants that were decided late change, month by month, beside the hours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.grant import Grant
from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.late_grants import changes_words, grant_changes
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.late_grants import GrantChange
    from bpa_desktop.views.desk import Desk


class LateGrantsPanel(LivePanel):
    """Each grant with its months, and a button that opens it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"grant", "closed_month"})

    def __init__(self, desk: Desk, year: int, found: tuple[GrantChange, ...]) -> None:
        super().__init__(desk, lambda: _show(desk, year, take_focus=False))
        buttons = []
        for one in found:
            self.add(Text(one.title, "strong"))
            for words in one.months:
                self.add(Text(words))
            text = _("Open the grant from {day}").format(day=one.day)
            buttons.append(Button(text, press=partial(self._open, one.grant)))
            self.add(buttons[-1])
        if not found:
            self.add(Text(_("No grant was decided late.")))
        self._roving = Roving(buttons)

    def _open(self, grant: str) -> None:
        record = self.desk.session.records.get(Grant, grant)
        open_editor(self.desk, kind_named("grant"), record)


def open_late_grants(desk: Desk, year: int) -> None:
    """Show what grants that were decided late change in a year, and say how many they are."""
    found = _show(desk, year)
    desk.announcer.say(changes_words(found) if found else _("No grant was decided late."))


def _show(desk: Desk, year: int, *, take_focus: bool = True) -> tuple[GrantChange, ...]:
    found = grant_changes(desk.session, year)
    title = _("Grants decided late")
    desk.show_panel(LateGrantsPanel(desk, year, found), title, take_focus=take_focus)
    return found
