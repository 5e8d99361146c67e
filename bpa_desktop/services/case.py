"""The case with the municipality: decisions with their complaints, letters, visits, what is due."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bpa_desktop.domain.allowed_time import Terms
from bpa_desktop.domain.authority_visit import AuthorityVisit, awaited
from bpa_desktop.domain.case_day import CaseStep
from bpa_desktop.domain.case_deadlines import Case, case_days
from bpa_desktop.domain.case_dues import case_dues, letter_dues, notice_dues
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.deadlines import KEPT_AFTER
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.services.own_profile import profile_by_day, profile_of
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.grant import Grant
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session


def profile_here(session: Session) -> Profile | None:
    """What the user's own municipality says, the own decision letters laid over it."""
    return profile_of(session, session.today)


def terms_of(session: Session, decision: Decision) -> Terms:
    """Where the times of a decision are looked up: with the municipality that made it.

    After a move that is the old one, whose times go on to hold for its own decisions.
    """
    return terms_by_decision(session)(decision)


def terms_by_decision(session: Session) -> Callable[[Decision], Terms]:
    """The same as `terms_of` for any number of decisions."""
    profile, book = profile_by_day(session), rulebook()
    return lambda decision: Terms(profile(made_on(decision)), book)


def made_on(decision: Decision) -> dt.date:
    """The day on which it was made, as far as it is known: else the one on which it came."""
    return decision.decided_on or decision.received_on


def cases(session: Session) -> tuple[Case, ...]:
    """Every decision with what belongs to it, the newest first."""
    decisions = session.records.all(Decision)
    if not decisions:
        return ()
    over: dict[str, list[Complaint]] = defaultdict(list)
    for one in sorted(session.records.all(Complaint), key=_first_sent):
        over[one.decision].append(one)
    written = [one for one in grants(session) if one.decision is not None]
    found = [_case(one, over[one.id], written) for one in decisions]
    return tuple(sorted(found, key=_newest, reverse=True))


def _first_sent(one: Complaint) -> tuple[bool, str, str]:
    return one.sent_on is None, one.sent_on.isoformat() if one.sent_on else "", one.id


def _newest(one: Case) -> tuple[dt.date, str]:
    return one.decision.received_on, one.decision.id


def _case(decision: Decision, complaints: list[Complaint], written: list[Grant]) -> Case:
    theirs = {decision.id, *(one.new_decision for one in complaints)}
    mine = tuple(one for one in written if one.decision in theirs)
    return Case(decision, tuple(complaints), mine)


def case_of(session: Session, decision: str) -> Case | None:
    """The decision with that id and what belongs to it; ``None`` when it is gone."""
    return next((one for one in cases(session) if one.decision.id == decision), None)


def case_due(session: Session) -> Iterator[Due]:
    """What is due by decisions, complaints and letters, in no order."""
    terms_for = terms_by_decision(session)
    for case in cases(session):
        terms = terms_for(case.decision)
        yield from case_dues([case], terms)
        if _may_end_help(case, terms, session.today):
            from bpa_desktop.services.case_notice import still_to_tell  # noqa: PLC0415 - rare

            yield from notice_dues(case, still_to_tell(session, case), terms)
    yield from letter_dues(session.records.all(Inquiry))


def _may_end_help(case: Case, terms: Terms, today: dt.date) -> bool:
    """Whether less help is coming, or has just begun."""
    return any(
        one.step is CaseStep.EFFECT and one.is_open and one.on and one.on + KEPT_AFTER >= today
        for one in case_days(case, terms)
    )


def visits(session: Session) -> tuple[AuthorityVisit, ...]:
    """Every visit that is written, the latest first."""
    found = session.records.all(AuthorityVisit)
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True))


def next_visit(session: Session) -> dt.date | None:
    """The day of the next visit: one that is written and not held, else the scheme's own date."""
    planned = awaited(session.records.all(AuthorityVisit), session.today)
    if planned is not None:
        return planned.day
    scheme = session.scheme()
    return scheme.next_visit if scheme else None
