"""The place of the rates: what each is today, where it is from, and which are missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rate_words import rates_on
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Section
from bpa_desktop.views.page import Page
from bpa_desktop.views.pay_terms import PayTerms
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.rate_words import RateToday
    from bpa_desktop.views.desk import Desk

_LINE_GAP: Final = 2
_GAP: Final = 8


class RatesPage(Page):
    """Every rate on one line with what it is today; a press writes it, or changes it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"own_rate", "helper", "scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._above = [
            Button(_("Back"), icon="arrow-left", press=desk.go_back),
            Button(_("New rate"), "primary", icon="plus", press=self._new),
        ]
        self._above[-1].setEnabled(not desk.read_only)
        self._group = Roving(self._above)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Look the rates up again."""
        session = self.desk.session
        found = rates_on(session, session.today)
        lacking = sum(one.is_missing for one in found)
        self.heading.say(_("Rates"), _sentence(lacking, date_words(session.today)))
        content = self.stack()
        content.add(Notice(_("A rate that is missing is never guessed. What needs it is missing.")))
        scheme = session.scheme()
        if scheme is not None:
            content.add(PayTerms(self.desk, scheme))
        buttons: list[Button] = []
        for title, group in (
            (_("Each helper"), [one for one in found if one.helper]),
            (_("The same for all"), [one for one in found if not one.helper]),
        ):
            if group:
                own = [self._button(one) for one in group]
                content.add(_section(title, group, own))
                buttons += own
        written = self._written()
        if written:
            section = Section(_("All that you have written"))
            section.add(Stack(_GAP, written))
            content.add(section)
        self._group.set_buttons([*self._above, *buttons, *written])
        self.fill(content)

    def _written(self) -> list[Button]:
        """A button for each rate that was ever written, the newest first."""
        session, kind = self.desk.session, kind_named("own_rate")
        found = sorted(session.records.all(OwnRate), key=lambda one: one.valid_from, reverse=True)
        labels = told_apart([(kind.describe(one, session.helper_names()),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(open_editor, self.desk, kind, one))
            button.set_leading()
            buttons.append(button)
        return buttons

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


def _section(title: str, group: Sequence[RateToday], buttons: Sequence[Button]) -> Section:
    """The rates under a heading, below each where it is from."""
    section = Section(title)
    for one, button in zip(group, buttons, strict=True):
        told = [Text(one.origin, tone="muted")] if one.origin else []
        section.add(Stack(_LINE_GAP, [button, *told]))
    return section
