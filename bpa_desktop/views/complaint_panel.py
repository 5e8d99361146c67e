"""One complaint beside the page: how far it is, and one press with a day for what happened next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.decision import Decision, Subject
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.case import case_of
from bpa_desktop.services.case_acts import (
    complain,
    complained_words,
    corrected_grant,
    next_steps,
    say_suspends,
    stepped,
    take,
)
from bpa_desktop.services.case_texts import complaint_words, decision_name
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.date_line import DateLine, usual_days
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.case_acts import Step
    from bpa_desktop.views.desk import Desk


def open_new_complaint(desk: Desk, decision: str) -> None:
    """Ask when the complaint over the decision was sent, beside the page, and say so."""
    panel = NewComplaintPanel(desk, desk.session.records.get(Decision, decision))
    desk.show_panel(panel, panel.title)
    desk.announcer.say(f"{panel.title}.")


def open_complaint(desk: Desk, complaint: str) -> None:
    """Show the complaint beside the page, and say how far it is."""
    panel = show_complaint(desk, complaint)
    if panel is not None:
        desk.announcer.say(f"{panel.title}. {panel.said}")


def show_complaint(desk: Desk, complaint: str, *, take_focus: bool = True) -> ComplaintPanel | None:
    """The same without a word; the panel closes when the complaint is gone."""
    found = next(iter(desk.session.records.with_ids(Complaint, [complaint])), None)
    if found is None:
        desk.close_panel()
        return None
    panel = ComplaintPanel(desk, found)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class _DatedPanel(ChoicePanel):
    """A panel whose buttons write the day that stands in its line."""

    def _add_day(self, label: str) -> None:
        today = self.desk.session.today
        self._day = DateLine(self.desk, label, date_words(today), usual_days(today))
        self.add(self._day.field)
        self.add(self._day.row)
        for button in self._day.buttons:
            self._keep(button)

    def _act(self, text: str, press: Callable[[], object], *, writes: bool = False) -> None:
        button = Button(text, press=press)
        button.setObjectName(text)
        self.add_button(button, writes=writes)


class NewComplaintPanel(_DatedPanel):
    """The day on which it was sent; or that it is only begun."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, decision: Decision) -> None:
        super().__init__(desk, lambda: None)
        self._decision = decision
        self.title = _("Complaint about {what}").format(what=decision_name(decision))
        self._add_day(_("Sent on"))
        sent = Button(_("The complaint is sent"), "primary", press=self._sent)
        self.add_button(sent, writes=True)

    def _sent(self) -> None:
        day = self._day.day()
        if day is not None:
            self.desk.attempt(lambda: self._write(partial(complain, sent_on=day)))

    def _write(self, act: Callable[..., Complaint]) -> str:
        complaint = act(self.desk.session, self._decision)
        show_complaint(self.desk, complaint.id)
        return complained_words(complaint)


class ComplaintPanel(_DatedPanel):
    """What is known, then what can have happened since: each is one press."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"complaint", "decision", "grant"})

    def __init__(self, desk: Desk, complaint: Complaint) -> None:
        super().__init__(desk, partial(show_complaint, desk, complaint.id, take_focus=False))
        self._complaint = complaint
        decision = desk.session.records.get(Decision, complaint.decision)
        self._decision = decision
        self.title = _("Complaint about {what}").format(what=decision_name(decision))
        self.said = complaint_words(complaint)
        self.add(Text(self.said, "strong"))
        if complaint.outcome_words:
            self.add(Text(complaint.outcome_words, tone="muted"))
        self._add_steps()
        if decision.is_less_help and complaint.sent_on is not None and complaint.is_open:
            self._add_suspends()
        self._add_ways()

    def _add_suspends(self) -> None:
        """Only where help gets less there is something to put off."""
        chips = [
            Chip(_(one.label), partial(self._suspends, one), self._complaint.suspends is one)
            for one in Answer
        ]
        self.add_chips(_("The help goes on until the board has decided"), chips)

    def _suspends(self, answer: Answer) -> None:
        session, complaint = self.desk.session, self._complaint
        self.desk.attempt(lambda: say_suspends(session, complaint, answer))

    def _add_steps(self) -> None:
        found = next_steps(self._complaint)
        if not found:
            return
        self.add(Text(_("What has happened since?"), "label"))
        self._add_day(_("It happened on"))
        for step in found:
            self._act(_(step.label), partial(self._take, step), writes=True)

    def _add_ways(self) -> None:
        one = self._complaint
        waits = one.outcome is Outcome.WAITING
        if one.sent_on is None:
            self._act(_("Write the complaint"), partial(self._letter, LetterKind.COMPLAINT))
        if waits and one.reassessment is Reassessment.PARTLY and one.stands_told_on is None:
            self._act(_("Write that it stands"), partial(self._letter, LetterKind.STANDS))
        if one.awaits_decision:
            self._act(_("Register the new decision"), self._register, writes=True)
        if one.outcome is Outcome.CHANGED and self._decision.subject is Subject.SCHEME:
            self._act(_("Correct the grant"), self._grant, writes=True)
        self._act(_("Back to the decision"), self._open)
        self._act(_("Change the complaint"), self._change)

    def _take(self, step: Step) -> None:
        session, complaint = self.desk.session, self._complaint
        day = self._day.day() if step.day else session.today
        if day is None:
            return
        problem = next(stepped(complaint, step, day).problems(), None)
        if problem is not None:
            self._day.refuse(_(problem.reason))
        else:
            self.desk.attempt(lambda: take(session, complaint, step, day))

    def _letter(self, kind: LetterKind) -> None:
        open_letter(self.desk, kind, ("complaint", self._complaint.id), back="case")

    def _register(self) -> None:
        from bpa_desktop.views.register_panel import (  # noqa: PLC0415 - rare
            RegisterWish,
            open_register,
        )

        subject = self._decision.subject
        open_register(self.desk, RegisterWish(answers=self._complaint.id, subject=subject))

    def _grant(self) -> None:
        case = case_of(self.desk.session, self._decision.id)
        if case is not None:
            begun = corrected_grant(self.desk.session, case)
            open_editor(self.desk, kind_named("grant"), begun, then=self._again)

    def _again(self) -> None:
        show_complaint(self.desk, self._complaint.id)

    def _open(self) -> None:
        from bpa_desktop.views.decision_panel import open_decision  # noqa: PLC0415 - a circle

        open_decision(self.desk, self._decision.id)

    def _change(self) -> None:
        open_editor(self.desk, kind_named("complaint"), self._complaint, then=self._again)
