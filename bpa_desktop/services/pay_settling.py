"""Locks the pay of a month: its lines are kept as they were worked out when they were handed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import joined
from bpa_desktop.domain.people import Helper
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.closed_months import find_closed
from bpa_desktop.services.pay_corrections import due, is_settled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.closed_month import ClosedMonth, SettledLine
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session


class MonthOpen(BpaError):
    """Pay is locked with a month that is closed."""

    sentence = N_("Close {month} first. The pay is locked with it.")


class PayIncomplete(BpaError):
    """A rate is missing, so that the pay is not known."""

    sentence = N_("The pay of {month} cannot be locked: a rate is missing for {who}.")


class NothingToLock(BpaError):
    """Nobody is paid anything for the month."""

    sentence = N_("Nobody is paid for {month}.")


def to_settle(session: Session, month: Period) -> tuple[SettledLine, ...]:
    """The lines to be kept when ``month`` is closed; none while anything is missing for anybody."""
    found = due(session, month)
    return () if found.missing else found.lines


def lock_pay(session: Session, month: Period) -> ClosedMonth:
    """Lock the pay of a month that was closed without it; one that is locked stays as it is.

    Raises ``MonthOpen``, ``PayIncomplete`` or ``NothingToLock``.
    """
    closed, name = find_closed(session, month), month_words(month.first)
    if closed is None:
        raise MonthOpen(month=name)
    if is_settled(closed):
        return closed
    found = due(session, month)
    if found.missing:
        raise PayIncomplete(month=name, who=_who(session, found.missing))
    if not found.lines:
        raise NothingToLock(month=name)
    with session.operation(N_("lock the pay of {month}"), month=name) as operation:
        return operation.save(replace(closed, pay=found.lines))


def may_lock(session: Session, month: Period) -> bool:
    """Whether `lock_pay` would lock something."""
    closed = find_closed(session, month)
    return closed is not None and not is_settled(closed) and bool(to_settle(session, month))


def closed_words(session: Session, closed: ClosedMonth, month: Period) -> str:
    """``Marts 2026 er lukket.``, or that it is closed without its pay and why."""
    name = month_words(month.first)
    name = name[:1].upper() + name[1:]
    lacking = () if is_settled(closed) else due(session, month).missing
    if lacking:
        text = _("{month} is closed without its pay: a rate is missing for {who}.")
        return text.format(month=name, who=_who(session, lacking))
    earlier = sorted({line.month for line in closed.pay if line.month != closed.first})
    if earlier:
        text = _("{month} is closed and its pay locked, with corrections of {months}.")
        return text.format(month=name, months=joined([month_words(one) for one in earlier]))
    text = _("{month} is closed and its pay locked.") if closed.pay else _("{month} is closed.")
    return text.format(month=name)


def _who(session: Session, ids: Iterable[str]) -> str:
    wanted = set(ids)
    return joined([one.first_name for one in session.records.all(Helper) if one.id in wanted])
