from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.kinds import WEEK as DAYS
from bpa_desktop.domain.pattern import WEEKS, PatternLine, RosterPattern
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roll_out import is_deviation, occurrences
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.i18n import speaking
from bpa_desktop.services import keeping, many_shifts, rolling, rostering
from bpa_desktop.services.laying import first_names, reason
from bpa_desktop.services.reading import shifts
from bpa_desktop.services.rolling import (
    change_from,
    foreseen,
    lines_of,
    next_first,
    pattern_from_weeks,
    roll_out,
    told_rolled_out,
)
from bpa_desktop.storage.operation import Operation
from tests.counting import not_counting
from tests.domain.builders import moment, time
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
NEXT = TODAY + WEEK


def line(week: int, day: int, start: str, end: str, who: str | None) -> PatternLine:
    return PatternLine(
        week=WEEKS[week], weekday=DAYS[day], from_time=time(start), to_time=time(end), helper=who
    )


LINES = (
    *(line(0, day, "07:00", "15:00", "anna") for day in range(5)),
    *(line(1, day, "07:00", "15:00", "bo") for day in range(5)),
    line(0, 5, "23:00", "07:00", "carla"),
    line(1, 6, "09:00", "09:00", None),
)
PATTERN = RosterPattern(id="p", starts_on=TODAY, weeks=WEEKS[1], lines=LINES)
IN_TWO_WEEKS = len(LINES)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, PATTERN)
        yield opened


def kept(session: Session) -> RosterPattern:
    return session.records.get(RosterPattern, "p")


def roster(session: Session) -> list[Shift]:
    return sorted(session.records.all(Shift), key=lambda one: (one.planned_start, one.id))


def at(session: Session, start: str) -> Shift:
    (found,) = [one for one in roster(session) if one.planned_start == moment(f"2026-{start}")]
    return found


def test_eight_weeks_are_one_action_and_undo_takes_them_back_whole(session: Session) -> None:
    before, steps = everything(session), len(session.records.journal.entries())
    laying = roll_out(session, PATTERN, NEXT, 8)
    assert laying.made == 4 * IN_TWO_WEEKS == len(roster(session))
    assert len(session.records.journal.entries()) == steps + 1
    with speaking("da"):
        assert session.undo_text() == "rul 8 uger ud"
    session.undo()
    assert everything(session) == before
    session.redo()
    assert len(roster(session)) == 4 * IN_TWO_WEEKS


def test_a_year_is_one_action(session: Session) -> None:
    before = everything(session)
    laying = roll_out(session, PATTERN, TODAY, 52)
    slots = list(occurrences(PATTERN, TODAY, TODAY + 52 * WEEK))
    assert laying.made == len(slots) == len(roster(session))
    assert roster(session)[-1].planned_start >= moment("2027-03-08 00:00")
    session.undo()
    assert everything(session) == before


def test_twice_is_as_once_and_says_so(session: Session) -> None:
    roll_out(session, PATTERN, NEXT, 8)
    before = everything(session)
    again = roll_out(session, PATTERN, NEXT, 8)
    assert again.is_empty
    assert everything(session) == before
    with speaking("en"):
        assert told_rolled_out(again) == "Nothing new comes. Everything is there already."


def test_a_roll_out_cut_short_changes_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(session)
    saved: list[Shift] = []
    save = Operation._save

    def cancelled(operation: Operation, record: Shift, *more: Any) -> Shift:
        saved.append(record)
        if len(saved) == 20:
            operation.flush()
            raise KeyboardInterrupt
        return save(operation, record, *more)

    monkeypatch.setattr(Operation, "_save", cancelled)
    with pytest.raises(KeyboardInterrupt):
        roll_out(session, PATTERN, NEXT, 8)
    monkeypatch.undo()
    assert len(saved) == 20
    assert everything(session) == before


def test_what_collides_is_unfilled_with_its_reason_and_filled_once_nothing_speaks_against_it(
    session: Session,
) -> None:
    away = Absence(
        id="away", helper="anna", first_day=dt.date(2026, 3, 30), last_day=dt.date(2026, 3, 31)
    )
    lay(session, away)
    laying = roll_out(session, PATTERN, NEXT, 2)
    assert [one.slot.start.day for one in laying.open] == [29, 30, 31]
    nobody, monday, _tuesday = laying.open
    assert (nobody.why, monday.why and monday.why.code) == (None, Code.DURING_ABSENCE)
    with speaking("en"):
        assert reason(monday, first_names(session)) == "Anna is away"
        assert told_rolled_out(laying).startswith("12 shifts made, 3 are unfilled.")
    unfilled = at(session, "03-30 07:00")
    assert (unfilled.helper, unfilled.stands_in_for) == (None, None)
    assert not is_deviation(unfilled)
    assert roll_out(session, PATTERN, NEXT, 2).is_empty
    with session.operation("back") as operation:
        operation.delete(Absence, "away")
    assert roll_out(session, PATTERN, NEXT, 2).changed == 2
    assert at(session, "03-30 07:00").helper == "anna"


