"""What the file says is due around hospital, applications, insurances and the employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.away_deadlines import requests_due, stays_to_tell
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.handovers import handovers_due
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.insurance import Insurance
from bpa_desktop.domain.insurances import renewals
from bpa_desktop.services.requests import requests
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.municipality import Profile
    from bpa_desktop.services.session import Session


def away_due(session: Session, profile: Profile | None) -> list[Due]:
    """What is to be told, asked again, renewed or carried out, in no order."""
    return [
        *stays_to_tell(session.records.all(HospitalStay)),
        *renewals(session.records.all(Insurance)),
        *handovers_due(session.records.all(Handover), rulebook()),
        *requests_due(requests(session), profile),
    ]
