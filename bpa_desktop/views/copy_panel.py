"""Copying weeks of the roster: last week at a press, any weeks after a few choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import monday
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.copying import (
    copied_words,
    copy_period,
    copy_week,
    foreseen,
    foretold_copied,
    told_copied,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import WEEK, Chip, ChoicePanel, Stepper, weeks_words
from bpa_desktop.views.laid_panel import Laid, show_laid
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.services.laying import Laying
    from bpa_desktop.views.desk import Desk

_LENGTHS: Final = (1, 2, 4, 8)
_TIMES: Final = (1, 2, 4, 8)
_FIRST_YEAR: Final = 52


class CopyWish(NamedTuple):
    """What was chosen so far: which Monday, how many weeks, to which Monday, how many times."""

    source: dt.date
    weeks: int
    target: dt.date
    times: int = 1


def copy_last_week(desk: Desk, first: dt.date, _end: dt.date) -> None:
    """Copy the week before the one that begins the roster shown into it, and say what came."""
    target = monday(first)
    done: list[Laying] = []

    def run() -> str:
        done.append(copy_week(desk.session, target - WEEK, target))
        return told_copied(done[0])

    desk.attempt(run)
    if done and done[0].open:
        show_laid(desk, Laid(_("Copied"), copied_words(done[0]), done[0], target), take_focus=False)


def open_copy(desk: Desk, first: dt.date, _end: dt.date) -> None:
    """Show the choices for copying weeks beside the page."""
    target = monday(first)
    _choose(desk, CopyWish(target - WEEK, 1, target))


def _choose(desk: Desk, wish: CopyWish) -> None:
    _show(desk, wish)
    desk.announcer.say(f"{_('Copy weeks')}. {_forecast(desk, wish)}")


def _show(desk: Desk, wish: CopyWish) -> None:
    desk.show_panel(CopyPanel(desk, wish), _("Copy weeks"))


def _ahead(desk: Desk, wish: CopyWish) -> Laying:
    end = wish.source + wish.weeks * WEEK
    return foreseen(desk.session, wish.source, end, wish.target, wish.times)


def _forecast(desk: Desk, wish: CopyWish) -> str:
    return foretold_copied(desk.session, _ahead(desk, wish))


class CopyPanel(ChoicePanel):
    """Nothing is copied until *Copy* is pressed; what would come is said before."""

    def __init__(self, desk: Desk, wish: CopyWish) -> None:
        super().__init__(desk, lambda: _show(desk, wish))
        self._wish = wish
        least = wish.source - _FIRST_YEAR * WEEK
        source = Stepper(_("Copy from"), _("From an earlier week"), _("From a later week"), least)
        self.add_week(source, wish.source, lambda day: self._go(source=day))
        self.add_chips(_("How much"), [self._chip("weeks", count) for count in _LENGTHS])
        target = Stepper(_("Copy to"), _("To an earlier week"), _("To a later week"), least)
        self.add_week(target, wish.target, lambda day: self._go(target=day))
        self.add_chips(_("How many times"), [self._chip("times", count) for count in _TIMES])
        laying = _ahead(desk, wish)
        self.add(Text(foretold_copied(desk.session, laying)))
        copy = Button(_("Copy"), "primary", press=self._copy)
        copy.setEnabled(not laying.is_empty)
        self.point_to(self.add_button(copy, writes=True))

    def _chip(self, name: str, count: int) -> Chip:
        text = weeks_words(count) if name == "weeks" else ngettext("{n} time", "{n} times", count)
        chosen = getattr(self._wish, name) == count
        return Chip(text, lambda: self._go(**{name: count}), chosen)

    def _go(self, **changes: object) -> None:
        _choose(self.desk, self._wish._replace(**changes))  # type: ignore[arg-type]

    def _copy(self) -> None:
        wish = self._wish
        done: list[Laying] = []
        end = wish.source + wish.weeks * WEEK

        def run() -> str:
            done.append(copy_period(self.desk.session, wish.source, end, wish.target, wish.times))
            return told_copied(done[0])

        self.desk.attempt(run)
        if done:
            show_laid(self.desk, Laid(_("Copied"), copied_words(done[0]), done[0], wish.target))
