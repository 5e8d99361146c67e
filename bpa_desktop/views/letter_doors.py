"""The way from any page to the right letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.views.desk import Desk


def open_letter(desk: Desk, kind: str, about: RecordKey | None = None) -> None:  # noqa: ARG001 - the room of letters takes them
    """Go to where letters are written; ``kind`` is a `LetterKind` or its value."""
    desk.go("documents")
