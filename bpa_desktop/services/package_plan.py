"""What a package to a municipality will hold: each thing asked for, and whether it is ready."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import (
    absence_overview,
    accounts,
    activity_schedule,
    hours_account,
    minutes,
    roster_used,
    talks_held,
    workplace_assessment,
)
from bpa_desktop.documents.choices import Names
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.assessment_talk import last_finished
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.municipality import spelled
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import Period, Window, before_visit
from bpa_desktop.domain.rates import after
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.paper_accounts import year_for_visit
from bpa_desktop.services.paper_minutes import held_minutes
from bpa_desktop.services.profiles import municipality_or_country, with_papers
from bpa_desktop.services.reading import stints
from bpa_desktop.services.talks import talks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.municipality import Asked, AskedDocument, Profile
    from bpa_desktop.services.paper_minutes import HeldMinutes
    from bpa_desktop.services.session import Session

ROSTER_MONTHS: Final = 3
"""How far back the roster and the hours reach where the municipality does not say."""
ABSENCE_MONTHS: Final = 12
"""How far back the absence overview reaches where the municipality does not say."""

MINUTES_MONTHS: Final = 12
"""How far back minutes reach where the municipality does not say."""

_UNSAFE: Final = re.compile(r"[^0-9A-Za-z]+")
_LIKE_CPR: Final = re.compile(r"\d{6}-?\d{4}")
_LONGEST: Final = 40


class Readiness(Choice):
    """How far a part of the package is."""

    READY = "ready", N_("Ready")
    MISSING = "missing", N_("Missing")
    NOT_RELEVANT = "not_relevant", N_("Not relevant")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the user says about a part: that it is not relevant, because; or when it comes.

    ``text`` goes on after "because", or is a sentence of its own for what is missing.
    """

    readiness: Readiness
    text: str


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the user chooses for a package; ``answers`` are by the kind of document."""

    names: Names = Names.INITIALS
    window: Window = Window.ROLLING
    with_cpr: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing the municipality asks for, in its own words, and what comes of it.

    ``english`` glosses the words for a reader of English. ``period`` is what the paper covers.
    ``waiting`` is the id of a record that must be looked through first, if there is one.
    """

    kind: str
    words: str
    english: str
    asked: Asked
    readiness: Readiness
    remark: str = ""
    period: Period | None = None
    waiting: str = ""


@dataclass(frozen=True, kw_only=True)
class PackagePlan:
    """A package before it is made; ``period`` is that of the roster and the hours.

    ``has_hours`` tells whether there are hours to account for: the period has begun, and there is
    a grant or a shift.
    """

    profile: Profile
    visit: dt.date
    choices: Choices
    period: Period
    absence_period: Period
    minutes_period: Period
    months: int
    parts: tuple[Part, ...]
    has_hours: bool
    file_name: str

    def is_ready(self, kind: str) -> bool:
        """Whether the package holds that kind of document."""
        return any(one.kind == kind and one.readiness is Readiness.READY for one in self.parts)

    def sentence(self) -> str:
        """How much of what is asked for is ready: ``3 af 7 er klar.``."""
        ready = sum(one.readiness is Readiness.READY for one in self.parts)
        text = ngettext("{ready} of {n} is ready.", "{ready} of {n} are ready.", len(self.parts))
        return text.format(ready=ready)


def plan_package(
    session: Session, municipality: str, visit: dt.date, choices: Choices | None = None
) -> PackagePlan:
    """What the package for a visit will hold; without a name for the user's own municipality.

    The user's own decisions count for the municipality of that day. A municipality that names no
    papers is given those that the rules of the whole country name.
    """
    chosen = choices or Choices()
    profile = _profile(session, municipality, visit)

    def reaching_back(kind: str, default: int) -> Period:
        return before_visit(visit, _months(profile, kind, default), chosen.window)

    period = reaching_back(roster_used.KEY, ROSTER_MONTHS)
    absence_period = reaching_back(absence_overview.KEY, ABSENCE_MONTHS)
    minutes_period = reaching_back(minutes.KEY, MINUTES_MONTHS)
    has_hours = _has_hours(session, period)
    held = held_minutes(session, minutes_period)
    ready = dict(_made(session, period, absence_period)) | _of_the_year(session, visit)
    if held.done and not held.waiting:
        ready[minutes.KEY] = minutes_period
    return PackagePlan(
        profile=profile,
        visit=visit,
        choices=chosen,
        period=period,
        absence_period=absence_period,
        minutes_period=minutes_period,
        months=_months(profile, roster_used.KEY, ROSTER_MONTHS),
        parts=_parts(session, profile, chosen, ready, held, hours=period if has_hours else None),
        has_hours=has_hours,
        file_name=_file_name(session, visit),
    )


def _of_the_year(session: Session, visit: dt.date) -> dict[str, Period | None]:
    """The accounts, where there is a budget year that the visit can look at."""
    year = year_for_visit(session, visit)
    return {} if year is None else {accounts.KEY: year}


