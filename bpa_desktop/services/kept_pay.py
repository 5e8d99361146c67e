"""The pay of people who are deleted: as it was locked with its month, for nothing tells it anew.

Why somebody was away goes with them, and with it what pay during sickness and leave is worked out
from.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.people import Helper
from bpa_desktop.services.pay_values import HelperPay, PayLine, amount_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from bpa_desktop.services.session import Session

    Kept = Mapping[dt.date, Mapping[str, tuple[PayLine, ...]]]


def kept_pay(session: Session) -> Kept:
    """By month and helper the lines that were locked, of everybody who is deleted."""
    gone = {one.id for one in session.records.all(Helper) if one.erased_on is not None}
    if not gone:
        return {}
    sums: dict[dt.date, dict[str, dict[object, PayLine]]] = defaultdict(lambda: defaultdict(dict))
    for line in (line for one in session.records.all(ClosedMonth) for line in one.pay):
        if line.helper in gone:
            own = sums[line.month][line.helper]
            new = PayLine(line.title, line.minutes, line.amount, line.standard)
            key = line.title, line.standard
            own[key] = _added(own[key], new) if key in own else new
    return {
        month: {helper: tuple(lines.values()) for helper, lines in people.items()}
        for month, people in sums.items()
    }


def _added(one: PayLine, other: PayLine) -> PayLine:
    minutes, amount = one.minutes + other.minutes, one.amount + other.amount
    return one._replace(minutes=minutes, amount=amount)


def as_locked(
    session: Session, pays: Iterable[HelperPay], locked: Mapping[str, tuple[PayLine, ...]]
) -> tuple[HelperPay, ...]:
    """``pays`` of a month, where those who are deleted have what was ``locked`` with it."""
    found = [
        _instead(one, locked[one.helper.id]) if one.helper.id in locked else one for one in pays
    ]
    told = {one.helper.id for one in found}
    lost = session.records.with_ids(Helper, [one for one in locked if one not in told])
    return (*found, *(_instead(HelperPay(one, (), (), None, ()), locked[one.id]) for one in lost))


def _instead(pay: HelperPay, lines: tuple[PayLine, ...]) -> HelperPay:
    return pay._replace(lines=lines, amount=amount_of(lines), missing=(), drawn=(), notes=())
