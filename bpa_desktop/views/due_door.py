"""A way from something that is due to where it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.views.desk import Desk


class DueDoor(NamedTuple):
    """The words of the button (a msgid), and what it opens."""

    label: str
    open: Callable[[Desk, Due], object]


def to_place(label: str, place: str) -> DueDoor:
    """A door that leads to a place."""
    return DueDoor(label, lambda desk, _due: desk.go(place))
