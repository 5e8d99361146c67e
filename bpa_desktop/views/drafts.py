"""What was typed beside a record and not saved yet; it stands there again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk

_TEXT = "text"


class Draft:
    """The unsaved text of one field ``name`` about one record."""

    def __init__(self, desk: Desk, name: str, record_id: str) -> None:
        self._drafts = desk.drafts
        self._key = (name, record_id)

    @property
    def text(self) -> str | None:
        """What was typed, or ``None``."""
        kept = self._drafts.get(self._key)
        return None if kept is None else str(kept[_TEXT])

    def keep(self, text: str, saved: str) -> None:
        """Remember ``text``; what is saved already needs no draft."""
        if text == saved:
            self.drop()
        else:
            self._drafts[self._key] = {_TEXT: text}

    def drop(self) -> None:
        """Forget what was typed."""
        self._drafts.pop(self._key, None)
