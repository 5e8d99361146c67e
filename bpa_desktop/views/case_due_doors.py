"""What is pressed for each thing that is due in the case, and what opens then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.errors import N_
from bpa_desktop.views.due_door import DueDoor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


def _record(due: Due, kind: str) -> str:
    """The id of the record of that type it is about; empty where it is about another."""
    if due.record is not None and due.record[0] == kind:
        return due.record[1]
    return str(due.values.get(kind, ""))


def _decision(desk: Desk, due: Due) -> None:
    """A decision stands beside the decisions; a grant without one beside the grants."""
    from bpa_desktop.views.decision_panel import open_decision  # noqa: PLC0415 - when pressed

    found = _record(due, "decision")
    if not found:
        desk.go("grants")
        return
    desk.place_needed.emit("case")
    open_decision(desk, found)


def _complaint(desk: Desk, due: Due) -> None:
    from bpa_desktop.views.complaint_panel import open_complaint  # noqa: PLC0415 - when pressed

    desk.place_needed.emit("case")
    open_complaint(desk, _record(due, "complaint"))


def _weeks(desk: Desk, due: Due) -> None:
    from bpa_desktop.views.weeks_panel import open_weeks  # noqa: PLC0415 - when pressed

    desk.place_needed.emit("case")
    open_weeks(desk, _record(due, "decision"))


def _inquiry(desk: Desk, due: Due) -> None:
    from bpa_desktop.views.inquiry_panel import open_inquiry  # noqa: PLC0415 - when pressed

    desk.place_needed.emit("case")
    open_inquiry(desk, _record(due, "inquiry"))


def _visit(desk: Desk, due: Due) -> None:
    from bpa_desktop.views.visit_panel import open_visit  # noqa: PLC0415 - when pressed

    desk.place_needed.emit("visits")
    open_visit(desk, _record(due, "authority_visit"))


def _write_visit(desk: Desk, due: Due) -> None:
    """What is expected becomes a visit with its day."""
    from bpa_desktop.domain.authority_visit import (  # noqa: PLC0415 - when pressed
        AuthorityVisit,
        VisitKind,
    )
    from bpa_desktop.services.catalogue import kind_named  # noqa: PLC0415
    from bpa_desktop.views.record_editor import open_editor  # noqa: PLC0415

    desk.place_needed.emit("visits")
    begun = AuthorityVisit(kind=VisitKind.BUDGET, day=due.on)
    open_editor(desk, kind_named("authority_visit"), begun)


_OPEN: Final = N_("Open the complaint")
CASE_DOORS_OF_DUE: Final[Mapping[DueCode, DueDoor]] = {
    DueCode.COMPLAINT: DueDoor(N_("Open the decision"), _decision),
    DueCode.RULE_UNKNOWN: DueDoor(N_("Open the decision"), _decision),
    DueCode.COMPLAINT_ANSWER: DueDoor(_OPEN, _complaint),
    DueCode.COMPLAINT_STANDS: DueDoor(_OPEN, _complaint),
    DueCode.COMPLAINT_FORWARD: DueDoor(_OPEN, _complaint),
    DueCode.BOARD_DECIDES: DueDoor(_OPEN, _complaint),
    DueCode.NEW_DECISION: DueDoor(_OPEN, _complaint),
    DueCode.CORRECT_GRANT: DueDoor(_OPEN, _complaint),
    DueCode.LESS_HELP: DueDoor(N_("See the fourteen weeks"), _weeks),
    DueCode.TELL_HELPERS: DueDoor(N_("See whom to tell"), _weeks),
    DueCode.NOTICE_UNKNOWN: DueDoor(N_("See whom to ask"), _weeks),
    DueCode.ANSWER_LETTER: DueDoor(N_("Open the letter"), _inquiry),
    DueCode.VISIT_PASSED: DueDoor(N_("Open the visit"), _visit),
    DueCode.BUDGET_FOLLOW_UP: DueDoor(N_("Write the visit"), _write_visit),
}
"""The button of each thing that is due in the case."""
