"""Checks of a shift against other shifts, employment, absence, age, and against the need."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.clock import day_of, day_start, overlap
from bpa_desktop.domain.findings import Code, finding, order
from bpa_desktop.domain.stints import CANCELLED, actual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.coverage import Hole
    from bpa_desktop.domain.findings import Finding
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.rates import Rule, RuleBook
    from bpa_desktop.domain.stints import Stint

ONE_PLACE: Final = "roster-one-place"
EMPLOYED: Final = "roster-within-employment"
PRESENT: Final = "roster-not-during-absence"
NEED: Final = "roster-need-covered"
MINIMUM_AGE: Final = "helper-minimum-age"
_NEVER: Final = 1 << 40
"""An instant after every shift."""


def conflicts(
    stints: Iterable[Stint],
    helpers: Iterable[Helper],
    absences: Iterable[Absence],
    book: RuleBook,
) -> list[Finding]:
    """What two records say against each other, in order of time.

    Holes are not among them, nor what the rules of working time find.
    """
    rows, people = list(stints), list(helpers)
    found = [
        *double_bookings(rows, book),
        *outside_employment(rows, people, book),
        *during_absence(rows, absences, book),
        *too_young(rows, people, book),
    ]
    return sorted(found, key=order)


def double_bookings(stints: Iterable[Stint], book: RuleBook) -> list[Finding]:
    """Two shifts of the same helper over each other; the window is the shared stretch."""
    found = []
    for helper, own in _by_helper(stints).items():
        rows = sorted((*actual(one), one[0]) for one in own)
        open_rows: list[tuple[int, int, str]] = []
        for start, end, shift in rows:
            open_rows = [row for row in open_rows if row[1] > start]
            found += [
                finding(
                    Code.DOUBLE_BOOKING,
                    ONE_PLACE,
                    book,
                    (start, min(end, other_end)),
                    records=(("helper", helper), ("shift", other), ("shift", shift)),
                    minutes_short=min(end, other_end) - start,
                    helper=helper,
                )
                for _start, other_end, other in open_rows
            ]
            open_rows.append((start, end, shift))
    return sorted(found, key=order)


def outside_employment(
    stints: Iterable[Stint], helpers: Iterable[Helper], book: RuleBook
) -> list[Finding]:
    """Shifts that lie, wholly or partly, outside the helper's employment periods.

    The window is the shift; ``minutes_short`` is how much of it lies outside. Shifts of somebody
    who is not among ``helpers`` are not looked at.
    """
    spans = {helper.id: _employed(helper) for helper in helpers}
    found: list[Finding] = []
    for helper, own in _by_helper(one for one in stints if one[1] in spans).items():
        found += _outside(helper, own, spans[helper], book)
    return sorted(found, key=order)


def _outside(
    helper: str, own: Iterable[Stint], employed: Sequence[Span], book: RuleBook
) -> Iterator[Finding]:
    # Nearly every helper is employed once, and all along.
    first, last = employed[0] if employed else (0, 0)
    for one in own:
        span = actual(one)
        if first <= span[0] and span[1] <= last:
            continue
        outside = span[1] - span[0] - _shared(span, employed)
        if outside:
            yield finding(
                Code.OUTSIDE_EMPLOYMENT,
                EMPLOYED,
                book,
                span,
                records=(("helper", helper), ("shift", one[0])),
                minutes_short=outside,
                helper=helper,
            )


def during_absence(
    stints: Iterable[Stint], absences: Iterable[Absence], book: RuleBook
) -> list[Finding]:
    """Shifts of a helper who is away at the time; the window is the shared stretch.

    An absence that goes on meets every later shift, until its last day is written.
    """
    away: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        away[absence.helper].append(absence)
    found: list[Finding] = []
    for helper, own in _by_helper(one for one in stints if one[1] in away).items():
        spans = sorted((*absence.plan_span(), absence.id) for absence in away[helper])
        for one in own:
            found += _meeting(helper, one, spans, book)
    return sorted(found, key=order)


def _meeting(
    helper: str, one: Stint, spans: Iterable[tuple[int, int, str]], book: RuleBook
) -> Iterator[Finding]:
    span = actual(one)
    for start, end, absence in spans:
        shared = overlap(span, (start, end))
        if shared is not None:
            yield finding(
                Code.DURING_ABSENCE,
                PRESENT,
                book,
                shared,
                records=(("helper", helper), ("shift", one[0]), ("absence", absence)),
                minutes_short=shared[1] - shared[0],
                helper=helper,
            )


def too_young(stints: Iterable[Stint], helpers: Iterable[Helper], book: RuleBook) -> list[Finding]:
    """Shifts of a helper younger than the minimum age on the shift's first day.

    Without a date of birth there is one hint for the helper, over all of their shifts. Source:
    the row ``helper-minimum-age`` with the value ``years``.
    """
    people = {helper.id: helper for helper in helpers}
    found: list[Finding] = []
    for helper, own in _by_helper(one for one in stints if one[1] in people).items():
        born = people[helper].birth_date
        if born is None:
            span = min(actual(one)[0] for one in own), max(actual(one)[1] for one in own)
            found.append(
                finding(
                    Code.BIRTH_DATE_MISSING,
                    MINIMUM_AGE,
                    book,
                    span,
                    records=(("helper", helper),),
                    helper=helper,
                )
            )
        else:
            found += _young_shifts(helper, born, own, book)
    return sorted(found, key=order)


def _young_shifts(
    helper: str, born: dt.date, own: Iterable[Stint], book: RuleBook
) -> Iterator[Finding]:
    rule: Rule | None = None
    grown_up = _NEVER
    for one in own:
        span = actual(one)
        if span[0] >= grown_up:
            continue
        day = day_of(span[0])
        if rule is None or not rule.holds(day):
            rule = book.find(MINIMUM_AGE, day)
            years = 0 if rule is None else rule.whole("years")
        if rule is not None and age(born, day) >= years:
            # Nobody grows younger, but a rule that ends may be followed by another.
            grown_up = grown_up if rule.valid_to is not None else min(grown_up, span[0])
            continue
        records = (("helper", helper), ("shift", one[0]))
        if rule is None:
            yield finding(Code.RULE_UNKNOWN, MINIMUM_AGE, book, span, records=records)
            continue
        yield finding(
            Code.UNDER_AGE,
            MINIMUM_AGE,
            book,
            span,
            records=records,
            helper=helper,
            age=age(born, day),
            years=years,
        )


def age(born: dt.date, on: dt.date) -> int:
    """Whole years on the day ``on``; someone born on 29 February grows older on 1 March."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def uncovered(holes: Iterable[Hole], book: RuleBook) -> list[Finding]:
    """A finding for each hole; ``minutes_short`` counts each missing helper."""
    found = [
        finding(
            Code.UNCOVERED,
            NEED,
            book,
            (hole.start, hole.end),
            records=tuple(("shift", shift) for shift in hole.shifts),
            minutes_short=hole.minutes,
            kind=hole.kind,
            missing=hole.missing,
        )
        for hole in holes
    ]
    return sorted(found, key=order)


def _by_helper(stints: Iterable[Stint]) -> Mapping[str, list[Stint]]:
    found: dict[str, list[Stint]] = defaultdict(list)
    for one in stints:
        if one[1] is not None and one[4] != CANCELLED:
            found[one[1]].append(one)
    return found


def _employed(helper: Helper) -> list[Span]:
    spans: list[Span] = []
    for period in sorted(helper.employments, key=lambda one: one.first_day):
        last = min(period.end, _LAST_DAY)
        start, end = day_start(period.first_day), day_start(last + dt.timedelta(days=1))
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        elif start < end:
            spans.append((start, end))
    return spans


_LAST_DAY: Final = dt.date.max - dt.timedelta(days=2)
"""An employment without an end ends here, far past every shift, and short of no next day."""


def _shared(span: Span, spans: Iterable[Span]) -> int:
    parts = (overlap(span, other) for other in spans)
    return sum(part[1] - part[0] for part in parts if part is not None)
