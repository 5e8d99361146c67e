"""The place Hospital: a stay with its shifts, who pays, and what must be told to whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.hospital_stay import Fate
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.money_flow import Payer, Payment
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services import hospital as acts
from bpa_desktop.services.case_profile import own_profile, quoted, ruled, said
from bpa_desktop.services.case_words import hospital_stay
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row, Section
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.stay_panel import open_attest, open_stay_shift
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
    from bpa_desktop.services.hospital import StayLine
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.moods import Mood

_GAP: Final = 8
_FIRST_SHOWN: Final = 12
_SOURCES: Final = (
    ("hospital.care", "hospital-region"),
    ("hospital.decided_by", ""),
    ("hospital.paid_by", ""),
    ("hospital.sent_home", "hospital-sent-home"),
)
"""What a municipality may say, and the rule that stands in its place where it does not."""


class HospitalPage(Page):
    """The newest stay, or the one that was chosen; its shifts open beside it.

    What can be done is one Tab stop, and the shifts with the other stays are another.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"hospital_stay", "stay_shift", "shift", "helper", "scheme"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self._is_unfolded = False
        self._doers: list[Button] = []
        self._records: list[Button] = []
        self._new = Button(_("In hospital from today"), "primary", icon="plus", press=self._begin)
        self._new.setEnabled(not desk.read_only)
        self.lead(self._new, main=self._new)

    def refresh(self) -> None:
        """Read the stays again."""
        session = self.desk.session
        found = acts.stays(session)
        stay = next((one for one in found if one.id == self._chosen), next(iter(found), None))
        self._doers, self._records = [], []
        told = acts.stay_words(session, stay) if stay else _("No stay is written.")
        self.heading.say(_("Stay in hospital"), told)
        content = self.stack()
        if stay is None:
            text = _("Press when you are admitted. Then each shift is decided with one press.")
            content.add(Notice(text))
        else:
            for part in self._parts(stay):
                content.add(part)
        content.add(self._respirator())
        content.add(self._rules())
        earlier = [one for one in found if stay is None or one.id != stay.id]
        if earlier:
            content.add(self._earlier(earlier))
        self._join_buttons(is_there=any(one.last_day is None for one in found))
        self.fill(content)

    def _join_buttons(self, *, is_there: bool) -> None:
        """Who is in hospital begins no second stay."""
        self._new.setEnabled(not self.desk.read_only and not is_there)
        self.group.set_buttons([*self.above, *self._doers])
        Roving(self._records)

    def _parts(self, stay: HospitalStay) -> Iterator[Stack | Section | Choice[Answer]]:
        yield self._facts(stay)
        lines = acts.lines(self.desk.session, stay)
        if lines:
            yield self._shifts(stay, lines)
        yield self._payer(stay)
        lost = acts.stranded(self.desk.session, stay)
        if lost:
            yield self._lost(lost)
        home = acts.sent_home(self.desk.session, stay)
        if home:
            yield self._sent_home(stay, home)

    def _facts(self, stay: HospitalStay) -> Stack:
        session, row = self.desk.session, Row()
        if stay.last_day is None:
            row.add(self._doer(_("Home today"), lambda: acts.home(session, stay)))
        if stay.told_on is None:
            text = _("The municipality is told today")
            row.add(self._doer(text, lambda: acts.told(session, stay)))
        letter = partial(
            open_letter, self.desk, LetterKind.HOSPITAL, ("hospital_stay", stay.id), back="hospital"
        )
        row.add(self._button(_("Write to the municipality"), letter))
        row.add(self._button(_("Change the stay"), partial(self._change, stay)))
        told = _("The municipality is not told.")
        if stay.told_on is not None:
            told = _("The municipality was told on {date}.").format(date=date_words(stay.told_on))
        mood: Mood = "warn" if stay.told_on is None else "ok"
        return Stack(_GAP, [Notice(told, mood), row])

    def _shifts(self, stay: HospitalStay, lines: Sequence[StayLine]) -> Section:
        """Every shift is a button; those that wait can all be decided at once."""
        session = self.desk.session
        section = Section(_("The shifts"))
        waiting = [one for one in lines if one.decision is None]
        if len(waiting) > 1:
            text = ngettext("All {n} that waits:", "All {n} that wait:", len(waiting))
            section.add(Text(text, tone="muted"))
            all_ = [
                self._doer(_("All: {what}").format(what=_(fate.label)), self._all(stay, fate))
                for fate in Fate
            ]
            section.add(Row(all_))
        for text in acts.sums(lines):
            section.add(Text(text, tone="muted"))
        shown = lines if self._is_unfolded else lines[:_FIRST_SHOWN]
        labels = [f"{acts.line_words(session, one)}: {acts.decision_words(one)}" for one in shown]
        buttons = []
        for line, label in zip(shown, told_apart([(one,) for one in labels]), strict=True):
            button = Button(label, press=partial(self._open, stay, line))
            button.set_leading()
            buttons.append(button)
        if len(shown) < len(lines):
            text = ngettext("Show all {n}", "Show all {n}", len(lines))
            buttons.append(Button(text, press=self._unfold))
        self._records += buttons
        section.add(Stack(_GAP, buttons))
        return section

    def _all(self, stay: HospitalStay, fate: Fate) -> Callable[[], str]:
        session = self.desk.session
        return lambda: acts.decide(session, stay, acts.open_lines(session, stay), fate)

    def _payer(self, stay: HospitalStay) -> Stack:
        session = self.desk.session
        options = [(one, _(one.label)) for one in Answer]
        choice = Choice(
            _("The region pays for those who come along"),
            options,
            stay.region_pays,
            lambda answer: self.desk.attempt(lambda: acts.region_answered(session, stay, answer)),
            joined=True,
        )
        parts: list[Choice[Answer] | Text | Row] = [choice, Text(acts.paid_words(stay))]
        self._join(choice)
        if stay.region_pays is Answer.YES:
            press = partial(open_editor, self.desk, kind_named(Payment.type_name))
            pay = partial(press, payer=Payer.REGION, received_on=session.today)
            parts.append(Text(_("What the region pays is written as money in."), tone="muted"))
            parts.append(Row([self._button(_("Write what the region paid"), pay)]))
        return Stack(_GAP, parts)

    def _join(self, choice: Choice[Answer]) -> None:
        for button in choice.buttons:
            button.setEnabled(not self.desk.read_only)
        self._doers += choice.buttons

    def _respirator(self) -> Stack:
        session = self.desk.session
        scheme = session.scheme()
        answer = scheme.has_respirator if scheme else Answer.UNKNOWN
        labels = {
            Answer.UNKNOWN: _("Respirator: not answered"),
            Answer.YES: _("Respirator: yes"),
            Answer.NO: _("Respirator: no"),
        }
        choice = Choice(
            _("Do you have a respirator team?"),
            [(one, labels[one]) for one in Answer],
            answer,
            lambda new: self.desk.attempt(lambda: acts.respirator_answered(session, new)),
            joined=True,
        )
        self._join(choice)
        parts: list[Choice[Answer] | Notice] = [choice]
        if answer is Answer.YES:
            found = said(own_profile(session), "hospital.respirator") or ruled(
                rulebook().find("hospital-respirator", session.today)
            )
            if found is not None:
                parts.append(Notice(quoted(found)))
        return Stack(_GAP, parts)

    def _sent_home(self, stay: HospitalStay, found: Sequence[acts.SentHome]) -> Section:
        session = self.desk.session
        section = Section(_("Sent home"))
        section.add(Text(_("The attest is for the job centre and the a-kasse."), tone="muted"))
        names = session.helper_names()
        row = Row()
        for one in found:
            who = names.get(one.helper, "")
            row.add(
                self._button(
                    _("Write the attest – {who}").format(who=who),
                    partial(open_attest, self.desk, stay, one),
                )
            )
            if not one.has_attest:
                text = _("Attest given today – {who}").format(who=who)
                row.add(self._doer(text, partial(acts.attest_given, session, one.decisions, who)))
        section.add(row)
        return section

    def _lost(self, found: Sequence[StayShift]) -> Stack:
        session = self.desk.session
        text = ngettext(
            "{n} decision is about a shift that is another now, or lies outside the stay: {what}.",
            "{n} decisions are about shifts that are others now, or lie outside the stay: {what}.",
            len(found),
        )
        what = "; ".join(acts.lost_words(session, one) for one in found)
        button = self._doer(_("Take them away"), lambda: acts.forget(session, found))
        return Stack(_GAP, [Notice(text.format(what=what), "warn"), Row([button])])

    def _rules(self) -> Card:
        session = self.desk.session
        profile, book = own_profile(session), rulebook()
        card = Card(_("Who decides and who pays"))
        for key, rule in _SOURCES:
            found = said(profile, key) or (ruled(book.find(rule, session.today)) if rule else None)
            if found is not None:
                card.add(Text(quoted(found)))
        card.add(
            Text(
                _("Whether a helper who is off still has pay stands in the contract."),
                tone="muted",
            )
        )
        return card

    def _earlier(self, found: Sequence[HospitalStay]) -> Section:
        section = Section(_("Other stays"))
        labels = told_apart([(hospital_stay(one, {}),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(self._choose, one.id))
            button.set_leading()
            buttons.append(button)
        self._records += buttons
        section.add(Stack(_GAP, buttons))
        return section

    def _doer(self, text: str, act: Callable[[], str]) -> Button:
        return self._button(text, lambda: self.desk.attempt(act))

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._doers.append(button)
        return button

    def _begin(self) -> None:
        def act() -> str:
            stay, text = acts.begin(self.desk.session)
            self._chosen = stay.id
            return text

        self.desk.attempt(act)

    def _change(self, stay: HospitalStay) -> None:
        open_editor(self.desk, kind_named("hospital_stay"), stay)

    def _open(self, stay: HospitalStay, line: StayLine) -> None:
        open_stay_shift(self.desk, stay.id, line.shift.id)

    def _unfold(self) -> None:
        self._is_unfolded = True
        self.refresh()
        self.desk.say(_("All are shown."))

    def _choose(self, stay_id: str) -> None:
        self._chosen = stay_id
        self._is_unfolded = False
        self.desk.close_panel()
        self.refresh()
        self.desk.say(self.heading.sentence)
