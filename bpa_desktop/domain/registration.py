"""Registration of working time: hours per helper and day, and how long they are kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, day_start, days_span, overlap
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.stints import WORKED, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

RULE: Final = "wt-registration"
_MONTHS_PER_YEAR: Final = 12
_ONE_DAY: Final = dt.timedelta(days=1)


class WorkedDay(NamedTuple):
    """The work of one civil day: its stretches in order, in instants, and their real minutes."""

    day: dt.date
    stretches: tuple[Span, ...]
    minutes: int


class Keeping(NamedTuple):
    """How long the hours of a reference period are kept.

    ``through`` is the last day on which they must be there.
    """

    reference: Period
    years: int
    through: dt.date
    source: str

    @property
    def deletable_from(self) -> dt.date:
        """The first day on which they may be deleted."""
        return self.through + _ONE_DAY


def worked_days(stints: Iterable[Stint], helper: str, period: Period) -> tuple[WorkedDay, ...]:
    """The days of ``period`` on which ``helper`` worked, in order.

    Only what is worked counts, as it was worked. A shift over midnight is split there. Time in
    which two shifts lie over each other counts once: nobody works two hours in one.
    """
    window = days_span(period.first, period.end)
    mine = (actual(one) for one in stints if one[1] == helper and one[4] == WORKED)
    inside = (part for span in mine if (part := overlap(span, window)) is not None)
    days: dict[dt.date, list[Span]] = defaultdict(list)
    for span in _apart(inside):
        for day, part in _by_day(span):
            days[day].append(part)
    return tuple(
        WorkedDay(day, tuple(days[day]), sum(end - start for start, end in days[day]))
        for day in sorted(days)
    )


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, each without what an earlier one holds already."""
    reached: int | None = None
    for start, end in sorted(spans):
        begin = start if reached is None else max(start, reached)
        if begin < end:
            yield begin, end
            reached = end


def _by_day(span: Span) -> Iterator[tuple[dt.date, Span]]:
    start, end = span
    while start < end:
        day = day_of(start)
        stop = min(end, day_start(day + _ONE_DAY))
        yield day, (start, stop)
        start = stop


def reference_period(day: dt.date, months: int) -> Period:
    """The stretch of so many calendar months, counted from January, in which ``day`` lies."""
    month = (day.month - 1) // months * months + 1
    first = dt.date(day.year, month, 1)
    return Period(first, months_before(first, -months))


def keeping(day: dt.date, book: RuleBook) -> Keeping | None:
    """How long the hours worked on ``day`` are kept; ``None`` where no rule is known for it.

    Source: ``wt-registration``, see the row.
    """
    rule = book.find(RULE, day)
    if rule is None:
        return None
    reference = reference_period(day, book.whole(RULE, "months", day))
    years = book.whole(RULE, "years", day)
    through = months_before(reference.last, -years * _MONTHS_PER_YEAR)
    return Keeping(reference, years, through, rule.source)


def worked_in(stints: Iterable[Stint]) -> Iterator[tuple[str, dt.date]]:
    """Yield each worked shift's helper with its first day, and with its last where it differs."""
    for one in stints:
        helper = one[1]
        if helper is not None and one[4] == WORKED:
            start, end = actual(one)
            yield from ((helper, day) for day in {day_of(start), day_of(end - 1)})
