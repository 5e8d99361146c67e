"""The week as a list: days as headings, and a button for each line, read from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.i18n import _, day_words, hours
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.roster_cells import Target, faces
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.services.week import Roster, RosterDay
    from bpa_desktop.views.roster_cells import Face

_SPACING: Final = 12
_WARNING: Final = "triangle-alert"
_NEW: Final = "new/"


class RosterList(QWidget):
    """One Tab stop; ``pressed`` tells what a press was about, ``new_wanted`` on which day."""

    pressed = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, roster: Roster, chosen: str, *, read_only: bool = False) -> None:
        super().__init__()
        self.setObjectName("roster_grid")
        self.setAccessibleName(f"{roster.title()}, {roster.dates()}")
        self._read_only = read_only
        self._chosen = chosen
        self._starts = {shift.id: shift.used for shift in roster.all_shifts()}
        self._targets: dict[Button, Target] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACING)
        first: Button | None = None
        for at, day in enumerate(roster.days):
            buttons = self._add_day(roster, at, column)
            first = buttons[0] if day.is_today else first
        self._roving = Roving(list(self._targets))
        if first is not None:
            self._roving.point_to(first)

    def _add_day(self, roster: Roster, at: int, column: QVBoxLayout) -> list[Button]:
        day = roster.days[at]
        card = Card(_day_title(day))
        card.column.setSpacing(8)
        if day.cover.needed:
            card.add(_cover(day))
        buttons = [self._line(face) for face in _lines(roster, at, self._starts)]
        buttons.append(self._new(day.day))
        for button in buttons:
            card.add(button)
        column.addWidget(card)
        return buttons

    def _line(self, face: Face) -> Button:
        is_unfilled = face.look == "unfilled"
        icon = _WARNING if is_unfilled or face.warnings else ""
        button = Button(f"{face.text} {face.who}", icon=icon, press=lambda: self._press(button))
        button.set_leading()
        button.set_spoken(", ".join(face.said_last))
        if face.warnings:
            button.set_note(face.warnings[0], "warn")
            button.set_spoken(", ".join(face.rest))
        if face.target.key == self._chosen:
            button.set_kind("chosen")
        button.setObjectName(f"{face.target.kind}/{face.target.key}/{face.target.day}")
        button.setProperty("whole_day", face.target.kind == "absence")
        self._targets[button] = face.target
        return button

    def _press(self, button: Button) -> None:
        self.pressed.emit(self._targets[button])

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

    def mark_chosen(self, chosen: str) -> None:
        """Mark the line of the shift ``chosen``, and no other."""
        for button, target in self._targets.items():
            if not target.key.startswith(_NEW):
                button.set_kind("chosen" if target.key == chosen else "plain")

    def target_of(self, button: QWidget | None) -> Target | None:
        """What ``button`` is about."""
        return self._targets.get(button) if isinstance(button, Button) else None


def _lines(
    roster: Roster, at: int, starts: Mapping[str, tuple[dt.datetime, dt.datetime]]
) -> list[Face]:
    """What stands on one day: shifts by time, then who is away."""
    found = [
        face
        for row in (roster.unfilled, *roster.rows)
        for face in faces(roster, row, row.cells[at])
        if face.target.kind != "slot"
    ]

    def place(face: Face) -> tuple[object, ...]:
        return face.target.key not in starts, starts.get(face.target.key, ())

    return sorted(found, key=place)


def _cover(day: RosterDay) -> Text:
    text = _("{covered} of {needed} hours are covered.").format(
        covered=hours(day.cover.covered), needed=hours(day.cover.needed)
    )
    return Text(text, tone="warn" if day.cover.uncovered else "muted")


def _day_title(day: RosterDay) -> str:
    title = day_words(day.day)
    parts = [title[:1].upper() + title[1:], day.holiday, _("today") if day.is_today else ""]
    return ", ".join(part for part in parts if part)
