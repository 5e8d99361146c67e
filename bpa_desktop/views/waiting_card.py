"""What waits in one part of the case: a sentence for each, its source and the way to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, day_month
from bpa_desktop.services.due_words import due_source, due_text
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.due_doors import DOORS, open_due
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk

_DATE_CHARS: Final = 12
_TEXT_CHARS: Final = 34
_GAP: Final = 4


class WaitingCard(Rows):
    """The nearest first; ``buttons`` are for the page's Tab stop."""

    def __init__(self, desk: Desk, title: str, found: Sequence[Due], nothing: str) -> None:
        super().__init__(title)
        self.buttons: list[Button] = []
        labels = told_apart([_labels(one) for one in found])
        for one, label in zip(found, labels, strict=True):
            self.add(self._line(desk, one, label))
        if not found:
            self.add(Text(nothing, tone="muted"))

    def _line(self, desk: Desk, one: Due, label: str) -> Row:
        is_past = one.on < desk.session.today
        day = _("{date} (passed)").format(date=day_month(one.on)) if is_past else day_month(one.on)
        row = Row()
        row.add(Text(day, "strong", "warn" if is_past else "text"), chars=_DATE_CHARS)
        words = Stack(_GAP, [Text(due_text(one))])
        source = due_source(one)
        if source:
            words.add(Text(source, tone="muted"))
        row.add(words, chars=_TEXT_CHARS, stretch=True, fold=True)
        button = Button(label, press=partial(open_due, desk, one))
        self.buttons.append(button)
        row.add(button)
        return row


def _labels(one: Due) -> tuple[str, str]:
    text = _(DOORS[one.code].label)
    return text, f"{text} – {day_month(one.on)}"
