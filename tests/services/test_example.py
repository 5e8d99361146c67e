from __future__ import annotations

import datetime as dt
import random
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum.dk import cpr

from bpa_desktop.domain.absence import CHILD_KINDS, Absence, AbsenceKind
from bpa_desktop.domain.activity import ActivityItem, Category, DayPart
from bpa_desktop.domain.clock import WallTime, day_of, instant, overlap, shown, wall
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.coverage import holes
from bpa_desktop.domain.declined import Declined
from bpa_desktop.domain.grant import Grant, Per
from bpa_desktop.domain.granted import granted
from bpa_desktop.domain.kinds import Area, HourKind, Weekday
from bpa_desktop.domain.pattern import RosterPattern
from bpa_desktop.domain.people import Fit, Helper, Position
from bpa_desktop.domain.record import all_problems, fields_of
from bpa_desktop.domain.roll_out import is_deviation, occurrences
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import LegalBasis, Scheme
from bpa_desktop.domain.stints import stint
from bpa_desktop.domain.wishes import wish_findings
from bpa_desktop.services.catalogue import TYPES
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.example import example_records, write_example
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.pay_changes import pay_changes
from bpa_desktop.services.pay_corrections import is_settled
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.session import make
from bpa_desktop.storage import keys
from bpa_desktop.storage.interchange import dump, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

    T = TypeVar("T", bound=Record)

pytestmark = pytest.mark.usefixtures("uncounted")
TODAY = dt.date(2026, 3, 16)
DAY = dt.timedelta(days=1)
REST = 11 * 60
WINDOW = 24 * 60
KEY = keys.parse("DEM2-NYED-EM2N-YEDE-M2NY-EDEM-2NRT")
NAMES = {
    "Anna Nielsen": "AN",
    "Bo Olsen": "BO",
    "Carla Holm": "CA",
    "Dina Berg": "DI",
    "Elias Lund": "EL",
    "Freja Dal": "FR",
    "Gorm Skov": "GO",
}

_TURNING_POINTS = (
    dt.date(2026, 3, 28),
    dt.date(2026, 3, 29),
    dt.date(2026, 3, 30),
    dt.date(2026, 10, 24),
    dt.date(2026, 10, 25),
    dt.date(2026, 12, 31),
    dt.date(2027, 1, 1),
    dt.date(2028, 2, 29),
)


_FIRST, _DAYS = dt.date(2025, 1, 1), 4 * 365
SOME_DAYS = tuple(_FIRST + step * DAY for step in random.sample(range(_DAYS), 6))
"""Others in every run, and the same for all tests of it: to make an example takes a while."""


def on_any_day(test: Callable[[dt.date], None]) -> Callable[[], None]:
    tried = settings(max_examples=6, deadline=None)(given(st.sampled_from(SOME_DAYS))(test))
    for day in _TURNING_POINTS:
        tried = example(day)(tried)
    return tried


@lru_cache(maxsize=128)
def records(today: dt.date = TODAY) -> tuple[Record, ...]:
    return example_records(today)


def of(kind: type[T], today: dt.date = TODAY) -> list[T]:
    return [record for record in records(today) if isinstance(record, kind)]


@lru_cache(maxsize=128)
def work(today: dt.date = TODAY) -> dict[str, list[tuple[int, int, Shift]]]:
    """By helper every stretch of work in order, in instants, with its shift."""
    found: dict[str, list[tuple[int, int, Shift]]] = defaultdict(list)
    for shift in of(Shift, today):
        if shift.helper and shift.state is not ShiftState.CANCELLED:
            found[shift.helper].append((*shift.actual, shift))
    return {helper: sorted(own, key=lambda one: one[:2]) for helper, own in found.items()}


def too_little_rest(own: list[tuple[int, int, Shift]]) -> Iterator[Shift]:
    """The shifts of one helper at whose end no 11 hours lay free in the 24 hours before."""
    for index, (_start, end, shift) in enumerate(own):
        since = end - WINDOW
        near = [one[:2] for one in own[max(0, index - 4) : index + 1] if one[1] > since]
        edges = [(since, since), *near]
        if max(later[0] - earlier[1] for earlier, later in pairwise(edges)) < REST:
            yield shift


def holes_ahead(today: dt.date) -> list[tuple[dt.datetime, dt.datetime, HourKind]]:
    stints = [stint(shift) for shift in of(Shift, today)]
    found = holes(of(Grant, today), stints, today, today + 14 * DAY)
    return [(wall(hole.start), wall(hole.end), hole.kind) for hole in found]