def test_a_helper_who_leaves_in_the_middle_of_a_night(session: Session) -> None:
    carla = session.records.get(Helper, "carla")
    last = Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 4, 4))
    lay(session, replace(carla, employments=(last,)))
    laying = roll_out(session, PATTERN, NEXT, 2)
    found = [one for one in laying.open if one.why is not None]
    assert [one.slot.start for one in found] == [moment("2026-04-04 23:00")]
    with speaking("en"):
        assert reason(found[0], first_names(session)) == "Carla is not employed then"


@pytest.mark.parametrize(
    "change",
    [
        lambda session, one: rostering.give_to(session, one, "dina"),
        lambda session, one: rostering.give_to(session, one, None),
        lambda session, one: rostering.shift_start(session, one, 30),
        rostering.cancel,
        lambda session, one: session.save(
            replace(
                one,
                planned_start=moment("2026-06-16 07:00"),
                planned_end=moment("2026-06-16 15:00"),
            ),
            "move",
        ),
        rostering.delete_shift,
        keeping.discard,
        lambda session, one: many_shifts.delete(session, [one]),
    ],
)
def test_what_was_changed_later_survives_until_it_is_taken_back(
    session: Session, change: Any
) -> None:
    roll_out(session, PATTERN, NEXT, 8)
    plain = [(one.planned_start, one.helper) for one in roster(session)]
    change(session, at(session, "04-02 07:00"))
    after = everything(session)
    assert roll_out(session, kept(session), NEXT, 8).is_empty
    assert everything(session) == after
    laying = roll_out(session, kept(session), NEXT, 8, take_back=True)
    assert laying.made + laying.changed == 1
    assert [(one.planned_start, one.helper) for one in roster(session)] == plain
    assert not kept(session).left_out
    session.undo()
    assert everything(session) == after


def test_a_note_survives_both(session: Session) -> None:
    roll_out(session, PATTERN, NEXT, 2)
    noted = session.save(replace(at(session, "03-23 07:00"), note="Husk nøglen."), "note")
    edited = replace(PATTERN, lines=tuple(replace(one, to_time=time("16:00")) for one in LINES))
    assert roll_out(session, edited, NEXT, 1).kept == 1
    assert at(session, "03-23 07:00") == noted
    roll_out(session, edited, NEXT, 1, take_back=True)
    again = at(session, "03-23 07:00")
    assert (again.note, again.planned_end.hour) == ("Husk nøglen.", 16)


def test_undo_of_a_deletion_lets_the_pattern_make_the_shift_again(session: Session) -> None:
    roll_out(session, PATTERN, NEXT, 1)
    before = everything(session)
    rostering.delete_shift(session, at(session, "03-23 07:00"))
    assert len(kept(session).left_out) == 1
    session.undo()
    assert everything(session) == before
    assert not kept(session).left_out


def test_shifts_there_already_stay_and_only_free_slots_are_filled(session: Session) -> None:
    by_hand = shift("03-23 08:00", "03-23 15:00", "bo")
    lay(session, by_hand)
    laying = roll_out(session, PATTERN, NEXT, 1)
    assert laying.filled == 1
    assert [one for one in roster(session) if one.planned_start.day == 23] == [by_hand]
    with speaking("en"):
        assert "1 shift was there already and stays." in told_rolled_out(laying)


def test_two_patterns_at_a_time_leave_each_other_alone(session: Session) -> None:
    other = RosterPattern(id="q", starts_on=TODAY, lines=(line(0, 0, "07:00", "15:00", "dina"),))
    lay(session, other)
    roll_out(session, PATTERN, NEXT, 2)
    assert roll_out(session, other, NEXT, 2).made == 2
    assert roll_out(session, PATTERN, NEXT, 2).is_empty


def test_a_pattern_that_goes_on_after_another_takes_its_shifts_over(session: Session) -> None:
    roll_out(session, PATTERN, NEXT, 4)
    lay(session, replace(PATTERN, ends_on=dt.date(2026, 4, 5)))
    new = RosterPattern(
        id="q", starts_on=dt.date(2026, 4, 6), lines=(line(0, 0, "10:00", "18:00", "dina"),)
    )
    lay(session, new)
    laying = roll_out(session, new, dt.date(2026, 4, 6), 2)
    left = [one for one in roster(session) if one.planned_start.date() >= new.starts_on]
    assert [one.planned_start.hour for one in left] == [10, 10]
    assert len(laying.removed) + laying.changed >= 10


