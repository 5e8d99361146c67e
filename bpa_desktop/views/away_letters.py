"""The letters that the pages of trips, stays, applications and the employer lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.views.letter_doors import open_letter

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.letter import LetterKind
    from bpa_desktop.views.desk import Desk


def to_letter(desk: Desk, kind: LetterKind, about: RecordKey | None) -> None:
    """Show the letter of ``kind`` about a record."""
    open_letter(desk, kind, about)
