"""What each paper of a package is called in a list and in the name of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import (
    absence_overview,
    accounts,
    activity_schedule,
    aids_list,
    case_papers,
    cost_estimate,
    handover_papers,
    holiday_application,
    hours_account,
    leadership,
    minutes,
    overview,
    roster_used,
    talks_held,
    workplace_assessment,
)
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT_TITLES: Final[Mapping[str, str]] = {
    activity_schedule.KEY: N_("Activity schedule"),
    absence_overview.KEY: N_("Absence overview"),
    roster_used.KEY: N_("Roster as used"),
    hours_account.KEY: N_("Account of hours"),
    accounts.KEY: N_("Accounts beside the budget"),
    overview.KEY: N_("Overview"),
    minutes.KEY: N_("Minutes of staff meetings"),
    workplace_assessment.KEY: N_("APV"),
    talks_held.KEY: N_("MUS"),
    aids_list.KEY: N_("Aids"),
    leadership.KEY: N_("Leadership in numbers"),
    cost_estimate.KEY: N_("Estimate of helper-related expenses"),
    holiday_application.KEY: N_("Application for a holiday"),
    case_papers.DECISION: N_("The decision"),
    case_papers.COMPLAINT: N_("Complaint"),
    case_papers.TIMELINE: N_("The course of the case"),
    handover_papers.AGREEMENT: N_("Hand-over agreement"),
    handover_papers.TASKS: N_("Who does which tasks"),
    handover_papers.LIST: N_("Papers that go along"),
}
"""By the key of the paper, a msgid."""
