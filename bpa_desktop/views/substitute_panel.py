"""Who could take an unfilled shift, the best first, with one button each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _
from bpa_desktop.services.candidates import candidates, summary
from bpa_desktop.services.rostering import find_shift, when, who
from bpa_desktop.views import shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark, Pill
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.views.desk import Desk

SHOWN_FIRST: Final = 4


def report_sick(desk: Desk, shift: Shift) -> None:
    """Record that the shift's helper is sick, and show who could come instead."""
    if shift_actions.report_sick(desk, shift):
        find_substitute(desk, shift.id)


def find_substitute(desk: Desk, shift_id: str, *, show_all: bool = False) -> None:
    """Show who could take the shift; close the panel when it is unfilled no longer."""
    shift = find_shift(desk.session, shift_id)
    if shift is None or shift.helper is not None or shift.state is ShiftState.CANCELLED:
        desk.close_panel()
        return
    panel = SubstitutePanel(desk, shift, show_all=show_all)
    desk.show_panel(panel, _("Find a substitute"))


def first_of(found: Sequence[Candidate], *, show_all: bool) -> Sequence[Candidate]:
    """The best few; all when all are wanted, or when only one would be left out."""
    return found if show_all or len(found) <= SHOWN_FIRST + 1 else found[:SHOWN_FIRST]


class SubstitutePanel(LivePanel):
    """The shift, how many are free, and the candidates."""

    def __init__(self, desk: Desk, shift: Shift, *, show_all: bool) -> None:
        super().__init__(desk, lambda: find_substitute(desk, shift.id, show_all=show_all))
        self._shift = shift
        self._buttons: list[Button] = []
        found = candidates(desk.session, shift)
        self.add(Text(when(shift), "strong"))
        self.add(Text(f"{self._absent()} {summary(found)}".strip(), tone="muted"))
        shown = first_of(found, show_all=show_all)
        self._add_candidates(shown)
        if len(found) > len(shown):
            self._add_button(
                Button(
                    _("Show all helpers ({n})").format(n=len(found)),
                    press=lambda: find_substitute(desk, shift.id, show_all=True),
                )
            )
        self._add_button(Button(_("Leave the shift unfilled"), press=desk.close_panel))
        self._roving = Roving(self._buttons)

    def _absent(self) -> str:
        if self._shift.stands_in_for is None:
            return ""
        absent = who(self.desk.session, self._shift.stands_in_for)
        return _("{who} cannot come.").format(who=absent)

    def _add_candidates(self, shown: Sequence[Candidate]) -> None:
        labels = told_apart([_labels(one) for one in shown])
        for one, label in zip(shown, labels, strict=True):
            self.add(self._candidate(one, label))

    def _candidate(self, one: Candidate, label: str) -> Stack:
        card = Stack(8)
        card.column.setContentsMargins(0, 8, 0, 0)
        line = Row([HelperMark(one.sign.letters, one.sign.number)], gap=12)
        line.add(_who(one), stretch=True)
        if one.is_free:
            line.add(Pill(one.words, "ok"))
        card.add(line)
        is_best = not self._buttons and one.is_free
        button = Button(
            label,
            "primary" if is_best else "plain",
            press=lambda: shift_actions.give(self.desk, self._shift, one.helper.id),
        )
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        card.add(button)
        return card

    def _add_button(self, button: Button) -> None:
        self._buttons.append(button)
        self.add(button)


def _who(one: Candidate) -> Stack:
    """The name, the phone number, and what speaks against it."""
    lines = [Text(one.helper.name, "strong")]
    if one.helper.phone:
        phone = _("phone {number}").format(number=one.helper.phone)
        lines.append(Text(phone, tone="muted"))
    if not one.is_free:
        lines.append(Pill(one.words, "warn"))
    return Stack(2, lines)


def _labels(one: Candidate) -> tuple[str, str]:
    text = _("Book {who}") if one.is_free else _("Book {who} anyway")
    return text.format(who=one.helper.first_name), text.format(who=one.helper.name)
