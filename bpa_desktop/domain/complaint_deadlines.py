"""The days of a complaint: the municipality's new look, the board's decision, what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.allowed_time import by_municipality, by_rule
from bpa_desktop.domain.case_day import CaseDay, CaseStep
from bpa_desktop.domain.complaint import Outcome, Reassessment
from bpa_desktop.domain.deadlines import REASSESSMENT
from bpa_desktop.domain.decision import Subject
from bpa_desktop.domain.notice_scheme import RULE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.allowed_time import Allowed, Terms
    from bpa_desktop.domain.complaint import Complaint
    from bpa_desktop.domain.decision import Decision
    from bpa_desktop.domain.grant import Grant


def complaint_days(
    complaint: Complaint,
    decision: Decision,
    grants: Sequence[Grant],
    terms: Terms,
    *,
    is_notice: bool,
) -> Iterator[CaseDay]:
    """Yield what has happened to the complaint, then what is waited for.

    ``is_notice`` says that the decision gives less help after fourteen weeks, in which the
    municipality and the board have shorter times. A complaint that is not sent has no days.
    """
    if complaint.sent_on is None:
        return
    yield from _happened(complaint)
    yield from _awaited(complaint, complaint.sent_on, terms, is_notice=is_notice)
    yield from _following(complaint, decision, grants, terms)


def _happened(complaint: Complaint) -> Iterator[CaseDay]:
    key = ("complaint", complaint.id)
    for step, on in (
        (CaseStep.SENT, complaint.sent_on),
        (CaseStep.ANSWERED, complaint.reassessed_on),
        (CaseStep.STANDS_TOLD, complaint.stands_told_on),
        (CaseStep.FORWARDED, complaint.forwarded_on),
        (CaseStep.BOARD_DECIDED, complaint.decided_on),
    ):
        if on is not None:
            yield CaseDay(step, on, key)


def _awaited(
    complaint: Complaint, sent: dt.date, terms: Terms, *, is_notice: bool
) -> Iterator[CaseDay]:
    """What comes next on the way to the board's decision."""
    if complaint.outcome is not Outcome.WAITING:
        return
    if complaint.reassessment is Reassessment.WAITING and complaint.forwarded_on is None:
        yield _ahead(CaseStep.ANSWER_BY, complaint, sent, _answer_time(terms, sent, is_notice))
        return
    stands = complaint.reassessment is Reassessment.PARTLY
    if stands and complaint.stands_told_on is None and complaint.forwarded_on is None:
        told = by_municipality(terms, "complaint.partly_upheld_answer_weeks")
        yield _ahead(CaseStep.STANDS_BY, complaint, complaint.reassessed_on or sent, told)
        return
    if complaint.reassessment is Reassessment.AGREED:
        return
    if complaint.forwarded_on is None:
        yield from _forwarding(complaint, sent, terms, is_notice=is_notice)
    if is_notice:
        yield _board(complaint, sent, terms)


def _answer_time(terms: Terms, sent: dt.date, is_notice: bool) -> Allowed | None:  # noqa: FBT001
    """Two weeks where less help is coming; else what the municipality or the rules say."""
    if is_notice:
        return _notice_answer(terms, sent)
    own = by_municipality(terms, "complaint.reassessed_within_weeks")
    return own or by_rule(terms, REASSESSMENT, "weeks", sent)


def _notice_answer(terms: Terms, sent: dt.date) -> Allowed | None:
    """How long the municipality has where less help is coming."""
    own = by_municipality(terms, "complaint.notice_reassessed_within_weeks")
    return own or by_rule(terms, RULE, "municipality_weeks", sent)


def _forwarding(
    complaint: Complaint, sent: dt.date, terms: Terms, *, is_notice: bool
) -> Iterator[CaseDay]:
    """When it goes on to the board, where the municipality has said so.

    A decision that is kept goes on within the two weeks where less help is coming: the eight of
    the board follow on them, whatever the municipality says of other cases.
    """
    told = complaint.stands_told_on
    if told is not None:
        allowed = by_municipality(terms, "complaint.forwarded_within_days")
    else:
        allowed = by_municipality(terms, "complaint.forwarded_within_weeks")
        if is_notice:
            short = _notice_answer(terms, sent)
            allowed = min(filter(None, (allowed, short)), key=lambda one: one.length, default=None)
    if allowed is not None:
        yield _ahead(CaseStep.FORWARD_BY, complaint, told or sent, allowed)


def _board(complaint: Complaint, sent: dt.date, terms: Terms) -> CaseDay:
    """The board's weeks run from when it got the case, at the latest after the municipality's."""
    look = _notice_answer(terms, sent)
    since = complaint.forwarded_on or (sent + look.length if look else sent)
    return _ahead(CaseStep.BOARD_BY, complaint, since, by_rule(terms, RULE, "board_weeks", sent))


def _following(
    complaint: Complaint, decision: Decision, grants: Sequence[Grant], terms: Terms
) -> Iterator[CaseDay]:
    """What an agreement, or the board's decision, leads to."""
    key, sent = ("complaint", complaint.id), complaint.sent_on
    if complaint.awaits_decision and complaint.outcome is Outcome.REMITTED:
        since = complaint.decided_on
        yield CaseDay(CaseStep.NEW_DECISION_BY, None, key, since=since, is_open=True)
    elif complaint.awaits_decision:
        allowed = by_municipality(terms, "complaint.new_decision_within_weeks")
        yield _ahead(CaseStep.NEW_DECISION_BY, complaint, sent or decision.received_on, allowed)
    if complaint.outcome is Outcome.CHANGED and decision.subject is Subject.SCHEME:
        waits = not any(_corrects(one, complaint) for one in grants)
        on = complaint.decided_on or decision.received_on
        yield CaseDay(CaseStep.CORRECT_GRANT, on, key, is_open=waits)


def _corrects(grant: Grant, complaint: Complaint) -> bool:
    """Whether the grant was written by what the board decided."""
    made = grant.decision_date or grant.received_date
    return made is not None and complaint.decided_on is not None and made >= complaint.decided_on


def _ahead(
    step: CaseStep, complaint: Complaint, since: dt.date, allowed: Allowed | None
) -> CaseDay:
    return CaseDay(
        step,
        since + allowed.length if allowed else None,
        ("complaint", complaint.id),
        since=since,
        source=allowed.source if allowed else "",
        quote=allowed.quote if allowed else "",
        is_open=True,
    )
