"""What the papers are called on the screen, what they tell, and what their buttons say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class PaperWords:
    """The msgids for one paper: its name, a sentence about it, and the button that shows it."""

    title: str
    explanation: str
    press: str


PAPER_WORDS: Final[Mapping[str, PaperWords]] = {
    "activity_schedule": PaperWords(
        N_("Activity schedule"),
        N_("What you need help with, when and how long."),
        N_("See the activities"),
    ),
    "absence_overview": PaperWords(
        N_("Absence overview"),
        N_("The last 12 months: kinds and days, no causes."),
        N_("See the absence"),
    ),
    "roster_used": PaperWords(
        N_("Roster as used"),
        N_("The last 3 months, as it was."),
        N_("See the roster"),
    ),
    "hours_account": PaperWords(
        N_("Account of hours"),
        N_("The last 3 months: granted, planned and used."),
        N_("See the hours account"),
    ),
    "overview": PaperWords(
        N_("Overview on one page"),
        N_("The last 3 months in short."),
        N_("See the overview"),
    ),
    "accounts": PaperWords(
        N_("Accounts beside the budget"),
        N_("The budget year: granted, received and spent, line by line."),
        N_("See the accounts"),
    ),
    "aids_list": PaperWords(
        N_("Aids"),
        N_("The aids in use, for the municipality's visit. No helper is named."),
        N_("See the aids"),
    ),
    "staff_meeting_minutes": PaperWords(
        N_("Minutes of staff meetings"),
        N_("The last 12 months: those that are looked through, and what may be shown of them."),
        N_("See the minutes"),
    ),
    "mus": PaperWords(
        N_("Talks (MUS) held"),
        N_("When the last talk was with each permanent helper; never what was said."),
        N_("See the talks"),
    ),
    "apv": PaperWords(
        N_("APV with action plan"),
        N_("The latest workplace assessment, and what is done about it."),
        N_("See the APV"),
    ),
    "expenses_estimate": PaperWords(
        N_("Estimate of helper-related expenses"),
        N_("The budget year: what helpers need, from your own log. No receipts."),
        N_("See the estimate"),
    ),
    "leadership": PaperWords(
        N_("Leadership in numbers"),
        N_("The last 3 months: what you did as a leader."),
        N_("See the leadership"),
    ),
}
