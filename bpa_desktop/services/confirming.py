"""Planned becomes worked: a day, a week or a month in one press, and the month is closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import instant, monday, overlap
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.closed_months import find_closed
from bpa_desktop.services.reading import away_spans, shifts
from bpa_desktop.services.rostering import is_over, when
from bpa_desktop.services.today import CONFIRM_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)
_ONE_WEEK: Final = dt.timedelta(weeks=1)


class MonthNotOver(BpaError):
    """The month has days to come."""

    sentence = N_("You cannot close {month} yet: it is not over.")


class MonthNotSettled(BpaError):
    """Of some shifts nobody has said what came of them."""

    sentence = N_("You cannot close {month} yet. Shifts that are not settled: {count}.")

    def __init__(self, month: str, missing: Sequence[Missing]) -> None:
        super().__init__(month=month, count=len(missing))
        self.missing = tuple(missing)


class Why(Choice):
    """Why a shift is not settled."""

    UNCONFIRMED = "unconfirmed", N_("not confirmed")
    ABSENT = "absent", N_("the helper was away")
    UNFILLED = "unfilled", N_("no reason is written")
    CHANGED = "changed", N_("the changed times have no reason")
    RUNNING = "running", N_("not over yet")


class Missing(NamedTuple):
    """A shift that is not settled, and why."""

    shift: Shift
    why: Why

    @property
    def day(self) -> dt.date:
        """The day on which it was to begin."""
        return self.shift.planned_start.date()

    def words(self, names: Mapping[str, str]) -> str:
        """``mandag 16. marts 07–15, Anna Prøve: ikke bekræftet``; ``names`` are helpers by id."""
        who = names.get(self.shift.helper or "", "") or _("unfilled")
        return f"{when(self.shift)}, {who}: {_(self.why.label)}"


class Confirmed(NamedTuple):
    """How many shifts became worked, and how many were left because their helper was away."""

    shifts: int
    away: int


def confirm_day(session: Session, day: dt.date) -> Confirmed:
    """Mark the day's shifts as worked as planned, see `confirm_period`."""
    return confirm_period(session, day, day + _ONE_DAY)


def confirm_week(session: Session, day: dt.date) -> Confirmed:
    """Mark the shifts of the week in which ``day`` lies as worked, see `confirm_period`."""
    return confirm_period(session, monday(day), monday(day) + _ONE_WEEK)


def confirm_period(session: Session, first: dt.date, end: dt.date) -> Confirmed:
    """Mark every shift that begins from ``first`` to before ``end`` as worked, as one action.

    Only those that are filled, over, and still only planned; what was written of a deviation
    stays. A helper who was away has not worked as planned, so that shift is left.
    """
    starting = [
        shift for shift in shifts(session, first, end) if first <= shift.planned_start.date() < end
    ]
    return _confirm(session, starting, first, end)


def may_confirm(session: Session, first: dt.date, end: dt.date) -> bool:
    """Whether `confirm_period` would find something to mark as worked."""
    starting = [one for one in shifts(session, first, end) if first <= one.planned_start.date()]
    return any(one.why is Why.UNCONFIRMED for one in _unsettled(session, starting, first, end))


def confirm_month(session: Session, month: Period) -> Confirmed:
    """The same for every shift that has an hour in ``month``: those that must be settled for it."""
    here = shifts(session, month.first, month.end)
    return _confirm(session, here, month.first, month.end)


def _confirm(session: Session, found: Iterable[Shift], first: dt.date, end: dt.date) -> Confirmed:
    unsettled = tuple(_unsettled(session, found, first, end))
    done = [one.shift for one in unsettled if one.why is Why.UNCONFIRMED]
    with session.operation(N_("everything went as planned")) as operation:
        operation.save_all(replace(shift, state=ShiftState.WORKED) for shift in done)
    return Confirmed(len(done), sum(one.why is Why.ABSENT for one in unsettled))


def missing(session: Session, month: Period) -> tuple[Missing, ...]:
    """The shifts with an hour in ``month`` that have begun and are not settled, in order.

    A shift is settled when it is worked as planned or called off, or when it was worked at other
    times or stayed unfilled and the reason is written.
    """
    here = shifts(session, month.first, month.end)
    return tuple(_unsettled(session, here, month.first, month.end))


def recent(session: Session) -> tuple[Missing, ...]:
    """The shifts that the first page asks about: over, filled, and only planned."""
    end = session.today + _ONE_DAY
    first = session.today - dt.timedelta(days=CONFIRM_DAYS)
    found = _unsettled(session, shifts(session, first, end), first, end)
    return tuple(one for one in found if one.why is Why.UNCONFIRMED)


def _unsettled(
    session: Session, found: Iterable[Shift], first: dt.date, end: dt.date
) -> Iterator[Missing]:
    now = session.now()
    # A shift may reach over the days it is asked for.
    away = away_spans(session, first - _ONE_WEEK, end + _ONE_WEEK)
    for shift in found:
        why = _why(shift, now, away)
        if why is not None:
            yield Missing(shift, why)


def _why(shift: Shift, now: dt.datetime, away: Mapping[str, list[Span]]) -> Why | None:
    is_explained = bool(shift.deviation.strip())
    if shift.state is ShiftState.WORKED:
        return None if shift.actual == shift.planned or is_explained else Why.CHANGED
    if shift.state is ShiftState.CANCELLED or shift.planned[0] > instant(now):
        return None
    if not is_over(shift, now):
        return Why.RUNNING
    if shift.helper is None:
        return None if is_explained else Why.UNFILLED
    if any(overlap(shift.planned, span) for span in away.get(shift.helper, ())):
        return Why.ABSENT
    return Why.UNCONFIRMED


def stayed_unfilled(session: Session, shift: Shift) -> Shift:
    """Write that nobody came, so that the unfilled shift is settled."""
    told = replace(shift, deviation=_("Nobody could come."))
    with session.operation(N_("nobody came {when}"), when=when(shift)) as operation:
        return operation.save(told)


def is_month_over(session: Session, month: Period) -> bool:
    """Whether every day of ``month`` has passed."""
    return month.end <= session.today


def close_month(session: Session, month: Period) -> ClosedMonth:
    """Close ``month`` and lock its pay; a month that is closed already stays as it is.

    While a rate is missing for somebody it is closed without its pay. Raises ``MonthNotOver``, or
    ``MonthNotSettled`` with what is missing.
    """
    closed = find_closed(session, month)
    if closed is not None:
        return closed
    name = month_words(month.first)
    if not is_month_over(session, month):
        raise MonthNotOver(month=name)
    lacking = missing(session, month)
    if lacking:
        raise MonthNotSettled(name, lacking)
    from bpa_desktop.services.pay_settling import to_settle  # noqa: PLC0415 - fast start

    pay = to_settle(session, month)
    record = ClosedMonth(month=month.first, closed_on=session.today, pay=pay)
    with session.operation(N_("close {month}"), month=name) as operation:
        return operation.save(record)
