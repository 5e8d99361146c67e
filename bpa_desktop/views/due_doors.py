"""What is pressed for each thing that is due, and what opens then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.errors import N_
from bpa_desktop.views.shift_doors import close_month

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


class DueDoor(NamedTuple):
    """The words of the button (a msgid), and what it opens."""

    label: str
    open: Callable[[Desk, Due], object]


def to_place(label: str, place: str) -> DueDoor:
    """A door that leads to a place."""
    return DueDoor(label, lambda desk, _due: desk.go(place))


def _close_month(desk: Desk, due: Due) -> None:
    """A month is closed in a panel beside the first page."""
    close_month(desk, cast("dt.date", due.values["month"]))


def _start_apv(desk: Desk, _due: Due) -> None:
    """The talk begins at once, or goes on where it stopped."""
    from bpa_desktop.views.assessment_page import go_on_with_assessment  # noqa: PLC0415 - fast start

    go_on_with_assessment(desk)


DOORS: Final[Mapping[DueCode, DueDoor]] = {
    DueCode.COMPLAINT: to_place(N_("Open the decision"), "grants"),
    DueCode.RULE_UNKNOWN: to_place(N_("Open the decision"), "grants"),
    DueCode.GRANT_ENDS: to_place(N_("See the grant"), "grants"),
    DueCode.VISIT: to_place(N_("Open the package"), "package"),
    DueCode.REVISITATION: to_place(N_("Open the package"), "package"),
    DueCode.FIRST_FOLLOW_UP: to_place(N_("Open the package"), "package"),
    DueCode.CLOSE_MONTH: DueDoor(N_("Close the month"), _close_month),
    DueCode.APV: DueDoor(N_("Start APV"), _start_apv),
    DueCode.APV_RUNNING: DueDoor(N_("Go on with the APV"), _start_apv),
    DueCode.APV_QUESTION: to_place(N_("Answer about the APV"), "safety"),
    DueCode.DISCUSSION: to_place(N_("See the yearly discussion"), "safety"),
    DueCode.WORK_PROBLEM: to_place(N_("See the action plan"), "safety"),
    DueCode.EFFECT: to_place(N_("Say whether it worked"), "safety"),
    DueCode.ACCIDENT_AUTHORITY: to_place(N_("See the accident"), "safety"),
    DueCode.ACCIDENT_INSURER: to_place(N_("See the accident"), "safety"),
    DueCode.ACCIDENT_UNKNOWN: to_place(N_("See the accident"), "safety"),
}


def open_due(desk: Desk, due: Due) -> None:
    """Go to where ``due`` is dealt with."""
    DOORS[due.code].open(desk, due)