def test_same_day_gives_same_records_and_another_day_others() -> None:
    assert example_records(TODAY) == example_records(TODAY)
    assert example_records(TODAY) != example_records(TODAY + DAY)


def test_counts() -> None:
    counts = Counter(type(record) for record in records())
    assert counts[Scheme] == 1
    assert counts[Helper] == 7
    assert counts[Grant] == 2
    assert 1900 <= counts[Shift] <= 2300
    assert 30 <= counts[Absence] <= 45
    assert 18 <= counts[ActivityItem] <= 24


def test_scheme() -> None:
    (scheme,) = of(Scheme)
    assert scheme.citizen_name == "Eksempel Eksempelsen"
    assert scheme.address == "Eksempelvej 1, 2635 Ishøj"
    assert (scheme.municipality, scheme.case_number) == ("Ishøj", "24/1234")
    assert scheme.legal_basis is LegalBasis.SECTION_96


def test_helpers_are_the_seven_of_whom_two_are_substitutes() -> None:
    helpers = of(Helper)
    assert {helper.name: helper.initials for helper in helpers} == NAMES
    substitutes = [one.first_name for one in helpers if one.position is Position.SUBSTITUTE]
    assert substitutes == ["Freja", "Gorm"]
    assert len({helper.phone for helper in helpers}) == 7
    assert all(one.employments[0].agreed_minutes_per_week for one in helpers)


def test_one_helper_left_and_one_began() -> None:
    employments = {one.first_name: one.employments[0] for one in of(Helper)}
    left = [name for name, period in employments.items() if period.last_day is not None]
    since = TODAY - 18 * 30 * DAY
    began = [name for name, period in employments.items() if period.first_day > since]
    assert (left, began) == (["Elias"], ["Dina"])
    assert 85 * DAY <= TODAY - employments["Dina"].first_day <= 125 * DAY


def test_two_grants_with_a_change_in_between() -> None:
    first, second = of(Grant)
    assert first.valid_to == second.valid_from - DAY
    assert second.valid_to is None
    assert 180 * DAY < TODAY - second.valid_from < 245 * DAY
    assert second.received_date is not None
    assert second.received_date < second.valid_from
    assert {line.area for line in first.lines} == {Area.CARE, Area.COHERENCE}
    assert {line.area for line in second.lines} == set(Area)
    for grant in (first, second):
        kinds = {line.kind for line in grant.lines}
        assert {HourKind.STAFF_MEETING, HourKind.MUS, HourKind.TRAINING} < kinds


@pytest.mark.parametrize(
    ("index", "week"), [(0, (168 * 60, 4 * 60)), (1, (168 * 60, (6 + 4) * 60))]
)
def test_granted_in_a_week(index: int, week: tuple[int, int]) -> None:
    grant = of(Grant)[index]
    given_week = granted([grant], grant.valid_from, grant.valid_from + 7 * DAY)
    assert (given_week[HourKind.BASIS], given_week[HourKind.TWO_HELPERS]) == week


