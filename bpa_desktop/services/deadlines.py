"""What is due by the file, the municipality's profile and the rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.agreed_task import AgreedTask
from bpa_desktop.domain.deadlines import arranged, due_list
from bpa_desktop.domain.meeting_deadlines import meeting_deadlines
from bpa_desktop.services.closed_months import open_months
from bpa_desktop.services.profiles import profile_for
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session


def due(session: Session) -> tuple[Due, ...]:
    """What must be done and by when, the nearest first."""
    scheme = session.scheme()
    profile = profile_for(scheme.municipality) if scheme else None
    waiting = [month.first for month in open_months(session)]
    found = due_list(scheme, grants(session), profile, rulebook(), session.today, waiting)
    found += _agreed(session)
    return tuple(arranged(found, session.today))


def _agreed(session: Session) -> Iterator[Due]:
    """What was agreed at meetings, with the names of those who do it."""
    names = session.helper_names()
    for one in meeting_deadlines(session.records.where(AgreedTask, done_on=None)):
        who = names.get(str(one.values["helper"]), "")
        yield one._replace(values={**one.values, "who": who})
