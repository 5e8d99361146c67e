"""Insurances that helpers need against those that are kept, and when the duty to insure begins."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, days_span
from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.insurance import Cover
from bpa_desktop.domain.stints import CANCELLED, WORKED, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.insurance import Insurance
    from bpa_desktop.domain.stints import Stint

NEEDED: Final = (Cover.WORK_INJURY, Cover.LIABILITY)
"""What helpers must be insured with; travel is only perhaps needed."""
_TOGETHER: Final = frozenset({*NEEDED, Cover.TRAVEL})


def in_force(one: Insurance, on: dt.date) -> bool:
    """Whether the policy holds on ``on``; the day on which it ends does not belong to it."""
    return (one.since is None or one.since <= on) and (one.ended_on is None or on < one.ended_on)


def kept_for(cover: Cover, insurances: Iterable[Insurance], on: dt.date) -> tuple[Insurance, ...]:
    """The policies that hold on ``on`` and cover it; one for all three covers each of them."""
    together = cover in _TOGETHER
    return tuple(
        one
        for one in insurances
        if in_force(one, on) and (one.covers is cover or (together and one.covers is Cover.ALL))
    )


def lacking(insurances: Iterable[Insurance], on: dt.date) -> tuple[Cover, ...]:
    """What is needed and not covered on ``on``."""
    known = list(insurances)
    return tuple(cover for cover in NEEDED if not kept_for(cover, known, on))


class YearHours(NamedTuple):
    """Minutes of all helpers together in a calendar year: worked, and what is planned besides.

    ``passed_on`` is the day on which ``most`` are passed by what is worked and planned; ``None``
    while they are not.
    """

    worked: int
    planned: int
    most: int
    passed_on: dt.date | None

    @property
    def total(self) -> int:
        """Worked and planned."""
        return self.worked + self.planned

    @property
    def is_over(self) -> bool:
        """Whether it is clear that the limit will be passed."""
        return self.total > self.most


def year_hours(stints: Iterable[Stint], year: int, most: int) -> YearHours:
    """The hours in ``year`` of shifts that somebody has; over New Year only their part of it.

    A worked shift counts as it was worked, one to come as it is planned; what is called off and
    what nobody has counts nowhere.
    """
    start, end = days_span(dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
    spans = ((*actual(one), one[4]) for one in stints if one[1] is not None and one[4] != CANCELLED)
    rows = [(max(first, start), min(last, end), state) for first, last, state in spans]
    worked = planned = 0
    passed_on = None
    for first, last, state in sorted(row for row in rows if row[0] < row[1]):
        if state == WORKED:
            worked += last - first
        else:
            planned += last - first
        if passed_on is None and worked + planned > most:
            passed_on = day_of(first)
    return YearHours(worked, planned, most, passed_on)


def renewals(insurances: Iterable[Insurance]) -> Iterator[Due]:
    """When each policy that has not ended is renewed."""
    for one in insurances:
        if one.renews_on is not None and one.ended_on is None:
            yield Due(
                code=DueCode.INSURANCE,
                on=one.renews_on,
                record=("insurance", one.id),
                values={"covers": one.covers, "company": one.company},
            )


def lacks_due(lacks: Sequence[Cover], hours: YearHours | None, source: str) -> Iterator[Due]:
    """What is needed and not written, as one line: due on the day the duty to insure begins.

    Nothing is due while the year's hours stay below the limit, or where no limit is known.
    """
    if lacks and hours is not None and hours.passed_on is not None:
        yield Due(
            code=DueCode.INSURANCE_LACKS,
            on=hours.passed_on,
            record=None,
            values={"covers": tuple(lacks)},
            source=source,
        )
