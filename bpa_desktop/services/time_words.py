"""Lengths, moments and windows of time in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, clock, date_words, hours, ngettext, span, weekday_words

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Window

_MINUTES_PER_HOUR: Final = 60
_ONE_DAY: Final = dt.timedelta(days=1)


def window_words(window: Window) -> str:
    """``mandag 16. marts 2026 22–06``; from and to where it takes longer than to the next day."""
    start, end = window
    is_short = end - start <= _ONE_DAY and end.date() - start.date() <= _ONE_DAY
    if is_short and start.time() != end.time():
        return f"{_day(start)} {span(start, end)}"
    return _("{start} to {end}").format(start=moment_words(start), end=moment_words(end))


def spoken_span(start: dt.time | dt.datetime, end: dt.time | dt.datetime) -> str:
    """``07 til 15``, ``07 til tir 07``: how `span` is read aloud."""
    first, last = span(start, end).split("–")
    return _("{start} to {end}").format(start=first, end=last)


def moment_words(moment: dt.datetime) -> str:
    """``mandag 16. marts 2026 07:00``."""
    return f"{_day(moment)} {clock(moment)}"


def _day(moment: dt.datetime) -> str:
    return f"{weekday_words(moment.date())} {date_words(moment.date())}"


def length_words(minutes: int) -> str:
    """``7,5 timer``, or ``45 minutter`` below one hour."""
    if minutes < _MINUTES_PER_HOUR:
        return ngettext("{n} minute", "{n} minutes", minutes)
    count = 1 if minutes == _MINUTES_PER_HOUR else 2
    return ngettext("{hours} hour", "{hours} hours", count).format(hours=hours(minutes))
