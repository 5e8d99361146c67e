"""What is due and when, worked out from the records; nothing of it is kept."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.authority_visit import VisitKind, awaited
from bpa_desktop.domain.granted_weekly import gives_less
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_, NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.scheme import Scheme

COMPLAINT: Final = "bpa-complaint-general"
REASSESSMENT: Final = "bpa-reassessment"
KEPT_AFTER: Final = dt.timedelta(days=30)
"""How long something that has passed stays in the list."""


class DueCode(Choice):
    """What is due."""

    VISIT = "visit", N_("The municipality's visit")
    COMPLAINT = "complaint", N_("Last day to complain")
    GRANT_ENDS = "grant_ends", N_("The grant ends")
    FIRST_FOLLOW_UP = "first_follow_up", N_("First follow-up")
    REVISITATION = "revisitation", N_("Reassessment is due")
    CLOSE_MONTH = "close_month", N_("Close the month")
    MUS = "mus", N_("Talks (MUS) are lacking")
    TRIP = "trip", N_("Apply for a trip")
    LAST_PAPERS = "last_papers", N_("Last papers")
    STATEMENT = "statement", N_("Statement of employment")
    KEY_BACK = "key_back", N_("Keys back")
    DELETE_FILE = "delete_file", N_("A file may be deleted")
    AGREED_TASK = "agreed_task", N_("Agreed task")
    RULE_UNKNOWN = "rule_unknown", N_("A deadline cannot be worked out")
    CONTRACT_NONE = "contract_none", N_("Make a contract")
    CONTRACT_FIRST = "contract_first", N_("Give the first part of a contract")
    CONTRACT_REST = "contract_rest", N_("Give the rest of a contract")
    ADDENDUM = "addendum", N_("Give an addendum")
    APPLICANT = "applicant", N_("Delete an applicant")
    HOURS_OVER = "hours_over", N_("The hours run out")
    HOURS_UNDER = "hours_under", N_("Hours are left over")
    MONEY_OVER = "money_over", N_("The money runs out")
    MONEY_UNDER = "money_under", N_("Money is left over")
    AID_INSPECTION = "aid_inspection", N_("Inspection of an aid")
    INSTRUCT = "instruct", N_("Instruction is missing")
    INSTRUCT_AGAIN = "instruct_again", N_("Instruct again")
    INTRODUCTION = "introduction", N_("A step of an introduction")
    COURSE_APPLY = "course_apply", N_("Apply for a course")
    COURSE_EXPIRES = "course_expires", N_("A course runs out")
    APV = "apv", N_("APV")
    APV_RUNNING = "apv_running", N_("APV that was begun")
    APV_QUESTION = "apv_question", N_("Must the APV be made again?")
    DISCUSSION = "discussion", N_("Yearly working-environment discussion")
    WORK_PROBLEM = "work_problem", N_("Solve a problem")
    EFFECT = "effect", N_("Did it work?")
    ACCIDENT_AUTHORITY = "accident_authority", N_("Report the accident to the authority")
    ACCIDENT_INSURER = "accident_insurer", N_("Report the accident to the insurer")
    ACCIDENT_UNKNOWN = "accident_unknown", N_("Report the accident")
    VISIT_PASSED = "visit_passed", N_("Was the visit held?")
    BUDGET_FOLLOW_UP = "budget_follow_up", N_("Follow-up at a new budget")
    COMPLAINT_ANSWER = "complaint_answer", N_("Answer to your complaint")
    COMPLAINT_STANDS = "complaint_stands", N_("Say whether the complaint stands")
    COMPLAINT_FORWARD = "complaint_forward", N_("The complaint goes on to the board")
    BOARD_DECIDES = "board_decides", N_("The board decides")
    NEW_DECISION = "new_decision", N_("A new decision")
    CORRECT_GRANT = "correct_grant", N_("Correct the grant")
    LESS_HELP = "less_help", N_("Less help can begin")
    TELL_HELPERS = "tell_helpers", N_("Give helpers notice")
    NOTICE_UNKNOWN = "notice_unknown", N_("Find out helpers' notice")
    ANSWER_LETTER = "answer_letter", N_("Answer the municipality")
    APPLICATION_SEND = "application_send", N_("Send an application")
    APPLICATION_ANSWER = "application_answer", N_("An answer is due")
    INSURANCE = "insurance", N_("Renew an insurance")
    INSURANCE_LACKS = "insurance_lacks", N_("An insurance is missing")
    COSTS_ESTIMATE = "costs_estimate", N_("Figures for section 10")
    HANDOVER_TELL = "handover_tell", N_("Tell of the new employer")
    HANDOVER = "handover", N_("The employer changes")
    HOSPITAL_TELL = "hospital_tell", N_("Tell of the stay in hospital")


STAYS: Final = frozenset(
    {
        DueCode.CONTRACT_FIRST,
        DueCode.CONTRACT_REST,
        DueCode.ADDENDUM,
        DueCode.APPLICANT,
        DueCode.APV,
        DueCode.APV_RUNNING,
        DueCode.APV_QUESTION,
        DueCode.DISCUSSION,
        DueCode.WORK_PROBLEM,
        DueCode.EFFECT,
        DueCode.ACCIDENT_AUTHORITY,
        DueCode.ACCIDENT_INSURER,
        DueCode.COMPLAINT_ANSWER,
        DueCode.COMPLAINT_STANDS,
        DueCode.BOARD_DECIDES,
        DueCode.NEW_DECISION,
        DueCode.CORRECT_GRANT,
        DueCode.TELL_HELPERS,
        DueCode.NOTICE_UNKNOWN,
        DueCode.ANSWER_LETTER,
        DueCode.HOSPITAL_TELL,
        DueCode.APPLICATION_ANSWER,
        DueCode.APPLICATION_SEND,
        DueCode.INSURANCE_LACKS,
        DueCode.HANDOVER_TELL,
        DueCode.HANDOVER,
    }
)
"""What stays in the list until it is done, however long its day has passed."""


class Due(NamedTuple):
    """Something that is due on a day; ``record`` is where it comes from.

    ``source`` is the text behind the day, empty where the day itself was written by the user.
    """

    code: DueCode
    on: dt.date
    record: RecordKey | None
    values: Mapping[str, object] = NOTHING
    source: str = ""


def due_list(
    scheme: Scheme | None,
    grants: Iterable[Grant],
    profile: Profile | None,
    book: RuleBook,
    today: dt.date,
    open_months: Sequence[dt.date] = (),
    visits: Sequence[AuthorityVisit] = (),
    moved: dt.date | None = None,
) -> list[Due]:
    """What is due, in order of the day; what passed more than thirty days ago is left out.

    ``profile`` is that of the scheme's municipality, ``None`` when it has none. ``open_months``
    are the first days of months that are over and not closed, the oldest first. ``visits`` are
    those that are written, held or not. ``moved`` is the first day in this municipality: its
    follow-ups begin anew then. The time to complain over a grant that comes from a decision is
    told with the decision.
    """
    known = list(grants)
    found = [*_complaints(known, book), *_endings(known), *_closings(open_months, today)]
    if scheme is not None:
        found += _visits(scheme, visits, today)
    if scheme is not None and profile is not None:
        start = begun_here(scheme, moved)
        here = [one for one in visits if moved is None or one.day >= moved]
        found += _follow_ups(scheme, start, here, profile, today)
    return arranged(found, today)


def arranged(found: Iterable[Due], today: dt.date) -> list[Due]:
    """``found`` in order of the day, without what passed more than thirty days ago.

    What must be done all the same stays, see ``STAYS``.
    """
    recent = (one for one in found if one.on >= today - KEPT_AFTER or one.code in STAYS)
    return in_order(recent)


def in_order(found: Iterable[Due]) -> list[Due]:
    """The nearest first."""
    return sorted(found, key=lambda one: (one.on, one.code, str(one.record)))


def _visits(scheme: Scheme, visits: Sequence[AuthorityVisit], today: dt.date) -> Iterator[Due]:
    """What is written of visits; the scheme's own date counts where no visit stands for it."""
    values = {"municipality": scheme.municipality}
    for one in visits:
        if one.is_held is not Answer.YES:
            code = DueCode.VISIT if one.day >= today else DueCode.VISIT_PASSED
            about = {**values, "kind": one.kind, "at": one.at_time}
            yield Due(code, one.day, ("authority_visit", one.id), about)
    known = scheme.next_visit
    if known is None or awaited(visits, today) or any(one.day == known for one in visits):
        return
    yield Due(DueCode.VISIT, known, ("scheme", scheme.id), values)


