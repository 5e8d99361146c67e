"""The due list over ten years of records, beside one bare read of their rows.

The shifts are there and are not counted: of them the due list asks next to nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.postponed import Postponed
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_groups import groups
from bpa_desktop.services.example import example_records
from bpa_desktop.services.postponing import put_off, waiting
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys
from bpa_desktop.storage.kept import Kept
from tests.benchmarks.timing import fastest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TODAY: Final = dt.date(2026, 3, 16)
MONTHS: Final = 18
"""So many the example spans."""
SPANS: Final = 7
LIMIT: Final = 10
PICTURES: Final = {"procedure_picture"}
"""What needs the picture itself."""
ONCE: Final = PICTURES | {
    *("scheme", "helper", "own_rate", "roster_pattern"),
    *("budget", "budget_line", "payment", "voucher", "explanation"),
}
"""What stays the same over the years, or is not asked for what is due."""


def ten_years() -> Iterator[Record]:
    """The example, and before it the same again and again as it would have been then."""
    yield from (one for one in example_records(TODAY) if one.type_name not in PICTURES)
    for number in range(1, SPANS):
        for one in example_records(months_before(TODAY, MONTHS * number)):
            if one.type_name not in ONCE:
                yield earlier(one, number)


def earlier(one: Record, number: int) -> Record:
    """``one`` under ids of its own, still of the same helpers."""
    changes: dict[str, object] = {"id": f"{one.id}~{number}"}
    for field in fields_of(type(one)):
        of, value = field.about.refers_to, getattr(one, field.name)
        if of and of not in ONCE and isinstance(value, str) and value:
            changes[field.name] = f"{value}~{number}"
    return replace(one, **changes)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("due") / "ten years.bpa"
    with make(path, keys.parse("en sætning til prøver"), today=TODAY) as opened:
        with opened.operation("ten years") as operation:
            operation.save_all(ten_years())
            operation.save_all(
                Postponed(code="trip", subject=f"trip/{number}", until=TODAY, reason="Senere")
                for number in range(300)
            )
        yield opened


def test_the_due_list_of_ten_years(benchmark: BenchmarkFixture, session: Session) -> None:
    connection, tables = session.records.connection, {*session.records.types} - {"shift"}

    def anew() -> object:
        """What a press on Deadlines does, with nothing read before."""
        session.records._kept = Kept(connection)
        return groups(session, waiting(session, due(session)))

    def read() -> list[list[object]]:
        return [connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables]  # noqa: S608

    assert session.records.count(Shift) > 10_000
    assert sum(map(len, read())) > 1_500
    free = next(one for one in due(session) if one.code.value == "mus")
    put_off(session, free, TODAY + dt.timedelta(days=1), "Senere")
    assert free not in waiting(session, due(session))
    benchmark.pedantic(anew, rounds=3, warmup_rounds=1)
    if benchmark.enabled:
        own, bare = fastest(anew, read)
        benchmark.extra_info |= {"seconds": own, "ratio": round(own / bare, 2), "bar": LIMIT}
        assert own / bare <= LIMIT
