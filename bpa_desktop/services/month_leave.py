"""What a month costs in pay while a helper is on maternity or parental leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.leave_pay import LeavePay, NoLeavePay, leave_pay, leaves, shared
from bpa_desktop.domain.money import ZERO, Missing
from bpa_desktop.errors import N_
from bpa_desktop.services.month_sickness import usual_pay
from bpa_desktop.services.pay_values import Found, Note, together

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from bpa_desktop.domain.leave_pay import Leave
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_work import LostPay
    from bpa_desktop.services.pay_material import Material, Person
    from bpa_desktop.services.pay_values import PayLine

LEAVE: Final = N_("Pay during leave")
_NO_PAY: Final = N_("Nothing is paid for the leave from {date}: {why}")
_OVER: Final = N_("Nothing is paid for the leave from {date}: the weeks with pay are over.")
_NO_PLAN: Final = N_(
    "No shift of the helper is planned in the leave from {date}, so nothing is paid for it yet. "
    "Write the shifts that the helper would have had, also those that somebody else takes."
)


def on_leave(stuff: Material, person: Person, lost: Sequence[LostPay], days: Period) -> Found:
    """The lines for the leave of a helper on ``days``, by the work that was lost to it.

    A leave without pay is told of where it costs the helper a shift.
    """
    found = leaves(person.absences, person.rates)
    if isinstance(found, Missing):
        return Found(missing=(found,))
    return together(*(_of(stuff, person, one, lost, days) for one in found))


def _of(
    stuff: Material, person: Person, leave: Leave, lost: Sequence[LostPay], days: Period
) -> Found:
    away = leave.days_in(days)
    if not away:
        return Found()
    own = [one for one in lost if one.loss.absence in leave.absences]
    within = [one for one in own if days.first <= one.day < days.end]
    pay = leave_pay(leave, person.helper, stuff.agreement, person.rates)
    if isinstance(pay, LeavePay):
        return _paid(leave, pay, within, away)
    if not within:
        return Found()
    if isinstance(pay, NoLeavePay):
        return Found(notes=(Note(_NO_PAY, leave.first, {"why": pay.label}),))
    return Found(missing=tuple(pay))


def _paid(leave: Leave, pay: LeavePay, lost: Sequence[LostPay], away: Sequence[dt.date]) -> Found:
    """The share of the usual pay of the work lost on the days with pay."""
    with_pay = [one for one in lost if leave.number(one.day) <= pay.days]
    if not lost and leave.number(away[0]) <= pay.days:
        return Found(notes=(Note(_NO_PLAN, away[0]),))
    found = usual_pay(with_pay, LEAVE)
    lines = tuple(_share(line, pay.percent) for line in found.lines)
    over = [one.day for one in lost if leave.number(one.day) > pay.days]
    notes = (Note(_OVER, min(over)),) if over else ()
    return Found(lines, found.missing, notes)


def _share(line: PayLine, percent: Decimal) -> PayLine:
    steps = tuple(shared(step, percent) for step in line.steps)
    return line._replace(steps=steps, amount=sum((step.amount for step in steps), ZERO))
