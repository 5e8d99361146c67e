"""The letters and decisions that the pages of trips, stays and applications lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.views.letter_doors import open_letter

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.letter import LetterKind
    from bpa_desktop.views.desk import Desk


_DECISIONS: Final = ("case", "grants")
"""Where decisions are kept: the first of these places that there is."""


def to_decision(desk: Desk) -> None:
    """Show the decisions, where it is seen how long one may complain."""
    known = {place.key for place in desk.places}
    desk.go(next((key for key in _DECISIONS if key in known), "documents"))


def to_letter(desk: Desk, kind: LetterKind, about: RecordKey | None) -> None:
    """Show the letter of ``kind`` about a record."""
    open_letter(desk, kind, about)
