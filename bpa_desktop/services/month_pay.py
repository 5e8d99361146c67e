"""What the shifts of a month are paid with, by helper: the lines, and the shifts they are of."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of
from bpa_desktop.domain.money import ZERO, minutes_of, total
from bpa_desktop.domain.pay import pay_of
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.stints import CANCELLED, KIND, actual
from bpa_desktop.services.reading import helpers, stints
from bpa_desktop.services.shift_pay import job_of
from bpa_desktop.services.tariff import tariff

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.kinds import HourKind
    from bpa_desktop.domain.money import Missing, Reckoned
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.standard_line import StandardLine
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)


class PayLine(NamedTuple):
    """Minutes of one kind of pay in a month, and what the lines of the shifts add up to.

    ``title`` is a msgid, ``standard`` the line of a budget on which the amount belongs. The amount
    is the sum of rounded lines, so it can be some øre from the hours times a rate.
    """

    title: str
    minutes: int
    amount: Decimal
    standard: StandardLine


class PaidShift(NamedTuple):
    """A shift by its id, the day on which it begins, and its pay."""

    shift: str
    day: dt.date
    pay: Reckoned
    kind: HourKind


class HelperPay(NamedTuple):
    """The pay of one helper for the shifts that begin in a month, as worked or else as planned.

    ``amount`` is the sum of the shifts, to the øre; None while a rate is ``missing``.
    """

    helper: Helper
    lines: tuple[PayLine, ...]
    shifts: tuple[PaidShift, ...]
    amount: Decimal | None
    missing: tuple[Missing, ...]


def month_pay(session: Session, month: Period) -> tuple[HelperPay, ...]:
    """The pay of each helper with a shift that begins in ``month``, in the order of the roster.

    A shift over the end of the month belongs to the one it begins in. Pay before tax, without
    holiday pay, pension and what an employer pays beside it.
    """
    own: dict[str | None, list[Stint]] = defaultdict(list)
    for row in stints(session, month.first - _ONE_DAY, month.end + _ONE_DAY):
        if row[4] != CANCELLED:
            own[row[1]].append(row)
    paid = (_of(session, one, own[one.id], month) for one in helpers(session) if one.id in own)
    return tuple(one for one in paid if one.shifts)


def _of(session: Session, helper: Helper, own: Sequence[Stint], month: Period) -> HelperPay:
    rates = tariff(session, helper)
    found: list[PaidShift] = []
    for row in sorted(own, key=actual):
        span = actual(row)
        day = day_of(span[0])
        if month.first <= day < month.end:
            others = [one for one in own if one[0] != row[0]]
            pay = pay_of(job_of(span, KIND[row[3]], others), rates.hour, rates)
            found.append(PaidShift(row[0], day, pay, KIND[row[3]]))
    together = total(one.pay for one in found)
    return HelperPay(helper, _lines(found), tuple(found), together.amount, together.missing)


def _lines(paid: Iterable[PaidShift]) -> tuple[PayLine, ...]:
    sums: dict[tuple[str, StandardLine], tuple[int, Decimal]] = {}
    for one in paid:
        for step in one.pay.steps:
            key = step.title, line_of(step.title, one.kind)
            minutes, amount = sums.get(key, (0, ZERO))
            sums[key] = minutes + minutes_of(step.quantity), amount + step.amount
    return tuple(
        PayLine(title, minutes, amount, standard)
        for (title, standard), (minutes, amount) in sums.items()
    )
