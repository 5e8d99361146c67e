"""What is seen before a file is open: welcome, unlock, and the recovery key that is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import CARD_PADDING, Card, Notice, PageHeading, Row
from bpa_desktop.views.field import Field
from bpa_desktop.views.page import PAGE_MARGIN, PAGE_SPACING
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Press = Callable[[], object]

_OFFER_CHARS: Final = 18
_FIELD_CHARS: Final = 44


class StartPage(Stack):
    """A heading, a sentence, and what can be done; ``trouble`` says what went wrong before.

    ``complained`` tells what is wrong with an answer; it stands below its field as well.
    """

    complained = Signal(str)

    def __init__(self, title: str, sentence: str, trouble: str = "") -> None:
        super().__init__(PAGE_SPACING)
        self.trouble = trouble
        self.column.setContentsMargins(*[PAGE_MARGIN] * 4)
        # An alignment would take the height of one line for texts that wrap.
        self.column.addStretch(1)
        self.heading = PageHeading(title, sentence)
        self.add(self.heading)
        if trouble:
            self.add(Notice(trouble, "warn"))

    def add(self, widget: QWidget) -> None:
        """Place ``widget`` below what is there."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def offer(self, text: str, explanation: str, press: Press, *, is_first: bool = False) -> Button:
        """Add something that can be done, with a sentence on what it does."""
        card = Card()
        button = Button(text, "primary" if is_first else "plain", press=press)
        row = Row(gap=CARD_PADDING)
        row.add(button, chars=_OFFER_CHARS)
        row.add(Text(explanation), stretch=True)
        card.add(row)
        self.add(card)
        return button

    def ask(self, label: str, explanation: str = "") -> tuple[Field, QLineEdit]:
        """Add a field of one line."""
        line = QLineEdit()
        field = Field(label, line, explanation)
        row = Row()
        row.add(field, chars=_FIELD_CHARS, most=_FIELD_CHARS)
        self.add(row)
        return field, line

    def complain(self, field: Field, text: str) -> None:
        """Tell what is wrong below ``field`` and go there."""
        field.set_problem(text)
        field.control.setFocus()
        self.complained.emit(text)


def welcome(*, new: Press, choose: Press, example: Press, trouble: str = "") -> StartPage:
    """The page that is seen when no file is open."""
    page = StartPage(
        _("Welcome to BPA Desktop"),
        _("Everything you write stays in one locked file on this computer."),
        trouble,
    )
    page.offer(
        _("See the example"), _("A made-up scheme to look around in."), example, is_first=True
    )
    page.offer(_("Make a new file"), _("For your own scheme. It takes a moment."), new)
    page.offer(_("Open a file"), _("A file that you have already made."), choose)
    return page


class UnlockPage(StartPage):
    """Asks for the key of a file; ``unlock`` gets what was typed."""

    def __init__(
        self, name: str, unlock: Callable[[str], object], back: Press, trouble: str = ""
    ) -> None:
        super().__init__(
            _("Unlock {name}").format(name=name),
            _("Write the recovery key from your paper, or your passphrase."),
            trouble,
        )
        self._unlock = unlock
        self._field, self._line = self.ask(
            _("Key or passphrase"),
            _("Capital or small letters and spaces do not matter in a recovery key."),
        )
        self._line.returnPressed.connect(self._try)
        self.add(_buttons(Button(_("Unlock"), "primary", press=self._try), back))

    def _try(self) -> None:
        if self._line.text().strip():
            self._unlock(self._line.text())
        else:
            self.complain(self._field, _("Write the key first."))


class PassphrasePage(StartPage):
    """Asks for a passphrase twice, where the system cannot keep a key."""

    def __init__(self, make: Callable[[str], object], back: Press, trouble: str = "") -> None:
        super().__init__(
            _("Choose a passphrase"),
            _("This computer cannot keep a key, so you write the passphrase at every start."),
            trouble,
        )
        self._make = make
        explanation = _("Four or five words that you will remember. Without it nobody can help.")
        self._first, self._one = self.ask(_("Passphrase"), explanation)
        self._again, self._other = self.ask(_("The passphrase again"))
        self._one.returnPressed.connect(self._other.setFocus)
        self._other.returnPressed.connect(self._compare)
        self.add(_buttons(Button(_("Make the file"), "primary", press=self._compare), back))

    def _compare(self) -> None:
        self._first.set_problem("")
        self._again.set_problem("")
        if not self._one.text().strip():
            self.complain(self._first, _("Write a passphrase first."))
        elif self._one.text() != self._other.text():
            self.complain(self._again, _("The two are not the same. Write them again."))
        else:
            self._make(self._one.text())


class RecoveryPage(StartPage):
    """Shows the recovery key, once."""

    def __init__(
        self, key: str, *, remembered: bool, save: Press, copy: Press, done: Press
    ) -> None:
        super().__init__(
            _("Your recovery key"),
            _("Write it down and keep it in a safe place. It is shown only now."),
        )
        card = Card()
        card.add(Text(key.replace("-", " – "), "time"))
        card.add(Text(_("With it you can open the file if this computer breaks.")))
        kept = _("This computer keeps the key, so you do not have to write it every day.")
        if remembered:
            card.add(Text(kept))
        self.add(card)
        buttons = [
            Button(_("Save as PDF"), "primary", press=save),
            Button(_("Copy the key"), press=copy),
            Button(_("I have written it down"), press=done),
        ]
        Roving(buttons)
        self.add(Row(buttons))


def _buttons(main: Button, back: Press) -> Row:
    buttons = [main, Button(_("Back"), press=back)]
    Roving(buttons)
    return Row(buttons)
