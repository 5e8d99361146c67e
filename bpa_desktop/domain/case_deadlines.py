"""The days of a decision: when to complain, when less help can begin, and what became of it.

What the citizen must do counts from the safe, that is the earlier day. Sources:
``bpa-complaint-general``, ``bpa-notice-14-weeks``, and the municipality's own text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.allowed_time import by_municipality, by_rule
from bpa_desktop.domain.case_day import CaseDay, CaseStep
from bpa_desktop.domain.complaint import Outcome, Reassessment
from bpa_desktop.domain.complaint_deadlines import complaint_days
from bpa_desktop.domain.deadlines import COMPLAINT
from bpa_desktop.domain.notice_scheme import notice_scheme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.allowed_time import Allowed, Terms
    from bpa_desktop.domain.complaint import Complaint
    from bpa_desktop.domain.decision import Decision
    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.notice_scheme import NoticeScheme

_OVERTURNED: Final = frozenset({Outcome.REMITTED, Outcome.CHANGED})


class Case(NamedTuple):
    """A decision with its complaints, and the grants that come from it or from a new one."""

    decision: Decision
    complaints: tuple[Complaint, ...] = ()
    grants: tuple[Grant, ...] = ()

    @property
    def is_complained(self) -> bool:
        """Whether a complaint was sent, in time or not."""
        return any(one.sent_on is not None for one in self.complaints)

    @property
    def has_open_complaint(self) -> bool:
        """Whether a complaint that was sent may still change something."""
        return any(one.sent_on is not None and one.is_open for one in self.complaints)

    @property
    def is_overturned(self) -> bool:
        """Whether the decision no longer stands as it was made."""
        return any(
            one.outcome in _OVERTURNED or one.reassessment is Reassessment.AGREED
            for one in self.complaints
        )


def weeks_of(decision: Decision, terms: Terms) -> NoticeScheme | None:
    """Both ways to count the fourteen weeks; ``None`` where it gives no less help of the scheme.

    A decision whose own day is not known is counted from the day it was received alone.
    """
    if not decision.is_less_help:
        return None
    made = decision.decided_on or decision.received_on
    own = by_municipality(terms, "complaint.notice_weeks")
    return notice_scheme(made, decision.received_on, terms.book, own.length if own else None)


def time_to_complain(decision: Decision, terms: Terms) -> Allowed | None:
    """How long there is to complain; ``None`` when neither municipality nor rule says it."""
    return by_municipality(terms, "complaint.within_weeks") or by_rule(
        terms, COMPLAINT, "weeks", decision.received_on
    )


def complain_by(decision: Decision, terms: Terms) -> dt.date | None:
    """The last day on which the complaint is in time by every way to count: the safe one."""
    allowed = time_to_complain(decision, terms)
    if allowed is None:
        return None
    weeks = weeks_of(decision, terms)
    by_receipt = decision.received_on + allowed.length
    return by_receipt if weeks is None else min(by_receipt, weeks.complain_by)


def is_late(complaint: Complaint, decision: Decision, terms: Terms) -> bool:
    """Whether the complaint was sent after the last day; it can be taken up all the same."""
    last = complain_by(decision, terms)
    return complaint.sent_on is not None and last is not None and complaint.sent_on > last


def case_days(case: Case, terms: Terms) -> list[CaseDay]:
    """Every day of the case, in order; days that nobody knows stand last."""
    found = [*_decision_days(case, terms)]
    is_notice = weeks_of(case.decision, terms) is not None
    for one in case.complaints:
        found += complaint_days(one, case.decision, case.grants, terms, is_notice=is_notice)
    return sorted(found, key=lambda one: (one.on is None, one.on or case.decision.received_on))


def _decision_days(case: Case, terms: Terms) -> Iterator[CaseDay]:
    decision = case.decision
    key = ("decision", decision.id)
    if decision.decided_on is not None:
        yield CaseDay(CaseStep.DECIDED, decision.decided_on, key)
    yield CaseDay(CaseStep.RECEIVED, decision.received_on, key)
    yield _last_day(case, terms)
    if decision.takes_effect_on is not None:
        yield CaseDay(CaseStep.TAKES_EFFECT, decision.takes_effect_on, key)
    weeks = weeks_of(decision, terms)
    if weeks is not None:
        waits = not case.is_overturned and not _is_put_off(case.complaints)
        yield CaseDay(CaseStep.EFFECT, weeks.effect_on, key, source=weeks.source, is_open=waits)


def _last_day(case: Case, terms: Terms) -> CaseDay:
    decision = case.decision
    allowed = time_to_complain(decision, terms)
    return CaseDay(
        CaseStep.COMPLAIN_BY,
        complain_by(decision, terms),
        ("decision", decision.id),
        since=decision.received_on,
        source=allowed.source if allowed else "",
        quote=allowed.quote if allowed else "",
        is_open=not case.is_complained,
        values={
            "reference": decision.reference,
            "by_receipt": decision.received_on + allowed.length if allowed else None,
        },
    )


def _is_put_off(complaints: Sequence[Complaint]) -> bool:
    """Whether the board lets the help go on until it has decided."""
    return any(one.is_open and one.is_suspending for one in complaints)
