"""The pay of thousands of shifts: those that are alike are reckoned once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from bpa_desktop.domain.clock import day_of, day_start
from bpa_desktop.domain.money import minutes_of
from bpa_desktop.domain.pay import pay_of
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.supplements import day_class

if TYPE_CHECKING:
    from collections.abc import Hashable

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.money import Reckoned, Step
    from bpa_desktop.domain.pay import Hourly, Job
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.standard_line import StandardLine

_ONE_DAY: Final = dt.timedelta(days=1)
_ORE_DIGITS: Final = 2
_SHORTEST_DAY: Final = 23 * 60
"""Minutes of the day on which the clock goes forward: what ends by then ends on its day."""


class Rates(Protocol):
    """A rule book that tells the hourly pay of a day, and in which stretch of rates it lies."""

    @property
    def book(self) -> RuleBook:
        """The rows."""

    def hour(self, on: dt.date) -> Hourly:
        """Kroner for an hour on a day."""

    def epoch(self, on: dt.date) -> int:
        """The number of the stretch of days around ``on`` in which no rate changes."""


class Share(NamedTuple):
    """One step of the pay of work, counted in whole minutes and whole øre.

    ``line`` is its title and the standard line on which it belongs, ``step`` the step itself.
    """

    line: tuple[str, StandardLine]
    minutes: int
    ore: int
    step: Step


class Counted(NamedTuple):
    """The pay of work, and its steps as whole numbers that are quickly added up."""

    pay: Reckoned
    shares: tuple[Share, ...]


def counted(pay: Reckoned, kind: HourKind) -> Counted:
    """The steps of ``pay`` as whole numbers; every step is whole øre."""
    return Counted(
        pay,
        tuple(
            Share(
                (step.title, line_of(step.title, kind)),
                minutes_of(step.quantity),
                int(step.amount.scaleb(_ORE_DIGITS)),
                step,
            )
            for step in pay.steps
        ),
    )


def kroner(ore: int) -> Decimal:
    """Whole øre as kroner with two digits."""
    return Decimal(ore).scaleb(-_ORE_DIGITS)


class Alike:
    """The pay of work by one set of rates.

    Work is alike when it begins at the same time of a day, lasts as long, counts as the same, and
    lies on days of the same classes in the same stretch of rates. The steps of alike work name the
    first day that was reckoned; the row that held is the same. What is not whole is never shared,
    nor is a part of a shift.
    """

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._found: dict[Hashable, Counted] = {}

    def pay(self, job: Job, day: dt.date | None = None) -> Counted:
        """What ``job`` is paid with, as ``pay_of`` tells it; ``day`` is the one it begins on."""
        if job.had is not None:
            return counted(pay_of(job, self._rates.hour, self._rates.book), job.kind)
        key = self._key(job, day)
        found = self._found.get(key)
        if found is None:
            rates = self._rates
            found = counted(pay_of(job, rates.hour, rates.book), job.kind)
            if found.pay.is_whole:
                self._found[key] = found
        return found

    def _key(self, job: Job, day: dt.date | None) -> Hashable:
        (start, end), kind, begun, overtime, _had = job
        since = start if begun is None or begun > start else begun
        first = day_of(since) if day is None or since != start else day
        opens = day_start(first)
        last = first if end - opens <= _SHORTEST_DAY else day_of(end - 1)
        epoch = self._rates.epoch
        times = since - opens, start - since, end - start
        if first == last:
            return *times, kind, overtime, epoch(first), day_class(first)
        days = [first + count * _ONE_DAY for count in range((last - first).days + 1)]
        return *times, kind, overtime, *map(epoch, days), *map(day_class, days)
