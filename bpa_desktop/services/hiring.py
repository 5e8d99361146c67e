"""Applicants: one press to move on, a no with a reason, hired without typing twice, deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.applicant import ENDED, Applicant, Stage
from bpa_desktop.domain.applications import (
    NEXT,
    RETENTION,
    is_open,
    kept_from,
    last_end,
    may_be_used_again,
    suggested_end,
)
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.contract_filling import filled
from bpa_desktop.services.forgetting import forget_applicant
from bpa_desktop.services.record_checks import check
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.services.session import Session

STEP: Final[Mapping[Stage, str]] = {
    Stage.RECEIVED: N_("Invite to a talk"),
    Stage.INVITED: N_("The talk was held"),
    Stage.INTERVIEWED: N_("Offer the job"),
}
"""What is pressed to come to the next stage, in msgids."""


class NoConsent(BpaError):
    """An application may not be used for another job."""

    sentence = N_(
        "The applicant has not said yes to later jobs, or the yes is over. Ask first, and write "
        "until when it holds."
    )


class Hired(NamedTuple):
    """What hiring made: a sentence, the helper's id, and the contract's."""

    sentence: str
    helper: str
    contract: str


def applicants(session: Session) -> tuple[Applicant, ...]:
    """Every applicant: those nobody has decided on first, the newest application first."""
    found = session.records.all(Applicant)
    return tuple(
        sorted(found, key=lambda one: (not is_open(one), -one.applied_on.toordinal(), one.name))
    )


def find(session: Session, applicant_id: str) -> Applicant | None:
    """The applicant with that id, or ``None`` when it is not there any more."""
    return next(iter(session.records.with_ids(Applicant, [applicant_id])), None)


def move_on(session: Session, applicant: Applicant) -> str:
    """Take the application to its next stage and say so."""
    stage = NEXT[applicant.stage]
    held = applicant.interview_on
    if stage is Stage.INTERVIEWED and held is None:
        held = session.today
    changed = replace(applicant, stage=stage, interview_on=held)
    session.save(changed, N_("move an application on"))
    return _("{who}: {stage}.").format(who=applicant.name, stage=_(stage.label).lower())


def suggested_day(session: Session) -> dt.date:
    """The day on which it is suggested to delete who is answered today; raises ``RuleUnknown``."""
    return suggested_end(session.today, rulebook())


def end(session: Session, applicant: Applicant, reason: str, stage: Stage) -> str:
    """Keep that the applicant got a no or withdrew, until the suggested day, with ``reason``.

    Raises ``Refused`` without a reason, or ``RuleUnknown``.
    """
    delete_on = suggested_day(session)
    changed = replace(
        applicant,
        stage=stage,
        answered_on=session.today,
        delete_on=delete_on,
        keep_reason=reason.strip(),
    )
    check(changed)
    session.save(changed, N_("end an application"))
    text = _("{who}: {stage}. To be deleted on {date}.")
    return text.format(who=applicant.name, stage=_(stage.label).lower(), date=date_words(delete_on))


def use_again(session: Session, applicant: Applicant) -> str:
    """Begin again with an application that ended, for another job; raises ``NoConsent``."""
    if not may_be_used_again(applicant, session.today):
        raise NoConsent
    changed = replace(
        applicant,
        stage=Stage.RECEIVED,
        applied_on=session.today,
        interview_on=None,
        answered_on=None,
        delete_on=None,
        keep_reason="",
    )
    session.save(changed, N_("use an application again"))
    return _("{who} is an applicant again.").format(who=applicant.name)


def hire(session: Session, applicant: Applicant, first_day: dt.date) -> Hired:
    """Make the applicant a helper from ``first_day``, with a contract of what is known."""
    first_name, _gap, last_name = applicant.name.strip().partition(" ")
    employment = Employment(first_day=first_day)
    person = Helper(
        first_name=first_name,
        last_name=last_name.strip(),
        phone=applicant.phone,
        email=applicant.email,
        employments=(employment,),
    )
    with session.operation(N_("hire {who}"), who=first_name) as operation:
        helper = operation.save(person)
        contract = operation.save(filled(session, helper, employment))
        operation.save(
            replace(
                applicant,
                stage=Stage.HIRED,
                answered_on=session.today,
                delete_on=None,
                keep_reason="",
                helper=helper.id,
            )
        )
    text = _("{who} is a helper from {date}, and the contract is begun.")
    said = text.format(who=applicant.name, date=date_words(first_day))
    return Hired(said, helper.id, contract.id)


def delete(session: Session, applicant: Applicant) -> str:
    """Delete all that is kept of the applicant, in the journal too, and say so.

    It cannot be undone. Raises ``Gone`` where there is no such applicant any more.
    """
    return forget_applicant(session, applicant.id)


def retention_words(session: Session, applicant: Applicant) -> str:
    """How long is suggested and allowed, how sure that is, and from where; ``""`` if unknown."""
    rule = rulebook().find(RETENTION, session.today)
    if rule is None:
        return ""
    suggested = ngettext("{n} month", "{n} months", rule.whole("suggested_months"))
    most = ngettext("{n} month", "{n} months", rule.whole("most_months"))
    text = _(
        "Suggested: {suggested} after the answer. At most {most}, when a written reason says why. "
        "{sure}. Source: {source}."
    )
    answered = replace(applicant, answered_on=applicant.answered_on or session.today)
    last = _("The last day that can be chosen is {date}.").format(
        date=date_words(last_end(answered, rulebook()))
    )
    said = text.format(
        suggested=suggested, most=most, sure=_(rule.confidence.label), source=rule.source
    )
    return f"{said} {last}"


def state_words(applicant: Applicant, today: dt.date) -> str:
    """How far it has come, and what comes of it, in a line."""
    words = _(applicant.stage.label)
    if applicant.stage in ENDED and applicant.delete_on is not None:
        text = _("{stage}. To be deleted on {date}.")
        if applicant.delete_on <= today:
            text = _("{stage}. Should be deleted: the day was {date}.")
        return text.format(stage=words, date=date_words(applicant.delete_on))
    if applicant.interview_on is not None and is_open(applicant):
        text = _("{stage}. The talk: {date}.")
        return text.format(stage=words, date=date_words(applicant.interview_on))
    text = _("{stage}. Applied on {date}.")
    return text.format(stage=words, date=date_words(kept_from(applicant)))


def save_notes(session: Session, applicant: Applicant, words: str) -> str:
    """Keep the notes from the talk and say so."""
    changed = replace(applicant, interview_notes=words.strip())
    session.save(changed, N_("write notes from a talk"))
    return _("The notes are saved.")
