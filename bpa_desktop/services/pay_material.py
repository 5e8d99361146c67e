"""What the pay of months is reckoned from: read once, by helper."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.alike import Alike
from bpa_desktop.domain.atp import PayRun
from bpa_desktop.domain.away import left_of, losses
from bpa_desktop.domain.leave_pay import WEEKS
from bpa_desktop.domain.pay import minutes_by_day
from bpa_desktop.domain.pay_periods import periods_of
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.scheme import Agreement, SickPay
from bpa_desktop.domain.scheme import PayRun as Run
from bpa_desktop.domain.stints import CANCELLED, WORKED, actual
from bpa_desktop.services.month_levies import levies
from bpa_desktop.services.reading import helpers, paid_stints, stints
from bpa_desktop.services.tariff import tariffs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.away import Loss
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.scheme import Scheme
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.month_levies import Levies
    from bpa_desktop.services.session import Session
    from bpa_desktop.services.tariff import Tariff

T = TypeVar("T", Absence, UnemploymentDay)

_ONE_DAY: Final = dt.timedelta(days=1)
_WEEK: Final = dt.timedelta(days=7)


class Person(NamedTuple):
    """One helper: their rates, shifts in order of time, lost work, absences, days without work."""

    helper: Helper
    rates: Tariff
    alike: Alike
    rows: Sequence[Stint]
    losses: Sequence[Loss]
    absences: Sequence[Absence]
    idle: Sequence[UnemploymentDay]

    def cuts(self) -> Mapping[str, list[Span]]:
        """What of each shift was lost, in instants by the shift's id."""
        found: dict[str, list[Span]] = defaultdict(list)
        for one in self.losses:
            found[one.shift].append((one.start, one.end))
        return found


class Change(NamedTuple):
    """What is tried before it is written: absences, and by shift who stands in, or nobody."""

    absences: Sequence[Absence]
    stand_ins: Mapping[str, str | None]

    def rows(self, rows: Iterable[Stint]) -> list[Stint]:
        """The shifts as they would be; each stays planned for the helper who is away."""
        return [
            (one[0], self.stand_ins[one[0]], one[1], *one[3:]) if one[0] in self.stand_ins else one
            for one in rows
        ]


class Material(NamedTuple):
    """Everybody who may be paid, overtime by shift, what the scheme says of absence, levies."""

    session: Session
    people: tuple[Person, ...]
    overtime: Mapping[str, int]
    sick_pay: SickPay
    agreement: Agreement
    levies: Levies
    run: PayRun = PayRun.MONTH
    begins: dt.date = dt.date.max

    @property
    def is_monthly(self) -> bool:
        """Whether pay is run by the calendar month."""
        return self.run is PayRun.MONTH

    def periods(self, days: Period) -> tuple[Period, ...]:
        """The pay periods that have a day in ``days``."""
        return periods_of(self.run, self.begins, days)

    def run_in(self, period: Period) -> PayRun:
        """How pay is run in a pay period: before the first of them by the month."""
        return PayRun.MONTH if period.first < self.begins else self.run

    def worked(self, person: Person, first: dt.date, end: dt.date) -> Mapping[dt.date, int]:
        """The minutes that the helper worked on each day from ``first`` to before ``end``."""
        rows = [one for one in stints(self.session, first, end) if one[1] == person.helper.id]
        lost = lost_of(self.session, rows, person.absences).get(person.helper.id, [])
        cuts = person._replace(losses=lost).cuts()
        days: dict[dt.date, int] = defaultdict(int)
        for row in rows:
            for piece in () if row[4] == CANCELLED else left_of(actual(row), cuts.get(row[0], ())):
                for day, minutes in minutes_by_day(piece):
                    days[day] += minutes
        return days


