"""When a shift was last moved, as the journal tells it, and whether that was too late."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.ground import ground_of
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.short_notice import Move, asks_for_notice, short_notice
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.reading import helpers, shifts
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.storage.journal import DONE, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.journal import Change

_SECONDS_PER_MINUTE: Final = 60
_STANDS: Final = frozenset({DONE, SEALED})


def notice_hints(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """The hint that the shift was moved with short notice; nothing without an agreement."""
    return tuple(_hints(session, ground_of(session.scheme(), helpers(session)), [shift]))


def notice_hints_between(session: Session, first: dt.date, end: dt.date) -> tuple[Finding, ...]:
    """The same for every shift that is planned from ``first`` to before ``end``."""
    ground = ground_of(session.scheme(), helpers(session))
    if not asks_for_notice(ground):
        return ()
    return tuple(_hints(session, ground, shifts(session, first, end)))


def _hints(session: Session, ground: Ground, some: Iterable[Shift]) -> Iterator[Finding]:
    if not asks_for_notice(ground):
        return
    for shift in some:
        move = None if _is_off(shift) else last_move(session, shift)
        if move is not None:
            found = short_notice(stint(shift), move, rulebook(), ground)
            yield from () if found is None else (found,)


def _is_off(shift: Shift) -> bool:
    return shift.helper is None or shift.state is ShiftState.CANCELLED


def last_move(session: Session, shift: Shift) -> Move | None:
    """When the shift's times were last changed for the helper who has it."""
    for entry, change in session.records.journal.record_changes(shift.type_name, shift.id):
        began = _moved_from(change) if entry.state in _STANDS else None
        if began is not None:
            return Move(int(entry.at.timestamp()) // _SECONDS_PER_MINUTE, instant(began))
    return None


def _moved_from(change: Change) -> dt.datetime | None:
    """The start before the change, where it moved a helper's shift."""
    before, after = change.side(before=True), change.side(before=False)
    if before is None or after is None or after["helper"] is None:
        return None
    names = ("planned_start", "planned_end")
    is_moved = any(before[name] != after[name] for name in names)
    if before["helper"] != after["helper"] or not is_moved:
        return None
    return dt.datetime.fromisoformat(before["planned_start"])
