"""Every rule of working time in one call, as the scheme's answers ask for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.breaks import breaks
from bpa_desktop.domain.day_shifts import day_shifts
from bpa_desktop.domain.findings import order
from bpa_desktop.domain.night_work import night_work
from bpa_desktop.domain.rest import daily_rest
from bpa_desktop.domain.shortened_rest import shortened
from bpa_desktop.domain.weekly_rest import weekly_rest
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_weeks import average_weeks, relative_weeks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.domain.work import Work

LOOK_BACK: Final = dt.timedelta(days=16)
"""How long before the days one asks about `nearby_rules` needs the shifts."""

LOOK_AHEAD: Final = dt.timedelta(days=8)
"""How long after them."""


def working_time(
    stints: Iterable[Stint],
    rests: Mapping[str, Sequence[Span]],
    absences: Iterable[Absence],
    book: RuleBook,
    ground: Ground,
) -> list[Finding]:
    """What every rule of working time finds in ``stints``, in order of time.

    ``rests`` are the rests written on shifts, by the shift's id.
    """
    work = work_of(stints)
    found = [
        *nearby_rules(work, rests, book, ground),
        *month_rules(work, absences, book),
        *night_work(work, book),
    ]
    return sorted(found, key=order)


def nearby_rules(
    work: Work, rests: Mapping[str, Sequence[Span]], book: RuleBook, ground: Ground
) -> Iterator[Finding]:
    """What the rules find that look at days around a shift, not at months."""
    short = daily_rest(work, book, ground)
    if ground.is_relaxed:
        yield from shortened(short, book)
        yield from day_shifts(work, rests, book)
    else:
        yield from short
    yield from weekly_rest(work, book, ground)
    if ground.relatives:
        yield from relative_weeks(work, ground.relatives, book)


def month_rules(work: Work, absences: Iterable[Absence], book: RuleBook) -> Iterator[Finding]:
    """What the rules find that look at whole months and at the periods made of them."""
    yield from average_weeks(work, absences, book)
    yield from breaks(work, book)
