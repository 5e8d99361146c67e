"""The side panel about one rule: what is known, the way to ask, and what a decision says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from bpa_desktop.domain.municipal_papers import PAPER_PREFIX
from bpa_desktop.domain.municipality_term import Kind, Unit
from bpa_desktop.i18n import _
from bpa_desktop.services.own_profile import municipality_name, profile_of
from bpa_desktop.services.own_writing import forget_own, keep_own, own_value
from bpa_desktop.services.profile_rules import asked_as
from bpa_desktop.services.profile_words import (
    quote_words,
    rule_words,
    source_words,
    term_of,
    value_words,
)
from bpa_desktop.services.profiles import municipality_or_country, national
from bpa_desktop.services.rules_asked import asked_words, rules_asked
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.letter_doors import ask_municipality
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.domain.municipality_term import Term
    from bpa_desktop.views.desk import Desk

_LETTERS: Final = 24
_PLACE: Final = "municipality"


class RuleWish(NamedTuple):
    """What is written of a decision and not kept yet; ``value`` is as the user wrote it."""

    is_writing: bool = False
    value: str = ""
    reference: str = ""


def open_rule(desk: Desk, key: str) -> None:
    """Show the rule beside the page and say what it is."""
    term = term_of(key)
    if term is None:
        raise KeyError(key)
    known = asked_as(_profile(desk), key)
    _show(desk, key, RuleWish())
    said = _told(key, term, known)
    desk.announcer.say(said if said.endswith((".", "?")) else f"{said}.")


def _told(key: str, term: Term, known: Known | None) -> str:
    if _is_paper(key):
        return f"{_(term.label)}. {_asked_words(known)}"
    return _(term.question or term.label) if known is None else rule_words(term, known)


def _is_paper(key: str) -> bool:
    return key.startswith(PAPER_PREFIX)


def _asked_words(known: Known | None) -> str:
    """Of a paper: whether it is asked for."""
    return _("You are not asked for it.") if known is None else _("You are asked for it.")


def write_decision(desk: Desk, key: str) -> None:
    """Show the rule with the fields for what the user's decision says."""
    before = own_value(desk.session, key)
    begun = ("", "") if before is None else (before.value, before.reference)
    _show(desk, key, RuleWish(True, *begun))
    desk.announcer.say(f"{_('Write what your decision says')}.")


def _show(desk: Desk, key: str, wish: RuleWish, *, take_focus: bool = True) -> None:
    term = term_of(key)
    if term is None:
        raise KeyError(key)
    panel = RulePanel(desk, key, term, wish)
    desk.show_panel(panel, _(term.label), take_focus=take_focus)


def _profile(desk: Desk) -> Profile:
    session = desk.session
    return profile_of(session, session.today) or municipality_or_country("")


