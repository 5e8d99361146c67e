"""The week as a list: days as headings, and a button for each line, read from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _, day_words, hours
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.roster_cells import Target, faces
from bpa_desktop.views.roster_totals import RosterTotals
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.services.week import Roster, RosterDay
    from bpa_desktop.views.roster_cells import Face

_SPACING: Final = 12
_WARNING: Final = "triangle-alert"
_NEW: Final = "new/"


class RosterList(QWidget):
    """One Tab stop; ``pressed`` tells what a press was about, ``new_wanted`` on which day."""

    pressed = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, roster: Roster, chosen: frozenset[str], *, read_only: bool = False) -> None:
        super().__init__()
        self.setObjectName("roster_grid")
        self.setAccessibleName(f"{roster.title()}, {roster.dates()}")
        self._read_only = read_only
        self._chosen = chosen
        self._targets: dict[Button, Target] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        first: Button | None = None
        for at, day in enumerate(roster.days):
            buttons = self._add_day(roster, at, column)
            first = buttons[0] if day.is_today else first
        if roster.rows:
            column.addWidget(RosterTotals(roster))
        self._roving = Roving(list(self._targets))
        if first is not None:
            self._roving.point_to(first)

    def _add_day(self, roster: Roster, at: int, column: QVBoxLayout) -> list[Button]:
        day = roster.days[at]
        card = Card(day_title(day))
        card.column.setSpacing(8)
        if day.cover.needed:
            card.add(cover_line(day))
        buttons = [self._line(face) for face in day_lines(roster, at)]
        buttons.append(self._new(day.day))
        for button in buttons:
            card.add(button)
        column.addWidget(card)
        return buttons

    def _line(self, face: Face) -> Button:
        button = line_button(face, self._press)
        if face.target.key in self._chosen:
            button.set_kind("chosen")
        self._targets[button] = face.target
        return button

    def _press(self, target: Target) -> None:
        self.pressed.emit(target)

    def _new(self, day: dt.date) -> Button:
        """Opens the form for a new shift; it is no shift yet, so it tells no times."""
        button = Button(_("New shift"), "quiet", "plus", lambda: self.new_wanted.emit(day))
        button.set_spoken(", ".join((_("unfilled"), day_words(day))))
        button.set_leading()
        button.setEnabled(not self._read_only)
        button.setProperty("whole_day", True)
        button.setObjectName(f"{_NEW}{day}")
        self._targets[button] = Target("slot", f"{_NEW}{day}", None, day)
        return button

    def mark_chosen(self, chosen: frozenset[str]) -> None:
        """Mark the lines of the shifts ``chosen``, and no other."""
        for button, target in self._targets.items():
            if not target.key.startswith(_NEW):
                button.set_kind("chosen" if target.key in chosen else "plain")

    def target_of(self, button: QWidget | None) -> Target | None:
        """What ``button`` is about."""
        return self._targets.get(button) if isinstance(button, Button) else None


def line_button(face: Face, press: Callable[[Target], object]) -> Button:
    """One line of a day: the times or the absence, then who, then what speaks against it."""
    is_unfilled = face.look == "unfilled"
    icon = _WARNING if is_unfilled or face.warnings else ""
    button = Button(f"{face.text} {face.who}", icon=icon, press=lambda: press(face.target))
    button.set_leading()
    button.set_spoken(", ".join(face.said_last))
    if face.kind:
        button.set_note(face.kind)
        button.set_spoken(", ".join(one for one in face.said_last if one != face.kind))
    if face.warnings:
        button.set_note(face.warnings[0], "warn")
        button.set_spoken(", ".join(face.rest))
    button.setObjectName(f"{face.target.kind}/{face.target.key}/{face.target.day}")
    button.setProperty("whole_day", face.target.kind == "absence")
    return button


def day_lines(roster: Roster, at: int) -> list[Face]:
    """What stands on the day at place ``at``: shifts by time, then who is away."""
    rows = (roster.unfilled, *roster.rows)
    starts = {shift.id: shift.used for row in rows for shift in row.cells[at].shifts}
    found = [
        face
        for row in rows
        for face in faces(roster, row, row.cells[at])
        if face.target.kind != "slot"
    ]

    def place(face: Face) -> tuple[object, ...]:
        return face.target.key not in starts, starts.get(face.target.key, ())

    return sorted(found, key=place)


def cover_line(day: RosterDay) -> Text:
    """How many of the needed hours are covered."""
    text = _("{covered} of {needed} hours are covered.").format(
        covered=hours(day.cover.covered), needed=hours(day.cover.needed)
    )
    return Text(text, tone="warn" if day.cover.uncovered else "muted")


def day_title(day: RosterDay) -> str:
    """``Mandag 16. marts, i dag``, with the name of a special day."""
    title = day_words(day.day)
    parts = [title[:1].upper() + title[1:], day.holiday, _("today") if day.is_today else ""]
    return ", ".join(part for part in parts if part)
