"""The place of the budget: its sum, its lines in the municipality's words, and new budgets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services.budgets import (
    budget_in_use,
    budgets,
    drop_budget,
    line_words,
    name_of,
    next_place,
    notes,
    origin_words,
    purpose_words,
    sentence,
)
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.budget_building_panel import open_building
from bpa_desktop.views.budget_import_panel import choose_budget_file
from bpa_desktop.views.budget_revision_panel import open_revision
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Section
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.budget import Budget, BudgetLine
    from bpa_desktop.services.budgets import BudgetInUse
    from bpa_desktop.views.button_look import Kind
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Tone

_LINE_GAP: Final = 2


class BudgetPage(Page):
    """Every line of a budget on a button of its own; below them the ways to another budget."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"budget", "budget_line"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen = ""
        self._found: BudgetInUse | None = None
        self._new_line = self._button(_("New line"), self._add_line, "primary", "plus")
        self._edit = Button(_("Name and days"), press=self._edit_budget)
        self.lead(self._new_line, self._edit, main=self._new_line)

    def refresh(self) -> None:
        """Read the budget again."""
        session = self.desk.session
        found = self._found = budget_in_use(session, self._chosen)
        self._new_line.setEnabled(found is not None and not self.desk.read_only)
        self._edit.setEnabled(found is not None)
        content = self.stack()
        if found is None:
            self.heading.say(_("Budget"), "")
            content.add(Notice(_("Bring in the municipality's budget, or let it be built.")))
        else:
            self.heading.say(name_of(found.budget), sentence(found))
        buttons = [] if found is None else self._add_budget(content, found)
        ways = self._ways(found)
        content.add(_below(_("A new budget") if found is None else _("Another budget"), ways))
        self.group.set_buttons([*self.above, *buttons, *ways])
        self.fill(content)

    def _add_budget(self, content: Stack, found: BudgetInUse) -> list[Button]:
        self._add_others(content, found.budget)
        for words in notes(found):
            content.add(Notice(words))
        labels = told_apart([(line_words(line),) for line in found.lines])
        buttons = []
        for line, label in zip(found.lines, labels, strict=True):
            button = _line_button(line, label, partial(self._open, line))
            content.add(_line(line, button))
            buttons.append(button)
        return buttons

    def _add_others(self, content: Stack, shown: Budget) -> None:
        """The budgets there are, where there are several."""
        there = budgets(self.desk.session)
        if len(there) > 1:
            labels = told_apart([(name_of(one), _dated(one)) for one in there])
            options = [(one.id, label) for one, label in zip(there, labels, strict=True)]
            content.add(Choice(_("Which budget"), options, shown.id, self._choose))

    def _ways(self, found: BudgetInUse | None) -> list[Button]:
        """The ways to another budget; one from a date needs one that is there."""
        ways = [
            self._button(_("Bring in a budget from a file"), lambda: choose_budget_file(self)),
            self._button(_("Build from the grant"), lambda: open_building(self.desk)),
            self._button(_("Write a new budget"), self._write_budget),
        ]
        if found is not None:
            budget = found.budget
            new = partial(open_revision, self.desk, budget)
            ways.insert(0, self._button(_("New budget from a date"), new))
            ways.append(self._button(_("Delete this budget"), partial(self._drop, budget)))
        return ways

    def _button(
        self, text: str, press: Callable[[], object], kind: Kind = "plain", icon: str = ""
    ) -> Button:
        button = Button(text, kind, icon=icon, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    def _choose(self, budget: str) -> None:
        self._chosen = budget
        self.desk.close_panel()
        self.refresh()
        self.desk.announcer.say(f"{self.heading.title}. {self.heading.sentence}")

    def _open(self, line: BudgetLine) -> None:
        open_editor(self.desk, kind_named("budget_line"), line)

    def _add_line(self) -> None:
        if self._found is not None:
            budget = self._found.budget
            place = next_place(self.desk.session, budget)
            kind = kind_named("budget_line")
            open_editor(self.desk, kind, budget=budget.id, place=place)

    def _edit_budget(self) -> None:
        if self._found is not None:
            open_editor(self.desk, kind_named("budget"), self._found.budget)

    def _drop(self, budget: Budget) -> None:
        """Delete the budget with its lines; it can be undone."""
        self.desk.close_panel()
        self.desk.attempt(partial(drop_budget, self.desk.session, budget))

    def _write_budget(self) -> None:
        open_editor(self.desk, kind_named("budget"))


def _line_button(line: BudgetLine, label: str, press: Callable[[], object]) -> Button:
    """The line in the municipality's words, its amount at the right."""
    button = Button(label, press=press)
    button.set_leading()
    button.set_note(money(line.amount))
    return button


def _line(line: BudgetLine, button: Button) -> Stack:
    """The button, and below it what the line is for and how it came about."""
    tone: Tone = "warn" if line.standard is None else "muted"
    told = [Text(purpose_words(line), tone=tone)]
    origin = origin_words(line)
    if origin:
        told.append(Text(origin, tone="muted"))
    return Stack(_LINE_GAP, [button, *told])


def _below(title: str, ways: list[Button]) -> Section:
    section = Section(title)
    section.add(Row(ways))
    return section


def _dated(budget: Budget) -> str:
    return _("{name} from {start}").format(
        name=name_of(budget), start=date_words(budget.valid_from)
    )
