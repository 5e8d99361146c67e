"""Pay in maternity and parental leave: who has it, for how many days, and how much of it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.domain.asked import AGREEMENT
from bpa_desktop.domain.money import Missing, ore, rate_of
from bpa_desktop.domain.pension import employed_since
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Agreement
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.money import Step
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.rates import RuleBook

RULE: Final = "pay-maternity"
TOGETHER: Final = "pay-maternity-together"
WEEKS: Final = {
    AbsenceKind.MATERNITY_LEAVE: "maternity_weeks",
    AbsenceKind.PARENTAL_LEAVE: "parental_weeks",
}
"""By kind of leave the key of how many weeks of it have pay."""
_DAYS_PER_WEEK: Final = 7
_WHOLE: Final = Decimal(100)
_ONE_DAY: Final = dt.timedelta(days=1)


class NoLeavePay(Choice):
    """Why a leave has no pay."""

    NO_AGREEMENT = "no_agreement", N_("No agreement is acceded to, and no rate is written.")
    TOO_NEW = "too_new", N_("Employed too short a time when the leave began.")


class Leave(NamedTuple):
    """Leave of one kind that belongs together: its absences in order, and its first day."""

    kind: AbsenceKind
    absences: tuple[Absence, ...]

    @property
    def first(self) -> dt.date:
        """The first day of it."""
        return self.absences[0].first_day

    def days_in(self, days: Period) -> list[dt.date]:
        """The days of it that lie in ``days``."""
        return [day for day in days.days() if any(_covers(one, day) for one in self.absences)]

    def number(self, day: dt.date) -> int:
        """How many days of it there have been through ``day``; a day counts once."""
        count, reached = 0, self.first - _ONE_DAY
        for one in self.absences:
            last = day if one.last_day is None else min(day, one.last_day)
            first = max(one.first_day, reached + _ONE_DAY)
            if first <= last:
                count += (last - first).days + 1
                reached = last
        return count


class LeavePay(NamedTuple):
    """How many days of a leave have pay, and how many per cent of the usual pay it is."""

    days: int
    percent: Decimal


def leaves(absences: Iterable[Absence], book: RuleBook) -> list[Leave] | Missing:
    """The leaves of one helper by kind, in order of time.

    Absence of a kind that begins within some months of the first day of a leave belongs to it.
    Source: the row ``pay-maternity-together``.
    """
    found: list[Leave] = []
    for kind in WEEKS:
        own = sorted((one for one in absences if one.kind is kind), key=lambda one: one.first_day)
        for one in own:
            last = found[-1] if found and found[-1].kind is kind else None
            months = rate_of(book, TOGETHER, "months", one.first_day)
            if isinstance(months, Missing):
                return months
            if last is not None and one.first_day < months_before(last.first, -int(months)):
                found[-1] = Leave(kind, (*last.absences, one))
            else:
                found.append(Leave(kind, (one,)))
    return found


def leave_pay(
    leave: Leave, helper: Helper, agreement: Agreement, book: RuleBook
) -> LeavePay | NoLeavePay | Sequence[Missing]:
    """What pay the helper has in the leave, why none, or everything that is missing to know it.

    There is pay under an agreement that the employer has acceded to, or where the user has written
    a rate of it. ``book`` has the rates of the first day of the leave, and on it the helper has
    been employed without a break for the months of the row. Source: the row ``pay-maternity``.
    """
    on = leave.first
    row = book.find(RULE, on)
    if row is None or row.confidence is not Confidence.WRITTEN:
        if agreement is Agreement.UNKNOWN:
            return [AGREEMENT.missing(on)]
        if agreement is Agreement.NONE:
            return NoLeavePay.NO_AGREEMENT
    keys = "months", WEEKS[leave.kind], "percent"
    months, weeks, percent = (rate_of(book, RULE, key, on) for key in keys)
    began = employed_since(helper, on)
    if not isinstance(months, Missing) and (
        began is None or months_before(began, -int(months)) > on
    ):
        return NoLeavePay.TOO_NEW
    if isinstance(weeks, Missing) or isinstance(percent, Missing) or isinstance(months, Missing):
        return [one for one in (months, weeks, percent) if isinstance(one, Missing)]
    return LeavePay(int(weeks * _DAYS_PER_WEEK), percent)


def shared(step: Step, percent: Decimal) -> Step:
    """A step of the usual pay, of which ``percent`` is paid: the rate is rounded to whole øre."""
    if percent == _WHOLE:
        return step
    rate = ore(step.rate * percent / _WHOLE)
    amount = ore(step.quantity * rate)
    return step._replace(rate=rate, amount=amount, rule=RULE, key="percent")


def _covers(absence: Absence, day: dt.date) -> bool:
    return absence.first_day <= day and (absence.last_day is None or day <= absence.last_day)
