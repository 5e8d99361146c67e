"""What becomes of an application: the next step, and until when it may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.applicant import ENDED, Stage
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.record import Problem
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.domain.rates import RuleBook

RETENTION: Final = "gdpr-retention-applicants"

NEXT: Final[Mapping[Stage, Stage]] = {
    Stage.RECEIVED: Stage.INVITED,
    Stage.INVITED: Stage.INTERVIEWED,
    Stage.INTERVIEWED: Stage.OFFERED,
}
"""The stage that comes next with one press; an offer goes on with hiring."""


def is_open(applicant: Applicant) -> bool:
    """Whether nobody has decided yet."""
    return applicant.stage not in ENDED and applicant.stage is not Stage.HIRED


def kept_from(applicant: Applicant) -> dt.date:
    """The day from which the time to keep an application runs: the answer, else the application."""
    return applicant.answered_on or applicant.applied_on


def suggested_end(answered_on: dt.date, book: RuleBook) -> dt.date:
    """The day on which it is suggested to delete who was answered on ``answered_on``.

    Raises ``RuleUnknown``. Source: the row ``gdpr-retention-applicants``.
    """
    months = book.whole(RETENTION, "suggested_months", answered_on)
    return months_before(answered_on, -months)


def last_end(applicant: Applicant, book: RuleBook) -> dt.date:
    """The last day that may be chosen to delete; consent to later jobs makes it later.

    Raises ``RuleUnknown``. Source: the row ``gdpr-retention-applicants``.
    """
    begun = kept_from(applicant)
    most = months_before(begun, -book.whole(RETENTION, "most_months", begun))
    return max(most, applicant.consent_to or most)


def may_be_used_again(applicant: Applicant, today: dt.date) -> bool:
    """Whether the applicant has said yes to a later job, and the yes still holds on ``today``."""
    return applicant.consent_to is not None and today <= applicant.consent_to


def kept_problems(applicant: Applicant, book: RuleBook) -> Iterator[Problem]:
    """Yield what is wrong with how long an application that has ended is kept.

    Raises ``RuleUnknown``. Source: the row ``gdpr-retention-applicants``.
    """
    if applicant.stage not in ENDED:
        return
    if applicant.delete_on is None:
        yield Problem(field="delete_on", reason=N_("Write when the applicant is deleted."))
        return
    last = last_end(applicant, book)
    if applicant.delete_on > last:
        yield Problem(
            field="delete_on",
            reason=N_("That is longer than an applicant may be kept. The last day is {date}."),
            values={"date": last},
        )
    if applicant.delete_on < kept_from(applicant):
        yield Problem(field="delete_on", reason=N_("That is before the answer was given."))
