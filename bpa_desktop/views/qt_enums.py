"""Builds Qt's enumerations, thousands of members before the first picture, in little time.

PySide makes the enumerations of a Qt class with ``enum.Enum(name, members)`` when the class is
first used. Python then works out anew what is the same for all of them, and goes through a dozen
steps for each member: a tenth of a whole start. What is built here is the same, for less.
"""

from __future__ import annotations

import enum
import sys
from functools import cache
from typing import Any, Final

_make: Final[Any] = enum.EnumType._create_  # type: ignore[attr-defined]
_PARTS: Final = frozenset({"_value_", "_name_", "__objclass__", "_sort_order_"})
"""All that Python keeps in a member, in the versions in which this was tried."""
_TRIED_UP_TO: Final = (3, 13)
_KINDS: Final = frozenset({enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag})
_ONLY: Final = "only"
"""The name of the one member of a pattern."""
_OF_ONE_CLASS: Final = frozenset({_ONLY, "__dict__", "__weakref__"})
_COLLECTED: Final = frozenset({dict, list, set})
"""What gathers the members; a new class begins with empty ones."""


def build_fast() -> None:
    """From now on; enumerations of anybody else are made as ever."""
    if sys.version_info[:2] <= _TRIED_UP_TO:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(kind: type[enum.Enum], class_name: str, names: Any, **how: Any) -> Any:
    """What ``kind(class_name, names)`` returns."""
    if _is_plain(kind, names, how.get("boundary")) and (pattern := _pattern(kind)):
        space = {one: _fresh(part) for one, part in pattern.items()}
        made = type.__new__(type(kind), class_name, (kind,), space)
        _fill(made, names)
        if issubclass(kind, enum.Flag):
            _settle_flags(made)
        return made
    # Python takes the module of whoever called, one step nearer than it is here.
    caller = sys._getframe(1).f_back  # noqa: SLF001 - as `enum` does
    if how.get("module") is None and caller is not None:
        how = {**how, "module": caller.f_globals.get("__name__")}
    return _make(kind, class_name, names, **how)


def _is_plain(kind: type[enum.Enum], members: Any, boundary: object) -> bool:
    """Whether PySide asks, and for nothing but names and whole numbers."""
    if boundary is not enum.KEEP or kind not in _KINDS:
        return False
    if not isinstance(members, list):
        return False
    names = {
        one[0]
        for one in members
        if type(one) is tuple and type(one[1]) is int and one[0][:1] != "_"
    }
    return len(names) == len(members) and names.isdisjoint(_taken(kind))


@cache
def _taken(kind: type[enum.Enum]) -> frozenset[str]:
    """Names that mean something else already."""
    return frozenset(name for base in (*kind.__mro__, type) for name in vars(base))


@cache
def _pattern(kind: type[enum.Enum]) -> dict[str, Any]:
    """What Python puts into each enumeration of that kind; nothing where that is not known."""
    made: Any = _make(kind, "Pattern", [(_ONLY, 0)], module="enum", boundary=enum.KEEP)
    if vars(made[_ONLY]).keys() != _PARTS:
        return {}
    return {name: part for name, part in vars(made).items() if name not in _OF_ONE_CLASS}


def _fresh(part: Any) -> Any:
    return type(part)() if type(part) in _COLLECTED else part


def _fill(made: Any, members: list[tuple[str, int]]) -> None:
    by_name, by_value = made._member_map_, made._value2member_map_
    in_order, new, with_value = made._member_names_, made._new_member_, made._use_args_
    is_flag = issubclass(made, enum.Flag)
    for name, value in members:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if with_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(in_order)
            if not is_flag or _is_one_bit(value):
                in_order.append(name)
            by_value[value] = member
        by_name[name] = member
        type.__setattr__(made, name, member)
    if hasattr(made, "_hashable_values_"):
        made._hashable_values_.extend(by_value)


def _is_one_bit(value: int) -> bool:
    return value > 0 and value.bit_count() == 1


def _settle_flags(made: Any) -> None:
    """Note which bits there are; those of several bits are known, but not counted."""
    for value in made._value2member_map_:
        made._flag_mask_ |= value
        if _is_one_bit(value):
            made._singles_mask_ |= value
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    values = [one._value_ for one in made]
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
