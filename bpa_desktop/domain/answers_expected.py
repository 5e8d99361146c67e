"""When the municipality must answer: the processing time of each kind of application."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.period import months_before

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.domain.municipality import Known, Profile

_CASE: Final = ("case.decision_within_weeks", "case.decision_within_months")
_KEYS: Final[Mapping[ApplicationKind, tuple[str, ...]]] = {
    ApplicationKind.SCHEME: _CASE,
    ApplicationKind.HOURS: _CASE,
    ApplicationKind.COURSE: ("special.course_answer_within_weeks",),
    ApplicationKind.HOLIDAY: ("holiday.answer_within_months",),
}
"""The time of a case is that of an application for BPA: nobody says it of anything else."""
_WEEKS: Final = "weeks"


class AnswerTime(NamedTuple):
    """How long the municipality says an answer takes, in weeks or in months, and where."""

    number: int
    in_weeks: bool
    known: Known

    @property
    def source(self) -> str:
        """Where it stands."""
        return f"{self.known.source.publisher}, {self.known.source.title}"

    def after(self, sent_on: dt.date) -> dt.date:
        """The day by which the answer to what was sent on a day must have come."""
        if self.in_weeks:
            return sent_on + dt.timedelta(weeks=self.number)
        return months_before(sent_on, -self.number)

    def before(self, needed_by: dt.date) -> dt.date:
        """The last day to send what must be answered by a day."""
        if self.in_weeks:
            return needed_by - dt.timedelta(weeks=self.number)
        return months_before(needed_by, self.number)


def asked_of(kind: ApplicationKind) -> str:
    """What the municipality is asked about where it does not say how long an answer takes."""
    return _KEYS.get(kind, _CASE)[0]


def answer_time(profile: Profile | None, kind: ApplicationKind) -> AnswerTime | None:
    """How long an answer takes; ``None`` where the municipality does not say it."""
    for key in _KEYS.get(kind, ()):
        known = profile.known(key) if profile else None
        count = profile.whole(key) if profile else None
        if known is not None and count is not None:
            return AnswerTime(count, key.endswith(_WEEKS), known)
    return None


class Request(NamedTuple):
    """Something asked of the municipality, by whichever record holds it."""

    record: RecordKey
    kind: ApplicationKind
    title: str
    sent_on: dt.date | None
    consent: Consent
    answered_on: dt.date | None = None
    needed_by: dt.date | None = None

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return self.consent is not Consent.ASKED

    @property
    def is_waiting(self) -> bool:
        """Whether it is sent and not answered."""
        return self.sent_on is not None and not self.is_answered


def answer_by(one: Request, profile: Profile | None) -> dt.date | None:
    """The day by which the answer must have come; ``None`` while that is not known."""
    time = answer_time(profile, one.kind)
    return None if time is None or one.sent_on is None else time.after(one.sent_on)
