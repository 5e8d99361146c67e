"""A shift as a plain tuple, so that many thousands can be counted without building records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.roster import Shift

Stint: TypeAlias = tuple[
    str, str | None, str | None, str, str, int, int, int | None, int | None
]  # one tuple type, read by place: a row of the store is one as it comes
"""Id, helper, stands in for, kind, state, planned start and end, worked start and end.

Kind and state are the stored values. Times are instants (whole minutes, see ``clock``); the end
does not belong to the shift. A missing worked time means: as planned.
"""

KIND: Final[Mapping[str, HourKind]] = {str(kind): kind for kind in HourKind}
"""The kind of hours behind a stored value."""

CANCELLED: Final = str(ShiftState.CANCELLED)
WORKED: Final = str(ShiftState.WORKED)


def stint(shift: Shift) -> Stint:
    """``shift`` as a plain tuple."""
    planned_start, planned_end = shift.planned
    return (
        shift.id,
        shift.helper,
        shift.stands_in_for,
        str(shift.kind),
        str(shift.state),
        planned_start,
        planned_end,
        _optional(shift.worked_start),
        _optional(shift.worked_end),
    )


def actual(one: Stint) -> Span:
    """The stretch that counts: as worked once worked, else as planned."""
    _id, _helper, _for, _kind, state, start, end, worked_start, worked_end = one
    if state != WORKED:
        return start, end
    return (
        start if worked_start is None else worked_start,
        end if worked_end is None else worked_end,
    )


def _optional(time: dt.datetime | None) -> int | None:
    return None if time is None else instant(time)
