"""The side panel about one shift: who and when, what speaks against it, and all one can do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kept_finding import kept_as
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, span
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.keeping_findings import kept_of
from bpa_desktop.services.pattern_words import deviation_words, foreseen_words
from bpa_desktop.services.reading import helper_signs, helpers
from bpa_desktop.services.rostering import find_shift, is_over, when, who
from bpa_desktop.services.shift_warnings import told_elsewhere
from bpa_desktop.services.week import shift_findings
from bpa_desktop.services.wording import finding_text
from bpa_desktop.views import shift_actions, shift_edit_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.finding_notice import OF_TIMES, Found, add_notices
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark, Pill
from bpa_desktop.views.question_part import add_questions
from bpa_desktop.views.reach import controls_in
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.shift_bench import Bench, PanelChoice, Part, opener
from bpa_desktop.views.shift_more import MORE, MorePart, has_rests
from bpa_desktop.views.shift_times_part import REST, TIMES, ReasonPart, RestPart, TimesPart
from bpa_desktop.views.substitute_panel import first_of, report_sick
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.views.desk import Desk

__all__ = ["PanelChoice", "ShiftPanel", "open_shift"]

_CANDIDATES = "candidates"
_A_WEEK = 7
_MOMENT = 50
"""Milliseconds after which a pressed mouse button is looked at again."""


def open_shift(
    desk: Desk, shift_id: str, choice: PanelChoice | None = None, part: str = ""
) -> None:
    """Show the shift beside the page; close the panel when the shift is not there any more.

    With ``part`` the focus goes to what is called so in the panel.
    """
    shift = find_shift(desk.session, shift_id)
    if shift is None:
        desk.close_panel()
        return
    choice = choice or PanelChoice()
    panel = ShiftPanel(desk, shift, choice)
    desk.show_panel(panel, panel.title, take_focus=choice.take_focus)
    if part:
        panel.go_to(part)


class ShiftPanel(LivePanel):
    """Everything about ``shift``; every press is one action."""

    TOPICS: ClassVar[frozenset[str]] = LivePanel.TOPICS | {"kept_finding", "scheme"}

    def __init__(self, desk: Desk, shift: Shift, choice: PanelChoice) -> None:
        super().__init__(desk, self._show_again)
        again = replace(choice, take_focus=False)
        self.bench = Bench(desk, shift, again, self._show)
        self._now = desk.session.now()
        self._helper = next((one for one in helpers(desk.session) if one.id == shift.helper), None)
        is_off = shift.state is ShiftState.CANCELLED
        self._findings = () if is_off else shift_findings(desk.session, shift)
        self._candidates = () if is_off else candidates(desk.session, shift)
        self._first: list[Button] = []
        self._rest: list[Button] = []
        self._fill()
        self._groups = (Roving(self._first), Roving(self._rest))

    @property
    def shift(self) -> Shift:
        """The shift as it was saved last."""
        return self.bench.shift

    @property
    def title(self) -> str:
        """Who has the shift."""
        return self._helper.name if self._helper is not None else _("Unfilled shift")

    @property
    def summary(self) -> str:
        """When the shift is, and what speaks against it and is not kept."""
        names = self.desk.session.helper_names()
        found = (finding_text(one.finding, names) for one in self._found() if one.asks)
        return " ".join((f"{when(self.shift)}.", *found))

    def go_to(self, part: str) -> None:
        """Put the focus on the first control of ``part``, or on the control of that name."""
        target = self.findChild(QWidget, part)
        if target is None:
            return
        # Not the first Tab stop: a group's stop may be another of its buttons.
        first = next(iter(controls_in(target)), target)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, choice: PanelChoice, part: str) -> None:
        open_shift(self.desk, self.shift.id, choice, part)

    def _show_again(self) -> None:
        open_shift(self.desk, self.shift.id, self.bench.choice)

    def _changed(self, topics: frozenset[str]) -> None:
        """Show the shift as it is now, but not under a button that is being pressed.

        A field that is left with a press on a button is saved before the button is let go.
        """
        if self.bench.is_quiet:
            return
        fresh = find_shift(self.desk.session, self.shift.id) if topics & self.TOPICS else None
        if fresh is not None and not self.is_put_away and _is_mouse_down():
            self.bench.shift = fresh
            QTimer.singleShot(_MOMENT, self, self._show_when_let_go)
            return
        super()._changed(topics)

    def _show_when_let_go(self) -> None:
        if self.is_put_away:
            return
        if _is_mouse_down():
            QTimer.singleShot(_MOMENT, self, self._show_when_let_go)
        else:
            self._show_again()

    def _found(self) -> list[Found]:
        kept = kept_of(self.desk.session)
        return [Found(one, kept_as(one, kept)) for one in self._findings]

    def _fill(self) -> None:
        self._add_when()
        actions = Part(self.bench, self._first)
        if self.shift.state is ShiftState.CANCELLED:
            actions.add_row([actions.button(_("Use the shift"), shift_actions.restore)])
            actions.add_row([actions.button(_("Delete shift"), shift_actions.delete)])
            self.add(actions)
            return
        add_notices(self.add, self.bench, self._first, self._found(), self._mend)
        add_questions(self.add, self.bench, self._first, self._findings)
        self.add(TimesPart(self.bench, self._first))
        if has_rests(self.bench):
            self.add(RestPart(self.bench, self._first))
        if self._is_other_than_planned or self.shift.deviation or self._stayed_unfilled:
            self.add(ReasonPart(self.bench, self._first))
        self._add_candidates()
        self._add_actions(actions)
        self.add(actions)
        if self.bench.choice.more:
            self.add(MorePart(self.bench, self._rest, self._open_half))

    def _open_half(self, shift_id: str) -> None:
        open_shift(self.desk, shift_id, PanelChoice(take_focus=True), _CANDIDATES)

    def _mend(self, found: Finding) -> None:
        """Lead to where the finding is mended by hand."""
        if found.code is Code.DAY_SHIFT_REST:
            self.desk.say(_("Write the rest inside the shift."), "info")
            self._show_rests()
            return
        is_of_times = found.code in OF_TIMES or self.findChild(QWidget, _CANDIDATES) is None
        text = _("Choose other times.") if is_of_times else _("Choose another helper.")
        self.desk.say(text, "info")
        self.go_to(TIMES if is_of_times else _CANDIDATES)

    def _show_rests(self) -> None:
        if self.findChild(QWidget, REST) is not None:
            self.go_to(REST)
        else:
            self._show(replace(self.bench.choice, more=True, part=REST), REST)

    def _add_when(self) -> None:
        row = Row(gap=12)
        if self._helper is not None:
            row.add(_mark(self.desk, self._helper))
        row.add(Text(when(self.shift), "strong"), stretch=True)
        state = _state_pill(self.shift)
        if state is not None:
            row.add(state)
        self.add(row)
        for sentence in self._asides():
            self.add(Text(sentence, tone="muted"))

    def _asides(self) -> list[str]:
        shift = self.shift
        found: list[str] = []
        if shift.stands_in_for is not None:
            absent = who(self.desk.session, shift.stands_in_for)
            found.append(_("In place of {who}.").format(who=absent))
        found += foreseen_words(self.desk.session, shift, self._candidates)
        found += deviation_words(self.desk.session, shift)
        if shift.state is not ShiftState.CANCELLED:
            found += told_elsewhere(self.desk.session, shift)
        if self._is_other_than_planned:
            planned = span(shift.planned_start, shift.planned_end)
            found.append(_("It was planned {times}.").format(times=planned))
        if self._is_past and shift.state is not ShiftState.CANCELLED:
            found.append(_("The shift is over. What you change is how it was."))
        is_off = shift.state is ShiftState.CANCELLED
        # What stands in a field below is not told twice.
        if shift.deviation and is_off:
            found.append(shift.deviation)
        if shift.note and (is_off or not self.bench.choice.more):
            found.append(shift.note)
        return found

    @property
    def _is_past(self) -> bool:
        return self.shift.helper is not None and is_over(self.shift, self._now)

    @property
    def _stayed_unfilled(self) -> bool:
        """Whether the shift is over without anybody in it, so that a reason is asked for."""
        return self.shift.helper is None and is_over(self.shift, self._now)

    @property
    def _is_other_than_planned(self) -> bool:
        return self.shift.used != (self.shift.planned_start, self.shift.planned_end)

    def _add_candidates(self) -> None:
        found = self._candidates
        if not found:
            return
        part = Part(self.bench, self._first, _CANDIDATES)
        part.add_label(_("Book a helper") if self._helper is None else _("Move the shift"))
        shown = first_of(found, show_all=self.bench.choice.show_all)
        labels = told_apart([self._candidate_labels(one) for one in shown])
        for one, label in zip(shown, labels, strict=True):
            part.add_row([_candidate(part, one, label)])
        if len(found) > len(shown):
            text = _("Show all helpers ({n})").format(n=len(found))
            part.add_row([part.button(text, lambda _desk, _shift: self._open_all())])
        self.add(part)

    def _open_all(self) -> None:
        self._show(replace(self.bench.choice, show_all=True), _CANDIDATES)
        self.desk.announcer.say(_("All helpers are shown."))

    def _candidate_labels(self, one: Candidate) -> tuple[str, str]:
        text = _("Book {who}") if self._helper is None else _("Move to {who}")
        return text.format(who=one.helper.first_name), text.format(who=one.helper.name)

    def _add_actions(self, part: Part) -> None:
        if self._may_confirm:
            went = part.button(_("Went as planned"), shift_actions.confirm)
            went.set_kind("primary")
            part.add_row([went])
        row = self._helper_buttons(part)
        row.append(part.button(_("Copy to next week"), _copy_to_next_week))
        row.append(part.button(_("Call shift off"), shift_actions.cancel))
        row.append(part.button(_("Delete shift"), shift_actions.delete))
        row.append(self._more())
        part.add_row(row)

    def _more(self) -> Button:
        is_open = self.bench.choice.more
        how = replace(self.bench.choice, more=not is_open, part="")
        text = _("Less about the shift") if is_open else _("More about the shift")

        def press() -> None:
            self._show(how, opener(MORE) if is_open else MORE)
            self.desk.announcer.say(f"{text}.")

        button = Button(text, press=press)
        button.setObjectName(opener(MORE))
        return button

    @property
    def _may_confirm(self) -> bool:
        """Whether it is over and not yet said that it went as planned."""
        is_settled = self.shift.state is ShiftState.WORKED and not self._is_other_than_planned
        return self._is_past and not is_settled

    def _helper_buttons(self, part: Part) -> list[Button]:
        if self._helper is None:
            return []
        bare = part.button(
            _("Make unfilled"), lambda desk, shift: shift_actions.give(desk, shift, None)
        )
        if self.shift.state is ShiftState.WORKED or not self.bench.choice.offers_sick:
            return [bare]
        text = _("Report sick – {who}").format(who=self._helper.first_name)
        return [bare, part.button(text, report_sick)]


def _is_mouse_down() -> bool:
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


def _candidate(part: Part, one: Candidate, label: str) -> Button:
    button = part.button(label, lambda desk, shift: shift_actions.give(desk, shift, one.helper.id))
    button.set_note(one.words, "ok" if one.is_free else "muted")
    button.set_leading()
    return button


def _copy_to_next_week(desk: Desk, shift: Shift) -> None:
    shift_edit_actions.copy_by(desk, shift, _A_WEEK)


def _mark(desk: Desk, helper: Helper) -> HelperMark:
    sign = helper_signs(desk.session)[helper.id]
    return HelperMark(sign.letters, sign.number)


def _state_pill(shift: Shift) -> Pill | None:
    if shift.state is ShiftState.CANCELLED:
        return Pill(_("Called off"), "info")
    if shift.state is ShiftState.WORKED:
        return Pill(_("Worked"), "ok")
    return None
