"""Which days each view of the roster shows, and how far a page is turned."""

from __future__ import annotations

import datetime as dt
from typing import Final

from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.period import months_before
from bpa_desktop.views.roster_bar import MONTH, TWO_WEEKS

_WEEK: Final = dt.timedelta(weeks=1)


def days_shown(view: str, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first day that ``view`` shows with ``day`` in it, and the first one after."""
    if view == MONTH:
        first = day.replace(day=1)
        return first, months_before(first, -1)
    first = monday(day)
    return first, first + _WEEK * (2 if view == TWO_WEEKS else 1)


def turned(view: str, day: dt.date, pages: int) -> dt.date:
    """A day that many pages of ``view`` later, or earlier when negative."""
    if view == MONTH:
        return months_before(day.replace(day=1), -pages)
    return day + _WEEK * pages * (2 if view == TWO_WEEKS else 1)
