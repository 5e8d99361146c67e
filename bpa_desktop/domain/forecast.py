"""Where a year of hours will end: used so far, laid, in the pattern, and as the months behind.

Nothing is guessed in silence: what is not known widens the range, and stands in the result.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, day_start, monday, overlap
from bpa_desktop.domain.granted import granted_parts
from bpa_desktop.domain.hours import by_month, split
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.stints import CANCELLED, KIND, WORKED, actual
from bpa_desktop.domain.track_record import CERTAIN, Likely, cover, per_day, tracks
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.stints import Stint

_HALF: Final = Fraction(1, 2)
_WEEK: Final = dt.timedelta(weeks=1)
UNUSED_SHARE: Final = Fraction(1, 20)
"""So much of the hours may be left before it is told as a lot: what plans change by in a year."""


class Range(NamedTuple):
    """Minutes, or what is counted like them: the least, the likely, the most."""

    low: int = 0
    middle: int = 0
    high: int = 0

    def plus(self, other: Range) -> Range:
        """Both together; they may both be low, or both high."""
        return Range(self.low + other.low, self.middle + other.middle, self.high + other.high)

    def later(self, minutes: int) -> Range:
        """So many certain minutes more, or fewer."""
        return Range(*(edge + minutes for edge in self))


def together(ranges: Iterable[Range]) -> Range:
    """The sum of ``ranges``."""
    total = Range()
    for one in ranges:
        total = total.plus(one)
    return total


class Basis(Choice):
    """How days are reckoned for which neither a shift nor a pattern says anything."""

    NONE = "none", N_("There are no such days")
    HISTORY = "history", N_("As the last three months")
    GRANT = "grant", N_("As granted")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a year, or of another stretch from ``first`` to before ``end``.

    ``stints`` reach back as far as `track_record.history_from`; ``to_come`` are the shifts of
    patterns that are not laid yet. ``away`` tells by helper when they cannot come, in instants.
    ``moved`` are agreed hours moved into the stretch less those moved out of it.
    """

    today: dt.date
    first: dt.date
    end: dt.date
    grants: Sequence[Grant] = ()
    stints: Sequence[Stint] = ()
    to_come: Sequence[Stint] = ()
    away: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    moved: int = 0


class Part(NamedTuple):
    """One month and kind, in minutes.

    ``covered`` are the hours, behind and to come, that stand in the roster with a helper. ``total``
    is used hours and all that is to come.
    """

    first: dt.date
    kind: HourKind
    used: int
    covered: int
    total: Range


class MonthAhead(NamedTuple):
    """One month in minutes; ``total`` is what will have been used in it."""

    first: dt.date
    granted: int
    used: int
    total: Range


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """How a stretch of days will end, in whole minutes.

    Shifts are laid, or asked for by a pattern, to before ``known_to``; shifts that stand in the
    roster end before ``laid_to``. ``loose`` are hours of the plan that nobody is known to take.
    """

    today: dt.date
    first: dt.date
    end: dt.date
    granted: int
    moved: int
    parts: tuple[Part, ...]
    months: tuple[MonthAhead, ...]
    unconfirmed: int
    loose: int
    laid_to: dt.date
    known_to: dt.date
    basis: Basis
    cover: Likely | None

    @property
    def used(self) -> int:
        """What was worked before today."""
        return sum(one.used for one in self.months)

    @property
    def total(self) -> Range:
        """What will have been used in the end."""
        return together(one.total for one in self.months)

    @property
    def available(self) -> int:
        """What may be used: granted, with what is moved in and without what is moved out."""
        return self.granted + self.moved

    @property
    def difference(self) -> Range:
        """What will have been used less what may be used; negative is under."""
        return self.total.later(-self.available)

    @property
    def safe(self) -> int:
        """What may be used besides, even if everything to come is worked; never below zero."""
        return max(0, self.available - self.total.high)

    @property
    def is_over(self) -> bool:
        """Whether more than may be used is the likely end."""
        return self.available > 0 and self.difference.middle > 0

    @property
    def is_far_under(self) -> bool:
        """Whether much is left even if everything to come is worked."""
        return self.available > 0 and self.safe > self.available * UNUSED_SHARE

    def passed_in(self) -> dt.date | None:
        """The first day of the month in which all that may be used is likely used up."""
        sums = 0
        for one in self.months:
            sums += one.total.middle
            if sums > self.available:
                return one.first
        return None


