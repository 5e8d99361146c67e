"""The times a new shift gets: what is usual for the helper, the weekday and the scheme."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import stretch, wall
from bpa_desktop.domain.kinds import PRESENT
from bpa_desktop.domain.stints import CANCELLED
from bpa_desktop.errors import N_
from bpa_desktop.services.reading import stints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.services.session import Session

_LOOK_BACK: Final = dt.timedelta(weeks=8)
_LOOK_AHEAD: Final = dt.timedelta(weeks=3)
_MOST: Final = 3
_EVENING_FROM: Final = dt.time(13)
_NIGHT_FROM: Final = dt.time(20)
_MORNING_FROM: Final = dt.time(4)


@dataclass(frozen=True, order=True)
class Times:
    """Two wall-clock times; an end at or before the start is on the next day."""

    start: dt.time
    end: dt.time

    def on(self, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
        """Start and end when the shift begins on ``day``; moved off a time the clock skips."""
        return stretch(day, self.start, self.end)

    @property
    def name(self) -> str:
        """The msgid of the part of the day in which the shift begins."""
        if _MORNING_FROM <= self.start < _EVENING_FROM:
            return N_("Day")
        return N_("Evening") if _EVENING_FROM <= self.start < _NIGHT_FROM else N_("Night")


FIRST_TIMES: Final = Times(dt.time(7), dt.time(15))
"""What the very first shift of a scheme gets, until there is something to go by."""


@dataclass(frozen=True)
class Usual:
    """How often which times come in the weeks around a day, by helper and weekday.

    A key without a helper counts everybody, one without a weekday every day.
    """

    counts: Mapping[tuple[str | None, int | None], Counter[Times]]

    def times(self, helper: str | None, day: dt.date) -> Times:
        """The times a shift on ``day`` would usually have for ``helper``.

        The helper's own most frequent times on that weekday count first, then the helper's on any
        day, then everybody's on that weekday, then everybody's.
        """
        weekday = day.weekday()
        for key in ((helper, weekday), (helper, None), (None, weekday), (None, None)):
            if key in self.counts:
                return self.counts[key].most_common(1)[0][0]
        return FIRST_TIMES

    def patterns(self) -> tuple[Times, ...]:
        """The most frequent times, one for each part of the day, in order."""
        best: dict[str, Times] = {}
        for times, _count in self.counts.get((None, None), Counter()).most_common():
            best.setdefault(times.name, times)
        return tuple(sorted(best.values())[:_MOST]) or (FIRST_TIMES,)


def usual(session: Session, day: dt.date) -> Usual:
    """What is usual around the week of ``day``."""
    monday = day - dt.timedelta(days=day.weekday())
    alike: Counter[tuple[str | None, int, dt.time, dt.time]] = Counter()
    for one in stints(session, monday - _LOOK_BACK, monday + _LOOK_AHEAD):
        if one[3] in _PRESENT and one[4] != CANCELLED:
            start, end = wall(one[5]), wall(one[6])
            alike[one[1], start.weekday(), start.time(), end.time()] += 1
    counts: dict[tuple[str | None, int | None], Counter[Times]] = defaultdict(Counter)
    for (helper, weekday, begin, finish), often in alike.items():
        for key in {(helper, weekday), (helper, None), (None, weekday), (None, None)}:
            counts[key][Times(begin, finish)] += often
    return Usual(dict(counts))


_PRESENT: Final = frozenset(map(str, PRESENT))
"""The stored values of the kinds in which a helper is there for the citizen."""
