"""The questions on which the pay of everybody depends, with their answers as buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain import entry
from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import PayArea, PayRun, Scheme, SickPay
from bpa_desktop.i18n import _, date_words, explain
from bpa_desktop.services import pay_terms
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Section
from bpa_desktop.views.field import Field
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpa_desktop.views.desk import Desk

    Answer = tuple[str, bool, Callable[[], str]]


class PayTerms(Section):
    """How pay is run, what helpers get while ill, and the area; an answer is kept at once.

    ``buttons`` are all answers, for the one Tab stop of the page.
    """

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        super().__init__(_("What holds for everybody"))
        self._desk = desk
        self.buttons: list[Button] = []
        self._add_run(scheme)
        sick = (one for one in SickPay if one is not SickPay.UNKNOWN)
        set_sick = partial(pay_terms.set_sick_pay, desk.session)
        self._ask(
            "sick_pay",
            [(_(one.label), one is scheme.sick_pay, partial(set_sick, one)) for one in sick],
        )
        set_area = partial(pay_terms.set_pay_area, desk.session)
        areas = ((one, _(one.label)) for one in PayArea)
        self._ask(
            "pay_area",
            [
                (label, one is scheme.pay_area, partial(set_area, one))
                for one, label in ((None, _("None chosen")), *areas)
            ],
        )

    def _add_run(self, scheme: Scheme) -> None:
        keep = partial(pay_terms.set_pay_run, self._desk.session)
        runs = (one for one in PayRun if one is not PayRun.UNKNOWN)
        self._ask(
            "pay_run", [(_(one.label), one is scheme.pay_run, partial(keep, one)) for one in runs]
        )
        if not pay_terms.is_by_period(scheme):
            return
        known, offered = scheme.pay_period_start, pay_terms.likely_starts(self._desk.session.today)
        days = sorted({*offered, *([known] if known else [])})
        start = partial(pay_terms.set_pay_period_start, self._desk.session)
        self._ask(
            "pay_period_start",
            [(date_words(day), day == known, partial(start, day)) for day in days],
        )
        self._other = QLineEdit()
        self._other.setReadOnly(self._desk.read_only)
        self._field = Field(_("Another first day"), self._other, _("For example 31 March."))
        self._other.returnPressed.connect(self._keep_other)
        self.add(self._field)
        button = Button(_("Keep the first day"), press=self._keep_other)
        button.setEnabled(not self._desk.read_only)
        self.buttons.append(button)
        self.add(Row([button]))

    def _keep_other(self) -> None:
        session = self._desk.session
        try:
            day = entry.parse_date(self._other.text(), session.today)
        except entry.EntryRefused as refusal:
            self._field.set_problem(explain(refusal))
            self._desk.say(explain(refusal), "warn")
            self._other.setFocus()
            return
        self._desk.attempt(lambda: pay_terms.set_pay_period_start(session, day))

    def _ask(self, name: str, answers: Iterable[Answer]) -> None:
        about = field_named(Scheme, name).about
        self.add(Text(_(about.label), "strong"))
        row = Row()
        for number, (label, is_chosen, keep) in enumerate(answers):
            button = Button(label, press=partial(self._desk.attempt, keep))
            button.set_kind("chosen" if is_chosen else "plain")
            button.setObjectName(f"{name}/{number}")
            button.setEnabled(not self._desk.read_only)
            row.add(button)
            self.buttons.append(button)
        self.add(row)
        self.add(Text(_(about.help), tone="muted"))
