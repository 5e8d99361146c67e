"""What is rarely needed about a shift: its kind, a day and a night, rests, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import _, clock
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.shift_edits import next_start, usual_kinds
from bpa_desktop.services.shift_rests import lasts_a_day
from bpa_desktop.services.shift_times import Times
from bpa_desktop.views import shift_edit_actions
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.shift_moves import COPY, SPLIT, SWAP, CopyPart, SplitPart, SwapPart
from bpa_desktop.views.shift_pay_part import PAY, PayPart
from bpa_desktop.views.shift_times_part import REST, RestPart
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.shift_bench import Bench

MORE: Final = "more"
KINDS: Final = "kinds"
NOTE: Final = "note"


def has_rests(bench: Bench) -> bool:
    """Whether the rests inside the shift are among the first things to see."""
    return bool(bench.shift.rests) or lasts_a_day(bench.shift)


class MorePart(Part):
    """``open_shift`` shows the panel of another shift by its id."""

    def __init__(
        self, bench: Bench, group: list[Button], open_shift: Callable[[str], object]
    ) -> None:
        super().__init__(bench, group, MORE)
        self._open_shift = open_shift
        self._add_kinds()
        self._add_doors()
        self._add_open()
        self._add_note()

    def _add_kinds(self) -> None:
        self.add_label(_("Kind"))
        usual = usual_kinds(self.desk.session, self.shift.planned_start.date(), self.shift.kind)
        shown = tuple(HourKind) if self.is_open(KINDS) else usual
        chips = [self._kind(kind) for kind in shown]
        if len(usual) < len(HourKind):
            chips.append(self.opener(_("More kinds"), KINDS))
        self.add_row(chips, _("Kind"))

    def _kind(self, kind: HourKind) -> Button:
        chip = self.button(
            _(kind.label), lambda desk, shift: shift_edit_actions.set_kind(desk, shift, kind)
        )
        if kind is self.shift.kind:
            chip.set_kind("chosen")
        return chip

    def _lengths(self) -> list[Button]:
        start = self.shift.used[0].time()
        whole = self.button(
            _("24 hours"),
            lambda desk, shift: shift_edit_actions.set_span(desk, shift, Times(start, start)),
        )
        if lasts_a_day(self.shift):
            whole.set_kind("chosen")
        until = next_start(self.desk.session, self.shift)
        if until is None:
            return [whole]
        text = _("Longer until {time}").format(time=clock(until))
        longer = self.button(text, shift_edit_actions.extend_to_next)
        longer.set_spoken(_("when the next shift begins"))
        return [whole, longer]

    def _add_doors(self) -> None:
        doors = [
            *self._lengths(),
            self.button(_("Copy to the next day"), _copy_to_next_day),
            self.opener(_("Copy to another day"), COPY),
            self.opener(_("Split in two"), SPLIT),
        ]
        if self.shift.helper is not None:
            doors.append(self.opener(_("Swap shifts"), SWAP))
            doors.append(self.opener(_("Pay"), PAY))
        if not has_rests(self.bench):
            doors.append(self.opener(_("Rest inside the shift"), REST))
        doors.append(self.button(_("More fields"), _open_form))
        self.add_label(_("What else"))
        self.add_row(doors, _("What else"))

    def _add_open(self) -> None:
        part = {COPY: CopyPart, SWAP: SwapPart, REST: RestPart, PAY: PayPart}.get(
            self.bench.choice.part
        )
        if part is not None:
            self.add(part(self.bench, self.group))
        elif self.is_open(SPLIT):
            self.add(SplitPart(self.bench, self.group, self._open_shift))

    def _add_note(self) -> None:
        words = WordsField(
            self.desk,
            _("Note"),
            self.shift.note,
            self.bench.draft(NOTE),
            lambda text: self.bench.quietly(
                lambda desk, shift: shift_edit_actions.set_note(desk, shift, text)
            ),
            _("Only for you. It is not part of any document."),
        )
        self.add(words)
        self.add_row([self.button(_("Save note"), lambda _desk, _shift: words.take())])


def _open_form(desk: Desk, shift: Shift) -> None:
    open_editor(desk, kind_named("shift"), shift)


def _copy_to_next_day(desk: Desk, shift: Shift) -> None:
    shift_edit_actions.copy_by(desk, shift, 1)
