"""Everything the rules need to judge some days, read once from the file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import days_span
from bpa_desktop.domain.conflicts import conflicts
from bpa_desktop.domain.findings import order
from bpa_desktop.domain.ground import ground_of
from bpa_desktop.domain.stints import actual
from bpa_desktop.domain.wishes import weeks_of, wish_findings
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_time import LOOK_AHEAD, LOOK_BACK, month_rules, nearby_rules
from bpa_desktop.domain.working_weeks import reference_periods
from bpa_desktop.services.reading import absences, helpers, rests_of, stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session


_A_WEEK: Final = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Judge:
    """The rules and what they look at.

    ``days`` is the span to judge, ``weeks`` the Mondays of its weeks. ``rows`` are the shifts of
    the whole reference periods around it, ``near`` the span around it that a rest is looked for
    in. So what is read does not grow with the history.
    """

    rows: Sequence[Stint]
    days: Span
    near: Span
    weeks: Sequence[dt.date]
    people: Sequence[Helper]
    away: Sequence[Absence]
    rests: Mapping[str, Sequence[Span]]
    book: RuleBook
    ground: Ground

    def found(self, rows: Sequence[Stint], people: Sequence[Helper]) -> list[Finding]:
        """What the rules find in ``rows``, in order of time; holes are not among it."""
        near = work_of(within(rows, self.near))
        found = [
            *conflicts(within(rows, self.days), people, self.away, self.book),
            *nearby_rules(near, self.rests, self.book, self.ground),
            *month_rules(work_of(rows), self.away, self.book),
        ]
        return sorted(found, key=order)

    def wishes(self, rows: Iterable[Stint], people: Iterable[Helper]) -> list[Finding]:
        """What people have said and ``rows`` do not keep in whole weeks, in order of time."""
        if not self.weeks:
            return []
        inside = within(rows, days_span(self.weeks[0], self.weeks[-1] + _A_WEEK))
        return wish_findings(inside, people, self.away, self.weeks, self.book)

    def touching(self, helper: Helper) -> list[Stint]:
        """The rows on which it depends what the rules find about ``helper``."""
        shared = self.ground.relatives if helper.id in self.ground.relatives else frozenset()
        return [row for row in self.rows if row[1] == helper.id or row[1] in shared]


def within(rows: Iterable[Stint], span: Span) -> list[Stint]:
    """Those of ``rows`` that lie in ``span`` at some time."""
    first, end = span
    spans = ((row, actual(row)) for row in rows)
    return [row for row, (start, stop) in spans if start < end and stop > first]


def judge_of(session: Session, first: dt.date, end: dt.date) -> Judge:
    """What judges the days from ``first`` to before ``end``."""
    book, people = rulebook(), helpers(session)
    around = first - LOOK_BACK, end + LOOK_AHEAD
    periods = list(reference_periods(first, end, book))
    whole = (
        min([around[0], *(period.first for period in periods)]),
        max([around[1], *(period.end for period in periods)]),
    )
    ground = ground_of(session.scheme(), people)
    return Judge(
        rows=stints(session, *whole),
        days=days_span(first, end),
        near=days_span(*around),
        weeks=weeks_of(first, end),
        people=people,
        away=absences(session, *whole),
        rests=rests_of(session, *around) if ground.is_relaxed else {},
        book=book,
        ground=ground,
    )