def forecast(known: Known) -> Forecast:
    """Where the stretch ends.

    Hours worked count as they were. Filled shifts of the past that nobody has confirmed are
    likely, but not certain, unless the helper was away. Of what is to come so much is worked as in
    the last three months; a shift that nobody is known to take may also stay empty. Days for which
    neither a shift nor a pattern says anything are as the last three months were; without them,
    as granted.
    """
    return _Reckoning(known).result()


if TYPE_CHECKING:
    from collections.abc import Callable

    _Usual = Callable[[dt.date, dt.date], Mapping[HourKind, Likely]]

_Cell = list[int]
_USED, _DONE, _UNSURE, _COVERED, _FIRM, _LOOSE = range(6)


class _Reckoning:
    """The way from what is known to the forecast; every sum is by month and kind."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._split = min(max(known.today, known.first), known.end)
        found = tracks(filter(self._counts, known.stints), known.today)
        self._cover = cover(found)
        self._rates = per_day(found)
        self._months = by_month(known.first, known.end)
        self._cells: dict[tuple[int, HourKind], _Cell] = defaultdict(lambda: [0] * 6)
        self._weeks: dict[dt.date, int] = defaultdict(int)
        self._asked: set[dt.date] = set()
        self._last = known.first
        self._count()

    def result(self) -> Forecast:
        known = self._known
        known_to, basis, still_open = self._open_days()
        parts = self._parts(still_open)
        granted = granted_parts(known.grants, self._months)
        return Forecast(
            today=known.today,
            first=known.first,
            end=known.end,
            granted=sum(sum(one.values()) for one in granted),
            moved=known.moved,
            parts=parts,
            months=tuple(
                MonthAhead(
                    first,
                    sum(amounts.values()),
                    sum(one.used for one in parts if one.first == first),
                    together(one.total for one in parts if one.first == first),
                )
                for first, amounts in zip(self._months, granted, strict=False)
            ),
            unconfirmed=sum(cell[_UNSURE] for cell in self._cells.values()),
            loose=sum(cell[_LOOSE] for cell in self._cells.values()),
            laid_to=max(self._split, min(self._last, known.end)),
            known_to=known_to,
            basis=basis,
            cover=self._cover,
        )

    def _count(self) -> None:
        middle = day_start(self._split)
        edges = [day_start(day) for day in self._months]
        window = edges[0], edges[-1]
        for one in self._known.stints:
            if one[4] != CANCELLED and overlap(actual(one), window):
                self._count_one(one, edges, middle)
                self._last = max(self._last, day_of(one[5]) + dt.timedelta(days=1))
        for one in self._known.to_come:
            self._count_one(one, edges, middle)
            self._asked.add(monday(day_of(one[5])))

    def _count_one(self, one: Stint, edges: Sequence[int], middle: int) -> None:
        start, end = actual(one)
        kind, is_sure = KIND[one[3]], one[4] == WORKED
        before, after = (start, min(end, middle)), (max(start, middle), end)
        is_free = not self._is_away(one)
        if is_sure:
            self._add(before, edges, kind, _USED)
            self._add(after, edges, kind, _DONE)
        elif is_free:
            self._add(before, edges, kind, _UNSURE)
        if after[0] < after[1]:
            self._weeks[monday(day_of(after[0]))] += after[1] - after[0]
            if not is_sure:
                self._add(after, edges, kind, _FIRM if is_free else _LOOSE)
        if one[0] and one[1]:
            self._add((start, end), edges, kind, _COVERED)

    def _add(self, span: Span, edges: Sequence[int], kind: HourKind, place: int) -> None:
        for part, minutes in split(span, edges):
            self._cells[part, kind][place] += minutes

    def _counts(self, one: Stint) -> bool:
        """Whether a shift tells how plans go; one whose helper was away tells another story."""
        return one[4] == WORKED or one[1] is None or not self._is_away(one)

    def _is_away(self, one: Stint) -> bool:
        """Whether nobody is known to take the shift."""
        if one[1] is None:
            return True
        return any(overlap((one[5], one[6]), span) for span in self._known.away.get(one[1], ()))

    def _parts(self, still_open: Mapping[tuple[int, HourKind], Range]) -> tuple[Part, ...]:
        share = self._cover or CERTAIN
        found = []
        order = {kind: place for place, kind in enumerate(HourKind)}
        keys = self._cells.keys() | still_open.keys()
        for part, kind in sorted(keys, key=lambda key: (key[0], order[key[1]])):
            used, done, unsure, covered, firm, loose = self._cells[part, kind]
            likely = Range(
                _whole(firm * share.low),
                _whole((firm + loose) * share.middle),
                _whole((firm + loose) * share.high),
            )
            past = Range(0, unsure, unsure).later(used + done)
            total = past.plus(likely).plus(still_open.get((part, kind), Range()))
            found.append(Part(self._months[part], kind, used, covered, total))
        return tuple(found)

    def _open_days(self) -> tuple[dt.date, Basis, Mapping[tuple[int, HourKind], Range]]:
        """From when nothing is known, how the days from there on are reckoned, and their hours."""
        basis, usual = Basis.HISTORY, self._usual
        weekly = sum((one.middle for one in self._rates.values()), Fraction(0))
        if not weekly:
            basis, usual = Basis.GRANT, self._as_granted
            weekly = self._granted_per_day()
        known_to = self._known_to(weekly)
        if known_to >= self._known.end:
            return self._known.end, Basis.NONE, {}
        return known_to, basis, self._topped_up(known_to, usual)

    def _granted_per_day(self) -> Fraction:
        days = (self._known.end - self._split).days
        if not days:
            return Fraction(0)
        (amounts,) = granted_parts(self._known.grants, (self._split, self._known.end))
        return Fraction(sum(amounts.values()), days)

    def _known_to(self, per_day_: Fraction) -> dt.date:
        """The day after the last week that a pattern fills, or half of the usual hours and more."""
        known, found = self._known, self._split
        week = monday(self._split)
        while week < known.end:
            days = (min(week + _WEEK, known.end) - max(week, self._split)).days
            if week in self._asked or 2 * self._weeks.get(week, 0) >= per_day_ * days:
                found = min(week + _WEEK, known.end)
            week += _WEEK
        return found

    def _topped_up(self, known_to: dt.date, usual: _Usual) -> Mapping[tuple[int, HourKind], Range]:
        """What the open days have besides the single shifts that are laid in them."""
        laid = self._laid_from(known_to)
        found: dict[tuple[int, HourKind], Range] = {}
        for part, (first, end) in enumerate(pairwise(self._months)):
            if end <= known_to:
                continue
            for kind, likely in usual(max(first, known_to), end).items():
                less = laid.get((part, kind), 0)
                found[part, kind] = Range(*(max(0, _whole(edge) - less) for edge in likely))
        return found

    def _laid_from(self, day: dt.date) -> Mapping[tuple[int, HourKind], int]:
        edges = [day_start(month) for month in self._months]
        found: dict[tuple[int, HourKind], int] = defaultdict(int)
        for one in (*self._known.stints, *self._known.to_come):
            start, end = actual(one)
            if one[4] != CANCELLED and end > day_start(day):
                for part, minutes in split((max(start, day_start(day)), end), edges):
                    found[part, KIND[one[3]]] += minutes
        return found

    def _usual(self, first: dt.date, end: dt.date) -> Mapping[HourKind, Likely]:
        days = (end - first).days
        return {
            kind: Likely(*(rate * days for rate in likely)) for kind, likely in self._rates.items()
        }

    def _as_granted(self, first: dt.date, end: dt.date) -> Mapping[HourKind, Likely]:
        (amounts,) = granted_parts(self._known.grants, (first, end))
        return {
            kind: Likely(Fraction(0), Fraction(minutes), Fraction(minutes))
            for kind, minutes in amounts.items()
        }


def _whole(amount: Fraction) -> int:
    """Whole minutes, the half up."""
    return floor(amount + _HALF)
