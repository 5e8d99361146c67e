"""What each helper costs in a month: the lines, the shifts they are of, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.services.kept_pay import as_locked, kept_pay
from bpa_desktop.services.month_leave import on_leave
from bpa_desktop.services.month_lines import (
    Basis,
    am_lines,
    atp_lines,
    atp_of,
    earns,
    g_day_lines,
    holiday_lines,
    pension_lines,
)
from bpa_desktop.services.month_sickness import child_days, sickness
from bpa_desktop.services.month_work import lost_pay, work_by_month
from bpa_desktop.services.pay_material import material
from bpa_desktop.services.pay_values import (
    Found,
    HelperPay,
    Note,
    PaidShift,
    PayLine,
    amount_of,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_work import LostPay, MonthWork
    from bpa_desktop.services.pay_material import Change, Material, Person
    from bpa_desktop.services.session import Session

__all__ = ["HelperPay", "Note", "PaidShift", "PayLine", "month_pay", "months_pay"]


def month_pay(session: Session, month: Period) -> tuple[HelperPay, ...]:
    """The pay of each helper who costs something in ``month``, in the order of the roster.

    A shift over the end of the month belongs to the one it begins in. Pay before tax, with holiday
    pay, pension and the employer's ATP; Barsel.dk and AES stand beside it as levies.
    """
    return next(months_pay(session, [month]))


def months_pay(
    session: Session, months: Sequence[Period], change: Change | None = None
) -> Iterator[tuple[HelperPay, ...]]:
    """The same for each of ``months``, which are in order; everything is read once.

    With a ``change`` it is what the pay would be; nothing is written. Who is deleted has what was
    locked with the month.
    """
    if not months:
        return
    stuff = material(session, months[0].first, months[-1].end, change)
    work = [work_by_month(person, stuff.overtime) for person in stuff.people]
    lost = [lost_pay(person) for person in stuff.people]
    kept = kept_pay(session)
    for month in months:
        found = (
            _of(stuff, person, month, own.get(month.first), away)
            for person, own, away in zip(stuff.people, work, lost, strict=True)
        )
        pays = tuple(one for one in found if one is not None)
        locked = kept.get(month.first)
        yield as_locked(session, pays, locked) if locked else pays


def _of(
    stuff: Material, person: Person, month: Period, work: MonthWork | None, lost: Sequence[LostPay]
) -> HelperPay | None:
    """The pay of a helper in a month; None where there is nothing to tell."""
    idle = g_day_lines(stuff, person, month) if person.idle else Found()

    def absent(days: Period) -> Found:
        return _absent(stuff, person, lost, days)

    away = absent(month)
    shifts = work.shifts if work is not None else []
    if not shifts and not any((*idle, *away)):
        return None
    earned = together(_work(work), away)
    own = tuple(line for line in earned.lines if earns(line))
    basis = Basis(person, month, shifts, own, absent)
    beside, drawn = (Found(), Found()) if earned.missing else _beside(basis)
    told = _told(basis, together(earned, beside, idle), drawn)
    paid = atp_of(beside) + atp_of(drawn)
    return told._replace(levies=stuff.levies.of(month, paid, person.rates))


def _absent(stuff: Material, person: Person, lost: Sequence[LostPay], days: Period) -> Found:
    """What is paid for the work of ``days`` that was lost to sickness, a child's or to leave."""
    ill = Found()
    if lost:
        ill = together(sickness(stuff, person, lost, days), child_days(person, lost, days))
    return together(ill, on_leave(stuff, person, lost, days)) if person.absences else ill


def _work(work: MonthWork | None) -> Found:
    if work is None:
        return Found()
    missing = dict.fromkeys(lack for one in work.shifts for lack in one.pay.missing)
    return Found(work.sums.lines(), tuple(missing))


def _beside(basis: Basis) -> tuple[Found, Found]:
    """What comes on top of what was earned, and what is drawn from it."""
    holiday, pension = holiday_lines(basis), pension_lines(basis)
    employer, employee = atp_lines(basis)
    return together(holiday, pension, employer), together(employee, am_lines(basis, holiday))


def _told(basis: Basis, found: Found, drawn: Found) -> HelperPay:
    missing = tuple(dict.fromkeys((*found.missing, *drawn.missing)))
    amount = None if missing else amount_of(found.lines)
    helper, shifts = basis.person.helper, tuple(basis.shifts)
    return HelperPay(helper, found.lines, shifts, amount, missing, drawn.lines, found.notes)
