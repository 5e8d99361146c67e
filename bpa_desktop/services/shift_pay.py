"""What a shift of a helper is paid with, in kroner and in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.away import losses
from bpa_desktop.domain.cut_work import work_left
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import total
from bpa_desktop.domain.pay import Job, begun_at, pay_of
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED, actual, stint
from bpa_desktop.i18n import _, money
from bpa_desktop.services.pay_words import missing_words, rate_named, step_words
from bpa_desktop.services.reading import absences, helpers, stints
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.money import Reckoned
    from bpa_desktop.domain.own_rate import RateName
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


class ShiftPay(NamedTuple):
    """The pay of a shift: the whole of it in a sentence, its lines, and what must be written.

    ``lacking`` are the rates that are missing, with the day for which they are.
    """

    reckoned: Reckoned
    total: str
    lines: tuple[str, ...]
    missing: tuple[str, ...]
    lacking: tuple[tuple[RateName, dt.date], ...]


def shift_pay(session: Session, shift: Shift) -> ShiftPay | None:
    """What the shift is paid with; None for one that is unfilled or called off.

    Time in which the helper is away is not paid as work. Pay before tax, without holiday pay,
    pension and what an employer pays beside it.
    """
    person = next((one for one in helpers(session) if one.id == shift.helper), None)
    if person is None or shift.state is ShiftState.CANCELLED:
        return None
    rates = tariff(session, person)
    jobs = _jobs(session, shift)
    found = total(pay_of(one, rates.hour, rates) for one in jobs)
    known = ((rate_named(one), one.on) for one in found.missing)
    return ShiftPay(
        found,
        _total(found),
        tuple(map(step_words, found.steps)),
        missing_words(found.missing),
        tuple((name, on) for name, on in known if name is not None),
    )


def _jobs(session: Session, shift: Shift) -> list[Job]:
    """The work of the shift: all of it, or what is left when the helper was away."""
    day = shift.planned_start.date()
    around = stints(session, day - _ONE_DAY, day + _ONE_DAY)
    own = [one for one in around if one[0] != shift.id and one[1] == shift.helper]
    job = job_of(shift.actual, shift.kind, own)._replace(overtime=shift.overtime_minutes)
    lost = _lost(session, shift)
    return work_left(job, lost) if lost else [job]


def _lost(session: Session, shift: Shift) -> list[Span]:
    """When the helper of the shift was away in it; what was worked was not lost."""
    if shift.state is ShiftState.WORKED:
        return []
    first, end = shift.planned_start.date(), shift.planned_end.date() + _ONE_DAY
    away = absences(session, first, end)
    own = (one for one in losses([stint(shift)], away, session.today) if one.helper == shift.helper)
    return [(one.start, one.end) for one in own]


def job_of(span: Span, kind: HourKind, own: Iterable[Stint]) -> Job:
    """Work to be paid beside ``own``, what else the helper has around it."""
    before = [
        actual(one) for one in own if one[4] != CANCELLED and one[3] != HourKind.AVAILABILITY.value
    ]
    return Job(span, kind, begun_at(span[0], before))


def cost(session: Session, shift: Shift, helper: Helper, own: Iterable[Stint]) -> Decimal | None:
    """What the shift would be paid with if ``helper`` took it; None when a rate is missing."""
    rates = tariff(session, helper)
    return pay_of(job_of(shift.planned, shift.kind, own), rates.hour, rates).amount


def _total(found: Reckoned) -> str:
    if found.amount is None:
        return _("The pay is incomplete.")
    return _("Pay for the shift: {amount}").format(amount=money(found.amount))
