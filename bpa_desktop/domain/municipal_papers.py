"""The papers that a municipality, or a decision of its own, can ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.municipality_term import Group, yes_no
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality_term import Term

PAPERS: Final[Mapping[str, str]] = {
    "activity_schedule": N_("Activity schedule"),
    "absence_overview": N_("Absence overview"),
    "apv": N_("APV"),
    "roster_used": N_("Roster as used"),
    "staff_meeting_minutes": N_("Minutes of staff meetings"),
    "accounts": N_("Accounts beside the budget"),
    "hours_account": N_("Account of hours"),
    "mus": N_("MUS"),
    "expenses_estimate": N_("Estimate of expenses for helpers"),
}
"""What each kind of paper is called, a msgid, in the order in which they are offered."""

PAPER_PREFIX: Final = "document."
"""What a key about a kind of paper begins with."""


def paper_key(kind: str) -> str:
    """The key under which a decision says whether it asks for a kind of paper."""
    return f"{PAPER_PREFIX}{kind}"


TERMS: Final[Mapping[str, Term]] = {
    paper_key(kind): yes_no(Group.DOCUMENTS, label) for kind, label in PAPERS.items()
}
"""Whether each kind of paper is asked for, by key; only a user's own decision is kept so."""
