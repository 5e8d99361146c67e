"""The questions on which the pay of everybody depends, with their answers as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.record import field_named
from bpa_desktop.domain.scheme import PayArea, Scheme, SickPay
from bpa_desktop.i18n import _
from bpa_desktop.services import pay_terms
from bpa_desktop.views.card import Section
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


class PayTerms(Section):
    """What helpers get while ill, and the area; an answer is kept at once and can be undone."""

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        super().__init__(_("What holds for everybody"))
        self._desk = desk
        sick = [(one, _(one.label)) for one in SickPay if one is not SickPay.UNKNOWN]
        areas = [(None, _("None chosen")), *((one, _(one.label)) for one in PayArea)]
        for name, choice in (
            ("sick_pay", Choice(_label("sick_pay"), sick, scheme.sick_pay, self._set_sick_pay)),
            ("pay_area", Choice(_label("pay_area"), areas, scheme.pay_area, self._set_area)),
        ):
            choice.setEnabled(not desk.read_only)
            self.add(choice)
            self.add(Text(_(field_named(Scheme, name).about.help), tone="muted"))

    def _set_sick_pay(self, value: SickPay) -> None:
        self._desk.attempt(lambda: pay_terms.set_sick_pay(self._desk.session, value))

    def _set_area(self, value: PayArea | None) -> None:
        self._desk.attempt(lambda: pay_terms.set_pay_area(self._desk.session, value))


def _label(name: str) -> str:
    return _(field_named(Scheme, name).about.label)
