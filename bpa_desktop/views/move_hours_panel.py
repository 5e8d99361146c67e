"""The wish to move unused hours to the next year: how many, what for, and then the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.documents.account_words import settled_words
from bpa_desktop.domain import entry
from bpa_desktop.domain.moved_hours import Purpose
from bpa_desktop.i18n import _, explain, hours, uncapitalised
from bpa_desktop.services.account_writing import ask_to_move
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.field import Field
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from bpa_desktop.domain.account_hours import HoursSheet
    from bpa_desktop.views.page import Page

_GAP: Final = 16


def open_move(page: Page, sheet: HoursSheet) -> None:
    """Show beside ``page`` how hours of the year are asked to be moved."""
    title = _("Ask to move hours")
    page.desk.show_panel(MoveHoursPanel(page, sheet), title)
    page.desk.announcer.say(f"{title}. {settled_words(sheet)}")


class MoveHoursPanel(Stack):
    """The wish is kept as asked for; the letter is shown at once."""

    def __init__(self, page: Page, sheet: HoursSheet) -> None:
        super().__init__(_GAP)
        self._page = page
        self._sheet = sheet
        self.add(Text(settled_words(sheet)))
        purposes = [(one, _(one.label)) for one in Purpose]
        self._purpose = Choice(_("What for"), purposes, Purpose.HOLIDAY, self._chosen)
        self.add(self._purpose)
        self._line = QLineEdit(hours(sheet.repay) if sheet.repay else "")
        self._field = Field(_("Number of hours"), self._line, _("For example 24 or 7.5."))
        self.add(self._field)
        draft = Draft(page.desk, "move_hours", str(sheet.year.first))
        help_text = _("It stands in the letter: when, where, and why more hours are needed then.")
        self._words = WordsField(page.desk, _("More about it"), "", draft, None, help_text)
        self.add(self._words)
        self._draft = draft
        done = Button(_("Keep it and see the letter"), "primary", press=self._done)
        done.setEnabled(not page.desk.read_only)
        self.add(done)
        self._line.returnPressed.connect(self._done)

    def _chosen(self, purpose: Purpose) -> None:
        self._page.desk.say(_("What for: {what}.").format(what=uncapitalised(_(purpose.label))))

    def _done(self) -> None:
        try:
            minutes = entry.parse_hours(self._line.text())
        except entry.EntryRefused as refusal:
            self._refuse(explain(refusal))
            return
        if minutes <= 0:
            self._refuse(_("Write how many hours."))
            return
        self._page.desk.attempt(lambda: self._keep(minutes))

    def _refuse(self, problem: str) -> None:
        self._field.set_problem(problem)
        self._page.desk.say(problem, "warn")
        self._line.setFocus()

    def _keep(self, minutes: int) -> None:
        """Keep the wish; the letter says what it is when it is shown."""
        session = self._page.desk.session
        purpose = self._purpose.value
        wish = ask_to_move(session, self._sheet.year, minutes, purpose, self._words.text)
        self._draft.drop()
        open_letter(self._page.desk, "move_hours", (wish.type_name, wish.id), back="accounts")
