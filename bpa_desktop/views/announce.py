"""What a screen reader is told when something happened."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_REMEMBERED = 200


class Announcer:
    """Says short sentences politely, and remembers the latest ones for the tests."""

    def __init__(self, speaker: QObject) -> None:
        self._speaker = speaker
        self.log: deque[str] = deque(maxlen=_REMEMBERED)

    def say(self, sentence: str) -> None:
        """Say ``sentence`` after what is being said now."""
        from PySide6.QtGui import (  # noqa: PLC0415 - loaded with the first sentence
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        self.log.append(sentence)
        event = QAccessibleAnnouncementEvent(self._speaker, sentence)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)