def material(
    session: Session, first: dt.date, end: dt.date, change: Change | None = None
) -> Material:
    """What the pay of the months from ``first`` to before ``end`` is reckoned from.

    A week before is read with it: sickness in it may have had its part of the highest benefit.
    With a ``change`` it is as if that were written.
    """
    scheme = session.scheme()
    run, begins = run_of(scheme)
    around = periods_of(run, begins, Period(first, end))
    rows, overtime = paid_stints(session, around[0].first - _WEEK, around[-1].end + _ONE_DAY)
    absences = list(session.records.all(Absence))
    if change is not None:
        rows, absences = change.rows(rows), [*absences, *change.absences]
    away, idle = _by_helper(absences), _by_helper(_idle(session))
    lost = lost_of(session, rows, [one for own in away.values() for one in own])
    own = _not_cancelled(rows)
    paid = {*own, *lost, *idle, *_on_leave(away, Period(first, end))}
    people = [one for one in helpers(session) if one.id in paid]
    common, *rates = tariffs(session, None, *people)
    times = _Times(own, lost, away, idle)
    return Material(
        session,
        tuple(map(times.of, people, rates, _alike(rates))),
        overtime,
        SickPay.UNKNOWN if scheme is None else scheme.sick_pay,
        Agreement.UNKNOWN if scheme is None else scheme.agreement,
        levies(session, rows, range(first.year, (end - _ONE_DAY).year + 1), common),
        run,
        begins,
    )


class _Times(NamedTuple):
    """What each helper worked, lost to absence, was away and was idle, by id."""

    own: Mapping[str | None, list[Stint]]
    lost: Mapping[str, list[Loss]]
    away: Mapping[str, list[Absence]]
    idle: Mapping[str, list[UnemploymentDay]]

    def of(self, helper: Helper, tariff: Tariff, alike: Alike) -> Person:
        """The helper with all that pay is reckoned from."""
        return Person(
            helper,
            tariff,
            alike,
            sorted(self.own.get(helper.id, ()), key=actual),
            self.lost.get(helper.id, []),
            self.away.get(helper.id, []),
            self.idle.get(helper.id, []),
        )


def _alike(rates: Sequence[Tariff]) -> Iterator[Alike]:
    """What remembers the reckoning by a tariff; helpers of one tariff share it."""
    known = {id(one): Alike(one) for one in rates}
    return (known[id(one)] for one in rates)


def _not_cancelled(rows: Iterable[Stint]) -> Mapping[str | None, list[Stint]]:
    """What each helper works, by id."""
    own: dict[str | None, list[Stint]] = defaultdict(list)
    for row in rows:
        if row[4] != CANCELLED:
            own[row[1]].append(row)
    return own


def run_of(scheme: Scheme | None) -> tuple[PayRun, dt.date]:
    """How often pay is run, and the first day of the first pay period that is no month.

    By the month while nothing is answered, and while nobody has said when a period begins.
    """
    if scheme is None or scheme.pay_period_start is None or scheme.pay_run is Run.UNKNOWN:
        return PayRun.MONTH, dt.date.max
    return PayRun[scheme.pay_run.name], scheme.pay_period_start


def _on_leave(away: Mapping[str, Sequence[Absence]], days: Period) -> Iterator[str]:
    """Who is on leave on some of ``days``: they may have pay, also without a shift."""
    for helper, own in away.items():
        if any(one.kind in WEEKS and one.lies_in(days) for one in own):
            yield helper


def _idle(session: Session) -> tuple[UnemploymentDay, ...]:
    return session.records.all(UnemploymentDay)


def _by_helper(records: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for one in records:
        found[one.helper].append(one)
    return found


def lost_of(
    session: Session, rows: Sequence[Stint], absences: Sequence[Absence]
) -> Mapping[str, list[Loss]]:
    """The work of ``rows`` that each helper lost to an absence; what they worked is not lost."""
    found: dict[str, list[Loss]] = defaultdict(list)
    if not absences:
        return found
    done = {row[0]: row[1] for row in rows if row[4] == WORKED}
    for one in losses(rows, absences, session.today):
        if done.get(one.shift) != one.helper:
            found[one.helper].append(one)
    return found
