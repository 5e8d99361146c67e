"""What is due by the file, the municipality's profile and the rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.deadlines import arranged, due_list
from bpa_desktop.services.closed_months import open_months
from bpa_desktop.services.own_profile import moved_here, profile_of
from bpa_desktop.services.reading import grants
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session


def due(session: Session) -> tuple[Due, ...]:
    """What must be done and by when, the nearest first."""
    # Read now, see `due_at_once`.
    from bpa_desktop.services.case import case_due  # noqa: PLC0415
    from bpa_desktop.services.leading_due import leading_due  # noqa: PLC0415

    profile = profile_of(session, session.today)
    found = [*leading_due(session, profile), *case_due(session)]
    return tuple(arranged([*due_at_once(session), *found], session.today))


def due_in_the_case(session: Session) -> tuple[Due, ...]:
    """What has to do with the municipality and the roster alone, without what is due in leading."""
    from bpa_desktop.services.case import case_due  # noqa: PLC0415 - see `due_at_once`

    found = [*due_at_once(session), *case_due(session)]
    return tuple(arranged(found, session.today))


def due_at_once(session: Session) -> tuple[Due, ...]:
    """What has to do with the municipality and the roster: known without reading much.

    The first picture of the window shows it; all that is due in leading follows.
    """
    profile = profile_of(session, session.today)
    waiting = [month.first for month in open_months(session)]
    visits = session.records.all(AuthorityVisit)
    book, scheme = rulebook(), session.scheme()
    moved = moved_here(session, session.today)
    found = due_list(scheme, grants(session), profile, book, session.today, waiting, visits, moved)
    return tuple(_once(session, found))


def _once(session: Session, found: list[Due]) -> list[Due]:
    """``found`` without the time to complain over a grant whose letter is registered as well."""
    over = [one for one in found if one.record and one.record[0] == "grant" and _received(one)]
    if not over:
        return found
    from bpa_desktop.domain.decision import Decision, Subject  # noqa: PLC0415 - rarely needed

    letters = {
        one.received_on for one in session.records.all(Decision) if one.subject is Subject.SCHEME
    }
    return [one for one in found if one not in over or _received(one) not in letters]


def _received(one: Due) -> object:
    return one.values.get("received")
