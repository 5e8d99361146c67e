"""The values of the estimate of helper-related expenses.

It leaves the house only when somebody asks for it: no package holds it by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.cost_estimate import KEY, CostPaper, cost_estimate
from bpa_desktop.domain.budget import BudgetLine
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.helper_costs import (
    estimate_words,
    formula,
    grant_lines,
    helper_related,
    months_words,
)
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.paper_scope import scope

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session


def has_expenses(session: Session) -> bool:
    """Whether there is anything to estimate from: a voucher or a budget line of section 10."""
    kinds = (Voucher, BudgetLine)
    return any(session.records.where(one, standard=StandardLine.HELPER_RELATED) for one in kinds)


def cost_values(given: Scope) -> CostPaper:
    """The estimate of today, with helpers named as the package names them."""
    found, scheme, clean = helper_related(given.session), given.session.scheme(), given.naming.clean
    known = found.estimate
    return CostPaper(
        citizen=scheme.citizen_name if scheme else "",
        case_number=given.case_number,
        made_on=given.today,
        formula=formula(known) if known else estimate_words(None),
        per_month=known.per_month if known else None,
        months=months_words(known) if known else "",
        granted=tuple(clean(line) for line in grant_lines(found)),
        quote=_quote(given),
    )


def _quote(given: Scope) -> str:
    """What the municipality says of the estimate, where it asks for it."""
    profile = profile_of(given.session, given.today)
    asked = () if profile is None else profile.documents
    return next((one.quote for one in asked if one.kind == KEY), "")


def paper(session: Session) -> Document:
    """The estimate of today, in the active language."""
    return cost_estimate(cost_values(scope(session, Names.INITIALS)))