def test_granted_in_a_year() -> None:
    second = of(Grant)[1]
    year = granted([second], dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert year[HourKind.STAFF_MEETING] == 6 * 4 * 60
    assert year[HourKind.MUS] == 4 * 60
    bath = [line for line in second.lines if line.kind is HourKind.TWO_HELPERS and line.is_placed]
    assert [line.weekdays for line in bath] == [(Weekday.TUESDAY, Weekday.FRIDAY)]
    assert bath[0].per is Per.DAY


@on_any_day
def test_cpr_numbers_cannot_belong_to_anyone(today: dt.date) -> None:
    people = [(helper.cpr, helper.birth_date) for helper in of(Helper, today)]
    people.append((of(Scheme, today)[0].citizen_cpr, None))
    assert len({number for number, _born in people}) == 8
    for number, born in people:
        assert cpr.is_valid(number)
        assert number.endswith("0000")
        assert cpr.checksum(number) != 0
        assert not number.startswith("0101")
        assert born in {None, cpr.get_birth_date(number)}


@on_any_day
def test_everyone_is_grown_up_when_they_begin(today: dt.date) -> None:
    for helper in of(Helper, today):
        first = min(period.first_day for period in helper.employments)
        assert helper.birth_date is not None
        assert helper.birth_date < first.replace(year=first.year - 18, day=1)


@on_any_day
def test_every_record_is_sound(today: dt.date) -> None:
    found = records(today)
    assert [(one.id, problem) for one in found for problem in all_problems(one)] == []
    ids = Counter((one.type_name, one.id) for one in found)
    assert set(ids.values()) == {1}
    for one in found:
        for field in fields_of(type(one)):
            value = getattr(one, field.name)
            if field.about.refers_to is not None and value is not None:
                assert (field.about.refers_to, value) in ids


@on_any_day
def test_no_shift_begins_or_ends_at_a_time_the_clock_skips_or_repeats(today: dt.date) -> None:
    times = {
        time for one in of(Shift, today) for time in (one.planned_start, one.planned_end, *one.used)
    }
    assert [time for time in times if shown(time) is not WallTime.ONCE] == []


@on_any_day
def test_roster_reaches_from_eighteen_months_back_to_eight_weeks_ahead(today: dt.date) -> None:
    starts = [shift.planned_start.date() for shift in of(Shift, today)]
    assert 547 * DAY <= today - min(starts) <= 582 * DAY
    assert 56 * DAY <= max(starts) - today <= 63 * DAY


@on_any_day
def test_todays_shifts_are_anna_bo_and_carla_and_not_worked_yet(today: dt.date) -> None:
    found = [
        (f"{one.planned_start:%H}-{one.planned_end:%H}", one.helper, one.state)
        for one in of(Shift, today)
        if one.planned_start.date() == today and one.kind is HourKind.BASIS
    ]
    assert found == [
        ("07-15", "helper-anna", ShiftState.PLANNED),
        ("15-23", "helper-bo", ShiftState.PLANNED),
        ("23-07", "helper-carla", ShiftState.PLANNED),
    ]


@on_any_day
def test_the_roster_pattern_is_what_the_coming_turns_were_rolled_out_from(today: dt.date) -> None:
    (pattern,) = of(RosterPattern, today)
    made = [one for one in of(Shift, today) if one.rolled_out]
    end = max(one.planned_start.date() for one in made) + DAY
    asked = {(one.start, one.end, one.helper) for one in occurrences(pattern, today, end)}
    assert {(one.start, one.end, one.helper) for each in made for one in each.rolled_out} == asked
    assert 8 * 7 * 3 <= len(made) == len(asked)
    deviations = [one for one in made if is_deviation(one)]
    assert 3 <= len(deviations) < len(made) / 4


@on_any_day
def test_two_holes_in_the_fortnight_ahead_and_no_other(today: dt.date) -> None:
    (evening, evening_end, kind), (morning, morning_end, other_kind) = holes_ahead(today)
    assert kind is other_kind is HourKind.BASIS
    assert (evening, evening_end.hour) == (dt.datetime.combine(today + 3 * DAY, dt.time(15)), 23)
    assert (morning.hour, morning_end.hour) == (7, 15)
    assert morning.date() - today in {11 * DAY, 12 * DAY, 13 * DAY}


@on_any_day
def test_exactly_one_rest_is_too_short_and_it_lies_ahead(today: dt.date) -> None:
    found = [shift for own in work(today).values() for shift in too_little_rest(own)]
    assert len(found) == 1
    shift = found[0]
    assert today < shift.planned_start.date() < today + 14 * DAY
    assert shift.kind is HourKind.BASIS
    assert shift.planned_start.hour == 7


@on_any_day
def test_nobody_is_in_two_places(today: dt.date) -> None:
    for own in work(today).values():
        assert all(later[0] >= earlier[1] for earlier, later in pairwise(own))


@on_any_day
def test_nobody_works_while_away_or_not_employed(today: dt.date) -> None:
    away: dict[str, list[Span]] = defaultdict(list)
    for absence in of(Absence, today):
        away[absence.helper].append(absence.span(today))
    helpers = {helper.id: helper for helper in of(Helper, today)}
    for name, own in work(today).items():
        for start, end, shift in own:
            assert not any(overlap((start, end), span) for span in away[name]), shift.id
            assert helpers[name].is_employed(day_of(start)), shift.id
            assert helpers[name].is_employed(day_of(end - 1)), shift.id


@on_any_day
def test_a_shift_is_worked_when_it_was_over_before_today(today: dt.date) -> None:
    midnight = dt.datetime.combine(today, dt.time())
    for shift in of(Shift, today):
        if shift.helper is None or shift.planned_end > midnight:
            assert shift.state is not ShiftState.WORKED
        else:
            assert shift.state is not ShiftState.PLANNED


@on_any_day
def test_absences_fit_the_employment_and_never_overlap(today: dt.date) -> None:
    helpers = {helper.id: helper for helper in of(Helper, today)}
    spans: dict[str, list[Span]] = defaultdict(list)
    for absence in of(Absence, today):
        assert absence.last_day is not None
        assert helpers[absence.helper].is_employed(absence.first_day)
        assert helpers[absence.helper].is_employed(absence.last_day)
        assert (absence.child_birth_date is not None) == (absence.kind in CHILD_KINDS)
        spans[absence.helper].append(absence.span(today))
    for own in spans.values():
        assert all(later[0] >= earlier[1] for earlier, later in pairwise(sorted(own)))


@on_any_day
def test_every_absence_costs_a_shift_that_somebody_else_was_asked_for(today: dt.date) -> None:
    covered = [shift for shift in of(Shift, today) if shift.stands_in_for]
    for absence in of(Absence, today):
        span = absence.span(today)
        own = [one for one in covered if one.stands_in_for == absence.helper]
        assert any(overlap(one.planned, span) for one in own), absence.id


@on_any_day
def test_the_roster_keeps_what_the_helpers_have_said(today: dt.date) -> None:
    people = of(Helper, today)
    assert {wish.fit for one in people for wish in one.availability} == set(Fit)
    coming = [
        stint(one)
        for one in of(Shift, today)
        if today <= one.planned_start.date() < today + 14 * DAY
    ]
    assert not wish_findings(coming, people, of(Absence, today), (), rulebook())


@on_any_day
def test_somebody_was_asked_in_vain_and_then_somebody_else_came(today: dt.date) -> None:
    refusals = of(Declined, today)
    assert len(refusals) == 3
    stood_in = {
        (one.planned_start, one.planned_end): one.helper
        for one in of(Shift, today)
        if one.stands_in_for
    }
    for one in refusals:
        assert stood_in[one.shift_start, one.shift_end] not in {None, one.helper}
        assert one.asked_on < today


@on_any_day
def test_what_the_next_weeks_bring(today: dt.date) -> None:
    coming = [
        one
        for one in of(Absence, today)
        if today < one.first_day <= today + 7 * DAY and one.kind is AbsenceKind.HOLIDAY
    ]
    assert [one.helper for one in coming] == ["helper-anna"]
    (scheme,) = of(Scheme, today)
    assert scheme.next_visit is not None
    assert 50 * DAY <= scheme.next_visit - today <= 75 * DAY
    assert scheme.next_visit.weekday() == 2
    assert (scheme.next_visit.month, scheme.next_visit.day) not in {(12, 24), (12, 25), (1, 1)}


@on_any_day
def test_the_last_three_months_hold_what_a_municipality_asks_about(today: dt.date) -> None:
    since = today - 90 * DAY
    recent = [one for one in of(Shift, today) if since <= one.planned_start.date() < today]
    missed = [one for one in recent if one.helper is None and one.kind is HourKind.BASIS]
    assert missed
    assert all(one.deviation for one in missed)
    assert any(one.state is ShiftState.CANCELLED for one in recent)
    moved = [one for one in recent if one.worked_start or one.worked_end]
    assert len(moved) >= 4
    assert all(one.deviation for one in moved)
    assert any(one.deviation == "Hospitalsbesøg: hjælperen gik kl. 11." for one in moved)
    kinds = {one.kind for one in recent}
    assert {HourKind.STAFF_MEETING, HourKind.COURSE, HourKind.TWO_HELPERS} < kinds
    assert HourKind.TRAINING in {one.kind for one in of(Shift, today)}


def test_christmas_moves_the_visit() -> None:
    assert of(Scheme, dt.date(2025, 10, 29))[0].next_visit == dt.date(2026, 1, 7)
    assert of(Scheme, dt.date(2026, 3, 16))[0].next_visit == dt.date(2026, 5, 13)


@pytest.mark.parametrize("first", ["helper-anna", "helper-elias", "helper-carla"])
def test_staff_meetings_have_several_at_once(first: str) -> None:
    meetings = [one for one in of(Shift) if one.kind is HourKind.STAFF_MEETING]
    by_time: dict[dt.datetime, set[str | None]] = defaultdict(set)
    for one in meetings:
        by_time[one.planned_start].add(one.helper)
    assert all(len(group) >= 2 for group in by_time.values())
    assert any(first in group for group in by_time.values())


def test_handovers_fit_together() -> None:
    worked = [one for one in of(Shift) if one.kind is HourKind.BASIS]
    ends = {one.worked_end for one in worked if one.worked_end and one.worked_end.hour != 11}
    assert len(ends) >= 10
    assert ends == {one.worked_start for one in worked if one.worked_start}


def test_kinds_of_absence() -> None:
    kinds = {one.kind for one in of(Absence)}
    assert {
        AbsenceKind.SICKNESS,
        AbsenceKind.CHILD_FIRST_SICK_DAY,
        AbsenceKind.CHILD_CARE_DAY,
        AbsenceKind.HOLIDAY,
        AbsenceKind.PARENTAL_LEAVE,
        AbsenceKind.AGREED_DAY_OFF,
    } == kinds
    assert any(one.from_time and one.to_time for one in of(Absence))
    leave = next(one for one in of(Absence) if one.kind is AbsenceKind.PARENTAL_LEAVE)
    assert leave.last_day == leave.first_day + 8 * 7 * DAY - DAY


def test_activities_come_to_the_need_of_a_week() -> None:
    items = of(ActivityItem)
    assert sum(item.minutes_per_week for item in items) == (168 + 6 + 4) * 60
    bath = next(item for item in items if item.helpers_needed == 2)
    assert bath.weekdays == (Weekday.TUESDAY, Weekday.FRIDAY)
    assert bath.second_helper_reason
    night = [item for item in items if item.day_part is DayPart.NIGHT]
    assert sum(item.minutes_per_week for item in night) == 7 * 8 * 60
    assert {Category.PERSONAL_CARE, Category.MONITORING, Category.ACCOMPANIMENT} < {
        item.category for item in items
    }


def test_activities_are_told_in_words_and_times_fit_minutes() -> None:
    for item in of(ActivityItem):
        assert item.own_part
        assert item.helper_part
        if item.from_time and item.to_time and item.day_part is not DayPart.NIGHT:
            span = instant(dt.datetime.combine(TODAY, item.to_time)) - instant(
                dt.datetime.combine(TODAY, item.from_time)
            )
            assert span == item.minutes_per_occurrence, item.activity


def test_private_notes_stand_in_no_field_a_document_shows() -> None:
    items = of(ActivityItem)
    notes = [item.private_note for item in items if item.private_note]
    assert len(notes) >= 3
    shown_texts = " ".join(
        str(getattr(item, field.name))
        for item in items
        for field in fields_of(ActivityItem)
        if field.name != "private_note"
    )
    assert not any(note in shown_texts for note in notes)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with make(tmp_path_factory.mktemp("example") / "eksempel.bpa", KEY, today=TODAY) as session:
        write_example(session)
        yield session


def all_in(session: Session) -> set[Record]:
    return {one for kind in TYPES.values() for one in session.records.all(kind)}


def unlocked(found: Iterable[Record]) -> set[Record]:
    return {replace(one, pay=()) if isinstance(one, ClosedMonth) else one for one in found}


def test_is_written_as_one_action_and_taken_back_as_one(written: Session) -> None:
    before = all_in(written)
    assert len(written.records.journal.entries()) == 1
    assert unlocked(before) == set(records())
    written.undo()
    assert all(written.records.count(kind) == 0 for kind in TYPES.values())
    written.redo()
    assert all_in(written) == before


def test_the_pay_of_closed_months_is_locked_as_the_program_would_lock_it(written: Session) -> None:
    closed = written.records.all(ClosedMonth)
    assert len(closed) == 18
    assert all(is_settled(one) for one in closed)
    assert pay_changes(written) == ()
    first = min(closed, key=lambda one: one.month)
    found = month_pay(written, month_of(first.first))
    assert sum(line.amount for line in first.pay) == sum(one.amount or 0 for one in found)


def test_pay_and_levies_can_be_reckoned_for_everybody_in_every_month(written: Session) -> None:
    for first in (dt.date(2024, 10, 1), dt.date(2026, 3, 1)):
        found = month_pay(written, month_of(first))
        assert found
        assert not any(one.missing or one.levies.missing for one in found)


def test_survives_an_export_and_an_import(written: Session) -> None:
    text = dump(written.records)
    assert set(load(text.encode(), TYPES, frozenset({"scheme"}))) == all_in(written)
