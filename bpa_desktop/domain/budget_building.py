"""The rules by which a budget is built from the grant: each line with its steps and what lacks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from bpa_desktop.domain.budget import MoneyClass
from bpa_desktop.domain.money import (
    ZERO,
    Missing,
    Step,
    Unit,
    hours_of,
    ore,
    rate_of,
    reckoned,
)
from bpa_desktop.domain.pay import AVAILABILITY, BASE, HOUR, TITLES, hourly_pay
from bpa_desktop.domain.scheme import Party
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.domain.supplements import ALL, EVENING, NIGHT, SATURDAY, STACKING, SUNDAY
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpa_desktop.domain.budget_hours import BudgetHours, DayMinutes
    from bpa_desktop.domain.money import (
        Reckoned,
    )
    from bpa_desktop.domain.rates import RuleBook

    Mixed: TypeAlias = "tuple[tuple[Decimal, Decimal], ...] | Missing"
    Mix: TypeAlias = Callable[[dt.date], Mixed]

UNPLACED: Final = "budget-unplaced"
"""The rule of a missing supplement: a line of the grant does not say when the hours are."""

MEETING: Final = "hours.staff_meeting_per_helper_year"
MUS: Final = "hours.mus_per_permanent_helper_year"
HEADROOM: Final = "rates.headroom_percent"
PENSION: Final = "pension.percent"
PENSION_NIGHT: Final = "pension.percent_of_evening_and_night"
PENSION_WEEKEND: Final = "pension.percent_of_weekend"
EMPLOYER: Final = "rates.employer_task_external_dkk_per_granted_hour"
OWN_PAYROLL: Final = "rates.own_payroll_dkk"
"""What a municipality's profile calls the numbers that a budget is built with."""

BY_RULE: Final = {
    EVENING: StandardLine.EVENING,
    NIGHT: StandardLine.NIGHT,
    SATURDAY: StandardLine.SATURDAY,
    SUNDAY: StandardLine.SUNDAY,
}
DELEGATED: Final = frozenset({Party.ASSOCIATION, Party.COMPANY})
"""Who gets a grant for the employer's tasks, and is paid after the month."""
_OWN: Final = frozenset({Party.SELF, Party.RELATIVE})
_PERCENT: Final = Decimal(100)
_AFTER_BILL: Final = frozenset(
    {
        StandardLine.COURSES,
        StandardLine.SICK_PAY,
        StandardLine.INSURANCE,
        StandardLine.WORK_ENVIRONMENT,
        StandardLine.G_DAYS,
    }
)


class BuiltLine(NamedTuple):
    """A line of a built budget; without an amount it is incomplete, and ``pay`` says why.

    ``minutes`` are the hours the line is for. ``given`` says that the amount is the user's own.
    """

    standard: StandardLine
    pay: Reckoned
    minutes: int | None = None
    given: bool = False

    @property
    def money_class(self) -> MoneyClass:
        """How such a line is usually paid."""
        return usual_class(self.standard)


def usual_class(standard: StandardLine) -> MoneyClass:
    """How a line is usually paid; a municipality may do otherwise.

    Source: the headings of municipal budgets, where insurances, sickness and G-days are paid after
    a bill, and helper-related expenses (order 1069/2020 section 10) stand outside the accounts.
    """
    if standard is StandardLine.HELPER_RELATED:
        return MoneyClass.OUTSIDE
    return MoneyClass.AFTER_BILL if standard in _AFTER_BILL else MoneyClass.ADVANCE


def is_paid_in_advance(employer: Party) -> bool:
    """Whether the grant comes before the month: to the citizen or a relative, not to a firm.

    Source: order 1069/2020 section 11(1), and the Act on Social Services section 96 a(2).
    """
    return employer not in DELEGATED


def seniority_mix(book: RuleBook, experienced_percent: Decimal) -> Mix:
    """Shares of the hours and their hourly pay on a day, by the step of the helpers.

    ``experienced_percent`` of the hours are worked by helpers on the experienced step. What is
    agreed for all comes before the steps. Source: the rows ``pay-base-bpa`` and ``pay-hour``.
    """

    def mix(day: dt.date) -> Mixed:
        agreed = rate_of(book, HOUR, "agreed", day)
        if isinstance(agreed, Decimal):
            return ((Decimal(1), agreed),)
        row = book.find(BASE, day)
        if row is None:
            return Missing(BASE, "step", day)
        old = experienced_percent / _PERCENT
        found: list[tuple[Decimal, Decimal]] = []
        for share, key in ((1 - old, "step"), (old, "experienced_step")):
            hour = hourly_pay(row.whole(key), day, book) if share else ZERO
            if isinstance(hour, Missing):
                return hour
            if share:
                found.append((share, hour))
        return tuple(found)

    return mix


def priced(
    minutes: DayMinutes, mix: Mix, book: RuleBook, *, title: str, rule: str = ""
) -> Reckoned:
    """Minutes by day times the hourly pay of the day, or the ``percent`` of ``rule`` of it.

    Hours of one pay are one step, rounded to whole øre; parts of a minute go to the last share.
    """
    runs: dict[tuple[tuple[Decimal, Decimal], ...], dict[dt.date, int]] = defaultdict(dict)
    missing: list[Missing] = []
    for day in sorted(minutes):
        rates = _rates(mix(day), book, rule, day)
        if isinstance(rates, Missing):
            missing.append(rates)
        else:
            runs[rates][day] = minutes[day]
    steps = [
        _hour_step(title, part, rate, rule, min(days))
        for rates, days in runs.items()
        for part, rate in _split(sum(days.values()), rates)
        if part
    ]
    return reckoned(steps, missing)


