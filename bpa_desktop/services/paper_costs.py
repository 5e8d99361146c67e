"""The values of the estimate of helper-related expenses.

It leaves the house only when somebody asks for it: no package holds it by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.cost_estimate import CostPaper, cost_estimate
from bpa_desktop.services.helper_costs import (
    estimate_words,
    formula,
    grant_lines,
    helper_related,
    months_words,
)

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document
    from bpa_desktop.services.session import Session


def paper(session: Session) -> Document:
    """The estimate of today, in the active language."""
    found, scheme = helper_related(session), session.scheme()
    known = found.estimate
    return cost_estimate(
        CostPaper(
            citizen=scheme.citizen_name if scheme else "",
            case_number=scheme.case_number.strip() if scheme else "",
            made_on=session.today,
            formula=formula(known) if known else estimate_words(None),
            per_month=known.per_month if known else None,
            months=months_words(known) if known else "",
            granted=tuple(grant_lines(found)),
            lines=known.by_what if known else (),
            total=known.total if known else None,
        )
    )
