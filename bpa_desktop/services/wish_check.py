"""What helpers have said of their time and hours, held against the shifts of whole weeks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.domain.wishes import has_wishes, weeks_of, wish_findings
from bpa_desktop.services.reading import absences, helpers, stints

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.services.session import Session

_A_WEEK = dt.timedelta(weeks=1)


def wishes_between(
    session: Session, first: dt.date, end: dt.date, book: RuleBook
) -> tuple[Finding, ...]:
    """What helpers have said and the roster does not keep, from ``first`` to before ``end``.

    The weeks in which the days lie are read whole, because hours are agreed by the week.
    """
    people = [helper for helper in helpers(session) if has_wishes(helper)]
    weeks = weeks_of(first, end)
    if not people or not weeks:
        return ()
    days = weeks[0], weeks[-1] + _A_WEEK
    found = wish_findings(stints(session, *days), people, absences(session, *days), weeks, book)
    start, stop = (dt.datetime.combine(day, dt.time()) for day in (first, end))
    return tuple(one for one in found if one.window[1] > start and one.window[0] < stop)
