"""Tells at a glance of most records that they can be kept as they are."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from bpa_desktop.domain.record import Choice, Value
from bpa_desktop.storage.codec import LARGEST_WHOLE, YEARS, ways_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bpa_desktop.domain.record import Field
    from bpa_desktop.storage.codec import Ways


_FIRST_YEAR, _LAST_YEAR = YEARS


def is_sound(value: Value) -> bool:
    """Whether ``value`` certainly comes back from `to_plain` as it is, without trying.

    False says nothing: `from_plain` then tells, and tells what is wrong.
    """
    _names, get, fits = _fittings(cast("Hashable", type(value)))
    for fit, held in zip(fits, get(value), strict=True):  # noqa: SIM110 - a third faster
        if not fit(held):
            return False
    return True


@cache
def _fittings(kind: Hashable) -> Ways:
    return ways_of(kind, _fit_or_none)


def _fit_or_none(field: Field) -> Callable[[Any], bool]:
    fits = _fit_of(field)
    return (lambda held: held is None or fits(held)) if field.optional else fits


def _fit_of(field: Field) -> Callable[[Any], bool]:
    kind: Any = field.kind
    if issubclass(kind, Value):
        fits: Callable[[Any], bool] = is_sound
    elif issubclass(kind, Choice):
        fits = _is_member(kind)
    else:
        fits = _FITS.get(kind, _is_unknown)
    return (lambda held: type(held) is tuple and all(map(fits, held))) if field.many else fits


def _is_member(kind: type[Choice]) -> Callable[[Any], bool]:
    return lambda held: type(held) is kind


def _is_unknown(_held: Any) -> bool:
    return False


def _is_plain_text(held: Any) -> bool:
    try:
        return type(held) is str and (held.isascii() or bool(held.encode()))
    except UnicodeEncodeError:
        return False


def _is_small(held: Any) -> bool:
    return type(held) is int and abs(held) <= LARGEST_WHOLE


def _is_day(held: Any) -> bool:
    return type(held) is dt.date and YEARS[0] <= held.year <= YEARS[1]


def _is_time(held: Any) -> bool:
    return type(held) is dt.time and _is_whole_minute(held)


def _is_moment(held: Any) -> bool:
    return (
        type(held) is dt.datetime
        and _FIRST_YEAR <= held.year <= _LAST_YEAR
        and held.tzinfo is None
        and not (held.second or held.microsecond or held.fold)
    )


def _is_whole_minute(held: dt.time | dt.datetime) -> bool:
    return not (held.second or held.microsecond or held.fold) and held.tzinfo is None


_FITS: Final[Mapping[type, Callable[[Any], bool]]] = {
    str: _is_plain_text,
    int: _is_small,
    bool: lambda held: type(held) is bool,
    dt.date: _is_day,
    dt.time: _is_time,
    dt.datetime: _is_moment,
}
