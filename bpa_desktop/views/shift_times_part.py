"""When a shift is: one field for all of it, a row for each end, rests, and why it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.entry import parse_span
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, clock, span
from bpa_desktop.services.rostering import STEP
from bpa_desktop.services.shift_rests import usual_rests
from bpa_desktop.services.shift_times import Times, usual
from bpa_desktop.services.time_words import length_words
from bpa_desktop.views import shift_actions, shift_edit_actions
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.text import Text
from bpa_desktop.views.time_row import TimeRow
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.roster import RestPeriod, Shift
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.shift_bench import Bench

TIMES: Final = "times"
REST: Final = "rest"
REASON: Final = "reason"
SPAN_LETTERS: Final = 14
_CAME_LATER: Final = N_("Came later")
_CAME_EARLIER: Final = N_("Came earlier")
_STAYED: Final = N_("Stayed longer as needed")
_LEFT: Final = N_("Left earlier")
_NOBODY: Final = N_("Nobody could come")


class TimesPart(Part):
    """The times of the shift."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, TIMES)
        start, end = self.shift.used
        self.whole = EntryRow(
            self.desk,
            _("Times"),
            span(start.time(), end.time()),
            self._take,
            letters=SPAN_LETTERS,
            draft=bench.draft(TIMES),
        )
        self.add(self.whole)
        self._add_ends(start, end)
        self.add_row([self._chip(times) for times in self._patterns()], _("Usual times"))

    def _take(self, text: str) -> bool:
        times, used = Times(*parse_span(text)), self.shift.used
        done = shift_edit_actions.set_span(self.desk, self.shift, times)
        if times.on(used[0].date()) == used:
            # Nothing was saved, so nobody shows the times anew.
            self.whole.field.setText(span(*used))
        return done

    def _add_ends(self, start: dt.datetime, end: dt.datetime) -> None:
        begin = TimeRow(self.desk, _("Start"), start, self._act(shift_actions.set_start))
        begin.add_button(_("Earlier"), self._mover(shift_actions.move_start, -STEP))
        later = begin.add_button(_("Later"), self._mover(shift_actions.move_start, STEP))
        finish = TimeRow(self.desk, _("End"), end, self._act(shift_actions.set_end))
        shorter = finish.add_button(_("Shorter"), self._mover(shift_actions.move_end, -STEP))
        finish.add_button(_("Longer"), self._mover(shift_actions.move_end, STEP))
        for row in (begin, finish):
            self.group += row.buttons
            self.add(row)
        if instant(end) - instant(start) <= STEP:
            later.setEnabled(False)
            shorter.setEnabled(False)

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
        chip = self.button(
            _(times.name), lambda desk, shift: shift_actions.set_times(desk, shift, times)
        )
        chip.set_spoken(span(times.start, times.end))
        if (start.time(), end.time()) == (times.start, times.end):
            chip.set_kind("chosen")
        return chip


class RestPart(Part):
    """The rests inside a long shift: those there are, those that are usual, and a field."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, REST)
        self.add_label(_("Rest inside the shift"))
        if not self.shift.rests:
            self.add(Text(_("None is written."), tone="muted"))
        for rest in self.shift.rests:
            self._add_rest(rest)
        chips = [self._chip(times) for times in usual_rests(self.desk.session, self.shift)]
        if chips:
            self.add_row(chips, _("Usual rests"))
        row = EntryRow(
            self.desk,
            _("Rest from and to"),
            "",
            self._take,
            letters=SPAN_LETTERS,
            on_leave=False,
            draft=bench.draft(REST),
        )
        self.group.append(row.add_button(_("Add rest"), row.read))
        self.add(row)

    def _add_rest(self, rest: RestPeriod) -> None:
        times = span(rest.start, rest.end)
        length = length_words(rest.span[1] - rest.span[0])
        self.add(Text(_("{times}, {length}").format(times=times, length=length)))
        remove = self.button(
            _("Remove rest {times}").format(times=times),
            lambda desk, shift: shift_edit_actions.remove_rest(desk, shift, rest),
        )
        self.add_row([remove])

    def _chip(self, times: Times) -> Button:
        text = _("Rest {start} to {end}").format(start=clock(times.start), end=clock(times.end))
        return self.button(
            text, lambda desk, shift: shift_edit_actions.add_rest(desk, shift, times)
        )

    def _take(self, text: str) -> bool:
        return shift_edit_actions.add_rest(self.desk, self.shift, Times(*parse_span(text)))


class ReasonPart(Part):
    """Why a shift that is over became other than planned; it stands in the roster as used."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, REASON)
        label = _("Reason for a deviation")
        self.words = WordsField(
            self.desk,
            label,
            self.shift.deviation,
            bench.draft(REASON),
            self._save,
            _("Stands in the roster as used. Never write why somebody is ill."),
        )
        chips = [self._chip(text) for text in map(_, reasons(self.shift))]
        self.add(self.words)
        if chips:
            self.add_row(chips, label)

    def _save(self, text: str) -> bool:
        return self.bench.quietly(
            lambda desk, shift: shift_edit_actions.set_reason(desk, shift, text)
        )

    def _chip(self, text: str) -> Button:
        """Adds its words to what stands in the field, and saves all of it."""

        def press(desk: Desk, shift: Shift) -> None:
            told = [one for one in (self.words.text.rstrip("."), text) if one]
            self.bench.draft(REASON).drop()
            shift_edit_actions.set_reason(desk, shift, ". ".join(told))

        return self.button(text, press)


def reasons(shift: Shift) -> Iterator[str]:
    """The msgids of what may be said of how the times changed, as far as it is not said yet."""
    start, end = shift.used
    fitting = (
        (_NOBODY, shift.helper is None),
        (_CAME_LATER, start > shift.planned_start),
        (_CAME_EARLIER, start < shift.planned_start),
        (_STAYED, end > shift.planned_end),
        (_LEFT, end < shift.planned_end),
    )
    for text, fits in fitting:
        if fits and _(text) not in shift.deviation:
            yield text
