"""Helper-related expenses: the log, the estimate with its formula, and what is granted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain import helper_costs
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.i18n import _, money, month_words, ngettext
from bpa_desktop.services.case_profile import own_profile, said
from bpa_desktop.services.flow import budgets, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.helper_costs import CostEstimate, Granted
    from bpa_desktop.services.case_profile import Said
    from bpa_desktop.services.session import Session

RECEIPTS = "expenses.receipts"
"""What the municipality says of receipts for them."""


class HelperCosts(NamedTuple):
    """The log with the newest first, the estimate, and what is granted today."""

    log: tuple[Voucher, ...]
    estimate: CostEstimate | None
    granted: tuple[Granted, ...]


def helper_related(session: Session) -> HelperCosts:
    """Everything about helper-related expenses."""
    books = budgets(session)
    own = [one for one in session.records.all(Voucher) if books.is_outside(one)]
    return HelperCosts(
        log=tuple(sorted(own, key=lambda one: (one.day, one.id), reverse=True)),
        estimate=helper_costs.estimate(own, session.today),
        granted=helper_costs.granted(
            session.records.all(Budget), session.records.all(BudgetLine), session.today
        ),
    )


def estimate_words(found: CostEstimate | None) -> str:
    """The average per month in a sentence."""
    if found is None:
        return _("There is no whole month to reckon from yet.")
    return _("About {amount} a month.").format(amount=money(found.per_month))


def months_words(found: CostEstimate) -> str:
    """``april 2025 til marts 2026``."""
    first, last = month_words(found.period.first), month_words(found.period.last)
    if first == last:
        return first
    return _("{first} to {last}").format(first=first, last=last)


def formula(found: CostEstimate) -> str:
    """How the average came about."""
    text = ngettext(
        "{total} in {n} month ({months}) = {amount} a month.",
        "{total} in {n} months ({months}), divided by {n} = {amount} a month.",
        found.months,
    )
    values = {"total": money(found.total), "months": months_words(found)}
    return text.format(amount=money(found.per_month), **values)


def granted_words(found: HelperCosts) -> Iterator[str]:
    """What the municipality grants, and how that stands to the estimate."""
    if not found.granted:
        yield _("No budget line for these expenses is written for today.")
        return
    yield from grant_lines(found)
    if found.estimate is not None:
        yield _compared(found)


def grant_lines(found: HelperCosts) -> Iterator[str]:
    """Each line of the budget for these expenses, with what it comes to per month."""
    for one in found.granted:
        text = _("The budget grants {amount} a month: {words}.")
        words = one.line.words.strip().rstrip(".")
        yield text.format(amount=money(one.per_month), words=words)


def _compared(found: HelperCosts) -> str:
    given = total(one.per_month for one in found.granted)
    spent = found.estimate.per_month if found.estimate else given
    if spent > given:
        text = _("You spend {amount} a month more than is granted. Apply with your figures.")
        return text.format(amount=money(spent - given))
    if spent < given:
        text = _("You spend {amount} a month less than is granted. The grant may be lowered.")
        return text.format(amount=money(given - spent))
    return _("That is what you spend.")


def receipts(session: Session) -> Said | None:
    """What the municipality says of receipts; ``None`` where it is to be asked."""
    return said(own_profile(session), RECEIPTS)
