"""Shifts during a stay in hospital: who pays, where nobody lacks, and hours counted once."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.coverage import holes
from bpa_desktop.domain.hospital import (
    OFF,
    as_if_there,
    concerned,
    paid_elsewhere,
    payer_for,
    stay_span,
    undecided,
)
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.hours import Ledger, Measure, report
from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.domain.shares import shares
from bpa_desktop.domain.stints import stint
from tests.domain.builders import day, grant, moment, round_the_clock

STAY = HospitalStay(id="stay", first_day=day("2026-03-10"), last_day=day("2026-03-11"))
TODAY = day("2026-04-01")
MARCH = (day("2026-03-01"), day("2026-04-01"))


def shift(start: str, end: str, who: str | None = "anna", **fields: object) -> Shift:
    given_: dict[str, object] = {"id": f"{who}-{start}", "state": ShiftState.WORKED, **fields}
    return Shift(planned_start=moment(start), planned_end=moment(end), helper=who, **given_)  # type: ignore[arg-type]


def decision(one: Shift, fate: Fate, payer: Payer = Payer.MUNICIPALITY) -> StayShift:
    return StayShift(
        stay="stay",
        helper=str(one.helper),
        shift_start=one.planned_start,
        shift_end=one.planned_end,
        fate=fate,
        payer=payer,
    )


def test_hours_that_the_region_pays_stand_apart_and_are_traced_nowhere_else() -> None:
    own = shift("2026-03-09T07:00", "2026-03-09T15:00")
    there = shift("2026-03-10T07:00", "2026-03-10T15:00", worked_end=moment("2026-03-10T17:00"))
    rows = [stint(own), stint(there)]
    others = paid_elsewhere(rows, [decision(there, Fate.COMES_ALONG, Payer.REGION)])
    counted = Ledger(today=TODAY, stints=rows, elsewhere=others)
    found = report(counted, MARCH)
    assert found.minutes(Measure.WORKED) == found.minutes(Measure.PLANNED) == 8 * 60
    assert found.elsewhere(Measure.WORKED) == 10 * 60
    assert found.elsewhere(Measure.PLANNED) == 8 * 60
    assert [one.id for one in shares(counted, Measure.WORKED, *MARCH)] == [own.id]


def test_only_who_works_and_is_paid_by_others_uses_no_hours() -> None:
    one = shift("2026-03-10T07:00", "2026-03-10T15:00")
    for fate in Fate:
        for payer in Payer:
            found = paid_elsewhere([stint(one)], [decision(one, fate, payer)])
            expected = fate not in OFF and payer in {Payer.REGION, Payer.OTHER}
            assert bool(found) is expected, (fate, payer)


def test_a_shift_that_was_moved_is_another_one() -> None:
    one = shift("2026-03-10T07:00", "2026-03-10T15:00")
    moved = shift("2026-03-10T08:00", "2026-03-10T15:00", id=one.id)
    made = decision(one, Fate.COMES_ALONG, Payer.REGION)
    assert not paid_elsewhere([stint(moved)], [made])
    assert [found for _shift, found in concerned(STAY, [moved], [made], TODAY)] == [None]


def test_what_is_called_off_in_a_stay_leaves_no_hole_but_only_there() -> None:
    off = [
        shift(f"2026-03-{number}T00:00", f"2026-03-{number + 1}T00:00", state=ShiftState.CANCELLED)
        for number in (10, 12)
    ]
    rows = as_if_there([stint(one) for one in off], [STAY], TODAY)
    grants = [grant("2026-01-01", round_the_clock())]
    assert not holes(grants, rows, day("2026-03-10"), day("2026-03-11"))
    assert holes(grants, rows, day("2026-03-12"), day("2026-03-13"))


def test_the_region_pays_only_for_those_who_come_along_and_only_when_it_said_so() -> None:
    assert payer_for(Fate.COMES_ALONG, Answer.YES) is Payer.REGION
    for fate in Fate:
        for answer in (Answer.NO, Answer.UNKNOWN):
            assert payer_for(fate, answer) is Payer.MUNICIPALITY
    assert payer_for(Fate.SENT_HOME, Answer.YES) is Payer.MUNICIPALITY


def test_what_a_decision_called_off_takes_place_without_it_and_nothing_else_does() -> None:
    off = shift("2026-03-10T07:00", "2026-03-10T15:00", state=ShiftState.CANCELLED)
    assert undecided(off, decision(off, Fate.SENT_HOME)).state is ShiftState.PLANNED
    assert undecided(off, decision(off, Fate.COMES_ALONG)) is off


def test_a_shift_called_off_before_and_one_nobody_has_are_not_asked_about() -> None:
    off = shift("2026-03-10T07:00", "2026-03-10T15:00", state=ShiftState.CANCELLED)
    nobodys = shift("2026-03-10T15:00", "2026-03-10T23:00", None, state=ShiftState.PLANNED)
    assert not [*concerned(STAY, [off, nobodys], [], TODAY)]
    found = [*concerned(STAY, [off], [decision(off, Fate.SENT_HOME)], TODAY)]
    assert [one.id for one, _decision in found] == [off.id]


@given(
    st.integers(0, 400), st.integers(0, 30), st.integers(-30, 30), st.one_of(st.none(), st.just(1))
)
def test_a_stay_is_whole_days_on_the_wall_clock(
    start: int, length: int, later: int, goes_on: int | None
) -> None:
    """Over both changes of the clock a shift of the day before or after is not in it."""
    first = day("2026-01-01") + dt.timedelta(days=start)
    last = first + dt.timedelta(days=length)
    stay = HospitalStay(id="s", first_day=first, last_day=None if goes_on else last)
    span = stay_span(stay, first + dt.timedelta(days=later))
    assert span[0] < span[1]
    if not goes_on:
        midnight = dt.datetime.combine(last + dt.timedelta(days=1), dt.time())
        after = Shift(
            id="after",
            planned_start=midnight,
            planned_end=midnight + dt.timedelta(hours=8),
            helper="a",
        )
        inside = Shift(
            id="inside",
            planned_start=midnight - dt.timedelta(hours=1),
            planned_end=midnight,
            helper="a",
        )
        assert [one.id for one, _found in concerned(stay, [after, inside], [], first)] == ["inside"]