class RulePanel(ChoicePanel):
    """A value that is known comes with its words and source; about an unknown one can be asked."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"own_municipal_value", "relocation", "scheme", "letter"}
    )

    def __init__(self, desk: Desk, key: str, term: Term, wish: RuleWish) -> None:
        super().__init__(desk, lambda: _show(desk, key, RuleWish(), take_focus=False))
        self._key, self._term, self._wish = key, term, wish
        self._is_paper = _is_paper(key)
        profile = _profile(desk)
        known = asked_as(profile, key)
        if known is not None:
            self._add_known(known)
        else:
            self._add_unknown(profile)
        if wish.is_writing:
            self._add_writing()
        else:
            self._add_ways(known)

    def _add_ways(self, known: Known | None) -> None:
        """What can be done about the rule; what comes next stands first."""
        desk, key = self.desk, self._key
        sent = rules_asked(desk.session).get(key)
        is_open = known is None and bool(self._term.question)
        if is_open and sent is None:
            self.add_button(Button(_("Ask the municipality"), press=self._ask))
        if is_open and sent is not None:
            self.add(Text(asked_words(desk.session, key)))
        text = _("Write what your decision says")
        self.add_button(Button(text, press=partial(write_decision, desk, key)), writes=True)
        if is_open and sent is not None:
            self.add_button(Button(_("See the letter"), press=partial(self._see, sent.id)))
            self.add_button(Button(_("Ask again"), press=self._ask))
        if own_value(desk.session, key) is not None:
            self._add_forgetting()

    def _add_known(self, known: Known) -> None:
        words = value_words(self._term, known)
        self.add(Text(_asked_words(known) if self._is_paper else _sentence(words), "strong"))
        says_more = known.quote.casefold() != _(self._term.label).casefold()
        quote = quote_words(known)
        if quote and says_more and not known.is_own:
            self.add(Text(quote))
        self.add(Text(source_words(known), tone="muted"))
        if known.is_own:
            self._add_overruled()

    def _add_overruled(self) -> None:
        """What the municipality's own text says of a rule that a decision is about."""
        session = self.desk.session
        profile = municipality_or_country(municipality_name(session, session.today))
        said = asked_as(profile, self._key)
        if said is not None:
            text = _("The municipality's own text says: {value}.")
            value = value_words(self._term, said)
            asks = _("The municipality's own text asks for it.")
            self.add(Text(asks if self._is_paper else text.format(value=value), tone="muted"))

    def _add_unknown(self, profile: Profile) -> None:
        country = asked_as(national(), self._key)
        if self._is_paper:
            self._add_not_asked()
        elif country is not None:
            text = _("{name} does not say it. The starting point in the whole country is:")
            self.add(Text(text.format(name=profile.name)))
            self._add_known(country)
        else:
            self.add(Text(_(self._term.question or self._term.label), "strong"))
            self.add(Text(_("The municipality's text does not say it.")))

    def _add_not_asked(self) -> None:
        """A paper nobody asks for, and the decision that says so where one does."""
        self.add(Text(_asked_words(None), "strong"))
        own = own_value(self.desk.session, self._key)
        if own is not None:
            text = _("Your decision, {reference}.").format(reference=own.reference)
            self.add(Text(text, tone="muted"))
            self._add_overruled()

    def _add_writing(self) -> None:
        """The value, where the decision says it, and what keeps them."""
        if self._term.kind is Kind.YES_NO:
            self.add_chips(
                _("What your decision says"),
                [
                    Chip(text, partial(self._choose, word), self._wish.value == word)
                    for text, word in ((_("Yes"), "true"), (_("No"), "false"))
                ],
            )
        else:
            self.add(self._entry(_value_label(self._term), self._wish.value, self._take_value))
        label = _("The decision's reference, such as its date")
        self.add(self._entry(label, self._wish.reference, self._take_reference))
        keep = Button(_("Keep what the decision says"), "primary", press=self._keep_decision)
        self.add_button(keep, writes=True)

    def _entry(self, label: str, text: str, take: Callable[[str], None]) -> EntryRow:
        draft = Draft(self.desk, f"own_municipal_value/{label}", self._key)
        row = EntryRow(self.desk, label, text, take, letters=_LETTERS, draft=draft)
        if draft.text is not None:
            take(draft.text)
        return row

    def _take_value(self, typed: str) -> None:
        self._wish = self._wish._replace(value=typed)

    def _take_reference(self, typed: str) -> None:
        self._wish = self._wish._replace(reference=typed)

    def _choose(self, word: str) -> None:
        _show(self.desk, self._key, self._wish._replace(value=word), take_focus=False)

    def _keep_decision(self) -> None:
        wish, session = self._wish, self.desk.session
        self.desk.attempt(lambda: keep_own(session, self._key, wish.value, wish.reference))

    def _add_forgetting(self) -> None:
        text = _("Let the municipality's text count again")
        press = partial(self.desk.attempt, lambda: forget_own(self.desk.session, self._key))
        self.add_button(Button(text, press=press), writes=True)

    def _ask(self) -> None:
        ask_municipality(self.desk, (self._key,), _PLACE, self._again)

    def _see(self, letter_id: str) -> None:
        self.desk.show_record("letter", letter_id, _PLACE, self._again)

    def _again(self) -> None:
        """Show the rule again beside the page, once the letter is left."""
        _show(self.desk, self._key, RuleWish())


def _value_label(term: Term) -> str:
    if term.unit is Unit.NONE:
        return _("What your decision says")
    return _("What your decision says, in {unit}").format(unit=_(term.unit.label))


def _sentence(words: str) -> str:
    said = f"{words[:1].upper()}{words[1:]}"
    return said if said.endswith((".", ":", "?")) else f"{said}."
