"""What a package to a municipality will hold: each thing wanted, and whether it is ready."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import absence_overview, hours_account, minutes, roster_used
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.municipality import Asked, spelled
from bpa_desktop.domain.period import Period, before_visit
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.own_profile import municipality_name, profile_of
from bpa_desktop.services.package_about import chosen as chosen_record
from bpa_desktop.services.package_about import day_of_municipality
from bpa_desktop.services.package_contents import wanted
from bpa_desktop.services.package_parts import (
    Answer,
    Asker,
    Choices,
    PackagePlan,
    Part,
    Readiness,
)
from bpa_desktop.services.package_readiness import (
    NOT_LOOKED_THROUGH,
    Spans,
    possible,
    why_missing,
)
from bpa_desktop.services.paper_accounts import year_for_visit
from bpa_desktop.services.paper_minutes import held_minutes
from bpa_desktop.services.profiles import municipality_or_country, with_papers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.package_contents import Wanted
    from bpa_desktop.services.package_readiness import Possible
    from bpa_desktop.services.paper_minutes import HeldMinutes
    from bpa_desktop.services.session import Session

__all__ = [
    "ABSENCE_MONTHS",
    "MINUTES_MONTHS",
    "ROSTER_MONTHS",
    "Answer",
    "Asker",
    "Choices",
    "PackagePlan",
    "Part",
    "Readiness",
    "municipality_for",
    "plan_package",
]

ROSTER_MONTHS: Final = 3
"""How far back the roster and the hours reach where the municipality does not say."""
ABSENCE_MONTHS: Final = 12
"""How far back the absence overview reaches where the municipality does not say."""

MINUTES_MONTHS: Final = 12
"""How far back minutes reach where the municipality does not say."""

_UNSAFE: Final = re.compile(r"[^0-9A-Za-z]+")
_LIKE_CPR: Final = re.compile(r"\d{6}-?\d{4}")
_LONGEST: Final = 40
_LEFT_OUT: Final = N_("Left out by the citizen.")
_FILE_WORDS: Final[Mapping[PackageKind, str]] = {
    PackageKind.REVISITATION: "Revisitation",
    PackageKind.FIRST_FOLLOW_UP: "Opfoelgning",
    PackageKind.ACCOUNTS: "Aarsregnskab",
    PackageKind.HOLIDAY: "Ferieansoegning",
    PackageKind.COMPLAINT: "Klage",
    PackageKind.HANDOVER: "Overdragelse",
}
"""Danish, because the municipality reads it; without letters that some systems lose."""


def plan_package(
    session: Session, municipality: str, visit: dt.date, choices: Choices | None = None
) -> PackagePlan:
    """What the package for a visit will hold; without a name for the user's own municipality.

    The user's own decisions count for the municipality of that day, or of what the package is
    about. A municipality that names no
    papers is given those that the rules of the whole country name. A package that is for no visit
    is of the day ``visit``.
    """
    picked = choices or Choices()
    profile = _profile(session, municipality, _day(session, visit, picked))
    about = chosen_record(session, picked.kind, picked.about)
    spans = _spans(session, profile, visit, picked)
    held = held_minutes(session, spans.minutes)
    found = possible(session, spans, held, picked.kind, about)
    parts = (_part(one, found, spans, picked) for one in wanted(profile, picked))
    return PackagePlan(
        profile=profile,
        visit=visit,
        choices=picked,
        period=spans.period,
        absence_period=spans.absence,
        minutes_period=spans.minutes,
        months=_months(profile, roster_used.KEY, ROSTER_MONTHS),
        parts=tuple(_with_waiting(one, held) for one in parts),
        has_hours=found.has_hours,
        file_name=_file_name(session, visit, picked.kind),
        about=about.id if about is not None else "",
    )


def municipality_for(session: Session, visit: dt.date, choices: Choices) -> str:
    """The user's own municipality that is given such a package, as it is written."""
    return municipality_name(session, _day(session, visit, choices))


