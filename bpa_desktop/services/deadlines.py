"""What is due by the file, the municipality's profile and the rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import arranged, due_list
from bpa_desktop.services.closed_months import open_months
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.safety import due_of

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session


def due(session: Session) -> tuple[Due, ...]:
    """What must be done and by when, the nearest first."""
    scheme = session.scheme()
    profile = profile_for(scheme.municipality) if scheme else None
    waiting = [month.first for month in open_months(session)]
    found = due_list(scheme, grants(session), profile, rulebook(), session.today, waiting)
    return tuple(arranged([*found, *due_of(session)], session.today))
