"""A new budget from a date: what would be copied, and one press that does it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.entry import EntryRefused, parse_date
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, date_words
from bpa_desktop.services.budgets import (
    begin_revision,
    lines_of,
    name_of,
    revision_words,
    saved_words,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.budget import Budget
    from bpa_desktop.views.desk import Desk

_DAY_CHARS: Final = 15
_ONE_DAY: Final = dt.timedelta(days=1)


class BeforeBudget(EntryRefused):
    """The day lies before the budget that is to be followed, or on its first day."""

    sentence = N_("Choose a day after {first}, on which the old budget begins.")


def open_revision(desk: Desk, budget: Budget, first: dt.date | None = None) -> None:
    """Show what a budget that follows ``budget`` from ``first`` on would be, and say so.

    Without a day it begins on the day after the old one.
    """
    begin = first or budget.valid_to + _ONE_DAY
    words = _show(desk, budget, begin).words
    desk.announcer.say(f"{_('New budget from a date')}. {words}")


def _show(desk: Desk, budget: Budget, first: dt.date) -> RevisionPanel:
    panel = RevisionPanel(desk, budget, first)
    desk.show_panel(panel, _("New budget from a date"))
    return panel


class RevisionPanel(ChoicePanel):
    """From when, what would come of it, and the press that copies the lines."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"budget", "budget_line"})

    def __init__(self, desk: Desk, budget: Budget, first: dt.date) -> None:
        super().__init__(desk, desk.close_panel)
        self._budget = budget
        self._first = first
        self.words = revision_words(desk.session, budget, first)
        self.add(Text(name_of(budget), "strong"))
        self.add(EntryRow(desk, _("From"), date_short(first), self._take, letters=_DAY_CHARS))
        self.add(Text(self.words))
        text = _("Make the budget from {date}").format(date=date_words(first))
        self.point_to(self.add_button(Button(text, "primary", press=self._make), writes=True))

    def _take(self, text: str) -> None:
        """Show the new budget from the day that was written; raises ``EntryRefused``."""
        first = parse_date(text, self.desk.session.today)
        if first <= self._budget.valid_from:
            raise BeforeBudget(first=date_words(self._budget.valid_from))
        open_revision(self.desk, self._budget, first)

    def _make(self) -> None:
        session = self.desk.session
        count = len(lines_of(session, self._budget))

        def make() -> str:
            return saved_words(begin_revision(session, self._budget, self._first), count)

        if self.desk.attempt(make):
            self.desk.close_panel()
