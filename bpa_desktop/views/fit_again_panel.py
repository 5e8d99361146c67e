"""What comes after somebody is fit again: their shifts that are still unfilled, with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import sick_news, spells
from bpa_desktop.services.rostering import when, who
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.spells import Back
    from bpa_desktop.views.desk import Desk

_MOST: Final = 6
"""How many shifts are listed in each of the two lists."""


def back_label(absence: Absence, name: str) -> str:
    """What the button is called that ends the absence of the helper called ``name``."""
    if absence.kind is AbsenceKind.SICKNESS:
        return _("Fit again – {name}").format(name=name)
    return _("Back at work – {name}").format(name=name)


def ways_back(desk: Desk, absence: Absence) -> list[Button]:
    """The button beside the form of an absence that goes on; none for another."""
    if not absence.id or not spells.goes_on(absence, desk.session.now()):
        return []
    is_sick = absence.kind is AbsenceKind.SICKNESS
    text = _("Fit again") if is_sick else _("Back at work")
    return [Button(text, press=lambda: end_absence(desk, absence))]


def end_absence(desk: Desk, absence: Absence) -> None:
    """End the absence, and show the shifts that can be given back."""
    found: list[Back] = []

    def run() -> str:
        found.append(spells.fit_again(desk.session, absence))
        return sick_news.back(desk.session, absence, found[0])

    if desk.attempt(run):
        open_back(desk, found[0])


def open_back(desk: Desk, back: Back) -> None:
    """Show the shifts of the one who is back; close the panel when none waits any more."""
    waiting = spells.still(desk.session, back.open, is_open_still=True)
    if waiting:
        title = _("{who} is back").format(who=who(desk.session, back.helper))
        desk.show_panel(BackPanel(desk, back, waiting), title)
    else:
        desk.close_panel()


class BackPanel(LivePanel):
    """The unfilled shifts with one button for all of them, and those that others have."""

    def __init__(self, desk: Desk, back: Back, waiting: Sequence[Shift]) -> None:
        super().__init__(desk, lambda: open_back(desk, back))
        self._back = back
        name = who(desk.session, back.helper)
        text = ngettext(
            "{who} had {n} shift that is unfilled.",
            "{who} had {n} shifts that are unfilled.",
            len(waiting),
        )
        self.add(Text(text.format(who=name)))
        give = Button(
            ngettext("Give {n} shift back", "Give {n} shifts back", len(waiting)),
            "primary",
            press=self._give,
        )
        give.setEnabled(not desk.read_only)
        leave = Button(_("Leave them unfilled"), press=self._leave)
        self.add(Row([give, leave]))
        self._add_shifts([when(shift) for shift in waiting])
        self._add_taken()
        self._roving = Roving([give, leave])

    def _add_taken(self) -> None:
        taken = spells.still(self.desk.session, self._back.taken, is_open_still=False)
        if taken:
            self.add(Text(_("Others have taken these, and keep them:")))
            names = self.desk.session.helper_names()
            self._add_shifts([f"{when(one)} {names.get(one.helper or '', '')}" for one in taken])

    def _add_shifts(self, lines: Sequence[str]) -> None:
        """A line for each, and how many more there are when that would be many."""
        shown = lines if len(lines) <= _MOST + 1 else lines[:_MOST]
        for line in shown:
            self.add(Text(line, tone="muted"))
        left = len(lines) - len(shown)
        if left:
            self.add(Text(ngettext("and {n} more", "and {n} more", left), tone="muted"))

    def _give(self) -> None:
        def run() -> str:
            count = spells.give_back(self.desk.session, self._back)
            return sick_news.gave_back(self.desk.session, self._back.helper, count)

        self.desk.attempt(run)

    def _leave(self) -> None:
        self.desk.close_panel()
        self.desk.say(_("The shifts stay unfilled."))
