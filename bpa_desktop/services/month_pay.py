"""What each helper costs in a month: the lines, the shifts they are of, and what is missing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.period import Period
from bpa_desktop.services.kept_pay import as_locked, kept_pay
from bpa_desktop.services.month_leave import on_leave
from bpa_desktop.services.month_lines import Basis, atp_of, earns, g_day_lines
from bpa_desktop.services.month_sickness import child_days, sickness
from bpa_desktop.services.month_work import lost_pay, work_by
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
from bpa_desktop.services.period_pay import (
    Beside,
    beside,
    beside_month,
    earned,
    period_basis,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.services.month_work import LostPay, MonthWork
    from bpa_desktop.services.pay_material import Change, Material, Person
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)

__all__ = ["HelperPay", "Note", "PaidShift", "PayLine", "month_pay", "months_pay", "periods_pay"]


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
    work = [work_by(person, stuff.overtime) for person in stuff.people]
    periods = [{} if stuff.is_monthly else _by_period(stuff, person) for person in stuff.people]
    lost = [lost_pay(person) for person in stuff.people]
    kept = kept_pay(session)
    for month in months:
        found = (
            _of(stuff, person, month, own.get(month.first), of_periods, away)
            for person, own, of_periods, away in zip(stuff.people, work, periods, lost, strict=True)
        )
        pays = tuple(one for one in found if one is not None)
        locked = kept.get(month.first)
        yield as_locked(session, pays, locked) if locked else pays


def periods_pay(session: Session, days: Period) -> Iterator[tuple[Period, tuple[HelperPay, ...]]]:
    """Each pay period with a day in ``days``, and what each helper costs in it; see `period_pay`.

    The levies are no pay, and stand with the month.
    """
    stuff = material(session, days.first, days.end)
    periods = [_by_period(stuff, person) for person in stuff.people]
    lost = [lost_pay(person) for person in stuff.people]
    for period in stuff.periods(days):
        found = (
            _of_period(stuff, person, period, own.get(period.first), away)
            for person, own, away in zip(stuff.people, periods, lost, strict=True)
        )
        yield period, tuple(one for one in found if one is not None)


def _by_period(stuff: Material, person: Person) -> Mapping[dt.date, MonthWork]:
    """The shifts of a helper by the first day of the pay period in which each begins."""

    def first_of(day: dt.date) -> dt.date:
        return stuff.periods(Period(day, day + _ONE_DAY))[0].first

    return work_by(person, stuff.overtime, first_of)


def _of_period(
    stuff: Material, person: Person, days: Period, work: MonthWork | None, lost: Sequence[LostPay]
) -> HelperPay | None:
    """The pay of a helper in a pay period; None where there is nothing to tell."""
    idle = g_day_lines(stuff, person, days) if person.idle else Found()

    def absent(within: Period) -> Found:
        return _absent(stuff, person, lost, within)

    basis, found = period_basis(stuff, person, days, work, absent)
    if not basis.shifts and not any((*idle, *found)):
        return None
    more = Beside() if found.missing else beside(basis)
    return _told(basis, together(found, more.paid, idle), more.drawn)


def _of(
    stuff: Material,
    person: Person,
    month: Period,
    work: MonthWork | None,
    periods: Mapping[dt.date, MonthWork],
    lost: Sequence[LostPay],
) -> HelperPay | None:
    """The pay of a helper in a month; None where there is nothing to tell."""
    idle = g_day_lines(stuff, person, month) if person.idle else Found()

    def absent(days: Period) -> Found:
        return _absent(stuff, person, lost, days)

    away = absent(month)
    shifts = work.shifts if work is not None else []
    if not shifts and not any((*idle, *away)):
        return None
    found = earned(work, away)
    own = tuple(line for line in found.lines if earns(line))
    basis = Basis(person, month, shifts, own, absent)
    if found.missing:
        more = Beside()
    elif stuff.is_monthly:
        more = beside(basis)
    else:
        more = beside_month(stuff, person, month, periods, absent)
    told = _told(basis, together(found, more.paid, idle), more.drawn)
    paid = atp_of(more.paid) + atp_of(more.drawn)
    return told._replace(levies=stuff.levies.of(month, paid, person.rates))


def _absent(stuff: Material, person: Person, lost: Sequence[LostPay], days: Period) -> Found:
    """What is paid for the work of ``days`` that was lost to sickness, a child's or to leave."""
    ill = Found()
    if lost:
        ill = together(sickness(stuff, person, lost, days), child_days(person, lost, days))
    return together(ill, on_leave(stuff, person, lost, days)) if person.absences else ill


def _told(basis: Basis, found: Found, drawn: Found) -> HelperPay:
    missing = tuple(dict.fromkeys((*found.missing, *drawn.missing)))
    amount = None if missing else amount_of(found.lines)
    helper, shifts = basis.person.helper, tuple(basis.shifts)
    return HelperPay(helper, found.lines, shifts, amount, missing, drawn.lines, found.notes)
