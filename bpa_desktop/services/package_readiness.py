"""What of a package can be made from what is in the file, and why the rest cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents import (
    absence_overview,
    accounts,
    activity_schedule,
    aids_list,
    case_papers,
    cost_estimate,
    handover_papers,
    holiday_application,
    hours_account,
    leadership,
    minutes,
    roster_used,
    talks_held,
    workplace_assessment,
)
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.assessment_talk import last_finished
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.rates import after
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.paper_case import decision_in, letter_for
from bpa_desktop.services.paper_costs import has_expenses
from bpa_desktop.services.reading import stints
from bpa_desktop.services.talks import talks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.paper_minutes import HeldMinutes
    from bpa_desktop.services.session import Session


class Spans(NamedTuple):
    """The days that each paper of a package covers; ``year`` is the budget year, if there is one.

    ``period`` is that of the roster and the hours; ``whole_year`` that of the hours where they are
    asked for once a year.
    """

    period: Period
    absence: Period
    minutes: Period
    year: Period | None
    whole_year: Period


class Possible(NamedTuple):
    """The papers that can be made, each with its period, and why others cannot, in words.

    ``partly`` are those of which something is there, while the rest of it is missing.
    """

    ready: Mapping[str, Period | None]
    partly: Mapping[str, Period | None]
    whys: Mapping[str, str]
    has_hours: bool

    @property
    def periods(self) -> Mapping[str, Period | None]:
        """What each paper covers of which there is anything."""
        return {**self.partly, **self.ready}


NOT_LOOKED_THROUGH: Final = N_("No minutes are written in the period.")
_WHY_MISSING: Final[Mapping[str, str]] = {
    activity_schedule.KEY: N_("No activities are written yet."),
    absence_overview.KEY: N_("No helpers are written yet."),
    roster_used.KEY: N_("There are no shifts in the period."),
    minutes.KEY: NOT_LOOKED_THROUGH,
    workplace_assessment.KEY: N_("No APV is finished yet."),
    talks_held.KEY: N_("There are no permanent helpers."),
    hours_account.KEY: N_("There are neither granted hours nor shifts in the period."),
    accounts.KEY: N_("No budget is written yet."),
    cost_estimate.KEY: N_("No helper-related expenses are written yet."),
    aids_list.KEY: N_("No aids are written yet."),
    holiday_application.KEY: N_("No trip is written yet."),
    case_papers.DECISION: N_("No decision is written yet."),
    case_papers.TIMELINE: N_("No decision is written yet."),
    case_papers.COMPLAINT: N_("The complaint is not written yet."),
    handover_papers.AGREEMENT: N_("No hand-over is written yet."),
    handover_papers.TASKS: N_("No hand-over is written yet."),
    handover_papers.LIST: N_("No hand-over is written yet."),
}
_NOT_ENCLOSED: Final = N_("Not part of this package.")


def possible(
    session: Session, spans: Spans, held: HeldMinutes, kind: PackageKind, about: Record | None
) -> Possible:
    """What can be made; ``about`` is the record that the package is about."""
    has_hours = _has_hours(session, spans.period)
    states = talks(session)
    late = sum(one.is_late(session.today) for one in states)
    ready: dict[str, Period | None] = dict(_made(session, spans))
    partly: dict[str, Period | None] = {}
    if held.done:
        (partly if held.waiting else ready)[minutes.KEY] = spans.minutes
    if states:
        (partly if late else ready)[talks_held.KEY] = None
    if has_hours:
        ready[hours_account.KEY] = spans.period
    ready |= dict.fromkeys(_about(session, kind, about))
    return Possible(ready, partly, _whys(late, has_hours=has_hours), has_hours)


def why_missing(whys: Mapping[str, str], kind: str) -> str:
    """Why a paper that is wanted is not there."""
    return whys.get(kind, _(_NOT_ENCLOSED))


def _has_hours(session: Session, period: Period) -> bool:
    if period.until(session.today) is None:
        return False
    return session.records.count(Grant) > 0 or _has_shifts(session, period)


def _has_shifts(session: Session, period: Period) -> bool:
    return bool(stints(session, period.first, period.end))


def _made(session: Session, spans: Spans) -> Iterator[tuple[str, Period | None]]:
    """The papers that rest on what is written, each with its period."""
    records = session.records
    if records.count(ActivityItem):
        yield activity_schedule.KEY, None
    if records.count(Helper):
        yield absence_overview.KEY, spans.absence
    if _has_shifts(session, spans.period):
        yield roster_used.KEY, spans.period
    if (assessed := _assessed(session)) is not None:
        yield workplace_assessment.KEY, assessed
    if any(one.is_used(session.today) for one in records.all(Aid)):
        yield aids_list.KEY, None
    if spans.year is not None:
        yield accounts.KEY, spans.year
        if has_expenses(session):
            yield cost_estimate.KEY, spans.year
    yield leadership.KEY, spans.period


def _assessed(session: Session) -> Period | None:
    """The day on which the latest APV was finished, if one was."""
    last = last_finished(session.records.all(Assessment))
    if last is None or last.finished_on is None:
        return None
    return Period(last.finished_on, after(last.finished_on))


def _about(session: Session, kind: PackageKind, about: Record | None) -> Iterator[str]:
    """The papers that are made from the record that the package is about."""
    if about is None:
        return
    if kind is PackageKind.HOLIDAY:
        yield holiday_application.KEY
    elif kind is PackageKind.HANDOVER:
        yield from (handover_papers.AGREEMENT, handover_papers.TASKS, handover_papers.LIST)
    elif kind is PackageKind.COMPLAINT and decision_in(session, about) is not None:
        yield from (case_papers.DECISION, case_papers.TIMELINE)
        letter = letter_for(session, about)
        words = (letter.words if letter else "", getattr(about, "about_what", ""))
        if any(one.strip() for one in words):
            yield case_papers.COMPLAINT


def _whys(late_talks: int, *, has_hours: bool) -> Mapping[str, str]:
    found = {kind: _(text) for kind, text in _WHY_MISSING.items()}
    if has_hours:
        found[accounts.KEY] = _("Only the account of hours is enclosed.")
    if late_talks:
        text = ngettext("{n} helper lacks a talk.", "{n} helpers lack a talk.", late_talks)
        found[talks_held.KEY] = text
    return found
