"""The right to a break in long work."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import day_of, day_start, monday
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.in_force import InForce
from bpa_desktop.domain.work import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-break-6h"
_WEEK: Final = dt.timedelta(days=7)


def breaks(work: Work, book: RuleBook) -> Iterator[Finding]:
    """Hint at the right to a break in each unbroken work longer than ``longest_minutes``.

    There is one hint for a helper's week from Monday, by the day on which work begins; it names
    each such work. A break is something to arrange at work, so no shift is wrong for it.

    Source: the Working Time Act; the row says where it was read.
    """
    known = InForce(book, RULE, _longest)
    for helper, own in work.items():
        for group in _by_week([block for block in own if _is_long(block, known)]):
            longest = known.at(group[0].end)
            yield finding(
                Code.BREAK_RIGHT,
                RULE,
                book,
                (group[0].start, group[-1].end),
                records=named(helper, group),
                helper=helper,
                count=len(group),
                longest=longest,
            )


def _longest(rule: Rule) -> int:
    return rule.whole("longest_minutes")


def _is_long(block: Block, known: InForce[int]) -> bool:
    longest = known.at(block.end)
    return longest is not None and block.end - block.start > longest


def _by_week(own: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    week_end = 0
    for block in own:
        if block.start >= week_end:
            if group:
                yield group
            group = []
            week_end = day_start(monday(day_of(block.start)) + _WEEK)
        group.append(block)
    if group:
        yield group
