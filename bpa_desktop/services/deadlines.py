"""What is due by the file, the municipality's profile and the rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.applicant import Applicant
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.deadlines import arranged, due_list
from bpa_desktop.domain.hiring_deadlines import hiring_due
from bpa_desktop.services.closed_months import open_months
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.reading import grants, helpers
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session


def due(session: Session) -> tuple[Due, ...]:
    """What must be done and by when, the nearest first."""
    scheme = session.scheme()
    profile = profile_for(scheme.municipality) if scheme else None
    waiting = [month.first for month in open_months(session)]
    found = due_list(scheme, grants(session), profile, rulebook(), session.today, waiting)
    found += _hiring(session)
    return tuple(arranged(found, session.today))


def _hiring(session: Session) -> list[Due]:
    records = session.records
    written = records.all(Contract), records.all(Addendum)
    return hiring_due(records.all(Applicant), helpers(session), *written, rulebook(), session.today)
