"""The place for helper-related expenses (section 10): estimate, grant, and the user's own log."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.trips import FACTS
from bpa_desktop.i18n import _, money, ngettext
from bpa_desktop.services import helper_costs as acts
from bpa_desktop.services.case_profile import own_profile, quoted, ruled, said
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.flow import budgets
from bpa_desktop.services.flow_words import voucher_line
from bpa_desktop.services.paper_costs import paper
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.rules_asked import asked_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row, Section
from bpa_desktop.views.letter_doors import ask_municipality
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.voucher_panel import new_voucher, open_voucher

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.helper_costs import HelperCosts
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_FIRST_SHOWN: Final = 24
_OUTSIDE: Final = "section-10-outside"
_QUOTES: Final = ("expenses.how_set", "expenses.estimate_every_months")


class CostsPage(Page):
    """What can be done is one Tab stop, and the log is another."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"voucher", "budget", "budget_line", "scheme", "letter"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_unfolded = False
        self._doers: list[Button] = []
        new = Button(_("New expense"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(
            Button(_("See the estimate as a paper"), icon="eye", press=self._see), new, main=new
        )

    def refresh(self) -> None:
        """Read the log again."""
        found = acts.helper_related(self.desk.session)
        self._doers = []
        told = acts.estimate_words(found.estimate)
        self.heading.say(_("Helper-related expenses"), told)
        content = self.stack()
        for part in (self._estimate(found), self._receipts(), self._facts(), self._log(found)):
            content.add(part)
        self.group.set_buttons([*self.above, *self._doers])
        self.fill(content)

    def _estimate(self, found: HelperCosts) -> Card:
        card = Card(_("Estimate and grant"))
        known = found.estimate
        if known is not None:
            card.add(Text(acts.formula(known)))
            for what, amount in known.by_what:
                card.add(Text(f"{what}: {money(amount)}", tone="muted"))
        for words in acts.granted_words(found):
            card.add(Text(words))
        text = _("Apply with these figures") if known else _("Write the application")
        apply_ = self._doer(text, partial(self._apply, found))
        card.add(Row([apply_]))
        return card

    def _receipts(self) -> Stack:
        """Whether receipts are sent is the municipality's to say; unknown is asked."""
        session = self.desk.session
        found = acts.receipts(session)
        general = ruled(rulebook().find(_OUTSIDE, session.today))
        parts: list[Notice | Text | Row] = []
        if found is not None:
            parts.append(Notice(quoted(found)))
        else:
            parts.append(Notice(_("It is not known whether receipts must be sent."), "warn"))
            asked = asked_words(session, acts.RECEIPTS)
            if asked:
                parts.append(Text(asked))
            ask = partial(ask_municipality, self.desk, (acts.RECEIPTS,), "costs")
            parts.append(Row([self._doer(_("Ask about receipts"), ask)]))
        quotes = [said(own_profile(session), key) for key in _QUOTES]
        shown = {found.words} if found is not None else set()
        for one in filter(None, (*quotes, general)):
            if one.words not in shown:
                shown.add(one.words)
                parts.append(Text(quoted(one), tone="muted"))
        text = _("Help with figures is asked for when the scheme starts, and once a year.")
        parts.append(Text(text, tone="muted"))
        return Stack(_GAP, parts)

    def _facts(self) -> Card:
        card = Card(_("What an application must hold"))
        for text in (
            _("Dates: from when you have the expense, and how often."),
            _("Concrete: what it is, how much is used, and what it costs."),
            _("Why: it comes of having helpers, and not of living as anybody does."),
            _("Alternatives: what you have tried that is cheaper."),
        ):
            card.add(Text(f"– {text}"))
        found = ruled(rulebook().find(FACTS, self.desk.session.today))
        if found is not None:
            card.add(Text(quoted(found), tone="muted"))
        return card

    def _log(self, found: HelperCosts) -> Section:
        section = Section(_("Your own log"))
        told = _("It leaves the house only when you choose so.")
        section.add(Text(told, tone="muted"))
        if not found.log:
            section.add(Text(_("Write each expense: soap, gloves, a ticket for the helper.")))
        books = budgets(self.desk.session)
        shown = found.log if self._is_unfolded else found.log[:_FIRST_SHOWN]
        labels = told_apart([(voucher_line(one, books),) for one in shown])
        buttons = []
        for one, label in zip(shown, labels, strict=True):
            button = Button(label, press=partial(open_voucher, self.desk, one.id))
            button.set_leading()
            buttons.append(button)
        if len(shown) < len(found.log):
            text = ngettext("Show all {n}", "Show all {n}", len(found.log))
            buttons.append(Button(text, press=self._unfold))
        Roving(buttons)
        section.add(Stack(_GAP, buttons))
        return section

    def _doer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._doers.append(button)
        return button

    def _unfold(self) -> None:
        self._is_unfolded = True
        self.refresh()
        self.desk.say(_("All are shown."))

    def _new(self) -> None:
        given = {"standard": StandardLine.HELPER_RELATED, "number": ""}
        new_voucher(self.desk, self.desk.session.today, **given)

    def _see(self) -> None:
        show_paper(self, as_bundle(paper(self.desk.session)), "costs")

    def _apply(self, found: HelperCosts) -> None:
        """An application begins with what is known; its letter is written from it."""
        known = found.estimate
        begun = Application(
            kind=ApplicationKind.HELPER_RELATED,
            title=_("Helper-related expenses"),
            why=acts.formula(known) if known else "",
            cost=known.per_month if known else None,
        )
        open_editor(self.desk, kind_named("application"), begun)
