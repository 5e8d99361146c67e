"""The place Accounts: a budget year line by line, its hours, and the papers made of them."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents import account_words as words
from bpa_desktop.documents.accounts import accounts_paper
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.domain.accounts import Mode
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, kroner, language, ngettext
from bpa_desktop.services import recent
from bpa_desktop.services.accounts import year_of
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.paper_accounts import (
    PDF,
    XLSX,
    accounts_values,
    save_accounts,
)
from bpa_desktop.views.account_hours_card import HoursCard
from bpa_desktop.views.account_hours_panel import open_hours
from bpa_desktop.views.account_line_panel import open_line, open_payments
from bpa_desktop.views.account_table import AccountTable
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.move_hours_panel import open_move
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.documents.accounts import AccountsPaper
    from bpa_desktop.domain.accounts import AccountLine
    from bpa_desktop.domain.moved_hours import MovedHours
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.stack import Stack

_A_DAY: Final = dt.timedelta(days=1)
_MODES: Final = {
    Mode.CHECK: N_(
        "The municipality runs payroll and makes the accounts. Here are your own figures to lay "
        "beside them."
    ),
    Mode.FIRM: N_(
        "The firm or association makes the accounts. Here are your own figures to lay beside them."
    ),
}


class AccountsPage(Page):
    """The sentence first; every amount opens what it is the sum of."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "own_rate", "absence", "grant", "scheme", "closed_month"}
        | {"budget", "budget_line", "payment", "voucher", "payslip", "moved_hours", "explanation"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day = desk.session.today
        self._with_outside = False
        self._values: AccountsPaper | None = None
        folder = recent.home_folder() / _("Accounts")
        self._saving = Saving(desk, folder, _("The accounts are being made."), self)
        self._above = [
            Button(_("Earlier year"), icon="arrow-left", press=partial(self._turn, -1)),
            Button(_("Later year"), icon="arrow-right", press=partial(self._turn, 1)),
            Button(_("See it as the caseworker"), icon="eye", press=self._look),
            Button(_("Save spreadsheet"), icon="download", press=partial(self._save, XLSX)),
            Button(_("Save PDF"), "primary", icon="download", press=partial(self._save, PDF)),
        ]
        self._group = Roving(self._above)
        self._group.point_to(self._above[-1])
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Reckon the year again."""
        year = year_of(self.desk.session, self._day)
        found = accounts_values(self.desk.session, year, with_outside=self._with_outside)
        self._values = found
        self.heading.say(words.title(found.mode, year), words.reading(found.accounts))
        content = self.stack()
        self._group.set_buttons([*self._above, *self._add_notices(content, found)])
        table = AccountTable(found.accounts, self._see)
        content.add(table)
        Roving([*table.buttons, *self._add_hours(content, found)])
        self._add_outside(content, found)
        self._add_below(content)
        self.fill(content)

    def _add_notices(self, content: Stack, found: AccountsPaper) -> list[Button]:
        """What is to be known before the lines; the buttons join those of the heading."""
        buttons = []
        if found.mode in _MODES:
            content.add(Notice(" ".join((_(_MODES[found.mode]), *found.checks))))
        counted = words.counted_words(found.accounts)
        if counted:
            running = _("The running month counts as planned.")
            content.add(Text(f"{counted} {running}", tone="muted"))
        if not found.accounts.has_budget:
            press = partial(open_editor, self.desk, kind_named("budget"))
            content.add(Notice(_("Write the budget, and its lines stand here in their order.")))
            buttons.append(Button(_("Write the budget"), press=press))
            content.add(Row([buttons[-1]]))
        if found.missing:
            content.add(Notice(" ".join((_("Incomplete."), *found.missing)), "warn"))
            press = partial(self.desk.go, "rates")
            buttons.append(Button(_("Write the rates"), icon="file-text", press=press))
            content.add(Row([buttons[-1]]))
        self._add_waiting(content, len(found.accounts.waiting()))
        return buttons

    @staticmethod
    def _add_waiting(content: Stack, waiting: int) -> None:
        if waiting:
            text = ngettext(
                "{n} line differs so much that it needs a sentence.",
                "{n} lines differ so much that they need a sentence each.",
                waiting,
            )
            content.add(Notice(text, "warn"))

    def _add_hours(self, content: Stack, found: AccountsPaper) -> list[Button]:
        content.add(Text(words.settled_words(found.hours), "strong"))
        card = HoursCard(self.desk, found.hours, self._letter)
        ask = Button(_("Ask to move hours"), press=partial(open_move, self, found.hours))
        ask.setEnabled(not self.desk.read_only)
        about = Button(
            _("See the hours"), press=partial(open_hours, self.desk, found.accounts.year)
        )
        content.add(Row([ask, about]))
        content.add(card)
        return [ask, about, *card.buttons]

    def _add_outside(self, content: Stack, found: AccountsPaper) -> None:
        options = [(False, _("Not shown")), (True, _("Shown apart"))]
        title = _("Helper-related expenses, section 10")
        content.add(Choice(title, options, self._with_outside, self._choose_outside))
        for one in found.outside:
            name = words.line_name(one)
            text = _("{what}: estimate {granted}, own log {spent}.")
            granted, spent = kroner(one.granted), kroner(one.known)
            content.add(Text(text.format(what=name, granted=granted, spent=spent)))
        if self._with_outside and not found.outside:
            content.add(Text(_("Nothing is written for section 10 in the year."), tone="muted"))

    def _add_below(self, content: Stack) -> None:
        where = SavedWhere(self._saving, _("The accounts are saved in the folder {path}."))
        Roving(where.buttons)
        content.add(where)

    def _turn(self, step: int) -> None:
        year = year_of(self.desk.session, self._day)
        self._day = year.end if step > 0 else year.first - _A_DAY
        self.desk.close_panel()
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self.heading.sentence}")

    def _see(self, line: AccountLine | None) -> None:
        if self._values is None:
            return
        if line is None:
            open_payments(self.desk, self._values.accounts)
        else:
            open_line(self.desk, self._values.accounts, line)

    def _choose_outside(self, shown: bool) -> None:  # noqa: FBT001 - the choice's own value
        self._with_outside = shown
        self.refresh()
        said = (
            _("Section 10 stands on a sheet of its own.") if shown else _("Section 10 is left out.")
        )
        self.desk.say(said)

    def _letter(self, wish: MovedHours) -> None:
        about = (wish.type_name, wish.id)
        open_letter(self.desk, "move_hours", about, back="accounts")

    def _look(self) -> None:
        if self._values is not None:
            show_paper(self, as_bundle(accounts_paper(self._values)), back="accounts")

    def _save(self, form: str) -> None:
        if self._values is not None:
            values, spoken = self._values, language()
            self._saving.begin(lambda folder: save_accounts(values, spoken, form, folder))
