"""Shifts that roster patterns will ask for and that nobody has laid in the roster yet."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bpa_desktop.domain.clock import day_of, overlap
from bpa_desktop.domain.roll_out import occurrences
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from bpa_desktop.domain.pattern import RosterPattern
    from bpa_desktop.domain.stints import Stint

_PLANNED = str(ShiftState.PLANNED)


def to_come(
    patterns: Iterable[RosterPattern],
    reached: Mapping[str, dt.date],
    there: Iterable[Stint],
    days: tuple[dt.date, dt.date],
) -> Iterator[Stint]:
    """What the patterns ask for from the first of ``days`` to before the second.

    ``reached`` gives by a pattern's id the first day after the last one it was rolled out for;
    nothing is asked for before it, so what somebody called off or deleted stays away. A shift that
    is there already takes the place of one asked for, when it is of the same kind and takes half
    of it or more.
    """
    near: dict[int, list[Stint]] = defaultdict(list)
    for one in there:
        if one[4] != CANCELLED:
            near[day_of(one[5]).toordinal()].append(one)
    taken: set[str] = set()
    for pattern in patterns:
        first = max(days[0], reached.get(pattern.id, days[0]))
        for slot in occurrences(pattern, first, days[1]):
            start, end = slot.span
            day = slot.start.toordinal()
            rows = [one for place in (day - 1, day, day + 1) for one in near.get(place, ())]
            if not _is_filled(rows, taken, str(slot.kind), (start, end)):
                yield "", slot.helper, None, str(slot.kind), _PLANNED, start, end, None, None


def _is_filled(rows: Iterable[Stint], taken: set[str], kind: str, span: tuple[int, int]) -> bool:
    for one in rows:
        if one[0] in taken or one[3] != kind:
            continue
        both = overlap((one[5], one[6]), span)
        if both is not None and 2 * (both[1] - both[0]) >= span[1] - span[0]:
            taken.add(one[0])
            return True
    return False