def _day(session: Session, visit: dt.date, choices: Choices) -> dt.date:
    """The day whose municipality is given the package: accounts go where the year ended."""
    if choices.kind is PackageKind.ACCOUNTS:
        return min(_whole_year(year_for_visit(session, visit), visit).last, visit)
    about = chosen_record(session, choices.kind, choices.about)
    return day_of_municipality(session, about, visit)


def _spans(session: Session, profile: Profile, visit: dt.date, choices: Choices) -> Spans:
    """The periods back from the visit; accounts count the whole budget year."""

    def reaching_back(kind: str, default: int) -> Period:
        return before_visit(visit, _months(profile, kind, default), choices.window)

    year = year_for_visit(session, visit)
    whole = _whole_year(year, visit)
    is_yearly = choices.kind is PackageKind.ACCOUNTS
    return Spans(
        period=whole if is_yearly else reaching_back(roster_used.KEY, ROSTER_MONTHS),
        absence=reaching_back(absence_overview.KEY, ABSENCE_MONTHS),
        minutes=reaching_back(minutes.KEY, MINUTES_MONTHS),
        year=year,
        whole_year=whole,
    )


def _whole_year(year: Period | None, visit: dt.date) -> Period:
    """The budget year; where there is no budget the calendar year before the visit."""
    new_year = visit.replace(month=1, day=1)
    return year or Period(new_year.replace(year=new_year.year - 1), new_year)


def _profile(session: Session, municipality: str, visit: dt.date) -> Profile:
    """The user's own municipality with the own decisions; another one as it is."""
    own = profile_of(session, visit)
    if own is not None and (not spelled(municipality) or own.answers_to(municipality)):
        return own
    return with_papers(municipality_or_country(municipality))


def _months(profile: Profile, kind: str, default: int) -> int:
    asked = (one.months for one in profile.documents if one.kind == kind)
    return next((months for months in asked if months), default)


def _part(one: Wanted, found: Possible, spans: Spans, choices: Choices) -> Part:
    is_ready, is_partly = one.kind in found.ready, one.kind in found.partly
    readiness = Readiness.READY if is_ready else Readiness.MISSING
    remark = "" if is_ready else why_missing(found.whys, one.kind)
    if one.kind in choices.left_out:
        readiness, remark, is_ready = Readiness.MISSING, _(_LEFT_OUT), False
        is_partly = False
    answer = choices.answers.get(one.kind)
    if answer and (not is_ready or answer.readiness is Readiness.NOT_RELEVANT):
        readiness, remark = answer.readiness, answer.text.strip()
    return Part(
        kind=one.kind,
        words=one.words,
        english=one.english,
        asked=one.asked,
        readiness=readiness,
        remark=remark,
        period=_period(one, found, spans),
        asker=one.asker,
        why=one.why,
        source=one.source,
        is_partly=is_partly and readiness is Readiness.MISSING,
    )


def _period(one: Wanted, found: Possible, spans: Spans) -> Period | None:
    """What the paper covers; an account of hours that is asked for yearly counts the year."""
    is_yearly = one.kind == hours_account.KEY and one.asked is Asked.YEARLY
    return spans.whole_year if is_yearly else found.periods.get(one.kind)


def _with_waiting(part: Part, held: HeldMinutes) -> Part:
    """Minutes that wait to be looked through, told where nothing else was answered."""
    if part.kind != minutes.KEY or not held.waiting or part.readiness is not Readiness.MISSING:
        return part
    remark = part.remark
    if remark == _(NOT_LOOKED_THROUGH):
        text = _("Not looked through yet: {n} of {all}.")
        remark = text.format(n=len(held.waiting), all=len(held.all))
    return replace(part, remark=remark, waiting=held.waiting[0].meeting.id)


def _file_name(session: Session, visit: dt.date, kind: PackageKind) -> str:
    """``2026-05-20_Revisitation_24-1234.pdf``; what looks like a CPR number is left out."""
    scheme = session.scheme()
    number = scheme.case_number.strip() if scheme else ""
    if _LIKE_CPR.search(number.replace(" ", "")):
        number = ""
    safe = _UNSAFE.sub("-", number).strip("-")[:_LONGEST]
    return "_".join(part for part in (visit.isoformat(), _FILE_WORDS[kind], safe) if part) + ".pdf"
