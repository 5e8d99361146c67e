"""What a shift is paid with, beside the shift: each line of it, and the rates that are missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.pay import HOUR
from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.shift_pay import shift_pay
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.shift_pay import ShiftPay
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.shift_bench import Bench

PAY: Final = "pay"


class PayPart(Part):
    """The sum, the lines it is made of, and a button for each rate that must be written."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, PAY)
        self.add_label(_("Pay"))
        found = shift_pay(self.desk.session, self.shift)
        if found is not None:
            self._add(found)

    def _add(self, found: ShiftPay) -> None:
        self.add(Text(found.total, "strong"))
        for line in (*found.lines, *found.missing):
            self.add(Text(line))
        self.add(
            Text(_("Before tax, without holiday pay, pension and contributions."), tone="muted")
        )
        self.add_row([self._writer(name, on) for name, on in _asked(found.lacking)])

    def _writer(self, name: RateName, on: dt.date) -> Button:
        text = _("Write it – {rate}").format(rate=_(name.label))
        return self.button(text, partial(self._write, name=name, on=on))

    def _write(self, desk: Desk, shift: Shift, *, name: RateName, on: dt.date) -> None:
        helper = shift.helper if name is RateName.AGREED_HOUR else None
        kind, back = kind_named("own_rate"), self._come_back
        open_editor(desk, kind, then=back, name=name, helper=helper, valid_from=on)

    def _come_back(self) -> None:
        self.bench.show(self.bench.choice, PAY)


def _asked(lacking: tuple[tuple[RateName, dt.date], ...]) -> list[tuple[RateName, dt.date]]:
    """Each rate once; an hourly pay can also be one that is agreed with the helper."""
    found: dict[RateName, dt.date] = {}
    for name, on in lacking:
        if name.rule == HOUR:
            found.setdefault(RateName.AGREED_HOUR, on)
        found.setdefault(name, on)
    return list(found.items())
