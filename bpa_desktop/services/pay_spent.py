"""What pay has cost in a stretch of months, by the line of the budget on which it belongs."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget_years import share_of
from bpa_desktop.domain.levies import AES
from bpa_desktop.domain.money import ZERO
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_levies import LINES
from bpa_desktop.services.pay_counted import counted_pay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.month_pay import HelperPay
    from bpa_desktop.services.session import Session


class PaySpent(NamedTuple):
    """Kroner by line and minutes by line, with the levies that come with pay.

    What is ``missing`` makes all the amounts incomplete; what is missing for the ``levies`` those
    of its lines alone.
    """

    amounts: Mapping[StandardLine, Decimal]
    minutes: Mapping[StandardLine, int]
    missing: tuple[Missing, ...]
    levies: tuple[Missing, ...] = ()


def pay_spent(session: Session, first: dt.date, end: dt.date) -> PaySpent:
    """What the months that begin from ``first`` to before ``end`` count with: `pay_counted`."""
    amounts: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    minutes: dict[StandardLine, int] = defaultdict(int)
    missing: dict[Missing, None] = {}
    levies: dict[Missing, None] = {}
    for one in counted_pay(session, _months(first, end)):
        missing |= dict.fromkeys(chain.from_iterable(one.missing.values()))
        levies |= dict.fromkeys(lack for pay in one.pays for lack in pay.levies.missing)
        for line in one.lines:
            amounts[line.standard] += line.amount
            minutes[line.standard] += line.minutes
        for levy in (levy for pay in one.pays for levy in pay.levies.lines):
            amounts[levy.standard] += levy.amount
    return PaySpent(dict(amounts), dict(minutes), tuple(missing), tuple(levies))


def levies_in(pay: HelperPay, days: Period) -> Mapping[StandardLine, Decimal]:
    """What falls on ``days`` of the levies of the month in which they lie, day by day, by line."""
    month = month_of(days.first)
    return {
        line.standard: share_of(line.amount, month, days.first, days.end)
        for line in pay.levies.lines
    }


def lacking(levies: Iterable[Missing]) -> frozenset[StandardLine]:
    """The lines of the levies for which something is missing."""
    return frozenset(LINES.get(one.rule, LINES[AES]) for one in levies)


def _months(first: dt.date, end: dt.date) -> list[Period]:
    found = []
    while first < end:
        found.append(month_of(first))
        first = found[-1].end
    return found
