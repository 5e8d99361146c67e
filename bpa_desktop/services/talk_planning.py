"""Times for talks (MUS): an hour right before or after a shift, where no rule speaks against it."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.budget_building import MUS
from bpa_desktop.domain.clock import instant, overlap
from bpa_desktop.domain.holidays_dk import special_days
from bpa_desktop.domain.kinds import WEEK, HourKind, Weekday
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.talk import Talk
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import away_spans, shifts_at
from bpa_desktop.services.talks import talks
from bpa_desktop.services.trial import Trial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session

AHEAD: Final = dt.timedelta(weeks=8)
_USUAL: Final = dt.timedelta(hours=1)
"""How long a talk is where the municipality does not grant a number of hours."""
_FIRST_HOUR, _LAST_HOUR = dt.time(9), dt.time(18)
"""A talk is proposed inside these hours of the day."""
_FREE_HOURS: Final = (dt.time(13), dt.time(10), dt.time(15))
"""When a talk is proposed on a day without a shift."""
_WEEKEND: Final = frozenset({Weekday.SATURDAY, Weekday.SUNDAY})
_A_DAY: Final = dt.timedelta(days=1)
_TIMES_EACH: Final = 3
_MOST_TRIED: Final = 40


class Proposal(NamedTuple):
    """A time for a talk with a helper. ``beside`` says that it is right before or after a shift."""

    helper: Helper
    start: dt.datetime
    end: dt.datetime
    beside: bool

    def talk(self) -> Talk:
        """The talk that comes of it."""
        return Talk(helper=self.helper.id, starts_at=self.start, ends_at=self.end)


class Proposed(NamedTuple):
    """The times for one helper, the best first; none where no rule-abiding time was found."""

    helper: Helper
    times: tuple[Proposal, ...]


def talk_length(session: Session) -> dt.timedelta:
    """How long a talk is: what the municipality grants for one, else an hour."""
    profile = profile_of(session, session.today)
    hours = profile.number(MUS) if profile else None
    return _USUAL if hours is None or hours <= 0 else dt.timedelta(hours=float(hours))


def propose(session: Session) -> list[Proposed]:
    """Times for every helper who lacks a talk; no two helpers have the same first time."""
    lacking = [one.helper for one in talks(session) if one.lacks(session.today)]
    if not lacking:
        return []
    first = session.today + _A_DAY
    end = first + AHEAD
    finder = _Finder(session, first, end)
    taken: list[tuple[dt.datetime, dt.datetime]] = []
    found = []
    for helper in lacking:
        times = tuple(islice(finder.times(helper, taken), _TIMES_EACH))
        taken += [(one.start, one.end) for one in times[:1]]
        found.append(Proposed(helper, times))
    return found


class _Finder:
    """The coming weeks as the rules read them."""

    def __init__(self, session: Session, first: dt.date, end: dt.date) -> None:
        self._first, self._end = first, end
        self._length = talk_length(session)
        self._special = special_days(first, end)
        self._away = away_spans(session, first, end)
        self._shifts = sorted(
            (
                one
                for one in shifts_at(session, first, end)
                if one.state is ShiftState.PLANNED and one.helper
            ),
            key=lambda one: one.planned_start,
        )
        self._trial = Trial(session, first - _A_DAY, end + _A_DAY)

    def times(
        self, helper: Helper, taken: Sequence[tuple[dt.datetime, dt.datetime]]
    ) -> Iterator[Proposal]:
        """The times that no rule, wish or other talk speaks against, the nearest first."""
        own = [one for one in self._shifts if one.helper == helper.id]
        held = [*taken, *((shift.planned_start, shift.planned_end) for shift in own)]
        candidates = [*self._beside(helper, own), *self._free(helper, own)]
        free = (one for one in candidates if self._is_free(one, held))
        for one in islice(free, _MOST_TRIED):
            if not self._trial.of([_hours(one)]).new:
                yield one

    def _beside(self, helper: Helper, own: Iterable[Shift]) -> Iterator[Proposal]:
        for shift in own:
            for start in (shift.planned_end, shift.planned_start - self._length):
                end = start + self._length
                if self._is_by_day(start, end):
                    yield Proposal(helper, start, end, beside=True)

    def _free(self, helper: Helper, own: Iterable[Shift]) -> Iterator[Proposal]:
        """Weekdays on which the helper has no shift."""
        at_work = {day for one in own for day in (one.planned_start.date(), one.planned_end.date())}
        day = self._first
        while day < self._end:
            if WEEK[day.weekday()] not in _WEEKEND and day not in at_work:
                for time in _FREE_HOURS:
                    start = dt.datetime.combine(day, time)
                    yield Proposal(helper, start, start + self._length, beside=False)
            day += _A_DAY

    def _is_by_day(self, start: dt.datetime, end: dt.datetime) -> bool:
        return (
            start.date() == end.date()
            and self._first <= start.date() < self._end
            and start.time() >= _FIRST_HOUR
            and end.time() <= _LAST_HOUR
        )

    def _is_free(self, one: Proposal, held: Iterable[tuple[dt.datetime, dt.datetime]]) -> bool:
        """Whether the helper is employed and has nothing else then, on a day like others."""
        day = one.start.date()
        if day in self._special or not one.helper.is_employed(day):
            return False
        if any(one.start < end and start < one.end for start, end in held):
            return False
        span = instant(one.start), instant(one.end)
        return not any(overlap(span, away) for away in self._away.get(one.helper.id, ()))


def _hours(one: Proposal) -> Shift:
    """The hours that the talk would have in the roster."""
    return Shift(
        planned_start=one.start,
        planned_end=one.end,
        helper=one.helper.id,
        kind=HourKind.MUS,
    )
