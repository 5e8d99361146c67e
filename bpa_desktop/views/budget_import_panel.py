"""A budget from a file: how it was read, which column is what, and one press that puts it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtWidgets import QApplication

from bpa_desktop.domain.entry import EntryRefused, parse_date
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, ngettext
from bpa_desktop.services import recent
from bpa_desktop.services.budget_import import (
    column_words,
    fault_words,
    foresee,
    foreseen_line,
    foreseen_words,
    other_sheet,
    put_in_budget,
    read_budget_file,
)
from bpa_desktop.services.budgets import purpose_words, saved_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_box import ChoiceBox
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.showing import refused
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.tasks import Task
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.services.budget_import import Foreseen, Reading
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.page import Page

_SHOWN: Final = 50
_FAULTS: Final = 5
_LETTERS: Final = 15
_NAME_LETTERS: Final = 24
_LINE_GAP: Final = 2
_COLUMNS: Final = (
    ("words", N_("The words are in column"), False),
    ("amount", N_("Kroner are in column"), False),
    ("hours", N_("Hours are in column"), True),
)
"""The columns a person can name, and whether the table may lack it."""


class EndsTooEarly(EntryRefused):
    """The budget would end before it begins."""

    sentence = N_("The end is before the start.")


def choose_budget_file(page: Page) -> None:
    """Ask the system for a spreadsheet, and show how it is read; say why where it is refused."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - rare

    name, _filter = QFileDialog.getOpenFileName(
        QApplication.activeWindow(),
        _("Bring in a budget from a file"),
        str(recent.home_folder()),
        _("Spreadsheets (*.xlsx *.xlsm *.csv *.txt)"),
    )
    if name:
        open_budget_file(page, Path(name))


def open_budget_file(page: Page, path: Path) -> Task:
    """Read the file at ``path`` on a thread, and show how, or say why it is refused.

    Nothing opens for whoever has left ``page`` in the meantime.
    """
    desk, today = page.desk, page.desk.session.today

    def show(reading: Reading) -> None:
        if page.isVisible():
            open_reading(desk, reading)

    desk.tell(_("The file is being read."))
    task = Task(lambda: read_budget_file(path, today), page)
    task.done.connect(show)
    task.failed.connect(lambda error: refused(desk, error))
    task.start()
    return task


def open_reading(desk: Desk, reading: Reading) -> None:
    """Show what would be put in, and say so."""
    panel = _show(desk, reading)
    desk.announcer.say(f"{_('Budget from a file')}. {panel.words}")


def _show(desk: Desk, reading: Reading) -> BudgetImportPanel:
    panel = BudgetImportPanel(desk, reading)
    desk.show_panel(panel, _("Budget from a file"))
    return panel


class BudgetImportPanel(ChoicePanel):
    """Nothing is put in until it is pressed; every line stands there as it was read."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"scheme"})

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk, lambda: _show(desk, reading))
        self._reading = reading
        found = foresee(reading)
        self.words = foreseen_words(reading, found)
        self.add(Text(self.words, "strong"))
        if found.lines:
            text = ngettext("Put in {n} line", "Put in {n} lines", len(found.lines))
            self.point_to(self.add_button(Button(text, "primary", press=self._put_in), writes=True))
        self._add_columns()
        self._add_sums(found)
        self._add_budget()
        self._add_lines(found)
        self._add_faults(found)

    def _add_columns(self) -> None:
        """The sheet where there are several, and which column is what."""
        reading = self._reading
        sheets = [(place, one.name) for place, one in enumerate(reading.file.table.sheets)]
        if len(sheets) > 1:
            self.add(ChoiceBox(_("Sheet"), sheets, reading.sheet, self._choose_sheet))
        places: list[tuple[int | None, str]] = list(enumerate(column_words(reading)))
        for name, label, is_optional in _COLUMNS:
            none: list[tuple[int | None, str]] = [(None, _("No column"))] if is_optional else []
            value = getattr(reading.columns, name)
            self.add(ChoiceBox(_(label), [*none, *places], value, self._chooser(name)))

    def _chooser(self, name: str) -> Callable[[int | None], None]:
        def choose(place: int | None) -> None:
            chosen: dict[str, Any] = {name: place}
            columns = self._reading.columns._replace(**chosen)
            open_reading(self.desk, self._reading._replace(columns=columns))

        return choose

    def _choose_sheet(self, sheet: int) -> None:
        open_reading(self.desk, other_sheet(self._reading, sheet))

    def _add_sums(self, found: Foreseen) -> None:
        if not found.sums:
            return
        with_sums = self._reading.with_sums
        count = len(found.sums)
        label = ngettext("{n} row looks like a sum", "{n} rows look like sums", count)
        chips = [
            Chip(_("Leave out sums"), lambda: self._take_sums(wanted=False), not with_sums),
            Chip(_("Take sums too"), lambda: self._take_sums(wanted=True), with_sums),
        ]
        self.add_chips(label, chips)

    def _take_sums(self, *, wanted: bool) -> None:
        open_reading(self.desk, self._reading._replace(with_sums=wanted))

    def _add_budget(self) -> None:
        """What the new budget is called and for which days it is."""
        reading = self._reading
        name = EntryRow(self.desk, _("Name"), reading.name, self._name, letters=_NAME_LETTERS)
        self.add(name)
        for field, label, day in (
            ("first", _("First day"), reading.first),
            ("last", _("Last day"), reading.last),
        ):
            self.add(self._day(field, label, day))

    def _name(self, text: str) -> None:
        open_reading(self.desk, self._reading._replace(name=text.strip()))

    def _day(self, field: str, label: str, day: dt.date) -> EntryRow:
        def take(text: str) -> None:
            written = parse_date(text, self.desk.session.today)
            days: dict[str, Any] = {field: written}
            changed = self._reading._replace(**days)
            if changed.last < changed.first:
                raise EndsTooEarly
            open_reading(self.desk, changed)

        return EntryRow(self.desk, label, date_short(day), take, letters=_LETTERS)

    def _add_lines(self, found: Foreseen) -> None:
        if not found.lines:
            return
        self.add(Text(_("The lines as they were read"), "section"))
        self.add(Text(_("What each is for is a guess. You can change it afterwards.")))
        for line in found.lines[:_SHOWN]:
            purpose = Text(purpose_words(line), tone="muted")
            self.add(Stack(_LINE_GAP, [Text(foreseen_line(line)), purpose]))
        more = len(found.lines) - _SHOWN
        if more > 0:
            self.add(Text(ngettext("And {n} line more.", "And {n} lines more.", more)))

    def _add_faults(self, found: Foreseen) -> None:
        left = [*found.faults, *([] if self._reading.with_sums else found.sums)]
        if not left:
            return
        self.add(Text(_("Left out"), "section"))
        for fault in left[:_FAULTS]:
            self.add(Text(fault_words(fault)))
        more = len(left) - _FAULTS
        if more > 0:
            self.add(Text(ngettext("And {n} line more.", "And {n} lines more.", more)))

    def _put_in(self) -> None:
        def put_in() -> str:
            return saved_words(*put_in_budget(self.desk.session, self._reading))

        if self.desk.attempt(put_in):
            self.desk.close_panel()
