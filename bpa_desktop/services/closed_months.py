"""Months that are closed, and the trail that a later change of their shifts leaves in them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.documents.phrases import joined, sentence
from bpa_desktop.domain.clock import days_span
from bpa_desktop.domain.closed_month import ClosedMonth, Correction
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.i18n import _, day_words, month_words, ngettext, span
from bpa_desktop.services.reading import helpers
from bpa_desktop.storage.codec import from_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.journal import Change
    from bpa_desktop.storage.records import Operation

LOOK_BACK: Final = 12
"""How many months back a month is asked about that nobody has closed."""
_NAMED: Final = 5
"""More shifts than these are counted in a correction, not named."""
_MONTH: Final = len("2026-03")
_DAY: Final = len("2026-03-16")
_PLANNED: Final = ("planned_start", "planned_end")
_STAY_SHIFT: Final = "stay_shift"
_PRIVATE: Final = frozenset({"note", "rolled_out"})
"""What no paper shows: a change of it corrects nothing."""


def month_of(day: dt.date) -> Period:
    """The calendar month in which ``day`` lies."""
    first = day.replace(day=1)
    return Period(first, months_before(first, -1))


def closed_months(session: Session) -> tuple[ClosedMonth, ...]:
    """Every closed month, the newest first."""
    return tuple(sorted(session.records.all(ClosedMonth), key=_place, reverse=True))


def _place(closed: ClosedMonth) -> tuple[dt.date, str]:
    return closed.first, closed.id


def find_closed(session: Session, month: Period) -> ClosedMonth | None:
    """The record that closes ``month``, or ``None`` while it is open."""
    found = session.records.all(ClosedMonth)
    return next((one for one in found if one.first == month.first), None)


def open_months(session: Session) -> tuple[Period, ...]:
    """The months of the last year that are over, have shifts, and are not closed; oldest first."""
    this = session.today.replace(day=1)
    # Their pay is not read: it is long, and the first page asks for the months alone.
    closed = {day[:_MONTH] for (day,) in session.records.cells(ClosedMonth, ("month",), None, ())}
    months = [month_of(months_before(this, back)) for back in range(LOOK_BACK, 0, -1)]
    waiting = [month for month in months if f"{month.first:%Y-%m}" not in closed]
    used = _months_with_shifts(session, waiting)
    return tuple(month for month in waiting if month.first in used)


def _months_with_shifts(session: Session, months: Sequence[Period]) -> frozenset[dt.date]:
    """The first days of those ``months`` in which a shift begins that was not called off."""
    if not months:
        return frozenset()
    window = days_span(months[0].first, months[-1].end)
    rows = session.records.cells(Shift, ("planned_start", "state"), window, _PLANNED)
    starts = [start for start, state in rows if state != CANCELLED]
    spans = {month.first: days_span(month.first, month.end) for month in months}
    return frozenset(
        first for first, (begin, end) in spans.items() if any(begin <= at < end for at in starts)
    )


def note_corrections(session: Session, operation: Operation, what: str) -> tuple[dt.date, ...]:
    """Note in every closed month what ``operation`` changed in its shifts; the months' first days.

    ``what`` names the action in words. To be called inside the operation, after everything else:
    then undo takes the shifts and the trail back together. A month that the operation itself
    closes is not corrected by it.
    """
    rows = session.records.cells(ClosedMonth, ("id", "month"), None, ())
    if not rows:
        return ()
    changes = operation.changes
    new = {one.record_id for one in changes if one.before is None}
    closed = {record_id: day[:_MONTH] for record_id, day in rows if record_id not in new}
    touched = _by_month(changes, frozenset(closed.values()))
    wanted = [record_id for record_id, month in closed.items() if month in touched]
    corrected = session.records.with_ids(ClosedMonth, wanted)
    for month in corrected:
        trail = _trail(session, what, touched[closed[month.id]])
        correction = Correction(made_on=session.today, what=trail)
        operation.save(replace(month, corrections=(*month.corrections, correction)))
    return tuple(sorted({month.first for month in corrected}))


def _by_month(
    changes: Iterable[Change], months: frozenset[str]
) -> Mapping[str, Sequence[_Changed]]:
    """What happened to shifts by each of those ``months`` (``2026-03``) in which they lie."""
    found: dict[str, list[_Changed]] = defaultdict(list)
    for changed in filter(None, map(_either, changes)):
        for month in changed.months() & months:
            found[month].append(changed)
    return found


def _either(change: Change) -> _Changed | None:
    if change.record_type == _STAY_SHIFT:
        return _decided(change)
    return _changed(change)


def corrected_words(months: Iterable[dt.date]) -> str:
    """``marts 2026 er lukket. Rettelsen er noteret.``; empty without a month."""
    names = [month_words(month) for month in months]
    if not names:
        return ""
    text = ngettext(
        "{months} is closed. The correction is noted.",
        "{months} are closed. The correction is noted.",
        len(names),
    )
    return sentence(text.format(months=joined(names)))


class _Changed(NamedTuple):
    """A shift's plain values before and after; nothing where it was not there."""

    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    def months(self) -> frozenset[str]:
        """The months in which a stretch of it lies, planned or worked, as ``2026-03``."""
        sides = [side for side in self if side is not None]
        return frozenset(month for side in sides for month in _months(side))

    def words(self, names: Mapping[str, str]) -> str:
        """Which shift, and what it is now where that reads otherwise."""
        was, now = (None if side is None else _shift_words(side, names) for side in self)
        if was is None or now is None:
            return was or now or ""
        return was if was == now else _("{before}, now {after}").format(before=was, after=now)


