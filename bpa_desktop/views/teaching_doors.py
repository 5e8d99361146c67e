"""What is pressed for instruction, inspections and courses that are due, and what opens then.

The panels are read only when one is opened: the first page need not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.people import Helper
from bpa_desktop.errors import N_
from bpa_desktop.views.due_door import DueDoor, to_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


def _id(due: Due) -> str:
    return due.record[1] if due.record is not None else ""


def open_aid(desk: Desk, aid_id: str) -> None:
    """Show the aid in its place."""
    from bpa_desktop.views import aid_panel  # noqa: PLC0415 - as said above

    desk.place_needed.emit("aids")
    aid_panel.open_aid(desk, aid_id)


def open_procedure(desk: Desk, procedure_id: str) -> None:
    """Show the work procedure in its place."""
    from bpa_desktop.views import procedure_panel  # noqa: PLC0415 - as said above

    desk.place_needed.emit("procedures")
    procedure_panel.open_procedure(desk, procedure_id)


def open_learning(desk: Desk, helper: Helper) -> None:
    """Show what the helper learns beside the page that is shown."""
    from bpa_desktop.views import learning_panel  # noqa: PLC0415 - as said above

    learning_panel.open_learning(desk, helper)


def open_course(desk: Desk, course_id: str) -> None:
    """Show the course in its place."""
    from bpa_desktop.views import course_panel  # noqa: PLC0415 - as said above

    desk.place_needed.emit("courses")
    course_panel.open_course(desk, course_id)


def _learning(desk: Desk, due: Due) -> None:
    desk.place_needed.emit("procedures")
    open_learning(desk, desk.session.records.get(Helper, _id(due)))


def _again(desk: Desk, due: Due) -> None:
    """An aid is never taught again by itself, so it is a procedure."""
    open_procedure(desk, _id(due))


DOORS: Final[Mapping[DueCode, DueDoor]] = {
    DueCode.AID_INSPECTION: DueDoor(N_("Open the aid"), lambda desk, due: open_aid(desk, _id(due))),
    DueCode.INSTRUCT: to_place(N_("See who lacks it"), "procedures"),
    DueCode.INSTRUCT_AGAIN: DueDoor(N_("Instruct again"), _again),
    DueCode.INTRODUCTION: DueDoor(N_("See the introduction"), _learning),
    DueCode.COURSE_APPLY: DueDoor(
        N_("Open the course"), lambda desk, due: open_course(desk, _id(due))
    ),
    DueCode.COURSE_EXPIRES: DueDoor(
        N_("Open the course"), lambda desk, due: open_course(desk, _id(due))
    ),
}
"""The door of each; `due_doors` takes them in."""
