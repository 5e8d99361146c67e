"""A meeting stands in the roster, and what becomes of it becomes of its shifts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.meeting import Meeting, MeetingState, Participant
from bpa_desktop.domain.meeting_time import own_part
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.meeting_hours import hours_words, meeting_hours, origin_words
from bpa_desktop.services.meetings import (
    call_off,
    hold,
    keep_meeting,
    kept_words,
    meeting_shifts,
    points_of,
)
from bpa_desktop.storage.operation import Refused
from tests.domain.builders import moment
from tests.services.little_roster import everything, helper, lay, open_empty, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture(name="session")
def _session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as session:
        yield session


def meeting(
    day: str = "2026-04-01", start: int = 15, end: int = 17, who: str = "anna bo"
) -> Meeting:
    date = dt.date.fromisoformat(day)
    return Meeting(
        starts_at=dt.datetime.combine(date, dt.time(start)),
        ends_at=dt.datetime.combine(date, dt.time(end)),
        participants=tuple(Participant(helper=one) for one in who.split()),
    )


def of_meetings(session: Session) -> list[Shift]:
    found = session.records.all(Shift)
    return [one for one in found if one.kind is HourKind.STAFF_MEETING]


def test_each_who_takes_part_has_a_shift_of_the_meetings_kind(session: Session) -> None:
    kept = keep_meeting(session, meeting())
    assert {one.helper for one in of_meetings(session)} == {"anna", "bo"}
    assert all(one.planned_start == kept.meeting.starts_at for one in kept.shifts)
    assert kept_words(session, kept) == (
        "Personalemøde 1. april 2026, onsdag 1. april kl. 15:00–17:00. "
        "2 hjælpere har 4 timer i alt i vagtplanen."
    )


def test_a_change_moves_the_shifts_in_the_same_action(session: Session) -> None:
    kept = keep_meeting(session, meeting())
    before = everything(session)
    later = moment("2026-04-02T10:00"), moment("2026-04-02T11:00")
    people = (Participant(helper="bo"), Participant(helper="carla"))
    changed = replace(kept.meeting, starts_at=later[0], ends_at=later[1], participants=people)
    keep_meeting(session, changed)
    found = of_meetings(session)
    assert {one.helper for one in found} == {"bo", "carla"}
    assert {(one.planned_start, one.planned_end) for one in found} == {later}
    session.undo()
    assert everything(session) == before


def test_calling_off_calls_the_shifts_off_and_planning_again_brings_them_back(
    session: Session,
) -> None:
    kept = call_off(session, keep_meeting(session, meeting()).meeting)
    assert {one.state for one in of_meetings(session)} == {ShiftState.CANCELLED}
    assert (
        kept_words(session, kept)
        == "Personalemøde 1. april 2026 er aflyst, og det er vagterne også."
    )
    keep_meeting(session, replace(kept.meeting, state=MeetingState.PLANNED))
    assert {one.state for one in of_meetings(session)} == {ShiftState.PLANNED}


def test_who_is_at_work_takes_part_from_there(session: Session) -> None:
    lay(
        session,
        shift("04-01 07:00", "04-01 16:00", "anna"),
        shift("04-01 15:00", "04-01 23:00", "bo"),
    )
    kept = keep_meeting(session, meeting())
    own = {one.helper: one for one in kept.shifts}
    assert set(own) == {"anna"}
    assert own["anna"].planned_start == moment("2026-04-01T16:00")
    assert "Bo Prøve er på vagt og deltager derfra." in kept_words(session, kept)


def test_a_meeting_that_nobody_takes_part_in_has_no_hours(session: Session) -> None:
    kept = keep_meeting(session, meeting(who=""))
    assert not of_meetings(session)
    assert "Ingen hjælpere deltager" in kept_words(session, kept)


def test_a_held_meeting_was_worked(session: Session) -> None:
    kept = hold(session, keep_meeting(session, meeting("2026-03-12")).meeting)
    assert kept.meeting.state is MeetingState.HELD
    assert {one.state for one in of_meetings(session)} == {ShiftState.WORKED}


def test_a_held_meeting_whose_times_were_others_keeps_its_plan(session: Session) -> None:
    held = hold(session, keep_meeting(session, meeting("2026-03-12")).meeting).meeting
    kept = keep_meeting(session, replace(held, ends_at=held.ends_at.replace(hour=18)))
    assert {(one.planned_end.hour, one.used[1].hour) for one in kept.shifts} == {(17, 18)}


def test_a_shift_that_was_deleted_in_the_roster_stands_in_nobodys_way(session: Session) -> None:
    kept = keep_meeting(session, meeting())
    with session.operation("delete") as operation:
        operation.delete(Shift, kept.shifts[0].id)
    assert len(meeting_shifts(session, kept.meeting)) == 1
    call_off(session, kept.meeting)


def test_an_end_before_the_start_saves_nothing(session: Session) -> None:
    with pytest.raises(Refused):
        keep_meeting(session, meeting(start=17, end=15))
    assert not of_meetings(session)
    assert points_of(session, meeting()) == ()


@pytest.mark.parametrize(("day", "minutes"), [("2026-03-29", 60), ("2026-10-25", 180)])
def test_a_meeting_over_a_clock_change_has_its_real_length(
    session: Session, day: str, minutes: int
) -> None:
    kept = keep_meeting(session, meeting(day, 1, 3, "anna"))
    assert kept.shifts[0].actual[1] - kept.shifts[0].actual[0] == minutes - 0


spans = st.tuples(st.integers(0, 200), st.integers(1, 80)).map(lambda one: (one[0], sum(one)))


@given(spans, st.lists(spans, max_size=4))
def test_the_own_part_lies_in_the_meeting_and_outside_all_work(
    whole: tuple[int, int], busy: list[tuple[int, int]]
) -> None:
    free = set(range(*whole)) - {minute for one in busy for minute in range(*one)}
    part = own_part(whole, busy)
    assert (part is None) == (not free)
    if part is not None:
        assert set(range(*part)) <= free


def granting(hours: int) -> Grant:
    line = GrantLine(kind=HourKind.STAFF_MEETING, minutes=hours * 60, per=Per.YEAR)
    return Grant(id="g", valid_from=dt.date(2026, 1, 1), lines=(line,))


def test_hours_used_stand_against_those_granted(session: Session) -> None:
    lay(session, granting(24))
    hold(session, keep_meeting(session, meeting("2026-03-12")).meeting)
    assert hours_words(meeting_hours(session)) == "Personalemøder: 4 af 24 timer brugt i 2026."


def test_without_a_decision_the_municipalitys_rule_gives_the_hours(session: Session) -> None:
    lay(session, Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"))
    found = meeting_hours(session)
    assert found.granted == 4 * 4 * 60
    assert "4 timer om året for hver af 4 hjælpere" in origin_words(found)


def test_one_helper_has_no_meeting_hours(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        alone = helper("Anna Prøve", employments=(Employment(first_day=dt.date(2020, 1, 1)),))
        lay(session, Scheme(id="s", citizen_name="E", municipality="Brønderslev"), alone)
        found = meeting_hours(session)
        assert found.granted == 0
        assert hours_words(found) == (
            "Med 1 hjælper giver kommunen ingen timer til personalemøder."
        )
