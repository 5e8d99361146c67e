"""Every record type, once: its class, its words, and the sentence that tells one from another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.application import Application
from bpa_desktop.domain.assessment import Assessment, HelperSheet
from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.brought_holiday import BroughtHoliday
from bpa_desktop.domain.budget import Budget, BudgetLine, Explanation
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.given_package import GivenPackage
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import HospitalStay, StayShift
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.insurance import Insurance
from bpa_desktop.domain.kept_finding import KeptFinding
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import Leaving
from bpa_desktop.domain.letter import Letter
from bpa_desktop.domain.meeting import Meeting, MeetingPoint
from bpa_desktop.domain.money import Unit
from bpa_desktop.domain.money_flow import Payment, Voucher
from bpa_desktop.domain.moved_hours import MovedHours
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.own_rate import OwnRate
from bpa_desktop.domain.own_text import OwnText
from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.domain.payslip import Payslip, UnemploymentDay
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.domain.workplace_event import WorkplaceEvent
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, day_words, hours, money, month_words, number, span
from bpa_desktop.services import case_words as case
from bpa_desktop.services import leading_words as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.record import Record

    Names = Mapping[str, str]

_FACTOR_DIGITS: Final = 6


class Kind(NamedTuple):
    """A record type as the program's generic parts see it.

    ``describe`` gives one line for a list; it gets the record and the names of helpers by id.
    ``single`` marks a type of which a file holds one. ``new`` heads the form of a new one.
    """

    record: type[Record]
    one: str
    many: str
    describe: Callable[[Any, Names], str]
    single: bool = False
    new: str = N_("New {what}")

    @property
    def name(self) -> str:
        """The type's name in files and in the database."""
        return self.record.type_name


def _scheme(scheme: Scheme, _names: Names) -> str:
    return ", ".join(part for part in (scheme.citizen_name, scheme.municipality) if part)


def _helper(helper: Helper, _names: Names) -> str:
    return f"{helper.name}, {_(helper.position.label)}"


def _grant(grant: Grant, _names: Names) -> str:
    start = date_words(grant.valid_from)
    if grant.valid_to is None:
        return _("Grant from {start}").format(start=start)
    return _("Grant from {start} to {end}").format(start=start, end=date_words(grant.valid_to))


def _shift(shift: Shift, names: Names) -> str:
    who = names.get(shift.helper or "", _("Unfilled"))
    start, end = shift.used
    return f"{day_words(start.date())} {span(start, end)} {who}"


def _absence(absence: Absence, names: Names) -> str:
    who, kind = names.get(absence.helper, ""), _(absence.kind.label)
    first = date_words(absence.first_day)
    if absence.last_day is None:
        return _("{who}: {kind} from {first}").format(who=who, kind=kind, first=first)
    last = date_words(absence.last_day)
    return _("{who}: {kind} {first} to {last}").format(who=who, kind=kind, first=first, last=last)


def _activity(item: ActivityItem, _names: Names) -> str:
    return f"{item.activity}, {_(item.category.label)}"


def _pattern(pattern: RosterPattern, _names: Names) -> str:
    name = pattern.name or _("Roster pattern")
    return _("{name} from {start}").format(name=name, start=date_words(pattern.starts_on))


def _declined(declined: Declined, names: Names) -> str:
    start, end = declined.shift_start, declined.shift_end
    text = _("{who} said no to {when}")
    when = f"{day_words(start.date())} {span(start, end)}"
    return text.format(who=names.get(declined.helper, ""), when=when)


def _kept(kept: KeptFinding, names: Names) -> str:
    who = names.get(kept.helper or "", "")
    words = (_(kept.code.label), who, date_words(kept.window_end.date()))
    return ", ".join(part for part in words if part)


def _rate(rate: OwnRate, names: Names) -> str:
    who = names.get(rate.helper or "", "")
    is_money = rate.name.unit is Unit.KRONER
    amount = money(rate.value) if is_money else number(rate.value, _FACTOR_DIGITS)
    words = (_(rate.name.label), who, amount)
    start = _("from {date}").format(date=date_words(rate.valid_from))
    return ", ".join(part for part in (*words, start) if part)


def _closed(closed: ClosedMonth, _names: Names) -> str:
    return _("{month} is closed").format(month=month_words(closed.first))


def _budget(budget: Budget, _names: Names) -> str:
    name = budget.name or _("Budget")
    return _("{name} from {start}").format(name=name, start=date_words(budget.valid_from))


