"""The pages that the place Documents leads on to: the case, and what happens around the scheme."""

from __future__ import annotations

from typing import Final, NamedTuple

from bpa_desktop.errors import N_


class CaseDoor(NamedTuple):
    """A page: the key of its place, and the msgids of its title, explanation and button."""

    place: str
    title: str
    explanation: str
    press: str


CASE_DOORS: Final[tuple[CaseDoor, ...]] = (
    CaseDoor(
        "case",
        N_("Decisions and complaints"),
        N_("What was decided, by when to complain, and letters to answer."),
        N_("Open the decisions"),
    ),
    CaseDoor(
        "letters",
        N_("Letters"),
        N_("Complaint, application, answer: filled in for you."),
        N_("Open the letters"),
    ),
    CaseDoor(
        "deadlines",
        N_("Deadlines"),
        N_("Everything that is due, by its day."),
        N_("Open the deadlines"),
    ),
    CaseDoor(
        "visits",
        N_("Visits and follow-up"),
        N_("When the municipality comes, and what was agreed."),
        N_("Open the visits"),
    ),
    CaseDoor(
        "applications",
        N_("Applications"),
        N_("What is applied for, and when the answer is due."),
        N_("Open the applications"),
    ),
    CaseDoor(
        "given",
        N_("Archive"),
        N_("What was sent, when, to whom, and the exact file."),
        N_("Open the archive"),
    ),
    CaseDoor(
        "municipality",
        N_("The municipality"),
        N_("What it asks for, and where it stands."),
        N_("Open the municipality's rules"),
    ),
)
"""What goes back and forth with the municipality, what is needed most first."""
SCHEME_DOORS: Final[tuple[CaseDoor, ...]] = (
    CaseDoor(
        "trips",
        N_("Holiday"),
        N_("Trips, extra help, and the application."),
        N_("Open the trips"),
    ),
    CaseDoor(
        "hospital",
        N_("Stay in hospital"),
        N_("What becomes of each shift, and who pays."),
        N_("Open hospital"),
    ),
    CaseDoor(
        "costs",
        N_("Helper-related expenses"),
        N_("Section 10: your own log and an estimate."),
        N_("Open section 10"),
    ),
    CaseDoor(
        "insurance",
        N_("Insurances"),
        N_("Which are needed, and when they are renewed."),
        N_("Open the insurances"),
    ),
    CaseDoor(
        "employer",
        N_("Employer"),
        N_("Hand over the role of employer, or take it back."),
        N_("Open the role of employer"),
    ),
)
"""What happens now and then, and what it needs of papers."""