def complained_from(grant: Grant, received: dt.date, grants: Sequence[Grant]) -> dt.date:
    """The day from which the time to complain is safely counted.

    That is receipt; the day of the decision where it is earlier and there is less help, as it is
    disputed for that from which of them it runs.
    """
    made = grant.decision_date
    if made is None or made >= received or not gives_less(grant, grants):
        return received
    return made


def _complaints(grants: Sequence[Grant], book: RuleBook) -> Iterator[Due]:
    for grant in grants:
        if grant.received_date is None or grant.decision is not None:
            continue
        rule = book.find(COMPLAINT, grant.received_date)
        reference = {"reference": grant.decision_reference, "received": grant.received_date}
        if rule is None:
            yield Due(
                code=DueCode.RULE_UNKNOWN,
                on=grant.received_date,
                record=("grant", grant.id),
                values={"rule": COMPLAINT, **reference},
            )
            continue
        weeks = book.whole(COMPLAINT, "weeks", grant.received_date)
        yield Due(
            code=DueCode.COMPLAINT,
            on=complained_from(grant, grant.received_date, grants) + dt.timedelta(weeks=weeks),
            record=("grant", grant.id),
            values={"weeks": weeks, **reference},
            source=rule.source,
        )


def _endings(grants: Sequence[Grant]) -> Iterator[Due]:
    for grant in grants:
        if grant.valid_to is not None and not _is_followed(grant, grants):
            yield Due(
                code=DueCode.GRANT_ENDS,
                on=grant.valid_to,
                record=("grant", grant.id),
                values={"reference": grant.decision_reference},
            )


