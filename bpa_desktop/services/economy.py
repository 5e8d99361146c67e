"""Money against the budget, read from the file: pay so far, pay to come, vouchers and payments."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.budget_years import counting, days_of
from bpa_desktop.domain.clock import day_of, days_span, overlap
from bpa_desktop.domain.economy import (
    Kroner,
    Pay,
    counted_lines,
    money_by_line,
    whole,
)
from bpa_desktop.domain.forecast import forecast
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.stints import CANCELLED, KIND, actual
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.flow import counted_vouchers, flow
from bpa_desktop.services.forecasting import known
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.pay_counted import counted_pay
from bpa_desktop.services.pay_material import lost_of
from bpa_desktop.services.pay_spent import lacking, levies_in, pay_spent
from bpa_desktop.services.reading import stints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.economy import (
        LineMoney,
    )
    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.services.session import Session

    Rates = Mapping[StandardLine, Decimal]

_MONTHS: Final = 3
"""So many whole months back tell what an hour costs."""
_ONE_DAY: Final = dt.timedelta(days=1)


class Economy(NamedTuple):
    """One budget and its money; pay is reckoned month by month, to before ``to_date``.

    ``forecast`` is of the hours in the same days. ``received`` is what was paid to the citizen.
    """

    budget: Budget
    days: Period
    to_date: dt.date
    lines: tuple[LineMoney, ...]
    forecast: Forecast
    received: Decimal
    missing: tuple[Missing, ...]

    @property
    def whole(self) -> LineMoney:
        """All lines together."""
        return whole(self.lines)


def budgets(session: Session) -> tuple[Budget, ...]:
    """Every budget that counts on some day, by its first day."""
    return tuple(one.budget for one in counting(session.records.all(Budget)))


def budget_of(session: Session, day: dt.date) -> Budget | None:
    """The budget that counts on ``day``; else the last one before, else the first one after."""
    found = budgets(session)
    begun = [one for one in found if one.valid_from <= day]
    return begun[-1] if begun else next(iter(found), None)


def lines_of(session: Session, budget: Budget) -> list[BudgetLine]:
    """The lines of ``budget`` that are part of the accounts, in its order."""
    own = (one for one in session.records.all(BudgetLine) if one.budget == budget.id)
    return counted_lines(own)


def economy(session: Session, budget: Budget) -> Economy:
    """The money of one budget, line by line."""
    days = days_of(budget, budgets(session))
    to_date = min(max(days.first, session.today.replace(day=1)), days.end)
    ahead = forecast(known(session, days.first, days.end))
    pay, missing = _pay(session, days, to_date, ahead)
    vouchers = counted_vouchers(session, days.first, days.end)
    lines = lines_of(session, budget)
    return Economy(
        budget=budget,
        days=days,
        to_date=to_date,
        lines=money_by_line(budget, days, to_date, lines, pay, vouchers),
        forecast=ahead,
        received=flow(session, days.first, days.end).received_in_all,
        missing=missing,
    )


class Cost(NamedTuple):
    """What the pay of some days came to, by line, with the levies that come with it."""

    amounts: Mapping[StandardLine, Decimal]
    missing: tuple[Missing, ...]
    levies: tuple[Missing, ...] = ()


def cost_of(session: Session, days: Period) -> Cost:
    """The pay of whole months, or of a part of one; what is missing makes it incomplete."""
    if month_of(days.first).first == days.first and month_of(days.end).first == days.end:
        spent = pay_spent(session, days.first, days.end)
        return Cost(spent.amounts, spent.missing, spent.levies)
    amounts: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    missing: dict[Missing, None] = {}
    levies: dict[Missing, None] = {}
    (found,) = counted_pay(session, [month_of(days.first)])
    missing |= dict.fromkeys(chain.from_iterable(found.missing.values()))
    for (_helper, standard), amount in found.on_days(days).items():
        amounts[standard] += amount
    for one in found.pays:
        levies |= dict.fromkeys(one.levies.missing)
        for standard, amount in levies_in(one, days).items():
            amounts[standard] += amount
    return Cost(dict(amounts), tuple(missing), tuple(levies))


def _pay(
    session: Session, days: Period, to_date: dt.date, ahead: Forecast
) -> tuple[Pay, tuple[Missing, ...]]:
    past = _costs(session, days.until(to_date))
    coming = _costs(session, days.since(to_date))
    missing = tuple(dict.fromkeys((*past.missing, *coming.missing)))
    so_far = None if past.missing else past.amounts
    levies = tuple(dict.fromkeys((*past.levies, *coming.levies)))
    short = lacking(past.levies), lacking(levies)
    if missing:
        return Pay(so_far, None, *short), (*missing, *levies)
    besides = _besides(session, to_date, ahead, coming)
    if besides is None:
        return Pay(so_far, None, *short), levies
    sums: dict[StandardLine, Kroner] = defaultdict(Kroner)
    for amounts in (past.amounts, coming.amounts):
        for standard, amount in amounts.items():
            sums[standard] = sums[standard].plus(Kroner(amount, amount, amount))
    for standard, kroner in besides.items():
        sums[standard] = sums[standard].plus(kroner)
    return Pay(so_far, dict(sums), *short), levies


def _costs(session: Session, days: Period | None) -> Cost:
    amounts: dict[StandardLine, Decimal] = defaultdict(lambda: ZERO)
    missing: dict[Missing, None] = {}
    levies: dict[Missing, None] = {}
    for part in _stretches(days) if days is not None else ():
        one = cost_of(session, part)
        missing |= dict.fromkeys(one.missing)
        levies |= dict.fromkeys(one.levies)
        for standard, amount in one.amounts.items():
            amounts[standard] += amount
    return Cost(dict(amounts), tuple(missing), tuple(levies))


def _stretches(days: Period) -> Iterator[Period]:
    """The whole months of ``days`` together, whose pay is read once, and what lies beside them."""
    months = list(days.months())
    whole = [one for one in months if one.is_whole_month]
    if whole:
        yield Period(whole[0].first, whole[-1].end)
    yield from (one for one in months if not one.is_whole_month)


def _besides(
    session: Session, to_date: dt.date, ahead: Forecast, coming: Cost
) -> Mapping[StandardLine, Kroner] | None:
    """What hours cost that are likely besides those in the roster, or less; None if unknown."""
    hours: dict[HourKind, list[int]] = defaultdict(lambda: [0, 0, 0])
    covered: dict[HourKind, int] = defaultdict(int)
    for part in ahead.parts:
        if part.first >= to_date.replace(day=1):
            covered[part.kind] += part.covered
            for place, edge in enumerate(part.total):
                hours[part.kind][place] += edge - part.covered
    for kind, minutes in _lost(session, to_date.replace(day=1), ahead.end).items():
        covered[kind] -= minutes
        hours[kind] = [edge + minutes for edge in hours[kind]]
    if not any(map(any, hours.values())):
        return {}
    usual = average(session) or _as_planned(coming, covered)
    if usual is None:
        return None
    sums: dict[StandardLine, Kroner] = defaultdict(Kroner)
    for kind, edges in hours.items():
        for standard, rate in usual.of(kind).items():
            cost = Kroner(*(ore(rate * edge) for edge in edges))
            sums[standard] = sums[standard].plus(cost)
    return sums


def _lost(session: Session, first: dt.date, end: dt.date) -> Mapping[HourKind, int]:
    """Minutes of shifts whose helper is absent: they are in the roster, but not paid as work."""
    if first >= end:
        return {}
    rows, window = stints(session, first, end), days_span(first, end)
    who = {row[0]: row[1] for row in rows}
    found: dict[HourKind, int] = defaultdict(int)
    for own in lost_of(session, rows, session.records.all(Absence)).values():
        for one in own:
            shared = overlap((one.start, one.end), window)
            if shared is not None and who[one.shift] == one.helper:
                found[one.kind] += shared[1] - shared[0]
    return found


class Average(NamedTuple):
    """What a minute costs, by line: of each kind known, and of all hours together."""

    kinds: Mapping[HourKind, Rates]
    together: Rates

    def of(self, kind: HourKind) -> Rates:
        """What a minute of ``kind`` costs; as all hours where the kind is not known."""
        return self.kinds.get(kind, self.together)

    def minute(self, kind: HourKind) -> Decimal:
        """Kroner for a minute of ``kind`` on all lines."""
        return sum(self.of(kind).values(), ZERO)


def _as_planned(coming: Cost, covered: Mapping[HourKind, int]) -> Average | None:
    """Without months behind, an hour costs what those in the roster cost."""
    minutes = sum(covered.values())
    if not minutes or not coming.amounts:
        return None
    return Average({}, {line: amount / minutes for line, amount in coming.amounts.items()})


def average(session: Session) -> Average | None:
    """What a minute cost in the last whole months; None where nothing was paid for, or known.

    Pay that is no pay of a shift, such as a pension, falls on all minutes alike.
    """
    end = session.today.replace(day=1)
    first = months_before(end, _MONTHS)
    minutes = _minutes(session, first, end)
    total = sum(minutes.values())
    by_kind: dict[HourKind, dict[StandardLine, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    rest: dict[StandardLine, Decimal] = defaultdict(Decimal)
    for one in chain.from_iterable(months_pay(session, list(Period(first, end).months()))):
        if one.missing:
            return None
        for line in (*one.lines, *one.levies.lines):
            rest[line.standard] += line.amount
        for shift in one.shifts:
            for step in shift.pay.steps:
                standard = line_of(step.title, shift.kind)
                by_kind[shift.kind][standard] += step.amount
                rest[standard] -= step.amount
    if not total:
        return None
    return _averaged(by_kind, rest, minutes)


def _averaged(
    by_kind: Mapping[HourKind, Rates], rest: Rates, minutes: Mapping[HourKind, int]
) -> Average:
    total = sum(minutes.values())
    for_all = {standard: amount / total for standard, amount in rest.items() if amount}
    kinds: dict[HourKind, Rates] = {}
    together: dict[StandardLine, Decimal] = dict(for_all)
    for kind, amounts in by_kind.items():
        own = dict(for_all)
        for standard, amount in amounts.items():
            own[standard] = own.get(standard, ZERO) + amount / max(1, minutes.get(kind, 0))
            together[standard] = together.get(standard, ZERO) + amount / total
        kinds[kind] = own
    return Average(kinds, together)


def _minutes(session: Session, first: dt.date, end: dt.date) -> Mapping[HourKind, int]:
    """Minutes of the filled shifts that begin in the days, by kind."""
    found: dict[HourKind, int] = defaultdict(int)
    for one in stints(session, first - _ONE_DAY, end + _ONE_DAY):
        start, stop = actual(one)
        if one[1] is not None and one[4] != CANCELLED and first <= day_of(start) < end:
            found[KIND[one[3]]] += stop - start
    return dict(found)
