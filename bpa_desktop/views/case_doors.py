"""The pages of the case with the municipality that the place Documents leads on to."""

from __future__ import annotations

from typing import Final, NamedTuple


class CaseDoor(NamedTuple):
    """A page: the key of its place, and the msgids of its title, explanation and button."""

    place: str
    title: str
    explanation: str
    press: str


CASE_DOORS: Final[tuple[CaseDoor, ...]] = ()
"""In the order in which Documents shows them."""
