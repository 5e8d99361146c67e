"""The lines of a month beside the shifts: holiday pay, pension, ATP and G-days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain import supplements
from bpa_desktop.domain.alike import counted
from bpa_desktop.domain.atp import PayRun, atp
from bpa_desktop.domain.g_days import RULE as G_DAYS
from bpa_desktop.domain.g_days import g_days
from bpa_desktop.domain.holiday_pay import PayPart, holiday_pay
from bpa_desktop.domain.levies import am_contribution
from bpa_desktop.domain.money import ZERO, Missing, rate_of, total
from bpa_desktop.domain.pay import AT_HAND, BASIC_PAY, TITLES
from bpa_desktop.domain.pension import PensionBase, pension, pension_from, works_enough
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_
from bpa_desktop.services.month_leave import LEAVE
from bpa_desktop.services.month_sickness import BENEFIT_TITLE, CHILD, FULL, HOLIDAY_OF_SICK
from bpa_desktop.services.pay_values import Found, Note, Sums, amount_of, as_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.g_days import GDay
    from bpa_desktop.domain.payslip import UnemploymentDay
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.pay_material import Material, Person
    from bpa_desktop.services.pay_values import PaidShift, PayLine

HOLIDAY: Final = N_("Holiday pay")
PENSION: Final = N_("Pension")
ATP_OWN: Final = N_("The helper's ATP")
ATP: Final = N_("The employer's ATP")
AM: Final = N_("Labour-market contribution of the holiday pay")
G_DAY: Final = N_("G-days")
_DISPUTED: Final = N_(
    "The sources disagree on {date}. The program pays: {part}. The other source pays: {other}."
)
_PAID_TIME: Final = frozenset({BASIC_PAY, AT_HAND, FULL, CHILD, LEAVE})
_ONE_DAY: Final = dt.timedelta(days=1)
_BASIC: Final = frozenset({BASIC_PAY, AT_HAND})
_CLOCK: Final = frozenset(TITLES[rule] for rule in supplements.CLOCK)
_WEEKEND: Final = frozenset(TITLES[rule] for rule in supplements.DAYS)


def earns(line: PayLine) -> bool:
    """Whether holiday pay and pension are reckoned from the line: pay, but no benefit."""
    return line.title not in {BENEFIT_TITLE, HOLIDAY_OF_SICK}


class Basis(NamedTuple):
    """What the lines of a month are reckoned from: shifts, and the lines that earn holiday pay.

    ``absent`` tells what is paid for the work that was lost in some days of the month. Where pay is
    run by the week or by 14 days the ``month`` is a pay period, and ``run`` tells the bands of ATP.
    """

    person: Person
    month: Period
    shifts: Sequence[PaidShift]
    lines: tuple[PayLine, ...]
    absent: Callable[[Period], Found]
    run: PayRun = PayRun.MONTH

    @property
    def minutes(self) -> int:
        """The paid minutes: worked, and lost with full pay."""
        return sum(line.minutes for line in self.lines if line.title in _PAID_TIME)


def holiday_lines(basis: Basis) -> Found:
    """Holiday pay of all that earns it."""
    amount = amount_of(basis.lines)
    if not amount:
        return Found()
    paid = holiday_pay([(PayPart.PAY, amount)], basis.month.last, basis.person.rates)
    return as_found(paid, HOLIDAY, StandardLine.HOLIDAY_PAY)


def pension_lines(basis: Basis) -> Found:
    """The employer's pension of what was earned from the day on which it begins.

    The per cents are those of the last day of the month.
    """
    helper, rates, on = basis.person.helper, basis.person.rates, basis.month.last
    if not basis.lines:
        return Found()
    start = pension_from(helper, on, rates)
    if start is None:
        return Found()
    if isinstance(start, Missing):
        return Found(missing=(start,))
    enough = _works_enough(basis, helper)
    if isinstance(enough, Missing):
        return Found(missing=(enough,))
    base = pension_base(_since(basis, start)) if enough else PensionBase()
    return as_found(pension(base, on, rates), PENSION, StandardLine.PENSION)


def _works_enough(basis: Basis, helper: Helper) -> bool | Missing:
    """Whether the agreed hours, or the average of the days employed, are enough for pension."""
    month = basis.month
    now = [
        one for one in helper.employments if one.first_day < month.end and one.end >= month.first
    ]
    agreed = now[-1].agreed_minutes_per_week if now else None
    days = sum((min(one.end, month.last) - max(one.first_day, month.first)).days + 1 for one in now)
    return works_enough(agreed, basis.minutes, days, month.last, basis.person.rates)


def _since(basis: Basis, start: dt.date) -> tuple[PayLine, ...]:
    """The lines of the month, or of its work and absence from the day on which pension begins."""
    if start <= basis.month.first:
        return basis.lines
    sums = Sums()
    for one in basis.shifts:
        if one.day >= start:
            sums.add(one.shift, one.day, counted(one.pay, one.kind).shares)
    absent = basis.absent(Period(start, basis.month.end))
    return (*sums.lines(), *(line for line in absent.lines if earns(line)))


def pension_base(lines: Iterable[PayLine]) -> PensionBase:
    """The kroner of ``lines`` by the share of them that is pension.

    Pay during sickness is made of the same steps as that of the work that was lost.
    """
    steps = [step for line in lines for step in line.steps]
    parts = [
        sum((step.amount for step in steps if step.title in titles), ZERO)
        for titles in (_BASIC, _CLOCK, _WEEKEND)
    ]
    return PensionBase(*parts)


def atp_lines(basis: Basis) -> tuple[Found, Found]:
    """The employer's ATP, and the helper's, which is drawn from the pay."""
    helper, on = basis.person.helper, basis.month.last
    found = atp(basis.minutes, on, basis.person.rates, run=basis.run, born=helper.birth_date)
    return (
        as_found(found.employer, ATP, StandardLine.ATP),
        as_found(found.employee, ATP_OWN, StandardLine.ATP),
    )


def atp_of(found: Found) -> Decimal:
    """The kroner of ATP among the lines of a month."""
    return amount_of(tuple(line for line in found.lines if line.standard is StandardLine.ATP))


def am_lines(basis: Basis, holiday: Found) -> Found:
    """AM-bidrag of the holiday pay, which is drawn from it."""
    amount = amount_of(holiday.lines)
    if not amount:
        return Found()
    drawn = am_contribution(amount, basis.month.last, basis.person.rates)
    return as_found(drawn, AM, StandardLine.HOLIDAY_PAY)


def g_day_lines(stuff: Material, person: Person, month: Period) -> Found:
    """What the employer pays for days without work, and why nothing is paid for others."""
    idle = _idle_days(person, month)
    if not any(one.day >= month.first for one in idle):
        return Found()
    days = sorted(one.day for one in idle)
    weeks = rate_of(person.rates, G_DAYS, "weeks", days[0])
    back = dt.timedelta(weeks=0 if isinstance(weeks, Missing) else int(weeks))
    worked = stuff.worked(person, days[0] - back, days[-1])
    found = [one for one in g_days(idle, worked, person.rates) if one.day >= month.first]
    minutes = sum(one.minutes for one in found if one.part is not None)
    paid = as_found(total(one.pay for one in found), G_DAY, StandardLine.G_DAYS, minutes)
    return paid._replace(notes=tuple(note for one in found for note in _notes(one)))


def _idle_days(person: Person, month: Period) -> list[UnemploymentDay]:
    """The days without work of the year to the end of ``month``, and those they go on from."""
    first, days = month.first.replace(month=1, day=1), {one.day for one in person.idle}
    if first in days:
        while first - _ONE_DAY in days:
            first -= _ONE_DAY
    return [one for one in person.idle if first <= one.day < month.end]


def _notes(day: GDay) -> Iterable[Note]:
    if day.nothing is not None:
        yield Note(day.nothing.label, day.day)
    if day.is_disputed and day.part is not None and day.other is not None:
        yield Note(_DISPUTED, day.day, {"part": day.part.label, "other": day.other.label})