def _is_followed(grant: Grant, grants: Iterable[Grant]) -> bool:
    """Whether a later grant is in force on the day after ``grant`` ends."""
    if grant.valid_to is None or grant.valid_to == dt.date.max:
        return False
    after = grant.valid_to + dt.timedelta(days=1)
    return any(
        grant.valid_from < one.valid_from <= after
        and (one.valid_to is None or one.valid_to >= after)
        for one in grants
    )


def _closings(open_months: Sequence[dt.date], today: dt.date) -> Iterator[Due]:
    """One line for all of them: closing is best done while the month after it runs."""
    if open_months:
        yield Due(
            code=DueCode.CLOSE_MONTH,
            on=months_before(today.replace(day=1), -1) - dt.timedelta(days=1),
            record=None,
            values={"month": open_months[0], "count": len(open_months)},
        )


def begun_here(scheme: Scheme, moved: dt.date | None) -> dt.date | None:
    """When the scheme began in its municipality: after a move on the first day in the new one."""
    known = [day for day in (scheme.start_date, moved) if day is not None]
    return max(known, default=None)


def _follow_ups(
    scheme: Scheme,
    start: dt.date | None,
    visits: Sequence[AuthorityVisit],
    profile: Profile,
    today: dt.date,
) -> Iterator[Due]:
    kinds = {one.kind for one in visits}
    first, months = _every(profile, "followup.first_after_months")
    if first is not None and start is not None and VisitKind.FIRST_FOLLOW_UP not in kinds:
        on = months_before(start, -months)
        yield _expected(DueCode.FIRST_FOLLOW_UP, scheme, on, first)
    for code, kind, key in _CYCLES:
        known, months = _every(profile, key)
        on_day = _next_of(kind, scheme, start, visits, months, today)
        if known is not None and on_day is not None:
            yield _expected(code, scheme, on_day, known)


def _every(profile: Profile, key: str) -> tuple[Known | None, int]:
    """A number of months with its source, or none and zero."""
    months = profile.whole(key)
    return (profile.known(key), months) if months is not None else (None, 0)


_CYCLES: Final = (
    (DueCode.REVISITATION, VisitKind.REVISITATION, "followup.revisit_every_months"),
    (DueCode.BUDGET_FOLLOW_UP, VisitKind.BUDGET, "followup.budget_every_months"),
)
"""What comes again and again: the kind of visit, and where the municipality says how often."""


def _next_of(
    kind: VisitKind,
    scheme: Scheme,
    start: dt.date | None,
    visits: Sequence[AuthorityVisit],
    months: int,
    today: dt.date,
) -> dt.date | None:
    """The next multiple of ``months`` after the last visit of the kind, or after the start.

    None while one is agreed: its own day stands in the list. The scheme's own date is that of a
    reassessment; one before the start here was another municipality's.
    """
    same = [one for one in visits if one.kind is kind]
    held = {one.day for one in same if one.is_held is Answer.YES}
    own = scheme.next_visit if kind is VisitKind.REVISITATION else None
    if own is not None and start is not None and own < start:
        own = None
    if own is not None and own not in {one.day for one in same}:
        held.add(own)
    anchor = max(held, default=start)
    agreed = own is not None and own in held and own >= today
    if not months or anchor is None or agreed or awaited(same, today):
        return None
    days = (months_before(anchor, -months * times) for times in count(1))
    return next(day for day in days if day >= today - KEPT_AFTER)


def _expected(code: DueCode, scheme: Scheme, on: dt.date, known: Known) -> Due:
    return Due(
        code=code,
        on=on,
        record=("scheme", scheme.id),
        values={"about": known.about, "months": known.value, "quote": known.quote},
        source=known.source.named,
    )
