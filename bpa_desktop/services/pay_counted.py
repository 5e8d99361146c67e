"""What months count with in accounts: the pay that was locked, and of open months what they cost.

A month whose pay is locked counts with just the lines that were locked with it, those that correct
an earlier month too: they cost where they are paid. An open month counts with what it will be paid
with, the corrections it carries among it. What a locked month would be worked out to now changes
nothing here; it stands in the list of corrections.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget_years import share_of
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.pay_corrections import Owed, carrier, due_of, is_settled, reckoned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.closed_month import SettledLine
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.month_pay import HelperPay
    from bpa_desktop.services.pay_corrections import Lacking
    from bpa_desktop.services.session import Session


class CountedPay(NamedTuple):
    """A whole ``month`` with the ``lines`` it counts with, and what is ``missing`` by helper.

    ``pays`` are as they are worked out now: for the levies, which are never locked, and for the
    days on which shifts lie.
    """

    month: Period
    pays: tuple[HelperPay, ...]
    lines: tuple[SettledLine, ...]
    missing: Lacking

    def on_days(self, days: Period) -> Mapping[tuple[str, StandardLine], Decimal]:
        """Kroner by helper and line that fall on ``days`` of the month; parts add up to it.

        A shift counts on the day on which it begins. What is for the month counts day by day, and
        so does what was locked beside what is worked out now.
        """
        sums: dict[tuple[str, StandardLine], Decimal] = defaultdict(lambda: ZERO)
        rest: dict[tuple[str, StandardLine], Decimal] = defaultdict(lambda: ZERO)
        for line in self.lines:
            rest[line.helper, line.standard] += line.amount
        if days == self.month:
            return dict(rest)
        for pay in self.pays:
            for standard, amount in pay_in(pay, days).items():
                sums[pay.helper.id, standard] += amount
            for own in pay.lines:
                rest[pay.helper.id, own.standard] -= own.amount
        for key, amount in rest.items():
            sums[key] += share_of(amount, self.month, days.first, days.end)
        return dict(sums)


def counted_pay(session: Session, months: Sequence[Period]) -> Iterator[CountedPay]:
    """What each of ``months``, which are whole and in order, counts with."""
    settled = {one.first: one for one in session.records.all(ClosedMonth) if is_settled(one)}
    for month, pays in zip(months, _pays(session, months, sorted(settled)), strict=True):
        if month.first in settled:
            found = Owed(settled[month.first].pay, {})
        else:
            found = due_of(session, month, pays)
        yield CountedPay(month, pays, found.lines, found.missing)


def _pays(
    session: Session, months: Sequence[Period], settled: Sequence[dt.date]
) -> tuple[tuple[HelperPay, ...], ...]:
    """The pay of each month as it is now, read at once with what corrections need."""
    wanted = {month.first for month in months}
    if any(carrier(session, first) in wanted for first in settled):
        wanted.update(settled)
    reckoned(session, [month_of(first) for first in sorted(wanted)])
    return reckoned(session, months)


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
