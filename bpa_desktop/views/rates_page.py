"""The place of the rates: what each is today, where it is from, and which are missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rate_words import GROUPS, rates_on
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Section
from bpa_desktop.views.page import Page
from bpa_desktop.views.pay_terms import PayTerms
from bpa_desktop.views.rates_sharing import RatesSharing
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.rate_words import RateToday
    from bpa_desktop.views.desk import Desk

_EACH: Final = N_("Each helper")
_LINE_GAP: Final = 2
_GAP: Final = 8


class RatesPage(Page):
    """What is missing stands first; the rest is in groups, and a press opens a group."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"own_rate", "helper", "scheme", "unemployment_day"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._open_group = _(_EACH)
        self._sharing = RatesSharing(desk, self)
        new = Button(_("New rate"), "primary", icon="plus", press=self._new)
        save = Button(_("Save rates"), icon="download", press=self._sharing.save)
        bring = Button(_("Bring in rates"), icon="folder-output", press=self._sharing.choose)
        for button in (new, bring):
            button.setEnabled(not desk.read_only)
        self.lead(new, save, bring)

    def refresh(self) -> None:
        """Look the rates up again."""
        session = self.desk.session
        found = rates_on(session, session.today)
        missing = [one for one in found if one.is_missing]
        known = [one for one in found if not one.is_missing]
        self.heading.say(_("Rates"), _sentence(len(missing), date_words(session.today)))
        content = self.stack()
        content.add(Notice(_("A rate that is missing is never guessed. What needs it is missing.")))
        self._buttons: list[Button] = []
        self._add_section(content, _("Missing today"), missing)
        each = [one for one in known if one.helper]
        self._add_group(content, _(_EACH), self._rate_lines(each))
        for title, names in GROUPS:
            group = [one for one in known if not one.helper and one.name in names]
            self._add_group(content, _(title), self._rate_lines(group))
        self._add_group(content, _("All that you have written"), self._written())
        scheme = session.scheme()
        if scheme is not None:
            terms = PayTerms(self.desk, scheme)
            content.add(terms)
            self._buttons += terms.buttons
        self.group.set_buttons([*self.above, *self._buttons])
        self.fill(content)

    def _add_section(self, content: Stack, title: str, group: Sequence[RateToday]) -> None:
        if group:
            section = Section(title)
            lines = self._rate_lines(group)
            section.add(Stack(_GAP, [line for line, _button in lines]))
            content.add(section)
            self._buttons += [button for _line, button in lines]

    def _add_group(self, content: Stack, title: str, lines: Sequence[tuple[Stack, Button]]) -> None:
        """A button that opens the group below it; one group is open at a time."""
        if not lines:
            return
        is_open = self._open_group == title
        icon = "chevron-up" if is_open else "chevron-down"
        opener = Button(title, icon=icon, press=partial(self._toggle, title))
        opener.setObjectName(f"group/{title}")
        opener.set_note(ngettext("{n} rate", "{n} rates", len(lines)))
        opener.set_leading()
        self._buttons.append(opener)
        content.add(opener)
        if is_open:
            content.add(Stack(_GAP, [line for line, _button in lines]))
            self._buttons += [button for _line, button in lines]

    def _toggle(self, title: str) -> None:
        is_open = self._open_group == title
        self._open_group = "" if is_open else title
        self.refresh()
        told = _("{what} is closed.") if is_open else _("{what} is open.")
        self.desk.announcer.say(told.format(what=title))

    def _rate_lines(self, group: Sequence[RateToday]) -> list[tuple[Stack, Button]]:
        """Each rate as a button, and below it where it is from."""
        found = []
        for one in group:
            button = self._button(one)
            told = [Text(one.origin, tone="muted")] if one.origin else []
            found.append((Stack(_LINE_GAP, [button, *told]), button))
        return found

    def _written(self) -> list[tuple[Stack, Button]]:
        """A button for each rate that was ever written, the newest first."""
        session, kind = self.desk.session, kind_named("own_rate")
        found = sorted(session.records.all(OwnRate), key=lambda one: one.valid_from, reverse=True)
        labels = told_apart([(kind.describe(one, session.helper_names()),) for one in found])
        lines = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(open_editor, self.desk, kind, one))
            button.set_leading()
            lines.append((Stack(_LINE_GAP, [button]), button))
        return lines

    def _button(self, one: RateToday) -> Button:
        unknown = _("missing") if one.is_missing else _("not written")
        text = _("{rate}: {amount}").format(rate=one.title, amount=one.amount or unknown)
        button = Button(text, press=partial(self._open, one))
        button.set_leading()
        button.setEnabled(not self.desk.read_only)
        return button

    def _open(self, one: RateToday) -> None:
        kind = kind_named("own_rate")
        if one.own is not None:
            open_editor(self.desk, kind, one.own)
            return
        today = self.desk.session.today
        open_editor(self.desk, kind, name=one.name, helper=one.helper or None, valid_from=today)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("own_rate"))


def _sentence(lacking: int, today: str) -> str:
    if not lacking:
        return _("All rates are known on {date}.").format(date=today)
    text = ngettext("{n} rate is missing on {date}.", "{n} rates are missing on {date}.", lacking)
    return text.format(date=today)
