"""Hours counted: granted, planned, worked, absent, uncovered, by part of time, kind and helper."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.away import losses
from bpa_desktop.domain.clock import day_start
from bpa_desktop.domain.coverage import uncovered_parts
from bpa_desktop.domain.granted import granted_parts
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.stints import CANCELLED, KIND, WORKED, Stint, stint
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence, AbsenceKind
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.grant import Grant

__all__ = [
    "NOBODY",
    "HelperRow",
    "Ledger",
    "Measure",
    "Report",
    "Row",
    "Stint",
    "by_day",
    "by_month",
    "by_week",
    "report",
    "stint",
]

NOBODY: Final = ""
"""Stands for the helper of an unfilled shift."""


class Measure(Choice):
    """What is counted."""

    GRANTED = "granted", N_("Granted")
    PLANNED = "planned", N_("Planned")
    WORKED = "worked", N_("Worked")
    ABSENT = "absent", N_("Absent")
    UNCOVERED = "uncovered", N_("Not covered")


OF_HELPERS: Final = (Measure.PLANNED, Measure.WORKED, Measure.ABSENT)
"""The measures that belong to a helper; nobody in particular is granted hours, or uncovered."""


class Ledger(NamedTuple):
    """What hours are counted from. ``today`` ends absences that go on.

    ``elsewhere`` are the ids of shifts that others than the municipality pay for. ``needed`` are
    the shifts as the need sees them, where that differs: it looks at what is not covered.
    """

    today: dt.date
    grants: Sequence[Grant] = ()
    stints: Sequence[Stint] = ()
    absences: Sequence[Absence] = ()
    elsewhere: frozenset[str] = frozenset()
    needed: Sequence[Stint] | None = None

    @property
    def cover(self) -> Sequence[Stint]:
        """The shifts by which it is seen what is covered."""
        return self.stints if self.needed is None else self.needed


class Row(NamedTuple):
    """One part of the time and one kind, in minutes; ``first`` is the part's first day."""

    first: dt.date
    kind: HourKind
    granted: int
    planned: int
    worked: int
    absent: int
    uncovered: int


class HelperRow(NamedTuple):
    """One part of the time, one helper (``NOBODY``: unfilled) and one kind, in minutes."""

    first: dt.date
    helper: str
    kind: HourKind
    planned: int
    worked: int
    absent: int


