"""Working-time registration: each helper's own hours, and the hours nobody must keep any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.domain.registration import keeping, worked_in
from bpa_desktop.services.reading import all_stints, helpers, stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.domain.registration import Keeping
    from bpa_desktop.services.session import Session


class Deletable(NamedTuple):
    """A helper's hours in a reference period, which may be deleted since that day."""

    helper: str
    reference: Period
    since: dt.date


def keeping_of(period: Period) -> Keeping | None:
    """How long the hours of ``period`` are kept: until those of its last day may be deleted."""
    return keeping(period.last, rulebook())


def workers(session: Session, period: Period) -> tuple[Helper, ...]:
    """The helpers who worked in ``period``, in the order of the roster."""
    rows = stints(session, period.first, period.end)
    worked = {helper for helper, day in worked_in(rows) if period.first <= day < period.end}
    return tuple(one for one in helpers(session) if one.id in worked)


def deletable(session: Session, today: dt.date) -> tuple[Deletable, ...]:
    """The hours that may be deleted on ``today``, by helper and reference period, oldest first.

    Hours from before the duty to register have no day of their own and are not listed.
    """
    book = rulebook()
    days = {(helper, day) for helper, day in worked_in(all_stints(session)) if day < today}
    found = set()
    for helper, day in days:
        kept = keeping(day, book)
        if kept is not None and kept.deletable_from <= today:
            found.add(Deletable(helper, kept.reference, kept.deletable_from))
    return tuple(sorted(found, key=lambda one: (one.since, one.helper)))
