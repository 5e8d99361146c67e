"""The pay of a helper in a month: each line opens how it came about and the shifts it is of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, money
from bpa_desktop.services import many_shifts
from bpa_desktop.services.g_day_records import describe, g_days_of
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.month_pay_words import (
    HOW_LEVIED,
    lacking_words,
    line_words,
    note_words,
    summary,
    why,
)
from bpa_desktop.services.pay_words import missing_words
from bpa_desktop.services.rostering import when
from bpa_desktop.views.button import Button
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.missing_writers import g_day_editor, writers
from bpa_desktop.views.payslip_part import PayslipPart
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.shift_bench import PanelChoice
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.shift_pay_part import PAY
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.month_pay import HelperPay, PayLine
    from bpa_desktop.views.desk import Desk

TOPICS: Final = frozenset(
    {
        "shift",
        "helper",
        "absence",
        "scheme",
        "own_rate",
        "unemployment_day",
        "payslip",
        "closed_month",
        "voucher",
    }
)
"""What changes what a month costs."""
_GAP: Final = 8
_LINE_GAP: Final = 4
_MARGIN: Final = 16


def open_pay(desk: Desk, helper: str, month: Period) -> None:
    """Show the pay of a helper in a month beside the page, and say the sum."""
    found = _show(desk, helper, month)
    if found is not None:
        desk.announcer.say(f"{summary(found)}")


def _show(desk: Desk, helper: str, month: Period, *, take_focus: bool = True) -> HelperPay | None:
    found = next((one for one in month_pay(desk.session, month) if one.helper.id == helper), None)
    if found is not None:
        panel = PayPanel(desk, found, month)
        desk.show_panel(panel, found.helper.name, take_focus=take_focus)
    return found


class PayPanel(LivePanel):
    """The sum, what is missing and how to write it, and a button for each line."""

    TOPICS: ClassVar[frozenset[str]] = TOPICS

    def __init__(self, desk: Desk, pay: HelperPay, month: Period) -> None:
        super().__init__(desk, lambda: _show(desk, pay.helper.id, month, take_focus=False))
        self._pay = pay
        self._buttons: list[Button] = []
        self._roving = Roving()
        self.add(Text(summary(pay), "strong"))
        self._add_words(lacking_words(pay))
        back = partial(open_pay, desk, pay.helper.id, month)
        self._keep(writers(desk, pay.helper, pay.missing, back))
        self._bodies = [self._add_line(line) for line in pay.lines]
        self._bodies += self._add_levies(back)
        if pay.drawn:
            self.add(Text(_("Drawn from the pay, so it costs nothing more"), "label", "muted"))
            self._add_words(map(line_words, pay.drawn))
        self._add_words(note_words(pay))
        payslip = PayslipPart(desk, pay.helper, month, back)
        self.add(payslip)
        self._group(payslip.buttons)
        g_days = g_days_of(desk.session, pay.helper.id, month)
        self._keep(g_day_editor(desk, one, describe(desk.session, one), back) for one in g_days)

    def _add_levies(self, back: Callable[[], object]) -> list[LineBody]:
        """What the month costs beside the pay, and what is missing for it."""
        pay = self._pay
        if not any((pay.levies.lines, pay.levies.missing)):
            return []
        self.add(Text(_("Beside the pay: Barsel.dk and AES"), "label", "muted"))
        self.add(Text(_(HOW_LEVIED)))
        self._add_words(missing_words(pay.levies.missing))
        self._keep(writers(self.desk, pay.helper, pay.levies.missing, back))
        return [self._add_line(line) for line in pay.levies.lines]

    def _add_words(self, sentences: Iterable[str]) -> None:
        for words in sentences:
            self.add(Text(words))

    def _keep(self, buttons: Iterable[Button]) -> None:
        found = list(buttons)
        if found:
            self.add(Stack(_GAP, found))
        self._group(found)

    def _group(self, buttons: Sequence[Button]) -> None:
        self._buttons += buttons
        self._roving.set_buttons(self._buttons)

    def _add_line(self, line: PayLine) -> LineBody:
        button = Button(line_words(line), icon="chevron-down")
        button.set_leading()
        body = LineBody(self.desk, self._pay, line, button)
        button.clicked.connect(partial(self._toggle, body))
        self.add(Stack(_LINE_GAP, [button, body]))
        self._group([button])
        return body

    def _toggle(self, body: LineBody) -> None:
        """Open the line, or close it; one is open at a time, so each shift is there once."""
        for one in self._bodies:
            one.show_steps(on=one is body and one.isHidden())
        told = _("{what} is closed.") if body.isHidden() else _("{what} is open.")
        self.desk.announcer.say(told.format(what=_(body.line.title)))
        self._buttons = [one for one in self._buttons if one not in self._shift_buttons]
        self._group(body.buttons if not body.isHidden() else [])

    @property
    def _shift_buttons(self) -> list[Button]:
        return [button for one in self._bodies for button in one.buttons]


class LineBody(Stack):
    """How a line came about, and its shifts; made when it is first opened."""

    def __init__(self, desk: Desk, pay: HelperPay, line: PayLine, opener: Button) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._pay = pay
        self._opener = opener
        self.line = line
        self.buttons: list[Button] = []
        self._is_made = False
        self.column.setContentsMargins(_MARGIN, 0, 0, _GAP)
        self.hide()

    def show_steps(self, *, on: bool) -> None:
        """Show or hide the steps."""
        if on and not self._is_made:
            self._fill()
        self.setVisible(on)
        self._opener.set_icon("chevron-up" if on else "chevron-down")

    def _fill(self) -> None:
        self._is_made = True
        self.add(Text(_("Why?"), "label", "muted"))
        for step in why(self._desk.session, self._pay, self.line):
            self.add(Text(step.words))
            if step.origin:
                self.add(Text(step.origin, tone="muted"))
        shifts = many_shifts.find_shifts(self._desk.session, self.line.shifts)
        self.buttons = self._shift_buttons(sorted(shifts, key=lambda one: one.planned))
        if self.buttons:
            self.add(Text(_("Shifts"), "label", "muted"))
            self.add(Stack(_GAP, self.buttons))

    def _shift_buttons(self, shifts: Sequence[Shift]) -> list[Button]:
        paid = {one.shift: one.pay.amount for one in self._pay.shifts}
        buttons = []
        for one, label in zip(shifts, told_apart([(when(one),) for one in shifts]), strict=True):
            amount = paid.get(one.id)
            text = label if amount is None else f"{label}: {money(amount)}"
            button = Button(text, press=partial(self._open, one))
            button.set_leading()
            buttons.append(button)
        return buttons

    def _open(self, shift: Shift) -> None:
        self._desk.show_week(shift.planned_start.date())
        choice = PanelChoice(more=True, part=PAY) if shift.helper else PanelChoice()
        open_shift(self._desk, shift.id, choice, PAY)
