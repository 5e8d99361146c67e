"""A rate that the user wrote: from a payslip, a published table, or what was agreed."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.money import Unit
from bpa_desktop.domain.record import Choice, Problem, Record, about, record
from bpa_desktop.domain.scheme import PayArea
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_UNITS: Final = {
    "percent": Unit.PERCENT,
    "factor": Unit.TIMES,
    "months": Unit.MONTHS,
    "weeks": Unit.WEEKS,
    "hours": Unit.HOURS,
}
"""What a number is counted in by the last word of its key; all others are kroner."""


class RateName(Choice):
    """A number of pay that can be written; its value is the rule and the key it stands for."""

    AGREED_HOUR = "pay-hour agreed", N_("Agreed hourly pay")
    HOUR_11 = "pay-hour step_11", N_("Hourly pay on step 11")
    HOUR_12 = "pay-hour step_12", N_("Hourly pay on step 12")
    YEAR_11 = "pay-step-amount step_11", N_("Yearly pay on step 11")
    YEAR_12 = "pay-step-amount step_12", N_("Yearly pay on step 12")
    FACTOR = "pay-regulation-factor factor", N_("Regulation factor")
    EVENING = "pay-evening percent", N_("Evening supplement in per cent")
    NIGHT = "pay-night percent", N_("Night supplement in per cent")
    SATURDAY = "pay-saturday percent", N_("Saturday supplement in per cent")
    SUNDAY = "pay-sunday percent", N_("Sunday supplement in per cent")
    AVAILABILITY = "pay-availability percent", N_("Availability hours in per cent")
    OVERTIME = "pay-overtime percent", N_("Overtime in per cent")
    PENSION = "pay-pension percent", N_("Pension in per cent")
    PENSION_CLOCK = (
        "pay-pension clock_percent",
        N_("Pension: evening, night"),
    )
    PENSION_WEEKEND = (
        "pay-pension weekend_percent",
        N_("Pension: weekend"),
    )
    PENSION_MONTHS = "pay-pension waiting_months", N_("Months before pension")
    HOLIDAY_PAY = "hol-pay-type allowance_percent", N_("Holiday pay in per cent")
    ATP_FULL_OWN = "atp-month-full employee", N_("ATP full, helper")
    ATP_FULL = "atp-month-full employer", N_("ATP full, employer")
    ATP_TWO_OWN = "atp-month-two-thirds employee", N_("ATP 2/3, helper")
    ATP_TWO = "atp-month-two-thirds employer", N_("ATP 2/3, employer")
    ATP_THIRD_OWN = "atp-month-third employee", N_("ATP 1/3, helper")
    ATP_THIRD = "atp-month-third employer", N_("ATP 1/3, employer")
    ATP_WEEK_FULL_OWN = "atp-week-full employee", N_("ATP week full, helper")
    ATP_WEEK_FULL = "atp-week-full employer", N_("ATP week full, employer")
    ATP_WEEK_TWO_OWN = "atp-week-two-thirds employee", N_("ATP week 2/3, helper")
    ATP_WEEK_TWO = "atp-week-two-thirds employer", N_("ATP week 2/3, employer")
    ATP_WEEK_THIRD_OWN = "atp-week-third employee", N_("ATP week 1/3, helper")
    ATP_WEEK_THIRD = "atp-week-third employer", N_("ATP week 1/3, employer")
    ATP_FORTNIGHT_FULL_OWN = "atp-fortnight-full employee", N_("ATP 14 days full, helper")
    ATP_FORTNIGHT_FULL = "atp-fortnight-full employer", N_("ATP 14 days full, employer")
    ATP_FORTNIGHT_TWO_OWN = "atp-fortnight-two-thirds employee", N_("ATP 14 days 2/3, helper")
    ATP_FORTNIGHT_TWO = "atp-fortnight-two-thirds employer", N_("ATP 14 days 2/3, employer")
    ATP_FORTNIGHT_THIRD_OWN = "atp-fortnight-third employee", N_("ATP 14 days 1/3, helper")
    ATP_FORTNIGHT_THIRD = "atp-fortnight-third employer", N_("ATP 14 days 1/3, employer")
    SICK_WEEK = "sick-benefit-amount per_week", N_("Sickness benefit a week")
    SICK_DAY_HOURS = (
        "sick-employment-test-day most_hours",
        N_("Hours that count a day"),
    )
    SICK_HOLIDAY = (
        "hol-sick-allowance-rate percent",
        N_("Holiday pay when ill"),
    )
    G_WHOLE = "pay-g-day-amount whole", N_("G-day, a whole day")
    G_HALF = "pay-g-day-amount half", N_("G-day, half a day")
    LEAVE_MATERNITY = "pay-maternity maternity_weeks", N_("Maternity: paid weeks")
    LEAVE_PARENTAL = "pay-maternity parental_weeks", N_("Parental: paid weeks")
    LEAVE_PERCENT = "pay-maternity percent", N_("Pay on leave in per cent")
    LEAVE_MONTHS = "pay-maternity months", N_("Months before leave pay")
    BARSEL = "levy-barsel-dk per_quarter", N_("Barsel.dk for a quarter")
    AES = "levy-aes per_year", N_("AES for a year")

    @property
    def rule(self) -> str:
        """The rule to which the number belongs."""
        return self.value.split(" ")[0]

    @property
    def key(self) -> str:
        """What the number is called in the rule."""
        return self.value.split(" ")[1]

    @property
    def unit(self) -> Unit:
        """What the number is counted in."""
        last = self.key.rpartition("_")[2]
        return _UNITS.get(last, Unit.KRONER)


@record
class OwnRate(Record):
    """What a number is from ``valid_from`` through ``valid_to``, both included.

    Without a ``valid_to`` it holds until a later one of the same name begins. One for a helper
    takes the place of the one for all.
    """

    type_name: ClassVar[str] = "own_rate"

    name: RateName = about(N_("Rate"), default=RateName.AGREED_HOUR)
    helper: str | None = about(
        N_("Helper"),
        default=None,
        refers_to="helper",
        help=N_("Leave it empty when it is the same for all."),
    )
    area: PayArea | None = about(
        N_("Pay area"),
        default=None,
        help=N_("Leave it empty when it is the same in every area."),
    )
    value: Decimal = about(
        N_("Kroner or per cent"), help=N_("For example 151.37 kroner, or 30 per cent.")
    )
    valid_from: dt.date = about(N_("Valid from"))
    valid_to: dt.date | None = about(
        N_("Valid to"), default=None, help=N_("Leave it empty while it holds.")
    )
    source: str = about(
        N_("Where you have it from"), default="", help=N_("For example the payslip for March.")
    )

    def holds(self, on: dt.date) -> bool:
        """Whether ``on`` lies in its days."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the rate on its own."""
        if self.value < 0:
            yield Problem(field="value", reason=N_("A rate cannot be less than zero."))
        if self.valid_to is not None and self.valid_to < self.valid_from:
            yield Problem(field="valid_to", reason=N_("The end is before the start."))


def in_force(
    rates: Iterable[OwnRate],
    name: RateName,
    on: dt.date,
    helper: str | None = None,
    area: PayArea | None = None,
) -> OwnRate | None:
    """The rate of that name that holds on a day.

    The helper's own comes first, then one for the area, then the one for all. Of several, the one
    that began last. One for another helper or another area is left out.
    """
    found = (
        one for one in rates if one.name is name and one.holds(on) and concerns(one, helper, area)
    )
    return max(found, key=_weight, default=None)


def concerns(rate: OwnRate, helper: str | None, area: PayArea | None) -> bool:
    """Whether the rate is for that helper or for all, and for that area or for all."""
    return rate.helper in {None, helper} and rate.area in {None, area}


def _weight(rate: OwnRate) -> tuple[bool, bool, dt.date, str]:
    return rate.helper is not None, rate.area is not None, rate.valid_from, rate.id
