"""How a record type is declared: a frozen dataclass whose fields say what they are."""

from __future__ import annotations

import dataclasses
import types
from enum import Enum, StrEnum
from functools import cache
from inspect import get_annotations
from itertools import chain
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    NamedTuple,
    Self,
    TypedDict,
    TypeVar,
    Unpack,
    cast,
    dataclass_transform,
    get_args,
    get_origin,
)

from bpa_desktop.errors import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping


R = TypeVar("R", bound="Record")
V = TypeVar("V", bound="Value")


class Sensitivity(Enum):
    """How carefully a field is treated when something leaves the house."""

    ORDINARY = "ordinary"
    PERSONAL = "personal"
    HEALTH = "health"


class Choice(StrEnum):
    """One of a fixed set of values, each with the words a person reads."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Keep ``label`` (an English msgid) beside the stored ``value``."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class About(NamedTuple):
    """What a field is, in words and in kind.

    ``label`` and ``help`` are msgids. ``refers_to`` names the record type whose id the field
    holds. ``long`` asks for a field of several lines, ``in_hours`` for whole minutes that are
    shown and written as hours. ``inner`` is kept by the program itself: no form shows it.
    ``content`` names a picture or PDF that is kept beside the records; empty where there is none.
    ``keys`` says what the text is a key of: a form tells it in words, and does not change it.
    """

    label: str
    help: str = ""
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    refers_to: str | None = None
    long: bool = False
    in_hours: bool = False
    inner: bool = False
    content: bool = False
    keys: str = ""


class Problem(NamedTuple):
    """What is wrong with one field: a msgid and the values that go into it.

    ``field`` is a path such as ``employments[1].last_day``; empty means the whole record.
    """

    field: str
    reason: str
    values: Mapping[str, object] = NOTHING


class Described(TypedDict, total=False):
    """What may be said of a field beside its label, as in ``About``."""

    help: str
    sensitivity: Sensitivity
    refers_to: str | None
    long: bool
    in_hours: bool
    inner: bool
    content: bool
    keys: str


def about(
    label: str,
    *,
    default: Any = dataclasses.MISSING,
    default_factory: Callable[[], Any] | Any = dataclasses.MISSING,
    **described: Unpack[Described],
) -> Any:
    """Declare a field of a record with its label and what else is known of it."""
    metadata = {"about": About(label, **described)}
    return dataclasses.field(default=default, default_factory=default_factory, metadata=metadata)


class Shape(NamedTuple):
    """What it takes to make a value of one class; ``blank`` has every field in order."""

    blank: Mapping[str, Any]
    required: frozenset[str]
    makers: tuple[tuple[str, Callable[[], Any]], ...]


def _is_required(item: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return item.default is missing and item.default_factory is missing


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(about,))
def record(cls: type[V]) -> type[V]:
    """Declare a `Value` or a `Record`: a dataclass, frozen, with keywords only.

    ``dataclass`` alone would write and compile five functions for each class at every start;
    here all classes share those of `Value`.
    """
    made = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    declared = dataclasses.fields(made)
    made.shape = Shape(
        blank={field.name: field.default for field in declared},
        required=frozenset(field.name for field in declared if _is_required(field)),
        makers=tuple(
            (field.name, field.default_factory)
            for field in declared
            if field.default_factory is not dataclasses.MISSING
        ),
    )
    return made


@record
class Value:
    """A group of fields that lives inside a record, such as one line of a grant."""

    shape: ClassVar[Shape]

    def __init__(self, **given: Any) -> None:
        blank, required, makers = self.shape
        held = self.__dict__
        held.update(blank)
        for name, make in makers:
            if name not in given:
                held[name] = make()
        held.update(given)
        if len(held) > len(blank) or not required <= given.keys():
            wrong = sorted((given.keys() - blank.keys()) | (required - given.keys()))
            raise TypeError(f"{type(self).__name__}: unknown or missing {', '.join(wrong)}")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        # They always stand in the order of the fields.
        return hash(tuple(vars(self).values()))

    def __setattr__(self, name: str, _value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} is as it is")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} is as it is")

    def __repr__(self) -> str:
        # No error text tells what a person wrote.
        return f"{type(self).__name__}(…)"

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with these fields on their own."""
        yield from ()


@record
class Record(Value):
    """Something the program keeps. The empty ``id`` means: not saved yet."""

    type_name: ClassVar[str]
    id: str = ""


