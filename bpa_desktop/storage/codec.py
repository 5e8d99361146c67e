"""Turns declared fields into plain JSON values and database cells, and back.

A table of small functions by type; ``cattrs`` does the same job, but its import alone would
cost a quarter of the time in which the window must appear.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, cast

from bpa_desktop.domain.clock import instant, wall
from bpa_desktop.domain.record import Choice, Problem, Value, fields_of
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bpa_desktop.domain.record import Field

V = TypeVar("V", bound=Value)
Plain = dict[str, Any]


class Misfit(Exception):
    """A value does not fit its field; carries the msgid of the reason and its values."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class _Codec(NamedTuple):
    """Both ways for one type: to JSON and from it, to a database cell and from it.

    ``to_cell`` takes the value and its JSON; without one the JSON value is the cell.
    """

    to_plain: Callable[[Any], Any]
    from_plain: Callable[[Any], Any]
    to_cell: Callable[[Any, Any], Any] | None
    from_cell: Callable[[Any], Any]
    column: type


YEARS: Final = (1900, 2199)
"""The first and the last year a date can have; Danish clock time is regular in all of them."""
LARGEST_WHOLE: Final = 2**53 - 1
"""The largest whole number that every program reads from JSON unchanged."""
NUMBER_TEXT: Final = r"-?[0-9]{1,12}(\.[0-9]{1,9})?"
DATE_TEXT: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME_TEXT: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]"
MOMENT_TEXT: Final = rf"{DATE_TEXT}T{TIME_TEXT}(:00)?"

_NOT_A_TEXT: Final = N_("This must be a text.")
_UNWRITABLE: Final = N_("The text holds a sign that cannot be written.")
_NOT_WHOLE: Final = N_("This must be a whole number.")
_NOT_A_NUMBER: Final = N_("This must be a number.")
_TOO_LARGE: Final = N_("The number is too large, or has too many decimals.")
_NOT_A_DATE: Final = N_("This must be a date that exists, written as 2026-03-16.")
_NOT_A_TIME: Final = N_("This must be a time of day, written as 07:00.")
_NOT_A_MOMENT: Final = N_(
    "This must be a date and a time without offset, written as 2026-03-16T07:00."
)
_FAR_AWAY: Final = N_("The year must lie between {first} and {last}.")


def _same(value: Any) -> Any:
    return value


def check_text(value: Any) -> str:
    """``value`` when it is a text that can be written; raises ``Misfit``."""
    if type(value) is not str:
        raise Misfit(_NOT_A_TEXT)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Misfit(_UNWRITABLE) from error
    return value


def _text_of(value: str) -> str:
    return value if type(value) is str else str(value)


def _whole(value: Any) -> int:
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int:
        raise Misfit(_NOT_WHOLE)
    if abs(value) > LARGEST_WHOLE:
        raise Misfit(_TOO_LARGE)
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise Misfit(N_("This must be true or false."))
    return value


@cache
def _shape(text: str) -> re.Pattern[str]:
    """Made when first asked for: only what comes from outside is read by shape."""
    return re.compile(text)


def _decimal(value: Any) -> Decimal:
    if type(value) is float:
        value = _number_text(Decimal(repr(value)))
    elif type(value) is int and abs(value) <= LARGEST_WHOLE:
        value = str(value)
    if type(value) is int:
        raise Misfit(_TOO_LARGE)
    if type(value) is not str:
        raise Misfit(_NOT_A_NUMBER)
    if not _shape(NUMBER_TEXT).fullmatch(value):
        raise Misfit(_TOO_LARGE if re.fullmatch(r"-?[0-9.]+", value) else _NOT_A_NUMBER)
    return Decimal(value)


def _number_text(number: Decimal) -> str:
    """``number`` without an exponent, where that does not make a very long text."""
    short = number.is_finite() and abs(number.adjusted()) < sys.float_info.dig
    return format(number, "f") if short else str(number)


def _parse(shape: str, parse: Callable[[str], Any], reason: str) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        if type(value) is not str or not _shape(shape).fullmatch(value):
            raise Misfit(reason)
        try:
            return parse(value)
        except ValueError as error:
            raise Misfit(reason) from error

    return checked


