"""All rules over ten years of shifts beside a bare loop, and what one edit costs by history."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.ground import Ground
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Agreement, Answer, Scheme
from bpa_desktop.domain.stints import CANCELLED, stint
from bpa_desktop.domain.working_time import working_time
from bpa_desktop.services.checking import findings_between
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.session import make
from bpa_desktop.services.shift_times import Times
from bpa_desktop.storage import keys
from tests.benchmarks.timing import fastest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.domain.stints import Stint
    from bpa_desktop.services.session import Session

TIMES_A_BARE_LOOP: Final = 10
TIMES_A_YOUNG_FILE: Final = 1.5
END: Final = dt.date(2026, 1, 1)
TURNS: Final = {
    Times(dt.time(7), dt.time(15)): "ddaaaaaddaaaffaaddaaaaafaaaa",
    Times(dt.time(15), dt.time(23)): "bbbdgbbbbdbbddbbbbbdddbbddbb",
    Times(dt.time(23), dt.time(7)): "cccfdccgggcccgcccccffcccccfg",
    Times(dt.time(9), dt.time(13)): "hijhijhijhijhijhijhijhijhijh",
}
"""Four shifts a day, eight hours each but the last, by a rolling plan of four weeks."""

GROUND: Final = Ground(Answer.YES, Agreement.NONE)


def shifts(years: int) -> Iterator[Shift]:
    first = END.replace(year=END.year - years)
    for number in range((END - first).days):
        for turn, (times, plan) in enumerate(TURNS.items()):
            start, end = times.on(first + dt.timedelta(days=number))
            yield Shift(
                id=f"shift-{number}-{turn}",
                planned_start=start,
                planned_end=end,
                helper=plan[number % len(plan)],
                kind=HourKind.TWO_HELPERS if turn == len(TURNS) - 1 else HourKind.BASIS,
                state=ShiftState.WORKED,
            )


def absences(years: int) -> Iterator[Absence]:
    """Five weeks of holiday a year for everybody."""
    for year in range(END.year - years, END.year):
        for number, helper in enumerate("abcdfghij"):
            first = dt.date(year, 1 + number, 5)
            yield Absence(
                id=f"away-{year}-{helper}",
                helper=helper,
                kind=AbsenceKind.HOLIDAY,
                first_day=first,
                last_day=first + dt.timedelta(days=34),
            )


def bare(rows: list[Stint]) -> int:
    """How often the eleven hours are lacking: nothing but that rule, in one loop."""
    by_helper = defaultdict(list)
    for row in rows:
        if row[1] is not None and row[4] != CANCELLED:
            by_helper[row[1]].append((row[5], row[6]))
    short = 0
    for own in by_helper.values():
        own.sort()
        for at, (_start, end) in enumerate(own):
            longest, free_from, first = 0, end - 1440, at
            while first and own[first - 1][1] > end - 1440:
                first -= 1
            for start, stop in own[first : at + 1]:
                longest = max(longest, start - free_from)
                free_from = max(free_from, stop)
            short += longest < 660
    return short


def test_all_rules_over_ten_years(benchmark: BenchmarkFixture) -> None:
    rows = [stint(shift) for shift in shifts(10)]
    rows += [(*row[:5], row[5] + 1, row[6] - 61, None, None) for row in rows[:400:4]]
    away, book = list(absences(10)), rulebook()
    assert len(rows) > 14_000

    def ours() -> int:
        found = working_time(rows, {}, away, book, GROUND)
        return sum(one.code is Code.DAILY_REST for one in found)

    assert ours() == bare(rows)
    seconds, bare_seconds = fastest(ours, lambda: bare(rows))
    ratio = seconds / bare_seconds
    benchmark.pedantic(ours, rounds=3)
    benchmark.extra_info |= {
        "rows": len(rows),
        "ratio": round(ratio, 2),
        "bar": TIMES_A_BARE_LOOP,
    }
    assert ratio <= TIMES_A_BARE_LOOP


def file(folder: Path, years: int) -> Session:
    session = make(folder / f"{years}.bpa", keys.parse("en sætning til prøver"), today=END)
    hired = (Employment(first_day=dt.date(2010, 1, 1)),)
    people = [Helper(id=letter, first_name=letter, employments=hired) for letter in "abcdfghij"]
    scheme = Scheme(citizen_name="Prøve", agreement=Agreement.NONE, care_work=Answer.YES)
    with session.operation("fill in") as operation:
        operation.save_all((scheme, *people, *absences(years), *shifts(years)))
    return session


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    folder = tmp_path_factory.mktemp("rules")
    with file(folder, 10) as old, file(folder, 1) as young:
        yield old, young


def test_one_edit_costs_the_same_after_ten_years_as_after_one(
    benchmark: BenchmarkFixture, files: tuple[Session, Session]
) -> None:
    first, end = dt.date(2025, 9, 15), dt.date(2025, 9, 22)
    old, young = (
        lambda: findings_between(files[0], first, end),
        lambda: findings_between(files[1], first, end),
    )
    assert [one.code for one in old()] == [one.code for one in young()]
    seconds, young_seconds = fastest(old, young)
    ratio = seconds / young_seconds
    benchmark.pedantic(old, rounds=5)
    benchmark.extra_info |= {"ratio": round(ratio, 2), "bar": TIMES_A_YOUNG_FILE}
    assert ratio <= TIMES_A_YOUNG_FILE
