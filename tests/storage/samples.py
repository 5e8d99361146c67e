"""Records built from their declaration alone, for tests that run over every record type."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from hypothesis import strategies as st

from bpa_desktop.domain.record import Choice, Record, Value, about, all_problems, fields_of, record
from bpa_desktop.storage import keys

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

    from bpa_desktop.domain.record import Field

V = TypeVar("V", bound=Value)
R = TypeVar("R", bound=Record)

RECOVERY = "TEST-KEYT-ESTK-EYTE-STKE-YTES-T2C4"
"""A published key: everything in a file made with it is made up."""
NOBODYS_CPR = "0101010000"
_START = dt.datetime(2026, 1, 5, 7)  # noqa: DTZ001 - wall-clock time
_STEP = dt.timedelta(days=1, hours=1)


def key() -> keys.Key:
    return keys.parse(RECOVERY)


def beside(path: Path) -> set[str]:
    """The names of everything in the folder of ``path`` but itself."""
    return {one.name for one in path.parent.iterdir()} - {path.name}


class Colour(Choice):
    """Two values to choose from."""

    RED = "red", "Red"
    BLUE = "blue", "Blue"


@record
class Inner(Value):
    """A group of fields with one that is needed, and one that refers to a record."""

    day: dt.date = about("Day")
    amount: Decimal | None = about("Amount", default=None)
    odd: str | None = about("Odd", refers_to="odd", default=None)


@record
class Odd(Record):
    """A record with every kind of field that can be declared."""

    type_name: ClassVar[str] = "odd"

    text: str = about("Text")
    whole: int = about("Whole", default=0)
    truth: bool = about("Truth", default=False)
    number: Decimal = about("Number", default=Decimal(0))
    day: dt.date | None = about("Day", default=None)
    time: dt.time | None = about("Time", default=None)
    moment: dt.datetime | None = about("Moment", default=None)
    colour: Colour = about("Colour", default=Colour.RED)
    group: Inner | None = about("Group", default=None)
    groups: tuple[Inner, ...] = about("Groups", default=())
    texts: tuple[str, ...] = about("Texts", default=())
    colours: tuple[Colour, ...] = about("Colours", default=())
    friends: tuple[str, ...] = about("Friends", refers_to="odd", default=())
    parent: str | None = about("Parent", refers_to="odd", default=None)


class _Ticking:
    """Moments that each lie a day and an hour after the one before."""

    def __init__(self, start: dt.datetime) -> None:
        self._now = start

    def next(self) -> dt.datetime:
        self._now += _STEP
        return self._now


def sample(kind: type[V], ids: Mapping[str, str], number: int = 1, **fields: Any) -> V:
    """A whole ``kind`` with every field filled; ``ids`` are records to refer to, by type."""
    return _sample(
        kind, ids, number, _Ticking(_START + number % 400 * dt.timedelta(days=20)), **fields
    )


def _sample(
    kind: type[V], ids: Mapping[str, str], number: int, ticking: _Ticking, **fields: Any
) -> V:
    values: dict[str, Any] = {
        field.name: tuple(_one(field, ids, number + more, ticking) for more in range(_count(field)))
        if field.many
        else _one(field, ids, number, ticking)
        for field in fields_of(kind)
    }
    return kind(**values | fields)


def _count(field: Field) -> int:
    """How many a list holds; rests would have to lie inside their shift."""
    return 0 if field.name == "rests" else 2


def _one(field: Field, ids: Mapping[str, str], number: int, ticking: _Ticking) -> Any:
    if field.about.refers_to is not None:
        return ids[field.about.refers_to]
    if issubclass(field.kind, Value):
        return _sample(field.kind, ids, number, ticking)
    if issubclass(field.kind, Choice):
        return tuple(field.kind)[number % len(field.kind)]
    if field.kind in {dt.date, dt.time, dt.datetime}:
        return _moment(field.kind, ticking)
    text = NOBODYS_CPR if field.name.endswith("cpr") else f"{field.name} {number} æøå"
    return {str: text, int: number, Decimal: Decimal(number), bool: True}[field.kind]


def _moment(kind: type, ticking: _Ticking) -> Any:
    moment = ticking.next()
    return {dt.date: moment.date(), dt.time: moment.time(), dt.datetime: moment}[kind]


def records(kind: type[R], ids: Mapping[str, str]) -> SearchStrategy[R]:
    """Any ``kind`` that has no problems."""
    return _values(kind, ids).filter(lambda record: not list(all_problems(record)))


@st.composite
def _values(draw: st.DrawFn, kind: type[V], ids: Mapping[str, str]) -> V:
    days = st.datetimes(dt.datetime(1930, 1, 1), dt.datetime(2090, 1, 1))  # noqa: DTZ001
    start = draw(days).replace(minute=0, second=0, microsecond=0)
    return _drawn(draw, kind, ids, _Ticking(start))


def _drawn(draw: st.DrawFn, kind: type[V], ids: Mapping[str, str], ticking: _Ticking) -> V:
    return kind(
        **{
            field.name: _drawn_field(draw, field, ids, ticking)
            for field in fields_of(kind)
            if field.required or draw(st.booleans())
        }
    )


def _drawn_field(draw: st.DrawFn, field: Field, ids: Mapping[str, str], ticking: _Ticking) -> Any:
    if field.many:
        count = draw(st.integers(0, 3)) if _count(field) else 0
        return tuple(_drawn_one(draw, field, ids, ticking) for _ in range(count))
    return _drawn_one(draw, field, ids, ticking)


def _drawn_one(draw: st.DrawFn, field: Field, ids: Mapping[str, str], ticking: _Ticking) -> Any:
    kind = field.kind
    if field.about.refers_to is not None:
        return ids[field.about.refers_to]
    if issubclass(kind, Value):
        return _drawn(draw, kind, ids, ticking)
    if kind in {dt.date, dt.time, dt.datetime}:
        return _one(field, ids, 0, ticking)
    return draw(_plain(field))


def _plain(field: Field) -> SearchStrategy[Any]:
    if issubclass(field.kind, Choice):
        return st.sampled_from(tuple(field.kind))
    if field.kind is str and field.name.endswith("cpr"):
        return st.sampled_from(["", NOBODYS_CPR])
    simple: dict[type, SearchStrategy[Any]] = {
        str: st.text(min_size=1, max_size=20),
        int: st.integers(1, 10_000),
        bool: st.booleans(),
        Decimal: st.decimals(0, 9999, places=2),
    }
    return simple[field.kind]