def _in_reach(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    first, last = YEARS

    def checked(value: Any) -> Any:
        day = parse(value)
        if not first <= day.year <= last:
            raise Misfit(_FAR_AWAY, first=first, last=last)
        return day

    return checked


def _short(time: dt.time | dt.datetime) -> str:
    return time.isoformat(timespec="minutes")


_date = _in_reach(_parse(DATE_TEXT, dt.date.fromisoformat, _NOT_A_DATE))
_time = _parse(TIME_TEXT, dt.time.fromisoformat, _NOT_A_TIME)
_moment = _in_reach(_parse(MOMENT_TEXT, dt.datetime.fromisoformat, _NOT_A_MOMENT))

_CODECS: dict[type, _Codec] = {
    str: _Codec(_text_of, check_text, None, _same, str),
    int: _Codec(_same, _whole, None, _same, int),
    bool: _Codec(_same, _truth, lambda held, _plain: int(held), bool, int),
    Decimal: _Codec(_number_text, _decimal, None, Decimal, str),
    dt.date: _Codec(dt.date.isoformat, _date, None, dt.date.fromisoformat, str),
    dt.time: _Codec(_short, _time, None, dt.time.fromisoformat, str),
    dt.datetime: _Codec(_short, _moment, lambda held, _plain: instant(held), wall, int),
}


def _choice(kind: type[Choice]) -> _Codec:
    members = {member.value: member for member in kind}

    def chosen(value: Any) -> Choice:
        if not isinstance(value, str) or value not in members:
            raise Misfit(N_("This must be one of: {choices}."), choices=", ".join(members))
        return members[value]

    return _Codec(str, chosen, None, members.__getitem__, str)


def _group(kind: type[Value]) -> _Codec:
    def read(value: Any) -> Value:
        if not isinstance(value, dict):
            raise Misfit(N_("This must be a group of fields."))
        return from_plain(kind, value)

    return _Codec(
        to_plain,
        read,
        _as_json,
        lambda cell: read(json.loads(cell)),
        str,
    )


def json_text(plain: Any) -> str:
    """Plain values as JSON text."""
    return _encode()(plain).decode()


@cache
def _encode() -> Callable[[Any], bytes]:
    from orjson import dumps  # noqa: PLC0415 - not needed for reading

    return dumps


def _as_json(_held: Any, plain: Any) -> str:
    return json_text(plain)


@cache
def _codec(kind: type) -> _Codec:
    if kind in _CODECS:
        return _CODECS[kind]
    if issubclass(kind, Choice):
        return _choice(kind)
    if issubclass(kind, Value):
        return _group(kind)
    raise TypeError(kind)


def codec_of(field: Field) -> _Codec:
    """The codec of the field's type; for a list, of one of its items."""
    return _codec(cast("Any", field.kind))


def column_type(field: Field) -> type:
    """The Python type whose SQLite column holds the field; lists are kept as JSON text."""
    return str if field.many else codec_of(field).column


class Unreadable(Exception):
    """Plain values do not make a record; carries every problem found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class Ways(NamedTuple):
    """The names of some fields, how to get all of them at once, and what each value becomes."""

    names: tuple[str, ...]
    get: Callable[[Any], tuple[Any, ...]]
    leads: tuple[Any, ...]


def ways_of(kind: Hashable, lead: Callable[[Field], Any]) -> Ways:
    """The ways of all declared fields of ``kind``; ``lead`` gives that of one."""
    fields = fields_of(cast("type[Value]", kind))
    names = tuple(field.name for field in fields)
    getter: Any = attrgetter(*names)
    get = getter if len(names) > 1 else lambda value: (getter(value),)
    return Ways(names, get, tuple(map(lead, fields)))


def to_plain(value: Value) -> Plain:
    """``value`` as JSON values under its field names; a record without its id."""
    names, get, leads = _plain_ways(cast("Hashable", type(value)))
    return {
        name: None if held is None else lead(held)
        for name, lead, held in zip(names, leads, get(value), strict=True)
    }


@cache
def _plain_ways(kind: Hashable) -> Ways:
    return ways_of(kind, _plain_of)


def _plain_of(field: Field) -> Callable[[Any], Any]:
    encode = codec_of(field).to_plain
    return (lambda held: [encode(one) for one in held] if held else []) if field.many else encode


def from_plain(kind: type[V], plain: Mapping[str, Any], **more: Any) -> V:
    """A ``kind`` from JSON values, strictly; raises ``Unreadable`` with every problem."""
    values: Plain = {}
    known = {field.name: field for field in fields_of(kind)}
    problems = [
        Problem(field=name, reason=N_("There is no such field."))
        for name in plain.keys() - known.keys()
    ]
    for name, field in known.items():
        if name in plain:
            values[name] = _read(field, plain[name], problems)
        elif field.required:
            problems.append(Problem(field=name, reason=N_("This must be filled in.")))
    if problems:
        raise Unreadable(tuple(sorted(problems, key=lambda problem: problem.field)))
    return kind(**values, **more)


def _read(field: Field, value: Any, problems: list[Problem]) -> Any:
    if value is None and field.optional:
        return None
    if field.many:
        return _read_many(field, value, problems)
    return _read_one(field, field.name, value, problems)


def _read_many(field: Field, value: Any, problems: list[Problem]) -> Any:
    if not isinstance(value, list):
        problems.append(Problem(field=field.name, reason=N_("This must be a list.")))
        return ()
    return tuple(
        _read_one(field, f"{field.name}[{index}]", item, problems)
        for index, item in enumerate(value)
    )


def _read_one(field: Field, path: str, value: Any, problems: list[Problem]) -> Any:
    try:
        return codec_of(field).from_plain(value)
    except Misfit as misfit:
        problems.append(Problem(field=path, reason=misfit.reason, values=misfit.values))
    except Unreadable as inner:
        problems.extend(one._replace(field=f"{path}.{one.field}") for one in inner.problems)
    return None


def to_row(value: Value) -> Plain:
    """``value`` as database cells under its field names; a record without its id."""
    plain = to_plain(value)
    return dict(zip(plain, to_cells(value, plain), strict=True))


def to_cells(value: Value, plain: Plain) -> list[Any]:
    """The database cells of ``value`` in the order of its fields; ``plain`` is its `to_plain`."""
    held, cells = vars(value), list(plain.values())
    for at, name, lead in _cell_leads(type(value)):  # type: ignore[arg-type]
        if cells[at] is not None:
            cells[at] = lead(held[name], cells[at])
    return cells


@cache
def _cell_leads(kind: Hashable) -> tuple[tuple[int, str, Callable[[Any, Any], Any]], ...]:
    """The place and the name of each field whose cell is not its plain value, and what makes it."""
    found = enumerate(fields_of(cast("type[Value]", kind)))
    return tuple((at, one.name, lead) for at, one in found if (lead := _cell_of(one)) is not None)


def _cell_of(field: Field) -> Callable[[Any, Any], Any] | None:
    return _list_cell if field.many else codec_of(field).to_cell


def _list_cell(held: Any, plain: Any) -> str:
    return json_text(plain) if held else _EMPTY_LIST


_EMPTY_LIST: Final = "[]"


class Readers(NamedTuple):
    """The id and the fields by name in their order; what makes values of cells that are none."""

    names: tuple[str, ...]
    readers: tuple[tuple[str, Callable[[Any], Any]], ...]


@cache
def cell_readers(kind: Hashable) -> Readers:
    """How a row of the record type ``kind`` is read."""
    fields = fields_of(cast("type[Value]", kind))
    ways = ((field.name, _cell_reader(field)) for field in fields)
    return Readers(
        names=("id", *(field.name for field in fields)),
        readers=tuple((name, read) for name, read in ways if read is not _same),
    )


def _cell_reader(field: Field) -> Callable[[Any], Any]:
    codec = codec_of(field)

    def read_many(cell: Any) -> Any:
        # Most lists are empty, and a month has hundreds of them.
        if cell == _EMPTY_LIST:
            return ()
        return tuple(codec.from_plain(item) for item in json.loads(cell))

    return read_many if field.many else codec.from_cell


def from_cell(field: Field, cell: Any) -> Any:
    """The value of ``field`` that was kept as ``cell``."""
    return None if cell is None else _cell_reader(field)(cell)
