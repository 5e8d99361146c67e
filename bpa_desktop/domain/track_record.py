"""What became of planned hours in the months behind: how much was worked, and how evenly."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import dropwhile, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import days_span
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.stints import CANCELLED, KIND, WORKED, actual

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.stints import Stint

MONTHS: Final = 3
"""So many months back are looked at: long enough to be even, short enough to be like today."""

_ONE: Final = Fraction(1)
_NONE: Final = Fraction(0)


class Track(NamedTuple):
    """The shifts that began in some past days, in minutes.

    Of what was ``laid`` so much was ``worked``; filled shifts that nobody has confirmed are in
    neither. ``used`` are the hours by kind, with the unconfirmed ones as they were planned.
    """

    days: int
    laid: int
    worked: int
    used: Mapping[HourKind, int]


class Likely(NamedTuple):
    """A share of something: the lowest and the highest of the months, and all of them together."""

    low: Fraction
    middle: Fraction
    high: Fraction


CERTAIN: Final = Likely(_ONE, _ONE, _ONE)


def history_from(today: dt.date) -> dt.date:
    """The first day that is looked at."""
    return months_before(today, MONTHS)


def tracks(stints: Iterable[Stint], today: dt.date) -> tuple[Track, ...]:
    """The months back from ``today``, the oldest first."""
    rows = list(stints)
    days = [months_before(today, back) for back in range(MONTHS, -1, -1)]
    return tuple(_track(rows, first, end) for first, end in pairwise(days))


def _track(stints: Iterable[Stint], first: dt.date, end: dt.date) -> Track:
    span = days_span(first, end)
    laid = worked = 0
    used: dict[HourKind, int] = defaultdict(int)
    for one in stints:
        start, stop = one[5], one[6]
        if one[4] == CANCELLED or not span[0] <= start < span[1]:
            continue
        began, ended = actual(one)
        if one[1] is None and one[4] != WORKED:
            laid += stop - start
            continue
        used[KIND[one[3]]] += ended - began
        if one[4] == WORKED:
            laid += stop - start
            worked += ended - began
    return Track((end - first).days, laid, worked, dict(used))


def cover(found: Sequence[Track]) -> Likely | None:
    """What share of the hours laid is worked; None while there is nothing to go by."""
    known = [one for one in found if one.laid]
    if not known:
        return None
    shares = [Fraction(one.worked, one.laid) for one in known]
    middle = Fraction(sum(one.worked for one in known), sum(one.laid for one in known))
    return Likely(min(shares), middle, max(_ONE, *shares))


def per_day(found: Sequence[Track]) -> Mapping[HourKind, Likely]:
    """Minutes used on a day by kind; empty while there is nothing to go by.

    Months before the first hours are left out. The lowest and the highest share of the middle are
    those of all kinds together: a month with more of one kind may have less of another.
    """
    known = list(dropwhile(lambda one: not one.used, found))
    if not known:
        return {}
    days = sum(one.days for one in known)
    rates = [Fraction(sum(one.used.values()), one.days) for one in known]
    usual = Fraction(sum(sum(one.used.values()) for one in known), days)
    sums: dict[HourKind, int] = defaultdict(int)
    for one in known:
        for kind, minutes in one.used.items():
            sums[kind] += minutes
    low, high = (edge / usual if usual else _NONE for edge in (min(rates), max(rates)))
    return {kind: _around(Fraction(minutes, days), low, high) for kind, minutes in sums.items()}


def _around(rate: Fraction, low: Fraction, high: Fraction) -> Likely:
    return Likely(rate * low, rate, rate * high)
