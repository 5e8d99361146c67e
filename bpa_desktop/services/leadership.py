"""What a leader did in a period, counted from the records and from the journal.

What was done is told, and to nobody: the lists name no helper, so that they may be shown.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.clock import ZONE, days_span, wall
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.meeting import Meeting, MeetingState
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.period import Period, months_before
from bpa_desktop.domain.procedure import ProcedureVersion
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.stints import CANCELLED, actual
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.domain.yearly_discussion import YearlyDiscussion
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, month_words, span
from bpa_desktop.services.reading import stints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

_MONTHS_PER_YEAR: Final = 12


class Deed(Choice):
    """Something a leader does, in the order in which it is told."""

    ADVERTS = "adverts", N_("Adverts put up")
    INTERVIEWS = "interviews", N_("Talks with applicants")
    CONTRACTS = "contracts", N_("Contracts and changes given")
    PROCEDURES = "procedures", N_("Work procedures written")
    INSTRUCTIONS = "instructions", N_("Instructions given")
    INTRODUCTIONS = "introductions", N_("Introduction steps done")
    COURSES = "courses", N_("Courses held")
    MEETINGS = "meetings", N_("Staff meetings held")
    TALKS = "talks", N_("Talks (MUS) held")
    ASSESSMENTS = "assessments", N_("APVs finished")
    ACTIONS = "actions", N_("APV actions closed")
    DISCUSSIONS = "discussions", N_("Yearly discussions held")
    ACCIDENTS = "accidents", N_("Accidents and near-misses followed up")
    ROSTERS = "rosters", N_("Rosters made or changed")
    SUBSTITUTES = "substitutes", N_("Substitutes found")
    SICK_CALLS = "sick_calls", N_("Sick calls handled")
    MONTHS = "months", N_("Months confirmed and closed")


class Done(NamedTuple):
    """One thing that was done on a day; ``record`` is what it opens, where there is one."""

    on: dt.date
    words: str
    record: RecordKey | None = None


class Line(NamedTuple):
    """How often something was done in the period, the oldest first."""

    deed: Deed
    done: tuple[Done, ...]


class Span(Choice):
    """A period to look at, as seen from today."""

    TWELVE_MONTHS = "twelve_months", N_("The last 12 months")
    THIS_YEAR = "this_year", N_("This year")
    LAST_YEAR = "last_year", N_("Last year")
    THREE_YEARS = "three_years", N_("The last 3 years")


def period_of(chosen: Span, today: dt.date) -> Period:
    """The days of ``chosen``, through today where it is not over."""
    tomorrow = today + dt.timedelta(days=1)
    this_year = today.replace(month=1, day=1)
    if chosen is Span.THIS_YEAR:
        return Period(this_year, tomorrow)
    if chosen is Span.LAST_YEAR:
        return Period(this_year.replace(year=today.year - 1), this_year)
    years = 3 if chosen is Span.THREE_YEARS else 1
    return Period(months_before(tomorrow, years * _MONTHS_PER_YEAR), tomorrow)


def leadership(session: Session, period: Period) -> tuple[Line, ...]:
    """A line for everything a leader does, also what was not done in ``period``."""
    found: Mapping[Deed, list[Done]] = {deed: [] for deed in Deed}
    for deed, done in _everything(session, period):
        if period.first <= done.on < period.end:
            found[deed].append(done)
    return tuple(Line(deed, tuple(sorted(done, key=_order))) for deed, done in found.items())


def _order(one: Done) -> tuple[dt.date, str]:
    return one.on, one.words


def _everything(session: Session, period: Period) -> Iterator[tuple[Deed, Done]]:
    for deed, kind, tell in _FROM_RECORDS:
        for record in session.records.all(kind):
            for on, words in tell(record):
                if on is not None:
                    yield deed, Done(on, words, (kind.type_name, record.id))
    yield from _from_journal(session, period)
    yield from ((Deed.SUBSTITUTES, one) for one in _substitutes(session, period))


def _advert(one: OwnText) -> Iterator[tuple[dt.date | None, str]]:
    if one.kind is TextKind.ADVERT:
        yield one.used_on, one.title


_TALKED: Final = frozenset({Stage.INTERVIEWED, Stage.OFFERED, Stage.HIRED, Stage.REJECTED})


def _interview(one: Applicant) -> Iterator[tuple[dt.date | None, str]]:
    if one.stage in _TALKED:
        yield one.interview_on, _("Talk with an applicant")


def _contract(one: Contract) -> Iterator[tuple[dt.date | None, str]]:
    yield one.given_on, _("Contract")


def _addendum(one: Addendum) -> Iterator[tuple[dt.date | None, str]]:
    yield one.given_on, _("Change of a contract")


def _version(one: ProcedureVersion) -> Iterator[tuple[dt.date | None, str]]:
    yield one.valid_from, _("Work procedure")


def _instruction(one: Instruction) -> Iterator[tuple[dt.date | None, str]]:
    yield one.given_on, _("In an aid") if one.version is None else _("In a work procedure")


def _step(one: IntroductionStep) -> Iterator[tuple[dt.date | None, str]]:
    yield one.done_on, _("Introduction step")


def _course(one: Course) -> Iterator[tuple[dt.date | None, str]]:
    yield one.held_on, one.title


def _meeting(one: Meeting) -> Iterator[tuple[dt.date | None, str]]:
    if one.state is MeetingState.HELD:
        yield one.starts_at.date(), _("Staff meeting")


def _talk(one: Talk) -> Iterator[tuple[dt.date | None, str]]:
    if one.state is MeetingState.HELD:
        yield one.starts_at.date(), _("Talk (MUS)")


def _assessment(one: Assessment) -> Iterator[tuple[dt.date | None, str]]:
    yield one.finished_on, _("Workplace assessment")


def _action(one: WorkProblem) -> Iterator[tuple[dt.date | None, str]]:
    yield one.done_on, _(one.topic.label)


def _discussion(one: YearlyDiscussion) -> Iterator[tuple[dt.date | None, str]]:
    yield one.held_on, _("Yearly discussion")


_HARM: Final = frozenset({EventKind.ACCIDENT, EventKind.NEAR_MISS})


def _event(one: WorkplaceEvent) -> Iterator[tuple[dt.date | None, str]]:
    if one.kind in _HARM and one.prevention.strip():
        yield one.happened_on, _(one.kind.label)


_SICK: Final = frozenset(
    {
        AbsenceKind.SICKNESS,
        AbsenceKind.CHILD_FIRST_SICK_DAY,
        AbsenceKind.CHILD_SECOND_SICK_DAY,
    }
)


def _sick_call(one: Absence) -> Iterator[tuple[dt.date | None, str]]:
    if one.kind in _SICK:
        yield one.first_day, _("Sick call")


def _closed(one: ClosedMonth) -> Iterator[tuple[dt.date | None, str]]:
    yield one.closed_on, _("{month} is closed").format(month=month_words(one.first))


_FROM_RECORDS: Final[
    tuple[tuple[Deed, type[Record], Callable[..., Iterator[tuple[dt.date | None, str]]]], ...]
] = (
    (Deed.ADVERTS, OwnText, _advert),
    (Deed.INTERVIEWS, Applicant, _interview),
    (Deed.CONTRACTS, Contract, _contract),
    (Deed.CONTRACTS, Addendum, _addendum),
    (Deed.PROCEDURES, ProcedureVersion, _version),
    (Deed.INSTRUCTIONS, Instruction, _instruction),
    (Deed.INTRODUCTIONS, IntroductionStep, _step),
    (Deed.COURSES, Course, _course),
    (Deed.MEETINGS, Meeting, _meeting),
    (Deed.TALKS, Talk, _talk),
    (Deed.ASSESSMENTS, Assessment, _assessment),
    (Deed.ACTIONS, WorkProblem, _action),
    (Deed.DISCUSSIONS, YearlyDiscussion, _discussion),
    (Deed.ACCIDENTS, WorkplaceEvent, _event),
    (Deed.SICK_CALLS, Absence, _sick_call),
    (Deed.MONTHS, ClosedMonth, _closed),
)

ROSTER_WORK: Final[Mapping[str, str]] = {
    "roll out one week": N_("Weeks rolled out from the roster pattern"),
    "roll out {n} weeks": N_("Weeks rolled out from the roster pattern"),
    "make a roster pattern": N_("Roster pattern made"),
    "change the roster pattern": N_("Roster pattern changed"),
    "copy week {number}": N_("Week copied"),
    "copy the shifts of a period": N_("Shifts of a period copied"),
    "copy the chosen shifts to the next week": N_("Shifts copied to the next week"),
    "put in copied shifts": N_("Shifts put in"),
}
"""What an action in the journal is a proof of, by its msgid."""


def _from_journal(session: Session, period: Period) -> Iterator[tuple[Deed, Done]]:
    since, until = (
        dt.datetime.combine(day, dt.time(), ZONE).astimezone(dt.UTC)
        for day in (period.first, period.end)
    )
    for entry in session.records.journal.told(ROSTER_WORK, since, until):
        on = entry.at.astimezone(ZONE).date()
        yield Deed.ROSTERS, Done(on, _(ROSTER_WORK[entry.label.message]))


def _substitutes(session: Session, period: Period) -> Iterator[Done]:
    """Shifts of the period that somebody took for whoever could not come."""
    inside = days_span(period.first, period.end)
    for row in stints(session, period.first, period.end):
        shift, helper, instead_of, _kind, state = row[:5]
        start, end = actual(row)
        if helper and instead_of and state != CANCELLED and inside[0] <= start < inside[1]:
            begin = wall(start)
            words = _("the shift {times}").format(times=span(begin, wall(end)))
            yield Done(begin.date(), words, (Shift.type_name, shift))
