"""The side panel of holiday: everybody's days left, and those of one helper in a holiday year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _
from bpa_desktop.services import holiday_words as words
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.holiday_balance import holiday_balances
from bpa_desktop.services.reading import helpers
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.holiday_balance import Balance
    from bpa_desktop.services.holiday_words import Told
    from bpa_desktop.views.desk import Desk

TOPICS: Final = frozenset({"helper", "absence", "shift", "scheme", "brought_holiday"})
_LINE_GAP: Final = 2
_YEARS: Final = 2
"""So many holiday years can be chosen: from September to December both can be taken from."""


def open_holiday(desk: Desk) -> None:
    """Show what holiday each helper has left beside the page, and say so."""
    panel = _show_all(desk)
    desk.announcer.say(f"{panel.title}. {panel.said}")


def _show_all(desk: Desk, *, take_focus: bool = True) -> AllPanel:
    panel = AllPanel(desk)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


def open_of_helper(desk: Desk, helper: Helper) -> None:
    """Show the holiday of one helper beside the page, and say how it stands."""
    panel = _show_one(desk, helper.id, "")
    if panel is not None:
        desk.announcer.say(f"{helper.name}. {panel.said}")


def _show_one(desk: Desk, helper: str, year: str, *, take_focus: bool = True) -> OnePanel | None:
    found = holiday_balances(desk.session, desk.session.today).get(helper, ())[-_YEARS:]
    if not found:
        _show_all(desk, take_focus=take_focus)
        return None
    by_year = {words.year_words(one): one for one in found}
    panel = OnePanel(desk, by_year, by_year.get(year, _first_open(found)))
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


def _first_open(found: Sequence[Balance]) -> Balance:
    """The balance that runs out first of those that can still be taken."""
    return next((one for one in found if one.is_open), found[-1])


class AllPanel(ChoicePanel):
    """A button for each helper who has holiday that can still be taken."""

    TOPICS: ClassVar[frozenset[str]] = TOPICS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: _show_all(desk, take_focus=False))
        self.title = _("Holiday left")
        session = desk.session
        balances = holiday_balances(session, session.today)
        shown = {
            helper: [one for one in balances[helper.id] if one.is_open and one.earned != 0]
            for helper in helpers(session)
        }
        shown = {helper: own for helper, own in shown.items() if own}
        self.said = (
            _("Choose a helper to see how the days come about.")
            if shown
            else _("Nobody has earned holiday yet.")
        )
        self.add(Text(self.said))
        for helper, own in shown.items():
            self._add_helper(helper, own)

    def _add_helper(self, helper: Helper, own: Sequence[Balance]) -> None:
        text = _("{what}: {amount}").format(what=helper.name, amount=words.in_short(own))
        button = Button(text, press=partial(open_of_helper, self.desk, helper))
        button.set_leading()
        self.add_button(button)


class OnePanel(ChoicePanel):
    """The sentence first, then what is not known, what becomes of the rest, and the days."""

    TOPICS: ClassVar[frozenset[str]] = TOPICS

    def __init__(self, desk: Desk, by_year: Mapping[str, Balance], shown: Balance) -> None:
        year = words.year_words(shown)
        super().__init__(desk, lambda: _show_one(desk, shown.helper.id, year, take_focus=False))
        self._helper = shown.helper
        self.title = _("Holiday – {name}").format(name=shown.helper.name)
        self.said = words.summary(shown)
        self.add_chips(
            _("Holiday year"),
            [Chip(one, partial(self._choose, one), one == year) for one in by_year],
        )
        self.add(Text(self.said, "strong"))
        self.add(_told(words.until_words(shown)))
        if words.planned_words(shown):
            self.add(Text(words.planned_words(shown)))
        for lack in words.unknown_words(shown):
            self.add(Notice(lack, "warn"))
        self._add_rest(shown)
        self._add_taken(shown)
        self._add_brought(shown)
        self._add_earned(shown)
        press = partial(open_holiday, desk)
        self.add_button(Button(_("All helpers"), icon="chevron-left", press=press))

    def _choose(self, year: str) -> None:
        panel = _show_one(self.desk, self._helper.id, year)
        if panel is not None:
            self.desk.say(panel.said, "info")

    def _add_rest(self, shown: Balance) -> None:
        rest = words.rest_words(shown)
        if rest:
            self.add(Text(_("If no more is taken of what is earned so far"), "label"))
        for one in rest:
            self.add(_told(one))

    def _add_taken(self, shown: Balance) -> None:
        self.add(Text(_("Holiday taken and planned"), "label"))
        if not shown.holidays:
            self.add(Text(_("None is written.")))
        for one in shown.holidays:
            when, days, how = words.taken_line(one)
            self.add(_line(when, days, how))
        if shown.holidays:
            self.add(_told(words.week_words(shown)))

    def _add_brought(self, shown: Balance) -> None:
        """Holiday that was moved here or taken before the file: each opens, and a new one."""
        kind = kind_named("brought_holiday")
        self.add(Text(_("Holiday from before"), "label"))
        then = partial(_show_one, self.desk, self._helper.id, words.year_words(shown))
        for one in shown.brought:
            press = partial(open_editor, self.desk, kind, one, then=then)
            button = Button(words.brought_words(one), press=press)
            button.set_leading()
            self.add_button(button)
        into, who = shown.year.earned.first, self._helper.id
        press = partial(open_editor, self.desk, kind, then=then, helper=who, into=into)
        new = Button(_("Write holiday from before"), press=press)
        new.setEnabled(not self.desk.read_only)
        self.add_button(new)

    def _add_earned(self, shown: Balance) -> None:
        self.add(Text(_("Earned month by month"), "label"))
        for one in shown.months:
            self.add(_line(*words.month_line(one)))
        self.add(_told(words.accrual_words(shown)))


def _line(what: str, days: str, why: str) -> Stack:
    first = Text(_("{what}: {amount}").format(what=what, amount=days))
    return Stack(_LINE_GAP, [first, Text(why, tone="muted")] if why else [first])


def _told(one: Told) -> Stack:
    """A sentence, and below it where it is from."""
    lines = [Text(one.words)]
    if one.origin:
        lines.append(Text(one.origin, tone="muted"))
    return Stack(_LINE_GAP, lines)
