"""What helpers have said of their time, and what is agreed of their hours, against the roster.

A wish holds from a wall-clock time to another on every day that no field of it speaks against.
It belongs to the day on which it begins: *never Wednesday 22 to 6* ends on Thursday morning.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.clock import day_of, day_span, days_span, edge, monday, overlap
from bpa_desktop.domain.findings import Code, finding, order
from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.people import Fit
from bpa_desktop.domain.stints import CANCELLED, WORKED, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Availability, Employment, Helper
    from bpa_desktop.domain.rates import RuleBook
    from bpa_desktop.domain.stints import Stint

ABLE: Final = "wishes-never"
WILLING: Final = "wishes-rather-not"
MOST: Final = "wishes-most-hours"
LEAST: Final = "wishes-least-hours"

DAYS_IN_WEEK: Final = 7
_ONE_DAY: Final = dt.timedelta(days=1)
_A_WEEK: Final = dt.timedelta(weeks=1)
_MIDNIGHT: Final = dt.time()
_WORST_FIRST: Final = (Fit.NEVER, Fit.RATHER_NOT, Fit.GLADLY)


def stretches(wish: Availability, around: Span) -> Iterator[Span]:
    """Where ``wish`` holds within ``around``, in instants, in order.

    Without a time from it holds from midnight, without a time to until midnight. In the night of
    the March change a time that does not exist is the moment of the jump, and in that of October
    a time that comes twice is the first of the two.
    """
    day = day_of(around[0]) - _ONE_DAY
    last = day_of(around[1])
    while day <= last:
        if _holds(wish, day):
            shared = overlap(_on(wish, day), around)
            if shared is not None:
                yield shared
        day += _ONE_DAY


def _holds(wish: Availability, day: dt.date) -> bool:
    return (
        (wish.weekday is None or wish.weekday is WEEK[day.weekday()])
        and (wish.first_day is None or wish.first_day <= day)
        and (wish.last_day is None or day <= wish.last_day)
    )


def _on(wish: Availability, day: dt.date) -> Span:
    begins, ends = wish.from_time or _MIDNIGHT, wish.to_time or _MIDNIGHT
    last = day if ends > begins else day + _ONE_DAY
    return edge(day, begins), edge(last, ends)


class Met(NamedTuple):
    """What was said of a time: the worst that was, and the stretches of which it was said."""

    fit: Fit
    spans: tuple[Span, ...]

    @property
    def minutes(self) -> int:
        """How much of the time it was said of."""
        return sum(end - start for start, end in self.spans)


def met(helper: Helper, span: Span) -> Met | None:
    """The worst that the helper said of any part of ``span``; None when they said nothing.

    *Never* is worse than *would rather not*, and that is worse than *gladly*.
    """
    found: dict[Fit, list[Span]] = defaultdict(list)
    for wish in helper.availability:
        found[wish.fit] += stretches(wish, span)
    fit = next((fit for fit in _WORST_FIRST if found[fit]), None)
    return None if fit is None else Met(fit, tuple(_joined(found[fit])))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """``spans`` in order; those that touch or lie over each other are one."""
    open_one: Span | None = None
    for start, end in sorted(spans):
        if open_one is not None and start <= open_one[1]:
            open_one = open_one[0], max(open_one[1], end)
            continue
        if open_one is not None:
            yield open_one
        open_one = start, end
    if open_one is not None:
        yield open_one


def fit_of(helper: Helper, span: Span) -> Fit | None:
    """How ``span`` fits the helper by the worst they said of any part of it, if anything."""
    found = met(helper, span)
    return None if found is None else found.fit


def fit_on(helper: Helper, day: dt.date) -> Fit | None:
    """How the whole of ``day`` fits the helper; None when they said nothing of all of it."""
    whole = day_span(day)
    found = met(helper, whole)
    return found.fit if found is not None and found.spans == (whole,) else None


class Agreed(NamedTuple):
    """What is agreed for one week, in minutes; None where nothing is.

    ``most`` is not less in a week that is only partly employed, the other two are.
    """

    agreed: int | None
    least: int | None
    most: int | None


def agreed_in_week(
    helper: Helper, first: dt.date, away: frozenset[dt.date] = frozenset()
) -> Agreed:
    """What is agreed for the week from the Monday ``first``, by the employment of each day.

    A number of hours a week counts a seventh for each day of it; days in ``away`` do not count
    towards the agreed and the fewest hours. The most is the mean over the days that have one, so
    that a change in mid-week lies between the old and the new.
    """
    days = [first + dt.timedelta(days=count) for count in range(DAYS_IN_WEEK)]
    periods = [(day, _employment(helper, day)) for day in days]
    present = [period for day, period in periods if period is not None and day not in away]
    limits = _given(period.most_minutes_per_week for _day, period in periods if period is not None)
    return Agreed(
        agreed=_sevenths(_given(period.agreed_minutes_per_week for period in present)),
        least=_sevenths(_given(period.least_minutes_per_week for period in present)),
        most=round(sum(limits) / len(limits)) if limits else None,
    )


def _employment(helper: Helper, day: dt.date) -> Employment | None:
    return next((period for period in helper.employments if period.covers(day)), None)


def _given(values: Iterable[int | None]) -> list[int]:
    return [value for value in values if value is not None]


def _sevenths(values: Sequence[int]) -> int | None:
    return round(sum(values) / DAYS_IN_WEEK) if values else None


def minutes_in_week(stints: Iterable[Stint], first: dt.date) -> int:
    """How long the shifts that are not called off last in the week from the Monday ``first``."""
    week = days_span(first, first + _A_WEEK)
    shared = (overlap(actual(one), week) for one in stints if one[4] != CANCELLED)
    return sum(part[1] - part[0] for part in shared if part is not None)


def wish_findings(
    stints: Iterable[Stint],
    helpers: Iterable[Helper],
    absences: Iterable[Absence],
    weeks: Iterable[dt.date],
    book: RuleBook,
) -> list[Finding]:
    """Shifts at times that do not fit, and weeks with too many or too few hours; by time.

    ``weeks`` are Mondays; give every shift of those weeks. A shift that was worked is not asked
    about: the helper came. A week in which nobody has a shift is not planned yet.
    """
    asked = [one for one in helpers if one.availability or _has_limits(one)]
    if not asked:
        return []
    own = _by_helper(stints)
    away: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        away[absence.helper].append(absence)
    found = [one for helper in asked for one in _shift_wishes(helper, own[helper.id], book)]
    for first in weeks:
        if any(minutes_in_week(rows, first) for rows in own.values()):
            for helper in asked:
                days = days_away(away[helper.id], first)
                found += _week_hours(helper, own[helper.id], first, days, book)
    return sorted(found, key=order)


def _has_limits(helper: Helper) -> bool:
    return any(
        period.least_minutes_per_week is not None or period.most_minutes_per_week is not None
        for period in helper.employments
    )


def _by_helper(stints: Iterable[Stint]) -> Mapping[str, list[Stint]]:
    found: dict[str, list[Stint]] = defaultdict(list)
    for one in stints:
        if one[1] is not None and one[4] != CANCELLED:
            found[one[1]].append(one)
    return found


_CODES: Final = {
    Fit.NEVER: (Code.NEVER_AVAILABLE, ABLE),
    Fit.RATHER_NOT: (Code.RATHER_NOT, WILLING),
}


def _shift_wishes(helper: Helper, own: Iterable[Stint], book: RuleBook) -> Iterator[Finding]:
    for one in own:
        said = None if one[4] == WORKED else met(helper, actual(one))
        if said is not None and said.fit in _CODES:
            code, rule = _CODES[said.fit]
            yield finding(
                code,
                rule,
                book,
                (said.spans[0][0], said.spans[-1][1]),
                records=(("helper", helper.id), ("shift", one[0])),
                minutes_short=said.minutes,
                helper=helper.id,
            )


def _week_hours(
    helper: Helper,
    own: Iterable[Stint],
    first: dt.date,
    away: frozenset[dt.date],
    book: RuleBook,
) -> Iterator[Finding]:
    week = days_span(first, first + _A_WEEK)
    rows = sorted((one for one in own if overlap(actual(one), week) is not None), key=actual)
    minutes, agreed = minutes_in_week(rows, first), agreed_in_week(helper, first, away)
    shifts = tuple(("shift", one[0]) for one in rows)
    limits = (
        (Code.OVER_MOST_HOURS, MOST, agreed.most, 1, shifts),
        (Code.UNDER_LEAST_HOURS, LEAST, agreed.least, -1, ()),
    )
    for code, rule, limit, sign, named in limits:
        if limit is not None and sign * (minutes - limit) > 0:
            yield finding(
                code,
                rule,
                book,
                week,
                records=(("helper", helper.id), *named),
                minutes_short=abs(minutes - limit),
                helper=helper.id,
                planned=minutes,
                agreed=limit,
            )


def days_away(absences: Iterable[Absence], first: dt.date) -> frozenset[dt.date]:
    """The days of the week that an absence touches."""
    spans = [absence.plan_span() for absence in absences]
    days = [first + dt.timedelta(days=count) for count in range(DAYS_IN_WEEK)]
    return frozenset(
        day for day in days if any(overlap(span, day_span(day)) is not None for span in spans)
    )


def weeks_of(first: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """The Mondays of every week with a day from ``first`` to before ``end``."""
    if end <= first:
        return ()
    begin = monday(first)
    count = ((end - begin).days + DAYS_IN_WEEK - 1) // DAYS_IN_WEEK
    return tuple(begin + week * _A_WEEK for week in range(count))
