"""The pay of a month as it is handed in: by helper, with what it corrects and what it lacks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.atp import PayRun
from bpa_desktop.domain.pay_periods import periods_of
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.settlement import amount_of
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, money, month_words
from bpa_desktop.services.closed_months import find_closed, month_of
from bpa_desktop.services.month_pay import periods_pay
from bpa_desktop.services.pay_corrections import (
    Owed,
    as_lines,
    carried,
    due,
    is_settled,
    reckoned,
)
from bpa_desktop.services.pay_material import run_of
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.closed_month import ClosedMonth, SettledLine
    from bpa_desktop.domain.money import Missing
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.month_pay import HelperPay, PaidShift
    from bpa_desktop.services.session import Session


class BasisState(Choice):
    """How far the pay of a month has come."""

    OPEN = "open", N_("The month is open. The numbers can still change.")
    CLOSED = "closed", N_("The month is closed, but its pay is not locked.")
    LOCKED = "locked", N_("The pay is locked.")


class HelperBasis(NamedTuple):
    """What one helper is paid with a month, corrections of earlier months with it.

    ``lines`` are as settled once the pay is locked; ``shifts`` are always as they stand now.
    ``cpr`` is the helper's number, empty where it is not written; ``name`` is empty when the helper
    was deleted.
    """

    helper: str
    name: str
    cpr: str
    lines: tuple[SettledLine, ...]
    shifts: tuple[PaidShift, ...]
    missing: tuple[Missing, ...]

    @property
    def is_known(self) -> bool:
        """Whether the helper is still in the file."""
        return bool(self.name)

    @property
    def called(self) -> str:
        """The helper's name, or that there is none any more."""
        return self.name or _("A helper who is not in the file any more")

    @property
    def amount(self) -> Decimal | None:
        """The sum of the lines; None while something is missing."""
        return None if self.missing else amount_of(self.lines)


class MonthBasis(NamedTuple):
    """The pay of everybody in ``month``, in the order of the roster."""

    month: Period
    state: BasisState
    helpers: tuple[HelperBasis, ...]

    @property
    def amount(self) -> Decimal | None:
        """What everybody is paid together; None while something is missing."""
        amounts = [one.amount for one in self.helpers]
        known = [one for one in amounts if one is not None]
        return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def pay_basis(session: Session, month: Period) -> MonthBasis:
    """What ``month`` is paid with: as it was locked, or else as it is worked out now.

    For a pay period of a week or 14 days it is always as it is worked out now, for pay is locked
    by the month; the last one that ends in a month carries the corrections that are paid with it.
    """
    if not month.is_whole_month:
        return _period_basis(session, month)
    closed = find_closed(session, month)
    found = Owed(closed.pay, {}) if closed and is_settled(closed) else due(session, month)
    (pays,) = reckoned(session, [month])
    return MonthBasis(month, _state(closed), tuple(_helpers(session, pays, found)))


def _period_basis(session: Session, days: Period) -> MonthBasis:
    pays = dict(periods_pay(session, days)).get(days, ())
    month = month_of(days.last)
    lines = list(as_lines(pays, days.first))
    missing = {pay.helper.id: pay.missing for pay in pays if pay.missing}
    if ending_in(session, month)[-1:] == (days,):
        for part in carried(session, month).values():
            lines += part.lines
            missing |= {one: (*missing.get(one, ()), *part.missing[one]) for one in part.missing}
    state = _state(find_closed(session, month))
    return MonthBasis(days, state, tuple(_helpers(session, pays, Owed(tuple(lines), missing))))


def ending_in(session: Session, month: Period) -> tuple[Period, ...]:
    """The pay periods whose last day lies in ``month``; none where pay is run by the month."""
    run, begins = run_of(session.scheme())
    if run is PayRun.MONTH:
        return ()
    found = periods_of(run, begins, month)
    return tuple(one for one in found if one.last < month.end)


def _state(closed: ClosedMonth | None) -> BasisState:
    if closed is None:
        return BasisState.OPEN
    return BasisState.LOCKED if is_settled(closed) else BasisState.CLOSED


def _helpers(session: Session, pays: Iterable[HelperPay], found: Owed) -> Iterator[HelperBasis]:
    shifts = {pay.helper.id: pay.shifts for pay in pays}
    known = {one.id: one for one in helpers(session)}
    paid = {line.helper for line in found.lines}
    gone = sorted(paid - known.keys())
    for person in (*known, *gone):
        if person in shifts or person in paid or person in found.missing:
            helper = known.get(person)
            yield HelperBasis(
                helper=person,
                name=helper.name if helper else "",
                cpr=helper.cpr if helper else "",
                lines=tuple(line for line in found.lines if line.helper == person),
                shifts=shifts.get(person, ()),
                missing=found.missing.get(person, ()),
            )


def line_title(line: SettledLine, own: HelperBasis, month: dt.date) -> str:
    """What a line is for: ``Grundløn``, or ``Rettelse af januar 2026: Grundløn``.

    Two lines of the same name are told apart by the line of the budget they belong to.
    """
    words = _(line.title)
    alike = {
        one.standard for one in own.lines if (one.month, one.title) == (line.month, line.title)
    }
    if len(alike) > 1 and line.standard is not StandardLine.BASIC_PAY:
        words = f"{words}, {_(line.standard.label)}"
    if line.month == month:
        return words
    text = _("Correction of {month}: {what}")
    return text.format(month=month_words(line.month), what=words)


def corrections_words(session: Session, month: Period, helper: str) -> str:
    """What a helper is paid with ``month`` for earlier ones, and all of it; empty without that."""
    own = next((one for one in pay_basis(session, month).helpers if one.helper == helper), None)
    earlier = [line for line in own.lines if line.month != month.first] if own else []
    if own is None or not earlier:
        return ""
    text = _("Corrections of earlier months: {amount}")
    said = text.format(amount=money(amount_of(earlier)))
    if own.amount is None:
        return said
    text = _("{corrections}, with them {amount}")
    return text.format(corrections=said, amount=money(own.amount))
