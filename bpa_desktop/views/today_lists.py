"""The two lists of the first page: holes in the roster, and what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, day_month
from bpa_desktop.services.due_words import due_title
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.due_doors import due_labels, open_due
from bpa_desktop.views.focus import mark, refocus
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.shift_doors import fill_hole
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.today import HoleCard
    from bpa_desktop.views.desk import Desk

MOST: Final = 5
_DATE_LETTERS: Final = 10
_TITLE_LETTERS: Final = 16
_LINE_GAP: Final = 12


class HoleList(Card):
    """A line for each hole of the coming days, with the way to somebody who can come."""

    def __init__(
        self, desk: Desk, holes: Sequence[HoleCard], *, show_all: Callable[[], object] | None
    ) -> None:
        super().__init__(_("Holes in the next 14 days"))
        self._desk = desk
        self.buttons: list[Button] = []
        shown = holes if show_all is None else holes[:MOST]
        for hole, label in zip(
            shown, told_apart([_hole_labels(one) for one in shown]), strict=True
        ):
            self.add(self._line(hole, label))
        if show_all is not None and len(holes) > MOST:
            more = Button(_("Show all holes ({n})").format(n=len(holes)), press=show_all)
            self.buttons.append(more)
            self.add(Row([more]))
        if not holes:
            self.add(Text(_("Every shift has a helper."), tone="muted"))
        self.column.addStretch(1)

    def _line(self, hole: HoleCard, label: str) -> Row:
        row = Row()
        row.add(Pill(_("Unfilled"), "warn"))
        row.add(Text(f"{hole.day_text} {hole.times}"), stretch=True)
        button = Button(label, press=lambda: fill_hole(self._desk, hole))
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        row.add(button)
        return row


def _hole_labels(one: HoleCard) -> tuple[str, ...]:
    text = _("Find a substitute – {when}")
    long = f"{one.day_text} {one.times}"
    return tuple(text.format(when=when) for when in (one.weekday, one.day_text, long))


class DueList(Card):
    """What must be done and by when: the nearest few, and the way to the page of deadlines."""

    def __init__(self, desk: Desk, due: Sequence[Due]) -> None:
        super().__init__(_("To do"))
        self._desk = desk
        self._lines: Stack | None = None
        self.buttons: list[Button] = []
        self.show_due(due)

    def show_due(self, due: Sequence[Due]) -> None:
        """Show these in place of those before; the focus stays on the same button."""
        where, old = mark(self), self._lines
        self.buttons = []
        self._lines = Stack(_LINE_GAP, self._rows(due))
        self._lines.column.addStretch(1)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.add(self._lines)
        self._lines.show()
        refocus(self, where)

    def _rows(self, due: Sequence[Due]) -> Iterator[QWidget]:
        shown = due[:MOST]
        labels = told_apart([due_labels(one) for one in shown])
        for one, label in zip(shown, labels, strict=True):
            yield self._line(one, label)
        if not due:
            yield Text(_("Nothing has a deadline now."), tone="muted")
        text = _("Show all ({n})").format(n=len(due)) if len(due) > MOST else _("See all deadlines")
        more = Button(text, press=lambda: self._desk.go("deadlines"))
        self.buttons.append(more)
        yield Row([more])

    def _line(self, one: Due, label: str) -> Row:
        row = Row()
        is_past = one.on < self._desk.session.today
        day = _("{date} (passed)").format(date=day_month(one.on)) if is_past else day_month(one.on)
        row.add(Text(day, tone="warn" if is_past else "muted"), chars=_DATE_LETTERS)
        row.add(Text(due_title(one)), chars=_TITLE_LETTERS, stretch=True, fold=True)
        button = Button(label, press=lambda: open_due(self._desk, one))
        self.buttons.append(button)
        row.add(button)
        return row
