"""The side panel about one shift: who and when, what speaks against it, and all one can do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, span
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.reading import helper_signs, helpers
from bpa_desktop.services.rostering import STEP, find_shift, is_over, when, who
from bpa_desktop.services.shift_times import usual
from bpa_desktop.services.week import shift_findings
from bpa_desktop.services.wording import finding_source, finding_text
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark, Pill
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.substitute_panel import first_of, report_sick
from bpa_desktop.views.text import Text
from bpa_desktop.views.time_row import TimeRow
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.services.shift_times import Times
    from bpa_desktop.views.desk import Desk


@dataclass(frozen=True, kw_only=True)
class PanelChoice:
    """How the panel is shown.

    ``offers_sick`` is false where the page itself has a button for it; ``take_focus`` moves the
    focus into the panel.
    """

    offers_sick: bool = True
    take_focus: bool = True
    show_all: bool = False


def open_shift(desk: Desk, shift_id: str, choice: PanelChoice = PanelChoice()) -> None:
    """Show the shift beside the page; close the panel when the shift is not there any more."""
    shift = find_shift(desk.session, shift_id)
    if shift is None:
        desk.close_panel()
        return
    panel = ShiftPanel(desk, shift, choice)
    desk.show_panel(panel, panel.title, take_focus=choice.take_focus)


class ShiftPanel(LivePanel):
    """Everything about ``shift``; every press is one action."""

    def __init__(self, desk: Desk, shift: Shift, choice: PanelChoice) -> None:
        again = replace(choice, take_focus=False)
        super().__init__(desk, lambda: open_shift(desk, shift.id, again))
        self.shift = shift
        self._choice = choice
        self._now = desk.session.now()
        self._helper = next((one for one in helpers(desk.session) if one.id == shift.helper), None)
        is_off = shift.state is ShiftState.CANCELLED
        self._findings = () if is_off else shift_findings(desk.session, shift)
        self._buttons: list[Button] = []
        self._fill()
        self._roving = Roving(self._buttons)

    @property
    def title(self) -> str:
        """Who has the shift."""
        return self._helper.name if self._helper is not None else _("Unfilled shift")

    @property
    def summary(self) -> str:
        """When the shift is, and what speaks against it."""
        names = self.desk.session.helper_names()
        found = (finding_text(finding, names) for finding in self._findings)
        return " ".join((f"{when(self.shift)}.", *found))

    def _fill(self) -> None:
        self._add_when()
        if self.shift.state is ShiftState.CANCELLED:
            self._add_row([self._button(_("Use the shift"), shift_actions.restore)])
            self._add_row([self._button(_("Delete shift"), shift_actions.delete)])
            return
        for finding in self._findings:
            names = self.desk.session.helper_names()
            self.add(Notice(finding_text(finding, names), "warn"))
            self.add(Text(finding_source(finding), tone="muted"))
        self._add_times()
        self._add_candidates()
        self._add_rest()

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
        shift, found = self.shift, []
        if shift.stands_in_for is not None:
            absent = who(self.desk.session, shift.stands_in_for)
            found.append(_("In place of {who}.").format(who=absent))
        if shift.used != (shift.planned_start, shift.planned_end):
            planned = span(shift.planned_start, shift.planned_end)
            found.append(_("It was planned {times}.").format(times=planned))
        if self._is_past and shift.state is not ShiftState.CANCELLED:
            found.append(_("The shift is over. What you change is how it was."))
        found += [text for text in (shift.deviation, shift.note) if text]
        return found

    @property
    def _is_past(self) -> bool:
        return self.shift.helper is not None and is_over(self.shift, self._now)

    def _add_times(self) -> None:
        start, end = self.shift.used
        begin = TimeRow(self.desk, _("Start"), start, self._act(shift_actions.set_start))
        begin.add_mover(_("Earlier"), self._mover(shift_actions.move_start, -STEP))
        later = begin.add_mover(_("Later"), self._mover(shift_actions.move_start, STEP))
        finish = TimeRow(self.desk, _("End"), end, self._act(shift_actions.set_end))
        shorter = finish.add_mover(_("Shorter"), self._mover(shift_actions.move_end, -STEP))
        finish.add_mover(_("Longer"), self._mover(shift_actions.move_end, STEP))
        for row in (begin, finish):
            self._buttons += row.buttons
            self.add(row)
        if instant(end) - instant(start) <= STEP:
            later.setEnabled(False)
            shorter.setEnabled(False)
        self._add_row([self._chip(times) for times in self._patterns()])

    def _act(self, act: Callable[[Desk, Shift, dt.time], object]) -> Callable[[dt.time], object]:
        return lambda time: act(self.desk, self.shift, time)

    def _mover(
        self, act: Callable[[Desk, Shift, int], object], minutes: int
    ) -> Callable[[], object]:
        return lambda: act(self.desk, self.shift, minutes)

    def _patterns(self) -> tuple[Times, ...]:
        return usual(self.desk.session, self.shift.planned_start.date()).patterns()

    def _chip(self, times: Times) -> Button:
        start, end = self.shift.used
        chip = Button(
            _(times.name), press=lambda: shift_actions.set_times(self.desk, self.shift, times)
        )
        chip.set_spoken(span(times.start, times.end))
        if (start.time(), end.time()) == (times.start, times.end):
            chip.set_kind("chosen")
        chip.setEnabled(not self.desk.read_only)
        return chip

    def _add_candidates(self) -> None:
        found = candidates(self.desk.session, self.shift)
        if not found:
            return
        self.add(Text(_("Book a helper") if self._helper is None else _("Move the shift"), "label"))
        shown = first_of(found, show_all=self._choice.show_all)
        labels = told_apart([self._candidate_labels(one) for one in shown])
        for one, label in zip(shown, labels, strict=True):
            self._add_row([self._candidate(one, label)])
        if len(found) > len(shown):
            more = Button(_("Show all helpers ({n})").format(n=len(found)), press=self._open_all)
            self._add_row([more])

    def _open_all(self) -> None:
        open_shift(self.desk, self.shift.id, replace(self._choice, show_all=True))

    def _candidate_labels(self, one: Candidate) -> tuple[str, str]:
        text = _("Book {who}") if self._helper is None else _("Move to {who}")
        return text.format(who=one.helper.first_name), text.format(who=one.helper.name)

    def _candidate(self, one: Candidate, label: str) -> Button:
        button = self._button(
            label, lambda desk, shift: shift_actions.give(desk, shift, one.helper.id)
        )
        button.set_note(one.words, "ok" if one.is_free else "muted")
        button.set_leading()
        return button

    def _add_rest(self) -> None:
        if self._may_confirm:
            went = self._button(_("Went as planned"), shift_actions.confirm)
            went.set_kind("primary")
            self._add_row([went])
        row = self._helper_buttons()
        row.append(self._button(_("Call shift off"), shift_actions.cancel))
        row.append(self._button(_("Delete shift"), shift_actions.delete))
        row.append(Button(_("More fields"), press=self._open_editor))
        self._add_row(row)

    @property
    def _may_confirm(self) -> bool:
        """Whether it is over and not yet said that it went as planned."""
        shift = self.shift
        as_planned = shift.used == (shift.planned_start, shift.planned_end)
        return self._is_past and not (shift.state is ShiftState.WORKED and as_planned)

    def _helper_buttons(self) -> list[Button]:
        if self._helper is None:
            return []
        bare = self._button(
            _("Make unfilled"), lambda desk, shift: shift_actions.give(desk, shift, None)
        )
        if self.shift.state is ShiftState.WORKED or not self._choice.offers_sick:
            return [bare]
        text = _("Report sick – {who}").format(who=self._helper.first_name)
        return [bare, self._button(text, report_sick)]

    def _open_editor(self) -> None:
        open_editor(self.desk, kind_named("shift"), self.shift)

    def _button(self, text: str, act: Callable[[Desk, Shift], object]) -> Button:
        button = Button(text, press=lambda: act(self.desk, self.shift))
        button.setEnabled(not self.desk.read_only)
        return button

    def _add_row(self, buttons: Sequence[Button]) -> None:
        row = Row()
        for button in buttons:
            row.add(button, stretch=button.face.leading)
        self._buttons += buttons
        self.add(row)


def _mark(desk: Desk, helper: Helper) -> HelperMark:
    sign = helper_signs(desk.session)[helper.id]
    return HelperMark(sign.letters, sign.number)


def _state_pill(shift: Shift) -> Pill | None:
    if shift.state is ShiftState.CANCELLED:
        return Pill(_("Called off"), "info")
    if shift.state is ShiftState.WORKED:
        return Pill(_("Worked"), "ok")
    return None
