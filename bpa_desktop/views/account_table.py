"""The table of the accounts: a row for each line of the budget, and the total."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bpa_desktop.documents import account_words as words
from bpa_desktop.documents.phrases import NONE
from bpa_desktop.i18n import _, kroner, money
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.accounts import AccountLine, Accounts
    from bpa_desktop.views.text import Look

_GAP: Final = 14
_LINE_GAP: Final = 2
_NAME_CHARS: Final = 11
_AMOUNT_CHARS: Final = 12
_BUTTON_CHARS: Final = 13
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AccountTable(Rows):
    """``see`` opens what the amounts of a line are the sums of; ``buttons`` are one Tab stop."""

    def __init__(self, accounts: Accounts, see: Callable[[AccountLine | None], object]) -> None:
        super().__init__(_("Line by line, in kroner"))
        self.buttons: list[Button] = []
        self._see = see
        self._add_head()
        extra = 0
        for line in accounts.lines:
            extra += line.place is None
            self._add_line(accounts, line, extra)
        total = accounts.total
        self._add(Text(_("Total"), "strong"), _amounts(total), "strong")
        self._add_received(accounts)

    def _add_head(self) -> None:
        heads = (_("Granted"), _("Spent"), _("Difference"))
        self._add(Text(_("Line of the budget"), "label"), heads, "label")

    def _add_line(self, accounts: Accounts, line: AccountLine, extra: int) -> None:
        """A row; what stands on no line of the budget is numbered by ``extra``."""
        label = _("See line {n}").format(n=line.place)
        if line.place is None:
            label = _("See extra {n}").format(n=extra)
        button = Button(label, press=lambda: self._see(line))
        button.set_spoken(_spoken(line))
        self._add(_name(accounts, line), _amounts(line), button=button)

    def _add_received(self, accounts: Accounts) -> None:
        row = Row(gap=_GAP)
        text = _("Received in all: {amount}").format(amount=money(accounts.total.received))
        row.add(Text(words.received_words(accounts) or text), stretch=True)
        button = Button(_("See the payments"), press=lambda: self._see(None))
        self.buttons.append(button)
        row.add(button)
        self.add(row)

    def _add(
        self,
        name: QWidget,
        amounts: tuple[str, ...],
        look: Look = "body",
        button: Button | None = None,
    ) -> None:
        row = Row(gap=_GAP)
        row.add(name, chars=_NAME_CHARS, stretch=True, fold=True)
        for amount in amounts:
            shown = Text(amount, look)
            shown.setAlignment(_RIGHT)
            row.add(shown, chars=_AMOUNT_CHARS, fold=True)
        if button is not None:
            self.buttons.append(button)
        # Rows without a button keep its place free, so that the columns line up.
        row.add(button or QWidget(), chars=_BUTTON_CHARS)
        self.add(row)


def _name(accounts: Accounts, line: AccountLine) -> QWidget:
    place = f"{line.place}. " if line.place is not None else ""
    column = Stack(_LINE_GAP, [Text(f"{place}{words.line_name(line)}", "strong")])
    said = words.explanation_words(line)
    if line.receipts:
        received = _("Received: {amount}").format(amount=money(line.received))
        column.add(Text(received, tone="muted"))
    if accounts.asks(line):
        column.add(Text(_("Write why it differs"), tone="warn"))
    elif said:
        column.add(Text(said, tone="muted"))
    return column


def _amounts(line: AccountLine) -> tuple[str, ...]:
    is_with_other = line.spent_with is not None and not line.entries
    return (
        kroner(line.granted),
        NONE if is_with_other else words.amount_cell(line.spent),
        words.signed(line.difference) if line.difference is not None else words.amount_cell(None),
    )


def _spoken(line: AccountLine) -> str:
    granted = _("granted {amount}").format(amount=kroner(line.granted))
    spent = _("spent {amount}").format(amount=words.amount_cell(line.spent))
    name = words.line_name(line)
    return f"{name}, {granted}, {spent}, {words.difference_words(line.difference)}"
