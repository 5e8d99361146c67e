"""What is to be thought of before an observation: how long it is, and who carries it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.authority_visit import VisitKind
from bpa_desktop.domain.record import Choice
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.authority_visit import AuthorityVisit
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


def observation_findings(
    visit: AuthorityVisit, profile: Profile | None
) -> Iterator[ObservationFinding]:
    """Yield what is to be thought of; nothing for another kind of visit.

    Longer than the most is right where the citizen has agreed to it.
    """
    if visit.kind is not VisitKind.OBSERVATION:
        return
    most = profile.known(MOST) if profile is not None else None
    hours = profile.whole(MOST) if profile is not None else None
    if hours is None:
        yield ObservationFinding(ObservationCode.MOST_UNKNOWN)
    elif not visit.minutes:
        yield ObservationFinding(ObservationCode.LENGTH_MISSING, most)
    elif visit.minutes > hours * _MINUTES and visit.agreed_longer is not Answer.YES:
        yield ObservationFinding(ObservationCode.LONG, most)
    who = profile.known(CARRIED_OUT_BY) if profile is not None else None
    if who is not None:
        yield ObservationFinding(ObservationCode.WHO, who)
