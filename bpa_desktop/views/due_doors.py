"""What is pressed for each thing that is due, and what opens then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.errors import N_
from bpa_desktop.views import teaching_doors
from bpa_desktop.views.due_door import DueDoor, to_place
from bpa_desktop.views.shift_doors import close_month

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


def _close_month(desk: Desk, due: Due) -> None:
    """A month is closed in a panel beside the first page."""
    close_month(desk, cast("dt.date", due.values["month"]))


DOORS: Final[Mapping[DueCode, DueDoor]] = {
    DueCode.COMPLAINT: to_place(N_("Open the decision"), "grants"),
    DueCode.RULE_UNKNOWN: to_place(N_("Open the decision"), "grants"),
    DueCode.GRANT_ENDS: to_place(N_("See the grant"), "grants"),
    DueCode.VISIT: to_place(N_("Open the package"), "package"),
    DueCode.REVISITATION: to_place(N_("Open the package"), "package"),
    DueCode.FIRST_FOLLOW_UP: to_place(N_("Open the package"), "package"),
    DueCode.CLOSE_MONTH: DueDoor(N_("Close the month"), _close_month),
    **teaching_doors.DOORS,
}


def open_due(desk: Desk, due: Due) -> None:
    """Go to where ``due`` is dealt with."""
    DOORS[due.code].open(desk, due)
