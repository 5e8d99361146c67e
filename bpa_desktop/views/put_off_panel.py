"""Beside a page: until when something due is put off, and why; a press on a reason does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain import entry
from bpa_desktop.domain.postponing import Length, delays
from bpa_desktop.i18n import _, date_words, explain, uncapitalised
from bpa_desktop.services.due_words import due_source, due_text, due_title
from bpa_desktop.services.postponing import REASONS, limit_words, put_off
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.field import Field
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.postponing import Delay
    from bpa_desktop.views.desk import Desk


class PutOffWish(NamedTuple):
    """What is put off, the day as it was written, and the reason so far."""

    due: Due
    until: str
    reason: str = ""


def open_panel(desk: Desk, due: Due) -> None:
    """Show beside the page how ``due`` is put off, and say so; a week is chosen where it fits."""
    found = delays(due, desk.session.today)
    chosen = next((one for one in found if one.length is Length.WEEK), found[-1] if found else None)
    _show(desk, PutOffWish(due, date_words(chosen.until) if chosen else ""))
    desk.announcer.say(f"{_title(due)}. {limit_words(due, desk.session.today)}".rstrip())


def _title(due: Due) -> str:
    return _("Put off – {what}").format(what=due_title(due))


def _show(desk: Desk, wish: PutOffWish, *, take_focus: bool = True) -> None:
    desk.show_panel(PutOffPanel(desk, wish), _title(wish.due), take_focus=take_focus)


class PutOffPanel(ChoicePanel):
    """The sentence and its true day, days as chips, reasons as buttons, and room for own words."""

    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, wish: PutOffWish) -> None:
        super().__init__(desk, desk.close_panel)
        self._wish = wish
        due, today = wish.due, desk.session.today
        self.add(Text(due_text(due)))
        for words in (due_source(due), limit_words(due, today)):
            if words:
                self.add(Text(words, tone="muted"))
        found = delays(due, today)
        if found:
            self._add_days(found)
            self._add_reasons()

    def _add_days(self, found: tuple[Delay, ...]) -> None:
        chips = [Chip(_words(one), partial(self._choose, one), self._is(one)) for one in found]
        self.add_chips(_("Until"), chips)
        self._until = QLineEdit(self._wish.until)
        self._day = Field(_("Back on"), self._until, _("For example 31 March, or in 2 weeks."))
        self.add(self._day)

    def _is(self, one: Delay) -> bool:
        return self._wish.until == date_words(one.until)

    def _choose(self, one: Delay) -> None:
        until = date_words(one.until)
        _show(self.desk, self._wish._replace(until=until, reason=self._own.text()))
        self.desk.say(_("Back on {date}.").format(date=until))

    def _add_reasons(self) -> None:
        self.add(Text(_("Why – a press puts it off"), "label", "muted"))
        for reason in REASONS:
            text = _(reason)
            button = Button(text, press=partial(self._done, uncapitalised(text)))
            button.set_leading()
            self.add_button(button, writes=True)
        self._own = QLineEdit(self._wish.reason)
        self._why = Field(_("Or in your own words"), self._own)
        self.add(self._why)
        done = Button(_("Put it off"), "primary", press=self._own_words)
        self.add_button(done, writes=True)
        self._own.returnPressed.connect(self._own_words)

    def _own_words(self) -> None:
        if self._own.text().strip():
            self._done(self._own.text())
        else:
            self._refuse(self._why, _("Write why. Then you know it later."))

    def _done(self, reason: str) -> None:
        desk = self.desk
        try:
            until = entry.parse_date(self._until.text(), desk.session.today)
        except entry.EntryRefused as refusal:
            self._refuse(self._day, explain(refusal))
            return
        if desk.attempt(lambda: self._put_off(until, reason)):
            desk.close_panel()

    def _put_off(self, until: dt.date, reason: str) -> str:
        return put_off(self.desk.session, self._wish.due, until, reason)

    def _refuse(self, field: Field, problem: str) -> None:
        field.set_problem(problem)
        self.desk.say(problem, "warn")
        field.control.setFocus()


def _words(one: Delay) -> str:
    if one.length is Length.LAST:
        return _("At the latest, {date}").format(date=date_words(one.until))
    return _(one.length.label)
