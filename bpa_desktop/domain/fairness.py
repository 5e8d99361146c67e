"""How the burdens of a roster are shared: nights, weekends, public holidays, and hours agreed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import MINUTES_PER_HOUR, at, day_of, day_span, instant, overlap
from bpa_desktop.domain.holidays_dk import is_public_holiday
from bpa_desktop.domain.stints import CANCELLED, actual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.people import Employment, Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

NIGHT: Final = "roster-night"
WEEKEND: Final = "roster-weekend"
HOLIDAY: Final = "roster-public-holiday"
_DAYS_IN_WEEK: Final = 7
_SATURDAY: Final = 5
_ONE_DAY: Final = dt.timedelta(days=1)


class Load(NamedTuple):
    """What one helper has in a stretch of days.

    ``nights``, ``weekends`` and ``holidays`` count shifts that begin in the days; ``minutes`` are
    what of any shift lies in them. ``agreed``, ``least`` and ``most`` are minutes for the days on
    which the helper is employed and not away all day; None where nothing is agreed.
    """

    helper: str
    nights: int
    weekends: int
    holidays: int
    minutes: int
    agreed: int | None
    least: int | None
    most: int | None

    @property
    def difference(self) -> int | None:
        """Minutes beyond what is agreed, negative when below; within fewest and most it is 0.

        Without agreed hours the fewest and the most count alone.
        """
        if self.agreed is not None:
            return self.minutes - self.agreed
        if self.least is not None and self.minutes < self.least:
            return self.minutes - self.least
        if self.most is not None and self.minutes > self.most:
            return self.minutes - self.most
        return None if self.least is None and self.most is None else 0

    @property
    def in_whole_hours(self) -> Load:
        """The same with every length as minutes of whole hours, the half hour away from zero."""
        return self._replace(
            minutes=_whole(self.minutes),
            agreed=None if self.agreed is None else _whole(self.agreed),
            least=None if self.least is None else _whole(self.least),
            most=None if self.most is None else _whole(self.most),
        )


def _whole(minutes: int) -> int:
    return _rounded(minutes, MINUTES_PER_HOUR) * MINUTES_PER_HOUR


def loads(
    helpers: Iterable[Helper],
    stints: Iterable[Stint],
    absences: Iterable[Absence],
    days: tuple[dt.date, dt.date],
    book: RuleBook,
) -> list[Load]:
    """The load of each helper from the first of ``days`` to before the second.

    Helpers who are neither employed in the days nor have a shift in them are left out. Cancelled
    shifts count nowhere; a worked one counts as it was worked. The rows `NIGHT`, `WEEKEND` and
    `HOLIDAY` say what counts; raises ``RuleUnknown`` where one is not known for the first day.
    """
    own: dict[str, list[Span]] = defaultdict(list)
    for one in stints:
        if one[1] is not None and one[4] != CANCELLED:
            own[one[1]].append(actual(one))
    away: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        away[absence.helper].append(absence)
    count = _Count(book, days)
    found = (count.of(helper, own[helper.id], away[helper.id]) for helper in helpers)
    return [load for load in found if load is not None]


class _Count:
    """The rows of the rules for one stretch of days."""

    def __init__(self, book: RuleBook, days: tuple[dt.date, dt.date]) -> None:
        first = days[0]
        self._days = days
        self._window = day_span(first)[0], day_span(days[1])[0]
        self._night = (
            book.whole(NIGHT, "from_minute", first),
            book.whole(NIGHT, "to_minute", first),
        )
        self._least_night = book.whole(NIGHT, "least_minutes", first)
        self._least_weekend = book.whole(WEEKEND, "least_minutes", first)
        self._least_holiday = book.whole(HOLIDAY, "least_minutes", first)

    def of(self, helper: Helper, spans: Sequence[Span], away: Sequence[Absence]) -> Load | None:
        """The load of ``helper``; None when there is nothing to tell."""
        employed = [day for day in _dates(self._days) if helper.is_employed(day)]
        minutes = sum(_shared(span, self._window) for span in spans)
        if not employed and not minutes:
            return None
        begun = [span for span in spans if self._window[0] <= span[0] < self._window[1]]
        free = [day for day in employed if not _is_away(day, away)]
        return Load(
            helper=helper.id,
            nights=sum(self._nights(span) for span in begun),
            weekends=sum(_lies_on(span, _is_weekend, self._least_weekend) for span in begun),
            holidays=sum(_lies_on(span, is_public_holiday, self._least_holiday) for span in begun),
            minutes=minutes,
            agreed=_per_week(helper, free, lambda one: one.agreed_minutes_per_week),
            least=_per_week(helper, free, lambda one: one.least_minutes_per_week),
            most=_per_week(helper, free, lambda one: one.most_minutes_per_week),
        )

    def _nights(self, span: Span) -> int:
        """How many nights the shift takes: one, or more when it is longer than a day."""
        days = _dates((day_of(span[0]) - _ONE_DAY, day_of(span[1] - 1) + _ONE_DAY))
        nights = (_night(day, *self._night) for day in days)
        return sum(_shared(span, night) >= self._least_night for night in nights)


@lru_cache(maxsize=8192)
def _night(day: dt.date, begins: int, ends: int) -> Span:
    """The night that begins on ``day``, in instants."""
    return _moment(day, begins), _moment(day + _ONE_DAY, ends)


def _moment(day: dt.date, minute: int) -> int:
    return instant(at(day, dt.time(*divmod(minute, MINUTES_PER_HOUR))))


def _dates(days: tuple[dt.date, dt.date]) -> Iterator[dt.date]:
    day, end = days
    while day < end:
        yield day
        day += _ONE_DAY


def _shared(span: Span, other: Span) -> int:
    part = overlap(span, other)
    return 0 if part is None else part[1] - part[0]


def _is_weekend(day: dt.date) -> bool:
    return day.weekday() >= _SATURDAY


def _lies_on(span: Span, counts: Callable[[dt.date], bool], least: int) -> bool:
    """Whether at least ``least`` minutes of ``span`` lie on days that count."""
    days = _dates((day_of(span[0]), day_of(span[1] - 1) + _ONE_DAY))
    return sum(_shared(span, day_span(day)) for day in days if counts(day)) >= least


def _is_away(day: dt.date, away: Iterable[Absence]) -> bool:
    """Whether one absence takes the whole of ``day``."""
    start, end = day_span(day)
    return any(one[0] <= start and end <= one[1] for one in (each.plan_span() for each in away))


def _per_week(
    helper: Helper, days: Iterable[dt.date], agreed: Callable[[Employment], int | None]
) -> int | None:
    """What is agreed for a week, as much of it as ``days`` are of one; None without agreement."""
    total, is_agreed = 0, False
    for day in days:
        period = next((one for one in helper.employments if one.covers(day)), None)
        minutes = agreed(period) if period is not None else None
        if minutes is not None:
            total, is_agreed = total + minutes, True
    return _rounded(total, _DAYS_IN_WEEK) if is_agreed else None


def _rounded(total: int, parts: int) -> int:
    """A whole number, the half away from zero."""
    return (2 * total + parts) // (2 * parts)
