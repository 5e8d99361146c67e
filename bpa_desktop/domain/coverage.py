"""Where the grant asks for somebody and nobody is planned: needs, supply, and the holes between."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.clock import day_start
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.moments import moments, present, read
from bpa_desktop.domain.stints import KIND, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.stints import Stint


class Hole(NamedTuple):
    """A longest stretch in which the same number of helpers of one kind is missing.

    Start and end are instants; ``shifts`` are the unfilled shifts that lie in it.
    """

    start: int
    end: int
    kind: HourKind
    missing: int
    shifts: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """What is missing, once for each missing helper."""
        return (self.end - self.start) * self.missing


class Cover(NamedTuple):
    """Minutes needed, and how many of them somebody is planned for."""

    needed: int
    covered: int

    @property
    def uncovered(self) -> int:
        """Minutes for which nobody is planned."""
        return self.needed - self.covered


class Gap(NamedTuple):
    """A stretch with nothing changing in which helpers of a kind are missing.

    ``shifts`` are unfilled shifts that would fill it, at most as many as are missing.
    """

    start: int
    end: int
    kind: HourKind
    missing: int
    shifts: tuple[str, ...]


def holes(
    grants: Iterable[Grant], stints: Iterable[Stint], first: dt.date, end: dt.date
) -> list[Hole]:
    """The holes from ``first`` to before ``end``, by time and then by kind.

    Somebody is needed where a placed line of a grant says so, and where a shift is laid, filled
    or not. Everybody planned in a kind of ``PRESENT`` is there: first for the basic hours, then
    for availability, then as second helper. An unfilled shift beyond the need is missing in its
    own kind. Cancelled shifts count nowhere. A helper who is away but still stands on a shift
    counts as there: that is a finding of its own.
    """
    done: list[Hole] = []
    growing: dict[HourKind, Hole] = {}
    for gap in gaps(grants, stints, first, end):
        hole = growing.get(gap.kind)
        if hole is not None and (hole.end, hole.missing) == (gap.start, gap.missing):
            growing[gap.kind] = _longer(hole, gap)
            continue
        if hole is not None:
            done.append(hole)
        growing[gap.kind] = Hole(
            start=gap.start, end=gap.end, kind=gap.kind, missing=gap.missing, shifts=gap.shifts
        )
    done += growing.values()
    return sorted(done, key=lambda hole: (hole.start, _ORDER[hole.kind]))


def _longer(hole: Hole, gap: Gap) -> Hole:
    new = tuple(shift for shift in gap.shifts if shift not in hole.shifts)
    return hole._replace(end=gap.end, shifts=hole.shifts + new)


def told(found: Iterable[Hole]) -> Iterator[Hole]:
    """The holes as a person counts them: what the same unfilled shifts fill without a break is one.

    A shift that nobody has may lack in one kind first and in another later. Such a hole has the
    kind with which it begins. ``found`` are in order of time, as `holes` gives them.
    """
    last: dict[tuple[str, ...], Hole] = {}
    done: list[Hole] = []
    for hole in found:
        before = last.get(hole.shifts) if hole.shifts else None
        if before is None or (before.end, before.missing) != (hole.start, hole.missing):
            done.append(hole)
            last[hole.shifts] = hole
            continue
        longer = before._replace(end=hole.end)
        done[done.index(before)] = last[hole.shifts] = longer
    yield from done


def gaps(
    grants: Iterable[Grant], stints: Iterable[Stint], first: dt.date, end: dt.date
) -> Iterator[Gap]:
    """The holes in pieces: each ends where a need, a shift, or what is missing changes."""
    rows = present(stints)
    waiting = sorted((*actual(one), one[0], one[3]) for one in rows if one[1] is None)
    waiting.reverse()
    unfilled: list[tuple[int, str, str]] = []
    for start, stop, state in moments(grants, rows, (first, end)):
        missing = read(state).missing
        if not missing:
            continue
        while waiting and waiting[-1][0] <= start:
            unfilled.append(waiting.pop()[1:])
        unfilled = [one for one in unfilled if one[0] > start]
        for kind, count, shifts in _shared_out(missing, unfilled):
            yield Gap(start, stop, kind, count, shifts)


def _shared_out(
    missing: Iterable[tuple[HourKind, int]], unfilled: Sequence[tuple[int, str, str]]
) -> Iterator[tuple[HourKind, int, tuple[str, ...]]]:
    """Give each missing place one of the unfilled shifts, those of its own kind first."""
    places = dict(missing)
    own: dict[str, list[str]] = {kind: [] for kind in places}
    rest: list[str] = []
    for _until, shift, kind in unfilled:
        fits = kind in own and len(own[kind]) < places[KIND[kind]]
        (own[kind] if fits else rest).append(shift)
    for kind, count in places.items():
        while rest and len(own[kind]) < count:
            own[kind].append(rest.pop(0))
        yield kind, count, tuple(own[kind])


def uncovered_parts(
    grants: Iterable[Grant], stints: Iterable[Stint], bounds: Sequence[dt.date]
) -> list[dict[HourKind, int]]:
    """Uncovered minutes by kind between each two neighbours of ``bounds``, which are in order."""
    edges = [day_start(day) for day in bounds]
    parts: list[dict[HourKind, int]] = [defaultdict(int) for _ in edges[1:]]
    full: set[int] = set()
    for start, stop, state in moments(grants, present(stints), bounds):
        if state in full:
            continue
        for kind, count in read(state).missing:
            parts[bisect_right(edges, start) - 1][kind] += (stop - start) * count
        if not read(state).missing:
            full.add(state)
    return [dict(part) for part in parts]


def cover_by_day(
    grants: Iterable[Grant], stints: Iterable[Stint], first: dt.date, end: dt.date
) -> dict[dt.date, Cover]:
    """How much of each day from ``first`` to before ``end`` is covered.

    Where a grant in force places its need on the clock, that need and what is unfilled beyond it
    is needed. Elsewhere it is every shift that is laid.
    """
    days = [first + dt.timedelta(days=count) for count in range((end - first).days + 1)]
    edges = [day_start(day) for day in days]
    needed, covered = [0] * len(edges), [0] * len(edges)
    for start, stop, state in moments(grants, present(stints), days):
        reading, index = read(state), bisect_right(edges, start) - 1
        needed[index] += reading.needed * (stop - start)
        covered[index] += reading.covered * (stop - start)
    return {day: Cover(*both) for day, *both in zip(days[:-1], needed, covered, strict=False)}


_ORDER = {kind: index for index, kind in enumerate(HourKind)}
