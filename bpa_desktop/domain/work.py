"""The unbroken work of each helper, and the free time between."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bpa_desktop.domain.stints import CANCELLED, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.stints import Stint


class Block(NamedTuple):
    """A stretch of unbroken work in instants, and the shifts it is made of by their start."""

    start: int
    end: int
    shifts: tuple[str, ...]


Work: TypeAlias = "Mapping[str, Sequence[Block]]"
"""The blocks of each helper by id, in order of time."""


def work_of(stints: Iterable[Stint]) -> dict[str, list[Block]]:
    """The unbroken work of every helper; unfilled and cancelled shifts are left out."""
    rows: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for one in stints:
        shift, helper, _for, _kind, state, start, end, worked_start, worked_end = one
        if helper is None or state == CANCELLED:
            continue
        if worked_start is None is worked_end:
            rows[helper].append((start, end, shift))
        else:
            rows[helper].append((*actual(one), shift))
    return {helper: _joined(own) for helper, own in rows.items()}


def blocks(stints: Iterable[Stint]) -> list[Block]:
    """The unbroken work of one helper, in order; shifts that touch or overlap are one block.

    Every kind of hour is work, availability on site too. Cancelled shifts are left out.
    """
    return _joined([(*actual(one), one[0]) for one in stints if one[4] != CANCELLED])


def _joined(rows: list[tuple[int, int, str]]) -> list[Block]:
    found: list[Block] = []
    rows.sort()
    last_end = -1
    for start, end, shift in rows:
        if start <= last_end:
            last = found[-1]
            last_end = max(last_end, end)
            found[-1] = Block(last.start, last_end, (*last.shifts, shift))
        else:
            found.append(Block(start, end, (shift,)))
            last_end = end
    return found


def longest_rest(work: Iterable[Block], window: Span) -> int:
    """The longest stretch of ``window`` without work, in minutes; ``work`` is in order."""
    longest, free_from = 0, window[0]
    for block in work:
        longest = max(longest, min(block.start, window[1]) - free_from)
        free_from = max(free_from, block.end)
    return max(longest, window[1] - free_from)


def looking_back(own: Sequence[Block], index: int, start: int) -> Sequence[Block]:
    """The block at ``index`` and those before it that end after the instant ``start``."""
    first = index
    while first > 0 and own[first - 1].end > start:
        first -= 1
    return own[first : index + 1]


def named(helper: str, seen: Iterable[Block]) -> tuple[RecordKey, ...]:
    """The helper and the shifts of ``seen`` in order, as a finding names them."""
    shifts = [("shift", shift) for one in seen for shift in one[2]]
    return (("helper", helper), *shifts)
