"""What the user has written for others to read: it is no secret, even where a note repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.budget import BudgetLine, Explanation
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.letter import Letter
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.work_problem import WorkProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

_SHOWN: Final[tuple[tuple[type[Record], tuple[str, ...]], ...]] = (
    (
        ActivityItem,
        (
            "activity",
            "season",
            "own_part",
            "helper_part",
            "second_helper_reason",
            "aid",
            "transfer_note",
            "example",
        ),
    ),
    (Shift, ("deviation",)),
    (WorkProblem, ("what", "cause", "solution", "follow_up")),
    (BudgetLine, ("words",)),
    (Explanation, ("words",)),
    (Trip, ("place", "purpose", "extra_reason", "second_helper", "cost_words")),
    (Letter, ("subject", "words")),
    (Complaint, ("about_what",)),
)
"""The fields that papers show, by record type."""


def shown_words(session: Session) -> Iterator[str]:
    """Every text that a paper may show as the user wrote it."""
    for kind, fields in _SHOWN:
        for record in session.records.all(kind):
            yield from (getattr(record, field) for field in fields)
    for assessment in session.records.all(Assessment):
        yield from (one.words for one in assessment.answers)
