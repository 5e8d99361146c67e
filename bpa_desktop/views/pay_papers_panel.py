"""The pay of a month on paper and as a table: for whom, with which columns, and where it lies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.pay_table import PayColumn
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services import recent
from bpa_desktop.services.giving import write_out
from bpa_desktop.services.pay_basis import ending_in
from bpa_desktop.services.pay_papers import (
    PayPapers,
    TableChoice,
    paid_days_words,
    paid_state_words,
)
from bpa_desktop.services.pay_settling import may_lock
from bpa_desktop.views import closing_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.views.desk import Desk

_EVERYBODY: Final = ""


@dataclass(frozen=True, kw_only=True)
class PapersChoice:
    """For whom papers are, by the helper's id or for everybody; and whether CPR numbers stand.

    ``period`` is the pay period they are for, or nothing for the whole month.

    Which other columns stand is kept with the preferences.
    """

    to: str = _EVERYBODY
    period: Period | None = None
    with_cpr: bool = False


def open_pay_papers(desk: Desk, month: Period) -> None:
    """Show what can be handed out of the pay of ``month`` beside the page, and say so."""
    saving = Saving(desk, recent.home_folder() / _("Pay"), _("The file is being made."))
    panel = _show(desk, month, PapersChoice(), saving)
    desk.announcer.say(f"{panel.title}. {panel.state}")


def _show(
    desk: Desk, month: Period, choice: PapersChoice, saving: Saving, *, take_focus: bool = True
) -> PayPapersPanel:
    panel = PayPapersPanel(desk, month, choice, saving)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


class PayPapersPanel(ChoicePanel):
    """A paper for each helper, and a table for the pay office."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "own_rate", "closed_month", "scheme"}
    )

    def __init__(self, desk: Desk, month: Period, choice: PapersChoice, saving: Saving) -> None:
        super().__init__(desk, lambda: _show(desk, month, choice, saving, take_focus=False))
        self._month = month
        self._choice = choice
        self._saving = saving
        self._periods = ending_in(desk.session, month)
        days = choice.period if choice.period in self._periods else None
        self._papers = PayPapers(desk.session, days or month)
        people = self._papers.basis.helpers
        names = told_apart([(one.called.partition(" ")[0], one.called) for one in people])
        self._people = {one.helper: name for one, name in zip(people, names, strict=True)}
        self.title = _("Pay papers {month}").format(month=month_words(month.first))
        self.state = paid_state_words(desk.session, days or month)
        if self._periods:
            self._add_periods(days)
        self.add(Text(self._sum(), "strong"))
        self.add(Text(self.state))
        self._add_lock()
        if people:
            self._add_papers()
            self._add_table()
        self.add_button(Button(_("Open the folder"), press=saving.open_folder))

    def _add_periods(self, chosen: Period | None) -> None:
        """The month, and each pay period that ends in it."""
        options = [
            (None, month_words(self._month.first)),
            *((one, paid_days_words(one)) for one in self._periods),
        ]
        chips = [
            Chip(text, partial(self._choose_period, one, text), one == chosen)
            for one, text in options
        ]
        self.add_chips(_("Pay for"), chips)

    def _choose_period(self, period: Period | None, words: str) -> None:
        said = _("Pay for {days}.").format(days=words)
        self._again(replace(self._choice, period=period), said)

    def _sum(self) -> str:
        if not self._people:
            days = paid_days_words(self._papers.month)
            return _("Nobody is paid for {month}.").format(month=days)
        amount = self._papers.basis.amount
        if amount is None:
            return _("The pay is incomplete.")
        return _("Together: {amount}").format(amount=money(amount))

    def _add_lock(self) -> None:
        if not may_lock(self.desk.session, self._month):
            return
        text = _("Lock the pay of {month}").format(month=month_words(self._month.first))
        press = partial(closing_actions.lock_pay, self.desk, self._month)
        self.add_button(Button(text, "primary", press=press), writes=True)

    def _add_papers(self) -> None:
        to = self._choice.to if self._choice.to in self._people else _EVERYBODY
        options = {_EVERYBODY: _("Everybody"), **self._people}
        chips = [
            Chip(name, partial(self._choose_whom, one, name), one == to)
            for one, name in options.items()
        ]
        self.add_chips(_("To whom"), chips)
        who = options[to]
        make = partial(self._papers.paper, to)
        save, see = _("Save pay basis – {who}"), _("See pay basis – {who}")
        self._add_file(save.format(who=who), make)
        self.add_button(Button(see.format(who=who), icon="eye", press=partial(self._see, make)))

    def _add_table(self) -> None:
        self.add(Text(_("Table for the pay office"), "strong"))
        by_shift = self.desk.preferences.pay_by_shift
        rows = ((False, _("Summed")), (True, _("Shift by shift")))
        chips = [Chip(text, partial(self._choose_rows, one), one == by_shift) for one, text in rows]
        self.add_chips(_("Rows"), chips)
        self.add_chips(_("Columns"), list(self._columns()))
        if self._table().columns:
            self._add_file(_("Save pay for Excel"), lambda: self._papers.xlsx(self._table()))
            self._add_file(_("Save pay as CSV"), lambda: self._papers.csv(self._table()))

    def _columns(self) -> Iterator[Chip]:
        chosen = self._table().columns
        for one in PayColumn:
            yield Chip(_(one.label), partial(self._choose_column, one), one in chosen)

    def _table(self) -> TableChoice:
        wanted = self.desk.preferences.pay_columns.split()
        kept = {one for one in PayColumn if one.value in wanted}
        if self._choice.with_cpr:
            kept.add(PayColumn.CPR)
        return TableChoice(frozenset(kept), self.desk.preferences.pay_by_shift)

    def _add_file(self, text: str, make: Callable[[], HandOut]) -> None:
        self.add_button(Button(text, icon="download", press=partial(self._save, make)))

    def _save(self, make: Callable[[], HandOut]) -> None:
        hand_out = make()
        self._saving.begin(lambda folder: write_out(hand_out, folder))

    def _see(self, make: Callable[[], HandOut]) -> None:
        bundle = make().bundle
        if bundle is not None:
            show_paper(self, bundle, back="pay")

    def _again(self, choice: PapersChoice, said: str) -> None:
        _show(self.desk, self._month, choice, self._saving)
        self.desk.say(said)

    def _choose_whom(self, helper: str, name: str) -> None:
        said = _("To whom: {who}.").format(who=name)
        self._again(replace(self._choice, to=helper), said)

    def _choose_rows(self, by_shift: bool) -> None:  # noqa: FBT001 - the choice's own value
        self.desk.change_preferences(pay_by_shift=by_shift)
        said = _("Shift by shift") if by_shift else _("Summed")
        self._again(self._choice, f"{said}.")

    def _choose_column(self, column: PayColumn) -> None:
        chosen = self._table().columns ^ {column}
        kept = " ".join(one.value for one in PayColumn if one in chosen - {PayColumn.CPR})
        self.desk.change_preferences(pay_columns=kept)
        text = _("The column {what} is in the table.")
        if column not in chosen:
            text = _("The column {what} is not in the table.")
        choice = replace(self._choice, with_cpr=PayColumn.CPR in chosen)
        self._again(choice, text.format(what=_(column.label)))