def test_a_change_from_a_day_on_leaves_the_past_and_deviations_alone(session: Session) -> None:
    roll_out(session, PATTERN, NEXT, 6)
    rostering.give_to(session, at(session, "04-20 07:00"), "dina")
    before = everything(session)
    past = [one for one in roster(session) if one.planned_start < moment("2026-04-13 00:00")]
    later = tuple(
        replace(one, from_time=time("08:00"), to_time=time("16:00"))
        if one.from_time == time("07:00")
        else one
        for one in LINES
    )
    change_from(session, PATTERN, dt.date(2026, 4, 13), later)
    found = roster(session)
    assert [one for one in found if one.planned_start < moment("2026-04-13 00:00")] == past
    assert at(session, "04-14 08:00").helper == "anna"
    assert at(session, "04-20 07:00").helper == "dina"
    old, new = sorted(session.records.all(RosterPattern), key=lambda one: one.starts_on)
    assert (old.ends_on, new.starts_on) == (dt.date(2026, 4, 12), dt.date(2026, 4, 13))
    assert len(found) == 3 * IN_TWO_WEEKS
    session.undo()
    assert everything(session) == before


def test_a_change_in_the_middle_of_a_turn_goes_on_in_the_same_week(session: Session) -> None:
    change_from(session, PATTERN, dt.date(2026, 3, 23), LINES)
    (_old, new) = sorted(session.records.all(RosterPattern), key=lambda one: one.starts_on)
    days = dt.date(2026, 3, 23), dt.date(2026, 5, 18)
    assert set(occurrences(new, *days)) == set(occurrences(PATTERN, *days))


def test_weeks_become_a_pattern_that_makes_them_again(session: Session) -> None:
    lay(
        session,
        *days_and_evenings("anna", "03-02", 7, "07:00", "15:00"),
        *days_and_evenings("bo", "03-09", 7, "23:00", "07:00"),
        shift("03-03 16:00", "03-03 20:00", "dina", stands_in_for="carla"),
        shift("03-04 16:00", "03-04 20:00", "dina", state=ShiftState.CANCELLED),
    )
    pattern = pattern_from_weeks(session, dt.date(2026, 3, 2), 2)
    assert (pattern.length, len(pattern.lines)) == (2, 15)
    found = list(occurrences(pattern, dt.date(2026, 3, 2), dt.date(2026, 3, 16)))
    assert [(one.start, one.end) for one in found] == [
        (one.planned_start, one.planned_end)
        for one in shifts(session, dt.date(2026, 3, 2), dt.date(2026, 3, 16))
        if one.state is ShiftState.PLANNED
    ]
    assert [one.helper for one in found if one.start.hour == 16] == ["carla"]
    assert lines_of(session, dt.date(2026, 1, 5), 1) == ()


def test_the_next_week_is_the_first_one_that_the_pattern_made_nothing_in(session: Session) -> None:
    assert next_first(session, PATTERN) == NEXT
    roll_out(session, PATTERN, NEXT, 3)
    assert next_first(session, PATTERN) == NEXT + 3 * WEEK
    later = replace(PATTERN, id="q", starts_on=TODAY + 10 * WEEK)
    assert next_first(session, later) == TODAY + 10 * WEEK


def test_what_is_foreseen_is_what_is_made(session: Session) -> None:
    before = everything(session)
    seen = foreseen(session, rolling.Wish(PATTERN, NEXT, 8))
    assert everything(session) == before
    made = roll_out(session, PATTERN, NEXT, 8)
    assert (seen.made, [one.slot for one in seen.open]) == (
        made.made,
        [one.slot for one in made.open],
    )


@not_counting()
@settings(max_examples=12, deadline=None)
@given(st.data())
def test_past_untouched_deviations_kept_and_twice_as_once(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    first = TODAY + data.draw(st.integers(0, 40)) * WEEK
    weeks = data.draw(st.integers(1, 10))
    with open_little(tmp_path_factory.mktemp("rolled")) as session:
        lay(session, PATTERN)
        roll_out(session, PATTERN, TODAY, 60)
        there = roster(session)
        changed = data.draw(st.lists(st.sampled_from(there), max_size=6, unique=True))
        for one in changed:
            session.save(replace(one, kind=data.draw(st.sampled_from(list(type(one.kind))))), "x")
        edited = replace(PATTERN, lines=data.draw(st.lists(st.sampled_from(LINES), unique=True)))
        lay(session, edited)
        before = roster(session)
        roll_out(session, edited, first, weeks)
        after = {one.id: one for one in roster(session)}
        days = first, first + weeks * WEEK
        for one in before:
            inside = days[0] <= one.planned_start.date() < days[1]
            if not inside or is_deviation(one):
                assert after[one.id] == one
        whole = everything(session)
        assert roll_out(session, edited, first, weeks).is_empty
        assert everything(session) == whole
