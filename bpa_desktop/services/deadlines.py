"""What is due by the file, the municipality's profile and the rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.deadlines import arranged, due_list
from bpa_desktop.services.closed_months import open_months
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session


def due(session: Session) -> tuple[Due, ...]:
    """What must be done and by when, the nearest first."""
    from bpa_desktop.services.leading_due import leading_due  # noqa: PLC0415 - see `due_at_once`

    found = leading_due(session, profile_of(session, session.today))
    return tuple(arranged([*due_at_once(session), *found], session.today))


def due_at_once(session: Session) -> tuple[Due, ...]:
    """What has to do with the municipality and the roster: known without reading much.

    The first picture of the window shows it; all that is due in leading follows.
    """
    profile = profile_of(session, session.today)
    waiting = [month.first for month in open_months(session)]
    book, today = rulebook(), session.today
    return tuple(due_list(session.scheme(), grants(session), profile, book, today, waiting))
