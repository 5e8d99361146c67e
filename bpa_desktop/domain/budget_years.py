"""Which budget counts on which days, and what a line of it has granted for a stretch of days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.period import Period, months_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.budget import Budget, BudgetLine

_ONE_DAY: Final = dt.timedelta(days=1)
_MONTHS: Final = 12


class Counting(NamedTuple):
    """A budget and the days in which it counts; ``end`` is the first day after."""

    budget: Budget
    first: dt.date
    end: dt.date


class Part(NamedTuple):
    """What a line grants in a stretch of days: kroner to the øre, and minutes if it names hours."""

    amount: Decimal
    minutes: int | None


def counting(budgets: Iterable[Budget]) -> tuple[Counting, ...]:
    """Each budget with the days in which it counts, in order; one that never counts is left out.

    A budget counts from its first day until the next budget begins, at most through its last day.
    Of several that begin on the same day the one saved last counts.
    """
    ordered = sorted(budgets, key=lambda one: (one.valid_from, one.id))
    starts = [one.valid_from for one in ordered[1:]]
    found = [
        Counting(one, one.valid_from, min([one.end, *starts[place : place + 1]]))
        for place, one in enumerate(ordered)
    ]
    return tuple(one for one in found if one.first < one.end)


def budget_on(budgets: Iterable[Budget], day: dt.date) -> Budget | None:
    """The budget that counts on ``day``, or ``None`` where there is none."""
    return next((one.budget for one in counting(budgets) if one.first <= day < one.end), None)


def days_of(budget: Budget, budgets: Iterable[Budget]) -> Period:
    """The days in which ``budget`` counts: until it ends, or until a later one takes its place.

    One that never counts, as another begins on its first day, has the days that it is for.
    """
    found = (one for one in counting(budgets) if one.budget.id == budget.id)
    return next((Period(one.first, one.end) for one in found), whole_of(budget))


def stretches(budgets: Iterable[Budget], within: Period) -> Iterator[tuple[Budget, Period]]:
    """Each budget that counts in a part of ``within``, with that part."""
    for one in counting(budgets):
        first, end = max(one.first, within.first), min(one.end, within.end)
        if first < end:
            yield one.budget, Period(first, end)


def whole_of(budget: Budget) -> Period:
    """All the days that the amounts of ``budget`` are for."""
    return Period(budget.valid_from, budget.end)


def share_of(amount: Decimal, whole: Period, first: dt.date, end: dt.date) -> Decimal:
    """What of ``amount`` for the days of ``whole`` falls from ``first`` to before ``end``.

    Day by day. What has come to by each day is rounded half up to whole øre (away from zero for a
    deduction), so that parts side by side always add up to the whole.
    """
    return _until(amount, whole, end) - _until(amount, whole, first)


def _until(amount: Decimal, whole: Period, day: dt.date) -> Decimal:
    return ore(amount * _passed(whole, day) / (whole.end - whole.first).days)


def _passed(whole: Period, day: dt.date) -> int:
    """How many days of ``whole`` are before ``day``."""
    return (min(max(day, whole.first), whole.end) - whole.first).days


def part_of(line: BudgetLine, budget: Budget, first: dt.date, end: dt.date) -> Part:
    """What ``line`` grants from ``first`` to before ``end``, as its share of the budget's days.

    Days outside the budget grant nothing, and parts side by side add up to the whole line.
    """
    return parts_of(line, budget, (first, end))[0]


def parts_of(line: BudgetLine, budget: Budget, bounds: Sequence[dt.date]) -> list[Part]:
    """What ``line`` grants between each two neighbours of ``bounds``, which are in order."""
    if budget.end <= budget.valid_from:
        return [Part(ZERO, None if line.minutes is None else 0) for _pair in pairwise(bounds)]
    whole = whole_of(budget)
    days = (whole.end - whole.first).days
    amounts = [_until(line.amount, whole, day) for day in bounds]
    minutes = [_half_up((line.minutes or 0) * _passed(whole, day), days) for day in bounds]
    return [
        Part(later[0] - earlier[0], None if line.minutes is None else later[1] - earlier[1])
        for earlier, later in pairwise(zip(amounts, minutes, strict=True))
    ]


def _half_up(dividend: int, divisor: int) -> int:
    return (2 * dividend + divisor) // (2 * divisor)


def granted_by_line(
    budgets: Iterable[Budget], lines: Iterable[BudgetLine], first: dt.date, end: dt.date
) -> Mapping[str, Part]:
    """What each line grants from ``first`` to before ``end``, by the line's id.

    A budget that a later one took the place of grants only for its own days. Lines of budgets that
    count on none of the days are left out.
    """
    days = {one.id: (one, part) for one, part in stretches(budgets, Period(first, end))}
    found: dict[str, Part] = {}
    for line in lines:
        if line.budget in days:
            budget, part = days[line.budget]
            found[line.id] = part_of(line, budget, part.first, part.end)
    return found


class Sums(NamedTuple):
    """Kroner of a budget by how they are paid; ``accounts`` is what the accounts are about.

    What is paid outside the accounts (section 10) is in ``outside`` only.
    """

    accounts: Decimal
    outside: Decimal


def sums(lines: Iterable[BudgetLine]) -> Sums:
    """The sum of the lines, deductions taken off, without and with only those outside."""
    accounts = outside = ZERO
    for line in lines:
        if line.is_outside:
            outside += ore(line.amount)
        else:
            accounts += ore(line.amount)
    return Sums(accounts, outside)


def next_days(budget: Budget, first: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of a budget that follows ``budget`` from ``first`` on.

    Within the budget it takes over what is left of it; after it, it is for a year.
    """
    if budget.valid_from <= first <= budget.valid_to:
        return first, budget.valid_to
    return first, months_before(first, -_MONTHS) - _ONE_DAY


def revised(line: BudgetLine, old: Budget, new: Budget) -> BudgetLine:
    """``line`` of ``old`` as it begins in ``new``, unsaved.

    A budget that takes over what is left of the old one takes the part of the amount for those
    days, so that both together give what the line gave; any other one takes it as it is.
    """
    fresh = replace(line, id="", budget=new.id)
    if not takes_over(old, new):
        return fresh
    part = part_of(line, old, new.valid_from, new.end)
    return replace(fresh, amount=part.amount, minutes=part.minutes)


def takes_over(old: Budget, new: Budget) -> bool:
    """Whether ``new`` is what is left of ``old`` from some day on."""
    return old.valid_from < new.valid_from <= old.valid_to == new.valid_to
