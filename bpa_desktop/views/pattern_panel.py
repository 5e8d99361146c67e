"""The roster pattern beside the roster: roll it out, change it, or make one of weeks there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import rolling
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.laying import foretold
from bpa_desktop.services.rolling import Wish, next_first, patterns
from bpa_desktop.services.shift_news import with_undo
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel, Stepper, week_range, weeks_words
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.laid_panel import Laid, show_laid
from bpa_desktop.views.pattern_change import open_change
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.pattern import RosterPattern
    from bpa_desktop.services.laying import Laying
    from bpa_desktop.views.desk import Desk

LENGTHS: Final = (1, 2, 4, 8, 12, 26, 52)
_USUAL: Final = 4
_MADE_OF: Final = (1, 2, 4)


@dataclass(frozen=True)
class PatternWish:
    """What was chosen so far; ``shown`` is the Monday of the roster.

    Without ``first`` the pattern goes on in the first week that it made nothing in yet.
    """

    shown: dt.date
    pattern: str = ""
    weeks: int = _USUAL
    first: dt.date | None = None
    take_back: bool = False


def open_pattern(desk: Desk, first: dt.date, _end: dt.date) -> None:
    """Show the pattern beside the page, and say what rolling it out would make."""
    _choose(desk, PatternWish(monday(first)))


def _choose(desk: Desk, wish: PatternWish) -> None:
    panel = _show(desk, wish)
    desk.announcer.say(f"{_('Roster pattern')}. {panel.sentence}")


def _show(desk: Desk, wish: PatternWish) -> PatternPanel | NoPatternPanel:
    found = patterns(desk.session)
    panel = PatternPanel(desk, wish, found) if found else NoPatternPanel(desk, wish)
    desk.show_panel(panel, _("Roster pattern"))
    return panel


def new_pattern(desk: Desk, wish: PatternWish) -> None:
    """Show of which weeks a pattern can be made, also where there is one."""
    panel = NoPatternPanel(desk, wish)
    desk.show_panel(panel, _("New roster pattern"))
    focus_first(panel)
    desk.announcer.say(f"{_('New roster pattern')}. {panel.sentence}")


class _Following(ChoicePanel):
    """Read again when a pattern changes as well."""

    TOPICS: ClassVar[frozenset[str]] = ChoicePanel.TOPICS | {"roster_pattern"}

    def __init__(self, desk: Desk, wish: PatternWish) -> None:
        super().__init__(desk, lambda: _show(desk, wish))
        self.wish = wish


class NoPatternPanel(_Following):
    """There is no pattern yet: make one of the weeks that are shown, or write one."""

    def __init__(self, desk: Desk, wish: PatternWish) -> None:
        super().__init__(desk, wish)
        self.sentence = _("A roster pattern is the weeks that come again and again.")
        self.add(Text(self.sentence))
        self._add_makers()
        new = partial(open_editor, desk, kind_named("roster_pattern"), None)
        write = partial(new, starts_on=wish.shown)
        self.add_button(Button(_("Write a pattern"), icon="plus", press=write), writes=True)

    def _add_makers(self) -> None:
        """A button for each stretch of weeks from the one shown that has shifts."""
        for weeks in _MADE_OF:
            if rolling.lines_of(self.desk.session, self.wish.shown, weeks):
                text = _("Make a pattern of {weeks}")
                words = text.format(weeks=week_range(self.wish.shown, weeks))
                self.add_button(Button(words, press=partial(self._make, weeks)), writes=True)

    def _make(self, weeks: int) -> None:
        made: list[RosterPattern] = []

        def run() -> str:
            shown = self.wish.shown
            made.append(rolling.pattern_from_weeks(self.desk.session, shown, weeks))
            count = len(made[0].lines)
            return with_undo(
                ngettext("The pattern has {n} shift.", "The pattern has {n} shifts.", count)
            )

        self.desk.attempt(run)
        if made:
            _show(self.desk, PatternWish(self.wish.shown, made[0].id))


class PatternPanel(_Following):
    """Nothing is made until *Insert* is pressed; what would come is said before."""

    def __init__(self, desk: Desk, wish: PatternWish, found: tuple[RosterPattern, ...]) -> None:
        super().__init__(desk, wish)
        self._pattern = next((one for one in found if one.id == wish.pattern), found[-1])
        self._first = wish.first or next_first(desk.session, self._pattern)
        asked = Wish(self._pattern, self._first, wish.weeks, wish.take_back)
        self._ahead = rolling.foreseen(desk.session, asked)
        self.sentence = foretold(desk.session, self._ahead)
        if len(found) > 1:
            self._add_patterns(found)
        self.add_chips(_("How long"), [self._length(count) for count in LENGTHS])
        least = max(monday(desk.session.today), self._pattern.monday)
        stepper = Stepper(_("From"), _("Earlier"), _("Later"), least)
        self.add_week(stepper, self._first, lambda day: self._go(first=day))
        self.add(Text(self.sentence))
        self._add_insert()
        self._add_more()

    def _add_patterns(self, found: tuple[RosterPattern, ...]) -> None:
        kind = kind_named("roster_pattern")
        labels = told_apart([(kind.describe(one, {}),) for one in found])
        self.add_chips(
            _("Which pattern"),
            [
                Chip(
                    label,
                    partial(self._go, pattern=one.id, first=None),
                    one.id == self._pattern.id,
                )
                for one, label in zip(found, labels, strict=True)
            ],
        )

    def _length(self, count: int) -> Chip:
        return Chip(weeks_words(count), partial(self._go, weeks=count), count == self.wish.weeks)

    def _go(self, **changes: object) -> None:
        known = {"pattern": self._pattern.id, "first": self._first}
        _choose(self.desk, replace(self.wish, **{**known, **changes}))  # type: ignore[arg-type]

    def _add_insert(self) -> None:
        insert = Button(_("Insert"), "primary", press=self._insert)
        insert.setEnabled(not self._ahead.is_empty)
        self.point_to(self.add_button(insert, writes=True))

    def _add_more(self) -> None:
        back = self.wish.take_back
        text = _("Take deviations back: yes") if back else _("Take deviations back: no")
        press = partial(self._go, take_back=not back)
        self.add_button(Button(text, "chosen" if back else "plain", press=press))
        change = Button(_("Change the pattern"), press=self._change)
        self.add_button(change, writes=True)
        make = partial(new_pattern, self.desk, self.wish)
        self.add_button(Button(_("Make a new pattern"), press=make), writes=True)

    def _change(self) -> None:
        open_change(self.desk, self._pattern)

    def _insert(self) -> None:
        done: list[Laying] = []

        def run() -> str:
            laying = rolling.roll_out(
                self.desk.session,
                self._pattern,
                self._first,
                self.wish.weeks,
                take_back=self.wish.take_back,
            )
            done.append(laying)
            return rolling.told_rolled_out(laying)

        self.desk.attempt(run)
        if done:
            words = rolling.rolled_out_words(done[0])
            show_laid(self.desk, Laid(_("Roster pattern"), words, done[0], self._first))
