"""The part of the page of deadlines that saves them for a calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services import recent
from bpa_desktop.services.deadline_calendar import Telling, deadline_feed, save_calendar
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Section
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


class DeadlineCalendar(Section):
    """What is told, one button, and where the file lies; ``found`` gives what is due now."""

    def __init__(self, desk: Desk, found: Callable[[], Sequence[Due]]) -> None:
        super().__init__(_("For your calendar"))
        self._desk = desk
        self._found = found
        self._telling = Telling.WHAT
        folder = recent.home_folder() / _("Deadlines")
        self._saving = Saving(desk, folder, _("The calendar is being saved."), self)
        self.add(Text(_("All deadlines on their days, with an alarm a week and a day before.")))
        self.add(
            Text(_("Of aids, courses, tasks and accidents only the kind is told."), tone="muted")
        )
        options = [(one, _(one.label)) for one in Telling]
        choice = Choice(_("The calendar tells"), options, self._telling, self._choose, joined=True)
        self.add(choice)
        save = Button(_("Save for the calendar"), icon="download", press=self._save)
        self.add(Row([save]))
        where = SavedWhere(self._saving, _("The calendar is saved in the folder {path}."))
        self.add(where)
        self.buttons = [*choice.buttons, save, *where.buttons]

    def _choose(self, telling: Telling) -> None:
        self._telling = telling
        text = _("Calendars tell: {what}.")
        self._desk.say(text.format(what=uncapitalised(_(telling.label))))

    def _save(self) -> None:
        feed = deadline_feed(self._desk.session, self._found(), self._telling)
        self._saving.begin(partial(save_calendar, feed))
