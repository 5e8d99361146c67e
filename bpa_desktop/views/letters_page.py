"""The place Letters: the drafts, what is sent, and the way to a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.letter_words import state_words
from bpa_desktop.services.letters import letters
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.letter_choice_panel import open_choice
from bpa_desktop.views.page import Page
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.letter import Letter
    from bpa_desktop.views.desk import Desk

_GAP: Final = 2
_SUBJECT_CHARS: Final = 28


class LettersPage(Page):
    """Drafts first, then what is sent; all buttons are one Tab stop."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"letter"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New letter"), "primary", icon="plus", press=partial(open_choice, desk))
        self.lead(new, main=new)

    def refresh(self) -> None:
        """Read the letters again."""
        found = letters(self.desk.session)
        drafts = [one for one in found if one.sent_on is None]
        self.heading.say(_("Letters"), _summary(len(drafts), len(found) - len(drafts)))
        content = self.stack()
        if not found:
            text = _("Press New letter. It comes filled in with what the program knows.")
            content.add(Notice(text))
        buttons = self._buttons(found)
        for title, part in (
            (_("Drafts"), slice(0, len(drafts))),
            (_("Sent"), slice(len(drafts), None)),
        ):
            if found[part]:
                content.add(_rows(title, found[part], buttons[part]))
        self.group.set_buttons([*self.above, *buttons])
        self.fill(content)

    def _buttons(self, found: Sequence[Letter]) -> list[Button]:
        labels = told_apart([_labels(one) for one in found])
        return [
            Button(label, press=partial(self.desk.show_record, "letter", one.id, "letters"))
            for one, label in zip(found, labels, strict=True)
        ]


def _labels(one: Letter) -> tuple[str, ...]:
    named = one.subject, f"{one.subject}, {date_words(one.sent_on or one.written_on)}"
    return tuple(_("Open – {name}").format(name=name) for name in named)


def _rows(title: str, found: Sequence[Letter], buttons: Sequence[Button]) -> Rows:
    rows = Rows(title)
    for one, button in zip(found, buttons, strict=True):
        row = Row()
        words = [Text(one.subject, "strong"), Text(_told(one), tone="muted")]
        row.add(Stack(_GAP, words), chars=_SUBJECT_CHARS, stretch=True, fold=True)
        row.add(button)
        rows.add(row)
    return rows


def _told(one: Letter) -> str:
    to = one.recipient.strip().partition(",")[0]
    parts = [state_words(one), _("to {recipient}").format(recipient=to) if to else ""]
    return ", ".join(filter(None, parts))


def _summary(drafts: int, sent: int) -> str:
    if not drafts and not sent:
        return _("Letters to the municipality, filled in for you.")
    waiting = ngettext("{n} draft", "{n} drafts", drafts)
    return _("{drafts}, {n} sent.").format(drafts=waiting, n=sent)
