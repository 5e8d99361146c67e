"""What each cell of the roster says, and what pressing it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, day_words, span
from bpa_desktop.services.absence_words import absence_word
from bpa_desktop.services.time_words import spoken_span
from bpa_desktop.services.wish_words import fit_in_short
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.week import Cell, Roster, RosterRow
    from bpa_desktop.views.shift_button import ShiftLook

NOBODY = "nobody"
"""Stands for the row of unfilled shifts in the names of cells."""


@dataclass(frozen=True)
class Target:
    """What a press is about: a shift, an empty slot of a helper's day, an absence, or a day."""

    kind: Literal["shift", "slot", "absence", "day"]
    key: str
    helper: str | None
    day: dt.date


@dataclass(frozen=True)
class Face:
    """What one button of the roster shows, and the parts of its name after that.

    ``kind`` is one of them: what the hours count as, where it is not the basic hours.
    """

    text: str
    look: ShiftLook
    who: str
    rest: tuple[str, ...]
    target: Target
    warnings: tuple[str, ...] = ()
    kind: str = ""

    @property
    def spoken(self) -> str:
        """What is said after the text: who, the day, and what there is to know."""
        return ", ".join((self.who, *self.said_last))

    @property
    def said_last(self) -> tuple[str, ...]:
        """The same without who it is about."""
        return (*self.rest, *(_("warning: {what}").format(what=one) for one in self.warnings))


def faces(roster: Roster, row: RosterRow, cell: Cell) -> list[Face]:
    """The buttons of one cell, top-down: shifts, an absence, or a slot for a new shift."""
    who = row.helper.name if row.helper is not None else _("unfilled")
    found = [_shift_face(roster, row.helper, cell.day, shift) for shift in cell.shifts]
    day = day_words(cell.day)
    if cell.absence is not None:
        target = Target("absence", cell.absence.id, cell.absence.helper, cell.day)
        found.append(Face(absence_word(cell.absence.kind), "absence", who, (day,), target))
    if cell.new is not None and row.helper is not None:
        times = cell.new.on(cell.day)
        said = fit_in_short(row.helper, *times) if row.helper.availability else ""
        rest = (day, spoken_span(*times), *([said] if said else []))
        key = f"{row.helper.id}/{cell.day}"
        target = Target("slot", key, row.helper.id, cell.day)
        found.append(Face(_("new"), "empty", who, rest, target))
    return list(_unlike(found))


def _shift_face(roster: Roster, helper: Helper | None, day: dt.date, shift: Shift) -> Face:
    start, end = shift.used
    target = Target("shift", shift.id, shift.helper, day)
    who = helper.name if helper is not None else _("unfilled")
    kind = _(shift.kind.label) if shift.kind is not HourKind.BASIS else ""
    rest = [day_words(day), *([kind] if kind else [])]
    if shift.state is ShiftState.CANCELLED:
        return Face(_("off"), "absence", who, (*rest, spoken_span(start, end)), target, kind=kind)
    found = roster.findings.get(shift.id, ())
    warnings = tuple(dict.fromkeys(finding_title(one) for one in found))
    look: ShiftLook = "shift" if helper is not None else "unfilled"
    return Face(span(start, end), look, who, tuple(rest), target, warnings, kind)


def _unlike(found: Sequence[Face]) -> Iterator[Face]:
    """Buttons of one cell that would say the same are counted."""
    seen: dict[tuple[str, str], int] = {}
    for one in found:
        name = one.text, one.spoken
        seen[name] = seen.get(name, 0) + 1
        again = _("number {number}").format(number=seen[name])
        yield one if seen[name] == 1 else replace(one, rest=(*one.rest, again))