def _budget_line(line: BudgetLine, _names: Names) -> str:
    return f"{line.place}. {line.words}, {money(line.amount)}"


def _payment(payment: Payment, _names: Names) -> str:
    words = (date_words(payment.received_on), _(payment.payer.label), money(payment.amount))
    return ", ".join(words)


def _voucher(voucher: Voucher, _names: Names) -> str:
    words = (voucher.number, date_words(voucher.day), voucher.what, money(voucher.amount))
    return ", ".join(word for word in words if word)


def _payslip(payslip: Payslip, names: Names) -> str:
    who, month = names.get(payslip.helper, ""), month_words(payslip.month)
    return f"{who}, {month}, {money(payslip.amount)}"


def _unemployment_day(day: UnemploymentDay, names: Names) -> str:
    text = _("{who}: G-day {date}")
    return text.format(who=names.get(day.helper, ""), date=date_words(day.day))


def _moved(moved: MovedHours, _names: Names) -> str:
    text = _("{hours} hours moved from {year}: {what}")
    what = _(moved.purpose.label)
    return text.format(hours=hours(moved.minutes), year=moved.out_of.year, what=what)


def _explanation(explanation: Explanation, _names: Names) -> str:
    first, last = date_words(explanation.first_day), date_words(explanation.last_day)
    return f"{first} – {last}: {explanation.words}"


