"""What the store costs beside raw SQL on the same encrypted file, as ratios of one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.session import make, open_session
from bpa_desktop.storage.codec import to_row
from bpa_desktop.storage.connection import connect
from bpa_desktop.storage.pages import broken_pages
from tests.benchmarks.timing import fastest
from tests.storage.samples import key, sample

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.services.session import Session

SHIFTS = 1_000
ROUNDS = 5
IDS = {"helper": "h1"}
RATIO_OF_SAVING = 40
RATIO_OF_READING = 25
SECONDS_TO_OPEN = 0.25


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "a.bpa"
    with make(place, key()) as session:
        session.save(sample(Helper, IDS, id="h1"), "add")
    return place


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    with open_session(path, key()) as opened:
        yield opened


def shifts() -> list[Shift]:
    return [sample(Shift, IDS, number) for number in range(SHIFTS)]


def save_one_by_one(session: Session, some: list[Shift]) -> None:
    with session.operation("save") as operation:
        for shift in some:
            operation.save(shift)


class Raw:
    """The same rows written with nothing but SQL: no checks, no journal, no undo."""

    def __init__(self, session: Session, some: list[Shift]) -> None:
        self._connection = session.records.connection
        self._rows: list[dict[str, Any]] = [to_row(shift) for shift in some]
        self._round = 0

    def insert(self) -> None:
        self._round += 1
        names = ["id", *self._rows[0]]
        marks = ", ".join("?" * len(names))
        listed = ", ".join(f'"{name}"' for name in names)
        query = f"INSERT INTO shift ({listed}) VALUES ({marks})"  # noqa: S608 - declared names
        self._connection.execute("BEGIN")
        for number, row in enumerate(self._rows):
            self._connection.execute(query, (f"raw{self._round}-{number}", *row.values()))
        self._connection.execute("COMMIT")

    def read(self) -> None:
        self._connection.execute("SELECT * FROM shift").fetchall()


def test_saving_a_thousand_shifts(session: Session, benchmark: BenchmarkFixture) -> None:
    some = shifts()
    raw, ours = fastest(Raw(session, some).insert, lambda: save_one_by_one(session, some))
    benchmark.extra_info["ratio"] = round(ours / raw, 1)
    benchmark.pedantic(save_one_by_one, (session, some), rounds=ROUNDS)
    assert ours / raw < RATIO_OF_SAVING


def test_reading_a_thousand_shifts(session: Session, benchmark: BenchmarkFixture) -> None:
    save_one_by_one(session, shifts())
    # `all` would give what it read before.
    raw, ours = fastest(Raw(session, shifts()).read, lambda: session.records.where(Shift))
    benchmark.extra_info["ratio"] = round(ours / raw, 1)
    benchmark(session.records.where, Shift)
    assert ours / raw < RATIO_OF_READING


def test_opening_a_file(path: Path, benchmark: BenchmarkFixture) -> None:
    with open_session(path, key()) as session:
        for _ in range(5):
            save_one_by_one(session, shifts())
    opened = key()

    def bare() -> None:
        connection = connect(path, opened, read_only=True)
        connection.execute("SELECT count(*) FROM shift").fetchone()
        connection.close()

    def ours() -> None:
        open_session(path, opened).close()

    def checked() -> None:
        open_session(path, opened, verify=True).close()

    own, verified, raw = fastest(ours, checked, bare)
    benchmark.extra_info["ratio"] = round(own / raw, 1)
    benchmark.extra_info["milliseconds to verify"] = round(1000 * (verified - own), 1)
    benchmark.extra_info["kilobytes"] = path.stat().st_size // 1000
    benchmark(ours)
    assert verified < SECONDS_TO_OPEN
    with open_session(path, opened) as session:
        assert broken_pages(session.records.connection) == ()
