"""One hand-over beside the page: the day, what is doubtful, the steps, and carrying it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services import handovers as acts
from bpa_desktop.services.case_words import handover
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.handover import Handover
    from bpa_desktop.services.handovers import Step
    from bpa_desktop.views.desk import Desk

_WAYS = {"insurance": "insurance", "payroll": "scheme", "accounts": "accounts"}
"""The places in which a step is done."""


def open_handover(desk: Desk, handover_id: str) -> None:
    """Show the hand-over beside the page, and say how many steps wait."""
    panel = show_handover(desk, handover_id)
    if panel is not None:
        desk.announcer.say(panel.said)


def show_handover(desk: Desk, handover_id: str, *, take_focus: bool = True) -> HandoverPanel | None:
    """Show it without a word; the panel closes when it is gone."""
    one = acts.find_handover(desk.session, handover_id)
    if one is None:
        desk.close_panel()
        return None
    panel = HandoverPanel(desk, one)
    desk.show_panel(panel, _("Change of employer"), take_focus=take_focus)
    return panel


class HandoverPanel(ChoicePanel):
    """Each step with a button for *today*, and one that carries it all out."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"handover", "scheme", "addendum", "contract", "helper"}
    )

    def __init__(self, desk: Desk, one: Handover) -> None:
        super().__init__(desk, partial(show_handover, desk, one.id, take_focus=False))
        self._one = one
        found = acts.steps(desk.session, one)
        waiting = sum(bool(step.done) for step in found)
        told = ngettext("{n} thing waits.", "{n} things wait.", waiting)
        self.said = f"{handover(one, {})}. {told}"
        self.add(Text(handover(one, {}), "strong"))
        self.add(Text(acts.takeover_words(one)))
        if one.done_on is not None:
            text = _("Carried out on {date}.").format(date=date_words(one.done_on))
            self.add(Notice(text, "ok"))
        for words in acts.doubt_words(one):
            self.add(Notice(words, "warn"))
        for step in found:
            self._add(step)
        why = acts.approval_words(one)
        if why:
            self.add(Text(why, tone="muted"))
        self._ways()

    def _add(self, step: Step) -> None:
        self.add(Notice(step.words, "ok") if step.is_done else Text(step.words))
        if step.done:
            button = Button(step.done, press=partial(self._take, step))
            button.setObjectName(step.key)
            self.add_button(button, writes=True)
        if step.key in _WAYS:
            labels = {
                "insurance": _("Open the insurances"),
                "payroll": _("Open my scheme"),
                "accounts": _("Open the accounts"),
            }
            press = partial(self.desk.go, _WAYS[step.key])
            self.add_button(Button(labels[step.key], press=press))

    def _ways(self) -> None:
        letter = partial(
            open_letter, self.desk, LetterKind.HANDOVER, ("handover", self._one.id), back="employer"
        )
        self._button(_("Write to the municipality"), letter)
        if self._one.done_on is None:
            if acts.is_too_early(self.desk.session, self._one):
                self.add(Text(_("The day has not come yet."), tone="muted"))
            carry = partial(acts.carry_out, self.desk.session, self._one)
            self._button(_("Carry it out now"), lambda: self.desk.attempt(carry))
        self._button(_("Change it"), self._change)

    def _button(self, text: str, press: Callable[[], object]) -> None:
        self.add_button(Button(text, press=press), writes=True)

    def _take(self, step: Step) -> None:
        self.desk.attempt(lambda: acts.take(self.desk.session, self._one, step))

    def _change(self) -> None:
        then = partial(show_handover, self.desk, self._one.id)
        open_editor(self.desk, kind_named("handover"), self._one, then=then)
