"""A decision has come: the day it was received, what it does, and the rest where it is wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.decision import LESS_HELP, Decision, Effect, Subject
from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.case_acts import register
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.date_line import DateLine, usual_days
from bpa_desktop.views.decision_panel import show_decision
from bpa_desktop.views.field import Field
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.views.desk import Desk


@dataclass(frozen=True, kw_only=True)
class RegisterWish:
    """What is chosen and written so far; ``more`` shows what is not asked for at once.

    ``answers`` is the id of the complaint that it comes after.
    """

    received: str = ""
    decided: str = ""
    starts: str = ""
    reference: str = ""
    effect: Effect = Effect.GIVES
    subject: Subject = Subject.SCHEME
    more: bool = False
    answers: str = ""


def open_register(desk: Desk, wish: RegisterWish | None = None) -> None:
    """Show the few questions about a new decision beside the page, and say so."""
    panel = _show(desk, wish or RegisterWish())
    desk.announcer.say(f"{panel.title}.")


def _show(desk: Desk, wish: RegisterWish) -> RegisterPanel:
    panel = RegisterPanel(desk, wish)
    desk.show_panel(panel, panel.title)
    return panel


class RegisterPanel(ChoicePanel):
    """The day first; *Done* keeps the decision and says by when to complain."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, wish: RegisterWish) -> None:
        super().__init__(desk, lambda: None)
        self._wish = wish
        self.title = _("A decision has come")
        text = _("The day it came to you. The time runs from it.")
        self._received = self._day(_("Received on"), wish.received, text, chips=True)
        self._chips(_("What it does"), "effect", Effect)
        self._decided: DateLine | None = None
        self._starts: DateLine | None = None
        self._reference: Field | None = None
        if wish.more or self._is_less:
            self._add_days()
        if wish.more:
            self._add_rest()
        else:
            more = Button(_("More about the decision"), press=self._more)
            more.setObjectName("more")
            self.add_button(more)
        done = Button(_("Done"), "primary", press=self._done)
        done.setObjectName("done")
        self.add_button(done, writes=True)

    @property
    def _is_less(self) -> bool:
        return self._wish.effect in LESS_HELP

    def _day(self, label: str, text: str, help_text: str = "", *, chips: bool = False) -> DateLine:
        usual = usual_days(self.desk.session.today) if chips else ()
        line = DateLine(self.desk, label, text, usual, help_text)
        self.add(line.field)
        if line.buttons:
            self.add(line.row)
        for button in line.buttons:
            self._keep(button)
        return line

    def _chips(self, label: str, name: str, kinds: type[Effect | Subject]) -> None:
        chosen = getattr(self._wish, name)
        chips = [
            Chip(_(one.label), partial(self._choose, name, one), is_chosen=one is chosen)
            for one in kinds
        ]
        self.add_chips(label, chips)

    def _add_days(self) -> None:
        if self._is_less:
            text = _("Where help gets less, the weeks may be counted from the letter's own day.")
            self.add(Text(text, tone="muted"))
        self._decided = self._day(_("The date on the letter"), self._wish.decided)
        self._starts = self._day(
            _("Takes effect on"), self._wish.starts, _("Empty when the letter does not say it.")
        )

    def _add_rest(self) -> None:
        self._chips(_("What it is about"), "subject", Subject)
        line = QLineEdit(self._wish.reference)
        line.setReadOnly(self.desk.read_only)
        line.setObjectName("reference")
        self._reference = Field(_("The decision's reference"), line)
        self.add(self._reference)

    def _now(self) -> RegisterWish:
        wish = replace(self._wish, received=self._received.text)
        if self._decided is not None and self._starts is not None:
            wish = replace(wish, decided=self._decided.text, starts=self._starts.text)
        return replace(wish, reference=self._reference_text() or wish.reference)

    def _reference_text(self) -> str:
        control = self._reference.control if self._reference is not None else None
        return control.text().strip() if isinstance(control, QLineEdit) else ""

    def _choose(self, name: str, one: Effect | Subject) -> None:
        wish = self._now()
        wish = replace(wish, effect=one) if isinstance(one, Effect) else replace(wish, subject=one)
        _show(self.desk, wish)
        label = _("What it does") if name == "effect" else _("What it is about")
        text = _("{what}: {chosen}.")
        self.desk.say(text.format(what=label, chosen=uncapitalised(_(one.label))))

    def _more(self) -> None:
        _show(self.desk, replace(self._now(), more=True))
        self.desk.announcer.say(_("More about the decision is shown."))

    def _done(self) -> None:
        received = self._received.day()
        if received is None:
            return
        decided, right = _optional(self._decided)
        starts, right_too = _optional(self._starts)
        if not (right and right_too):
            return
        wish = self._now()
        decision = Decision(
            received_on=received,
            decided_on=decided,
            takes_effect_on=starts,
            effect=wish.effect,
            subject=wish.subject,
            reference=wish.reference,
        )
        problem = next(decision.problems(), None)
        if problem is not None:
            self._received.refuse(_(problem.reason))
            return
        self.desk.attempt(lambda: self._keep_it(decision))

    def _keep_it(self, decision: Decision) -> str:
        sentence, saved = register(self.desk.session, decision, self._wish.answers)
        show_decision(self.desk, saved.id)
        return sentence


def _optional(line: DateLine | None) -> tuple[dt.date | None, bool]:
    return line.day_or_none() if line is not None else (None, True)
