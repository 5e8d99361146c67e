"""What is needed and who is there from one change to the next, as one number for each moment."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_start, days_span
from bpa_desktop.domain.kinds import COVERING, PRESENT, HourKind
from bpa_desktop.domain.needs import needs, placed
from bpa_desktop.domain.stints import CANCELLED, WORKED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.stints import Stint

_UNFILLED: Final = tuple(kind for kind in HourKind if kind in PRESENT)
_WIDTH: Final = 30
_MASK: Final = (1 << _WIDTH) - 1
_SUPPLY: Final = 1
_PLACED: Final = 1 << _WIDTH
_NEED: Final = {kind: 1 << index * _WIDTH for index, kind in enumerate(COVERING, 2)}
_VACANT: Final[Mapping[str, int]] = {
    str(kind): 1 << index * _WIDTH for index, kind in enumerate(_UNFILLED, 2 + len(COVERING))
}
"""How many there are of each thing at a moment is kept side by side in one whole number.

So a change is one addition, equal moments are equal numbers, and what a moment means is worked
out once for each number.
"""


class Reading(NamedTuple):
    """What a moment means: helpers needed, helpers covered, and those missing by kind."""

    needed: int
    covered: int
    missing: tuple[tuple[HourKind, int], ...]


def present(stints: Iterable[Stint]) -> list[Stint]:
    """The shifts in which somebody is, or should be, there for the citizen."""
    return [one for one in stints if one[3] in _VACANT and one[4] != CANCELLED]


def moments(
    grants: Iterable[Grant], rows: Iterable[Stint], bounds: Sequence[dt.date]
) -> Iterator[tuple[int, int, int]]:
    """Each piece between two changes with its state, in order; the bounds are changes too."""
    grants = tuple(grants)
    changes = dict.fromkeys(map(day_start, bounds), 0)
    _add_needs(changes, grants, bounds)
    _add_shifts(changes, rows, days_span(bounds[0], bounds[-1]))
    times = sorted(changes)
    states = accumulate(map(changes.__getitem__, times))
    return zip(times, times[1:], states, strict=False)


def _add_needs(changes: dict[int, int], grants: Sequence[Grant], bounds: Sequence[dt.date]) -> None:
    first, end = bounds[0], bounds[-1]
    for start, stop, _grant in placed(grants, first, end):
        changes[start] = changes.get(start, 0) + _PLACED
        changes[stop] = changes.get(stop, 0) - _PLACED
    for start, stop, kind, helpers in needs(grants, first, end):
        changes[start] = changes.get(start, 0) + helpers * _NEED[kind]
        changes[stop] = changes.get(stop, 0) - helpers * _NEED[kind]


def _add_shifts(changes: dict[int, int], rows: Iterable[Stint], window: Span) -> None:
    lowest, highest = window
    known = changes.get
    for _id, helper, _for, kind, state, planned, planned_end, worked, worked_end in rows:
        start, stop = planned, planned_end
        if state == WORKED:
            start = start if worked is None else worked
            stop = stop if worked_end is None else worked_end
        if start < lowest or stop > highest:
            start, stop = max(start, lowest), min(stop, highest)
        if start < stop:
            amount = _VACANT[kind] if helper is None else _SUPPLY
            changes[start] = known(start, 0) + amount
            changes[stop] = known(stop, 0) - amount


@lru_cache(maxsize=4096)
def read(state: int) -> Reading:
    """What the state of a moment means."""
    need = {kind: state // one & _MASK for kind, one in _NEED.items()}
    unfilled = {kind: state // _VACANT[kind] & _MASK for kind in _UNFILLED}
    supply = state // _SUPPLY & _MASK
    missing = _missing(need, unfilled, supply)
    lacking = sum(missing.values())
    beyond = lacking - max(0, sum(need.values()) - supply)
    is_placed = state // _PLACED & _MASK
    needed = sum(need.values()) + beyond if is_placed else supply + sum(unfilled.values())
    items = tuple((kind, missing[kind]) for kind in _UNFILLED if missing[kind])
    return Reading(needed, needed - lacking, items)


def _missing(
    need: Mapping[HourKind, int], unfilled: Mapping[HourKind, int], supply: int
) -> dict[HourKind, int]:
    found: dict[HourKind, int] = {}
    for kind in COVERING:
        filled = min(supply, need[kind])
        supply -= filled
        found[kind] = need[kind] - filled
    rest = {kind: max(0, count - found.get(kind, 0)) for kind, count in unfilled.items()}
    places = sum(found.values()) - (sum(unfilled.values()) - sum(rest.values()))
    for kind, count in rest.items():
        taken = min(places, count)
        places -= taken
        found[kind] = found.get(kind, 0) + count - taken
    return found
