"""What the numbers of some days are the sums of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.hours import Measure
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.hours_origin import minutes_in, origins
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.services.hours_origin import Origin
    from bpa_desktop.views.desk import Desk

_GAP: Final = 12
_LINE_GAP: Final = 6
_TEXT_CHARS: Final = 14
_HOURS_CHARS: Final = 8
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TOPICS: Final = frozenset({"shift", "absence", "grant", "helper"})
SHOWN_FIRST: Final = 100
"""So many records are listed; the rest stands as one line with its sum."""


class HoursPanel(Stack):
    """One measure at a time: its sum, and each record with its part of it.

    Of the days from ``first`` to before ``end``, and of one kind or all.
    """

    def __init__(
        self, desk: Desk, first: dt.date, end: dt.date, kind: HourKind | None = None
    ) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._days = first, end
        self._kind = kind
        self._list: QWidget | None = None
        options = [(measure, _(measure.label)) for measure in Measure]
        self._choice = Choice(_("What is counted"), options, Measure.WORKED, self._choose)
        self.add(self._choice)
        self._show()
        desk.changed.connect(self._changed)

    def _found(self) -> tuple[Origin, ...]:
        session, measure = self._desk.session, self._choice.value
        return origins(session, measure, *self._days, kind=self._kind, told=SHOWN_FIRST)

    def _choose(self, measure: Measure) -> None:
        self._desk.say(f"{_(measure.label)}: {self._show()}")

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS and self.isVisible():
            self._show()

    def _show(self) -> str:
        """List what the chosen measure is made of; gives the sum in words."""
        found = self._found()
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        said = _sum_of(found)
        self._list = Stack(_LINE_GAP, [Text(said, "strong"), *_lines(found)])
        self.add(self._list)
        self._list.show()
        return said


def _lines(found: tuple[Origin, ...]) -> Iterator[Row]:
    for origin in found[:SHOWN_FIRST]:
        yield _line(origin.text, origin.minutes)
    rest = found[SHOWN_FIRST:]
    if rest:
        more = ngettext("and {n} more", "and {n} more", len(rest))
        yield _line(more, minutes_in(rest))


def _line(words: str, minutes: int) -> Row:
    row = Row()
    row.add(Text(words), chars=_TEXT_CHARS, stretch=True, fold=True)
    amount = Text(in_hours(minutes))
    amount.setAlignment(_RIGHT)
    row.add(amount, chars=_HOURS_CHARS)
    return row


def _sum_of(found: tuple[Origin, ...]) -> str:
    total = in_hours(minutes_in(found))
    many = ngettext("from {n} record", "from {n} records", len(found))
    return f"{total} {many}."
