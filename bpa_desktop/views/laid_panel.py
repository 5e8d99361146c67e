"""What came of many shifts at once: how many there are, and each open one with its reason."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import _
from bpa_desktop.services.laying import first_names, reason, slot_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.shift_doors import find_substitute
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.services.laying import Laying, OpenSlot
    from bpa_desktop.views.desk import Desk


SHOWN_FIRST: Final = 12
"""How many open shifts are listed until all are asked for."""


class Laid(NamedTuple):
    """What was laid in, under which heading, in which words, and the first day of it."""

    title: str
    words: str
    laying: Laying
    first: dt.date
    show_all: bool = False


def show_laid(desk: Desk, laid: Laid, *, take_focus: bool = True) -> None:
    """Show what came of it beside the page; nothing once all of it was undone."""
    there = {one.id for one in _still_there(desk, laid.laying)}
    if laid.laying.shifts and not there:
        desk.close_panel()
        return
    panel = LaidPanel(desk, laid, there)
    desk.show_panel(panel, laid.title, take_focus=take_focus)
    if take_focus:
        focus_first(panel)


def _still_there(desk: Desk, laying: Laying) -> tuple[Shift, ...]:
    """The first of the shifts, and those of the open ones that still are unfilled."""
    first = [one.id for one in laying.shifts[:1]]
    found = desk.session.records.with_ids(Shift, [*first, *(one.shift for one in laying.open)])
    return tuple(one for one in found if one.helper is None or one.id in first)


class LaidPanel(ChoicePanel):
    """Each open shift is a button to find somebody for it, under the reason why it is open."""

    def __init__(self, desk: Desk, laid: Laid, there: set[str]) -> None:
        super().__init__(desk, lambda: show_laid(desk, laid, take_focus=False))
        self.add(Text(laid.words))
        still = [one for one in laid.laying.open if one.shift in there]
        shown = still if laid.show_all else still[:SHOWN_FIRST]
        names = first_names(desk.session)
        for words, some in groupby(shown, key=lambda one: reason(one, names)):
            self.add(Text(words[:1].upper() + words[1:], "label", "muted"))
            for one in some:
                self._add_open(one, words)
        if len(shown) < len(still):
            text = _("Show all unfilled ({n})").format(n=len(still))
            whole = laid._replace(show_all=True)
            self.add_button(Button(text, press=lambda: _show_all(desk, whole)))
        text = _("Show week {number}").format(number=laid.first.isocalendar().week)
        self.add_button(Button(text, press=lambda: desk.show_week(laid.first)))

    def _add_open(self, one: OpenSlot, words: str) -> None:
        button = Button(slot_words(one.slot), press=partial(find_substitute, self.desk, one.shift))
        button.set_leading()
        button.setObjectName(one.shift)
        button.set_spoken(words)
        self.add_button(button)


def _show_all(desk: Desk, laid: Laid) -> None:
    show_laid(desk, laid, take_focus=False)
    desk.announcer.say(laid.words)
