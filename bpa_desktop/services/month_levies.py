"""Barsel.dk and AES as a cost of each month: by the ATP that each helper's month brings.

The bill comes once a quarter and in arrears. It is so much for each full contribution of ATP, so
every month has its share of it, and the accounts of a year hold what the year has cost.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.atp import atp
from bpa_desktop.domain.clock import days_span
from bpa_desktop.domain.levies import AES, INSURANCE, aes, barsel
from bpa_desktop.domain.money import ZERO, Missing, rate_of
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.errors import N_
from bpa_desktop.services.pay_values import Found, as_found, together
from bpa_desktop.services.reading import stints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.month_lines import Basis
    from bpa_desktop.services.session import Session

BARSEL_TITLE: Final = N_("Barsel.dk")
AES_TITLE: Final = N_("AES")
LINES: Final[Mapping[str, StandardLine]] = {
    "levy-barsel-dk": StandardLine.BARSEL,
    AES: StandardLine.CONTRIBUTIONS,
}
"""By rule of a levy the line of the budget on which it belongs."""
_MINUTES: Final = 60


class Levies(NamedTuple):
    """The years whose bills are written, and whether there is a duty to pay AES in each year."""

    billed: frozenset[int]
    insured: Mapping[int, bool | Missing]

    def of(self, basis: Basis) -> Found:
        """The levies of a helper's month; none in a year whose bills are written."""
        month = basis.month
        if month.first.year in self.billed:
            return Found()
        paid = _atp_paid(basis)
        if not paid:
            return Found()
        rates, on = basis.person.rates, month.last
        found = as_found(barsel(paid, on, rates), BARSEL_TITLE, StandardLine.BARSEL)
        duty = self.insured[month.first.year]
        if isinstance(duty, Missing):
            return together(found, Found(missing=(duty,)))
        if not duty:
            return found
        return together(found, as_found(aes(paid, on, rates), AES_TITLE, LINES[AES]))


def _atp_paid(basis: Basis) -> Decimal:
    """Both shares of the month's ATP; nothing where it is missing, for the pay says that."""
    helper, on = basis.person.helper, basis.month.last
    found = atp(basis.minutes, on, basis.person.rates, born=helper.birth_date)
    return (found.employee.amount or ZERO) + (found.employer.amount or ZERO)


def levies(
    session: Session, rows: Iterable[Stint], years: Collection[int], rates: RuleBook
) -> Levies:
    """What the levies of ``years`` hang on; ``rows`` are the shifts that are read already.

    A bill is a voucher on the line of Barsel.dk: in its year the bills count, and nothing is
    reckoned beside them. There is a duty to pay AES where all helpers together work more than the
    hours of the row ``ins-400-hours``, planned ones too.
    """
    bills = (one for one in session.records.all(Voucher) if one.standard is StandardLine.BARSEL)
    known = _minutes(rows, years)
    return Levies(
        frozenset(one.day.year for one in bills),
        {year: _insured(session, year, known[year], rates) for year in years},
    )


def _insured(session: Session, year: int, known: int, rates: RuleBook) -> bool | Missing:
    """Whether the helpers work more than what is free; all of the year is read only if needed."""
    first = dt.date(year, 1, 1)
    free = rate_of(rates, INSURANCE, "most_hours", first)
    if isinstance(free, Missing):
        return free
    if known <= free * _MINUTES:
        known = _minutes(stints(session, first, dt.date(year + 1, 1, 1)), (year,))[year]
    return known > free * _MINUTES


def _minutes(rows: Iterable[Stint], years: Collection[int]) -> Mapping[int, int]:
    """The minutes of the shifts that somebody has, by the year in which they begin."""
    spans = {year: days_span(dt.date(year, 1, 1), dt.date(year + 1, 1, 1)) for year in years}
    found: dict[int, int] = defaultdict(int)
    for row in rows:
        if row[1] is not None and row[4] != CANCELLED:
            for year, (first, end) in spans.items():
                if first <= row[5] < end:
                    found[year] += row[6] - row[5]
    return found
