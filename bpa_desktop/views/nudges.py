"""Buttons beside a field of dates or times that move its value without writing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DAY: Final = dt.timedelta(days=1)
STEP: Final = dt.timedelta(minutes=30)
"""How far *earlier* and *later* move a time."""


def _time(value: dt.time, step: dt.timedelta) -> dt.time:
    moved = dt.datetime.combine(dt.date.min + _DAY, value) + step
    return moved.time()


_DATES: Final[Mapping[str, Callable[[dt.date, dt.date], dt.date]]] = {
    "yesterday": lambda _shown, today: today - _DAY,
    "today": lambda _shown, today: today,
    "tomorrow": lambda _shown, today: today + _DAY,
    "next_week": lambda shown, _today: shown + 7 * _DAY,
    "earlier": lambda shown, _today: shown - _DAY,
    "later": lambda shown, _today: shown + _DAY,
}
_STEPS: Final[Mapping[str, dt.timedelta]] = {"earlier": -STEP, "later": STEP}


def nudges_of(kind: type) -> tuple[str, ...]:
    """The nudges that a field of ``kind`` may have; a button is called ``<field>__<nudge>``."""
    if kind is dt.date:
        return tuple(_DATES)
    return tuple(_STEPS) if kind in {dt.time, dt.datetime} else ()


def nudged(
    kind: type, how: str, value: dt.date | dt.time | None, now: dt.datetime
) -> dt.date | dt.time:
    """What a field of ``kind`` shows after the nudge ``how``; an empty one starts from ``now``."""
    if kind is dt.date:
        shown = value if isinstance(value, dt.date) else now.date()
        return _DATES[how](shown, now.date())
    if kind is dt.time:
        return _time(value if isinstance(value, dt.time) else now.time(), _STEPS[how])
    return (value if isinstance(value, dt.datetime) else now) + _STEPS[how]
