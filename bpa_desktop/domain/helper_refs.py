"""Which record types tell of a helper, read from how they are declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.record import Value, fields_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.record import Field

HELPER: Final = "helper"


def refers_itself(kind: type[Value]) -> Sequence[Field]:
    """The fields of ``kind`` that hold one helper's id."""
    return [one for one in fields_of(kind) if one.about.refers_to == HELPER and not one.many]


def refers_inside(kind: type[Value]) -> bool:
    """Whether a list or a group inside ``kind`` refers to a helper."""
    return any(
        one.many if one.about.refers_to == HELPER else _holds(one) for one in fields_of(kind)
    )


def _holds(field: Field) -> bool:
    if not issubclass(field.kind, Value):
        return False
    return bool(refers_itself(field.kind)) or refers_inside(field.kind)
