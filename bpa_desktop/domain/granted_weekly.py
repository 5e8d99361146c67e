"""How many hours a week a grant gives, where its lines say so themselves."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.grant import Per
from bpa_desktop.domain.granted import in_force
from bpa_desktop.domain.kinds import COVERING, WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.domain.grant import Grant, GrantLine

_DAYS: Final = len(WEEK)
_ONE_DAY: Final = dt.timedelta(days=1)


def granted_weekly(grants: Iterable[Grant], day: dt.date) -> int | None:
    """Minutes a week of all grants that count on ``day``, of the kinds that cover a need.

    A line per day counts on each of its weekdays, and each helper counts. ``None`` where nothing
    counts, or where a line is per month, year or period: its weeks differ.
    """
    lines = [
        line
        for one in in_force(grants)
        if one.first <= day < one.end
        for line in one.grant.lines
        if line.kind in COVERING
    ]
    if not lines or any(line.per not in {Per.DAY, Per.WEEK} for line in lines):
        return None
    return sum(map(_weekly, lines))


def gives_less(grant: Grant, grants: Iterable[Grant]) -> bool:
    """Whether there are fewer hours a week from its first day on; not where either is unknown."""
    known = list(grants)
    before = granted_weekly(known, grant.valid_from - _ONE_DAY)
    after = granted_weekly(known, grant.valid_from)
    return before is not None and after is not None and after < before


def _weekly(line: GrantLine) -> int:
    times = (len(line.weekdays) or _DAYS) if line.per is Per.DAY else 1
    return line.minutes * line.helpers * times
