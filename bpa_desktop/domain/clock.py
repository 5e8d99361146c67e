"""Danish wall-clock time and the real time behind it.

A record holds the time a wall clock in Denmark shows, without offset. Whatever measures or
compares uses instants: whole minutes since 1 January 1970 UTC. So the night of the March
change is an hour shorter and that of the October change an hour longer.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import clock, date_words

ZONE: Final = ZoneInfo("Europe/Copenhagen")
MINUTES_PER_HOUR: Final = 60
MINUTES_PER_DAY: Final = 24 * MINUTES_PER_HOUR
_SECONDS_PER_MINUTE: Final = 60
_MIDNIGHT: Final = dt.time()
_ONE_HOUR: Final = dt.timedelta(hours=1)
_ONE_DAY: Final = dt.timedelta(days=1)
_LAST_DAY: Final = dt.date.max.toordinal()
_SURELY_SAME_DAY: Final = 22 * MINUTES_PER_HOUR
_EPOCH_DAY: Final = dt.date(1970, 1, 1).toordinal()

Span = tuple[int, int]
"""A half-open stretch of real time: the first instant, and the first one after it."""


class NoSuchTime(BpaError):
    """The clock jumps over this time when summer time begins."""

    sentence = N_(
        "{time} does not exist: the clock goes forward that night. Choose a time before or after."
    )


class TimeTwice(BpaError):
    """The clock shows this time twice when summer time ends."""

    sentence = N_(
        "{time} comes twice: the clock goes back that night. Choose a time before or after."
    )


class WallTime(Enum):
    """How often a wall clock shows a time."""

    NEVER = 0
    ONCE = 1
    TWICE = 2


def instant(wall: dt.datetime) -> int:
    """The instant at which the wall clock shows ``wall``; the first of two, unless ``fold`` is 1.

    A time the clock jumps over counts as so much later as the jump is long.
    """
    start = _regular_start(wall.toordinal())
    if start is not None:
        return start + wall.hour * MINUTES_PER_HOUR + wall.minute
    return _instant(wall)


def plain_instant(wall: dt.datetime) -> int | None:
    """The same on a day of 24 hours, on which a clock shows every time once; else ``None``."""
    start = _regular_start(wall.toordinal())
    return None if start is None else start + wall.hour * MINUTES_PER_HOUR + wall.minute


def _instant(wall: dt.datetime) -> int:
    return int(wall.replace(tzinfo=ZONE).timestamp()) // _SECONDS_PER_MINUTE


@lru_cache(maxsize=8192)
def _regular_start(ordinal: int) -> int | None:
    """The instant at which a day of 24 hours begins; ``None`` where the clock changes on it."""
    if ordinal >= _LAST_DAY:
        return None
    start, end = (
        _instant(dt.datetime.combine(dt.date.fromordinal(day), _MIDNIGHT))
        for day in (ordinal, ordinal + 1)
    )
    return start if end - start == MINUTES_PER_DAY else None


@lru_cache(maxsize=8192)
def wall(moment: int) -> dt.datetime:
    """What the wall clock shows at the instant ``moment``, without offset."""
    seconds = moment * _SECONDS_PER_MINUTE
    return dt.datetime.fromtimestamp(seconds, ZONE).replace(tzinfo=None)


def shown(wall_time: dt.datetime) -> WallTime:
    """How often the wall clock shows ``wall_time``."""
    if _regular_start(wall_time.toordinal()) is not None:
        return WallTime.ONCE
    first, second = (wall_time.replace(fold=fold) for fold in (0, 1))
    if instant(first) == instant(second):
        return WallTime.ONCE
    return WallTime.TWICE if wall(instant(first)) == first else WallTime.NEVER


def checked(wall_time: dt.datetime) -> dt.datetime:
    """``wall_time`` when the clock shows it once; raises ``NoSuchTime`` or ``TimeTwice``."""
    kind = shown(wall_time)
    if kind is WallTime.NEVER:
        raise NoSuchTime(time=_words(wall_time))
    if kind is WallTime.TWICE:
        raise TimeTwice(time=_words(wall_time))
    return wall_time


def _words(wall_time: dt.datetime) -> str:
    return f"{date_words(wall_time.date())} {clock(wall_time)}"


@lru_cache(maxsize=8192)
def day_start(day: dt.date) -> int:
    """The instant at which ``day`` begins."""
    return instant(dt.datetime.combine(day, _MIDNIGHT))


def day_of(moment: int) -> dt.date:
    """The Danish calendar day in which the instant ``moment`` lies."""
    day, minute = divmod(moment, MINUTES_PER_DAY)
    ordinal = _EPOCH_DAY + day
    # Danish clocks are ahead of UTC, by two hours at the most.
    if minute < _SURELY_SAME_DAY:
        return dt.date.fromordinal(ordinal)
    is_next = moment >= day_start(dt.date.fromordinal(ordinal + 1))
    return dt.date.fromordinal(ordinal + is_next)


def monday(day: dt.date) -> dt.date:
    """The Monday of the week in which ``day`` lies."""
    return day - dt.timedelta(days=day.weekday())


def day_span(day: dt.date) -> Span:
    """The whole of ``day``: 23, 24 or 25 hours."""
    return day_start(day), day_start(day + dt.timedelta(days=1))


def edge(day: dt.date, time: dt.time) -> int:
    """Where ``time`` cuts ``day``: the instant of the jump when the clock jumps over it.

    The Danish clock jumps at a whole hour. Of a time that comes twice, it is the first.
    """
    start, after = day_span(day)
    if after - start == MINUTES_PER_DAY:
        return start + time.hour * MINUTES_PER_HOUR + time.minute
    moment = at(day, time)
    past_the_hour = time.minute if shown(moment) is WallTime.NEVER else 0
    return instant(moment) - past_the_hour


def days_span(first: dt.date, end: dt.date) -> Span:
    """From the beginning of ``first`` to the beginning of ``end`` (half-open)."""
    return day_start(first), day_start(end)


def minutes_between(start: dt.datetime, end: dt.datetime) -> int:
    """Real minutes from one wall-clock time to another; negative when ``end`` comes first."""
    return instant(end) - instant(start)


def overlap(one: Span, other: Span) -> Span | None:
    """The stretch that two spans share, or ``None`` when they only touch or lie apart."""
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def at(day: dt.date, time: dt.time) -> dt.datetime:
    """The wall-clock time ``time`` on ``day``."""
    return dt.datetime.combine(day, time)


def once(wall_time: dt.datetime, step: dt.timedelta = _ONE_HOUR) -> dt.datetime:
    """``wall_time``, or the first time whole steps from it that the clock shows exactly once."""
    while shown(wall_time) is not WallTime.ONCE:
        wall_time += step
    return wall_time


def stretch(day: dt.date, start: dt.time, end: dt.time) -> tuple[dt.datetime, dt.datetime]:
    """A shift that begins on ``day`` between two wall-clock times.

    An end that is not after the start is on the next day, so the same time twice is a whole day.
    Both are moved off a time the clock skips or shows twice, and the end stays after the start.
    """
    begin = dt.datetime.combine(day, start)
    finish = dt.datetime.combine(day if end > start else day + _ONE_DAY, end)
    if shown(begin) is WallTime.ONCE is shown(finish):
        return begin, finish
    begin, finish = once(begin), once(finish)
    while finish <= begin:
        finish = once(finish + _ONE_HOUR)
    return begin, finish


def next_at(after: dt.datetime, time: dt.time) -> dt.datetime:
    """The first time after ``after`` at which a wall clock shows ``time``."""
    same_day = dt.datetime.combine(after.date(), time)
    return same_day if same_day > after else same_day + dt.timedelta(days=1)
