"""What a month lacks: a line for each shift that is not settled, with the way to settle it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import shift_span
from bpa_desktop.i18n import _, day_month, day_words
from bpa_desktop.services.confirming import Why
from bpa_desktop.views import closing_actions, shift_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.services.confirming import Missing
    from bpa_desktop.views.desk import Desk

_GAP: Final = 14
_LINE_GAP: Final = 6


class MissingLines(Stack):
    """The first ``count`` of ``missing`` by day; a day can be said to have gone as planned."""

    def __init__(self, desk: Desk, missing: Sequence[Missing], count: int) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._names = desk.session.helper_names()
        self.buttons: list[Button] = []
        shown = missing[:count]
        labels = told_apart([self._open_labels(one) for one in shown])
        lines = list(zip(shown, labels, strict=True))
        for day, group in groupby(lines, key=lambda line: line[0].day):
            here = list(group)
            lines_of_day = Stack(_LINE_GAP)
            self.add(lines_of_day)
            self._add_day(lines_of_day, day, [one for one, _label in here])
            for one, label in here:
                self._add_shift(lines_of_day, one, label)

    def _who(self, one: Missing) -> str:
        return self._names.get(one.shift.helper or "", "") or _("unfilled")

    def _open_labels(self, one: Missing) -> tuple[str, str]:
        times = shift_span(one.shift.planned_start, one.shift.planned_end)
        text = _("Open {shift}")
        short = f"{day_month(one.day)} {times}"
        return text.format(shift=short), text.format(shift=f"{short} {self._who(one)}")

    def _add_day(self, lines: Stack, day: dt.date, missing: Sequence[Missing]) -> None:
        words = day_words(day)
        lines.add(Text(words[:1].upper() + words[1:], "label"))
        if any(one.why is Why.UNCONFIRMED for one in missing):
            text = _("{day} went as planned").format(day=words)
            end = day + dt.timedelta(days=1)
            press = partial(shift_actions.confirm_period, self._desk, day, end)
            self._add_buttons(lines, [self._writer(text[:1].upper() + text[1:], press)])

    def _add_shift(self, lines: Stack, one: Missing, label: str) -> None:
        times = shift_span(one.shift.planned_start, one.shift.planned_end)
        lines.add(Text(f"{times} {self._who(one)}: {_(one.why.label)}."))
        buttons = [Button(label, press=partial(self._open, one))]
        if one.why is Why.UNFILLED:
            text = _("Nobody came {shift}").format(shift=f"{day_month(one.day)} {times}")
            press = partial(closing_actions.stayed_unfilled, self._desk, one.shift)
            buttons.append(self._writer(text, press))
        self._add_buttons(lines, buttons)

    def _open(self, one: Missing) -> None:
        open_shift(self._desk, one.shift.id)
        self._desk.announcer.say(f"{one.words(self._names)}.")

    def _writer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self._desk.read_only)
        return button

    def _add_buttons(self, lines: Stack, buttons: Sequence[Button]) -> None:
        self.buttons += buttons
        lines.add(Row(buttons))
