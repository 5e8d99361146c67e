"""The pay of the shifts of months, and that of the work that was lost to an absence."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.alike import counted
from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.cut_work import work_left, work_lost
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import total
from bpa_desktop.domain.pay import Job
from bpa_desktop.domain.stints import KIND, actual
from bpa_desktop.services.pay_values import PaidShift, Sums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.alike import Counted
    from bpa_desktop.domain.away import Loss
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.pay_material import Person

_AT_HAND: Final = HourKind.AVAILABILITY.value


class MonthWork:
    """The shifts of one helper that begin in a month, and what their steps add up to."""

    def __init__(self) -> None:
        self.shifts: list[PaidShift] = []
        self.sums = Sums()

    def add(self, shift: str, day: dt.date, kind: HourKind, pay: Counted) -> None:
        """Add the pay of a shift."""
        self.shifts.append(PaidShift(shift, day, pay.pay, kind))
        self.sums.add(shift, day, pay.shares)


class LostPay(NamedTuple):
    """Work that was lost, the day on which it would have begun, and its usual pay."""

    loss: Loss
    day: dt.date
    usual: Counted

    @property
    def minutes(self) -> int:
        """How long it would have been."""
        return self.loss.end - self.loss.start


def first_of_month(day: dt.date) -> dt.date:
    """The first day of the month in which ``day`` lies."""
    return day.replace(day=1)


def work_by(
    person: Person,
    overtime: Mapping[str, int],
    first_of: Callable[[dt.date], dt.date] = first_of_month,
) -> Mapping[dt.date, MonthWork]:
    """The shifts of a helper by the first day of the month in which each begins.

    With ``first_of`` by the first day of another stretch of days in which each begins.

    Work in which the helper was away is left out. A half hour that was begun in a shift which a
    later one touches is paid once.
    """
    found: dict[dt.date, MonthWork] = defaultdict(MonthWork)
    cuts, alike = person.cuts(), person.alike
    month = known = dt.date.min
    for row, span, begun in _in_order(person.rows):
        day = day_of(span[0])
        if day != known:
            month, known = first_of(day), day
        kind, extra = KIND[row[3]], overtime.get(row[0], 0)
        if row[0] not in cuts:
            found[month].add(row[0], day, kind, alike.pay(Job(span, kind, begun, extra), day))
            continue
        jobs = work_left(Job(span, kind, begun, extra), cuts[row[0]])
        if jobs:
            pay = counted(total(alike.pay(job).pay for job in jobs), kind)
            found[month].add(row[0], day, kind, pay)
    return found


def _in_order(rows: Sequence[Stint]) -> Iterator[tuple[Stint, Span, int]]:
    """Each shift with its span, and since when the helper has worked without a break."""
    begun = until = -1
    for row in rows:
        span = actual(row)
        start, end = span
        touches = begun <= start <= until
        if row[3] == _AT_HAND:
            yield row, span, begun if touches else start
            continue
        begun, until = (begun, max(until, end)) if touches else (start, end)
        yield row, span, begun


def lost_pay(person: Person) -> list[LostPay]:
    """The usual pay of all work that the helper lost, in order of time; overtime is not usual.

    A half hour that was begun at work in the same shift is paid there.
    """
    if not person.losses:
        return []
    cuts = person.cuts()
    shifts = {row[0]: Job(span, KIND[row[3]], begun) for row, span, begun in _in_order(person.rows)}
    found = []
    for loss in sorted(person.losses, key=lambda one: (one.start, one.shift)):
        span = loss.start, loss.end
        whole = shifts.get(loss.shift, Job(span, loss.kind))
        job = work_lost(whole, span, cuts[loss.shift])
        found.append(LostPay(loss, day_of(loss.start), person.alike.pay(job)))
    return found
