"""Shifts of 24 hours, and what the agreement of Dansk Erhverv and FOA asks of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, edge, instant, overlap, wall
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.in_force import InForce
from bpa_desktop.domain.work import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-24h-shift"
_ONE_DAY: Final = dt.timedelta(days=1)


class Terms(NamedTuple):
    """What the agreement asks, in minutes; the night is from and to a time of day."""

    shift: int
    inside: int
    at_night: int
    night: tuple[dt.time, dt.time]
    before: int
    after: int
    unbroken: int
    between: int


def terms(rule: Rule) -> Terms:
    """The terms in the row ``rule``; raises ``RuleUnknown`` when one is missing."""
    return Terms(
        shift=rule.whole("shift_minutes"),
        inside=rule.whole("rest_inside_minutes"),
        at_night=rule.whole("night_rest_minutes"),
        night=(rule.clock("night_from"), rule.clock("night_to")),
        before=rule.whole("rest_before_minutes"),
        after=rule.whole("rest_after_minutes"),
        unbroken=rule.whole("unbroken_minutes"),
        between=rule.whole("between_minutes"),
    )


def is_day_shift(block: Block, asked: Terms) -> bool:
    """Whether unbroken work lasts 24 hours: in real time, or on the wall clock.

    So from eight to eight is one in every night, also in March, when it lasts 23 hours. It does
    not matter whether it was written as one shift or as several that touch.
    """
    if block.end - block.start >= asked.shift:
        return True
    return wall(block.end) - wall(block.start) >= dt.timedelta(minutes=asked.shift)


class _Piece(NamedTuple):
    """A block; of work that goes on after a 24-hour shift, each of them and what is over.

    ``day_shift`` is the 24-hour shift that the piece is, or that it goes on after.
    """

    block: Block
    day_shift: Block | None = None

    @property
    def is_day_shift(self) -> bool:
        return self.day_shift is self.block


def day_shifts(
    work: Work, rests: Mapping[str, Sequence[Span]], book: RuleBook
) -> Iterator[Finding]:
    """Find every 24-hour shift that does not keep what the agreement asks.

    ``rests`` are the stretches of rest written on a shift, by its id. Inside there must be rest
    of ``rest_inside_minutes``, of which ``night_rest_minutes`` in a row at night; a shift on which
    no rest is written gives a hint. Before it ``rest_before_minutes`` must be free and after it
    ``rest_after_minutes``; or ``between_minutes`` up to the next 24-hour shift where the longest
    rest inside was shorter than ``unbroken_minutes``. Work that goes on when the 24 hours are over
    has no rest before it. Use it only where the agreement applies.

    Source: the agreement's protocol on rest; the row says where it was read.
    """
    known = InForce(book, RULE, terms)
    for helper, own in work.items():
        yield from _Own(helper, rests, known, book).findings(own)


def _pieces(block: Block, asked: Terms | None) -> Iterator[_Piece]:
    day_shift: Block | None = None
    over = block
    while asked is not None and over.start < over.end and is_day_shift(over, asked):
        day_shift = over._replace(end=min(over.end, _day_after(over.start, asked)))
        yield _Piece(day_shift, day_shift)
        over = over._replace(start=day_shift.end)
    if over.start < over.end:
        yield _Piece(over, day_shift)


def _day_after(start: int, asked: Terms) -> int:
    """When 24 hours are over both in real time and on the wall clock."""
    on_the_clock = instant(wall(start) + dt.timedelta(minutes=asked.shift))
    return max(start + asked.shift, on_the_clock)


@dataclass(frozen=True)
class _Own:
    """The work of one helper beside what is asked."""

    helper: str
    rests: Mapping[str, Sequence[Span]]
    known: InForce[Terms]
    book: RuleBook

    def findings(self, own: Iterable[Block]) -> Iterator[Finding]:
        pieces = [piece for block in own for piece in _pieces(block, self.known.at(block.end))]
        for piece in pieces:
            asked = self.known.at(piece.block.end)
            if asked is not None and piece.is_day_shift:
                yield from self._inside(piece.block, asked)
        for earlier, later in pairwise(pieces):
            asked = self.known.at(later.block.end)
            if asked is not None and (earlier.day_shift or later.is_day_shift):
                yield from self._between(earlier, later, asked)

    def _inside(self, block: Block, asked: Terms) -> Iterator[Finding]:
        found = rests_in(block, self.rests)
        total = sum(end - start for start, end in found)
        at_night = max((_at_night(rest, asked) for rest in found), default=0)
        short = max(asked.inside - total, asked.at_night - at_night) if found else 0
        if short > 0 or not found:
            yield finding(
                Code.DAY_SHIFT_REST if found else Code.RESTS_NOT_WRITTEN,
                RULE,
                self.book,
                (block.start, block.end),
                records=named(self.helper, [block]),
                minutes_short=short,
                helper=self.helper,
                total=total,
                longest_at_night=at_night,
                inside=asked.inside,
                at_night=asked.at_night,
            )

    def _between(self, earlier: _Piece, later: _Piece, asked: Terms) -> Iterator[Finding]:
        code, needed = self._asked_between(earlier, later, asked)
        first, second = earlier.block, later.block
        free = second.start - first.end
        begin_at = first.end + needed
        if free < needed:
            yield finding(
                code,
                RULE,
                self.book,
                (first.start, second.end),
                records=named(self.helper, [first, second] if free else [first]),
                minutes_short=needed - free,
                helper=self.helper,
                free=free,
                needed=needed,
                begins=second.start,
                begin_at=begin_at if free and begin_at < second.end else None,
                end_by=None if free else first.end,
            )

    def _asked_between(self, earlier: _Piece, later: _Piece, asked: Terms) -> tuple[Code, int]:
        if earlier.day_shift is None:
            return Code.REST_BEFORE_DAY_SHIFT, asked.before
        inside = rests_in(earlier.day_shift, self.rests)
        is_longer = later.is_day_shift and _is_broken(inside, asked)
        return Code.REST_AFTER_DAY_SHIFT, asked.between if is_longer else asked.after


def rests_in(block: Block, rests: Mapping[str, Sequence[Span]]) -> list[Span]:
    """The stretches of rest in ``block`` in order; those that touch are one."""
    written = sorted(rest for shift in block.shifts for rest in rests.get(shift, ()))
    found: list[Span] = []
    for rest in written:
        part = overlap(rest, (block.start, block.end))
        if part is None:
            continue
        if found and part[0] <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], part[1])
        else:
            found.append(part)
    return found


def _at_night(rest: Span, asked: Terms) -> int:
    """The longest part of one rest that lies in one night, in minutes."""
    first = day_of(rest[0]) - _ONE_DAY
    days = [first + count * _ONE_DAY for count in range((day_of(rest[1]) - first).days + 1)]
    start, end = asked.night
    nights = ((edge(day, start), edge(day + _ONE_DAY * (end <= start), end)) for day in days)
    parts = (overlap(rest, night) for night in nights)
    return max((part[1] - part[0] for part in parts if part is not None), default=0)


def _is_broken(found: Iterable[Span], asked: Terms) -> bool:
    """Whether rests are written and none of them is long enough without a break."""
    lengths = [end - start for start, end in found]
    return bool(lengths) and max(lengths) < asked.unbroken