class Field(NamedTuple):
    """A declared field, with its Python type taken apart.

    ``kind`` is the plain type (``str``, ``date``, a ``Choice`` …, or the ``Value`` class of a
    list); ``optional`` allows ``None``; ``many`` says that the field is a tuple of ``kind``.
    """

    name: str
    kind: type
    optional: bool
    many: bool
    required: bool
    about: About


@cache
def _fields(record_type: Hashable) -> tuple[Field, ...]:
    hints: dict[str, Any] = {}
    for base in reversed(cast("type[Value]", record_type).__mro__):
        # As `typing.get_type_hints` does, which takes twice as long at every start.
        hints |= get_annotations(base, eval_str=True)
    return tuple(
        _field(item, hints[item.name])
        for item in dataclasses.fields(cast("type[Value]", record_type))
        if "about" in item.metadata
    )


def fields_of(record_type: type[Value]) -> tuple[Field, ...]:
    """The declared fields of ``record_type`` in order, without ``id``."""
    return _fields(cast("Hashable", record_type))


def field_named(record_type: type[Value], name: str) -> Field:
    """The field ``name`` of ``record_type``; raises ``KeyError`` for an unknown name."""
    return {field.name: field for field in fields_of(record_type)}[name]


def _field(item: dataclasses.Field[Any], hint: Any) -> Field:
    optional = get_origin(hint) is types.UnionType
    if optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    many = get_origin(hint) is tuple
    return Field(
        name=item.name,
        kind=get_args(hint)[0] if many else hint,
        optional=optional,
        many=many,
        required=_is_required(item),
        about=item.metadata["about"],
    )


def with_id(record: R, record_id: str) -> R:
    """The same record under another id; much faster than ``dataclasses.replace``."""
    made = object.__new__(type(record))
    vars(made).update(vars(record), id=record_id)
    return made


def all_problems(value: Value) -> Iterator[Problem]:
    """The problems of ``value`` and of every group of fields inside it, in turn."""
    joints = _checked_joints(type(value))  # type: ignore[arg-type]
    return chain(value.problems(), _inner_problems(value, joints)) if joints else value.problems()


def _inner_problems(value: Value, joints: tuple[Field, ...]) -> Iterator[Problem]:
    for path, _field, held in _leaves(value, joints):
        for problem in all_problems(held):
            yield problem._replace(field=f"{path}.{problem.field}")


class Reference(NamedTuple):
    """That the field at ``path`` refers to a record: the name of its type, and its id."""

    path: str
    type_name: str
    id: str


def references(value: Value) -> Iterator[Reference]:
    """Yield everything that ``value``, and every group of fields inside it, refers to."""
    for path, field, held in _leaves(value, _referring_joints(cast("Hashable", type(value)))):
        if isinstance(held, Value):
            for inner in references(held):
                yield inner._replace(path=f"{path}.{inner.path}")
        elif field.about.refers_to is not None:
            yield Reference(path, field.about.refers_to, held)


def targets(value: Value) -> Iterator[tuple[str, str]]:
    """Yield the type name and the id of all that `references` tells, without the paths."""
    for field in _referring_joints(type(value)):  # type: ignore[arg-type]
        held = getattr(value, field.name)
        type_name = field.about.refers_to
        for one in held if field.many else () if held is None else (held,):
            if type_name is None:
                yield from targets(one)
            else:
                yield type_name, one


def _leaves(value: Value, joints: tuple[Field, ...]) -> Iterator[tuple[str, Field, Any]]:
    """Every single value that is there of ``joints``, with its path."""
    for field in joints:
        held = getattr(value, field.name)
        if field.many:
            for index, item in enumerate(held):
                yield f"{field.name}[{index}]", field, item
        elif held is not None:
            yield field.name, field, held


@cache
def _checked_joints(record_type: Hashable) -> tuple[Field, ...]:
    """The fields with groups of fields in which something can be wrong."""
    return tuple(field for field in _fields(record_type) if _is_group(field) and _can_fail(field))


@cache
def _referring_joints(record_type: Hashable) -> tuple[Field, ...]:
    """The fields that refer to a record, or hold groups of fields of which one does."""
    return tuple(
        field
        for field in _fields(record_type)
        if field.about.refers_to is not None
        or (_is_group(field) and _referring_joints(cast("Hashable", field.kind)))
    )


def _is_group(field: Field) -> bool:
    return issubclass(field.kind, Value)


def _can_fail(field: Field) -> bool:
    is_asked = field.kind.problems is not Value.problems  # type: ignore[attr-defined]
    return is_asked or bool(_checked_joints(cast("Hashable", field.kind)))
