"""Barsel.dk and AES as a cost of each month: by the ATP that each helper's month brings.

The bill comes once a quarter and in arrears. It is so much for each full contribution of ATP, so
every month has its share of it, and the accounts of a year hold what the year has cost.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import MINUTES_PER_HOUR, days_span
from bpa_desktop.domain.levies import AES, INSURANCE, aes, barsel
from bpa_desktop.domain.money import Missing, rate_of
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.errors import N_
from bpa_desktop.services.pay_values import Found, as_found, together
from bpa_desktop.services.reading import stints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

BARSEL_TITLE: Final = N_("Barsel.dk")
AES_TITLE: Final = N_("AES")
LINES: Final[Mapping[str, StandardLine]] = {
    "levy-barsel-dk": StandardLine.BARSEL,
    AES: StandardLine.CONTRIBUTIONS,
}
"""By rule of a levy the line of the budget on which it belongs."""


class Levies:
    """The levies of months: in years of which no bill is written, AES where there is a duty."""

    def __init__(self, billed: frozenset[int], insured: Mapping[int, bool | Missing]) -> None:
        self._billed = billed
        self._insured = insured
        self._found: dict[tuple[int, dt.date, Decimal], Found] = {}

    def of(self, month: Period, paid: Decimal, rates: RuleBook) -> Found:
        """The levies for the ATP ``paid`` for a helper's month, both shares of it.

        There are none in a year whose bills are written.
        """
        if not paid or month.first.year in self._billed:
            return Found()
        # Most helpers of a month pay the same ATP, by the same rates.
        key = id(rates), month.first, paid
        if key not in self._found:
            self._found[key] = self._reckoned(month, paid, rates)
        return self._found[key]

    def _reckoned(self, month: Period, paid: Decimal, rates: RuleBook) -> Found:
        on = month.last
        found = as_found(barsel(paid, on, rates), BARSEL_TITLE, StandardLine.BARSEL)
        duty = self._insured[month.first.year]
        if isinstance(duty, Missing):
            return together(found, Found(missing=(duty,)))
        if not duty:
            return found
        return together(found, as_found(aes(paid, on, rates), AES_TITLE, LINES[AES]))


def levies(
    session: Session, rows: Iterable[Stint], years: Collection[int], rates: RuleBook
) -> Levies:
    """What the levies of ``years`` hang on; ``rows`` are the shifts that are read already.

    A bill is a voucher on the line of Barsel.dk: in its year the bills count, and nothing is
    reckoned beside them. There is a duty to pay AES where all helpers together work more than the
    hours of the row ``ins-400-hours``, planned ones too.
    """
    bills = (one for one in session.records.all(Voucher) if one.standard is StandardLine.BARSEL)
    return Levies(
        frozenset(one.day.year for one in bills),
        {year: _insured(session, year, rows, rates) for year in years},
    )


def _insured(session: Session, year: int, rows: Iterable[Stint], rates: RuleBook) -> bool | Missing:
    """Whether the helpers work more than what is free; all of the year is read only if needed."""
    first, end = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    free = rate_of(rates, INSURANCE, "most_hours", first)
    if isinstance(free, Missing):
        return free
    span, most = days_span(first, end), int(free * MINUTES_PER_HOUR)
    return _is_more(most, rows, span) or _is_more(most, stints(session, first, end), span)


def _is_more(most: int, rows: Iterable[Stint], span: Span) -> bool:
    """Whether the shifts that somebody has, and that begin in ``span``, last longer than that."""
    left = most
    for row in rows:
        if span[0] <= row[5] < span[1] and row[1] is not None and row[4] != CANCELLED:
            left -= row[6] - row[5]
            if left < 0:
                return True
    return False
