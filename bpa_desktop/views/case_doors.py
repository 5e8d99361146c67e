"""The pages of the case with the municipality that the place Documents leads on to."""

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
        "hospital",
        N_("Stay in hospital"),
        N_("What becomes of each shift, and who pays."),
        N_("Open hospital"),
    ),
    CaseDoor(
        "trips",
        N_("Holiday"),
        N_("Trips, extra help, and the application."),
        N_("Open the trips"),
    ),
    CaseDoor(
        "costs",
        N_("Helper-related expenses"),
        N_("Section 10: your own log and an estimate."),
        N_("Open section 10"),
    ),
    CaseDoor(
        "applications",
        N_("Applications"),
        N_("What is applied for, and when the answer is due."),
        N_("Open the applications"),
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
"""In the order in which Documents shows them."""
