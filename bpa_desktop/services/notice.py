"""When a shift was last moved, as the journal tells it, and whether that was too late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.ground import ground_of
from bpa_desktop.domain.short_notice import asks_for_notice, short_notice
from bpa_desktop.domain.stints import stint
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.storage.journal import DONE, SEALED

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.journal import Change

_SECONDS_PER_MINUTE: Final = 60
_STANDS: Final = frozenset({DONE, SEALED})


def notice_hints(session: Session, shift: Shift) -> tuple[Finding, ...]:
    """The hint that the shift was moved with short notice; nothing without an agreement."""
    ground = ground_of(session.scheme(), helpers(session))
    moved = moved_at(session, shift) if asks_for_notice(ground) else None
    if moved is None:
        return ()
    found = short_notice(stint(shift), moved, rulebook(), ground)
    return () if found is None else (found,)


def moved_at(session: Session, shift: Shift) -> int | None:
    """The instant at which the shift's times were last changed for the helper who has it."""
    for entry, change in session.records.journal.record_changes(shift.type_name, shift.id):
        if entry.state in _STANDS and _moves(change):
            return int(entry.at.timestamp()) // _SECONDS_PER_MINUTE
    return None


def _moves(change: Change) -> bool:
    before, after = change.side(before=True), change.side(before=False)
    if before is None or after is None or after["helper"] is None:
        return False
    is_same_helper = before["helper"] == after["helper"]
    return is_same_helper and any(
        before[name] != after[name] for name in ("planned_start", "planned_end")
    )
