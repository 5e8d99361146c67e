"""What is to be thought of before an observation: how long it is, and who carries it out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.authority_visit import VisitKind
from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.municipality import Known, Profile

MOST: Final = "special.observation_most_hours"
CARRIED_OUT_BY: Final = "observation.carried_out_by"
_MINUTES: Final = 60


class ObservationCode(Choice):
    """What is to be thought of."""

    LONG = "long", N_("Longer than the municipality's most")
    LENGTH_MISSING = "length_missing", N_("How long it is")
    MOST_UNKNOWN = "most_unknown", N_("The most is not known")
    WHO = "who", N_("Who carries it out")


class ObservationFinding(NamedTuple):
    """One thing; ``known`` is the municipality's own text where there is one."""

    code: ObservationCode
    known: Known | None = None


def minutes_in_a_row(visit: AuthorityVisit, others: Iterable[AuthorityVisit] = ()) -> int:
    """How long the observation lasts in real time, with those that follow on it or lead to it.

    Where its time of day is not written it stands alone.
    """
    span = _span(visit)
    if span is None:
        return visit.minutes
    start, end = span
    waiting = [found for one in others if one.id != visit.id and (found := _span(one)) is not None]
    while touching := [one for one in waiting if one[0] <= end and one[1] >= start]:
        start = min(start, *(one[0] for one in touching))
        end = max(end, *(one[1] for one in touching))
        waiting = [one for one in waiting if one not in touching]
    return end - start


def _span(visit: AuthorityVisit) -> Span | None:
    if visit.kind is not VisitKind.OBSERVATION or visit.at_time is None or not visit.minutes:
        return None
    start = instant(dt.datetime.combine(visit.day, visit.at_time))
    return start, start + visit.minutes


def observation_findings(
    visit: AuthorityVisit, profile: Profile | None, others: Iterable[AuthorityVisit] = ()
) -> Iterator[ObservationFinding]:
    """Yield what is to be thought of; nothing for another kind of visit.

    Longer than the most is right where the citizen has agreed to it. ``others`` are the visits
    that may lie next to it: two observations without a pause are one.
    """
    if visit.kind is not VisitKind.OBSERVATION:
        return
    most = profile.known(MOST) if profile is not None else None
    hours = profile.whole(MOST) if profile is not None else None
    if hours is None:
        yield ObservationFinding(ObservationCode.MOST_UNKNOWN)
    elif not visit.minutes:
        yield ObservationFinding(ObservationCode.LENGTH_MISSING, most)
    elif _is_long(visit, others, hours) and visit.agreed_longer is not Answer.YES:
        yield ObservationFinding(ObservationCode.LONG, most)
    who = profile.known(CARRIED_OUT_BY) if profile is not None else None
    if who is not None:
        yield ObservationFinding(ObservationCode.WHO, who)


def _is_long(visit: AuthorityVisit, others: Iterable[AuthorityVisit], hours: int) -> bool:
    return minutes_in_a_row(visit, others) > hours * _MINUTES
