"""ATP: what a helper's hours in a pay period cost, and who pays how much of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.conflicts import age
from bpa_desktop.domain.money import (
    Missing,
    Step,
    Unit,
    hours_of,
    rate_of,
    rates_of,
    reckoned,
)
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

WHO: Final = "atp-who"
BANDS: Final = ("full", "two-thirds", "third")
"""The parts of a contribution, from the most hours down; each is a row of its own."""

_ONE: Final = Decimal(1)


class PayRun(Choice):
    """How often a helper is paid."""

    MONTH = "month", N_("Every month")
    FORTNIGHT = "fortnight", N_("Every fortnight")
    WEEK = "week", N_("Every week")


class Atp(NamedTuple):
    """The contribution of a pay period, and the helper's and the employer's share of it."""

    total: Reckoned
    employee: Reckoned
    employer: Reckoned


def band_rule(run: PayRun, band: str) -> str:
    """The row of a part of the contribution: its ``total`` and the two shares of it."""
    return f"atp-{run}-{band}"


def hours_rule(run: PayRun) -> str:
    """The row with the hours from which each part of the contribution is paid."""
    return f"atp-{run}-hours"


def atp(
    minutes: int,
    on: dt.date,
    book: RuleBook,
    *,
    run: PayRun = PayRun.MONTH,
    born: dt.date | None = None,
) -> Atp:
    """The contribution for ``minutes`` worked in the pay period whose last day is ``on``.

    Time is counted in the period in which it was worked, with paid time that counts as worked.
    Below the hours of the lowest band, and below the age, there is none. Without a date of birth a
    helper counts as old enough. The shares stand in the row; they are not worked out.
    Source: the rows ``atp-who``, ``atp-<run>-hours`` and ``atp-<run>-<band>``.
    """
    found = _rule(minutes, on, book, run, born)
    if isinstance(found, str):
        return Atp(
            _line(N_("ATP contribution"), found, "total", on, book),
            _line(N_("The helper's ATP"), found, "employee", on, book),
            _line(N_("The employer's ATP"), found, "employer", on, book),
        )
    nothing = reckoned((), [] if found is None else [found])
    return Atp(nothing, nothing, nothing)


def _rule(
    minutes: int, on: dt.date, book: RuleBook, run: PayRun, born: dt.date | None
) -> str | Missing | None:
    """The row that holds for the minutes; ``None`` when nothing is to be paid."""
    if not minutes:
        return None
    if born is not None:
        years = rate_of(book, WHO, "from_years", on)
        if isinstance(years, Missing):
            return years
        if age(born, on) < years:
            return None
    hours = hours_of(minutes)
    for band in BANDS:
        least = rate_of(book, hours_rule(run), band, on)
        if isinstance(least, Missing):
            return least
        if hours >= least:
            return band_rule(run, band)
    return None


def _line(title: str, rule: str, key: str, on: dt.date, book: RuleBook) -> Reckoned:
    rate = rate_of(book, rule, key, on)
    if isinstance(rate, Missing):
        return reckoned((), [rate])
    return reckoned([Step(title, _ONE, Unit.TIMES, rate, rate, rule, key, on)])


def full_months(months: int, on: dt.date, book: RuleBook) -> Decimal | Missing:
    """Kroner of so many full contributions of a month, both shares, as of the day ``on``."""
    shares = rates_of(book, band_rule(PayRun.MONTH, BANDS[0]), on, "employee", "employer")
    if isinstance(shares, Missing):
        return shares
    employee, employer = shares
    return (employee + employer) * months
