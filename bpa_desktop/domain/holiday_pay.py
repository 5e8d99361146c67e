"""Holiday pay: per cent of the right base, and that of sick days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.money import ZERO, percent_of
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "hol-pay-type"
SICK: Final = "hol-sick-allowance-rate"


class PayPart(Choice):
    """What an amount of a pay period is, as far as holiday pay depends on it."""

    PAY = "pay", N_("Pay for work")
    BENEFIT = "benefit", N_("A benefit that is taxed")
    OWN_PENSION = "own_pension", N_("The helper's own pension, drawn from the pay")
    AM = "am", N_("Labour-market contribution, drawn from the pay")
    EMPLOYER_PENSION = "employer_pension", N_("The employer's share of the pension")
    HOLIDAY_PAY = "holiday_pay", N_("Holiday pay")
    HOLIDAY_SUPPLEMENT = "holiday_supplement", N_("Holiday supplement")


BASE: Final = frozenset({PayPart.PAY, PayPart.BENEFIT, PayPart.OWN_PENSION, PayPart.AM})
"""What earns holiday pay (the act on holiday, section 19)."""


class HolidayPay(Choice):
    """How a helper is paid for holiday; the value names the per cent in the row."""

    ALLOWANCE = "allowance", N_("Holiday pay of hourly-paid helpers")
    CHOSEN = "chosen", N_("Holiday pay that a monthly-paid helper has chosen")
    SUPPLEMENT = "supplement", N_("Pay in the holiday, and a holiday supplement")


TITLES: Final = {
    HolidayPay.ALLOWANCE: N_("Holiday pay"),
    HolidayPay.CHOSEN: N_("Holiday pay"),
    HolidayPay.SUPPLEMENT: N_("Holiday supplement"),
}


def holiday_base(parts: Iterable[tuple[PayPart, Decimal]]) -> Decimal:
    """The kroner that holiday pay is a part of: pay before own pension and AM-bidrag, and benefits.

    Give either the whole pay as ``PAY``, or what is left of it with what was drawn from it. The
    employer's pension, holiday pay and holiday supplement are left out.
    """
    return sum((amount for part, amount in parts if part in BASE), ZERO)


def holiday_pay(
    parts: Iterable[tuple[PayPart, Decimal]],
    on: dt.date,
    book: RuleBook,
    kind: HolidayPay = HolidayPay.ALLOWANCE,
) -> Reckoned:
    """Holiday pay of a pay period, before tax, to whole øre.

    ``on`` is the last day of the period: over the turn of two holiday years it belongs to the new
    one. Source: the row ``hol-pay-type``.
    """
    base = holiday_base(parts)
    return percent_of(base, book, RULE, on, title=TITLES[kind], key=f"{kind}_percent")


def sick_holiday_pay(normal_pay: Decimal, on: dt.date, book: RuleBook) -> Reckoned:
    """Holiday pay of sick days that earn holiday without full pay, to whole øre.

    ``normal_pay`` is what those days would have been paid with. Source: the row
    ``hol-sick-allowance-rate``; no per cent comes with the program, as none was read.
    """
    return percent_of(normal_pay, book, SICK, on, title=N_("Holiday pay of sick days"))
