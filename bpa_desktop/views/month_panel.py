"""Closing a month: what is missing, the press that settles it, and what was corrected since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.closed_months import closed_months, month_of, open_months
from bpa_desktop.services.late_grants import changed_in
from bpa_desktop.services.month_status import closed_words, month_status
from bpa_desktop.services.pay_changes import pay_changes
from bpa_desktop.services.pay_settling import may_lock
from bpa_desktop.views import closing_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.missing_lines import MissingLines
from bpa_desktop.views.month_turner import MonthTurner
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.statement_panel import open_statements
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.domain.period import Period
    from bpa_desktop.views.desk import Desk

SHOWN_FIRST: Final = 5
"""So many missing shifts, and so many closed months, are listed until all are wanted."""
_LINE_GAP: Final = 6


@dataclass(frozen=True, kw_only=True)
class MonthChoice:
    """How the panel is shown: what is listed in full, and whether the focus moves into it."""

    all_missing: bool = False
    all_closed: bool = False
    take_focus: bool = True


def open_period(desk: Desk, first: dt.date, _end: dt.date) -> None:
    """Show the month in which ``first`` lies; while it runs, the oldest that waits to be closed."""
    month = month_of(first)
    waiting = open_months(desk.session)
    if waiting and month.end > desk.session.today:
        month = waiting[0]
    open_month(desk, month.first)


def open_month(desk: Desk, day: dt.date, choice: MonthChoice = MonthChoice()) -> None:
    """Show the month in which ``day`` lies beside the page, and say how far it has come."""
    panel = _show(desk, month_of(day), choice)
    desk.announcer.say(f"{panel.title}. {panel.status.sentence()}")


def _show(desk: Desk, month: Period, choice: MonthChoice) -> MonthPanel:
    panel = MonthPanel(desk, month, choice)
    desk.show_panel(panel, _("Close the month"), take_focus=choice.take_focus)
    return panel


class MonthPanel(LivePanel):
    """Every press is one action; the panel follows what it does."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "closed_month", "grant"}
    )

    def __init__(self, desk: Desk, month: Period, choice: MonthChoice) -> None:
        self._choice = replace(choice, take_focus=False)
        super().__init__(desk, lambda: _show(desk, month, self._choice))
        self.status = month_status(desk.session, month)
        self._buttons: list[Button] = []
        self._fill()
        self._roving = Roving(self._buttons)

    def _fill(self) -> None:
        turner = MonthTurner(self.status.month, self._turn)
        self._buttons += turner.buttons
        self.add(turner)
        self.add(Text(self.status.sentence()))
        self._add_main()
        self._add_lock()
        self._add_changes()
        self._add_missing()
        self._add_corrections()
        self._add_closed()
        month = self.status.month.first
        text = _("Statements of working time")
        self._add_button(Button(text, press=lambda: open_statements(self.desk, month)))

    @property
    def title(self) -> str:
        """``Luk måneden: marts 2026``."""
        return _("Close the month: {month}").format(month=self.status.name)

    def _turn(self, day: dt.date) -> None:
        open_month(self.desk, day, MonthChoice(take_focus=False))

    def _add_main(self) -> None:
        status, month = self.status, self.status.month
        if status.may_confirm:
            text = _("Everything went as planned in {month}").format(month=status.name)
            self._add_writer(text, lambda: closing_actions.confirm_month(self.desk, month))
        if status.closed is None:
            text = _("Close {month}").format(month=status.name)
            close = self._add_writer(text, lambda: closing_actions.close_month(self.desk, month))
            close.set_kind("primary")
            close.setEnabled(status.may_close and not self.desk.read_only)
            if status.missing:
                close.set_note(_("{n} missing").format(n=len(status.missing)))

    def _add_lock(self) -> None:
        if may_lock(self.desk.session, self.status.month):
            text = _("Lock the pay of {month}").format(month=self.status.name)
            press = partial(closing_actions.lock_pay, self.desk, self.status.month)
            self._add_writer(text, press)

    def _add_changes(self) -> None:
        """What is paid for earlier months with this one, before it is closed."""
        if self.status.closed is not None:
            return
        month = self.status.month.first
        for one in pay_changes(self.desk.session):
            if one.paid_with == month:
                lines = Stack(_LINE_GAP, [Text(one.title(), "label")])
                for change in one.helpers:
                    lines.add(Text(change.words()))
                self.add(lines)

    def _add_missing(self) -> None:
        if not self.status.missing:
            return
        lines = MissingLines(self.desk, self.status.missing, self._first_missing())
        self._buttons += lines.buttons
        self.add(lines)
        if self._first_missing() < len(self.status.missing):
            text = _("Show all that is missing ({n})").format(n=len(self.status.missing))
            self._add_button(Button(text, press=self._reopener(all_missing=True)))

    def _first_missing(self) -> int:
        """How many are listed: all, when only one would be left out."""
        count = len(self.status.missing)
        return count if self._choice.all_missing or count <= SHOWN_FIRST + 1 else SHOWN_FIRST

    def _add_corrections(self) -> None:
        closed = self.status.closed
        for words in changed_in(self.desk.session, self.status.month.first) if closed else ():
            self.add(Text(words))
        if closed is None or not closed.corrections:
            return
        lines = Stack(_LINE_GAP, [Text(_("Corrections since"), "label")])
        for one in closed.corrections:
            lines.add(Text(f"{date_words(one.made_on)}: {one.what}"))
        self.add(lines)

    def _add_closed(self) -> None:
        found = closed_months(self.desk.session)
        if not found:
            return
        shown = found if self._choice.all_closed else found[:SHOWN_FIRST]
        lines = Stack(_LINE_GAP, [Text(_("Closed months"), "label")])
        for one in shown:
            words = closed_words(one)
            lines.add(Text(words[:1].upper() + words[1:], tone="muted"))
        self.add(lines)
        if len(shown) < len(found):
            text = _("Show all closed months ({n})").format(n=len(found))
            self._add_button(Button(text, press=self._reopener(all_closed=True)))

    def _reopener(self, **choice: bool) -> Callable[[], object]:
        wanted = replace(self._choice, **choice)
        return lambda: open_month(self.desk, self.status.month.first, wanted)

    def _add_writer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._add_button(button)
        return button

    def _add_button(self, button: Button) -> None:
        self._buttons.append(button)
        self.add(button)
