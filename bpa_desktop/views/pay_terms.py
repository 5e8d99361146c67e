"""The questions on which the pay of everybody depends, with their answers as buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import PayArea, Scheme, SickPay
from bpa_desktop.i18n import _
from bpa_desktop.services import pay_terms
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Section
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bpa_desktop.views.desk import Desk

    Answer = tuple[str, bool, Callable[[], str]]


class PayTerms(Section):
    """What helpers get while ill, and the area; an answer is kept at once and can be undone.

    ``buttons`` are all answers, for the one Tab stop of the page.
    """

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        super().__init__(_("What holds for everybody"))
        self._desk = desk
        self.buttons: list[Button] = []
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
