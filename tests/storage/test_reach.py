"""Records of a stretch are found by an index, and are just those that a look at every row finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.clock import wall
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.storage.file import make
from tests.storage.samples import key
from tests.storage.saving import LABEL, save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.storage.records import Records

OVER: Final = ("planned_start", "planned_end", "worked_start", "worked_end")
BASE: Final = 29_000_000
"""An instant in February 2025, in the evening."""
MET: Final = (
    "SELECT id FROM shift WHERE (planned_start < ?1 AND planned_end > ?2)"
    " OR (coalesce(worked_start, planned_start) < ?1 AND coalesce(worked_end, planned_end) > ?2)"
    " ORDER BY rowid"
)
PLANNED: Final = (
    "SELECT id FROM shift WHERE planned_start < ?1 AND planned_end > ?2 ORDER BY planned_start, id"
)

minutes = st.integers(0, 4000)
lengths = st.integers(1, 900)
stretches = st.tuples(minutes, lengths)
shifts = st.builds(
    lambda planned, worked, starts, ends: _shift(planned, worked, starts=starts, ends=ends),
    stretches,
    stretches,
    st.booleans(),
    st.booleans(),
)


def _at(minute: int) -> dt.datetime:
    return wall(BASE + minute)


def _shift(planned: Span, worked: Span, *, starts: bool, ends: bool) -> Shift:
    start, end = planned[0], sum(planned)
    begin = worked[0] if starts else start
    stop = begin + worked[1]
    is_sound = ends or (starts and begin < end)
    return Shift(
        planned_start=_at(start),
        planned_end=_at(end),
        worked_start=_at(begin) if starts and is_sound else None,
        worked_end=_at(stop) if ends else None,
    )


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    with make(tmp_path_factory.mktemp("reach") / "a.bpa", key(), TYPES) as made:
        yield made.records


def same(records: Records, span: Span) -> None:
    """What is found is what a look at every row finds, in the same order."""
    found = [row[0] for row in records.cells(Shift, ("id",), span, OVER)]
    planned = [one.id for one in records.overlapping(Shift, *OVER[:2], span)]
    for query, ids in ((MET, found), (PLANNED, planned)):
        rows = records.connection.execute(query, (span[1], span[0])).fetchall()
        assert ids == [row[0] for row in rows]


@given(
    st.lists(st.lists(shifts, max_size=3), max_size=3),
    st.lists(stretches, min_size=1, max_size=3),
    st.data(),
)
def test_what_is_found_is_what_a_look_at_every_row_finds(
    records: Records,
    groups: Sequence[Sequence[Shift]],
    windows: Sequence[Span],
    data: st.DataObject,
) -> None:
    spans = [(BASE + first, BASE + first + length) for first, length in windows]
    clear(records)
    for group in groups:
        save(records, *group)
        for span in spans:
            same(records, span)
    for step in data.draw(st.lists(st.sampled_from([records.undo, records.redo]), max_size=3)):
        step()
        for span in spans:
            same(records, span)


def clear(records: Records) -> None:
    with records.operation(LABEL, "") as operation:
        for one in records.all(Shift):
            operation.delete(Shift, one.id)


LONG: Final = _shift((0, 3000), (0, 1), starts=False, ends=False)
INSIDE: Final = (BASE + 2500, BASE + 2600)


def ids(records: Records) -> list[str]:
    return [one.id for one in records.overlapping(Shift, *OVER[:2], INSIDE)]


def test_what_an_action_did_that_failed_leaves_nothing_unfound(records: Records) -> None:
    clear(records)
    (long,) = save(records, LONG)
    with pytest.raises(ZeroDivisionError):
        _delete_and_fail(records, long.id)
    assert ids(records) == [long.id]


def _delete_and_fail(records: Records, shift_id: str) -> None:
    with records.operation(LABEL, "") as operation:
        operation.delete(Shift, shift_id)
        assert ids(records) == []
        raise ZeroDivisionError


def test_a_long_record_is_found_also_inside_the_action_that_makes_it(records: Records) -> None:
    clear(records)
    assert ids(records) == []
    with records.operation(LABEL, "") as operation:
        made = operation.save(LONG)
        assert ids(records) == [made.id]


def test_a_stretch_is_found_by_an_index(records: Records) -> None:
    seen: list[str] = []
    records.connection.set_trace_callback(seen.append)
    records.cells(Shift, ("id",), INSIDE, OVER)
    records.overlapping(Shift, *OVER[:2], INSIDE)
    records.connection.set_trace_callback(None)
    asked = [query for query in seen if "ORDER BY" in query]
    assert len(asked) == 2
    for query in asked:
        plan = records.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
        assert "(planned_start>? AND planned_start<?)" in plan[0][3]
