"""Everything that was done: what, when and by whom, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import sentence
from bpa_desktop.domain.clock import ZONE
from bpa_desktop.i18n import _, clock, date_words
from bpa_desktop.services.session import label_text
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.page import Page
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.storage.journal import Entry
    from bpa_desktop.views.desk import Desk

_WHEN_CHARS: Final = 22
_WHAT_CHARS: Final = 20
_SHOWN: Final = 100
_STANDS: Final = frozenset({"done", "sealed"})
"""The states of what was done and not undone; of some of it there is no way back any more."""


class HistoryPage(Page):
    """The newest hundred actions; undo and redo stand on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._undo = Button(_("Undo the newest"), icon="undo-2", press=desk.undo)
        self._redo = Button(_("Do it again"), icon="redo-2", press=desk.redo)
        self.lead(self._undo, self._redo)

    def refresh(self) -> None:
        """Read the journal again."""
        session = self.desk.session
        entries = session.records.journal.entries(_SHOWN)
        self.heading.say(_("History"), _("The newest stands first. Everything can be undone."))
        self._undo.setEnabled(session.undo_text() is not None and not session.read_only)
        self._redo.setEnabled(session.redo_text() is not None and not session.read_only)
        self.group.settle()
        content = self.stack()
        if entries:
            content.add(_table(entries))
        else:
            content.add(Notice(_("Nothing has been done yet.")))
        self.fill(content)


def _table(entries: tuple[Entry, ...]) -> Rows:
    rows = Rows()
    for entry in entries:
        when = entry.at.astimezone(ZONE)
        day = f"{date_words(when.date())} {clock(when)}"
        row = Row()
        row.add(Text(day, tone="muted"), chars=_WHEN_CHARS, fold=True)
        row.add(Text(_words(entry)), chars=_WHAT_CHARS, stretch=True, fold=True)
        rows.add(row)
    return rows


def _words(entry: Entry) -> str:
    text = sentence(label_text(entry.label))
    why = entry.label.texts.get("why", "")
    if why:
        text = _("{what}. Reason: {why}").format(what=text, why=why)
    if entry.actor:
        text = _("{what} ({actor})").format(what=text, actor=entry.actor)
    return text if entry.state in _STANDS else _("{what} – undone").format(what=text)
