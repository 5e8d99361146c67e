"""The forecast of a year's hours, read from the file."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.absence import NO_END
from bpa_desktop.domain.clock import day_start, days_span
from bpa_desktop.domain.forecast import Known, forecast
from bpa_desktop.domain.forthcoming import to_come
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.track_record import history_from
from bpa_desktop.services.hospital_hours import without_elsewhere
from bpa_desktop.services.reading import absences, grants, helpers, stints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

_ONE_DAY: Final = dt.timedelta(days=1)
_STRETCH: Final = ("planned_start", "planned_end")
_MONTHS_PER_YEAR: Final = 12


def year_forecast(session: Session, year: int) -> Forecast:
    """Where the calendar year will end; see `domain.forecast.forecast`."""
    return forecast(known(session, dt.date(year, 1, 1), dt.date(year + 1, 1, 1)))


def known(session: Session, first: dt.date, end: dt.date) -> Known:
    """What the file says of the days from ``first`` to before ``end``, and of those before."""
    today = session.today
    start = max(today, first)
    there = stints(session, min(first, history_from(today)), end)
    return Known(
        today=today,
        first=first,
        end=end,
        grants=grants(session),
        stints=without_elsewhere(session, there),
        to_come=_to_come(session, there, start, end) if start < end else (),
        away=away(session, first, end),
        moved=moved(session, first, end),
    )


def _to_come(
    session: Session, there: Sequence[Stint], first: dt.date, end: dt.date
) -> tuple[Stint, ...]:
    patterns = [
        one
        for one in session.records.all(RosterPattern)
        if one.starts_on < end and (one.ends_on is None or one.ends_on >= first)
    ]
    if not patterns:
        return ()
    ahead = [one for one in there if one[6] > day_start(first)]
    return tuple(to_come(patterns, _reached(session, first, end), ahead, (first, end)))


def _reached(session: Session, first: dt.date, end: dt.date) -> Mapping[str, dt.date]:
    """By pattern, the first day after the last one for which it has made a shift."""
    rows = session.records.cells(Shift, ("rolled_out",), days_span(first, end), _STRETCH)
    found: dict[str, dt.date] = {}
    for (cell,) in rows:
        for made in json.loads(cell):
            after = dt.datetime.fromisoformat(made["start"]).date() + _ONE_DAY
            found[made["pattern"]] = max(after, found.get(made["pattern"], after))
    return found


def away(session: Session, first: dt.date, end: dt.date) -> Mapping[str, list[Span]]:
    """When each helper cannot come: known absence, and days on which they are not employed.

    An absence that goes on lasts until it is ended.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in absences(session, first, end):
        spans[one.helper].append(one.plan_span())
    for person in helpers(session):
        spans[person.id] += _not_employed(person)
    return spans


def _not_employed(person: Helper) -> Iterator[Span]:
    after = 0
    for period in sorted(person.employments, key=lambda one: one.first_day):
        yield after, day_start(period.first_day)
        if period.last_day is None:
            return
        after = day_start(period.last_day + _ONE_DAY)
    if person.employments:
        yield after, NO_END


def moved(session: Session, first: dt.date, end: dt.date) -> int:
    """Agreed minutes moved into the days from the year before, less those moved out of them."""
    before = months_before(first, _MONTHS_PER_YEAR)
    agreed = [one for one in session.records.all(MovedHours) if one.consent is Consent.AGREED]
    into = sum(one.minutes for one in agreed if before <= one.out_of < first)
    return into - sum(one.minutes for one in agreed if first <= one.out_of < end)
