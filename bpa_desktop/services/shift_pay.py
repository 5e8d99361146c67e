"""What a shift of a helper is paid with, in kroner and in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.pay import Job, pay_of
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services.reading import helpers, shifts
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from bpa_desktop.domain.money import Missing, Reckoned, Step
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_MINUTES_PER_HOUR: Final = 60
_ONE_DAY: Final = dt.timedelta(days=1)
_NAMES: Final = {(name.rule, name.key): name for name in RateName}


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

    Pay before tax, without holiday pay, pension and what an employer pays beside it.
    """
    person = next((one for one in helpers(session) if one.id == shift.helper), None)
    if person is None or shift.state is ShiftState.CANCELLED:
        return None
    rates = tariff(session, person)
    job = Job(shift.actual, shift.kind, _begun(session, shift))
    found = pay_of(job, rates.hour, rates)
    known = ((_NAMES.get((one.rule, one.key)), one.on) for one in found.missing)
    return ShiftPay(
        found,
        _total(found),
        tuple(map(_line, found.steps)),
        tuple(map(_missing_words, found.missing)),
        tuple((name, on) for name, on in known if name is not None),
    )


def _begun(session: Session, shift: Shift) -> int:
    """Since when the helper has worked without a break, and with a right to supplements."""
    day = shift.planned_start.date()
    own = [
        one.actual
        for one in shifts(session, day - _ONE_DAY, day + _ONE_DAY)
        if one.helper == shift.helper
        and one.state is not ShiftState.CANCELLED
        and one.kind is not HourKind.AVAILABILITY
    ]
    begun = shift.actual[0]
    for start, end in sorted(own, reverse=True):
        if start < begun <= end:
            begun = start
    return begun


def _total(found: Reckoned) -> str:
    if found.amount is None:
        return _("The pay is incomplete.")
    return _("Pay for the shift: {amount}").format(amount=money(found.amount))


def _line(step: Step) -> str:
    """``Aftentillæg: 6 timer × 40,68 kr. = 244,08 kr.``."""
    text = _("{what}: {hours} × {rate} = {amount}")
    return text.format(
        what=_(step.title),
        hours=in_hours(int(step.quantity * _MINUTES_PER_HOUR)),
        rate=money(step.rate),
        amount=money(step.amount),
    )


def _missing_words(missing: Missing) -> str:
    """``Timeløn på trin 11 mangler for 16. marts 2026.``."""
    name = _NAMES.get((missing.rule, missing.key))
    what = _(name.label) if name is not None else missing.rule
    return _("{what} is missing for {date}.").format(what=what, date=date_words(missing.on))
