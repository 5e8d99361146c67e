"""What is pressed for each thing that is due, and what opens then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, day_month
from bpa_desktop.services.due_words import due_title
from bpa_desktop.views import case_due_doors, teaching_doors
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


def _applicant(desk: Desk, due: Due) -> None:
    """An applicant stands beside the page on hiring."""
    from bpa_desktop.views.applicant_panel import open_applicant  # noqa: PLC0415 - read when opened

    desk.place_needed.emit("hiring")
    if due.record is not None:
        open_applicant(desk, due.record[1])


def _contract(desk: Desk, due: Due) -> None:
    """A contract stands beside the helpers."""
    from bpa_desktop.views.contract_panel import open_contract  # noqa: PLC0415 - read when opened

    desk.place_needed.emit("helpers")
    open_contract(desk, cast("str", due.values["helper"]))


def _handover(desk: Desk, due: Due) -> None:
    """The steps stand beside the page of the employer."""
    from bpa_desktop.views.handover_panel import open_handover  # noqa: PLC0415 - rarely needed

    desk.place_needed.emit("employer")
    if due.record is not None:
        open_handover(desk, due.record[1])


def _plan_talks(desk: Desk, _due: Due) -> None:
    from bpa_desktop.views.talk_planning_panel import show_planning  # noqa: PLC0415 - not at start

    desk.go("talks")
    show_planning(desk)


def _leaving(desk: Desk, due: Due) -> None:
    """What is left to do stands beside the page of the helper."""
    from bpa_desktop.views.leaving_panel import open_steps  # noqa: PLC0415 - rarely needed

    helper = str(due.values["helper"])
    desk.need_person(helper)
    open_steps(desk, helper)


def _delete_file(desk: Desk, due: Due) -> None:
    from bpa_desktop.views.forget_panel import open_forget  # noqa: PLC0415 - rarely needed

    helper = str(due.values["helper"])
    desk.need_person(helper)
    open_forget(desk, helper)


def _done_today(desk: Desk, due: Due) -> None:
    """What was agreed is done by one press."""
    from bpa_desktop.services.minutes import find_task, task_done  # noqa: PLC0415 - fast start

    task = find_task(desk.session, due.record[1] if due.record else "")
    if task is not None:
        desk.attempt(lambda: task_done(desk.session, task))


def _start_apv(desk: Desk, _due: Due) -> None:
    """The talk begins at once, or goes on where it stopped."""
    from bpa_desktop.views.assessment_page import go_on_with_assessment  # noqa: PLC0415 - fast start

    go_on_with_assessment(desk)


DOORS: Final[Mapping[DueCode, DueDoor]] = {
    **case_due_doors.CASE_DOORS_OF_DUE,
    DueCode.GRANT_ENDS: to_place(N_("See the grant"), "grants"),
    DueCode.VISIT: to_place(N_("Open the package"), "package"),
    DueCode.REVISITATION: to_place(N_("Open the package"), "package"),
    DueCode.FIRST_FOLLOW_UP: to_place(N_("Open the package"), "package"),
    DueCode.CONTRACT_NONE: DueDoor(N_("Open the contract"), _contract),
    DueCode.CONTRACT_FIRST: DueDoor(N_("Open the contract"), _contract),
    DueCode.CONTRACT_REST: DueDoor(N_("Open the contract"), _contract),
    DueCode.ADDENDUM: DueDoor(N_("Open the addendum"), _contract),
    DueCode.APPLICANT: DueDoor(N_("Open the applicant"), _applicant),
    DueCode.MUS: DueDoor(N_("Plan talks (MUS)"), _plan_talks),
    DueCode.TRIP: to_place(N_("See the trips"), "trips"),
    DueCode.HOURS_OVER: to_place(N_("Open Hours"), "hours"),
    DueCode.HOURS_UNDER: to_place(N_("Open Hours"), "hours"),
    DueCode.MONEY_OVER: to_place(N_("Open Economy"), "economy"),
    DueCode.MONEY_UNDER: to_place(N_("Open Economy"), "economy"),
    DueCode.LAST_PAPERS: DueDoor(N_("See what is to be done"), _leaving),
    DueCode.STATEMENT: DueDoor(N_("See what is to be done"), _leaving),
    DueCode.KEY_BACK: DueDoor(N_("See what is to be done"), _leaving),
    DueCode.DELETE_FILE: DueDoor(N_("See what may go"), _delete_file),
    DueCode.CLOSE_MONTH: DueDoor(N_("Close the month"), _close_month),
    **teaching_doors.DOORS,
    DueCode.AGREED_TASK: DueDoor(N_("Done today"), _done_today),
    DueCode.APV: DueDoor(N_("Start APV"), _start_apv),
    DueCode.APV_RUNNING: DueDoor(N_("Go on with the APV"), _start_apv),
    DueCode.APV_QUESTION: to_place(N_("Answer about the APV"), "safety"),
    DueCode.DISCUSSION: to_place(N_("See the yearly discussion"), "safety"),
    DueCode.WORK_PROBLEM: to_place(N_("See the action plan"), "safety"),
    DueCode.EFFECT: to_place(N_("Say whether it worked"), "safety"),
    DueCode.ACCIDENT_AUTHORITY: to_place(N_("See the accident"), "safety"),
    DueCode.ACCIDENT_INSURER: to_place(N_("See the accident"), "safety"),
    DueCode.ACCIDENT_UNKNOWN: to_place(N_("See the accident"), "safety"),
    DueCode.APPLICATION_SEND: to_place(N_("See the application"), "applications"),
    DueCode.APPLICATION_ANSWER: to_place(N_("See the application"), "applications"),
    DueCode.INSURANCE: to_place(N_("See the insurances"), "insurance"),
    DueCode.INSURANCE_LACKS: to_place(N_("See the insurances"), "insurance"),
    DueCode.COSTS_ESTIMATE: to_place(N_("See the expenses"), "costs"),
    DueCode.HANDOVER_TELL: DueDoor(N_("See the change of employer"), _handover),
    DueCode.HANDOVER: DueDoor(N_("See the change of employer"), _handover),
    DueCode.HOSPITAL_TELL: to_place(N_("See the stay in hospital"), "hospital"),
}


def open_due(desk: Desk, due: Due) -> None:
    """Go to where ``due`` is dealt with."""
    DOORS[due.code].open(desk, due)


def due_labels(due: Due) -> tuple[str, ...]:
    """What may stand on the button of ``due``, from short to long."""
    text = _(DOORS[due.code].label)
    return text, f"{text} – {day_month(due.on)}", f"{text} – {date_short(due.on)}"


def full_labels(due: Due) -> tuple[str, ...]:
    """The same with room for what is due."""
    text = _(DOORS[due.code].label)
    what = f"{text} – {due_title(due)}"
    return text, what, f"{what}, {date_short(due.on)}"


def put_off_labels(due: Due) -> tuple[str, ...]:
    """What may stand on the button that puts ``due`` off, from short to long."""
    text = _("Put off – {what}").format(what=due_title(due))
    return text, f"{text}, {day_month(due.on)}", f"{text}, {date_short(due.on)}"


def open_put_off(desk: Desk, due: Due) -> None:
    """Ask beside the page until when ``due`` is put off, and why."""
    from bpa_desktop.views.put_off_panel import open_panel  # noqa: PLC0415 - read when opened

    open_panel(desk, due)
