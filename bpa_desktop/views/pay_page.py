"""The place of the pay: what the shifts of a month are paid with, by helper and by shift."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.period import months_before
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services import many_shifts
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.month_pay_words import lacking_words, line_words, sentence, summary
from bpa_desktop.services.rostering import when
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.page import Page
from bpa_desktop.views.pay_news import PayNews
from bpa_desktop.views.pay_papers_panel import open_pay_papers
from bpa_desktop.views.payslip_part import PayslipPart
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.shift_bench import PanelChoice
from bpa_desktop.views.shift_panel import open_shift
from bpa_desktop.views.shift_pay_part import PAY
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_pay import HelperPay, PaidShift
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


class PayPage(Page):
    """A button for each helper with the sum; a press shows what it is the sum of."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "own_rate", "payslip", "closed_month"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._month = month_of(desk.session.today)
        self._above = [
            Button(_("Previous month"), press=partial(self._turn, 1)),
            Button(_("Next month"), press=partial(self._turn, -1)),
            Button(_("Pay papers"), press=lambda: open_pay_papers(desk, self._month)),
            Button(_("Rates"), icon="file-text", press=lambda: desk.go("rates")),
        ]
        self._group = Roving(self._above)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Reckon the month again."""
        found = month_pay(self.desk.session, self._month)
        title = _("Pay {month}").format(month=month_words(self._month.first))
        self.heading.say(title, sentence(self._month, found))
        content = self.stack()
        content.add(Notice(_("Before tax, without holiday pay, pension and contributions.")))
        news = PayNews(self.desk, self._month)
        content.add(news)
        labels = told_apart([(summary(one),) for one in found])
        buttons = []
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(self._open, one.helper.id))
            button.set_leading()
            news.mark(button, one.helper.id)
            buttons.append(button)
        content.add(Stack(_GAP, buttons))
        self._group.set_buttons([*self._above, *news.buttons, *buttons])
        self.fill(content)

    def _turn(self, back: int) -> None:
        self._month = month_of(months_before(self._month.first, back))
        self.desk.close_panel()
        self.refresh()
        self.desk.announcer.say(f"{self.heading.title}. {self.heading.sentence}")

    def _open(self, helper: str) -> None:
        open_pay(self.desk, helper, self._month)


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
    """The lines of a helper's pay, what is missing, and each shift with its part."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "own_rate", "payslip", "closed_month"}
    )

    def __init__(self, desk: Desk, pay: HelperPay, month: Period) -> None:
        super().__init__(desk, lambda: _show(desk, pay.helper.id, month, take_focus=False))
        found = many_shifts.find_shifts(desk.session, (one.shift for one in pay.shifts))
        self._when = {one.id: when(one) for one in found}
        self.add(Text(summary(pay), "strong"))
        for words in (*map(line_words, pay.lines), *lacking_words(pay)):
            self.add(Text(words))
        payslip = PayslipPart(desk, pay.helper, month, lambda: _show(desk, pay.helper.id, month))
        self.add(payslip)
        self.add(Text(_("Shifts"), "label"))
        buttons = [self._button(one) for one in pay.shifts]
        self._roving = Roving([*payslip.buttons, *buttons])
        self.add(Stack(_GAP, buttons))

    def _button(self, one: PaidShift) -> Button:
        amount = _("incomplete") if one.pay.amount is None else money(one.pay.amount)
        text = f"{self._when[one.shift]}: {amount}"
        button = Button(text, press=partial(self._open, one))
        button.set_leading()
        return button

    def _open(self, one: PaidShift) -> None:
        self.desk.show_week(one.day)
        open_shift(self.desk, one.shift, PanelChoice(more=True, part=PAY), PAY)
