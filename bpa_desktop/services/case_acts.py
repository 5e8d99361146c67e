"""What can be done with a decision and its complaints: each step is one action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.case_deadlines import Case
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.case import terms_of
from bpa_desktop.services.case_texts import complaint_words, decision_name, registered_words
from bpa_desktop.services.reading import grants
from bpa_desktop.services.record_checks import check

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.decision import Decision
    from bpa_desktop.services.session import Session


class Step(NamedTuple):
    """Something that can have happened to a complaint: its words (a msgid), and what it writes.

    ``day`` is the field that gets the day; empty where none is asked for.
    """

    key: str
    label: str
    day: str
    values: Mapping[str, object]


_SENT: Final = Step("sent", N_("The complaint is sent"), "sent_on", {})
_UPHELD: Final = Step(
    "upheld",
    N_("The municipality keeps its decision"),
    "reassessed_on",
    {"reassessment": Reassessment.UPHELD},
)
_PARTLY: Final = Step(
    "partly",
    N_("The municipality agrees in part"),
    "reassessed_on",
    {"reassessment": Reassessment.PARTLY},
)
_AGREED: Final = Step(
    "agreed", N_("The municipality agrees"), "reassessed_on", {"reassessment": Reassessment.AGREED}
)
_STANDS: Final = Step("stands", N_("I have said that it stands"), "stands_told_on", {})
_FORWARDED: Final = Step("forwarded", N_("It is sent on to the board"), "forwarded_on", {})
_WITHDRAWN: Final = Step(
    "withdrawn", N_("I take the complaint back"), "", {"outcome": Outcome.WITHDRAWN}
)
_OUTCOMES: Final = tuple(
    Step(str(outcome), label, "decided_on", {"outcome": outcome})
    for outcome, label in (
        (Outcome.UPHELD, N_("The board upheld the decision")),
        (Outcome.REMITTED, N_("The board sent it back")),
        (Outcome.CHANGED, N_("The board changed the decision")),
        (Outcome.NOT_TAKEN_UP, N_("The board did not take it up")),
    )
)


def next_steps(complaint: Complaint) -> tuple[Step, ...]:
    """What can happen next, the likeliest first; nothing when it is over."""
    if complaint.sent_on is None:
        return (_SENT,)
    if not complaint.is_open:
        return ()
    if complaint.reassessment is Reassessment.WAITING and complaint.forwarded_on is None:
        return (_UPHELD, _PARTLY, _AGREED, _WITHDRAWN)
    partly = complaint.reassessment is Reassessment.PARTLY
    if partly and complaint.stands_told_on is None and complaint.forwarded_on is None:
        return (_STANDS, _WITHDRAWN)
    if complaint.forwarded_on is None:
        return (_FORWARDED, *_OUTCOMES)
    return _OUTCOMES


def stepped(complaint: Complaint, step: Step, on: dt.date) -> Complaint:
    """The complaint as it is once the step has happened on ``on``; nothing is saved."""
    changes: dict[str, Any] = dict(step.values)
    if step.day:
        changes[step.day] = on
    return replace(complaint, **changes)


def take(session: Session, complaint: Complaint, step: Step, on: dt.date) -> str:
    """Write that the step happened on ``on``, and say how far the complaint is.

    Raises ``Refused`` with what is wrong.
    """
    changed = stepped(complaint, step, on)
    check(changed)
    session.save(changed, N_("note a step of a complaint"))
    return complaint_words(changed)


def register(session: Session, decision: Decision, answers: str = "") -> tuple[str, Decision]:
    """Keep a new decision; give the sentence with its last day to complain, and the decision.

    ``answers`` is the id of the complaint that it comes after. Raises ``Refused``.
    """
    check(decision)
    with session.operation(N_("register a decision")) as operation:
        saved = operation.save(decision)
        if answers:
            complaint = session.records.get(Complaint, answers)
            operation.save(replace(complaint, new_decision=saved.id))
    return registered_words(Case(saved), terms_of(session, saved)), saved


def say_suspends(session: Session, complaint: Complaint, answer: Answer) -> str:
    """Write whether the help goes on until the board has decided, and say it."""
    changed = replace(complaint, suspends=answer)
    session.save(changed, N_("say whether a complaint suspends the decision"))
    texts = {
        Answer.YES: _("The help goes on until the board has decided."),
        Answer.NO: _("The help does not go on beyond the fourteen weeks."),
    }
    return texts.get(answer, _("It is not known whether the help goes on."))


def complain(session: Session, decision: Decision, sent_on: dt.date | None) -> Complaint:
    """Write a complaint over the decision, sent or only begun."""
    complaint = Complaint(decision=decision.id, sent_on=sent_on)
    name = decision_name(decision)
    with session.operation(N_("complain over {what}"), what=name) as operation:
        return operation.save(complaint)


def complained_words(complaint: Complaint) -> str:
    """What is said when a complaint was written."""
    if complaint.sent_on is None:
        return _("A complaint is begun, and not sent.")
    return _("The complaint was sent on {date}.").format(date=date_words(complaint.sent_on))


def corrected_grant(session: Session, case: Case) -> Grant:
    """A new grant from the decision, or from what the board made of it; it is not saved.

    The lines are those of the newest grant: only what is changed has to be written.
    """
    decision = case.decision
    changed = [one for one in case.complaints if one.outcome is Outcome.CHANGED]
    made = changed[-1].decided_on if changed else decision.decided_on
    newest = max(grants(session), key=lambda one: (one.valid_from, one.id), default=None)
    return Grant(
        valid_from=decision.takes_effect_on or made or decision.received_on,
        decision_date=made,
        received_date=None if changed else decision.received_on,
        decision_reference=decision.reference,
        lines=newest.lines if newest is not None else (),
        decision=decision.id,
    )
