"""The place Money in and out: what was received, what vouchers cost, and what waits."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.i18n import _, money, month_words, ngettext
from bpa_desktop.services import vouchers as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.courses import unbooked
from bpa_desktop.services.flow import budgets, flow, payments_of, vouchers_of
from bpa_desktop.services.flow_words import (
    group_words,
    matching,
    payer_lines,
    payment_line,
    sentence,
    voucher_line,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Section
from bpa_desktop.views.course_fee import book_fee
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.voucher_panel import new_voucher, open_voucher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.money_flow import Payment, Voucher
    from bpa_desktop.services.flow import Flow
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
_SEARCH_LETTERS: Final = 24
_FIRST_SHOWN: Final = 30


class MoneyPage(Page):
    """The calendar year's money; each voucher and payment is a button that opens it.

    What can be done is one Tab stop, and all the vouchers and payments are another.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"payment", "voucher", "budget", "budget_line", "course"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year = desk.session.today.year
        self._sought = ""
        self._unfolded: set[str] = set()
        self._actions: list[Button] = []
        self._records: list[Button] = []
        self._new = Button(_("New voucher"), "primary", icon="plus", press=self._add_voucher)
        payment = Button(_("New payment"), icon="plus", press=self._add_payment)
        for button in (self._new, payment):
            button.setEnabled(not desk.read_only)
        self._above = [
            Button(_("Earlier year"), icon="arrow-left", press=partial(self._turn, -1)),
            Button(_("Later year"), icon="arrow-right", press=partial(self._turn, 1)),
            payment,
            self._new,
        ]
        self._group = Roving(self._above)
        self._group.point_to(self._new)
        self.heading.add(Row(self._above))

    @property
    def _stretch(self) -> tuple[dt.date, dt.date]:
        return dt.date(self._year, 1, 1), dt.date(self._year + 1, 1, 1)

    def refresh(self) -> None:
        """Read the year again."""
        session = self.desk.session
        found = flow(session, *self._stretch)
        self._books = budgets(session)
        vouchers = vouchers_of(session, *self._stretch)
        inside = [one for one in vouchers if not self._books.is_outside(one)]
        outside = [one for one in vouchers if self._books.is_outside(one)]
        payments = payments_of(session, *self._stretch)
        self._actions, self._records = [], []
        title = _("Money in and out {year}").format(year=self._year)
        self.heading.say(title, sentence(found))
        content = self.stack()
        for part in (
            self._waiting(found),
            self._unnumbered(),
            self._fees(),
            self._search() if vouchers or payments else None,
            self._vouchers(inside),
            self._payments(payments),
            self._outside(found, outside),
        ):
            if part is not None:
                content.add(part)
        self._group.set_buttons([*self._above, *self._actions])
        Roving(self._records)
        self.fill(content)

    def _waiting(self, found: Flow) -> Section | None:
        """What waits to be sent or paid, each group with one press for all of it."""
        section = Section(_("After a bill"))
        buttons = []
        for group, words, press, act in (
            (found.not_sent, _("Not sent: {what}."), _as_sent, acts.mark_sent),
            (found.not_paid, _("Sent and not paid: {what}."), _as_paid, acts.mark_paid),
        ):
            if group:
                section.add(Text(words.format(what=group_words(group))))
                buttons.append(self._doer(press(len(group)), partial(self._mark, act, group)))
        if not buttons:
            return None
        self._actions += buttons
        section.add(Row(buttons))
        return section

    def _unnumbered(self) -> Stack | None:
        lacking = len(acts.unnumbered(self.desk.session, self._year))
        if not lacking:
            return None
        text = ngettext("{n} voucher has no number.", "{n} vouchers have no number.", lacking)
        give = self._doer(_("Give the next numbers"), self._number)
        self._actions.append(give)
        return Stack(_GAP, [Notice(text), Row([give])])

    def _fees(self) -> Section | None:
        """Fees of courses that were held and are no voucher yet; they count nowhere till then."""
        session = self.desk.session
        found = unbooked(session, self._year)
        if not found:
            return None
        section = Section(_("Course fees without a voucher"))
        section.add(Text(_("They are not in the accounts yet."), tone="muted"))
        names = session.helper_names()
        forms = [
            tuple(
                _("Make a voucher – {what}").format(what=f"{one.title}, {who}")
                for who in (names[one.helper].split(" ", maxsplit=1)[0], names[one.helper])
            )
            for one in found
        ]
        buttons = [
            self._doer(label, partial(book_fee, self.desk, one))
            for one, label in zip(found, told_apart(forms), strict=True)
        ]
        self._actions += buttons
        section.add(Row(buttons))
        return section

    def _search(self) -> EntryRow:
        label = _("Find vouchers and payments")
        row = EntryRow(
            self.desk, label, self._sought, self._seek, letters=_SEARCH_LETTERS, on_leave=False
        )
        row.field.setReadOnly(False)
        presses = {_("Find"): row.read}
        if self._sought:
            presses[_("Show all")] = lambda: self._show_all(row)
        for text, press in presses.items():
            row.add_button(text, press, stretch=False).setEnabled(True)
        self._actions += row.buttons
        return row

    def _vouchers(self, vouchers: Sequence[Voucher]) -> Section:
        empty = _("Write each expense as a voucher, and keep its receipt with it.")
        return self._list(_("Vouchers"), self._voucher_buttons(vouchers), empty)

    def _payments(self, payments: Sequence[Payment]) -> Section:
        above: list[Button] = []
        again = acts.again(self.desk.session)
        if again is not None and again.month.first.year == self._year:
            text = _("Same as the month before: {amount} for {month}")
            month = month_words(again.month.first)
            text = text.format(amount=money(again.amount), month=month)
            above.append(self._doer(text, self._repeat))
        lines = [payment_line(one, self._books) for one in payments]
        kind = kind_named("payment")
        presses = [partial(open_editor, self.desk, kind, one) for one in payments]
        words = payer_lines(payments, self._books, *self._stretch)
        empty = _("Write what the municipality pays, and when.")
        buttons = self._buttons(lines, presses)
        return self._list(_("Payments"), buttons, empty, words, above)

    def _outside(self, found: Flow, vouchers: Sequence[Voucher]) -> Section:
        told = _("They are outside the accounts, and leave the house only when you tick it.")
        sums = _("Spent {spent}. Received {received}.").format(
            spent=money(found.outside_spent), received=money(found.outside_received)
        )
        new = self._doer(_("New helper-related expense"), self._add_outside)
        title = _("Helper-related expenses (section 10)")
        return self._list(title, self._voucher_buttons(vouchers), "", [told, sums], [new])

    def _voucher_buttons(self, vouchers: Sequence[Voucher]) -> list[Button]:
        lines = [voucher_line(one, self._books) for one in vouchers]
        return self._buttons(lines, [partial(open_voucher, self.desk, one.id) for one in vouchers])

    def _buttons(
        self, lines: Sequence[str], presses: Sequence[Callable[[], object]]
    ) -> list[Button]:
        """A button for each line that has the sought words."""
        labels = told_apart([(line,) for line in lines])
        buttons = []
        for label, press in zip(labels, presses, strict=True):
            if matching(label, self._sought):
                button = Button(label, press=press)
                button.set_leading()
                buttons.append(button)
        return buttons

    def _list(
        self,
        title: str,
        buttons: list[Button],
        empty: str,
        words: Sequence[str] = (),
        above: Sequence[Button] = (),
    ) -> Section:
        """The ``words``, what can be done, and the first of ``buttons`` under a heading."""
        section = Section(title)
        shown = buttons if title in self._unfolded else buttons[:_FIRST_SHOWN]
        if len(shown) < len(buttons):
            text = ngettext("Show all {n}", "Show all {n}", len(buttons))
            shown = [*shown, Button(text, press=partial(self._unfold, title))]
        self._records += [*above, *shown]
        nothing = _("Nothing here has these words.") if self._sought else empty
        for line in (*words, *([nothing] if nothing and not buttons else ())):
            section.add(Text(line, tone="muted"))
        if above:
            section.add(Row(above))
        section.add(Stack(_GAP, shown))
        return section

    def _doer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    def _turn(self, step: int) -> None:
        self._year += step
        self._sought = ""
        self._unfolded.clear()
        self.desk.close_panel()
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self.heading.sentence}")

    def _unfold(self, title: str) -> None:
        self._unfolded.add(title)
        self.refresh()
        self.desk.say(_("All are shown."))

    def _seek(self, words: str) -> None:
        self._sought = words.strip()
        self.refresh()
        found = [*vouchers_of(self.desk.session, *self._stretch)]
        lines = [voucher_line(one, self._books) for one in found]
        paid = payments_of(self.desk.session, *self._stretch)
        lines += [payment_line(one, self._books) for one in paid]
        count = sum(matching(line, self._sought) for line in lines)
        self.desk.say(ngettext("{n} found.", "{n} found.", count))

    def _show_all(self, row: EntryRow) -> None:
        row.field.clear()
        self._seek("")

    def _mark(self, act: Callable[..., str], group: Sequence[Voucher]) -> None:
        self.desk.attempt(lambda: act(self.desk.session, group))

    def _number(self) -> None:
        self.desk.attempt(lambda: acts.give_numbers(self.desk.session, self._year))

    def _repeat(self) -> None:
        session = self.desk.session
        found = acts.again(session)
        if found is not None:
            self.desk.attempt(lambda: acts.write_again(session, found))

    def _add_voucher(self) -> None:
        new_voucher(self.desk, self._day())

    def _add_outside(self) -> None:
        outside = {"standard": StandardLine.HELPER_RELATED, "number": ""}
        new_voucher(self.desk, self._day(), **outside)

    def _add_payment(self) -> None:
        open_editor(self.desk, kind_named("payment"), received_on=self._day())

    def _day(self) -> dt.date:
        """Today, or the last day of an earlier year that is shown."""
        return min(self.desk.session.today, dt.date(self._year, 12, 31))


def _as_sent(count: int) -> str:
    return ngettext("Mark {n} voucher as sent", "Mark {n} vouchers as sent", count)


def _as_paid(count: int) -> str:
    return ngettext("Mark {n} voucher as paid", "Mark {n} vouchers as paid", count)
