"""What a person deleted stays away: its roster pattern remembers it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.pattern import LeftOut, RosterPattern

if TYPE_CHECKING:
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session
    from bpa_desktop.storage.operation import Operation


def leave_out(session: Session, operation: Operation, shift: Shift) -> None:
    """Remember in its pattern that a shift is deleted, so that no roll-out makes it again."""
    for made in shift.rolled_out:
        for pattern in session.records.with_ids(RosterPattern, [made.pattern]):
            gone = LeftOut(start=made.start, end=made.end, helper=made.helper)
            operation.save(replace(pattern, left_out=(*pattern.left_out, gone)))
