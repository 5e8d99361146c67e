"""What the pay of a month is told with: lines, shifts, and everything of one helper."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.alike import kroner
from bpa_desktop.domain.money import ZERO, hours_of
from bpa_desktop.errors import NOTHING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from bpa_desktop.domain.alike import Counted, Share
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.money import Missing, Reckoned, Step
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.standard_line import StandardLine


class PayLine(NamedTuple):
    """Minutes of one kind of pay in a month, and what it adds up to.

    ``title`` is a msgid, ``standard`` the line of a budget on which the amount belongs. The amount
    is the sum of rounded lines, so it can be some øre from the hours times a rate. ``steps`` tell
    how it came about, and ``shifts`` are the ids of the shifts that it is of.
    """

    title: str
    minutes: int
    amount: Decimal
    standard: StandardLine
    steps: tuple[Step, ...] = ()
    shifts: tuple[str, ...] = ()


class PaidShift(NamedTuple):
    """A shift by its id, the day on which it begins, and its pay."""

    shift: str
    day: dt.date
    pay: Reckoned
    kind: HourKind


class Note(NamedTuple):
    """Something to know of the pay of a day: a msgid and the msgids that go into it."""

    text: str
    on: dt.date
    values: Mapping[str, str] = NOTHING


class Found(NamedTuple):
    """Some lines of a month, what is missing for more, and what there is to know of them."""

    lines: tuple[PayLine, ...] = ()
    missing: tuple[Missing, ...] = ()
    notes: tuple[Note, ...] = ()


class HelperPay(NamedTuple):
    """What one helper costs in a month: their shifts as worked or else as planned, and the rest.

    ``lines`` are all that the employer pays, with holiday pay, pension and the employer's ATP;
    ``amount`` is their sum to the øre, None while anything is ``missing``. ``shifts`` are those
    that begin in the month and were not lost to an absence. ``drawn`` is what is taken from the
    helper's pay and so costs nothing; ``notes`` tell why something is not paid. ``levies`` are what
    the month costs beside the pay, which no payslip holds and no pay office pays.
    """

    helper: Helper
    lines: tuple[PayLine, ...]
    shifts: tuple[PaidShift, ...]
    amount: Decimal | None
    missing: tuple[Missing, ...]
    drawn: tuple[PayLine, ...] = ()
    notes: tuple[Note, ...] = ()
    levies: Found = Found()


def together(*found: Found) -> Found:
    """All of ``found`` in that order."""
    return Found(
        tuple(line for one in found for line in one.lines),
        tuple(missing for one in found for missing in one.missing),
        tuple(note for one in found for note in one.notes),
    )


def as_found(
    reckoned: Reckoned, title: str, standard: StandardLine, minutes: int = 0, *shifts: str
) -> Found:
    """An amount as one line; none where it is nothing, or missing."""
    if reckoned.amount is None:
        return Found(missing=reckoned.missing)
    if not reckoned.steps:
        return Found()
    line = PayLine(title, minutes, reckoned.amount, standard, reckoned.steps, shifts)
    return Found((line,))


def amount_of(lines: tuple[PayLine, ...]) -> Decimal:
    """The kroner of all ``lines``."""
    return sum((line.amount for line in lines), ZERO)


class _Rate:
    """What the steps of one rate add up to, and the first of them with its day."""

    __slots__ = ("day", "minutes", "ore", "step")

    def __init__(self, step: Step, day: dt.date) -> None:
        self.step = step
        self.day = day
        self.minutes = 0
        self.ore = 0

    def step_of_all(self) -> Step:
        """All of them as one step."""
        quantity, amount = hours_of(self.minutes), kroner(self.ore)
        return self.step._replace(quantity=quantity, amount=amount, on=self.day)


class _Sum:
    """What the steps of one line add up to."""

    __slots__ = ("minutes", "ore", "rates", "shifts")

    def __init__(self) -> None:
        self.minutes = 0
        self.ore = 0
        self.shifts: list[str] = []
        self.rates: dict[tuple[str, Decimal, str], _Rate] = {}

    def add(self, shift: str, day: dt.date, minutes: int, ore: int, step: Step) -> None:
        """Add one step of a shift."""
        self.minutes += minutes
        self.ore += ore
        if not self.shifts or self.shifts[-1] != shift:
            self.shifts.append(shift)
        key = step[0], step[3], step[5]
        rate = self.rates.get(key)
        if rate is None:
            rate = self.rates[key] = _Rate(step, day)
        rate.minutes += minutes
        rate.ore += ore


class Sums:
    """Adds up the pay of shifts by line, and in each line by rate."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, StandardLine], _Sum] = defaultdict(_Sum)

    def add(self, shift: str, day: dt.date, shares: tuple[Share, ...]) -> None:
        """Add the steps of a shift that begins on ``day``, each to its own line."""
        for line, minutes, ore, step in shares:
            self._lines[line].add(shift, day, minutes, ore, step)

    def add_whole(
        self, shift: str, day: dt.date, pay: Counted, line: tuple[str, StandardLine]
    ) -> None:
        """Add all of the pay of a shift to one ``line``."""
        for _line, minutes, ore, step in pay.shares:
            self._lines[line].add(shift, day, minutes, ore, step)

    def lines(self) -> tuple[PayLine, ...]:
        """The lines in the order in which they came up."""
        return tuple(
            PayLine(
                title,
                held.minutes,
                kroner(held.ore),
                standard,
                tuple(map(_Rate.step_of_all, held.rates.values())),
                tuple(held.shifts),
            )
            for (title, standard), held in self._lines.items()
        )
