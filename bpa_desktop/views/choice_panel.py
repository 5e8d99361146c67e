"""A side panel of choices: rows of chips, weeks to step through, and one button that does it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.i18n import N_, _, day_month, ngettext
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.views.desk import Desk

_IN_LETTERS: Final = {1: N_("One week"), 2: N_("Two weeks")}
WEEK: Final = dt.timedelta(weeks=1)
_SUNDAY: Final = dt.timedelta(days=6)


class Chip(NamedTuple):
    """One choice of a row: what stands on it, what it does, and whether it is chosen."""

    text: str
    press: Callable[[], object]
    is_chosen: bool


class Stepper(NamedTuple):
    """The words of a week that can be stepped through, and the earliest Monday there is."""

    label: str
    earlier: str
    later: str
    least: dt.date


class ChoicePanel(LivePanel):
    """All of its buttons are one Tab stop; a choice shows the panel anew."""

    def __init__(self, desk: Desk, reopen: Callable[[], object]) -> None:
        super().__init__(desk, reopen)
        self._buttons: list[Button] = []
        self._roving = Roving()

    def add_chips(self, label: str, chips: list[Chip]) -> None:
        """A row of choices under ``label``."""
        row = self._labelled(label)
        for chip in chips:
            button = Button(chip.text, "chosen" if chip.is_chosen else "plain", press=chip.press)
            button.setObjectName(f"{label}/{chip.text}")
            self._keep(button)
            row.add(button)

    def add_week(self, stepper: Stepper, first: dt.date, go: Callable[[dt.date], object]) -> None:
        """The week that begins on ``first``, and a button to either side of it."""
        label, least = stepper.label, stepper.least
        self.add(Text(label, "label", "muted"))
        self.add(Text(week_words(first), "strong"))
        row = Row()
        row.setAccessibleName(label)
        for text, icon, step in (
            (stepper.earlier, "chevron-left", -WEEK),
            (stepper.later, "chevron-right", WEEK),
        ):
            button = self._step(text, icon, partial(go, first + step))
            button.setObjectName(f"{label}/{text}")
            button.setEnabled(first + step >= least)
            row.add(button)
        self.add(row)

    def _step(self, text: str, icon: str, press: Callable[[], object]) -> Button:
        button = Button(text, icon=icon, press=press)
        self._keep(button)
        return button

    def add_button(self, button: Button, *, writes: bool = False) -> Button:
        """A button of its own; one that ``writes`` is off in a file that is only read."""
        button.setEnabled(button.isEnabled() and not (writes and self.desk.read_only))
        self._keep(button)
        self.add(button)
        return button

    def point_to(self, button: Button) -> None:
        """Let Tab reach ``button`` first."""
        self._roving.point_to(button)

    def _keep(self, button: Button) -> None:
        self._buttons.append(button)
        self._roving.set_buttons(self._buttons)

    def _labelled(self, label: str) -> Row:
        self.add(Text(label, "label", "muted"))
        row = Row()
        row.setAccessibleName(label)
        self.add(row)
        return row


def weeks_words(count: int) -> str:
    """``8 uger``; one and two in letters, for a view of the roster is called ``2 uger``."""
    if count in _IN_LETTERS:
        return _(_IN_LETTERS[count])
    return ngettext("{n} week", "{n} weeks", count)


def week_words(first: dt.date) -> str:
    """``Uge 21, 18. maj til 24. maj``."""
    return _("Week {number}, {first} to {last}").format(
        number=first.isocalendar().week, first=day_month(first), last=day_month(first + _SUNDAY)
    )


def week_range(first: dt.date, count: int) -> str:
    """``uge 12``, or ``uge 12 til 15``."""
    last = first + (count - 1) * WEEK
    numbers = {"first": first.isocalendar().week, "last": last.isocalendar().week}
    text = _("week {first}") if count == 1 else _("weeks {first} to {last}")
    return text.format(**numbers)