def _parts(
    session: Session,
    profile: Profile,
    choices: Choices,
    ready: dict[str, Period | None],
    held: HeldMinutes,
    *,
    hours: Period | None,
) -> tuple[Part, ...]:
    """Each thing asked for, with what is ``ready`` besides the talks."""
    states = talks(session)
    late = sum(one.is_late(session.today) for one in states)
    if states and not late:
        ready[talks_held.KEY] = None
    if hours is not None:
        ready[hours_account.KEY] = hours
    whys = _whys(late, has_hours=hours is not None)
    found = (_part(one, ready, choices, whys) for one in profile.documents)
    return tuple(_with_waiting(one, held) for one in found)


def _has_hours(session: Session, period: Period) -> bool:
    if period.until(session.today) is None:
        return False
    return session.records.count(Grant) > 0 or _has_shifts(session, period)


def _has_shifts(session: Session, period: Period) -> bool:
    return bool(stints(session, period.first, period.end))


def _profile(session: Session, municipality: str, visit: dt.date) -> Profile:
    """The user's own municipality with the own decisions; another one as it is."""
    own = profile_of(session, visit)
    if own is not None and (not spelled(municipality) or own.answers_to(municipality)):
        return own
    return with_papers(municipality_or_country(municipality))


def _months(profile: Profile, kind: str, default: int) -> int:
    asked = (one.months for one in profile.documents if one.kind == kind)
    return next((months for months in asked if months), default)


def _made(
    session: Session, period: Period, absence_period: Period
) -> Iterator[tuple[str, Period | None]]:
    """The kinds of document that can be made from what is in the file, each with its period."""
    if session.records.count(ActivityItem):
        yield activity_schedule.KEY, None
    if session.records.count(Helper):
        yield absence_overview.KEY, absence_period
    if _has_shifts(session, period):
        yield roster_used.KEY, period
    if (assessed := _assessed(session)) is not None:
        yield workplace_assessment.KEY, assessed


def _assessed(session: Session) -> Period | None:
    """The day on which the latest APV was finished, if one was."""
    last = last_finished(session.records.all(Assessment))
    if last is None or last.finished_on is None:
        return None
    return Period(last.finished_on, after(last.finished_on))


_WHY_MISSING: Final[Mapping[str, str]] = {
    activity_schedule.KEY: N_("No activities are written yet."),
    absence_overview.KEY: N_("No helpers are written yet."),
    roster_used.KEY: N_("There are no shifts in the period."),
    minutes.KEY: N_("No minutes are written in the period."),
    workplace_assessment.KEY: N_("No APV is finished yet."),
    talks_held.KEY: N_("There are no permanent helpers."),
    hours_account.KEY: N_("There are neither granted hours nor shifts in the period."),
}
_NOT_ENCLOSED: Final = N_("Not part of this package.")


def _part(
    asked: AskedDocument,
    ready: Mapping[str, Period | None],
    choices: Choices,
    whys: Mapping[str, str],
) -> Part:
    is_ready = asked.kind in ready
    readiness = Readiness.READY if is_ready else Readiness.MISSING
    remark = "" if is_ready else whys.get(asked.kind, _(_NOT_ENCLOSED))
    answer = choices.answers.get(asked.kind)
    if answer and (not is_ready or answer.readiness is Readiness.NOT_RELEVANT):
        readiness, remark = answer.readiness, answer.text.strip()
    return Part(
        kind=asked.kind,
        words=asked.words,
        english=asked.english,
        asked=asked.when,
        readiness=readiness,
        remark=remark,
        period=ready.get(asked.kind),
    )


def _with_waiting(part: Part, held: HeldMinutes) -> Part:
    """Minutes that wait to be looked through, told where nothing else was answered."""
    if part.kind != minutes.KEY or not held.waiting or part.readiness is not Readiness.MISSING:
        return part
    remark = part.remark
    if remark == _(_WHY_MISSING[minutes.KEY]):
        text = _("Not looked through yet: {n} of {all}.")
        remark = text.format(n=len(held.waiting), all=len(held.all))
    return replace(part, remark=remark, waiting=held.waiting[0].meeting.id)


def _whys(late_talks: int, *, has_hours: bool) -> Mapping[str, str]:
    """Why each kind of document would be missing."""
    found = {kind: _(text) for kind, text in _WHY_MISSING.items()}
    if has_hours:
        found[accounts.KEY] = _("Only the account of hours is enclosed.")
    if late_talks:
        text = ngettext("{n} helper lacks a talk.", "{n} helpers lack a talk.", late_talks)
        found[talks_held.KEY] = text
    return found


def _file_name(session: Session, visit: dt.date) -> str:
    """``2026-05-20_Revisitation_24-1234.pdf``; what looks like a CPR number is left out."""
    scheme = session.scheme()
    number = scheme.case_number.strip() if scheme else ""
    if _LIKE_CPR.search(number.replace(" ", "")):
        number = ""
    parts = [visit.isoformat(), "Revisitation", _UNSAFE.sub("-", number).strip("-")[:_LONGEST]]
    return "_".join(part for part in parts if part) + ".pdf"
