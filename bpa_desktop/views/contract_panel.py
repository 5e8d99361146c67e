"""The side panel about a helper's contract and papers: what is missing, what is given, what is due.

A contract belongs to the employment in which it begins; who was hired again has one for each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.contract_items import Part
from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import N_, _, date_words, uncapitalised
from bpa_desktop.services import contracts as acts
from bpa_desktop.services import paper_hiring as papers
from bpa_desktop.services import recent
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.contract_filling import told_sources
from bpa_desktop.services.giving import write_out
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.contract import Addendum, Contract
    from bpa_desktop.domain.contract_items import Item
    from bpa_desktop.domain.key_receipt import KeyReceipt
    from bpa_desktop.domain.people import Employment
    from bpa_desktop.services.contracts import ContractState
    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.views.desk import Desk

CONTRACT: Final = "contract"
ADDENDA: Final = "addenda"
KEYS: Final = "keys"
_PARTS: Final = (
    (CONTRACT, N_("Contract")),
    (ADDENDA, N_("Addenda")),
    (KEYS, N_("Confidentiality and keys")),
)
_GIVEN: Final = {Part.FIRST: "given_on", Part.REST: "rest_given_on"}


@dataclass(frozen=True, kw_only=True)
class ContractChoice:
    """Which contract is shown, by its id or by the first day of its employment; the newest first.

    ``with_cpr`` puts the helper's CPR number in the paper. ``part`` is what is in sight.
    """

    part: str = CONTRACT
    shown: str = ""
    with_cpr: bool = False


def open_contract(desk: Desk, helper_id: str) -> None:
    """Show the helper's contract and papers beside the page, and say whose."""
    panel = show_contract(desk, helper_id)
    if panel is not None:
        desk.announcer.say(f"{panel.title}.")


def show_contract(
    desk: Desk,
    helper_id: str,
    choice: ContractChoice | None = None,
    saving: Saving | None = None,
) -> ContractPanel | None:
    """The same without a word; the panel closes when the helper is gone."""
    found = next(iter(desk.session.records.with_ids(Helper, [helper_id])), None)
    if found is None:
        desk.close_panel()
        return None
    kept = saving or Saving(desk, recent.home_folder() / _("Hiring"), _("The file is being made."))
    panel = ContractPanel(desk, found, choice or ContractChoice(), kept)
    desk.show_panel(panel, panel.title, take_focus=saving is None)
    return panel


