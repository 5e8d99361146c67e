"""What pay has cost in a stretch of months, by the line of the budget on which it belongs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget_years import share_of
from bpa_desktop.domain.levies import AES
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_levies import LINES
from bpa_desktop.services.month_pay import months_pay

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
    """The pay of every month that begins from ``first`` to before ``end``."""
    amounts: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    minutes: dict[StandardLine, int] = defaultdict(int)
    missing: dict[Missing, None] = {}
    levies: dict[Missing, None] = {}
    for found in months_pay(session, _months(first, end)):
        for one in found:
            missing |= dict.fromkeys(one.missing)
            levies |= dict.fromkeys(one.levies.missing)
            for line in (*one.lines, *one.levies.lines):
                amounts[line.standard] += line.amount
                minutes[line.standard] += line.minutes
    return PaySpent(dict(amounts), dict(minutes), tuple(missing), tuple(levies))


def pay_in(pay: HelperPay, days: Period) -> Mapping[StandardLine, Decimal]:
    """What falls on ``days`` of a helper's pay of the month in which they lie, by line.

    A shift counts on the day on which it begins. What is for the month, such as holiday pay and
    pension, counts day by day; the parts of a month add up to it.
    """
    sums: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    rest: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    for line in pay.lines:
        rest[line.standard] += line.amount
    for shift in pay.shifts:
        is_within = days.first <= shift.day < days.end
        for step in shift.pay.steps:
            standard = line_of(step.title, shift.kind)
            rest[standard] -= step.amount
            sums[standard] += step.amount if is_within else ZERO
    for standard, amount in rest.items():
        sums[standard] += share_of(amount, month_of(days.first), days.first, days.end)
    return dict(sums)


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