def by_month(first: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """``first``, every first of a month between, and ``end``: the bounds of the months."""
    starts = (months_before(first.replace(day=1), -ahead) for ahead in count(1))
    return (first, *takewhile(lambda day: day < end, starts), end)


def by_week(first: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """``first``, every Monday between, and ``end``: the bounds of the weeks."""
    return (first, *(day for day in by_day(first, end)[1:-1] if day.weekday() == 0), end)


def by_day(first: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Every day from ``first`` to ``end``: the bounds of the days."""
    return tuple(first + dt.timedelta(days=count) for count in range((end - first).days + 1))


_OF_SHIFTS: Final = (Measure.PLANNED, Measure.WORKED)
_Cells = dict[tuple[int, str, str], list[int]]
_Sums = dict[tuple[dt.date | None, str | None, str | None], list[int]]
_PLACE: Final = {measure: index for index, measure in enumerate(Measure)}
_NOTHING: Final = [0] * len(_PLACE)


@dataclass(frozen=True, kw_only=True)
class Report:
    """Hours in minutes for each part between two neighbours of ``bounds``.

    Parts begin and end at midnight by the Danish wall clock. Planned is every shift that is not
    cancelled, filled or not, as it was laid. Worked is every worked shift as it was worked.
    Absent is planned work that lies in an absence of the helper who has the shift, or of the one
    it was planned for. Granted and uncovered are as ``granted`` and ``coverage`` say.

    Shifts that others pay for are none of these: they stand apart in ``others``, planned and
    worked, and use no hours of the grant.
    """

    bounds: tuple[dt.date, ...]
    cells: Mapping[tuple[int, str, str], Sequence[int]]
    granted: Sequence[Mapping[HourKind, int]]
    uncovered: Sequence[Mapping[HourKind, int]]
    away: Mapping[tuple[int, str, AbsenceKind], int]
    others: Mapping[tuple[int, str, str], Sequence[int]] = field(default_factory=dict)

    def elsewhere(self, measure: Measure, first: dt.date | None = None) -> int:
        """Planned or worked minutes that others pay for, of one part or all.

        Raises ``ValueError`` for another measure: there are none.
        """
        if measure not in _OF_SHIFTS:
            raise ValueError(measure)
        place = _OF_SHIFTS.index(measure)
        return sum(
            amounts[place]
            for (part, _kind, _helper), amounts in self.others.items()
            if first in {None, self.bounds[part]}
        )

    def minutes(
        self,
        measure: Measure,
        first: dt.date | None = None,
        kind: HourKind | None = None,
        helper: str | None = None,
    ) -> int:
        """A sum: of one part (by its first day) or all, one kind or all, one helper or all.

        Raises ``ValueError`` for granted or uncovered hours of a helper: there are none.
        """
        if helper is not None and measure not in OF_HELPERS:
            raise ValueError(measure)
        sums = self._sums((first is None, kind is None, helper is None))
        return sums.get((first, kind, helper), _NOTHING)[_PLACE[measure]]

    def absent(
        self,
        absence: AbsenceKind,
        first: dt.date | None = None,
        helper: str | None = None,
    ) -> int:
        """Absent minutes of one kind of absence, of one part or all, one helper or all."""
        return sum(
            minutes
            for (part, person, kind), minutes in self.away.items()
            if kind is absence and first in {None, self.bounds[part]} and helper in {None, person}
        )

    def rows(self) -> Iterator[Row]:
        """A row for each part and each kind that has anything in it, in order."""
        sums = self._sums((False, False, True))
        for first in self.bounds[:-1]:
            for kind in HourKind:
                amounts = sums.get((first, kind, None), ())
                if any(amounts):
                    yield Row(first, kind, *amounts)

    def helper_rows(self) -> Iterator[HelperRow]:
        """A row for each part, helper and kind that has anything in it, in order."""
        order = {kind: index for index, kind in enumerate(HourKind)}
        for part, helper, place in sorted(
            (part, helper, order[KIND[kind]]) for part, kind, helper in self.cells
        ):
            kind = tuple(HourKind)[place]
            yield HelperRow(self.bounds[part], helper, kind, *self.cells[part, kind, helper])

    def _sums(self, shape: tuple[bool, bool, bool]) -> _Sums:
        """The sums of all parts, all kinds or all helpers, as ``shape`` says; made when asked."""
        if shape not in self._made:
            self._made[shape] = self._add_up(shape)
        return self._made[shape]

    @cached_property
    def _made(self) -> dict[tuple[bool, bool, bool], _Sums]:
        return {}

    def _add_up(self, shape: tuple[bool, bool, bool]) -> _Sums:
        every_part, every_kind, every_helper = shape
        sums: _Sums = defaultdict(lambda: [0] * len(_PLACE))
        for (part, kind, helper), (planned, worked, absent) in self.cells.items():
            found = sums[
                None if every_part else self.bounds[part],
                None if every_kind else kind,
                None if every_helper else helper,
            ]
            found[1] += planned
            found[2] += worked
            found[3] += absent
        for measure, parts in self._of_nobody() if every_helper else ():
            for first, amounts in zip(self.bounds, parts, strict=False):
                for kind, minutes in amounts.items():
                    key = None if every_part else first, None if every_kind else kind, None
                    sums[key][_PLACE[measure]] += minutes
        return dict(sums)

    def _of_nobody(self) -> tuple[tuple[Measure, Sequence[Mapping[HourKind, int]]], ...]:
        return (Measure.GRANTED, self.granted), (Measure.UNCOVERED, self.uncovered)


def report(ledger: Ledger, bounds: Sequence[dt.date], *, with_cover: bool = True) -> Report:
    """Count everything in ``ledger`` between each two neighbours of ``bounds``.

    ``bounds`` are days in order, as ``by_month`` gives them; the last one does not belong to it.
    Without cover nothing is counted as uncovered.
    """
    edges = [day_start(day) for day in bounds]
    cells: _Cells = defaultdict(lambda: [0, 0, 0])
    others: _Cells = defaultdict(lambda: [0, 0, 0])
    elsewhere = ledger.elsewhere
    if elsewhere:
        _add_shifts(others, (one for one in ledger.stints if one[0] in elsewhere), edges)
        ledger = ledger._replace(
            needed=ledger.cover, stints=[one for one in ledger.stints if one[0] not in elsewhere]
        )
    _add_shifts(cells, ledger.stints, edges)
    away = _add_losses(cells, ledger, edges)
    return Report(
        bounds=tuple(bounds),
        cells=dict(cells),
        granted=granted_parts(ledger.grants, bounds),
        uncovered=(uncovered_parts(ledger.grants, ledger.cover, bounds) if with_cover else ()),
        away=away,
        others=dict(others),
    )


def split(span: Span, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The parts that ``span`` lies in, by index, each with its minutes; edges are instants."""
    start, end = max(span[0], edges[0]), min(span[1], edges[-1])
    part = bisect_right(edges, start) - 1
    while start < end:
        until = min(end, edges[part + 1])
        yield part, until - start
        start, part = until, part + 1


def _add_shifts(cells: _Cells, stints: Iterable[Stint], edges: Sequence[int]) -> None:
    lowest = highest = part = 0
    for _id, helper, _for, kind, state, start, end, worked_start, worked_end in stints:
        if state == CANCELLED:
            continue
        used = (
            start if worked_start is None else worked_start,
            end if worked_end is None else worked_end,
        )
        if not lowest <= start < highest:
            part = min(max(bisect_right(edges, start), 1), len(edges) - 1) - 1
            lowest, highest = edges[part], edges[part + 1]
        if lowest <= start and end <= highest and lowest <= used[0] and used[1] <= highest:
            # Nearly every shift lies in one part: no need to divide it.
            cell = cells[part, kind, helper or NOBODY]
            cell[0] += end - start
            if state == WORKED:
                cell[1] += used[1] - used[0]
            continue
        for index, minutes in split((start, end), edges):
            cells[index, kind, helper or NOBODY][0] += minutes
        for index, minutes in split(used, edges) if state == WORKED else ():
            cells[index, kind, helper or NOBODY][1] += minutes


def _add_losses(
    cells: _Cells, ledger: Ledger, edges: Sequence[int]
) -> Mapping[tuple[int, str, AbsenceKind], int]:
    away: dict[tuple[int, str, AbsenceKind], int] = defaultdict(int)
    for loss in losses(ledger.stints, ledger.absences, ledger.today):
        for part, minutes in split((loss.start, loss.end), edges):
            cells[part, loss.kind, loss.helper][2] += minutes
            away[part, loss.helper, loss.absence.kind] += minutes
    return dict(away)
