"""What each day of the month view says: who is there, what is open, and how much is covered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, day_words, hours, language, ngettext
from bpa_desktop.services.absence_words import absence_word
from bpa_desktop.services.time_words import spoken_span
from bpa_desktop.services.wording import finding_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.reading import Sign
    from bpa_desktop.services.week import Roster, RosterDay, RosterRow

_A_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True)
class DayFace:
    """One day: ``present`` and ``away`` are the helpers by their signs, in the roster's order.

    ``state`` is the last line that is seen; ``is_open`` when it tells that something is missing.
    ``spoken`` are the parts of the name after what is seen. ``shifts`` are ids.
    """

    number: str
    holiday: str
    state: str
    is_open: bool
    is_today: bool
    warns: bool
    present: tuple[Sign, ...]
    away: tuple[Sign, ...]
    spoken: tuple[str, ...]
    shifts: tuple[str, ...]

    @property
    def text(self) -> str:
        """What can be read on it, line by line."""
        return "\n".join(part for part in (self.number, self.holiday, self.state) if part)


def day_faces(roster: Roster) -> list[DayFace]:
    """Every day of the roster."""
    return [_face(roster, at) for at in range(len(roster.days))]


def _face(roster: Roster, at: int) -> DayFace:
    day = roster.days[at]
    # Most helpers have nothing on most days.
    some = [row for row in roster.rows if row.cells[at].shifts or row.cells[at].absence]
    rows = [(row, [one for one in row.cells[at].shifts if _counts(one)]) for row in some]
    unfilled = roster.unfilled.cells[at].shifts
    found = [*unfilled, *(shift for _row, own in rows for shift in own)]
    warnings = list(_warnings(roster, rows))
    cover = _covered(day)
    away = [row for row, own in rows if row.cells[at].absence is not None]
    return DayFace(
        number=str(day.day.day),
        holiday=day.holiday,
        state=_state(cover, len(unfilled)),
        is_open=bool(unfilled or day.cover.uncovered),
        is_today=day.is_today,
        warns=bool(warnings),
        present=tuple(row.sign for row, own in rows if own and row.sign is not None),
        away=tuple(row.sign for row in away if row.sign is not None),
        spoken=(
            day_words(day.day),
            *([_("today")] * day.is_today),
            *_told(cover, unfilled, rows),
            *(_absent(row, at) for row in away),
            *warnings,
        ),
        shifts=tuple(shift.id for shift in found),
    )


def _counts(shift: Shift) -> bool:
    return shift.state is not ShiftState.CANCELLED


def _covered(day: RosterDay) -> tuple[str, str] | None:
    """Hours covered and needed; None where nothing is needed."""
    if not day.cover.needed:
        return None
    return hours(day.cover.covered), hours(day.cover.needed)


def _state(cover: tuple[str, str] | None, unfilled: int) -> str:
    if unfilled:
        return ngettext("{n} unfilled", "{n} unfilled", unfilled)
    if cover is None:
        return ""
    return _("{covered} of {needed}").format(covered=cover[0], needed=cover[1])


def _told(
    cover: tuple[str, str] | None,
    unfilled: tuple[Shift, ...],
    rows: list[tuple[RosterRow, list[Shift]]],
) -> Iterator[str]:
    """Every shift with its helper, the unfilled first, and how much is covered."""
    for shift in unfilled:
        yield f"{_('unfilled')} {_times(shift)}"
    for row, own in rows:
        for shift in own:
            if row.helper is not None:
                yield f"{row.helper.name} {_times(shift)}"
    if not unfilled and not any(own for _row, own in rows):
        yield _("no shifts, none unfilled")
    if cover is not None:
        text = _("{covered} of {needed} hours are covered")
        yield text.format(covered=cover[0], needed=cover[1])


def _times(shift: Shift) -> str:
    start, end = shift.used
    if end - start >= _A_DAY:
        return spoken_span(start, end)
    return _spoken(language(), start.time(), end.time())


@lru_cache(maxsize=512)
def _spoken(_language: str, start: dt.time, end: dt.time) -> str:
    """``07 til 15``: a month has the same few times over and over."""
    return spoken_span(start, end)


def _absent(row: RosterRow, at: int) -> str:
    absence = row.cells[at].absence
    if row.helper is None or absence is None:
        return ""
    return f"{row.helper.name} {absence_word(absence.kind)}"


def _warnings(roster: Roster, rows: list[tuple[RosterRow, list[Shift]]]) -> Iterator[str]:
    for row, own in rows:
        for shift in own:
            for finding in roster.findings.get(shift.id, ()):
                what = f"{row.helper.name if row.helper else ''} {finding_title(finding)}"
                yield _("warning: {what}").format(what=what.strip())
