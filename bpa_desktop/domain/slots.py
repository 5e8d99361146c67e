"""Slots: shifts that a roster pattern or another week asks for, before they are made."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import instant, once, overlap
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.roster import ShiftState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Window
    from bpa_desktop.domain.roster import RestPeriod, Shift


_ONE_HOUR: Final = dt.timedelta(hours=1)


class Slot(NamedTuple):
    """A shift that should be there: wall-clock times, the end not in it; perhaps nobody's."""

    start: dt.datetime
    end: dt.datetime
    helper: str | None = None
    kind: HourKind = HourKind.BASIS
    rests: tuple[RestPeriod, ...] = ()

    @property
    def span(self) -> Span:
        """The stretch in instants."""
        return instant(self.start), instant(self.end)


def slot_later(shift: Shift, by: dt.timedelta, step: dt.timedelta = _ONE_HOUR) -> Slot:
    """The shift as it is planned, so many whole days later at the same clock time.

    It is for who was planned, not for who stood in. A time that the clock does not show once moves
    on in ``step``; the end stays after the start, and only rests that still lie inside are kept.
    """
    start, end = once(shift.planned_start + by, step), once(shift.planned_end + by, step)
    while end <= start:
        end = once(end + step, step)
    rests = tuple(_rests_later(shift, by, step, (start, end)))
    return Slot(start, end, shift.stands_in_for or shift.helper, shift.kind, rests)


def _rests_later(
    shift: Shift, by: dt.timedelta, step: dt.timedelta, inside: Window
) -> Iterator[RestPeriod]:
    """The rests that lie inside, one after the other."""
    free_from, end = inside
    for rest in sorted(shift.rests, key=lambda one: one.span):
        later = replace(rest, start=once(rest.start + by, step), end=once(rest.end + by, step))
        if free_from <= later.start < later.end <= end:
            free_from = later.end
            yield later


class Filled(NamedTuple):
    """Which of some slots have a shift already, by their places, and which shift that is."""

    shifts: Mapping[int, Shift]

    def free(self, slots: Sequence[Slot]) -> list[Slot]:
        """The slots that have none."""
        return [slot for place, slot in enumerate(slots) if place not in self.shifts]


def filled(
    slots: Sequence[Slot], there: Iterable[Shift], *, is_beside: Callable[[Shift], bool]
) -> Filled:
    """Lay each shift that is there in at most one slot, and each slot under at most one shift.

    A shift fills a slot of its kind when it takes half of it or more; one of the slot's own helper
    comes first. What was called off fills nothing. A shift that ``is_beside`` fills only its own
    helper's slots, because others are wanted beside it.
    """
    rows = [one for one in there if one.state is not ShiftState.CANCELLED]
    taken: dict[int, Shift] = {}
    laid: set[str] = set()
    alone = [one for one in rows if not is_beside(one)]
    for fits, some in ((_is_own, rows), (_is_of_kind, alone)):
        _match(slots, some, taken, laid, fits)
    return Filled(taken)


def _match(
    slots: Sequence[Slot],
    rows: Sequence[Shift],
    taken: dict[int, Shift],
    laid: set[str],
    fits: Callable[[Slot, Shift], bool],
) -> None:
    near = _by_day(slots) if rows else {}
    for shift in rows:
        if shift.id in laid:
            continue
        days = (shift.planned_start.toordinal() + step for step in (-1, 0, 1))
        places = [
            place
            for day in days
            for place in near.get(day, ())
            if place not in taken and fits(slots[place], shift)
        ]
        best = max(places, key=lambda place: _shared(slots[place], shift), default=None)
        if best is not None and 2 * _shared(slots[best], shift) >= _length(slots[best]):
            taken[best] = shift
            laid.add(shift.id)


def _is_own(slot: Slot, shift: Shift) -> bool:
    return slot.helper == shift.helper and slot.kind is shift.kind


def _is_of_kind(slot: Slot, shift: Shift) -> bool:
    return slot.kind is shift.kind


def _by_day(slots: Sequence[Slot]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for place, slot in enumerate(slots):
        found[slot.start.toordinal()].append(place)
    return found


def _length(slot: Slot) -> int:
    start, end = slot.span
    return end - start


def _shared(slot: Slot, shift: Shift) -> int:
    both = overlap(slot.span, shift.actual)
    return 0 if both is None else both[1] - both[0]
