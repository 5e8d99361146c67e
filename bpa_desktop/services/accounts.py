"""The accounts of a budget year, counted from budgets, pay, payments, vouchers and shifts."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.account_hours import HoursSheet, KindHours, agreed_rate, hour_rate
from bpa_desktop.domain.accounting import Basis, Lack, account, account_year, explained
from bpa_desktop.domain.accounts import OF_PAY, Entry, Origin, Receipt
from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation
from bpa_desktop.domain.clock import days_span, overlap
from bpa_desktop.domain.flow_sums import days_of, part_of
from bpa_desktop.domain.hours import NOBODY, Measure, report
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.money import ZERO, ore
from bpa_desktop.domain.money_flow import Payer, Payment, Voucher
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.pay_standard import line_of
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.hours_report import ledger
from bpa_desktop.services.pay_counted import counted_pay
from bpa_desktop.services.pay_spent import lacking, levies_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from bpa_desktop.domain.accounts import Accounts
    from bpa_desktop.domain.hours import Report
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.pay_counted import CountedPay
    from bpa_desktop.services.session import Session

_PLANNED: Final = str(ShiftState.PLANNED)
_A_DAY: Final = dt.timedelta(days=1)


def year_of(session: Session, day: dt.date) -> Period:
    """The budget year in which ``day`` lies."""
    return account_year(session.records.all(Budget), day)


def counted_in(year: Period, today: dt.date) -> Period:
    """What of ``year`` is counted: up to the end of the month of ``today``; else the whole."""
    if not year.first <= today < year.end:
        return year
    return Period(year.first, min(year.end, month_of(today).end))


def accounts_of(session: Session, year: Period) -> Accounts:
    """The accounts of ``year``, as far as it has come.

    The month that is running counts as it is planned. A month's pay belongs to the budget that
    counts on its first day, a voucher to the one that counts on its date, a payment to the days
    that it is for. Locked pay counts as it was locked, and a correction with the month it is paid
    with. Of a month that is only partly in the year the shifts of its days count, and what is for
    the whole month counts day by day.
    """
    counted = counted_in(year, session.today)
    entries, missing = _pay(session, counted)
    receipts, set_off = _payments(session, counted)
    return account(
        Basis(
            year=year,
            counted=counted,
            budgets=session.records.all(Budget),
            lines=session.records.all(BudgetLine),
            entries=[*entries, *_vouchers(session, counted), *set_off],
            receipts=receipts,
            explanations=session.records.all(Explanation),
            missing=missing,
        )
    )


def _pay(session: Session, counted: Period) -> tuple[list[Entry], dict[dt.date, Lack]]:
    """The pay of each helper by month and purpose, and what is not known of it."""
    entries: list[Entry] = []
    missing: dict[dt.date, Lack] = {}
    months = counted.months()
    whole = [month_of(one.first) for one in months]
    for month, found in zip(months, counted_pay(session, whole), strict=True):
        entries += (
            Entry(Origin.PAY, month.first, standard, amount, helper)
            for (helper, standard), amount in found.on_days(month).items()
            if amount
        )
        entries += (
            Entry(Origin.LEVY, month.first, standard, amount, one.helper.id)
            for one in found.pays
            for standard, amount in levies_in(one, month).items()
            if amount
        )
        lack = _lack(found)
        if lack.missing or lack.levies:
            missing[month.first] = lack
    return entries, missing


def _lack(found: CountedPay) -> Lack:
    short = [one for one in found.pays if one.missing and one.helper.id in found.missing]
    levies = tuple(dict.fromkeys(lack for one in found.pays for lack in one.levies.missing))
    standards = {
        line_of("", shift.kind) for one in short for shift in one.shifts if shift.pay.missing
    }
    own = {lack for one in short for lack in one.missing}
    missing = tuple(dict.fromkeys(chain.from_iterable(found.missing.values())))
    if not own.issuperset(missing):
        # A correction of an earlier month is not known: it may be of any kind of hours.
        standards = set(StandardLine)
    return Lack(missing, frozenset(standards), levies, lacking(levies))


def _vouchers(session: Session, counted: Period) -> Iterator[Entry]:
    for one in session.records.all(Voucher):
        if counted.first <= one.day < counted.end:
            amount, number = ore(one.amount), one.number.strip()
            yield Entry(Origin.VOUCHER, one.day, one.standard, amount, one.id, one.line, number)


def _payments(session: Session, counted: Period) -> tuple[list[Receipt], list[Entry]]:
    """What was received, and what was set off: that lowers what is spent."""
    receipts, set_off = [], []
    for one in session.records.all(Payment):
        amount = part_of(one, counted.first, counted.end)
        if not amount:
            continue
        if one.payer is Payer.SET_OFF:
            day = max(days_of(one).first, counted.first)
            standard = StandardLine.SET_OFF
            set_off.append(Entry(Origin.SET_OFF, day, standard, -abs(amount), one.id, one.line))
        else:
            receipts.append(Receipt(one.id, one.received_on, one.payer, amount, one.line))
    return receipts, set_off


def hours_sheet(session: Session, year: Period, accounts: Accounts | None = None) -> HoursSheet:
    """The hours of ``year``.

    The price of an hour is that of the budget, or with ``accounts`` what an hour has cost.
    """
    split = min(max(session.today, year.first), year.end)
    everything = ledger(session, year.first, year.end)
    counted = counted_in(year, session.today)
    bounds = tuple(sorted({year.first, split, counted.end, year.end}))
    found = _Sums(report(everything, bounds, with_cover=False))
    own = [one for one in everything.stints if one[0] not in everything.elsewhere]
    unconfirmed = _unconfirmed(own, year.first, split)
    paid_for = _unconfirmed(everything.stints, year.first, split) + found.others(year.first, split)
    paid_for += found.sum(Measure.WORKED, year.first, split) + found.filled(split, counted.end)
    moved = session.records.all(MovedHours)
    about = explained(session.records.all(Explanation), (None,), year)
    return HoursSheet(
        year=year,
        kinds=tuple(found.kinds(year, split)),
        moved_in=_out_of(year_of(session, year.first - _A_DAY), moved, agreed=True),
        moved_out=_out_of(year, moved),
        unconfirmed=unconfirmed,
        elsewhere=found.others(year.first, split),
        rate=agreed_rate(session.records.all(Budget), year)
        or (hour_rate(_paid(accounts), paid_for) if accounts else None),
        explanation=" ".join(one.words.strip() for one in about),
        is_over=year.end <= session.today,
    )


def _out_of(
    year: Period, moved: Iterable[MovedHours], *, agreed: bool = False
) -> tuple[MovedHours, ...]:
    """What is moved out of ``year``, in order; with ``agreed`` only what is."""
    found = (one for one in moved if year.first <= one.out_of < year.end)
    wanted = (one for one in found if not agreed or one.consent is Consent.AGREED)
    return tuple(sorted(wanted, key=lambda one: (one.decided_on or dt.date.max, one.id)))


def _unconfirmed(stints: Iterable[Stint], first: dt.date, split: dt.date) -> int:
    """Minutes before ``split`` of shifts that somebody has and nobody has confirmed."""
    window = days_span(first, split)
    total = 0
    for _id, helper, _for, _kind, state, start, end, _from, _to in stints:
        inside = overlap((start, end), window)
        if inside and helper and state == _PLANNED:
            total += inside[1] - inside[0]
    return total


def _paid(accounts: Accounts) -> Decimal | None:
    """All that pay has cost; ``None`` while something of it is missing."""
    if accounts.missing:
        return None
    return sum((one.amount for one in accounts.total.entries if one.origin in OF_PAY), ZERO)


class _Sums(NamedTuple):
    """Sums over the parts of a report; every day that is given is one of its bounds."""

    counted: Report

    def sum(
        self,
        measure: Measure,
        first: dt.date,
        end: dt.date,
        kind: HourKind | None = None,
        helper: str | None = None,
    ) -> int:
        """Minutes from ``first`` to before ``end``."""
        parts = (part for part in self.counted.bounds[:-1] if first <= part < end)
        return sum(self.counted.minutes(measure, part, kind, helper) for part in parts)

    def others(self, first: dt.date, end: dt.date) -> int:
        """Worked minutes that others than the municipality pay for."""
        parts = (part for part in self.counted.bounds[:-1] if first <= part < end)
        return sum(self.counted.elsewhere(Measure.WORKED, part) for part in parts)

    def filled(self, first: dt.date, end: dt.date) -> int:
        """Planned minutes of shifts that somebody has."""
        nobodys = self.sum(Measure.PLANNED, first, end, None, NOBODY)
        return self.sum(Measure.PLANNED, first, end) - nobodys

    def kinds(self, year: Period, split: dt.date) -> Iterator[KindHours]:
        """Each kind of hours that there is anything of."""
        for kind in HourKind:
            one = KindHours(
                kind,
                self.sum(Measure.GRANTED, year.first, year.end, kind),
                self.sum(Measure.WORKED, year.first, split, kind),
                self.sum(Measure.PLANNED, split, year.end, kind),
            )
            if one.granted or one.used or one.planned:
                yield one
