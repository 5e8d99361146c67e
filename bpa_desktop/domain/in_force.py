"""What a rule says at an instant, looked up once for each of its rows."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from bpa_desktop.domain.clock import day_of, day_span, day_start
from bpa_desktop.domain.findings import Code, finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Work

T = TypeVar("T")

_NO_END: Final = 1 << 40


class InForce(Generic[T]):
    """The numbers of one rule by instant; ``read`` takes them out of its row."""

    def __init__(self, book: RuleBook, rule_id: str, read: Callable[[Rule], T]) -> None:
        self._book = book
        self._rule = rule_id
        self._read = read
        self._start = self._end = 0
        self._numbers: T | None = None

    def at(self, moment: int) -> T | None:
        """What holds on the Danish day of ``moment``, or ``None`` when it is not known."""
        if not self._start <= moment < self._end:
            self._look_up(moment)
        return self._numbers

    def _look_up(self, moment: int) -> None:
        day = day_of(moment)
        rule = self._book.find(self._rule, day)
        self._numbers = None if rule is None else self._read(rule)
        self._start, self._end = day_span(day) if rule is None else _span(rule)


def _span(rule: Rule) -> Span:
    if rule.valid_to is None:
        return day_start(rule.valid_from), _NO_END
    return day_start(rule.valid_from), day_start(rule.valid_to + dt.timedelta(days=1))


def unknown(rule_id: str, work: Work, book: RuleBook) -> Iterator[Finding]:
    """One finding over all ends of work at which the rule is not known; none when it always is.

    ``shifts`` tells how many blocks of work there are.
    """
    groups = [own for own in work.values() if own]
    edges = [(own[0].end, own[-1].end) for own in groups]
    known = InForce(book, rule_id, lambda rule: rule)
    first = known.at(min((edge[0] for edge in edges), default=0))
    last = known.at(max((edge[1] for edge in edges), default=0))
    if first is not None and first is last:
        return
    ends = sorted(block.end for own in groups for block in own)
    lacking = [end for end in ends if known.at(end) is None]
    if lacking:
        span = (lacking[0], lacking[-1])
        yield finding(Code.RULE_UNKNOWN, rule_id, book, span, records=(), shifts=len(lacking))
