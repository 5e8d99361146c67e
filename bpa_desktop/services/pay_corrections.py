"""What pay is owed beside what was settled with closed months: nothing is rewritten, only added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.closed_month import ClosedMonth, SettledLine
from bpa_desktop.domain.settlement import owed
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import months_pay

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_pay import HelperPay
    from bpa_desktop.services.session import Session

    Lacking = Mapping[str, tuple[Missing, ...]]


class Owed(NamedTuple):
    """Lines of pay, and what is ``missing`` to know all of them, by the helper's id.

    A line whose ``month`` is an earlier one corrects that month.
    """

    lines: tuple[SettledLine, ...]
    missing: Lacking


def as_lines(pays: Iterable[HelperPay], month: dt.date) -> tuple[SettledLine, ...]:
    """The lines of every helper's pay as they would be settled for ``month``, its first day."""
    return tuple(
        SettledLine(
            helper=pay.helper.id,
            title=line.title,
            standard=line.standard,
            minutes=line.minutes,
            amount=line.amount,
            month=month,
        )
        for pay in pays
        for line in pay.lines
    )


def reckoned(session: Session, months: Sequence[Period]) -> tuple[tuple[HelperPay, ...], ...]:
    """The pay of each of ``months`` as it is worked out now; remembered until the file changes.

    For corrections are looked for in every month that is settled. ``months`` are in order.
    """
    known: dict[dt.date, tuple[HelperPay, ...]]
    known = session.records.worked_out(("pay", session.today), dict)
    lacking = [month for month in months if month.first not in known]
    for month, pays in zip(lacking, months_pay(session, lacking), strict=True):
        known[month.first] = pays
    return tuple(known[month.first] for month in months)


def is_settled(closed: ClosedMonth | None) -> bool:
    """Whether the pay of a month was settled when it was closed, or since."""
    return closed is not None and bool(closed.pay)


def corrections(session: Session) -> Mapping[dt.date, Owed]:
    """By settled month: what it is worked out to now, less all that was settled for it.

    Months in which nothing has changed are left out. A helper whose pay of a month lacks a rate by
    now is not corrected in it: what is missing is told instead.
    """
    closed = session.records.all(ClosedMonth)
    before = [line for one in closed for line in one.pay]
    months = sorted(one.first for one in closed if is_settled(one))
    pays = reckoned(session, [month_of(first) for first in months])
    found = {first: _part(first, own, before) for first, own in zip(months, pays, strict=True)}
    return {first: part for first, part in found.items() if part.lines or part.missing}


def _part(month: dt.date, pays: Sequence[HelperPay], before: Iterable[SettledLine]) -> Owed:
    """What is owed for one month beside all that was settled for it, in whichever month."""
    missing = {pay.helper.id: pay.missing for pay in pays if pay.missing}
    settled = [line for line in before if line.month == month]
    lines = owed(as_lines(pays, month), settled)
    return Owed(tuple(line for line in lines if line.helper not in missing), missing)


def carrier(session: Session, month: dt.date) -> dt.date:
    """The first day of the month with which corrections of ``month`` are paid: the next open one.

    Months that are closed without their pay are passed over, for nothing is handed in with them.
    """
    closed = {one.first for one in session.records.all(ClosedMonth)}
    following = month_of(month).end
    while following in closed:
        following = month_of(following).end
    return following


def due(session: Session, month: Period) -> Owed:
    """What is settled with ``month`` while it is open, or closed without its pay.

    Its own lines, less what was settled for it elsewhere, and the corrections of earlier months
    that it carries. Where something is missing for a helper, the lines are those that are known.
    """
    (pays,) = reckoned(session, [month])
    return due_of(session, month, pays)


def due_of(session: Session, month: Period, pays: Sequence[HelperPay]) -> Owed:
    """`due` of a month whose pay is worked out already."""
    before = [line for one in session.records.all(ClosedMonth) for line in one.pay]
    elsewhere = [line for line in before if line.month == month.first]
    lines = list(owed(as_lines(pays, month.first), elsewhere))
    missing = {pay.helper.id: pay.missing for pay in pays if pay.missing}
    for part in carried(session, month).values():
        lines += part.lines
        for helper, lacking in part.missing.items():
            missing[helper] = (*missing.get(helper, ()), *lacking)
    return Owed(tuple(lines), missing)


def carried(session: Session, month: Period) -> Mapping[dt.date, Owed]:
    """The corrections that are paid with ``month``, by the earlier month they are of."""
    settled = [one.first for one in session.records.all(ClosedMonth) if is_settled(one)]
    if not any(carrier(session, first) == month.first for first in settled):
        return {}
    found = corrections(session)
    return {first: part for first, part in found.items() if carrier(session, first) == month.first}
