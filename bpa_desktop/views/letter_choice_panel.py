"""The side panel in which a new letter is chosen: each kind with a sentence on when it fits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _
from bpa_desktop.services.letter_words import GROUPS
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.services.letter_words import LetterChoice
    from bpa_desktop.views.desk import Desk

_GAP: Final = 4


def open_choice(desk: Desk) -> None:
    """Show every kind of letter beside the page."""
    title = _("New letter")
    desk.show_panel(LetterChoicePanel(desk), title)
    desk.announcer.say(f"{title}. {_('Choose what you want to write.')}")


class LetterChoicePanel(ChoicePanel):
    """What is chosen opens filled in; nothing is kept before something is changed in it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: None)
        self.add(Text(_("Choose what you want to write."), tone="muted"))
        for group in GROUPS:
            self.add(Text(_(group.title), "section"))
            for choice in group.choices:
                self.add(self._offer(choice))

    def _offer(self, choice: LetterChoice) -> Stack:
        button = Button(_(choice.title), press=partial(self._open, choice))
        self._keep(button)
        return Stack(_GAP, [button, Text(_(choice.when), tone="muted")])

    def _open(self, choice: LetterChoice) -> None:
        open_letter(self.desk, choice.kind, choice.about)