class ContractPanel(ChoicePanel):
    """The contract, its addenda, confidentiality, and keys."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"contract", "addendum", "key_receipt", "helper", "scheme"}
    )

    def __init__(self, desk: Desk, helper: Helper, choice: ContractChoice, saving: Saving) -> None:
        super().__init__(desk, lambda: show_contract(desk, helper.id, choice, saving))
        self._helper = helper
        self._choice = choice
        self._saving = saving
        self.title = _("Contract and papers: {who}").format(who=helper.name)
        state = self._choose()
        self._add_parts()
        if choice.part == KEYS:
            self._add_confidentiality(state.contract if state else None)
            self._add_keys()
        elif state is None:
            self.add(Text(_("Write first when the helper is employed.")))
            self._write(_("Edit details"), self._edit_helper)
        elif state.contract is None:
            self._add_none(state)
        elif choice.part == ADDENDA:
            self._add_addenda(state.contract)
        else:
            self._add_contract(state, state.contract)
        where = SavedWhere(saving, _("Papers are saved in the folder {path}."))
        for button in where.buttons:
            self._keep(button)
        self.add(where)

    def _choose(self) -> ContractState | None:
        """The contract that is shown; chips above it where there are several."""
        session, helper = self.desk.session, self._helper
        written = acts.contracts_of(session, helper)
        bare = [one for one in acts.employments_of(helper) if not _has_one(one, written)]
        states = {one.id: acts.state_of_contract(session, helper, one) for one in written}
        states |= {one.first_day.isoformat(): acts.state_of(session, helper, one) for one in bare}
        if not states:
            return None
        ordered = sorted(states, key=lambda key: states[key].begins_on, reverse=True)
        shown = self._choice.shown if self._choice.shown in states else ordered[0]
        if len(ordered) > 1:
            text = _("From {date}")
            labels = told_apart(
                [(text.format(date=date_words(states[key].begins_on)),) for key in ordered]
            )
            chips = [
                Chip(
                    label,
                    partial(self._again, replace(self._choice, shown=key), label),
                    key == shown,
                )
                for key, label in zip(ordered, labels, strict=True)
            ]
            self.add_chips(_("Which contract"), chips)
        return states[shown]

    def _add_parts(self) -> None:
        chips = [
            Chip(
                _(text),
                partial(self._again, replace(self._choice, part=part), _(text)),
                part == self._choice.part,
            )
            for part, text in _PARTS
        ]
        self.add_chips(_("Show"), chips)

    def _again(self, choice: ContractChoice, said: str) -> None:
        show_contract(self.desk, self._helper.id, choice, self._saving)
        self.desk.announcer.say(f"{said}.")

    def _add_none(self, state: ContractState) -> None:
        text = _("No contract is written for the employment from {date}.")
        self.add(Text(text.format(date=date_words(state.begins_on)), "strong"))
        self._add_dates(state)
        self.add(Text(_("What is known already is filled in for you.")))
        self._write(_("Begin the contract"), partial(self._begin, state), primary=True)

    def _begin(self, state: ContractState) -> None:
        session = self.desk.session
        self.desk.attempt(lambda: acts.begin(session, self._helper, state.employment)[0])

    def _add_dates(self, state: ContractState) -> None:
        for words in acts.warnings(state):
            self.add(Text(words))
        if state.dates is None and state.contract is None:
            return
        for part in (Part.FIRST, Part.REST):
            self.add(Text(acts.part_words(state, part)))
        source = acts.source_words(state)
        if source:
            self.add(Text(source, tone="muted"))

    def _add_contract(self, state: ContractState, contract: Contract) -> None:
        text = _("Contract from {date}")
        self.add(Text(text.format(date=date_words(contract.begins_on)), "strong"))
        if acts.has_long_probation(state):
            self.add(Notice(acts.probation_words(state), "warn"))
        self._add_dates(state)
        is_whole = True
        for part in Part:
            missing = state.missing(part)
            if missing:
                is_whole = False
                self.add(Notice(_missing_words(part, missing), "warn"))
        if is_whole:
            self.add(Text(_("Nothing is missing in the contract.")))
        else:
            self.add(Text(_list_source(), tone="muted"))
        self._write(
            _("Fill in or change the contract"), partial(self._edit, contract), primary=True
        )
        if acts.may_ask(contract):
            self._write(_("Was asked for today"), self._act(acts.mark_asked, contract))
        self._add_party_doors(state)
        for part, name in _GIVEN.items():
            if getattr(contract, name) is None:
                text = _("{part} is given today").format(part=_(part.label))
                self._write(text, self._act(acts.mark_given, contract, part))
        self._add_sources(contract)
        self._add_paper(contract)

    def _add_sources(self, contract: Contract) -> None:
        """Where what the program filled in by itself was read, and how sure that is."""
        for labels, rule in told_sources(self.desk.session, contract):
            first, *rest = map(_, labels)
            what = ", ".join([first, *map(uncapitalised, rest)])
            text = _("{what}: {sure}. Source: {source}.")
            sure = uncapitalised(_(rule.confidence.label))
            self.add(Text(text.format(what=what, sure=sure, source=rule.source), tone="muted"))

    def _add_party_doors(self, state: ContractState) -> None:
        """Where names and addresses are written, when one of them is missing."""
        names = {item.name for item in state.missing(Part.FIRST)}
        if "helper_address" in names:
            self._write(_("Write the helper's address"), self._edit_helper)
        if names & {"employer", "employer_address"}:
            self._write(_("Write about the employer"), partial(self.desk.go, "scheme"))

    def _add_paper(self, contract: Contract) -> None:
        if self._helper.cpr:
            chosen = self._choice.with_cpr
            options = ((False, _("Without CPR number")), (True, _("With CPR number")))
            chips = [
                Chip(
                    text,
                    partial(self._again, replace(self._choice, with_cpr=one), text),
                    one == chosen,
                )
                for one, text in options
            ]
            self.add_chips(_("In the paper"), chips)
        session, helper = self.desk.session, self._helper
        with_cpr = self._choice.with_cpr
        make = partial(papers.contract_of_helper, session, helper, contract, with_cpr=with_cpr)
        self._paper(_("See the contract"), _("Save the contract as PDF"), make)

    def _add_addenda(self, contract: Contract) -> None:
        found = acts.addenda_of(self.desk.session, contract)
        if not found:
            text = _("A change of the terms is written here and given by the day it takes effect.")
            self.add(Text(text, tone="muted"))
        labels = told_apart([(date_words(one.takes_effect_on),) for one in found])
        for one, label in zip(found, labels, strict=True):
            self._add_addendum(contract, one, label)
        self._write(_("New addendum"), partial(self._new_addendum, contract))

    def _add_addendum(self, contract: Contract, one: Addendum, label: str) -> None:
        given = _("given {date}").format(date=date_words(one.given_on)) if one.given_on else ""
        said = _("From {date}, {state}.").format(date=label, state=given or _("not given yet"))
        self.add(Text(said))
        if one.given_on is None:
            text = _("Given today – addendum from {date}").format(date=label)
            self._write(text, self._act(acts.mark_addendum, one))
        make = partial(papers.addendum_of_helper, self.desk.session, self._helper, contract, one)
        see, save = _("See the addendum from {date}"), _("Save the addendum from {date}")
        self._paper(see.format(date=label), save.format(date=label), make)
        text = _("Change the addendum from {date}").format(date=label)
        self._write(text, partial(self._edit_kind, "addendum", one))

    def _add_confidentiality(self, contract: Contract | None) -> None:
        self.add(Text(_("Confidentiality"), "strong"))
        if contract is not None:
            signed = contract.confidentiality_on
            text = _("Not signed yet.")
            if signed is not None:
                text = _("Signed {date}.").format(date=date_words(signed))
            self.add(Text(text))
            if signed is None:
                self._write(_("Signed today"), self._act(acts.mark_signed, contract))
        make = partial(papers.declaration_of_helper, self.desk.session, self._helper, contract)
        self._paper(_("See the declaration"), _("Save the declaration as PDF"), make)

    def _add_keys(self) -> None:
        self.add(Text(_("Keys, cards and codes"), "strong"))
        keys = acts.keys_of(self.desk.session, self._helper)
        if not keys:
            self.add(Text(_("Nothing has been handed over."), tone="muted"))
        labels = told_apart(
            [(one.what, f"{one.what}, {date_words(one.handed_on)}") for one in keys]
        )
        for one, label in zip(keys, labels, strict=True):
            self._add_key(one, label)
        self._write(_("Hand over a key"), self._new_key)
        if keys:
            make = partial(papers.keys_of_helper, self.desk.session, self._helper)
            self._paper(_("See the key receipt"), _("Save the key receipt as PDF"), make)

    def _add_key(self, one: KeyReceipt, label: str) -> None:
        if one.returned_on is not None:
            text = _("{what}: came back {date}.")
            self.add(Text(text.format(what=one.what, date=date_words(one.returned_on))))
            return
        text = _("{what}: handed over {date}.")
        self.add(Text(text.format(what=one.what, date=date_words(one.handed_on))))
        self._write(
            _("Came back today – {what}").format(what=label), self._act(acts.mark_returned, one)
        )

    def _act(self, act: Callable[..., str], *given: object) -> Callable[[], object]:
        desk = self.desk
        return lambda: desk.attempt(lambda: act(desk.session, *given))

    def _then(self) -> Callable[[], object]:
        return partial(show_contract, self.desk, self._helper.id, self._choice, self._saving)

    def _edit(self, contract: Contract) -> None:
        open_editor(self.desk, kind_named("contract"), contract, then=self._then())

    def _edit_kind(self, name: str, one: Addendum) -> None:
        open_editor(self.desk, kind_named(name), one, then=self._then())

    def _edit_helper(self) -> None:
        open_editor(self.desk, kind_named("helper"), self._helper, then=self._then())

    def _new_addendum(self, contract: Contract) -> None:
        kind, today = kind_named("addendum"), self.desk.session.today
        then = self._then()
        open_editor(self.desk, kind, then=then, contract=contract.id, takes_effect_on=today)

    def _new_key(self) -> None:
        kind, today = kind_named("key_receipt"), self.desk.session.today
        then = self._then()
        open_editor(self.desk, kind, then=then, helper=self._helper.id, handed_on=today)

    def _paper(self, see: str, save: str, make: Callable[[], HandOut]) -> None:
        self.add_button(Button(see, icon="eye", press=partial(self._see, make)))
        self.add_button(Button(save, icon="download", press=partial(self._save, make)))

    def _see(self, make: Callable[[], HandOut]) -> None:
        bundle = make().bundle
        if bundle is not None:
            show_paper(self, bundle, back="helpers")

    def _save(self, make: Callable[[], HandOut]) -> None:
        hand_out = make()
        self._saving.begin(lambda folder: write_out(hand_out, folder))

    def _write(self, text: str, press: Callable[[], object], *, primary: bool = False) -> None:
        button = Button(text, "primary" if primary else "plain", press=press)
        self.add_button(button, writes=True)


def _has_one(employment: Employment, written: Sequence[Contract]) -> bool:
    return any(employment.covers(one.begins_on) for one in written)


_MISSING: Final = {
    Part.FIRST: N_("Missing in the first part: {list}."),
    Part.REST: N_("Missing in the rest: {list}."),
    Part.USUAL: N_("Usual in BPA and not written: {list}."),
}


def _missing_words(part: Part, missing: Sequence[Item]) -> str:
    names = ", ".join(uncapitalised(_(one.label)) for one in missing)
    return _(_MISSING[part]).format(list=names)


def _list_source() -> str:
    return _(
        "The list follows the act of 2023. What belongs to the rest is not checked against the "
        "text of the act."
    )
