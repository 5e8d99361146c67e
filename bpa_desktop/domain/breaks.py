"""The right to a break in long work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import day_of, days_span
from bpa_desktop.domain.findings import Code, finding
from bpa_desktop.domain.in_force import InForce
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.work import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-break-6h"


def breaks(work: Work, book: RuleBook) -> Iterator[Finding]:
    """Hint at the right to a break in each unbroken work longer than ``longest_minutes``.

    There is one hint for a helper's calendar month, by the day on which work begins; it names
    each such work, and its window is the month. A break is something to arrange at work, so no
    shift is wrong for it. Give the shifts of whole months.

    Source: the Working Time Act; the row says where it was read.
    """
    known = InForce(book, RULE, lambda rule: rule.whole("longest_minutes"))
    for helper, own in work.items():
        for month, group in _by_month(_long(own, known)):
            yield finding(
                Code.BREAK_RIGHT,
                RULE,
                book,
                month,
                records=named(helper, group),
                helper=helper,
                count=len(group),
                longest=known.at(group[0].end),
            )


def _long(own: Iterable[Block], known: InForce[int]) -> Iterator[Block]:
    for block in own:
        longest = known.at(block[1])
        if longest is not None and block[1] - block[0] > longest:
            yield block


def _by_month(own: Iterable[Block]) -> Iterator[tuple[Span, list[Block]]]:
    month = (0, 0)
    group: list[Block] = []
    for block in own:
        if block[0] >= month[1]:
            if group:
                yield month, group
            first = day_of(block.start).replace(day=1)
            month, group = days_span(first, months_before(first, -1)), []
        group.append(block)
    if group:
        yield month, group
