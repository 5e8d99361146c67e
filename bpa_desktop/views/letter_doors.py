"""The way from a record to the letter that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.letter import LetterKind
    from bpa_desktop.views.desk import Desk


def open_letter(desk: Desk, _kind: LetterKind, _about: RecordKey | None) -> None:
    """Show where letters are written."""
    desk.go("documents")
