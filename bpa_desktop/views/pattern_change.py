"""Changing a roster pattern: as a whole, or from a day on so that the past stays as it was."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.i18n import _, day_words
from bpa_desktop.services import rolling
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

_WEEK: Final = dt.timedelta(weeks=1)


def open_change(desk: Desk, pattern: RosterPattern) -> None:
    """Open the pattern to be changed; one that is in use asks first from when it changes."""
    if not rolling.rolled_days(desk.session, pattern):
        open_editor(desk, kind_named(RosterPattern.type_name), pattern)
        return
    focus_first(_show(desk, pattern))
    desk.announcer.say(f"{_('Change the pattern')}. {_question()}")


def _show(desk: Desk, pattern: RosterPattern) -> ChangePanel:
    panel = ChangePanel(desk, pattern)
    desk.show_panel(panel, _("Change the pattern"))
    return panel


def _question() -> str:
    return _("From when shall the change hold?")


class ChangePanel(ChoicePanel):
    """From next week, from the first week that nothing was made in, or for the whole pattern."""

    def __init__(self, desk: Desk, pattern: RosterPattern) -> None:
        super().__init__(desk, lambda: _show(desk, pattern))
        self._pattern = pattern
        self.add(Text(_question()))
        self.add(Text(_("What lies before stays as it is. You can change the day."), tone="muted"))
        session = desk.session
        next_week = monday(session.today) + _WEEK
        for day in dict.fromkeys((next_week, rolling.next_first(session, pattern))):
            text = _("From {day}").format(day=day_words(day))
            self.add_button(Button(text, press=partial(self._from, day)), writes=True)
        whole = partial(open_editor, desk, kind_named(RosterPattern.type_name), pattern)
        self.add_button(Button(_("The whole pattern"), press=whole), writes=True)

    def _from(self, day: dt.date) -> None:
        new = rolling.successor(self._pattern, day)
        kind = kind_named(RosterPattern.type_name)
        follow = partial(_follow, self._pattern)
        title = _("Change from {day}").format(day=day_words(day))
        self.desk.show_panel(RecordEditor(self.desk, kind, new, keep=follow), title)
        self.desk.announcer.say(f"{title}.")


def _follow(old: RosterPattern, session: Session, new: Record) -> str:
    if not isinstance(new, RosterPattern):
        raise TypeError(new)
    return rolling.told_changed(rolling.follow(session, old, new))
