"""The values of the estimate of helper-related expenses (section 10), from the own log."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.account_words import line_name
from bpa_desktop.documents.expenses_estimate import KEY, Expense, ExpensesEstimate
from bpa_desktop.domain.budget import BudgetLine
from bpa_desktop.domain.money import ore
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.period import month_length
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.accounts import accounts_of, counted_in
from bpa_desktop.services.own_profile import profile_of

if TYPE_CHECKING:
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.paper_scope import Scope
    from bpa_desktop.services.session import Session

_PLACES: Final = Decimal("0.01")


def has_expenses(session: Session) -> bool:
    """Whether there is anything to estimate from: a voucher or a budget line of section 10."""
    kinds = (Voucher, BudgetLine)
    return any(session.records.where(one, standard=StandardLine.HELPER_RELATED) for one in kinds)


def expenses_values(given: Scope, year: Period) -> ExpensesEstimate:
    """The figures for the days of ``year`` that are over; receipts are never part of them."""
    found = accounts_of(given.session, year)
    counted = year.until(given.today) or counted_in(year, given.today)
    granted_in = _months(counted_in(year, given.today))
    lines = tuple(
        Expense(
            words=given.naming.clean(line_name(one)),
            granted=ore(one.granted / granted_in),
            logged=one.known,
        )
        for one in found.outside
    )
    return ExpensesEstimate(
        case_number=given.case_number,
        made_on=given.today,
        counted=counted,
        months=_months(counted),
        lines=lines,
        quote=_quote(given),
    )


def _months(counted: Period) -> Decimal:
    """How many months the days are, a part of a month by its days."""
    parts = (
        Decimal((part.end - part.first).days) / month_length(part.first)
        for part in counted.months()
    )
    return sum(parts, Decimal(0)).quantize(_PLACES)


def _quote(given: Scope) -> str:
    """What the municipality says of the estimate, where it asks for it."""
    profile = profile_of(given.session, given.today)
    asked = () if profile is None else profile.documents
    return next((one.quote for one in asked if one.kind == KEY), "")
