"""What the amounts of one line of the accounts are the sums of, and why it differs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt

from bpa_desktop.documents import account_words as words
from bpa_desktop.domain.accounting import is_pay
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services import account_parts as parts
from bpa_desktop.services.account_reasons import reasons
from bpa_desktop.services.accounts import accounts_of
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.explain_part import About, ExplainPart
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.pay_panel import open_pay
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from bpa_desktop.domain.accounts import AccountLine, Accounts
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.account_parts import Portion
    from bpa_desktop.views.desk import Desk

_GAP: Final = 6
_BUTTON_GAP: Final = 8
_TEXT_CHARS: Final = 14
_AMOUNT_CHARS: Final = 13
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_TOPICS: Final = frozenset(
    {"shift", "helper", "own_rate", "budget", "budget_line", "payment", "voucher", "explanation"}
)


def open_line(
    desk: Desk, accounts: Accounts, line: AccountLine, *, take_focus: bool = True
) -> None:
    """Show ``line`` beside the page and say how it stands."""
    panel = LinePanel(desk, accounts, line)
    desk.show_panel(panel, words.line_name(line), take_focus=take_focus)
    if take_focus:
        desk.announcer.say(f"{words.line_name(line)}: {words.difference_words(line.difference)}.")


def _again(desk: Desk, year: Period, line: AccountLine) -> None:
    """Show the line as it is now; close the panel when it is gone."""
    accounts = accounts_of(desk.session, year)
    same = (line.ids, None if line.ids else line.standard)
    for one in (*accounts.lines, *accounts.outside):
        if (one.ids, None if one.ids else one.standard) == same:
            open_line(desk, accounts, one, take_focus=False)
            return
    desk.close_panel()


class LinePanel(LivePanel):
    """The amounts, one sentence of explanation, and every part of the sums."""

    TOPICS: ClassVar[frozenset[str]] = _TOPICS

    def __init__(self, desk: Desk, accounts: Accounts, line: AccountLine) -> None:
        super().__init__(desk, lambda: _again(desk, accounts.year, line))
        self._accounts = accounts
        self._line = line
        self._buttons: list[Button] = []
        for text in self._sums():
            self.add(Text(text))
        if line.ids and not line.is_outside:
            self._add_explanation()
        self._add_months()
        self._add_helpers()
        self._add_records(_("Vouchers"), "voucher", parts.vouchers(desk.session, line))
        self._add_records(_("Set off"), "payment", parts.set_off(desk.session, line))
        received = parts.payments(desk.session, line.receipts)
        self._add_records(_("Received"), "payment", received)
        self._roving = Roving(self._buttons)

    def _sums(self) -> Sequence[str]:
        line = self._line
        said = [
            _("Granted: {amount}").format(amount=money(line.granted)),
            _("Received: {amount}").format(amount=money(line.received)),
            _("Spent: {amount}").format(amount=_spent(line)),
            words.difference_words(line.difference),
        ]
        if line.spent is None:
            said.append(_("{amount} is known.").format(amount=money(line.known)))
        if line.ids and line.standard is None:
            said.append(_("Say in the budget what the line is for. Then pay is counted on it."))
        return said

    def _add_explanation(self) -> None:
        line, accounts = self._line, self._accounts
        if accounts.asks(line):
            limit = money(accounts.explain_from or line.granted)
            text = _("Write one sentence about the difference. It is more than {limit}.")
            self.add(Notice(text.format(limit=limit), "warn"))
        known = reasons(self.desk.session, accounts.counted) if is_pay(line.standard) else ()
        about = About(accounts.year, line.ids, line.explanation, known)
        part = ExplainPart(self.desk, about)
        self._buttons += part.buttons
        self.add(part)

    def _add_months(self) -> None:
        """A button for each month; it opens who was paid, and then the shifts."""
        found = parts.pay_by_month(self._line)
        if not found:
            return
        column = Stack(_BUTTON_GAP, [Text(_("Pay by month"), "label")])
        for one in found:
            button = Button(_label(one), press=partial(self._open_month, one))
            button.set_leading()
            self._buttons.append(button)
            column.add(button)
        self.add(column)

    def _open_month(self, one: Portion) -> None:
        if one.month is not None:
            open_month_pay(self.desk, self._accounts, self._line, one.month)

    def _add_helpers(self) -> None:
        found = parts.pay_by_helper(self.desk.session, self._line)
        if found:
            rows = [_row(one) for one in found]
            self.add(Stack(_GAP, [Text(_("Pay by helper"), "label"), *rows]))

    def _add_records(self, title: str, kind: str, found: Sequence[Portion]) -> None:
        """A button for each record; it opens the form, and comes back here."""
        if not found:
            return
        column = Stack(_BUTTON_GAP, [Text(title, "label")])
        labels = told_apart([(_label(one),) for one in found])
        for one, label in zip(found, labels, strict=True):
            back = partial(_again, self.desk, self._accounts.year, self._line)
            press = partial(open_editor, self.desk, kind_named(kind), one.record, back)
            button = Button(label, press=press)
            button.set_leading()
            self._buttons.append(button)
            column.add(button)
        self.add(column)


def _spent(line: AccountLine) -> str:
    return words.amount_cell(None) if line.spent is None else money(line.spent)


def _label(one: Portion) -> str:
    return f"{one.words}: {money(one.amount)}"


def _row(one: Portion) -> Row:
    row = Row()
    row.add(Text(one.words), chars=_TEXT_CHARS, stretch=True, fold=True)
    amount = Text(money(one.amount))
    amount.setAlignment(_RIGHT)
    row.add(amount, chars=_AMOUNT_CHARS)
    return row


class MonthPayPanel(LivePanel):
    """Who was paid in a month for what belongs on a line; a press shows the shifts."""

    TOPICS: ClassVar[frozenset[str]] = _TOPICS

    def __init__(self, desk: Desk, accounts: Accounts, line: AccountLine, month: dt.date) -> None:
        back = partial(_again, desk, accounts.year, line)
        super().__init__(desk, back)
        buttons = [Button(_("Back to the line"), icon="arrow-left", press=back)]
        for one in parts.pay_by_helper(desk.session, line, month):
            press = partial(open_pay, desk, one.helper, month_of(month))
            buttons.append(Button(_label(one), press=press))
            buttons[-1].set_leading()
        self._roving = Roving(buttons)
        self.add(Text(words.line_name(line)))
        self.add(Stack(_BUTTON_GAP, buttons))


def open_month_pay(desk: Desk, accounts: Accounts, line: AccountLine, month: dt.date) -> None:
    """Show who was paid in the month that begins on ``month``, for what belongs on ``line``."""
    title = _("Pay {month}").format(month=month_words(month))
    desk.show_panel(MonthPayPanel(desk, accounts, line, month), title)
    desk.announcer.say(f"{title}, {words.line_name(line)}.")


class PaymentsPanel(LivePanel):
    """What was received for the whole budget, payment by payment."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"payment", "budget"})

    def __init__(self, desk: Desk, accounts: Accounts) -> None:
        super().__init__(
            desk, lambda: open_payments(desk, accounts_of(desk.session, accounts.year))
        )
        self.add(Text(money(accounts.received_for_all), "strong"))
        buttons = []
        for one in parts.payments(desk.session, accounts.receipts):
            back = partial(open_payments, desk, accounts)
            press = partial(open_editor, desk, kind_named("payment"), one.record, back)
            buttons.append(Button(_label(one), press=press))
            buttons[-1].set_leading()
        self._roving = Roving(buttons)
        self.add(Stack(_BUTTON_GAP, buttons))


def open_payments(desk: Desk, accounts: Accounts) -> None:
    """Show what was received for the whole budget beside the page."""
    title = _("Received for the whole budget")
    desk.show_panel(PaymentsPanel(desk, accounts), title)
    desk.announcer.say(f"{title}: {money(accounts.received_for_all)}")
