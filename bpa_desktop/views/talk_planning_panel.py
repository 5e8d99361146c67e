"""Planning talks (MUS) with everybody who lacks one: times are proposed, then put in the roster."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.talk_planning import propose
from bpa_desktop.services.talk_words import proposal_words
from bpa_desktop.services.talks import plan_talks, talks
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.services.talk_planning import Proposed
    from bpa_desktop.views.desk import Desk


def open_planning(desk: Desk) -> None:
    """Show who lacks a talk beside the page, and say it."""
    panel = _show(desk)
    desk.announcer.say(f"{panel.title}. {panel.said}")


def show_planning(desk: Desk) -> None:
    """The same where the page itself has just been said."""
    _show(desk)


def _show(
    desk: Desk,
    found: Sequence[Proposed] | None = None,
    chosen: Mapping[str, int] | None = None,
    *,
    take_focus: bool = True,
) -> PlanningPanel:
    panel = PlanningPanel(desk, found, chosen or {})
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class PlanningPanel(ChoicePanel):
    """First who lacks a talk; then a time for each, with two others to choose from."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"talk", "helper", "shift", "absence"})

    def __init__(
        self, desk: Desk, found: Sequence[Proposed] | None, chosen: Mapping[str, int]
    ) -> None:
        super().__init__(desk, lambda: _show(desk, take_focus=False))
        self._found, self._chosen = found, dict(chosen)
        self.title = _("Plan talks (MUS)")
        if found is None:
            self._add_lacking()
        else:
            self._add_times(found)

    def _add_lacking(self) -> None:
        today = self.desk.session.today
        names = [one.helper.name for one in talks(self.desk.session) if one.lacks(today)]
        text = ngettext("{n} helper lacks a talk.", "{n} helpers lack a talk.", len(names))
        self.said = text if names else _("No talk is lacking.")
        self.add(Text(self.said, "strong"))
        for name in names:
            self.add(Text(name))
        if names:
            self.add(Text(_("Times are found beside the helpers' shifts, within the rules.")))
            self.add_button(Button(_("Propose times"), "primary", press=self.propose), writes=True)

    def propose(self) -> None:
        """Find times for everybody who lacks a talk, and show them."""
        panel = _show(self.desk, propose(self.desk.session))
        self.desk.say(panel.said, "info")

    def _add_times(self, found: Sequence[Proposed]) -> None:
        count = sum(bool(one.times) for one in found)
        text = ngettext(
            "A time is found for {n} helper.", "Times are found for {n} helpers.", count
        )
        self.said = text
        self.add(Text(self.said, "strong"))
        if count:
            self.add_button(Button(_("Insert"), "primary", press=self._put_in), writes=True)
        for one in found:
            self._add_helper(one)

    def _add_helper(self, one: Proposed) -> None:
        name = one.helper.name
        if not one.times:
            self.add(Text(name, "label"))
            self.add(Text(_("No time was found in the coming weeks. Write a talk by hand.")))
            return
        at = self._chosen.get(one.helper.id, 0)
        self.add_chips(
            name,
            [
                Chip(
                    f"{one.helper.first_name}: {proposal_words(time)}",
                    partial(self._choose, one.helper.id, place),
                    place == at,
                )
                for place, time in enumerate(one.times)
            ],
        )

    def _choose(self, helper: str, place: int) -> None:
        panel = _show(self.desk, self._found, {**self._chosen, helper: place})
        self.desk.say(panel.said, "info")

    def _put_in(self) -> None:
        planned = [
            one.times[self._chosen.get(one.helper.id, 0)].talk()
            for one in self._found or ()
            if one.times
        ]
        if self.desk.attempt(lambda: plan_talks(self.desk.session, planned)):
            self.desk.close_panel()
