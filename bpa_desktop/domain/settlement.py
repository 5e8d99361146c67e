"""What pay was settled, what it is worked out to now, and the difference that is still owed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.domain.money import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.closed_month import SettledLine
    from bpa_desktop.domain.standard_line import StandardLine

    Key = tuple[dt.date, str, str, StandardLine]


def owed(now: Iterable[SettledLine], settled: Iterable[SettledLine]) -> tuple[SettledLine, ...]:
    """``now`` less ``settled``, line by line: by month, helper, title and standard line.

    Lines that agree are left out, both in minutes and in kroner. What is settled and not there any
    more is owed back, as a line below zero. In the order in which the lines come up.
    """
    sums: dict[Key, SettledLine] = {}
    for line in now:
        _add(sums, line)
    for line in settled:
        _add(sums, replace(line, minutes=-line.minutes, amount=-line.amount))
    return tuple(one for one in sums.values() if one.minutes or one.amount)


def _add(sums: dict[Key, SettledLine], line: SettledLine) -> None:
    key = (line.month, line.helper, line.title, line.standard)
    there = sums.get(key)
    if there is not None:
        minutes, amount = there.minutes + line.minutes, there.amount + line.amount
        line = replace(there, minutes=minutes, amount=amount)
    sums[key] = line


def amount_of(lines: Iterable[SettledLine]) -> Decimal:
    """The kroner of ``lines`` together."""
    return sum((line.amount for line in lines), ZERO)
