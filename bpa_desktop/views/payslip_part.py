"""What was really paid, beside a helper's pay of a month with its corrections, and why not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.pay_basis import corrections_words
from bpa_desktop.services.payslip_check import check_words, explain, payslip_checks
from bpa_desktop.services.shift_news import with_undo
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.payslip import Payslip
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.payslip_check import PayslipCheck
    from bpa_desktop.views.desk import Desk

REASONS: Final = (
    N_("It is put right in the next month"),
    N_("The pay office counts in another way"),
    N_("Something was paid that is not in the program"),
)
"""What is often the reason; none says anything about anybody's health."""
_GAP: Final = 8


class PayslipPart(Stack):
    """The payslip beside what is worked out; ``buttons`` belong to the group of the panel.

    ``back`` shows the panel again when the form of the payslip is done.
    """

    def __init__(
        self, desk: Desk, helper: Helper, month: Period, back: Callable[[], object]
    ) -> None:
        super().__init__(_GAP)
        self._desk = desk
        self._helper = helper
        self._month = month
        self._back = back
        self.buttons: list[Button] = []
        words = corrections_words(desk.session, month, helper.id)
        if words:
            self.add(Text(words))
        self.add(Text(_("Payslip"), "label"))
        check = payslip_checks(desk.session, month).get(helper.id)
        if check is None:
            self._add_none()
        else:
            self._add_check(check)

    def _add_none(self) -> None:
        text = _("No payslip is written for {month}.")
        self.add(Text(text.format(month=month_words(self._month.first)), tone="muted"))
        self._add_row([self._writer(_("Write the payslip"), self._write)])

    def _write(self) -> None:
        kind, helper = kind_named("payslip"), self._helper.id
        open_editor(self._desk, kind, then=self._back, helper=helper, month=self._month.first)

    def _add_check(self, check: PayslipCheck) -> None:
        words = check_words(check)
        if check.asks:
            self.add(Notice(" ".join(words), "warn"))
        else:
            self.add(Text(" ".join(words)))
        first = check.payslips[0]
        if check.differs:
            self._add_reason(first, check)
        kind = kind_named("payslip")
        self._add_row(
            [
                Button(text, press=partial(open_editor, self._desk, kind, one, self._back))
                for one, text in zip(check.payslips, _openers(len(check.payslips)), strict=True)
            ]
        )

    def _add_reason(self, payslip: Payslip, check: PayslipCheck) -> None:
        if check.asks:
            reasons = [
                self._writer(text, partial(self._explain, payslip, text))
                for text in map(_, REASONS)
            ]
            self._add_row(reasons)
        field = WordsField(
            self._desk,
            _("Why it differs"),
            payslip.explanation,
            Draft(self._desk, "payslip explanation", payslip.id),
            partial(self._explain, payslip),
            _("Stands with the payslip. Never write why somebody is ill."),
        )
        self.add(field)
        self._add_row([self._writer(_("Save the reason"), field.take)])

    def _explain(self, payslip: Payslip, words: str) -> bool:
        def run() -> str:
            explain(self._desk.session, payslip, words)
            return with_undo(_("The reason is saved."))

        return self._desk.attempt(run)

    def _writer(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self._desk.read_only)
        return button

    def _add_row(self, buttons: list[Button]) -> None:
        self.buttons += buttons
        self.add(Row(buttons))


def _openers(count: int) -> list[str]:
    if count == 1:
        return [_("Open the payslip")]
    text = _("Open payslip {n}")
    return [text.format(n=number) for number in range(1, count + 1)]
