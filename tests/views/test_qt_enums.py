"""Qt's enumerations are what Python would have made of them."""

from __future__ import annotations

import enum
import pickle
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from bpa_desktop.views import qt_enums

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
MEMBERS = [("Zero", 0), ("One", 1), ("AlsoOne", 1), ("Minus", -1), ("Large", 2**31)]
FLAGS = [("None_", 0), ("Two", 2), ("One", 1), ("Both", 3), ("AlsoTwo", 2), ("Far", 64)]
MASKS = ("_flag_mask_", "_singles_mask_", "_all_bits_")


def known() -> list[Any]:
    """Every plain enumeration of the classes that a window may use."""
    names = [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    classes = [one for each in names if isinstance(one := getattr(*each), type)]
    inner = [one for each in classes for one in vars(each).values()]
    return [one for one in inner if isinstance(one, enum.EnumType) and one.__bases__[0] in KINDS]


def alike(ours: Any, theirs: Any) -> None:
    assert list(vars(theirs).keys() - vars(ours).keys()) == []
    assert list(vars(ours).keys() - vars(theirs).keys()) == []
    assert ours._member_names_ == theirs._member_names_
    assert list(ours._member_map_) == list(theirs._member_map_)
    assert list(ours._value2member_map_) == list(theirs._value2member_map_)
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert (one.name, one.value, repr(one), str(one)) == (
            *(other.name, other.value),
            *(repr(other), str(other)),
        )
        assert vars(one).keys() == vars(other).keys()
        assert one._sort_order_ == other._sort_order_
        assert ours(one.value) is ours[one.name] is one
    for name in MASKS:
        assert getattr(ours, name, None) == getattr(theirs, name, None)


@pytest.mark.parametrize("kind", [enum.Enum, enum.IntEnum])
def test_one_is_the_same_however_it_is_made(kind: Any) -> None:
    ours = qt_enums._create(kind, "Sort", MEMBERS, boundary=enum.KEEP)
    theirs = qt_enums._make(kind, "Sort", MEMBERS, boundary=enum.KEEP)
    alike(ours, theirs)
    assert ours.AlsoOne is ours.One
    assert ours.Large.value == 2**31
    assert ours.One != theirs.One or kind is enum.IntEnum
    assert isinstance(ours.One, ours)
    assert list(map(hash, ours)) == list(map(hash, theirs))
    with pytest.raises(ValueError, match="7 is not a valid Sort"):
        ours(7)
    with pytest.raises(AttributeError):
        ours.One = 3
    with pytest.raises(TypeError):

        class Further(ours):  # type: ignore[misc, valid-type]
            pass


@pytest.mark.parametrize("kind", [enum.Flag, enum.IntFlag])
@pytest.mark.parametrize("members", [FLAGS, FLAGS[2:], FLAGS[:1]])
def test_flags_are_the_same_however_they_are_made(kind: Any, members: Any) -> None:
    ours = qt_enums._create(kind, "Sort", members, boundary=enum.KEEP)
    theirs = qt_enums._make(kind, "Sort", members, boundary=enum.KEEP)
    alike(ours, theirs)
    for value in range(70):
        one, other = ours(value), theirs(value)
        assert (repr(one), str(one), one.name, ~one) == (repr(other), str(other), other.name, ~one)
        assert [part.name for part in one] == [part.name for part in other]
        assert (~one).value == (~other).value
        assert (one | ours(5)) is ours(value | 5)


@pytest.mark.parametrize("kind", KINDS)
def test_two_share_nothing(kind: Any) -> None:
    first, second = (
        qt_enums._create(kind, name, [(name, at)], boundary=enum.KEEP)
        for at, name in enumerate(("First", "Second"), start=1)
    )
    assert [one.name for one in first] == ["First"]
    assert [one.name for one in second] == ["Second"]


def test_qts_own_are_what_they_would_have_been() -> None:
    found = known()
    assert QtCore.Qt.Key in found
    assert len(found) > 200
    for one in found:
        members = [(name, member.value) for name, member in one.__members__.items()]
        ours, theirs = (
            make(one.__bases__[0], one.__name__, members, boundary=enum.KEEP)
            for make in (qt_enums._create, qt_enums._make)
        )
        alike(ours, theirs)


def test_a_member_can_be_packed_and_unpacked() -> None:
    key = QtCore.Qt.Key.Key_F5
    assert pickle.loads(pickle.dumps(key)) is key  # noqa: S301 - what was packed just here


@pytest.mark.parametrize("name", ["name", "value", "mro", "_inner_"])
def test_a_name_that_means_something_else_is_left_to_python(name: str) -> None:
    assert not qt_enums._is_plain(enum.Enum, [("One", 1), (name, 2)], enum.KEEP)


def test_what_others_make_is_left_to_python() -> None:
    made = enum.Enum("Colour", "RED GREEN")
    assert made.__module__ == __name__
    assert [one.value for one in made] == [1, 2]  # type: ignore[var-annotated]
    assert not qt_enums._is_plain(enum.StrEnum, MEMBERS, enum.KEEP)
    assert not qt_enums._is_plain(enum.Enum, MEMBERS, None)
    assert not qt_enums._is_plain(enum.Enum, [("One", "1")], enum.KEEP)
