"""Pay that is run by the week or by 14 days: what each pay period costs, and each month's part.

Holiday pay, pension and ATP are those of the pay period, by the rates of its last day. Accounts and
closing go by the month all the same: a shift lies in the month in which it begins, and what is
reckoned of a period that crosses the end of a month is shared between the two by the minutes worked
in each. So the months together are just what the periods were paid with, to the øre.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.alike import counted
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.pay_periods import shared_out
from bpa_desktop.services.month_lines import (
    Basis,
    am_lines,
    atp_lines,
    earns,
    holiday_lines,
    pension_lines,
)
from bpa_desktop.services.pay_values import Found, Sums, amount_of, together

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_work import MonthWork
    from bpa_desktop.services.pay_material import Material, Person
    from bpa_desktop.services.pay_values import PaidShift, PayLine

_ORE: Final = 100
_PARTS: Final = 2
"""A pay period crosses the end of one month at most."""


class Beside(NamedTuple):
    """What comes on top of what was earned, and what is drawn from it."""

    paid: Found = Found()
    drawn: Found = Found()


def earned(work: MonthWork | None, away: Found) -> Found:
    """What was earned by work and by absence."""
    if work is None:
        return away
    missing = dict.fromkeys(lack for one in work.shifts for lack in one.pay.missing)
    return together(Found(work.sums.lines(), tuple(missing)), away)


def beside(basis: Basis) -> Beside:
    """What comes on top of the lines of a month or a pay period, and what is drawn from them."""
    holiday, pension = holiday_lines(basis), pension_lines(basis)
    employer, employee = atp_lines(basis)
    paid = together(holiday, pension, employer)
    return Beside(paid, together(employee, am_lines(basis, holiday)))


def period_basis(
    stuff: Material,
    person: Person,
    days: Period,
    work: MonthWork | None,
    absent: Callable[[Period], Found],
) -> tuple[Basis, Found]:
    """What the pay period ``days`` is reckoned from, and all that was earned in it."""
    found = earned(work, absent(days))
    shifts: Sequence[PaidShift] = work.shifts if work is not None else ()
    own = tuple(line for line in found.lines if earns(line))
    return Basis(person, days, shifts, own, absent, stuff.run_in(days)), found


def beside_month(
    stuff: Material,
    person: Person,
    month: Period,
    work: Mapping[dt.date, MonthWork],
    absent: Callable[[Period], Found],
) -> Beside:
    """The part of ``month`` in what is reckoned of the pay periods that have a day in it.

    ``work`` has the shifts by the first day of each pay period.
    """
    parts = [
        _part_in(month, *period_basis(stuff, person, days, work.get(days.first), absent))
        for days in stuff.periods(month)
    ]
    return Beside(_merged(one.paid for one in parts), _merged(one.drawn for one in parts))


def _part_in(month: Period, basis: Basis, found: Found) -> Beside:
    if found.missing:
        return Beside(Found(missing=found.missing))
    whole = beside(basis)
    months = basis.month.months()
    if len(months) < _PARTS:
        return whole
    place = next(at for at, one in enumerate(months) if one.first >= month.first)
    weights = _weights(basis, months)
    return Beside(_shared(whole.paid, weights, place), _shared(whole.drawn, weights, place))


def _weights(basis: Basis, parts: Sequence[Period]) -> list[int]:
    """The paid minutes of each part of a pay period; its kroner in øre where none has minutes."""
    found = [_of_days(basis, one) for one in parts]
    minutes = [one.minutes for one in found]
    return minutes if any(minutes) else [int(amount_of(one.lines) * _ORE) for one in found]


def _of_days(basis: Basis, days: Period) -> Basis:
    """What of a pay period lies in some of its days."""
    sums = Sums()
    shifts = [one for one in basis.shifts if days.first <= one.day < days.end]
    for one in shifts:
        sums.add(one.shift, one.day, counted(one.pay, one.kind).shares)
    lines = (*sums.lines(), *basis.absent(days).lines)
    return basis._replace(month=days, shifts=shifts, lines=tuple(filter(earns, lines)))


def _shared(found: Found, weights: Sequence[int], place: int) -> Found:
    return found._replace(lines=tuple(_share(line, weights, place) for line in found.lines))


def _share(line: PayLine, weights: Sequence[int], place: int) -> PayLine:
    """One part of a line; each step of it is shared by itself."""
    steps = []
    for step in line.steps:
        amount = shared_out(step.amount, weights)[place]
        quantity = step.quantity * amount / step.amount if step.amount else step.quantity
        steps.append(step._replace(quantity=quantity, amount=amount))
    amount = sum((step.amount for step in steps), ZERO)
    return line._replace(steps=tuple(steps), amount=amount)


def _merged(found: Iterable[Found]) -> Found:
    """The lines of pay periods as those of a month: one for each title and line of the budget."""
    every = together(*found)
    groups: dict[tuple[str, object], list[PayLine]] = defaultdict(list)
    for line in every.lines:
        groups[line.title, line.standard].append(line)
    lines = tuple(_one(group) for group in groups.values())
    return Found(lines, tuple(dict.fromkeys(every.missing)), every.notes)


def _one(group: Sequence[PayLine]) -> PayLine:
    amount: Decimal = sum((line.amount for line in group), ZERO)
    steps = tuple(step for line in group for step in line.steps if step.amount)
    return group[0]._replace(amount=amount, steps=steps)
