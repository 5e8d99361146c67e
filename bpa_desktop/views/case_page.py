"""The place Decisions: what waits, every decision with its state, and letters to be answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from bpa_desktop.i18n import _
from bpa_desktop.services.case_board import CASE_CODES, decision_lines, summary, waiting
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.inquiry_texts import answer_words, inquiries, inquiry_name
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.decision_panel import open_decision
from bpa_desktop.views.inquiry_panel import open_inquiry
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.register_panel import open_register
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.waiting_card import WaitingCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.views.desk import Desk

_TEXT_CHARS: Final = 34
_GAP: Final = 4
TOPICS: Final = frozenset(
    {
        "decision",
        "complaint",
        "inquiry",
        "grant",
        "scheme",
        "contract",
        "leaving",
        "helper",
        "authority_visit",
        "own_municipal_value",
        "relocation",
    }
)
"""What the days of a case are worked out from."""


def register_decision(desk: Desk) -> None:
    """Go to the decisions and ask for a new one."""
    desk.place_needed.emit("case")
    open_register(desk)


class CasePage(Page):
    """Open deadlines on top, then the decisions, the newest first, then the letters."""

    TOPICS: ClassVar[frozenset[str]] = TOPICS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(
            _("Register a decision"), "primary", icon="plus", press=partial(open_register, desk)
        )
        new.setEnabled(not desk.read_only)
        visits = Button(_("Visits and follow-up"), press=partial(desk.go, "visits"))
        self.lead(visits, new, main=new)

    def refresh(self) -> None:
        """Read the case again."""
        session = self.desk.session
        lines = decision_lines(session)
        self.heading.say(_("Decisions and complaints"), summary(lines))
        content = self.stack()
        found = waiting(session, CASE_CODES)
        top = WaitingCard(self.desk, _("What waits"), found, _("No decision has a deadline now."))
        decisions = _Lines(
            _("Decisions"),
            [_Line(one.short, one.name, f"{one.words}. {one.state}", one.id) for one in lines],
            partial(open_decision, self.desk),
            _("No decision is registered."),
        )
        letters, letter = self._letters(), Button(_("A letter has come"), press=self._letter)
        letter.setEnabled(not self.desk.read_only)
        letters.add(Row([letter]))
        for card in (top, decisions, letters):
            content.add(card)
        buttons = [*self.above, *top.buttons, *decisions.buttons, *letters.buttons, letter]
        self.group.set_buttons(buttons)
        self.fill(content)

    def _letters(self) -> _Lines:
        return _Lines(
            _("Letters that ask for an answer"),
            [
                _Line(_(one.kind.label), inquiry_name(one), answer_words(one), one.id)
                for one in inquiries(self.desk.session)
            ],
            partial(open_inquiry, self.desk),
            _("No letter is written."),
        )

    def _letter(self) -> None:
        open_editor(self.desk, kind_named("inquiry"), received_on=self.desk.session.today)


class _Line(NamedTuple):
    """What it is called in short and in full, what is told of it, and its id."""

    short: str
    name: str
    words: str
    id: str


class _Lines(Rows):
    """A line with a name, a sentence and *Open* for each of ``found``."""

    def __init__(
        self,
        title: str,
        found: Sequence[_Line],
        press: Callable[[str], object],
        nothing: str,
    ) -> None:
        super().__init__(title)
        text = _("Open – {name}")
        labels = told_apart(
            [tuple(text.format(name=name) for name in (one.short, one.name)) for one in found]
        )
        self.buttons = [
            Button(label, press=partial(press, one.id))
            for label, one in zip(labels, found, strict=True)
        ]
        for one, button in zip(found, self.buttons, strict=True):
            row = Row()
            told = Stack(_GAP, [Text(one.name, "strong"), Text(one.words, tone="muted")])
            row.add(told, chars=_TEXT_CHARS, stretch=True, fold=True)
            row.add(button)
            self.add(row)
        if not found:
            self.add(Text(nothing, tone="muted"))
