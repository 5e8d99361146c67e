"""The side panel with one letter about everything the municipality's text does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.municipal_questions import questions_letter
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.profile_rules import unknown_keys
from bpa_desktop.services.profiles import municipality_or_country
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.letter_part import LetterPart
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


def open_asking(desk: Desk) -> None:
    """Show the letter beside the page and say how many questions it has."""
    panel = _show(desk)
    desk.announcer.say(f"{panel.title}. {panel.said}")


def _show(desk: Desk) -> AskPanel:
    panel = AskPanel(desk)
    desk.show_panel(panel, panel.title)
    return panel


class AskPanel(ChoicePanel):
    """Every question in one letter."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"own_municipal_value", "relocation", "scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: _show(desk))
        session = desk.session
        profile = profile_of(session, session.today) or municipality_or_country("")
        keys = unknown_keys(profile)
        self.title = _("Ask the municipality")
        self.said = ngettext("{n} question.", "{n} questions.", len(keys))
        self.add(Text(self.said, "strong"))
        if not keys:
            return
        scheme = session.scheme()
        part = LetterPart(
            desk, questions_letter(profile, keys, scheme.citizen_name if scheme else "")
        )
        self.add(part)
        self._keep(part.button)
