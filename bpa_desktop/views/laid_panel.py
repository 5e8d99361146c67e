"""What came of many shifts at once: how many there are, and each open one with its reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import _
from bpa_desktop.services.laying import first_names, made_words, reason, slot_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.shift_doors import find_substitute
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.services.laying import Laying, OpenSlot
    from bpa_desktop.views.desk import Desk


class Laid(NamedTuple):
    """What was laid in, under which heading, and the first day of it."""

    title: str
    laying: Laying
    first: dt.date


def show_laid(desk: Desk, laid: Laid, *, take_focus: bool = True) -> None:
    """Show what came of it beside the page; nothing once all of it was undone."""
    there = {one.id for one in _still_there(desk, laid.laying)}
    if laid.laying.shifts and not there:
        desk.close_panel()
    else:
        desk.show_panel(LaidPanel(desk, laid, there), laid.title, take_focus=take_focus)


def _still_there(desk: Desk, laying: Laying) -> tuple[Shift, ...]:
    """The first of the shifts, and those of the open ones that still are unfilled."""
    first = [one.id for one in laying.shifts[:1]]
    found = desk.session.records.with_ids(Shift, [*first, *(one.shift for one in laying.open)])
    return tuple(one for one in found if one.helper is None or one.id in first)


class LaidPanel(ChoicePanel):
    """Each open shift is a button that opens it; one that was filled since is left out."""

    def __init__(self, desk: Desk, laid: Laid, there: set[str]) -> None:
        super().__init__(desk, lambda: show_laid(desk, laid, take_focus=False))
        self.add(Text(made_words(laid.laying)))
        still = [one for one in laid.laying.open if one.shift in there]
        if still:
            self.add(Text(_("Unfilled"), "label", "muted"))
        names = first_names(desk.session)
        for one in still:
            button = Button(slot_words(one.slot), press=partial(self._fill, one))
            button.set_leading()
            button.setObjectName(one.shift)
            button.set_spoken(reason(one, names))
            self.add_button(button)
            self.add(Text(reason(one, names), tone="muted"))
        number = laid.first.isocalendar().week
        text = _("Show week {number}").format(number=number)
        self.add_button(Button(text, press=lambda: desk.show_week(laid.first)))

    def _fill(self, one: OpenSlot) -> None:
        find_substitute(self.desk, one.shift)
        self.desk.announcer.say(f"{_('Find a substitute')}. {slot_words(one.slot)}.")
