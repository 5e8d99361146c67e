"""A budget line by line: what is granted, what it cost so far, and what it will have cost."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget_years import share_of, whole_of
from bpa_desktop.domain.forecast import UNUSED_SHARE
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.standard_line import StandardLine, covering

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.budget import Budget, BudgetLine
    from bpa_desktop.domain.forecast import MonthAhead
    from bpa_desktop.domain.money_flow import Voucher
    from bpa_desktop.domain.period import Period

    Costs = Mapping[StandardLine, Decimal]

_UNUSED: Final = Decimal(UNUSED_SHARE.numerator) / UNUSED_SHARE.denominator
_PERCENT: Final = 100


class Kroner(NamedTuple):
    """Kroner: the least, the likely, the most."""

    low: Decimal = ZERO
    middle: Decimal = ZERO
    high: Decimal = ZERO

    def plus(self, other: Kroner) -> Kroner:
        """Both together."""
        return Kroner(self.low + other.low, self.middle + other.middle, self.high + other.high)


class Pay(NamedTuple):
    """Kroner of pay by standard line: so far, and in all with what is to come.

    None where a rate is missing, or where there is nothing to reckon hours to come by. What is
    ``short`` is incomplete by itself: so far, and in all.
    """

    so_far: Costs | None
    in_all: Mapping[StandardLine, Kroner] | None
    short: frozenset[StandardLine] = frozenset()
    short_in_all: frozenset[StandardLine] = frozenset()


class LineMoney(NamedTuple):
    """One line of the budget in kroner; without a ``line`` it is what no line is for.

    ``granted`` is for all the days the budget counts, ``to_date`` for those that are over.
    ``used`` and ``expected`` are None where they are incomplete. A line ``by_day`` is used day by
    day, as pay is; another one perhaps at once.
    """

    line: BudgetLine | None
    granted: Decimal
    to_date: Decimal
    used: Decimal | None
    expected: Kroner | None
    by_day: bool = True

    @property
    def difference(self) -> Decimal | None:
        """The likely end less what is granted; negative is under."""
        return None if self.expected is None else self.expected.middle - self.granted

    @property
    def is_over(self) -> bool:
        """Whether more than is granted is the likely end."""
        return self.difference is not None and self.granted > 0 and self.difference > 0

    @property
    def is_used_up(self) -> bool:
        """Whether more than is granted for all the days is used already."""
        return self.used is not None and self.used > self.granted

    @property
    def surely_left(self) -> Decimal:
        """What is left even if it ends as high as it may; never below zero."""
        return ZERO if self.expected is None else max(ZERO, self.granted - self.expected.high)

    @property
    def is_far_under(self) -> bool:
        """Whether much is left even then."""
        return self.granted > 0 and self.surely_left > self.granted * _UNUSED

    @property
    def measure(self) -> Decimal:
        """What used kroner are laid beside: what is granted to date, or all where used at once."""
        return self.to_date if self.by_day else self.granted

    @property
    def percent(self) -> Decimal | None:
        """What is used in per cent of its `measure`; None where there is nothing to compare."""
        if self.used is None or self.measure <= 0:
            return None
        return _PERCENT * self.used / self.measure


def runs_out_in(total: LineMoney, to_date: dt.date, months: Iterable[MonthAhead]) -> dt.date | None:
    """The first day of the month in which all that is granted is likely used up, or None.

    What is used reaches to before ``to_date``; what is to come falls on the ``months`` from then
    on as their likely hours do. Where there are none to come it all falls on the first of them.
    """
    if not total.is_over or total.used is None or total.expected is None:
        return None
    ahead = [one for one in months if one.first >= to_date]
    rest, left = total.expected.middle - total.used, total.granted - total.used
    hours, passed = sum(one.total.middle for one in ahead), 0
    for one in ahead:
        passed += one.total.middle
        if rest * (passed if hours else 1) > left * (hours or 1):
            return one.first
    return None


def counted_lines(lines: Iterable[BudgetLine]) -> list[BudgetLine]:
    """The lines that are part of the accounts, in the order of the budget."""
    inside = (one for one in lines if not one.is_outside)
    return sorted(inside, key=lambda one: (one.place, one.id))


def line_of(standard: StandardLine, lines: Sequence[BudgetLine]) -> BudgetLine | None:
    """The line on which an amount of ``standard`` belongs, or none."""
    return covering(standard, lines, lambda one: one.standard)


def voucher_line(voucher: Voucher, lines: Sequence[BudgetLine]) -> BudgetLine | None:
    """The line that a voucher names, else the one for what it was spent on."""
    named = next((one for one in lines if one.id == voucher.line), None)
    return named or line_of(voucher.standard, lines)


def money_by_line(
    budget: Budget,
    days: Period,
    to_date: dt.date,
    lines: Sequence[BudgetLine],
    pay: Pay,
    vouchers: Iterable[Voucher],
) -> tuple[LineMoney, ...]:
    """Every line of the budget, and last what no line is for, where there is anything.

    A line that no pay falls on is likely to be used as granted, for certain only as far as it was.
    What is set off from the start counts as used day by day.
    """
    bills: dict[str | None, Decimal] = defaultdict(lambda: ZERO)
    for voucher in vouchers:
        if not voucher.is_outside and days.first <= voucher.day < days.end:
            found = voucher_line(voucher, lines)
            bills[None if found is None else found.id] += ore(voucher.amount)
    sums = _Sums(lines, pay, bills)
    result = [_line(budget, days, to_date, line, sums) for line in lines]
    rest = LineMoney(None, ZERO, ZERO, sums.used(None), sums.expected(None, ZERO))
    return (*result, rest) if sums.has_any(None) else tuple(result)


def _line(
    budget: Budget, days: Period, to_date: dt.date, line: BudgetLine, sums: _Sums
) -> LineMoney:
    granted = share_of(line.amount, whole_of(budget), days.first, days.end)
    so_far = share_of(line.amount, whole_of(budget), days.first, to_date)
    if line.standard is StandardLine.SET_OFF:
        bills = sums.billed(line)
        return LineMoney(line, granted, so_far, so_far + bills, Kroner(*[granted + bills] * 3))
    used, expected = sums.used(line), sums.expected(line, granted)
    return LineMoney(line, granted, so_far, used, expected, by_day=sums.is_paid(line))


class _Sums:
    """Kroner by the line of the budget on which they belong."""

    def __init__(
        self, lines: Sequence[BudgetLine], pay: Pay, bills: Mapping[str | None, Decimal]
    ) -> None:
        self._pay = pay
        self._bills = bills
        self._paid: set[str] = set()
        self._short: set[str | None] = set()
        self._short_in_all: set[str | None] = set()
        self._so_far: dict[str | None, Decimal] = defaultdict(lambda: ZERO)
        self._in_all: dict[str | None, Kroner] = defaultdict(Kroner)
        for standard in StandardLine:
            found = line_of(standard, lines)
            key = None if found is None else found.id
            amount = (pay.so_far or {}).get(standard)
            total = (pay.in_all or {}).get(standard)
            is_pay = amount is not None or total is not None or standard.within is not None
            if is_pay and key is not None:
                self._paid.add(key)
            if standard in pay.short:
                self._short.add(key)
            if standard in pay.short_in_all:
                self._short_in_all.add(key)
            self._so_far[key] += amount or ZERO
            self._in_all[key] = self._in_all[key].plus(total or Kroner())

    def has_any(self, line: BudgetLine | None) -> bool:
        key = None if line is None else line.id
        known = self._so_far[key], self._bills.get(key), self._in_all[key].high
        return any(known) or key in self._short | self._short_in_all

    def billed(self, line: BudgetLine) -> Decimal:
        """What the vouchers on the line have cost."""
        return self._bills.get(line.id, ZERO)

    def is_paid(self, line: BudgetLine) -> bool:
        """Whether pay falls on the line, or would."""
        return line.id in self._paid

    def used(self, line: BudgetLine | None) -> Decimal | None:
        key = None if line is None else line.id
        if key in self._short or (key in self._paid and self._pay.so_far is None):
            return None
        return self._so_far[key] + self._bills.get(key, ZERO)

    def expected(self, line: BudgetLine | None, granted: Decimal) -> Kroner | None:
        key = None if line is None else line.id
        bills = self._bills.get(key, ZERO)
        if key not in self._paid and line is not None:
            return Kroner(bills, max(bills, granted), max(bills, granted))
        if key in self._short_in_all or (line is not None and self._pay.in_all is None):
            return None
        return self._in_all[key].plus(Kroner(bills, bills, bills))


def whole(lines: Sequence[LineMoney]) -> LineMoney:
    """The sum of the lines; what is incomplete in one is incomplete in the sum."""
    used = [one.used for one in lines]
    expected = [one.expected for one in lines]
    total = Kroner()
    for one in expected:
        total = total.plus(one or Kroner())
    return LineMoney(
        None,
        sum((one.granted for one in lines), ZERO),
        sum((one.to_date for one in lines), ZERO),
        None if None in used else sum((one or ZERO for one in used), ZERO),
        None if None in expected else total,
    )
