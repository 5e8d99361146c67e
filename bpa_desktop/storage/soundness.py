"""Writes most records as plain values at one go, seeing that they can be kept as they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn, cast

from bpa_desktop.domain.record import Choice, Value, fields_of
from bpa_desktop.storage.codec import LARGEST_WHOLE, YEARS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bpa_desktop.domain.record import Field
    from bpa_desktop.storage.codec import Plain

    _Writer = Callable[[Any], Any]

_FIRST_YEAR, _LAST_YEAR = YEARS
_NOTHING: Final = object()
"""Held by no field."""


class _Doubtful(Exception):
    """A value has to be looked at closely."""


def sound_plain(value: Value) -> Plain | None:
    """`to_plain` of ``value`` when it certainly comes back from there as it is, without trying.

    None says nothing: `from_plain` then tells, and tells what is wrong.
    """
    try:
        return _written(value)
    except (_Doubtful, UnicodeEncodeError):
        return None


def is_sound(value: Value) -> bool:
    """Whether ``value`` certainly comes back from `to_plain` as it is."""
    return sound_plain(value) is not None


def _written(value: Value) -> Plain:
    blank, fields = _plain_ways(type(value))  # type: ignore[arg-type]
    held, plain = vars(value), dict(blank)
    for name, left, write in fields:
        one = held[name]
        if one is not left:
            plain[name] = write(one)
    return plain


class _Ways(NamedTuple):
    """How values of one class are written.

    ``blank`` is what is written where a field holds what it begins with. ``fields`` have their
    name, that beginning, or `_NOTHING` where it must be written each time, and what writes them.
    """

    blank: Plain
    fields: tuple[tuple[str, object, _Writer], ...]


@cache
def _plain_ways(kind: Hashable) -> _Ways:
    declared = cast("type[Value]", kind)
    blank: Plain = {}
    fields: list[tuple[str, object, _Writer]] = []
    for field in fields_of(declared):
        name, write, left = field.name, _write_or_none(field), declared.shape.blank[field.name]
        blank[name] = None if left is MISSING or field.many else _sound_or_none(write, left)
        is_known = blank[name] is not None or (left is None and field.optional)
        fields.append((name, left if is_known else _NOTHING, write))
    return _Ways(blank, tuple(fields))


def _sound_or_none(write: _Writer, held: object) -> Any:
    try:
        return write(held)
    except (_Doubtful, UnicodeEncodeError):
        return None


def _write_or_none(field: Field) -> _Writer:
    write = _writer(field)
    return (lambda held: None if held is None else write(held)) if field.optional else write


def _writer(field: Field) -> _Writer:
    kind: Any = field.kind
    if issubclass(kind, Value):
        write: _Writer = _written
    elif issubclass(kind, Choice):
        write = _member(kind)
    else:
        write = _WRITERS.get(kind, _doubt)
    return _many(write) if field.many else write


def _many(write: _Writer) -> _Writer:
    def written(held: Any) -> list[Any]:
        if type(held) is not tuple:
            raise _Doubtful
        return [write(one) for one in held] if held else []

    return written


def _member(kind: type[Choice]) -> _Writer:
    return lambda held: str(held) if type(held) is kind else _doubt(held)


def _doubt(_held: Any) -> NoReturn:
    raise _Doubtful


def _text(held: Any) -> str:
    if type(held) is str and (held.isascii() or held.encode()):
        return held
    raise _Doubtful


def _whole(held: Any) -> int:
    if type(held) is int and abs(held) <= LARGEST_WHOLE:
        return held
    raise _Doubtful


def _truth(held: Any) -> bool:
    if type(held) is bool:
        return held
    raise _Doubtful


def _day(held: Any) -> str:
    if type(held) is dt.date and _FIRST_YEAR <= held.year <= _LAST_YEAR:
        return held.isoformat()
    raise _Doubtful


def _time(held: Any) -> str:
    if type(held) is dt.time and _is_whole_minute(held):
        return held.isoformat(timespec="minutes")
    raise _Doubtful


def _moment(held: Any) -> str:
    # Two times that differ in their fold alone are equal, also for what is remembered.
    if type(held) is dt.datetime and not held.fold and (text := _minutes(held)):
        return text
    raise _Doubtful


@lru_cache(maxsize=4096)
def _minutes(held: dt.datetime) -> str:
    """A whole minute without zone as text, else nothing; it comes as planned and as rolled out."""
    is_fine = _is_whole_minute(held) and _FIRST_YEAR <= held.year <= _LAST_YEAR
    return held.isoformat(timespec="minutes") if is_fine else ""


def _is_whole_minute(held: dt.time | dt.datetime) -> bool:
    return not (held.second or held.microsecond or held.fold) and held.tzinfo is None


_WRITERS: Final[Mapping[type, _Writer]] = {
    str: _text,
    int: _whole,
    bool: _truth,
    dt.date: _day,
    dt.time: _time,
    dt.datetime: _moment,
}
