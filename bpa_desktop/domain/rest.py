"""The daily rest: one unbroken stretch free of work, looking back from the end of every work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain import day_shifts, shortened_rest
from bpa_desktop.domain.clock import MINUTES_PER_DAY, day_of
from bpa_desktop.domain.findings import Code, Severity, finding
from bpa_desktop.domain.in_force import InForce, unknown
from bpa_desktop.domain.work import longest_rest, looking_back, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-daily-rest-11h"


class _Numbers(NamedTuple):
    needed: int
    within: int


def _numbers(rule: Rule) -> _Numbers:
    return _Numbers(rule.whole("rest_minutes"), rule.whole("window_minutes"))


def daily_rest(work: Work, book: RuleBook, ground: Ground) -> Iterator[Finding]:
    """Find every end of work with too short a rest in the hours before it.

    The rule's row gives ``rest_minutes`` and ``window_minutes``. From the end of each block of
    work the window reaches back in real time, and the longest stretch without work in it, cut at
    the window's edge, must be at least the rest. ``minutes_short`` is what is missing, ``begin_at``
    or ``end_by`` the instant that would mend it and leaves most of the work. Rest that is written
    on a shift is work, for the helper is on the spot. Where the rule is not known for a date, one
    finding says so. Give also the shifts of the day before the days you ask about.

    Where the agreement applies, what touches a 24-hour shift is left to its own rules.

    Source: the Working Environment Act, section 50(1); the row says where it was read.
    """
    rule = _Rule(book, ground)
    for helper, own in work.items():
        yield from rule.found(helper, own)
    yield from unknown(RULE, work, book)


class _Rule:
    """The rule with what it rests on."""

    def __init__(self, book: RuleBook, ground: Ground) -> None:
        self._book = book
        self._ground = ground
        self._known = InForce(book, RULE, _numbers)
        self._day_shift = InForce(book, day_shifts.RULE, day_shifts.terms)
        self._shortened = InForce(book, shortened_rest.RULE, shortened_rest.limits)

    def found(self, helper: str, own: Sequence[Block]) -> Iterator[Finding]:
        last_end = -MINUTES_PER_DAY
        for index, block in enumerate(own):
            numbers = self._known.at(block.end)
            if numbers is not None:
                free_from = max(last_end, block.end - numbers.within)
                if block.start - free_from < numbers.needed:
                    yield from self._judge(helper, own, index, numbers)
            last_end = block.end

    def _judge(
        self, helper: str, own: Sequence[Block], index: int, numbers: _Numbers
    ) -> Iterator[Finding]:
        end = own[index].end
        window = (end - numbers.within, end)
        seen = looking_back(own, index, window[0])
        longest = longest_rest(seen, window)
        if longest >= numbers.needed:
            return
        day_shift = any(self._is_day_shift(block) for block in seen)
        if day_shift and self._ground.is_relaxed:
            return
        yield finding(
            Code.DAILY_REST,
            RULE,
            self._book,
            window,
            records=named(helper, seen),
            minutes_short=numbers.needed - longest,
            severity=self._ground.weight(Severity.PROBLEM),
            helper=helper,
            longest=longest,
            needed=numbers.needed,
            within=numbers.within,
            day=day_of(own[index].start),
            day_shift=day_shift,
            **_mend(own, index, numbers),
            **self._ground.said(agreement=day_shift or self._may_be_shortened(longest, end)),
        )

    def _is_day_shift(self, block: Block) -> bool:
        asked = self._day_shift.at(block.end)
        return asked is not None and day_shifts.is_day_shift(block, asked)

    def _may_be_shortened(self, longest: int, end: int) -> bool:
        allowed = self._shortened.at(end)
        return allowed is not None and longest >= allowed.least


def _mend(own: Sequence[Block], index: int, numbers: _Numbers) -> dict[str, object]:
    """Of beginning later and ending sooner, what leaves most of the work; each may not do."""
    block = own[index]
    before = own[index - 1].end if index else block.end - numbers.within
    begin_at = max(before, block.end - numbers.within) + numbers.needed
    end_by = _last_end(own, index, numbers)
    left_of_end = block.end - begin_at
    left_of_start = end_by - block.start
    is_later = left_of_end > left_of_start
    return {
        "begins": block.start,
        "begin_at": begin_at if is_later and left_of_end > 0 else None,
        "end_by": end_by if not is_later and left_of_start > 0 else None,
    }


def _last_end(own: Sequence[Block], index: int, numbers: _Numbers) -> int:
    """The last end of the work at ``index`` at which a long enough rest lies behind it."""
    found = own[index].start
    for at in range(index, -1, -1):
        free_from = own[at - 1].end if at else own[0].start - numbers.within
        if own[at].start - free_from >= numbers.needed:
            found = max(found, own[at].start + numbers.within - numbers.needed)
            break
        if own[index].end - own[at].start > numbers.within:
            break
    return min(found, own[index].end)
