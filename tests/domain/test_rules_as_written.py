"""All rules of rest together, beside a slow reading of the texts, minute after minute.

Each rule has its own slow twin where it is tried alone; here they meet: a 24-hour shift beside an
ordinary one, shifts over each other, rest that is cut on two days running.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.clock import day_of, instant, monday, wall
from bpa_desktop.domain.findings import Code, Severity
from bpa_desktop.domain.work import work_of
from bpa_desktop.domain.working_time import month_rules, nearby_rules
from bpa_desktop.services.rulebook import rulebook
from tests.domain.builders import FOA, STATUTE, moment

if TYPE_CHECKING:
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.ground import Ground
    from bpa_desktop.domain.stints import Stint

HOUR: Final = 60
DAY: Final = 24 * HOUR
Told: TypeAlias = tuple[Code, dt.datetime, int, bool]
"""What was found: when the window ends, the minutes short, and whether it is only a hint."""

BASES: Final = tuple(
    instant(moment(f"{day}T00:00"))
    for day in ("2026-03-27", "2026-10-22", "2026-12-28", "2028-02-26")
)
GAPS: Final = (-60, 0, 1, 30, 479, 480, 660, 659, 720, 1319, 1320, 1439, 1440, 2100)
LENGTHS: Final = (60, 360, 361, 480, 600, 780, 1439, 1440, 1441, 1500, 2880)
RESTS: Final = (239, 240, 359, 360, 480)

Roster: TypeAlias = "tuple[list[Stint], dict[str, list[Span]]]"


@st.composite
def rosters(draw: st.DrawFn) -> Roster:
    """Shifts of one helper one after the other, with rests in the long ones."""
    start = draw(st.sampled_from(BASES)) + draw(st.sampled_from([0, 7, 8, 15, 22])) * HOUR
    rows: list[Stint] = []
    rests: dict[str, list[Span]] = {}
    for number in range(draw(st.integers(1, 9))):
        end = start + draw(st.sampled_from(LENGTHS))
        rows.append((f"s{number}", "anna", None, "basis", "planned", start, end, None, None))
        if end - start >= DAY - 1 and draw(st.booleans()):
            first = start + draw(st.integers(0, 18)) * HOUR
            rests[f"s{number}"] = [(first, min(end, first + draw(st.sampled_from(RESTS))))]
        start = max(start + 1, end + draw(st.sampled_from(GAPS)))
    return rows, rests


def engine(roster: Roster, ground: Ground) -> list[Told]:
    rows, rests = roster
    work = work_of(rows)
    found = [*nearby_rules(work, rests, rulebook(), ground), *month_rules(work, (), rulebook())]
    hints = {Code.SHORTENED_REST, Code.RESTS_NOT_WRITTEN}
    return sorted(
        (one.code, one.window[1], one.minutes_short, one.severity is Severity.HINT)
        for one in found
        if one.code in hints | {Code.DAILY_REST, Code.DAY_SHIFT_REST} | AROUND
    )


AROUND: Final = {Code.REST_BEFORE_DAY_SHIFT, Code.REST_AFTER_DAY_SHIFT}


class Slow:
    """The minutes of work, and what the texts say of them."""

    def __init__(self, roster: Roster) -> None:
        rows, rests = roster
        self.work = {minute for row in rows for minute in range(row[5], row[6])}
        self.rest = {m for spans in rests.values() for span in spans for m in range(*span)}
        starts = sorted(minute for minute in self.work if minute - 1 not in self.work)
        ends = sorted(minute + 1 for minute in self.work if minute + 1 not in self.work)
        self.runs = list(zip(starts, ends, strict=True))

    def longest(self, minutes: set[int], start: int, end: int) -> int:
        """The most of ``minutes`` in a row from ``start`` to before ``end``."""
        most = run = 0
        for minute in range(start, end):
            run = run + 1 if minute in minutes else 0
            most = max(most, run)
        return most

    def cut(self) -> list[tuple[int, int, dt.date]]:
        """Each end of work with less than 11 hours of rest in the 24 before, and its day."""
        found = []
        for start, end in self.runs:
            free = set(range(end - DAY, end)) - self.work
            longest = self.longest(free, end - DAY, end)
            if longest < 11 * HOUR:
                found.append((end, longest, day_of(start)))
        return found

    def by_statute(self) -> list[Told]:
        return sorted(
            (Code.DAILY_REST, wall(end), 11 * HOUR - longest, False)
            for end, longest, _day in self.cut()
        )

    def by_agreement(self) -> list[Told]:
        return sorted([*self._shortened(), *self._inside(), *self._around()])

    def _shortened(self) -> list[Told]:
        long = [run for run in self.runs if is_day_shift(run)]
        cut = [
            one
            for one in self.cut()
            if not any(run[0] < one[0] and run[1] > one[0] - DAY for run in long)
        ]
        days = {day for _end, _longest, day in cut}
        found = []
        for end, longest, day in cut:
            code, is_hint = Code.DAILY_REST, False
            if longest >= 8 * HOUR:
                so_far = sum(monday(one) == monday(day) and one <= day for one in days)
                code = Code.SHORTENED_REST
                is_hint = so_far <= 2 and day - dt.timedelta(days=1) not in days
            found.append((code, wall(end), 11 * HOUR - longest, is_hint))
        return found

    def pieces(self) -> list[tuple[int, int, Span | None]]:
        """Work cut where 24 hours are over, with the 24-hour shift that it is or goes on after."""
        found: list[tuple[int, int, Span | None]] = []
        for begin, end in self.runs:
            start, last = begin, None
            while start < end and is_day_shift((start, end)):
                over = max(start + DAY, instant(wall(start) + dt.timedelta(days=1)))
                last = start, min(over, end)
                found.append((*last, last))
                start = last[1]
            if start < end:
                found.append((start, end, last))
        return found

    def _inside(self) -> list[Told]:
        found = []
        for start, end, shift in self.pieces():
            if shift != (start, end):
                continue
            rest = self.rest & set(range(start, end))
            night = {m for m in rest if wall(m).hour >= 23 or wall(m).hour < 6}
            short = max(8 * HOUR - len(rest), 4 * HOUR - self.longest(night, start, end))
            if not rest:
                found.append((Code.RESTS_NOT_WRITTEN, wall(end), 0, True))
            elif short > 0:
                found.append((Code.DAY_SHIFT_REST, wall(end), short, False))
        return found

    def _around(self) -> list[Told]:
        found = []
        pieces = self.pieces()
        for (_start, end, shift), (begin, stop, later) in pairwise(pieces):
            is_next = later == (begin, stop)
            code, needed = Code.REST_BEFORE_DAY_SHIFT, 11 * HOUR if is_next else 0
            if shift is not None:
                longest = self.longest(self.rest, *shift)
                code = Code.REST_AFTER_DAY_SHIFT
                needed = (24 if is_next and 0 < longest < 6 * HOUR else 22) * HOUR
            if begin - end < needed:
                found.append((code, wall(stop), needed - (begin - end), False))
        return found


def is_day_shift(run: Span) -> bool:
    return run[1] - run[0] >= DAY or wall(run[1]) - wall(run[0]) >= dt.timedelta(days=1)


@settings(max_examples=60)
@given(rosters())
def test_the_statute_as_it_is_written(roster: Roster) -> None:
    assert engine(roster, STATUTE) == Slow(roster).by_statute()


@settings(max_examples=60)
@given(rosters())
def test_the_agreement_as_it_is_written(roster: Roster) -> None:
    assert engine(roster, FOA) == Slow(roster).by_agreement()


@settings(max_examples=60)
@given(rosters())
def test_a_right_to_a_break_for_each_work_of_more_than_six_hours(roster: Roster) -> None:
    long = (run for run in Slow(roster).runs if run[1] - run[0] > 6 * HOUR)
    months = Counter(day_of(start).replace(day=1) for start, _end in long)
    found = month_rules(work_of(roster[0]), (), rulebook())
    hints = [one for one in found if one.code is Code.BREAK_RIGHT]
    assert {one.window[0].date(): one.values["count"] for one in hints} == dict(months)
