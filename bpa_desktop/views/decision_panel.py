"""One decision beside the page: its days, what can be done, its complaints and its letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.case_deadlines import weeks_of
from bpa_desktop.domain.decision import Subject
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.attachments import MOST_MEGABYTES
from bpa_desktop.services.case import case_of, terms_of
from bpa_desktop.services.case_acts import corrected_grant, next_steps
from bpa_desktop.services.case_texts import (
    complaint_words,
    decision_name,
    effect_words,
    state_words,
    warnings,
)
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.attachment_part import AttachmentPart
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.case_days_part import add_days
from bpa_desktop.views.case_letters import letter_buttons
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.case_deadlines import Case
    from bpa_desktop.domain.complaint import Complaint
    from bpa_desktop.views.desk import Desk


def open_decision(desk: Desk, decision: str) -> None:
    """Show the decision beside the page, and say how far it is."""
    panel = show_decision(desk, decision)
    if panel is not None:
        desk.announcer.say(f"{panel.title}. {panel.said}")


def show_decision(desk: Desk, decision: str, *, take_focus: bool = True) -> DecisionPanel | None:
    """The same without a word; the panel closes when the decision is gone."""
    case = case_of(desk.session, decision)
    if case is None:
        desk.close_panel()
        return None
    panel = DecisionPanel(desk, case)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class DecisionPanel(ChoicePanel):
    """How it stands, what can be done about it, and then the timeline and the rest."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"decision", "complaint", "grant", "scheme", "own_municipal_value"}
    )

    def __init__(self, desk: Desk, case: Case) -> None:
        again = partial(show_decision, desk, case.decision.id, take_focus=False)
        super().__init__(desk, again)
        self._case = case
        terms = terms_of(desk.session, case.decision)
        self.title = decision_name(case.decision)
        self.said = state_words(case, terms)
        self.add(Text(effect_words(case.decision), "strong"))
        self.add(Text(self.said))
        for words in warnings(case, terms):
            self.add(Notice(words, "warn"))
        self._add_complaints()
        if weeks_of(case.decision, terms) is not None:
            self._act(_("The fourteen weeks, and helpers"), self._weeks)
        if case.decision.words:
            self.add(Text(case.decision.words, tone="muted"))
        add_days(self, case, terms)
        self._add_grant()
        self._add_file()
        self._act(_("Change the decision"), self._change)

    def _act(self, text: str, press: Callable[[], object], *, writes: bool = False) -> None:
        button = Button(text, press=press)
        button.setObjectName(text)
        self.add_button(button, writes=writes)

    def _add_complaints(self) -> None:
        """The next step of a complaint, then the letters; who has complained is not asked again."""
        self.add(Text(_("What you can do"), "label"))
        found = self._case.complaints
        labels = [_("Next step") if next_steps(one) else _("Open the complaint") for one in found]
        told = told_apart(
            [
                (f"{label} – {date_words(one.sent_on)}" if one.sent_on else label,)
                for label, one in zip(labels, found, strict=True)
            ]
        )
        for one, label in zip(found, told, strict=True):
            words = complaint_words(one)
            if words not in self.said:
                self.add(Text(words))
            self._act(label, partial(self._complaint, one))
        self._add_letters()
        if not any(one.sent_on is not None and one.is_open for one in found):
            self._act(_("The complaint is sent"), self._sent, writes=True)

    def _add_letters(self) -> None:
        row = Row()
        for button in letter_buttons(self.desk, ("decision", self._case.decision.id)):
            self._keep(button)
            row.add(button)
        self.add(row)

    def _add_grant(self) -> None:
        if self._case.decision.subject is not Subject.SCHEME:
            return
        self.add(Text(_("The grant"), "label"))
        if self._case.grants:
            newest = max(self._case.grants, key=lambda one: one.valid_from)
            text = _("The grant from {date} comes from this decision.")
            self.add(Text(text.format(date=date_words(newest.valid_from))))
        words = _("Correct the grant") if self._case.grants else _("Write the grant")
        self._act(words, self._grant, writes=True)

    def _add_file(self) -> None:
        self.add(Text(_("The letter itself"), "label"))
        buttons = list(AttachmentPart(self, self._case.decision, back="case").buttons())
        if not self._case.decision.attachment:
            text = _("A photo or PDF, at most {most} MB, is kept inside the encrypted file.")
            self.add(Text(text.format(most=MOST_MEGABYTES), tone="muted"))
        for button in buttons:
            self._keep(button)
        self.add(Row(buttons))

    def _weeks(self) -> None:
        from bpa_desktop.views.weeks_panel import open_weeks  # noqa: PLC0415 - rarely needed

        open_weeks(self.desk, self._case.decision.id)

    def _sent(self) -> None:
        from bpa_desktop.views import complaint_panel  # noqa: PLC0415 - rarely needed

        begun = next((one for one in self._case.complaints if one.sent_on is None), None)
        if begun is not None:
            complaint_panel.open_complaint(self.desk, begun.id)
        else:
            complaint_panel.open_new_complaint(self.desk, self._case.decision.id)

    def _complaint(self, complaint: Complaint) -> None:
        from bpa_desktop.views.complaint_panel import open_complaint  # noqa: PLC0415 - rare

        open_complaint(self.desk, complaint.id)

    def _again(self) -> None:
        show_decision(self.desk, self._case.decision.id)

    def _grant(self) -> None:
        begun = corrected_grant(self.desk.session, self._case)
        open_editor(self.desk, kind_named("grant"), begun, then=self._again)

    def _change(self) -> None:
        open_editor(self.desk, kind_named("decision"), self._case.decision, then=self._again)
