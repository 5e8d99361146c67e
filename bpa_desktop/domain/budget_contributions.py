"""What a built budget holds beside pay: ATP and Barsel.dk by the number of helpers, holiday pay."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.atp import atp
from bpa_desktop.domain.budget_building import BuiltLine
from bpa_desktop.domain.holiday_pay import PayPart, holiday_pay
from bpa_desktop.domain.levies import barsel, quarter_of
from bpa_desktop.domain.money import ZERO, Step, Unit, ore, reckoned
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.money import Missing, Reckoned
    from bpa_desktop.domain.rates import RuleBook

_ONE_DAY: Final = dt.timedelta(days=1)


def month_ends(first: dt.date, end: dt.date) -> list[dt.date]:
    """The last day of each month that ends from ``first`` to before ``end``: a pay period each."""
    months = Period(first, end).months()
    return [one.last for one in months if (one.last + _ONE_DAY).day == 1]


def atp_line(
    helpers: int, minutes: int, first: dt.date, end: dt.date, book: RuleBook
) -> BuiltLine | None:
    """The employer's ATP: each helper's contribution of a month, for every month.

    Every helper is taken to work the same, so that ``minutes`` of the whole budget are shared
    among them and its months. ``None`` without helpers or a month's end.
    """
    ends = month_ends(first, end)
    if not helpers or not ends:
        return None
    each = minutes // (helpers * len(ends))
    found = [atp(each, on, book).employer for on in ends]
    return BuiltLine(StandardLine.ATP, _times(found, helpers))


def _times(found: Iterable[Reckoned], helpers: int) -> Reckoned:
    """Contributions of one amount as one step: helpers times months."""
    parts = list(found)
    steps = [step for part in parts for step in part.steps]
    counts = Counter(step.rate for step in steps)
    first = {step.rate: step for step in reversed(steps)}
    lines = [
        Step(
            one.title,
            Decimal(helpers * counts[rate]),
            Unit.MONTHS,
            rate,
            ore(rate * helpers * counts[rate]),
            one.rule,
            one.key,
            one.on,
        )
        for rate, one in first.items()
    ]
    return reckoned(lines, _missing(parts))


def _missing(parts: Iterable[Reckoned]) -> list[Missing]:
    return [one for part in parts for one in part.missing]


def barsel_line(
    helpers: int, minutes: int, first: dt.date, end: dt.date, book: RuleBook
) -> BuiltLine | None:
    """Barsel.dk: a quarter's contribution for the ATP of each quarter, for every whole quarter."""
    ends = month_ends(first, end)
    if not helpers or not ends:
        return None
    each = minutes // (helpers * len(ends))
    parts: list[Reckoned] = []
    for quarter in sorted({quarter_of(on) for on in ends}, key=lambda one: one.first):
        own = [atp(each, on, book).total for on in ends if quarter.first <= on < quarter.end]
        missing = _missing(own)
        paid = sum((one.amount or ZERO for one in own), ZERO) * helpers
        parts.append(reckoned((), missing) if missing else barsel(paid, quarter.first, book))
    steps = [step for part in parts for step in part.steps if step.amount]
    return BuiltLine(StandardLine.BARSEL, reckoned(steps, _missing(parts)))


def holiday_pay_line(lines: Iterable[BuiltLine], last: dt.date, book: RuleBook) -> BuiltLine:
    """Holiday pay of hourly-paid helpers on the pay of ``lines``, by the per cent of ``last``."""
    found = list(lines)
    base = sum((line.pay.amount or ZERO for line in found), ZERO)
    pay = holiday_pay([(PayPart.PAY, base)], last, book)
    missing = _missing(line.pay for line in found)
    return BuiltLine(StandardLine.HOLIDAY_PAY, reckoned(pay.steps, [*missing, *pay.missing]))
