"""Money that explains itself: how an amount came about, and which rate is missing.

Kroner are ``Decimal`` and are rounded half up to whole øre where a payslip or a line of an account
rounds; sums are sums of the rounded lines. An amount that depends on a rate nobody knows is not
there, and nothing above it pretends to be whole.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.rates import RuleBook

_ORE: Final = Decimal("0.01")
_MINUTES_PER_HOUR: Final = 60
_PERCENT: Final = Decimal(100)
ZERO: Final = Decimal(0)


class Unit(Choice):
    """What a quantity or a rate is counted in."""

    HOURS = "hours", N_("hours")
    DAYS = "days", N_("days")
    WEEKS = "weeks", N_("weeks")
    MONTHS = "months", N_("months")
    PERCENT = "percent", N_("per cent")
    KRONER = "kroner", N_("kroner")
    TIMES = "times", N_("times")


def ore(amount: Decimal) -> Decimal:
    """``amount`` rounded half up to whole øre; away from zero where it is negative."""
    return amount.quantize(_ORE, rounding=ROUND_HALF_UP)


def hours_of(minutes: int) -> Decimal:
    """Whole minutes as hours, exact to more digits than money has."""
    return Decimal(minutes) / _MINUTES_PER_HOUR


def minutes_of(hours: Decimal) -> int:
    """The whole minutes behind `hours_of`."""
    return int((hours * _MINUTES_PER_HOUR).to_integral_value())


class Missing(NamedTuple):
    """The value ``key`` of a rule that is not known on a day."""

    rule: str
    key: str
    on: dt.date


class Step(NamedTuple):
    """One line of how an amount came about: so much of something, times a rate, is kroner.

    ``title`` is a msgid. ``quantity`` is in ``unit``. ``rule`` and ``key`` name the row and the
    value that gave the rate, on the day ``on``; they are empty where the rate was worked out in a
    step before, or written by the user at the helper.
    """

    title: str
    quantity: Decimal
    unit: Unit
    rate: Decimal
    amount: Decimal
    rule: str = ""
    key: str = ""
    on: dt.date | None = None


class Reckoned(NamedTuple):
    """Kroner with the steps that lead there; what is known is in the steps, also when not all is.

    ``amount`` is ``None`` when anything is in ``missing``.
    """

    amount: Decimal | None
    steps: tuple[Step, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def reckoned(steps: Iterable[Step], missing: Iterable[Missing] = ()) -> Reckoned:
    """The sum of ``steps``, unless something is ``missing``."""
    lines = tuple(steps)
    lacking = tuple(dict.fromkeys(missing))
    amount = None if lacking else sum((step.amount for step in lines), ZERO)
    return Reckoned(amount, lines, lacking)


def total(parts: Iterable[Reckoned]) -> Reckoned:
    """All ``parts`` together; missing as soon as one of them is."""
    found = list(parts)
    return reckoned(
        (step for part in found for step in part.steps),
        (one for part in found for one in part.missing),
    )


def rate_of(book: RuleBook, rule: str, key: str, on: dt.date) -> Decimal | Missing:
    """The number ``key`` of a rule on a day, or that it is missing; never one of another day."""
    row = book.find(rule, on)
    found = None if row is None else row.values.get(key)
    if isinstance(found, bool) or not isinstance(found, (int, Decimal)):
        return Missing(rule, key, on)
    return Decimal(found)


def rates_of(book: RuleBook, rule: str, on: dt.date, *keys: str) -> tuple[Decimal, ...] | Missing:
    """The numbers ``keys`` of a rule on a day, in that order, or the first that is missing."""
    found: list[Decimal] = []
    for key in keys:
        rate = rate_of(book, rule, key, on)
        if isinstance(rate, Missing):
            return rate
        found.append(rate)
    return tuple(found)


def percent_of(
    base: Decimal, book: RuleBook, rule: str, on: dt.date, *, title: str, key: str = "percent"
) -> Reckoned:
    """So many per cent of ``base`` kroner as ``key`` of a rule says on a day, to whole øre.

    In its one step the quantity is ``base`` and the rate is the share: 0.125 for 12.5 per cent.
    """
    percent = rate_of(book, rule, key, on)
    if isinstance(percent, Missing):
        return reckoned((), [percent])
    share = percent / _PERCENT
    return reckoned([Step(title, base, Unit.KRONER, share, ore(base * share), rule, key, on)])
