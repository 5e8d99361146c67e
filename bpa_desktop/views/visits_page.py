"""The place Visits: what is coming, what was held, and the duty to tell of a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.case import profile_here, visits
from bpa_desktop.services.case_board import VISIT_CODES, waiting
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.visit_texts import own_words, visit_name, visit_state
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row, Rows
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.visit_panel import open_visit
from bpa_desktop.views.waiting_card import WaitingCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.views.desk import Desk

_TEXT_CHARS: Final = 34
_GAP: Final = 4
_CHANGE: Final = "followup.report_change"
_LEADING: Final = "followup.report_leading"


class VisitsPage(Page):
    """What comes first, then every visit, the latest first."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"authority_visit", "scheme", "own_municipal_value", "relocation"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New visit"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        case = Button(_("Decisions and complaints"), press=partial(desk.go, "case"))
        self.lead(case, new, main=new)

    def refresh(self) -> None:
        """Read the visits again."""
        session = self.desk.session
        known = visits(session)
        self.heading.say(_("Visits and follow-up"), _summary(known))
        content = self.stack()
        found = waiting(session, VISIT_CODES)
        top = WaitingCard(self.desk, _("What is coming"), found, _("No visit is expected."))
        content.add(top)
        rows, buttons = self._visits(known)
        content.add(rows)
        card, more = self._change()
        content.add(card)
        self.group.set_buttons([*self.above, *top.buttons, *buttons, *more])
        self.fill(content)

    def _visits(self, known: Sequence[AuthorityVisit]) -> tuple[Rows, list[Button]]:
        rows = Rows(_("Visits"))
        text = _("Open – {name}")
        labels = told_apart(
            [
                tuple(text.format(name=name) for name in (_(one.kind.label), visit_name(one)))
                for one in known
            ]
        )
        buttons = []
        for one, label in zip(known, labels, strict=True):
            row, state = Row(), visit_state(one, self.desk.session.today)
            words = Stack(_GAP, [Text(_(one.kind.label), "strong"), Text(state, tone="muted")])
            row.add(words, chars=_TEXT_CHARS, stretch=True, fold=True)
            button = Button(label, press=partial(open_visit, self.desk, one.id))
            buttons.append(button)
            row.add(button)
            rows.add(row)
        if not known:
            rows.add(Text(_("No visit is written."), tone="muted"))
        return rows, buttons

    def _change(self) -> tuple[Card, list[Button]]:
        """The duty to tell of a change, in the municipality's own words where they are known."""
        card = Card(_("When something changes"))
        profile = profile_here(self.desk.session)
        texts = [profile.known(key) for key in (_CHANGE, _LEADING)] if profile else []
        for known in filter(None, texts):
            card.add(Text(own_words(known)))
            source = known.source.named
            card.add(Text(_("Source: {source}.").format(source=source), tone="muted"))
        if not any(texts):
            text = _("Tell the municipality when your need for help, or your leading, changes.")
            card.add(Text(text))
        buttons = [
            Button(_("Tell of a change"), press=partial(self._tell, "need")),
            Button(_("Tell that leading has changed"), press=partial(self._tell, "leading")),
        ]
        card.add(Row(buttons))
        return card, buttons

    def _tell(self, what: str) -> None:
        about = ("change", "leading") if what == "leading" else None
        open_letter(self.desk, LetterKind.CHANGE, about, back="visits")

    def _new(self) -> None:
        open_editor(self.desk, kind_named("authority_visit"), day=self.desk.session.today)


def _summary(known: Sequence[AuthorityVisit]) -> str:
    planned = sum(one.is_held is not Answer.YES for one in known)
    held = len(known) - planned
    words = [
        ngettext("{n} visit is planned.", "{n} visits are planned.", planned) if planned else "",
        ngettext("{n} has been held.", "{n} have been held.", held) if held else "",
    ]
    return " ".join(filter(None, words)) or _("No visit is written.")
