"""What a shift of a helper is paid with, in kroner and in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import minutes_of
from bpa_desktop.domain.own_rate import RateName
from bpa_desktop.domain.pay import Job, begun_at, pay_of
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.stints import CANCELLED, actual
from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services.reading import helpers, stints
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.money import Missing, Reckoned, Step
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

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
    day = shift.planned_start.date()
    around = stints(session, day - _ONE_DAY, day + _ONE_DAY)
    own = [one for one in around if one[0] != shift.id and one[1] == shift.helper]
    found = pay_of(job_of(shift.actual, shift.kind, own), rates.hour, rates)
    known = ((_NAMES.get((one.rule, one.key)), one.on) for one in found.missing)
    return ShiftPay(
        found,
        _total(found),
        tuple(map(_line, found.steps)),
        missing_words(found.missing),
        tuple((name, on) for name, on in known if name is not None),
    )


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


def _line(step: Step) -> str:
    """``Aftentillæg: 6 timer × 40,68 kr. = 244,08 kr.``."""
    text = _("{what}: {hours} × {rate} = {amount}")
    return text.format(
        what=_(step.title),
        hours=in_hours(minutes_of(step.quantity)),
        rate=money(step.rate),
        amount=money(step.amount),
    )


def missing_words(missing: Iterable[Missing]) -> tuple[str, ...]:
    """``Timeløn på trin 11 mangler for 16. marts 2026.`` once for each rate: its first day."""
    first: dict[tuple[str, str], Missing] = {}
    for one in missing:
        first.setdefault((one.rule, one.key), one)
    return tuple(map(_missing, first.values()))


def _missing(missing: Missing) -> str:
    name = _NAMES.get((missing.rule, missing.key))
    what = _(name.label) if name is not None else missing.rule
    return _("{what} is missing for {date}.").format(what=what, date=date_words(missing.on))
