"""A statement or an attest on one helper: the suggested text is changed, kept, seen as a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.documents.model import as_bundle
from bpa_desktop.domain import entry
from bpa_desktop.domain.own_text import TextKind
from bpa_desktop.i18n import _, date_words, explain
from bpa_desktop.services.attests import keep_text, newest_text, paper, sent_home, statement
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.field import Field
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    import datetime as dt
    from typing import ClassVar

    from bpa_desktop.domain.own_text import OwnText
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16
_LINES: Final = (8, 16)
BACK: Final = "person"
"""Where *Back* leads from the paper."""


def open_statement(desk: Desk, helper: Helper) -> None:
    """Show the statement of employment of ``helper`` beside the page, and say so."""
    open_text(desk, statement(desk.session, helper))


def open_sent_home(desk: Desk, helper: Helper) -> None:
    """Ask for the days, or show the attest that was written before; and say so."""
    title = _("Certificate: sent home")
    desk.show_panel(DaysPanel(desk, helper), title)
    desk.announcer.say(f"{title}.")


def open_text(desk: Desk, text: OwnText) -> None:
    """Show a statement or an attest beside the page, and say so."""
    title = _(text.kind.label)
    desk.show_panel(AttestPanel(desk, text), title)
    desk.announcer.say(f"{title}.")


class AttestPanel(LivePanel):
    """The heading and the text; what is typed is kept as a draft until it is kept for good."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"none"})

    def __init__(self, desk: Desk, text: OwnText) -> None:
        super().__init__(desk, lambda: None)
        self._text = text
        self.add(Text(_("Change it as you like. Write nothing about health."), tone="muted"))
        self._title = QLineEdit(text.title)
        self._title.setReadOnly(desk.read_only)
        self._field = Field(_("Heading"), self._title)
        self.add(self._field)
        self._draft = Draft(desk, f"attest/{text.kind}", text.id or str(text.helper))
        help_text = _("An empty line parts two paragraphs.")
        self._words = WordsField(desk, _("Text"), text.words, self._draft, None, help_text, _LINES)
        self.add(self._words)
        keep = Button(_("Keep it and see the paper"), "primary", press=self._keep)
        keep.setEnabled(not desk.read_only)
        self.add(Row([keep]))

    def _keep(self) -> None:
        title = self._title.text().strip()
        if not title:
            problem = _("Write a heading.")
            self._field.set_problem(problem)
            self.desk.say(problem, "warn")
            self._title.setFocus()
            return
        self.desk.attempt(partial(self._keep_and_show, title))

    def _keep_and_show(self, title: str) -> None:
        """The paper is told of when it is shown."""
        session = self.desk.session
        self._text = keep_text(session, self._text, title, self._words.text)
        self._draft.drop()
        show_paper(self, as_bundle(paper(session, self._text)), BACK)


class DaysPanel(Stack):
    """From when to when the helper had no work; then the attest is suggested."""

    def __init__(self, desk: Desk, helper: Helper) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._helper = helper
        self.add(
            Text(
                _(
                    "For a helper who has no work while you are in hospital. Give it to the "
                    "helper for the job centre or the unemployment fund."
                )
            )
        )
        self._first = self._day(_("First day"), date_words(desk.session.today), "")
        self._last = self._day(_("Last day"), "", _("Leave it empty while it goes on."))
        self.add(Row([Button(_("Write the certificate"), "primary", press=self._write)]))
        known = newest_text(desk.session, helper.id, TextKind.SENT_HOME)
        if known is not None:
            self.add(
                Row(
                    [
                        Button(
                            _("Open the newest certificate"), press=partial(open_text, desk, known)
                        )
                    ]
                )
            )

    def _day(self, label: str, text: str, help_text: str) -> Field:
        field = Field(label, QLineEdit(text), help_text)
        self.add(field)
        return field

    def _write(self) -> None:
        first = self._take(self._first)
        if first is None:
            return
        last = self._take(self._last) if _text(self._last) else None
        if _text(self._last) and last is None:
            return
        if last is not None and last < first:
            self._refuse(self._last, _("The last day is before the first day."))
            return
        open_text(self._desk, sent_home(self._desk.session, self._helper, first, last))

    def _take(self, field: Field) -> dt.date | None:
        try:
            return entry.parse_date(_text(field), self._desk.session.today)
        except entry.EntryRefused as refusal:
            self._refuse(field, explain(refusal))
            return None

    def _refuse(self, field: Field, problem: str) -> None:
        field.set_problem(problem)
        self._desk.say(problem, "warn")
        field.control.setFocus()


def _text(field: Field) -> str:
    line = field.control
    return line.text().strip() if isinstance(line, QLineEdit) else ""
