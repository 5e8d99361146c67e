"""Rolling a roster pattern out: which shifts it asks for, and what becomes of those there."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import instant, overlap, stretch
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.slots import Slot, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.pattern import PatternLine, RosterPattern
    from bpa_desktop.domain.roster import RolledOut, Shift

    _Fits = Callable[[Slot, RolledOut], int]

_DAY: Final = dt.timedelta(days=1)


def occurrences(pattern: RosterPattern, first: dt.date, end: dt.date) -> Iterator[Slot]:
    """The shifts the pattern asks for on the days from ``first`` to before ``end``, in order.

    The weeks are counted from the Monday of week 1, whatever the year; nothing is asked for
    before ``starts_on`` or after ``ends_on``.
    """
    lines = _by_place(pattern.lines)
    stop = end if pattern.ends_on is None else min(end, pattern.ends_on + _DAY)
    day, length = max(first, pattern.starts_on), pattern.length * len(WEEK)
    while day < stop:
        for line in lines.get((day - pattern.monday).days % length, ()):
            start, finish = stretch(day, line.from_time, line.to_time)
            yield Slot(start, finish, line.helper, line.kind)
        day += _DAY


def _by_place(lines: Iterable[PatternLine]) -> Mapping[int, list[PatternLine]]:
    found: dict[int, list[PatternLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda one: (one.from_time, one.to_time)):
        found[line.day].append(line)
    return found


def is_deviation(shift: Shift) -> bool:
    """Whether a shift that a roster pattern made is not any more as the pattern made it."""
    return any(
        not _is_as_made(shift, made)
        or shift.state is ShiftState.CANCELLED
        or shift.stands_in_for is not None
        or shift.worked_start is not None
        or shift.worked_end is not None
        or bool(shift.deviation)
        or bool(shift.rests)
        for made in shift.rolled_out
    )


def is_touched(shift: Shift) -> bool:
    """Whether somebody has done anything with a shift that a roster pattern made."""
    return is_deviation(shift) or shift.state is not ShiftState.PLANNED or bool(shift.note)


def _is_as_made(shift: Shift, made: RolledOut) -> bool:
    return (
        shift.planned_start == made.start
        and shift.planned_end == made.end
        and (shift.helper or "") == made.helper
        and shift.kind is made.kind
    )


class Placed(NamedTuple):
    """A shift that the pattern asks for, and the one made for it before, if there is one."""

    slot: Slot
    shift: Shift | None


class RollOut(NamedTuple):
    """What a roll-out asks for.

    ``placed`` must be there in the end; ``removed`` are of the pattern as it was; ``kept`` are
    deviations; ``filled`` slots have a shift that no roll-out of this pattern made; ``left_out``
    were deleted by a person.
    """

    placed: tuple[Placed, ...]
    removed: tuple[Shift, ...]
    kept: tuple[Shift, ...]
    filled: tuple[Slot, ...]
    left_out: int


def asked_for(
    pattern: RosterPattern,
    days: tuple[dt.date, dt.date],
    there: Iterable[Shift],
    *,
    is_own: Callable[[RolledOut], bool],
    take_back: bool = False,
) -> RollOut:
    """What rolling the pattern out from the first of ``days`` to before the second asks for.

    ``there`` are all shifts in and around the days, and those made for a day in them; ``is_own``
    tells which are of this pattern, or of one it follows. A deviation keeps its slot, unless
    deviations are taken back; what was worked always does. What a person deleted is not made
    again, unless they are taken back. Nothing that was made for a day before is looked at.
    """
    slots = list(occurrences(pattern, *days))
    shifts = list(there)
    own = [one for one in shifts if any(map(is_own, one.rolled_out)) and _made_in(one, days)]
    seen = {one.id for one in own}
    others = [one for one in shifts if one.id not in seen]
    kept = [one for one in own if (is_worked if take_back else is_touched)(one)]
    stays = {one.id for one in kept}
    free = _Free(slots)
    free.keep(kept)
    left = 0 if take_back else free.leave_out(pattern)
    plain = [one for one in own if one.id not in stays]
    astray = free.place(plain, (_is_same, _is_same_time))
    taken = free.take(others)
    free.place(astray, (_is_near,))
    placed = [Placed(slot, free.shifts.get(at)) for at, slot in free.asked()]
    used = {one.shift.id for one in placed if one.shift is not None}
    return RollOut(
        placed=tuple(placed),
        removed=tuple(one for one in plain if one.id not in used),
        kept=tuple(kept),
        filled=taken,
        left_out=left,
    )


def is_worked(shift: Shift) -> bool:
    """Whether the shift was worked, wholly or otherwise than planned."""
    return shift.state is ShiftState.WORKED or bool(shift.worked_start or shift.worked_end)


def _made_in(shift: Shift, days: tuple[dt.date, dt.date]) -> bool:
    return any(days[0] <= made.start.date() < days[1] for made in shift.rolled_out)


def _is_of_a_pattern(shift: Shift) -> bool:
    return any(made.pattern for made in shift.rolled_out)


class _Free:
    """The slots of a roll-out, and which shift stands in which."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._slots = slots
        self.shifts: dict[int, Shift] = {}
        self._shut: set[int] = set()
        self._by_day: dict[dt.date, list[int]] = defaultdict(list)
        for place, slot in enumerate(slots):
            self._by_day[slot.start.date()].append(place)

    def asked(self) -> Iterator[tuple[int, Slot]]:
        """The slots that no deviation stands in, nobody left out and nothing else fills."""
        return ((at, slot) for at, slot in enumerate(self._slots) if at not in self._shut)

    def keep(self, shifts: Iterable[Shift]) -> None:
        """Shut the slots of shifts that stay as they are."""
        self.place(shifts, _FITS)
        self._shut |= self.shifts.keys()

    def place(self, shifts: Iterable[Shift], ways: Iterable[_Fits]) -> list[Shift]:
        """Lay shifts of the pattern in empty slots, the best way first; those that fit nowhere."""
        left = list(shifts)
        for fits in ways:
            left = [one for one in left if not self._lay(one, fits)]
        return left

    def _lay(self, shift: Shift, fits: _Fits) -> bool:
        (made,) = shift.rolled_out
        on_the_day = self._by_day.get(made.start.date(), ())
        places = [at for at in on_the_day if at not in self._shut and at not in self.shifts]
        best = max(places, key=lambda at: fits(self._slots[at], made), default=None)
        if best is None or not fits(self._slots[best], made):
            return False
        self.shifts[best] = shift
        return True

    def leave_out(self, pattern: RosterPattern) -> int:
        """Shut the slots whose shift somebody deleted; how many."""
        deleted = Counter((one.start, one.end, one.helper) for one in pattern.left_out)
        gone: set[int] = set()
        for at, slot in self.asked() if deleted else ():
            for helper in dict.fromkeys((slot.helper or "", "")):
                if at not in gone and deleted[slot.start, slot.end, helper]:
                    deleted[slot.start, slot.end, helper] -= 1
                    gone.add(at)
        self._shut |= gone
        return len(gone)

    def take(self, others: Iterable[Shift]) -> tuple[Slot, ...]:
        """Shut the empty slots that other shifts fill; another pattern may want more beside."""
        free = [(at, slot) for at, slot in self.asked() if at not in self.shifts]
        slots = [slot for _at, slot in free]
        found = filled(slots, others, is_beside=_is_of_a_pattern)
        places = sorted(found.shifts)
        self._shut |= {free[place][0] for place in places}
        return tuple(free[place][1] for place in places)


def _is_same(slot: Slot, made: RolledOut) -> int:
    return _is_same_time(slot, made) and (slot.helper or "") == made.helper


def _is_same_time(slot: Slot, made: RolledOut) -> int:
    return (slot.start, slot.end, slot.kind) == (made.start, made.end, made.kind)


def _is_near(slot: Slot, made: RolledOut) -> int:
    both = overlap(slot.span, (instant(made.start), instant(made.end)))
    return 0 if both is None else both[1] - both[0]


_FITS: Final[tuple[_Fits, ...]] = (_is_same, _is_same_time, _is_near)
