from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.clock import WallTime, instant, shown
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.roster import RestPeriod, RolledOut, Shift, ShiftState
from bpa_desktop.domain.slots import slot_later
from bpa_desktop.i18n import speaking
from bpa_desktop.services.copying import copy_period, copy_week, told_copied
from bpa_desktop.services.laying import first_names, reason
from bpa_desktop.services.reading import shifts
from bpa_desktop.storage.operation import Operation
from tests.domain.builders import moment
from tests.services.little_roster import (
    TODAY,
    days_and_evenings,
    everything,
    lay,
    open_little,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

WEEK = dt.timedelta(weeks=1)
LAST = TODAY - WEEK
AWAY = Absence(
    id="away", helper="bo", first_day=dt.date(2026, 3, 18), last_day=dt.date(2026, 3, 19)
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(
            opened,
            *days_and_evenings("anna", "03-09", 7, "07:00", "15:00"),
            *days_and_evenings("bo", "03-09", 7, "15:00", "23:00"),
        )
        yield opened


def in_week(session: Session, first: dt.date) -> list[tuple[str, str | None]]:
    found = shifts(session, first, first + WEEK)
    return [(f"{one.planned_start:%a %H}", one.helper) for one in found]


def test_a_week_is_copied_and_what_collides_is_unfilled_with_its_reason(session: Session) -> None:
    lay(session, AWAY)
    before = everything(session)
    laying = copy_week(session, LAST, TODAY)
    assert (laying.made, len(laying.open)) == (14, 2)
    copied = in_week(session, TODAY)
    assert [helper for _when, helper in copied].count(None) == 2
    assert [one.why.code for one in laying.open if one.why] == [Code.DURING_ABSENCE] * 2
    with speaking("en"):
        assert told_copied(laying).startswith("14 shifts copied, 2 are unfilled.")
        assert reason(laying.open[0], first_names(session)) == "Bo is away"
    for one in laying.open:
        (kept,) = session.records.with_ids(Shift, [one.shift])
        assert (kept.helper, kept.stands_in_for, kept.note) == (None, None, "")
    session.undo()
    assert everything(session) == before


def test_copying_again_changes_nothing_and_says_so(session: Session) -> None:
    copy_week(session, LAST, TODAY)
    before = everything(session)
    again = copy_week(session, LAST, TODAY)
    assert (again.is_empty, again.filled) == (True, 14)
    assert everything(session) == before
    with speaking("en"):
        assert "14 shifts were there already" in told_copied(again)


def test_shifts_of_the_week_stay_and_only_free_slots_are_filled(session: Session) -> None:
    monday = shift("03-16 08:00", "03-16 15:00", "carla", note="Kom ti minutter før.")
    lay(session, monday)
    laying = copy_week(session, LAST, TODAY)
    assert (laying.made, laying.filled) == (13, 1)
    found = shifts(session, TODAY, TODAY + dt.timedelta(days=1))
    assert [one.helper for one in found] == ["carla", "bo"]
    assert found[0] == monday
    with speaking("en"):
        assert "1 shift was there already and stays." in told_copied(laying)


def test_what_a_roster_pattern_made_stays_as_well(session: Session) -> None:
    made = RolledOut(
        pattern="p", start=moment("2026-03-16 07:00"), end=moment("2026-03-16 15:00"), helper="dina"
    )
    lay(session, shift("03-16 07:00", "03-16 15:00", "dina", rolled_out=(made,)))
    laying = copy_week(session, LAST, TODAY)
    assert (laying.made, laying.filled) == (13, 1)


def test_an_empty_week_gives_nothing(session: Session) -> None:
    laying = copy_week(session, LAST - WEEK, TODAY)
    with speaking("en"):
        assert told_copied(laying) == "There is nothing to copy."


def test_who_was_planned_comes_again_not_who_stood_in(tmp_path: Path) -> None:
    with open_little(tmp_path) as session:
        lay(
            session,
            shift("03-09 07:00", "03-09 15:00", "dina", stands_in_for="anna", note="Tak."),
            shift(
                "03-10 07:00",
                "03-10 15:00",
                "anna",
                state=ShiftState.WORKED,
                worked_end=moment("2026-03-10 16:00"),
                deviation="Bussen kom for sent.",
            ),
            shift("03-11 07:00", "03-11 15:00", "anna", state=ShiftState.CANCELLED),
            shift(
                "03-12 07:00",
                "03-13 07:00",
                "bo",
                rests=(
                    RestPeriod(start=moment("2026-03-12 23:00"), end=moment("2026-03-13 06:00")),
                ),
            ),
        )
        copy_week(session, LAST, TODAY)
        found = shifts(session, TODAY, TODAY + WEEK)
        assert [(one.helper, one.planned_end.day) for one in found] == [
            ("anna", 16),
            ("anna", 17),
            ("bo", 20),
        ]
        assert all(one.state is ShiftState.PLANNED for one in found)
        assert not any(one.note or one.deviation or one.worked_end for one in found)
        assert found[2].rests[0].start == moment("2026-03-19 23:00")


def test_a_period_is_copied_as_often_as_wanted_and_is_one_action(session: Session) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    laying = copy_period(session, LAST, LAST + WEEK, TODAY, 4)
    assert laying.made == 56
    assert in_week(session, TODAY + 3 * WEEK) == in_week(session, LAST)
    assert len(session.records.journal.entries()) == steps + 1
    session.undo()
    assert everything(session) == before


def test_a_copy_cut_short_leaves_the_file_as_it_was(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(session)

    def cancelled(_operation: Operation) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Operation, "finish", cancelled)
    with pytest.raises(KeyboardInterrupt):
        copy_week(session, LAST, TODAY)
    monkeypatch.undo()
    assert everything(session) == before


@settings(max_examples=60, deadline=None)
@given(
    st.dates(dt.date(2026, 1, 1), dt.date(2029, 1, 1)),
    st.integers(-700, 700),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    st.integers(15, 26 * 60),
)
def test_a_copy_keeps_its_clock_time_wherever_the_clock_shows_it(
    day: dt.date, later: int, time: dt.time, minutes: int
) -> None:
    start = dt.datetime.combine(day, time)
    source = Shift(id="one", planned_start=start, planned_end=start + dt.timedelta(minutes=minutes))
    slot = slot_later(source, dt.timedelta(days=later))
    for moved, was in ((slot.start, source.planned_start), (slot.end, source.planned_end)):
        assert shown(moved) is WallTime.ONCE
        wanted = was + dt.timedelta(days=later)
        if shown(wanted) is WallTime.ONCE:
            assert moved - wanted <= dt.timedelta(hours=1)
    assert instant(slot.start) < instant(slot.end)
    if shown(start + dt.timedelta(days=later)) is WallTime.ONCE:
        assert slot.start.time() == time
