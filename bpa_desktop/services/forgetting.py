"""Deleting a person for good: what must still be kept, what goes, and the deletion itself."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.forgetting import Erasure
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.registration import keeping, worked_in
from bpa_desktop.domain.traces import Person, Traces
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.accounts import year_of
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.month_leave import LEAVE
from bpa_desktop.services.month_pay import months_pay
from bpa_desktop.services.month_sickness import BENEFIT_TITLE, CHILD, FULL, HOLIDAY_OF_SICK
from bpa_desktop.services.pay_corrections import is_settled
from bpa_desktop.services.reading import all_stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.pay_values import HelperPay
    from bpa_desktop.services.session import Session

FILE_RULE: Final = "gdpr-helper-file"
VOUCHER_RULE: Final = "gdpr-vouchers"
_PAID_WHILE_AWAY: Final = frozenset({FULL, BENEFIT_TITLE, CHILD, HOLIDAY_OF_SICK, LEAVE})
_PAID_AWAY: Final = frozenset(AbsenceKind) - {AbsenceKind.OTHER, AbsenceKind.HOLIDAY}
"""The kinds of absence for which an employer may pay."""
_MONTHS_PER_YEAR: Final = 12
_NUMBERS: Final = re.compile(r"\+?\d[\d \-]{4,}\d")


class Retention(NamedTuple):
    """Something that is to be kept ``through`` that day, what it is (a msgid), and the source."""

    what: str
    through: dt.date
    source: str

    def words(self, today: dt.date) -> str:
        """``Vagter og timer: skal gemmes til og med 31. august 2031``, or that it is over."""
        over = self.through < today
        text = _("{what}: may go since {date}.") if over else _("{what}: keep through {date}.")
        on = self.through + dt.timedelta(days=1) if over else self.through
        return text.format(what=_(self.what), date=date_words(on))


def last_day_of(helper: Helper) -> dt.date | None:
    """The last day of the last employment; none while it goes on, or where none is written."""
    ends = [one.last_day for one in helper.employments]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def is_employed_still(helper: Helper, today: dt.date) -> bool:
    """Whether an employment goes on or is to come."""
    return any(one.end >= today for one in helper.employments)


def retentions(session: Session, helper: Helper) -> tuple[Retention, ...]:
    """How long what is kept of the helper is to be kept; only what there is something of."""
    return tuple(_retentions(session, helper))


def _retentions(session: Session, helper: Helper) -> Iterator[Retention]:
    book = rulebook()
    last = last_day_of(helper)
    worked = [day for who, day in worked_in(all_stints(session)) if who == helper.id]
    if worked:
        pay = year_of(session, max(worked)).last
        rule = book.rule(VOUCHER_RULE, pay)
        years = book.whole(VOUCHER_RULE, "years", pay)
        yield Retention(N_("Pay and vouchers"), _later(pay, years), rule.source)
        kept = keeping(max(worked), book)
        if kept is not None:
            yield Retention(N_("Working time"), kept.through, kept.source)
    if last is not None:
        yield file_retention(last)


def file_retention(last_day: dt.date) -> Retention:
    """How long the file of somebody who left on ``last_day`` usually is kept."""
    book = rulebook()
    years = book.whole(FILE_RULE, "years", last_day)
    source = book.rule(FILE_RULE, last_day).source
    return Retention(N_("Contract, talks and papers"), _later(last_day, years), source)


def _later(day: dt.date, years: int) -> dt.date:
    return months_before(day, -years * _MONTHS_PER_YEAR)


def forget_helper(session: Session, helper_id: str) -> str:
    """Delete everything about a helper but the hours and amounts, and say what is left.

    Raises ``Gone`` where there is no such helper.
    """
    helper = session.records.get(Helper, helper_id)
    erased = [one for one in session.records.all(Helper) if one.erased_on is not None]
    name = _("Former helper {n}").format(n=len(erased) + 1)
    erasure = Erasure(
        type_name=Helper.type_name,
        id=helper.id,
        name=name,
        called=(helper.name, helper.first_name),
        on=session.today,
        traces=Traces(_person(helper), _others(session, helper.id)),
        absences_from=_absences_from(session),
    )
    session.forget(erasure, N_("delete what was kept of {who}"), who=name)
    text = _(
        "Deleted for good. The hours are left as {name}. Copies you made before, and packages you "
        "sent, are files of their own: delete them yourself."
    )
    return text.format(name=name)


def forget_applicant(session: Session, applicant_id: str) -> str:
    """Delete everything about an applicant, in the journal too, and say so.

    Of one who was hired the helper stays as they are. Raises ``Gone`` where there is no such
    applicant.
    """
    applicant = session.records.get(Applicant, applicant_id)
    name = _("Former applicant")
    is_hired = applicant.helper is not None
    nobody = Person(whole_name="")
    erasure = Erasure(
        type_name=Applicant.type_name,
        id=applicant.id,
        name=name,
        called=() if is_hired else (applicant.name,),
        on=session.today,
        traces=Traces(nobody if is_hired else _seeker(applicant), _others(session, applicant.id)),
        absences_from=session.today,
    )
    session.forget(erasure, N_("delete what was kept of an applicant"))
    return _(
        "Deleted for good. Copies you made before are files of their own: delete them yourself."
    )


def losing_pay(session: Session, helper: Helper) -> tuple[Period, ...]:
    """The months whose pay during absence a deletion of the helper would lose, oldest first.

    It is worked out from the kind of the absence, which goes. Where the pay is locked it stays.
    """
    firsts = {
        month.first.replace(day=1)
        for one in session.records.all(Absence)
        if one.helper == helper.id and one.kind in _PAID_AWAY
        for month in _days_of(session, one)
    }
    locked = {one.first for one in session.records.all(ClosedMonth) if is_settled(one)}
    months = [month_of(first) for first in sorted(firsts - locked)]
    return tuple(
        month
        for month, pays in zip(months, months_pay(session, months), strict=True)
        if any(_is_paid_away(one) for one in pays if one.helper.id == helper.id)
    )


def _days_of(session: Session, absence: Absence) -> tuple[Period, ...]:
    """The part of each month that is away through today, in years whose accounts are kept."""
    first = max(absence.first_day, _absences_from(session))
    last = min(absence.last_day or session.today, session.today)
    return Period(first, last + dt.timedelta(days=1)).months() if first <= last else ()


def _is_paid_away(pay: HelperPay) -> bool:
    """Whether absence is paid; of pay that lacks a rate nobody can tell, so it counts."""
    return bool(pay.missing) or any(
        line.title in _PAID_WHILE_AWAY and line.amount for line in pay.lines
    )


def _person(helper: Helper) -> Person:
    return Person(
        whole_name=helper.name,
        names=(helper.first_name, helper.last_name),
        numbers=(helper.phone, helper.cpr, *_NUMBERS.findall(helper.next_of_kin)),
        lines=(helper.email, helper.address),
    )


def _seeker(applicant: Applicant) -> Person:
    return Person(
        whole_name=applicant.name,
        names=(applicant.name,),
        numbers=(applicant.phone,),
        lines=(applicant.email,),
    )


def _others(session: Session, but: str) -> list[str]:
    """The names of everybody else, which cannot be told from those of the person."""
    found = [one.name for one in session.records.all(Helper) if one.id != but]
    seekers = session.records.all(Applicant)
    found += [one.name for one in seekers if but not in {one.id, one.helper}]
    scheme = session.scheme()
    return found if scheme is None else [*found, scheme.citizen_name, scheme.employer_name]


def _absences_from(session: Session) -> dt.date:
    """Absences before this day lie in years whose accounts need not be kept any more."""
    today = session.today
    years = rulebook().whole(VOUCHER_RULE, "years", today)
    return months_before(year_of(session, today).first, years * _MONTHS_PER_YEAR)
