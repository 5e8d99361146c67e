"""What a week of sickness would cost: the helper's sick pay, and who works the shifts instead."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.clock import days_span, monday, overlap
from bpa_desktop.domain.money import ZERO
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.candidates import candidates
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.pay_material import Change
from bpa_desktop.services.reading import absences, shifts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_WEEK: Final = dt.timedelta(weeks=1)
_ONE_DAY: Final = dt.timedelta(days=1)
WEEKS: Final = 4
"""So many weeks can be tried, this one first."""


class SickWeek(NamedTuple):
    """A week in which ``helper`` is sick; minutes are those of shifts that are not worked yet.

    ``stand_ins`` take the shifts, each once and in the order in which they are asked;
    ``unfilled`` are minutes that nobody is free for. ``cost`` is what pay comes to more than
    without the sickness, None where a rate is missing.
    """

    helper: Helper
    first: dt.date
    minutes: int
    unfilled: int
    stand_ins: tuple[Helper, ...]
    cost: Decimal | None
    missing: tuple[Missing, ...]


def weeks(today: dt.date) -> tuple[dt.date, ...]:
    """The first days of the weeks that can be tried."""
    return tuple(monday(today) + count * _WEEK for count in range(WEEKS))


def sick_week(session: Session, helper: Helper, first: dt.date) -> SickWeek:
    """What it comes to when ``helper`` is sick in the week from ``first``, or the rest of it.

    On days on which they are away already nothing changes.
    """
    first = max(first, session.today)
    end = monday(first) + _WEEK
    days = _days_there(session, helper, first, end)
    own = [
        one
        for one in shifts(session, first, end)
        if one.helper == helper.id
        and one.state is ShiftState.PLANNED
        and one.planned_start.date() in days
    ]
    found = {one.id: _stand_in(session, one) for one in own}
    named = {one.id: one for one in found.values() if one is not None}
    cost, missing = _cost(session, helper, days, found) if own else (ZERO, ())
    return SickWeek(
        helper,
        first,
        sum(_minutes(one) for one in own),
        sum(_minutes(one) for one in own if found[one.id] is None),
        tuple(named.values()),
        cost,
        missing,
    )


def _days_there(session: Session, helper: Helper, first: dt.date, end: dt.date) -> list[dt.date]:
    """The days from ``first`` to before ``end`` on which the helper is not away."""
    away = [one.plan_span() for one in absences(session, first, end) if one.helper == helper.id]
    return [
        day
        for day in Period(first, end).days()
        if not any(overlap(days_span(day, day + _ONE_DAY), span) for span in away)
    ]


def _minutes(shift: Shift) -> int:
    start, end = shift.planned
    return end - start


def _stand_in(session: Session, shift: Shift) -> Helper | None:
    """Who would be asked first of those who are free."""
    free = (one.helper for one in candidates(session, shift) if one.is_free)
    return next(free, None)


def _cost(
    session: Session,
    helper: Helper,
    days: Sequence[dt.date],
    found: Mapping[str, Helper | None],
) -> tuple[Decimal | None, tuple[Missing, ...]]:
    """Kroner of pay more, and the rates that are missing for it."""
    sick = [Absence(helper=helper.id, first_day=day, last_day=day) for day in days]
    who = {shift: None if one is None else one.id for shift, one in found.items()}
    months = list(dict.fromkeys(map(month_of, (days[0], days[-1]))))
    before, after = _pay(session, months), _pay(session, months, Change(sick, who))
    missing = tuple(dict.fromkeys((*before.missing, *after.missing)))
    return None if missing else after.amount - before.amount, missing


class _Pay(NamedTuple):
    amount: Decimal
    missing: tuple[Missing, ...]


def _pay(session: Session, months: list[Period], change: Change | None = None) -> _Pay:
    """What every helper is paid in the months."""
    paid = [one for month in months_pay(session, months, change) for one in month]
    amount = sum((one.amount or ZERO for one in paid), ZERO)
    return _Pay(amount, tuple(lack for one in paid for lack in one.missing))
