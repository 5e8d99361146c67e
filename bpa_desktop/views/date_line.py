"""A day in a panel of choices: a line to write it in, and chips for the usual days."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain import entry
from bpa_desktop.i18n import _, date_words, day_month, explain
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.views.desk import Desk


_ONE_DAY: Final = dt.timedelta(days=1)


def usual_days(today: dt.date) -> tuple[tuple[str, dt.date], ...]:
    """Today and yesterday as chips; the day stands on them, for a place is called Today too."""
    yesterday = today - _ONE_DAY
    return (
        (_("Today {day}").format(day=day_month(today)), today),
        (_("Yesterday {day}").format(day=day_month(yesterday)), yesterday),
    )


class DateLine:
    """``field`` and ``row`` are placed by the panel; the chips write their day into the line."""

    def __init__(
        self,
        desk: Desk,
        label: str,
        text: str,
        chips: Iterable[tuple[str, dt.date]] = (),
        help_text: str = "",
    ) -> None:
        self._desk = desk
        self._label = label
        line = QLineEdit(text)
        line.setReadOnly(desk.read_only)
        line.setObjectName(label)
        self._line = line
        self.field = Field(label, line, help_text)
        self.buttons = [self._chip(words, day) for words, day in chips]
        self.row = Row(self.buttons)
        self.row.setAccessibleName(label)

    def _chip(self, words: str, day: dt.date) -> Button:
        button = Button(words, press=partial(self._write, day))
        button.setObjectName(f"{self._label}/{words}")
        button.setEnabled(not self._desk.read_only)
        return button

    def _write(self, day: dt.date) -> None:
        self._line.setText(date_words(day))
        self.field.set_problem("")
        text = _("{what}: {date}.")
        self._desk.say(text.format(what=self._label, date=date_words(day)))

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self._line.text().strip()

    def day(self) -> dt.date | None:
        """The day that stands there; where it cannot be read, ``None`` after saying why."""
        try:
            day = entry.parse_date(self.text, self._desk.session.today)
        except entry.EntryRefused as refusal:
            self.refuse(explain(refusal))
            return None
        self.field.set_problem("")
        return day

    def day_or_none(self) -> tuple[dt.date | None, bool]:
        """The same, and whether the line is right: an empty one is right and has no day."""
        if not self.text:
            self.field.set_problem("")
            return None, True
        day = self.day()
        return day, day is not None

    def refuse(self, problem: str) -> None:
        """Show and say what is wrong with the day, and go to it."""
        self.field.set_problem(problem)
        self._desk.say(problem, "warn")
        self._line.setFocus()
