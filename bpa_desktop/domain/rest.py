"""The daily rest: one unbroken stretch free of work, looking back from the end of every work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.findings import Code, finding, order
from bpa_desktop.domain.stints import CANCELLED, actual

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

RULE: Final = "wt-daily-rest-11h"


class Block(NamedTuple):
    """A stretch of unbroken work in instants, and the shifts it is made of."""

    start: int
    end: int
    shifts: tuple[str, ...]


def blocks(stints: Iterable[Stint]) -> list[Block]:
    """The unbroken work of one helper, in order; shifts that touch or overlap are one block.

    Every kind of hour is work, availability on site too. Cancelled shifts are left out.
    """
    found: list[Block] = []
    rows = sorted((*actual(one), one[0]) for one in stints if one[4] != CANCELLED)
    for start, end, shift in rows:
        if found and start <= found[-1].end:
            last = found[-1]
            found[-1] = Block(last.start, max(last.end, end), (*last.shifts, shift))
        else:
            found.append(Block(start, end, (shift,)))
    return found


def daily_rest(stints: Iterable[Stint], book: RuleBook) -> list[Finding]:
    """Find every end of work with too short a rest in the hours before it.

    The rule's row gives ``rest_minutes`` and ``window_minutes``. From the end of each block of
    work the window reaches back in real time, and the longest stretch without work in it, cut at
    the window's edge, must be at least the rest. ``minutes_short`` is what is missing. Where the
    rule is not known for a date, one finding says so. Give also the shifts of the day before the
    days you ask about.

    Source: the Working Environment Act, section 50(1); the row says where it was read.
    """
    by_helper: dict[str, list[Stint]] = defaultdict(list)
    for one in stints:
        if one[1] is not None and one[4] != CANCELLED:
            by_helper[one[1]].append(one)
    found = [
        item
        for helper, own in by_helper.items()
        for item in _rest_of(helper, blocks(own), _Rows(book))
    ]
    return sorted([*found, *_unknown(by_helper.values(), book)], key=order)


class _Rows:
    """The rest and the window of the rule by day, looked up once for each day."""

    def __init__(self, book: RuleBook) -> None:
        self.book = book
        self._known: dict[dt.date, tuple[int, int] | None] = {}

    def on(self, day: dt.date) -> tuple[int, int] | None:
        if day not in self._known:
            known = self.book.find(RULE, day) is not None
            self._known[day] = (
                (
                    self.book.whole(RULE, "rest_minutes", day),
                    self.book.whole(RULE, "window_minutes", day),
                )
                if known
                else None
            )
        return self._known[day]


def _rest_of(helper: str, work: Sequence[Block], rows: _Rows) -> Iterator[Finding]:
    for index, block in enumerate(work):
        numbers = rows.on(day_of(block.end))
        if numbers is None:
            continue
        needed, length = numbers
        window = (block.end - length, block.end)
        seen = _looking_back(work, index, window[0])
        longest = longest_rest(seen, window)
        if longest < needed:
            shifts = tuple(("shift", shift) for one in seen for shift in one.shifts)
            yield finding(
                Code.DAILY_REST,
                RULE,
                rows.book,
                window,
                records=(("helper", helper), *shifts),
                minutes_short=needed - longest,
                helper=helper,
                longest=longest,
                needed=needed,
                within=length,
            )


def _looking_back(work: Sequence[Block], index: int, start: int) -> Sequence[Block]:
    first = index
    while first > 0 and work[first - 1].end > start:
        first -= 1
    return work[first : index + 1]


def longest_rest(work: Sequence[Block], window: Span) -> int:
    """The longest stretch of ``window`` without work, in minutes; ``work`` is in order."""
    longest, free_from = 0, window[0]
    for block in work:
        longest = max(longest, min(block.start, window[1]) - free_from)
        free_from = max(free_from, block.end)
    return max(longest, window[1] - free_from)


def _unknown(groups: Iterable[Iterable[Stint]], book: RuleBook) -> Iterator[Finding]:
    ends = [actual(one)[1] for own in groups for one in own]
    lacking = sorted(end for end in ends if book.find(RULE, day_of(end)) is None)
    if lacking:
        span = (lacking[0], lacking[-1])
        yield finding(Code.RULE_UNKNOWN, RULE, book, span, records=(), shifts=len(lacking))