def _rates(mixed: Mixed, book: RuleBook, rule: str, day: dt.date) -> Mixed:
    if isinstance(mixed, Missing) or not rule:
        return mixed
    percent = rate_of(book, rule, "percent", day)
    if isinstance(percent, Missing):
        return percent
    return tuple((share, ore(hour * percent / _PERCENT)) for share, hour in mixed)


def _split(
    minutes: int, rates: tuple[tuple[Decimal, Decimal], ...]
) -> Iterable[tuple[int, Decimal]]:
    left = minutes
    for share, rate in rates[:-1]:
        part = int((minutes * share).to_integral_value(ROUND_HALF_UP))
        left -= part
        yield part, rate
    for _share, rate in rates[-1:]:
        yield left, rate


def _hour_step(title: str, minutes: int, rate: Decimal, rule: str, on: dt.date) -> Step:
    quantity = hours_of(minutes)
    key = "percent" if rule else ""
    return Step(title, quantity, Unit.HOURS, rate, ore(quantity * rate), rule or HOUR, key, on)


def hour_line(
    standard: StandardLine, minutes: DayMinutes, mix: Mix, book: RuleBook, title: str
) -> BuiltLine:
    """A line of hours at the hourly pay, or availability hours at their share of it."""
    rule = AVAILABILITY if standard is StandardLine.AVAILABILITY else ""
    pay = priced(minutes, mix, book, title=title, rule=rule)
    return BuiltLine(standard, pay, sum(minutes.values()))


def supplement_lines(
    hours: BudgetHours, mix: Mix, book: RuleBook, *, unplaced_by_day: bool = False
) -> list[BuiltLine]:
    """A line for each supplement; incomplete where hours are not placed or a rate is missing.

    With ``unplaced_by_day`` hours that are not placed are taken to have no supplement.
    """
    days = hours.placed_days
    if not days:
        return []
    missing = [Missing(UNPLACED, "", min(days))] if hours.unplaced and not unplaced_by_day else []
    missing += [
        Missing(STACKING, "adds", day) for day in sorted(days) if book.find(STACKING, day) is None
    ]
    lines = []
    for rule in ALL:
        minutes = hours.supplements.get(rule, {})
        found = priced(minutes, mix, book, title=TITLES[rule], rule=rule)
        asked = (rate_of(book, rule, "percent", day) for day in sorted(days))
        lacking = [*missing, *(one for one in asked if isinstance(one, Missing)), *found.missing]
        pay = reckoned(found.steps, lacking)
        if lacking or minutes:
            lines.append(BuiltLine(BY_RULE[rule], pay, sum(minutes.values())))
    return lines


def share_line(
    standard: StandardLine,
    title: str,
    parts: Iterable[tuple[Iterable[BuiltLine], Decimal]],
    missing: Iterable[Missing] = (),
    of: Decimal = _PERCENT,
) -> BuiltLine:
    """Per cent of other lines: each part has the lines and the per cent of their sum.

    ``of`` is the per cent of the sums that counts, such as the pay of helpers with pension.
    """
    steps: list[Step] = []
    lacking = list(missing)
    for lines, percent in parts:
        found = list(lines)
        lacking += [one for line in found for one in line.pay.missing]
        whole = sum((line.pay.amount or ZERO for line in found), ZERO)
        base = ore(whole * of / _PERCENT)
        if percent and base:
            share = percent / _PERCENT
            steps.append(Step(title, base, Unit.KRONER, share, ore(base * share)))
    return BuiltLine(standard, reckoned(steps, lacking))


def employer_line(
    employer: Party, payroll: Party, minutes: int, rate: Decimal | None, own: Decimal | None
) -> BuiltLine | None:
    """The grant for the employer's tasks: so much per granted hour to a firm or an association.

    Where the citizen or a relative runs payroll it is what the municipality gives to that; ``None``
    where nothing is known of it. Source: the municipality's own rates.
    """
    if employer in DELEGATED:
        title = N_("Employer's tasks")
        if rate is None:
            lacking = [Missing("budget", "employer_task", dt.date.min)]
            return BuiltLine(StandardLine.EMPLOYER_TASK, reckoned((), lacking), minutes)
        quantity = hours_of(minutes)
        step = Step(title, quantity, Unit.HOURS, rate, ore(quantity * rate))
        return BuiltLine(StandardLine.EMPLOYER_TASK, reckoned([step]), minutes)
    if payroll in _OWN and own is not None:
        step = Step(N_("Payroll administration"), Decimal(1), Unit.TIMES, own, ore(own))
        return BuiltLine(StandardLine.PAYROLL, reckoned([step]))
    return None


def given_line(standard: StandardLine, kroner: Decimal | None) -> BuiltLine | None:
    """A line with the user's own amount; a set-off is taken off. ``None`` without an amount."""
    if kroner is None:
        return None
    amount = ore(-abs(kroner) if standard is StandardLine.SET_OFF else kroner)
    step = Step(standard.label, Decimal(1), Unit.TIMES, amount, amount)
    return BuiltLine(standard, reckoned([step]), given=True)
