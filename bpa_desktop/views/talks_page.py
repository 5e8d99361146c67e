"""The page of the yearly talks (MUS): each permanent helper, the last talk and the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _
from bpa_desktop.services.reading import helper_signs
from bpa_desktop.services.talk_words import held_words, next_words, talks_sentence
from bpa_desktop.services.talks import talks
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.page import Page
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.talk_panel import open_talk
from bpa_desktop.views.talk_planning_panel import open_planning
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.talks import TalkState
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Tone

_MARK_CHARS: Final = 4
_NAME_CHARS: Final = 14
_WORDS_CHARS: Final = 24
_LINE_GAP: Final = 2


class TalksPage(Page):
    """Who lacks a talk is seen at once; all that lack one are planned together."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"talk", "helper", "shift", "agreed_task"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._plan = Button(_("Plan talks (MUS)"), "primary", icon="calendar-days", press=self._go)
        self.lead(self._plan, main=self._plan)

    def refresh(self) -> None:
        """Read the talks again."""
        session = self.desk.session
        states = talks(session)
        self.heading.say(_("Talks (MUS)"), talks_sentence(states, session.today))
        lacking = any(one.lacks(session.today) for one in states)
        self._plan.setEnabled(lacking and not self.desk.read_only)
        content = self.stack()
        content.add(Notice(_("What you talk about stays with you. A package tells only the date.")))
        buttons = self._buttons(states)
        if states:
            content.add(self._table(states, buttons))
        self.group.set_buttons([*self.above, *buttons])
        self.fill(content)

    def _buttons(self, states: Sequence[TalkState]) -> list[Button]:
        text = _("Open – {name}")
        names = [(one.helper.first_name, one.helper.name) for one in states]
        labels = told_apart([tuple(text.format(name=name) for name in pair) for pair in names])
        return [
            Button(label, press=partial(open_talk, self, one.helper.id))
            for label, one in zip(labels, states, strict=True)
        ]

    def _table(self, states: Sequence[TalkState], buttons: Sequence[Button]) -> Rows:
        rows, signs = Rows(_("Permanent helpers")), helper_signs(self.desk.session)
        today = self.desk.session.today
        for one, button in zip(states, buttons, strict=True):
            row = Row()
            row.add(HelperMark(*signs[one.helper.id]), chars=_MARK_CHARS)
            row.add(Text(one.helper.name, "strong"), chars=_NAME_CHARS, fold=True)
            tone: Tone = "warn" if one.lacks(today) else "muted"
            lines = [Text(held_words(one)), Text(next_words(one, today), tone=tone)]
            words = Stack(_LINE_GAP, lines)
            row.add(words, chars=_WORDS_CHARS, stretch=True, fold=True)
            row.add(button)
            rows.add(row)
        return rows

    def _go(self) -> None:
        open_planning(self.desk)
