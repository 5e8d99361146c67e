"""The place Employer: who it is now, who does what, and each hand-over with its steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.scheme import Party
from bpa_desktop.i18n import _
from bpa_desktop.services import handovers as acts
from bpa_desktop.services.case_profile import own_profile, quoted, ruled, said
from bpa_desktop.services.case_words import handover
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Section
from bpa_desktop.views.handover_panel import open_handover
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_PARTS: Final = (
    ("leading.employer_by_others", "handover-notice"),
    ("", "handover-approved"),
    ("leading.not_shifted", "role-split"),
    ("leading.help_offered", ""),
)
"""What a municipality may say, and the rule that stands in its place where it does not."""


class EmployerPage(Page):
    """Each hand-over is a button; it opens beside the page."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"handover", "scheme", "addendum", "contract"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._new = Button(_("Hand over the role"), "primary", press=self._hand_over)
        self._again = Button(_("Take the role back"), press=self._take_back)
        self.lead(self._again, self._new, main=self._new)

    def refresh(self) -> None:
        """Read the scheme and the hand-overs again."""
        session = self.desk.session
        scheme = session.scheme()
        is_self = scheme is None or scheme.employer is Party.SELF
        self._new.setEnabled(not self.desk.read_only)
        self._again.setEnabled(not self.desk.read_only and not is_self)
        self.heading.say(_("Employer"), acts.employer_words(scheme))
        content = self.stack()
        found = acts.handovers(session)
        if found:
            content.add(self._list(found))
        else:
            text = _(
                "Write to whom, and the steps and days follow: "
                "a relative, an association or a company."
            )
            content.add(Notice(text))
        content.add(_tasks(_("Stays with you as the leader"), acts.LEADER))
        content.add(_tasks(_("Goes with the role of employer"), acts.EMPLOYER))
        content.add(self._rules())
        self.fill(content)

    def _list(self, found: Sequence[Handover]) -> Section:
        section = Section(_("Changes of employer"))
        labels = told_apart([(_line(one),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(open_handover, self.desk, one.id))
            button.set_leading()
            buttons.append(button)
        Roving(buttons)
        section.add(Stack(_GAP, buttons))
        return section

    def _rules(self) -> Card:
        session = self.desk.session
        profile, book = own_profile(session), rulebook()
        card = Card(_("What the rules say"))
        for key, rule in _PARTS:
            own = said(profile, key) if key else None
            general = ruled(book.find(rule, session.today)) if rule else None
            for one in filter(None, (own, general)):
                card.add(Text(quoted(one)))
        return card

    def _hand_over(self) -> None:
        begun = Handover(to=Party.RELATIVE, agreed_on=self.desk.session.today)
        open_editor(self.desk, kind_named("handover"), begun)

    def _take_back(self) -> None:
        begun = Handover(to=Party.SELF, agreed_on=self.desk.session.today)
        open_editor(self.desk, kind_named("handover"), begun)


def _line(one: Handover) -> str:
    state = _("carried out") if one.done_on is not None else _("under way")
    return f"{handover(one, {})}, {state}"


def _tasks(title: str, tasks: Sequence[str]) -> Card:
    card = Card(title)
    for task in tasks:
        card.add(Text(f"– {_(task)}"))
    return card