KINDS: Final = (
    Kind(Scheme, N_("Scheme"), N_("Scheme"), _scheme, single=True),
    Kind(Helper, N_("Helper"), N_("Helpers"), _helper),
    Kind(Trip, N_("Trip"), N_("Trips"), words.trip, new=N_("New trip")),
    Kind(
        Application,
        N_("Application"),
        N_("Applications"),
        case.application,
        new=N_("New application"),
    ),
    Kind(Decision, N_("Decision"), N_("Decisions"), case.decision, new=N_("New decision")),
    Kind(Grant, N_("Grant"), N_("Grants"), _grant),
    Kind(Shift, N_("Shift"), N_("Shifts"), _shift),
    Kind(Absence, N_("Absence"), N_("Absences"), _absence, new=N_("New absence")),
    Kind(ActivityItem, N_("Activity"), N_("Activities"), _activity),
    Kind(RosterPattern, N_("Roster pattern"), N_("Roster patterns"), _pattern),
    Kind(Declined, N_("No to a shift"), N_("No to shifts"), _declined, new=N_("New no to a shift")),
    Kind(KeptFinding, N_("Finding that stays"), N_("Findings that stay"), _kept),
    Kind(OwnRate, N_("Rate"), N_("Rates"), _rate, new=N_("New rate")),
    Kind(Budget, N_("Budget"), N_("Budgets"), _budget, new=N_("New budget")),
    Kind(BudgetLine, N_("Budget line"), N_("Budget lines"), _budget_line),
    Kind(Payment, N_("Payment"), N_("Payments"), _payment, new=N_("New payment")),
    Kind(Voucher, N_("Voucher"), N_("Vouchers"), _voucher, new=N_("New voucher")),
    Kind(Payslip, N_("Payslip"), N_("Payslips"), _payslip),
    Kind(UnemploymentDay, N_("G-day"), N_("G-days"), _unemployment_day),
    Kind(MovedHours, N_("Moved hours"), N_("Moved hours"), _moved, new=N_("Move hours")),
    Kind(Explanation, N_("Explanation"), N_("Explanations"), _explanation),
    Kind(ClosedMonth, N_("Closed month"), N_("Closed months"), _closed),
    Kind(
        BroughtHoliday,
        N_("Holiday from before"),
        N_("Holiday from before"),
        words.brought_holiday,
        new=N_("Holiday from before"),
    ),
    Kind(Applicant, N_("Applicant"), N_("Applicants"), words.applicant, new=N_("New applicant")),
    Kind(OwnText, N_("Text"), N_("Texts"), words.own_text, new=N_("New text")),
    Kind(Contract, N_("Contract"), N_("Contracts"), words.contract, new=N_("New contract")),
    Kind(Addendum, N_("Addendum"), N_("Addenda"), words.addendum, new=N_("New addendum")),
    Kind(
        KeyReceipt,
        N_("Key receipt"),
        N_("Key receipts"),
        words.key_receipt,
        new=N_("New key receipt"),
    ),
    Kind(Leaving, N_("Resignation"), N_("Resignations"), words.leaving, new=N_("Helper leaves")),
    Kind(Aid, N_("Aid"), N_("Aids"), words.aid, new=N_("New aid")),
    Kind(
        Procedure,
        N_("Work procedure"),
        N_("Work procedures"),
        words.procedure,
        new=N_("New work procedure"),
    ),
    Kind(ProcedureVersion, N_("Version"), N_("Versions"), words.version, new=N_("New version")),
    Kind(ProcedurePicture, N_("Picture"), N_("Pictures"), words.picture, new=N_("New picture")),
    Kind(
        Instruction,
        N_("Instruction"),
        N_("Instructions"),
        words.instruction,
        new=N_("New instruction"),
    ),
    Kind(
        IntroductionStep,
        N_("Introduction step"),
        N_("Introduction steps"),
        words.introduction_step,
        new=N_("New step"),
    ),
    Kind(Course, N_("Course"), N_("Courses"), words.course, new=N_("New course")),
    Kind(
        Assessment,
        N_("Workplace assessment"),
        N_("Workplace assessments"),
        words.assessment,
        new=N_("New APV"),
    ),
    Kind(
        HelperSheet, N_("APV sheet"), N_("APV sheets"), words.helper_sheet, new=N_("New APV sheet")
    ),
    Kind(
        WorkplaceEvent,
        N_("Event at work"),
        N_("Events at work"),
        words.workplace_event,
        new=N_("New event at work"),
    ),
    Kind(WorkProblem, N_("Problem"), N_("Problems"), words.work_problem, new=N_("New problem")),
    Kind(
        YearlyDiscussion,
        N_("Yearly discussion"),
        N_("Yearly discussions"),
        words.yearly_discussion,
        new=N_("New yearly discussion"),
    ),
    Kind(Meeting, N_("Meeting"), N_("Meetings"), words.meeting, new=N_("New meeting")),
    Kind(MeetingPoint, N_("Point"), N_("Points"), words.meeting_point, new=N_("New point")),
    Kind(Talk, N_("Talk (MUS)"), N_("Talks (MUS)"), words.talk, new=N_("New talk (MUS)")),
    Kind(
        AgreedTask,
        N_("Agreed task"),
        N_("Agreed tasks"),
        words.agreed_task,
        new=N_("New agreed task"),
    ),
    Kind(Complaint, N_("Complaint"), N_("Complaints"), case.complaint, new=N_("New complaint")),
    Kind(
        Inquiry,
        N_("Letter from the municipality"),
        N_("Letters from the municipality"),
        case.inquiry,
        new=N_("New letter from the municipality"),
    ),
    Kind(AuthorityVisit, N_("Visit"), N_("Visits"), case.authority_visit, new=N_("New visit")),
    Kind(
        HospitalStay,
        N_("Stay in hospital"),
        N_("Stays in hospital"),
        case.hospital_stay,
        new=N_("New stay in hospital"),
    ),
    Kind(
        StayShift,
        N_("Shift during a stay"),
        N_("Shifts during a stay"),
        case.stay_shift,
        new=N_("New shift during a stay"),
    ),
    Kind(Insurance, N_("Insurance"), N_("Insurances"), case.insurance, new=N_("New insurance")),
    Kind(
        Handover,
        N_("Change of employer"),
        N_("Changes of employer"),
        case.handover,
        new=N_("New change of employer"),
    ),
    Kind(Relocation, N_("Move"), N_("Moves"), case.relocation, new=N_("New move")),
    Kind(
        OwnMunicipalValue,
        N_("Rule from your decision"),
        N_("Rules from your decision"),
        case.own_municipal_value,
        new=N_("New rule from your decision"),
    ),
    Kind(Letter, N_("Letter"), N_("Letters"), case.letter, new=N_("New letter")),
    Kind(GivenPackage, N_("Package"), N_("Packages"), case.given_package, new=N_("New package")),
    Kind(Postponed, N_("Postponement"), N_("Postponements"), words.postponed),
)
"""In the order in which an export writes them: what is referred to comes first."""

TYPES: Final[Mapping[str, type[Record]]] = {kind.name: kind.record for kind in KINDS}


def kind_named(name: str) -> Kind:
    """The record type of that name; raises ``KeyError`` for an unknown one."""
    return {kind.name: kind for kind in KINDS}[name]
