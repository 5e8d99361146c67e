"""What a year rolled out costs beside writing its rows with nothing but SQL, in one run."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.kinds import WEEK
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.rolling import roll_out
from bpa_desktop.storage.codec import to_row
from tests.benchmarks.timing import fastest
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.services.session import Session

YEAR = 52
RATIO_OF_A_YEAR = 3.0
"""What is aimed at; the table at the end says how near it is."""
MOST = 8.0
"""What it must never come back to: each row is checked, worded for the journal and compared."""
ROUNDS = 5
TURNS = (
    (dt.time(7), dt.time(15), "anna"),
    (dt.time(15), dt.time(23), "bo"),
    (dt.time(23), dt.time(7), "carla"),
)
PATTERN = RosterPattern(
    id="p",
    starts_on=TODAY,
    weeks=WEEKS[1],
    lines=tuple(
        PatternLine(week=week, weekday=weekday, from_time=start, to_time=end, helper=who)
        for week in WEEKS[:2]
        for weekday in WEEK
        for start, end, who in TURNS
    ),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, PATTERN)
        yield opened


class Raw:
    """The same rows, in the roster and in the journal, written with nothing but SQL."""

    def __init__(self, session: Session) -> None:
        self._connection = session.records.connection
        shifts = session.records.all(Shift)
        self._shifts = [(one.id, *to_row(one).values()) for one in shifts]
        names = ["id", *to_row(shifts[0])]
        self._into_roster = _insert("shift", names)
        query = "SELECT operation, record_type, record_id, before, after FROM journal_change"
        self._changes = self._connection.execute(f"{query} WHERE record_type = 'shift'").fetchall()
        listed = ["operation", "record_type", "record_id", "before", "after"]
        self._into_journal = _insert("journal_change", listed)

    def insert(self) -> None:
        self._write([(self._into_roster, self._shifts), (self._into_journal, self._changes)])

    def insert_shifts(self) -> None:
        self._write([(self._into_roster, self._shifts)])

    def _write(self, work: list[tuple[str, list[tuple[Any, ...]]]]) -> None:
        self._connection.execute("BEGIN")
        for query, rows in work:
            for row in rows:
                self._connection.execute(query, row)
        self._connection.execute("COMMIT")


def _insert(table: str, names: list[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608


def empty(connection: Any) -> None:
    connection.execute("DELETE FROM shift")
    connection.execute("DELETE FROM journal_change WHERE record_type = 'shift'")
    connection.commit()


def test_a_year_rolled_out(session: Session, benchmark: BenchmarkFixture) -> None:
    def rolled() -> None:
        roll_out(session, PATTERN, TODAY, YEAR)

    def clear() -> None:
        empty(session.records.connection)

    rolled()
    raw = Raw(session)
    clear()
    bare, shifts, ours = fastest(raw.insert, raw.insert_shifts, rolled, after=clear)
    benchmark.extra_info["ratio"] = round(ours / bare, 2)
    benchmark.extra_info["ratio to the rows of the roster alone"] = round(ours / shifts, 2)
    benchmark.extra_info["bar"] = RATIO_OF_A_YEAR
    benchmark.pedantic(rolled, teardown=clear, rounds=ROUNDS)
    assert ours / bare <= MOST
