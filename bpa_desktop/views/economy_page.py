"""The place for money against the budget: line by line, and the records behind each number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt

from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.due_words_ahead import warned
from bpa_desktop.services.economy import budget_of, budgets, economy, lines_of
from bpa_desktop.services.economy_words import (
    basis,
    beside,
    difference_cell,
    meter_of,
    name_of,
    numbers,
    sentence,
)
from bpa_desktop.services.foresight import warned_of
from bpa_desktop.services.pay_words import missing_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row, Rows
from bpa_desktop.views.doors import doors
from bpa_desktop.views.economy_panel import open_line
from bpa_desktop.views.marks import HoursMeter
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text
from bpa_desktop.views.what_if_panel import open_what_if

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.budget import Budget
    from bpa_desktop.domain.economy import LineMoney
    from bpa_desktop.services.economy import Economy
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.stack import Stack
    from bpa_desktop.views.text import Look

FURTHER: Final = ("pay", "rates", "budget", "money", "accounts")
_GAP: Final = 16
_NAME_CHARS: Final = 16
_NUMBER_CHARS: Final = 9
_DIFFERENCE_CHARS: Final = 14
_METER_CHARS: Final = 16
_BESIDE_CHARS: Final = 24
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EconomyPage(Page):
    """The budget that counts today; every line opens what its numbers are the sums of."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {
            *("shift", "absence", "helper", "own_rate", "roster_pattern", "grant"),
            *("budget", "budget_line", "voucher", "payment"),
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day = desk.session.today
        self._earlier = Button(_("Earlier budget"), icon="arrow-left", press=lambda: self._turn(-1))
        self._later = Button(_("Later budget"), icon="arrow-right", press=lambda: self._turn(1))
        what_if = Button(_("What if"), press=lambda: open_what_if(desk))
        self._heads = [self._earlier, self._later, what_if]
        self._group = Roving(self._heads)
        self.heading.add(Row(self._heads))

    def refresh(self) -> None:
        """Reckon the budget again."""
        session = self.desk.session
        budget = budget_of(session, self._day)
        others = budgets(session)
        self._earlier.setEnabled(budget is not None and budget != others[0])
        self._later.setEnabled(budget is not None and budget != others[-1])
        content = self.stack()
        further = doors(self.desk, FURTHER)
        self._group.set_buttons([*self._heads, *further])
        content.add(Row(further))
        if budget is None:
            self._say_empty(content)
        else:
            self._show(content, economy(session, budget))
        self.fill(content)

    def _say_empty(self, content: Stack) -> None:
        self.heading.say(_("Economy"), _("There is no budget yet."))
        content.add(Notice(_("Write your budget, and the program counts what is used of it.")))
        press = partial(open_editor, self.desk, kind_named("budget"))
        button = Button(_("New budget"), "primary", press=press)
        button.setEnabled(not self.desk.read_only)
        content.add(Row([button]))

    def _show(self, content: Stack, found: Economy) -> None:
        name = found.budget.name or _("Budget")
        self.heading.say(_("Economy: {budget}").format(budget=name), sentence(found))
        for one in warned_of(found, self.desk.session.today):
            content.add(Notice(warned(one), "warn"))
        for words in missing_words(found.missing):
            content.add(Notice(words, "warn"))
        if not lines_of(self.desk.session, found.budget):
            content.add(Notice(_("The budget has no lines yet.")))
        content.add(self._table(found))
        card = Card(_("How it is counted"))
        for words in basis(found):
            card.add(Text(words, tone="muted"))
        content.add(card)

    def _table(self, found: Economy) -> Rows:
        table = Rows(_("Line by line, in kroner"))
        heads = (_("Granted"), _("Used"), _("Expected"))
        table.add(_row(_("Line"), heads, _("Difference"), "label"))
        buttons = []
        for line in found.lines:
            row = _row(name_of(line), numbers(line), difference_cell(line))
            words = beside(line)
            if words:
                row.add(_meter(line, words), chars=_METER_CHARS, stretch=True)
                row.add(Text(words, tone="muted"), chars=_BESIDE_CHARS, fold=True)
            button = self._button(found.budget, line)
            row.add(button)
            buttons.append(button)
            table.add(row)
        Roving(buttons)
        table.add(_row(_("Total"), numbers(found.whole), difference_cell(found.whole), "strong"))
        return table

    def _button(self, budget: Budget, line: LineMoney) -> Button:
        key = None if line.line is None else line.line.id
        text = _("See what is on no line")
        if line.line is not None:
            text = _("See line {number}").format(number=line.line.place)
        return Button(text, press=partial(open_line, self.desk, budget.id, key))

    def _turn(self, step: int) -> None:
        found = budgets(self.desk.session)
        now = budget_of(self.desk.session, self._day)
        if now is not None:
            self._day = found[found.index(now) + step].valid_from
        self.desk.close_panel()
        self.refresh()
        self.desk.say(f"{self.heading.title}. {self.heading.sentence}")


def _meter(line: LineMoney, words: str) -> HoursMeter:
    meter = HoursMeter(name_of(line), words)
    meter.show_hours(*meter_of(line))
    return meter


def _row(name: str, numbers: Iterable[str], difference: str, look: Look = "body") -> Row:
    row = Row(gap=_GAP)
    row.add(Text(name, look), chars=_NAME_CHARS, stretch=True, fold=True)
    for number in numbers:
        words = Text(number, look)
        words.setAlignment(_RIGHT)
        row.add(words, chars=_NUMBER_CHARS, fold=True)
    row.add(Text(difference, look), chars=_DIFFERENCE_CHARS)
    return row