class _Decided(_Changed):
    """What was decided for a shift while the citizen was in hospital: it changes who pays."""

    def months(self) -> frozenset[str]:
        """The months in which the shift lies, as ``2026-03``."""
        sides = [side for side in self if side is not None]
        return frozenset(
            month for side in sides for month in _between(side["shift_start"], side["shift_end"])
        )

    def words(self, names: Mapping[str, str]) -> str:
        """Which shift, what becomes of it, and who pays."""
        side = self.after or self.before
        return _stay_words(side, names) if side else ""


def _decided(change: Change) -> _Decided | None:
    """``None`` where neither the hours nor who pays for them are other than before."""
    both = _Decided(change.side(before=True), change.side(before=False))
    return None if _counted(both.before) == _counted(both.after) else both


def _counted(side: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return side and {name: value for name, value in side.items() if name != "attest_on"}


def _stay_words(side: Mapping[str, Any], names: Mapping[str, str]) -> str:
    from bpa_desktop.domain.hospital_stay import StayShift  # noqa: PLC0415 - few files hold a stay

    one = from_plain(StayShift, side, id="")
    when = f"{day_words(one.shift_start.date())} {span(one.shift_start, one.shift_end)}"
    return f"{when} {names.get(one.helper, '')} ({_(one.fate.label)}, {_(one.payer.label)})"


def _changed(change: Change) -> _Changed | None:
    """What happened to a shift; ``None`` for other records, and where no paper can show it."""
    if change.record_type != Shift.type_name:
        return None
    both = _Changed(change.side(before=True), change.side(before=False))
    return None if _shown(both.before) == _shown(both.after) else both


def _shown(side: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return side and {name: value for name, value in side.items() if name not in _PRIVATE}


def _months(side: Mapping[str, Any]) -> Iterator[str]:
    starts, ends = (
        [side[name] for name in (f"planned_{end}", f"worked_{end}") if side[name]]
        for end in ("start", "end")
    )
    return _between(min(starts), max(ends))


def _between(start: str, end: str) -> Iterator[str]:
    # The end does not belong to the shift.
    last = dt.datetime.fromisoformat(end) - dt.timedelta(minutes=1)
    day = dt.date.fromisoformat(start[:_DAY]).replace(day=1)
    while day <= last.date():
        yield f"{day:%Y-%m}"
        day = months_before(day, -1)


def _shift_words(side: Mapping[str, Any], names: Mapping[str, str]) -> str:
    shift = from_plain(Shift, side, id="")
    start, end = shift.used
    who = names.get(shift.helper or "", "") or _("unfilled")
    words = f"{day_words(start.date())} {span(start, end)} {who}"
    is_planned = shift.state is ShiftState.PLANNED
    return words if is_planned else f"{words} ({_(shift.state.label).lower()})"


def _trail(session: Session, what: str, shifts: Sequence[_Changed]) -> str:
    if len(shifts) > _NAMED:
        which = ngettext("{n} shift", "{n} shifts", len(shifts))
    else:
        names = {one.id: one.first_name for one in helpers(session)}
        which = "; ".join(one.words(names) for one in shifts)
    return f"{sentence(what)}: {which}"
