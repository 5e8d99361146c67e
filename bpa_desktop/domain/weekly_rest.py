"""The weekly day off: a long free period, and how long one may work until the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, monday
from bpa_desktop.domain.findings import Code, Severity, finding
from bpa_desktop.domain.in_force import InForce, unknown
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.work import longest_rest, looking_back, named

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.work import Block, Work

RULE: Final = "wt-weekly-day-off"


class _Numbers(NamedTuple):
    needed: int
    between: int
    within: int


def _numbers(rule: Rule) -> _Numbers:
    return _Numbers(
        rule.whole("rest_minutes"), rule.whole("between_minutes"), rule.whole("window_minutes")
    )


def weekly_rest(work: Work, book: RuleBook, ground: Ground) -> Iterator[Finding]:
    """Find the weeks in which somebody works on without the weekly free period.

    A free period is ``rest_minutes`` without work: a day and the daily rest it lies beside. From
    the end of one to the beginning of the next there may be ``between_minutes`` at most. It is
    told once for each week from Monday, at the first work that ends later than that; the window
    reaches ``window_minutes`` back from there, or to where the work began. ``minutes_short`` is
    what the longest free stretch of the window lacks. Without the shift ``without`` enough would
    be free; in any case it would when the free period began at ``free_by`` at the latest.

    For care of people the day off may be postponed and replaced, so then it is only a warning; it
    is a problem where the work includes no care. Give also the shifts of the two weeks before the
    days you ask about.

    Source: the Working Environment Act, section 51(1) and (3); the row says where it was read.
    """
    known = InForce(book, RULE, _numbers)
    for helper, own in work.items():
        for late in _too_late(own, known):
            yield _told(helper, own, late, book, ground)
    yield from unknown(RULE, work, book)


class _Late(NamedTuple):
    """The place of a block, and the instant at which the work since a free period began."""

    at: int
    began: int
    numbers: _Numbers


def _too_late(own: Sequence[Block], known: InForce[_Numbers]) -> Iterator[_Late]:
    """The first block of each week that ends too long after the last free period."""
    began, free_from = 0, None
    told: dt.date | None = None
    for index, block in enumerate(own):
        numbers = known.at(block.end)
        if numbers is None:
            continue
        if free_from is None or block.start - free_from >= numbers.needed:
            began = block.start
        free_from = block.end
        if block.end - began > numbers.between:
            week = monday(day_of(block.end - 1))
            if week != told:
                told = week
                yield _Late(index, began, numbers)


def _told(
    helper: str, own: Sequence[Block], late: _Late, book: RuleBook, ground: Ground
) -> Finding:
    index, began, numbers = late
    end = own[index].end
    window = max(began, end - numbers.within), end
    seen = looking_back(own, index, window[0])
    longest = longest_rest(seen, window)
    return finding(
        Code.WEEKLY_DAY_OFF,
        RULE,
        book,
        window,
        records=named(helper, seen),
        minutes_short=numbers.needed - longest,
        severity=_weight(ground),
        helper=helper,
        longest=longest,
        needed=numbers.needed,
        between=numbers.between,
        may_be_postponed=ground.care is not Answer.NO,
        without=_without(own, index, len(seen), numbers),
        free_by=window[0] + numbers.between,
        **ground.said(agreement=False, care=True),
    )


def _weight(ground: Ground) -> Severity:
    if ground.is_exempt:
        return Severity.HINT
    return Severity.PROBLEM if ground.care is Answer.NO else Severity.WARNING


def _without(own: Sequence[Block], index: int, count: int, numbers: _Numbers) -> Span | None:
    """The last of ``count`` blocks through ``index`` without which there is a free period."""
    for at in range(index, max(index - count, 0), -1):
        is_last = at + 1 == len(own)
        if is_last or own[at + 1].start - own[at - 1].end >= numbers.needed:
            return own[at].start, own[at].end
    return None
