"""The place Insurances: who must insure, what is needed, and the policies that are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.insurance import Cover
from bpa_desktop.domain.insurances import NEEDED
from bpa_desktop.i18n import _
from bpa_desktop.services import insurances as acts
from bpa_desktop.services.case_profile import own_profile, quoted, ruled, said
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row, Section
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.insurance import Insurance
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_QUOTES: Final = ("insurance.frame_deal", "insurance.own_choice")


class InsurancePage(Page):
    """What can be done is one Tab stop, and the policies are another."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"insurance", "scheme", "shift"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._doers: list[Button] = []
        new = Button(_("New insurance"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(new, main=new)

    def refresh(self) -> None:
        """Read the policies again."""
        session = self.desk.session
        self._doers = []
        self.heading.say(_("Insurances"), acts.sentence(session))
        content = self.stack()
        content.add(self._needed())
        content.add(self._duty())
        found = acts.policies(session)
        if found:
            content.add(self._policies(found))
        self.group.set_buttons([*self.above, *self._doers])
        self.fill(content)

    def _needed(self) -> Card:
        session = self.desk.session
        card = Card(_("Needed for helpers"))
        missing = acts.lacks(session)
        row = Row()
        for cover in (*NEEDED, Cover.TRAVEL):
            words = acts.cover_words(session, cover)
            card.add(Notice(words, "warn") if cover in missing else Text(words))
        for cover in missing:
            text = _("Write it – {what}").format(what=_(cover.label))
            row.add(self._doer(text, partial(self._new_for, cover)))
        if missing:
            card.add(row)
        profile = own_profile(session)
        general = ruled(rulebook().find("bpa-required-insurances", session.today))
        found = [said(profile, "insurance.required") or general]
        for one in filter(None, (*found, *(said(profile, key) for key in _QUOTES))):
            card.add(Text(quoted(one), tone="muted"))
        return card

    def _duty(self) -> Card:
        session = self.desk.session
        card = Card(_("Who must insure, and from when"))
        card.add(Text(acts.who_words(session)))
        follows = ruled(rulebook().find("ins-follows-employer", session.today))
        if follows is not None:
            card.add(Text(quoted(follows), tone="muted"))
        for words in acts.duty_words(acts.duty(session), session.today.year):
            card.add(Text(words))
        return card

    def _policies(self, found: tuple[Insurance, ...]) -> Section:
        section = Section(_("Your insurances"))
        labels = told_apart([(acts.policy_words(one),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(self._open, one))
            button.set_leading()
            buttons.append(button)
        Roving(buttons)
        section.add(Stack(_GAP, buttons))
        running = [one for one in found if one.ended_on is None and one.renews_on is not None]
        forms = [
            (one.company, f"{_(one.covers.label)}, {one.company}", acts.policy_words(one))
            for one in running
        ]
        row = Row()
        for one, name in zip(running, told_apart(forms), strict=True):
            text = _("Renewed for a year – {what}").format(what=name)
            row.add(self._doer(text, partial(self._renew, one)))
        if running:
            section.add(row)
        return section

    def _doer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._doers.append(button)
        return button

    def _renew(self, one: Insurance) -> None:
        self.desk.attempt(lambda: acts.renewed(self.desk.session, one))

    def _open(self, one: Insurance) -> None:
        open_editor(self.desk, kind_named("insurance"), one)

    def _new_for(self, cover: Cover) -> None:
        open_editor(self.desk, kind_named("insurance"), covers=cover)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("insurance"))
