"""Absence laid over the roster: which planned work is lost to which absence."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.stints import CANCELLED, KIND

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.stints import Stint


class Stretch(NamedTuple):
    """A stretch of one helper's absence in instants, and the absence it belongs to."""

    start: int
    end: int
    absence: Absence


class Loss(NamedTuple):
    """Planned work, in instants, for which the helper was away."""

    start: int
    end: int
    helper: str
    shift: str
    kind: HourKind
    absence: Absence


def stretches(absences: Iterable[Absence], today: dt.date) -> dict[str, list[Stretch]]:
    """By helper when they are away, in order and never twice.

    Where absences lie over each other, the one that began first has the time. ``today`` ends
    absences that go on.
    """
    found: dict[str, list[Stretch]] = defaultdict(list)
    spans = sorted(
        (((*one.span(today), one.id), one) for one in absences), key=lambda pair: pair[0]
    )
    for (start, end, _id), absence in spans:
        own = found[absence.helper]
        free_from = max(start, own[-1].end) if own else start
        if free_from < end:
            own.append(Stretch(free_from, end, absence))
    return found


def losses(stints: Iterable[Stint], absences: Iterable[Absence], today: dt.date) -> Iterator[Loss]:
    """Every piece of planned work that lies in an absence.

    A shift counts for the helper who has it and for the one it was planned for, each with their
    own absence. Cancelled shifts are left out.
    """
    away = {helper: _Away.of(own) for helper, own in stretches(absences, today).items()}
    for one in stints:
        helper, planned_for = one[1], one[2]
        if one[4] == CANCELLED:
            continue
        own = away.get(helper or "")
        if own is not None and own.starts[bisect_right(own.ends, one[5])] < one[6]:
            yield from _lost(one, helper or "", own)
        if planned_for in away and planned_for != helper:
            yield from _lost(one, planned_for, away[planned_for])


def left_of(span: Span, lost: Iterable[Span]) -> list[Span]:
    """The stretches of ``span`` that lie in none of ``lost``, in order; all are instants."""
    start, end = span
    found: list[Span] = []
    for begins, ends in sorted(lost):
        if begins < end and ends > start:
            if start < begins:
                found.append((start, begins))
            start = ends
    if start < end:
        found.append((start, end))
    return found


class _Away(NamedTuple):
    """One helper's absence, made ready to be asked many thousand times."""

    own: Sequence[Stretch]
    ends: list[int]
    starts: list[int]

    @classmethod
    def of(cls, own: Sequence[Stretch]) -> _Away:
        return cls(own, [one.end for one in own], [*(one.start for one in own), sys.maxsize])


def _lost(one: Stint, person: str, away: _Away) -> Iterator[Loss]:
    shift, _helper, _for, kind, _state, start, end, _from, _to = one
    for stretch in away.own[bisect_right(away.ends, start) :]:
        if stretch.start >= end:
            return
        first, last = max(start, stretch.start), min(end, stretch.end)
        yield Loss(first, last, person, shift, KIND[kind], stretch.absence)
