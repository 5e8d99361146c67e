"""Hours of staff meetings: what was granted in the year, what was used, what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.budget_building import MEETING
from bpa_desktop.domain.budget_hours import per_helper_hours
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import _, hours
from bpa_desktop.services.meetings import employed_now
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.year import year_hours

if TYPE_CHECKING:
    from bpa_desktop.domain.municipality import Known, Profile
    from bpa_desktop.services.session import Session

_MINUTES = 60


class MeetingHours(NamedTuple):
    """Minutes of the year; ``rule`` is the municipality's where no decision gives the hours.

    ``helpers`` is how many are employed today.
    """

    year: int
    granted: int
    used: int
    planned: int
    helpers: int
    rule: Known | None = None


def meeting_hours(session: Session) -> MeetingHours:
    """The hours of the year of today; a decision goes before the municipality's rule."""
    year = session.today.year
    lines = [one for one in year_hours(session, year).kinds if one.kind is HourKind.STAFF_MEETING]
    granted = sum(one.granted_year for one in lines)
    found = MeetingHours(
        year=year,
        granted=granted,
        used=sum(one.used for one in lines),
        planned=sum(one.planned_year for one in lines),
        helpers=employed_now(session),
    )
    profile = profile_of(session, session.today)
    return found if granted or profile is None else _by_rule(found, profile)


def _by_rule(found: MeetingHours, profile: Profile) -> MeetingHours:
    known, each = profile.known(MEETING), profile.number(MEETING)
    if known is None or each is None:
        return found
    granted = per_helper_hours(each, found.helpers, known.min_helpers, found.helpers)
    return found._replace(granted=int(granted * _MINUTES), rule=known)


def hours_words(found: MeetingHours) -> str:
    """Used against granted in a sentence; with one helper, that there are none."""
    amounts = {"used": hours(found.used), "granted": hours(found.granted), "year": found.year}
    if found.granted:
        return _("Staff meetings: {used} of {granted} hours used in {year}.").format(**amounts)
    if found.rule is not None and found.helpers < found.rule.min_helpers:
        text = _("With {n} helper the municipality grants no hours for staff meetings.")
        return text.format(n=found.helpers)
    text = _("No hours are granted for staff meetings. {used} hours are used in {year}.")
    return text.format(**amounts)


def origin_words(found: MeetingHours) -> str:
    """Where hours that no decision gives come from; empty for those of a decision."""
    if found.rule is None or not found.granted:
        return ""
    source = found.rule.source.named
    text = _("By the municipality's rule: {each} hours a year for each of {n} helpers. {source}.")
    return text.format(each=found.rule.value, n=found.helpers, source=source)
