"""A ready letter beside the page: its subject, its text, and a button that copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.i18n import _, language
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.municipal_questions import QuestionLetter
    from bpa_desktop.views.desk import Desk

_GAP: Final = 12


class LetterPart(Stack):
    """The letter is written in Danish; ``button`` belongs to the group of the panel."""

    def __init__(self, desk: Desk, letter: QuestionLetter) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._letter = letter
        self.button = Button(_("Copy the text"), "primary", icon="copy", press=self._copy)
        self.add(self.button)
        if language() != "da":
            self.add(Text(_("The letter is in Danish."), tone="muted"))
        card = Card(_("A letter to send"))
        card.add(Text(letter.subject, "strong"))
        for paragraph in letter.text.split("\n\n"):
            card.add(Text(paragraph))
        self.add(card)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._letter.subject}\n\n{self._letter.text}")
        self._desk.say(_("The letter is copied. Paste it in Digital Post."))
