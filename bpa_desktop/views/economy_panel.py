"""What the numbers of one budget line are the sums of: pay by helper and month, and vouchers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.phrases import in_kroner
from bpa_desktop.domain.budget import Budget
from bpa_desktop.domain.money_flow import Voucher
from bpa_desktop.i18n import _, money
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.economy import economy
from bpa_desktop.services.economy_words import name_of, sources, spread
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.pay_panel import open_pay
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.budget import BudgetLine
    from bpa_desktop.domain.economy import LineMoney
    from bpa_desktop.services.economy import Economy
    from bpa_desktop.services.economy_words import Source
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


def open_line(desk: Desk, budget_id: str, line_id: str | None) -> None:
    """Show the records behind a line beside the page, and say what is used on it."""
    budgets = desk.session.records.with_ids(Budget, [budget_id])
    found = economy(desk.session, budgets[0]) if budgets else None
    line = _line(found, line_id) if found is not None else None
    if found is None or line is None:
        desk.close_panel()
        return
    panel = LinePanel(desk, found, line)
    desk.show_panel(panel, name_of(line))
    desk.announcer.say(f"{name_of(line)}. {_used(line)}")


def _line(found: Economy, line_id: str | None) -> LineMoney | None:
    own = (one for one in found.lines if (one.line.id if one.line else None) == line_id)
    return next(own, None)


class LinePanel(LivePanel):
    """Every record is a button that opens it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "own_rate", "budget", "budget_line", "voucher"}
    )

    def __init__(self, desk: Desk, found: Economy, line: LineMoney) -> None:
        key = None if line.line is None else line.line.id
        super().__init__(desk, lambda: open_line(desk, found.budget.id, key))
        for words in _numbers(line):
            self.add(Text(words))
        buttons = []
        if line.line is not None:
            press = partial(self._edit, line.line)
            buttons.append(Button(_("Open the budget line"), press=press))
            self.add(buttons[0])
        self.add(Text(_("Used on it"), "label"))
        records = [self._button(one) for one in sources(desk.session, found, line)]
        self.add(Stack(_GAP, records) if records else Text(_("Nothing yet."), tone="muted"))
        self._roving = Roving([*buttons, *records])

    def _edit(self, line: BudgetLine) -> None:
        open_editor(self.desk, kind_named("budget_line"), line)

    def _button(self, source: Source) -> Button:
        button = Button(source.words, press=partial(self._open, source))
        button.set_leading()
        return button

    def _open(self, source: Source) -> None:
        if source.month is not None:
            open_pay(self.desk, source.record_id, source.month)
            return
        voucher = self.desk.session.records.get(Voucher, source.record_id)
        open_editor(self.desk, kind_named("voucher"), voucher)


def _numbers(line: LineMoney) -> Iterator[str]:
    yield _("Granted for the whole budget: {amount}").format(amount=money(line.granted))
    yield _("Granted to date: {amount}").format(amount=money(line.to_date))
    yield _used(line)
    if line.line is not None and line.line.formula:
        yield line.line.formula
    if line.expected is not None:
        yield _("Expected in all: {amount}").format(amount=in_kroner(line.expected.middle))
        if spread(line.expected):
            yield spread(line.expected)


def _used(line: LineMoney) -> str:
    amount = _("incomplete") if line.used is None else money(line.used)
    return _("Used: {amount}").format(amount=amount)
