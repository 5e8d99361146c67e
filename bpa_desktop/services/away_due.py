"""What the file says is due around hospital, applications, insurances and the employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.cost_estimate import KEY as ESTIMATE
from bpa_desktop.domain.away_deadlines import estimate_due, requests_due, stays_to_tell
from bpa_desktop.domain.given_package import GivenPackage
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.handovers import handovers_due
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.insurance import Insurance
from bpa_desktop.domain.insurances import lacks_due, renewals
from bpa_desktop.domain.scheme import Party
from bpa_desktop.services.insurances import duty, lacks, source_of_need
from bpa_desktop.services.own_profile import moved_here, profile_by_day
from bpa_desktop.services.requests import requests
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session


def away_due(session: Session, profile: Profile | None) -> list[Due]:
    """What is to be told, asked again, renewed or carried out, in no order."""
    return [
        *stays_to_tell(session.records.all(HospitalStay)),
        *renewals(session.records.all(Insurance)),
        *_uninsured(session),
        *_estimate(session, profile),
        *handovers_due(session.records.all(Handover), rulebook()),
        *requests_due(requests(session), profile_by_day(session), session.today),
    ]


def _uninsured(session: Session) -> Iterator[Due]:
    """What the user must insure and has not written; another employer insures by themselves."""
    scheme = session.scheme()
    missing = lacks(session)
    if missing and (scheme is None or scheme.employer is Party.SELF):
        yield from lacks_due(missing, duty(session), source_of_need(session.today))


def _estimate(session: Session, profile: Profile | None) -> Iterator[Due]:
    scheme = session.scheme()
    if scheme is not None and profile is not None:
        sent, moved = _estimates_sent(session), moved_here(session, session.today)
        yield from estimate_due(scheme, profile, sent, session.today, moved)


def _estimates_sent(session: Session) -> Iterator[dt.date]:
    for given in session.records.all(GivenPackage):
        if given.given_on is not None and any(part.key == ESTIMATE for part in given.parts):
            yield given.given_on
