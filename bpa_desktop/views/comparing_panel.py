"""The side panel that tells what differs in another municipality: people move."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.municipality import Standing
from bpa_desktop.i18n import _, language, ngettext
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.profile_rules import differences, other_papers
from bpa_desktop.services.profile_words import value_words
from bpa_desktop.services.profiles import (
    known_municipalities,
    municipality_or_country,
    profiles,
)
from bpa_desktop.views.choice_box import ChoiceBox
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.profile_rules import RuleDifference
    from bpa_desktop.views.desk import Desk

_GAP = 2


def open_comparison(desk: Desk, other: str = "") -> None:
    """Show what differs in the municipality ``other``, or in the first that was read."""
    panel = _show(desk, other)
    desk.announcer.say(f"{panel.title}. {panel.said}")


def _show(desk: Desk, other: str, *, take_focus: bool = True) -> ComparingPanel:
    panel = ComparingPanel(desk, other)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class ComparingPanel(LivePanel):
    """A box to choose the other one in, and below it only what is not the same."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"own_municipal_value", "relocation", "scheme"})

    def __init__(self, desk: Desk, other: str) -> None:
        super().__init__(desk, lambda: _show(desk, other, take_focus=False))
        ours = profile_of(desk.session, desk.session.today) or municipality_or_country("")
        others = [one for one in known_municipalities() if one.id != ours.id]
        first = next((one for one in profiles() if one.id != ours.id), ours)
        theirs = next((one for one in others if one.id == other), first)
        self.title = _("Compare with another municipality")
        options = [(one.id, one.name) for one in others]
        self.add(ChoiceBox(_("The other municipality"), options, theirs.id, self._choose))
        found = differences(ours, theirs)
        self.said = ngettext(
            "{n} rule differs in {name}.", "{n} rules differ in {name}.", len(found)
        ).format(name=theirs.name)
        self.add(Text(self.said, "strong"))
        if theirs.standing is not Standing.READ:
            text = _("Nobody has read the text of {name}. This is what holds in the whole country.")
            self.add(Text(text.format(name=theirs.name)))
        self._add_papers(ours, theirs)
        for one in found:
            if one.theirs is not None:
                self.add(_difference(one, ours, theirs))
        self._add_unknown([one for one in found if one.theirs is None], theirs)

    def _add_unknown(self, found: Sequence[RuleDifference], theirs: Profile) -> None:
        """What our municipality says and the other one does not."""
        if found:
            heading = Text(_("Not known of {name}").format(name=theirs.name), "label")
            self.add(Stack(_GAP, [heading, *(Text(_(one.term.label)) for one in found)]))

    def _choose(self, other: str) -> None:
        panel = _show(self.desk, other, take_focus=False)
        self.desk.say(panel.said, "info")

    def _add_papers(self, ours: Profile, theirs: Profile) -> None:
        found = other_papers(ours, theirs)
        if found is None:
            text = _("Which papers {name} asks for before a visit is not known.")
            self.add(Text(text.format(name=theirs.name)))
            return
        for profile, papers in ((theirs, found.theirs), (ours, found.ours)):
            if papers:
                words = [one.words if language() == "da" else one.english for one in papers]
                heading = Text(_("Papers only {name} names").format(name=profile.name), "label")
                self.add(Stack(_GAP, [heading, *(Text(one) for one in words)]))


def _difference(one: RuleDifference, ours: Profile, theirs: Profile) -> Stack:
    """What the rule is called, and what each of the two says."""
    lines = [Text(_(one.term.label), "label")]
    for profile, known in ((ours, one.ours), (theirs, one.theirs)):
        words = _("not known") if known is None else value_words(one.term, known)
        lines.append(Text(_("{name}: {what}").format(name=profile.name, what=words)))
    return Stack(_GAP, lines)
