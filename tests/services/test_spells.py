"""A sickness that lasts longer or is over: what becomes of the shifts, and on which day it ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import overlap
from bpa_desktop.domain.record import all_problems
from bpa_desktop.domain.roster import Shift
from bpa_desktop.services import rostering, spells
from bpa_desktop.services.sick_news import back, gave_back, lasts, length_words, was_here
from bpa_desktop.services.spells import Length
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

DAY = dt.timedelta(days=1)
WEEK = days_and_evenings("anna", "03-16", 5, "07:00", "15:00")
EARLY = dt.datetime.combine(TODAY, dt.time(6, 30))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path, EARLY) as opened:
        lay(opened, *WEEK)
        yield opened


def kept(session: Session, record: Shift) -> Shift:
    return session.records.get(Shift, record.id)


def holders(session: Session) -> list[str | None]:
    return [kept(session, one).helper for one in WEEK]


def sick(session: Session, one: Shift = WEEK[0]) -> Absence:
    return rostering.report_sick(session, one)


def now_is(session: Session, text: str) -> None:
    moment = dt.datetime.fromisoformat(f"2026-{text}")
    session.now = lambda: moment  # type: ignore[method-assign]
    session._today = moment.date()


def absence_of(session: Session) -> Absence:
    (one,) = session.records.all(Absence)
    return one


def test_a_sickness_that_lasts_longer_makes_more_shifts_unfilled_at_once(session: Session) -> None:
    absence = sick(session)
    before = everything(session)
    assert spells.set_length(session, absence, Length(TODAY + 2 * DAY)) == 3
    assert holders(session) == [None, None, None, "anna", "anna"]
    assert all(kept(session, one).stands_in_for == "anna" for one in WEEK[:3])
    assert absence_of(session).last_day == TODAY + 2 * DAY
    session.undo()
    assert everything(session) == before


def test_until_further_notice_and_back_to_one_day(session: Session) -> None:
    absence = sick(session)
    assert spells.set_length(session, absence, Length(None)) == 5
    assert holders(session) == [None] * 5
    longer = absence_of(session)
    rostering.give_to(session, kept(session, WEEK[1]), "bo")
    assert spells.set_length(session, longer, Length(TODAY)) == 1
    assert holders(session) == [None, "bo", "anna", "anna", "anna"]
    assert kept(session, WEEK[2]).stands_in_for is None


def test_what_is_over_stays_as_it_was(session: Session) -> None:
    absence = sick(session, WEEK[1])
    now_is(session, "03-18 16:00")
    spells.set_length(session, absence, Length(None))
    assert holders(session) == ["anna", None, "anna", None, None]


def test_how_long_it_may_last(session: Session) -> None:
    sunday = TODAY + 6 * DAY
    expected = (Length(TODAY), Length(TODAY + DAY), Length(sunday), Length(None))
    assert spells.lengths(session, WEEK[0]) == expected
    assert [length_words(one, TODAY) for one in expected] == [
        "Til og med i dag",
        "Til og med i morgen",
        "Til og med søndag",
        "Indtil videre",
    ]


def test_a_night_may_be_the_night_alone(session: Session) -> None:
    night = shift("03-20 23:00", "03-21 07:00", "anna")
    saturday = dt.date(2026, 3, 21)
    assert spells.lengths(session, night) == (
        Length(saturday, dt.time(7)),
        Length(saturday),
        Length(saturday + DAY),
        Length(None),
    )
    assert length_words(Length(saturday, dt.time(7)), TODAY) == "Til lørdag kl. 07:00"


def test_the_chosen_length_is_the_one_that_a_sick_call_made(session: Session) -> None:
    assert spells.length_of(sick(session)) == spells.lengths(session, WEEK[0])[0]
    night = shift("03-21 23:00", "03-22 07:00", "bo")
    lay(session, night)
    made = rostering.report_sick(session, night)
    assert spells.length_of(made) == spells.lengths(session, night)[0]


def fit(session: Session, **fields: Any) -> tuple[spells.Back, Absence]:
    given: dict[str, Any] = {"helper": "anna", "first_day": TODAY - 3 * DAY, **fields}
    lay(session, Absence(id="away", **given))
    return spells.fit_again(session, absence_of(session)), absence_of(session)


def test_fit_before_the_first_shift_of_today_ends_it_yesterday(session: Session) -> None:
    sick(session)
    spells.set_length(session, absence_of(session), Length(None))
    lay(session, replace(absence_of(session), first_day=TODAY - 3 * DAY))
    found = spells.fit_again(session, absence_of(session))
    assert absence_of(session).last_day == TODAY - DAY
    assert len(found.open) == 5
    assert spells.give_back(session, found) == 5
    assert holders(session) == ["anna"] * 5


def test_a_shift_missed_today_makes_today_the_last_day(session: Session) -> None:
    spells.set_length(session, sick(session), Length(None))
    now_is(session, "03-16 12:00")
    found = spells.fit_again(session, absence_of(session))
    ended = absence_of(session)
    assert (ended.last_day, ended.to_time) == (TODAY, None)
    assert found.open == tuple(one.id for one in WEEK[1:])


def test_a_later_shift_of_today_is_offered_and_lies_outside(session: Session) -> None:
    night = shift("03-16 23:00", "03-17 07:00", "anna")
    lay(session, night)
    spells.set_length(session, sick(session), Length(None))
    now_is(session, "03-16 12:00")
    found = spells.fit_again(session, absence_of(session))
    ended = absence_of(session)
    assert (ended.last_day, ended.to_time) == (TODAY, dt.time(15))
    assert night.id in found.open


def test_fit_again_before_anything_was_missed_on_the_first_day(session: Session) -> None:
    sick(session)
    found = spells.fit_again(session, absence_of(session))
    ended = absence_of(session)
    assert (ended.last_day, ended.to_time) == (TODAY, EARLY.time())
    assert found.open == (WEEK[0].id,)
    assert not spells.going_on(session)


def test_what_others_have_taken_they_keep(session: Session) -> None:
    spells.set_length(session, sick(session), Length(None))
    rostering.give_to(session, kept(session, WEEK[2]), "bo")
    before = everything(session)
    found = spells.fit_again(session, absence_of(session))
    assert found.taken == (WEEK[2].id,)
    spells.give_back(session, found)
    assert holders(session) == ["anna", "anna", "bo", "anna", "anna"]
    assert kept(session, WEEK[2]).stands_in_for == "anna"
    session.undo()
    session.undo()
    assert everything(session) == before


def test_shifts_in_another_absence_are_not_offered(session: Session) -> None:
    spells.set_length(session, sick(session), Length(None))
    sickness = absence_of(session)
    holiday = Absence(
        helper="anna",
        kind=AbsenceKind.HOLIDAY,
        first_day=TODAY + 3 * DAY,
        last_day=TODAY + 9 * DAY,
    )
    lay(session, holiday)
    found = spells.fit_again(session, sickness)
    assert found.open == tuple(one.id for one in WEEK[:3])


def test_only_those_that_are_still_unfilled_are_given_back(session: Session) -> None:
    spells.set_length(session, sick(session), Length(None))
    found = spells.fit_again(session, absence_of(session))
    rostering.give_to(session, kept(session, WEEK[0]), "bo")
    assert spells.give_back(session, found) == 4
    assert holders(session)[0] == "bo"


def test_a_leave_that_goes_on_can_be_ended_too(session: Session) -> None:
    found, ended = fit(session, kind=AbsenceKind.PARENTAL_LEAVE)
    assert (found.open, ended.last_day) == ((), TODAY - DAY)
    assert back(session, ended, found) == "Anna er tilbage på arbejde. Fortryd med Ctrl Z."


@settings(max_examples=40, deadline=None)
@given(
    now=st.sampled_from(
        ["03-29 00:00", "03-29 01:30", "10-25 02:30", "02-28 23:59", "12-31 12:00"]
    ),
    began=st.integers(0, 4),
    last=st.none() | st.integers(0, 3),
    from_hour=st.none() | st.just(0),
)
def test_an_ended_absence_is_always_sound(
    now: str, began: int, last: int | None, from_hour: int | None
) -> None:
    moment = dt.datetime.fromisoformat(f"2026-{now}")
    today = moment.date()
    absence = Absence(
        helper="anna",
        first_day=today - began * DAY,
        last_day=None if last is None else today + last * DAY,
        from_time=None if from_hour is None else dt.time(from_hour),
    )
    length = spells.end_of(absence, (), (), moment)
    ended = Absence(
        helper="anna",
        first_day=absence.first_day,
        last_day=length.last_day,
        from_time=absence.from_time,
        to_time=length.to_time,
    )
    assert not list(all_problems(ended))
    assert overlap(ended.plan_span(), absence.plan_span()) is not None


def test_sentences(session: Session) -> None:
    absence = sick(session)
    assert (
        lasts(session, absence, Length(None), 3)
        == "Anna er syg indtil videre. 3 vagter er ubesatte. Fortryd med Ctrl Z."
    )
    found = spells.fit_again(session, absence)
    assert (
        back(session, absence, found)
        == "Anna er raskmeldt. 1 vagt kan gives tilbage. Fortryd med Ctrl Z."
    )
    assert gave_back(session, "anna", 1) == "Anna har 1 vagt igen. Fortryd med Ctrl Z."


def test_who_falls_ill_during_a_shift_keeps_what_they_worked(session: Session) -> None:
    now_is(session, "03-16 09:40")
    before = everything(session)
    absence = sick(session)
    left = kept(session, WEEK[0])
    until = spells.fell_ill_at(session, left)
    assert until == moment("2026-03-16 09:30")
    rest = spells.was_here(session, left, absence, until)
    worked = kept(session, WEEK[0])
    assert (worked.helper, worked.stands_in_for, worked.planned_end) == ("anna", None, until)
    assert (rest.helper, rest.stands_in_for) == (None, "anna")
    assert (rest.planned_start, rest.planned_end) == (until, WEEK[0].planned_end)
    assert absence_of(session).from_time == dt.time(9, 30)
    assert was_here(session, "anna", rest) == (
        "Anna var her til kl. 09:30. 09:30–15 er ubesat. Fortryd med Ctrl Z."
    )
    session.undo()
    session.undo()
    assert everything(session) == before


@pytest.mark.parametrize("now", ["03-16 06:30", "03-16 07:05", "03-16 15:00"])
def test_before_and_after_a_shift_nobody_fell_ill_in_it(session: Session, now: str) -> None:
    now_is(session, now)
    sick(session)
    assert spells.fell_ill_at(session, kept(session, WEEK[0])) is None


def test_who_falls_ill_in_the_night_is_sick_from_then_on(session: Session) -> None:
    night = shift("03-16 23:00", "03-17 07:00", "bo")
    lay(session, night)
    now_is(session, "03-17 04:10")
    absence = rostering.report_sick(session, night)
    until = spells.fell_ill_at(session, kept(session, night))
    assert until is not None
    spells.was_here(session, kept(session, night), absence, until)
    ill = session.records.get(Absence, absence.id)
    assert (ill.first_day, ill.from_time) == (dt.date(2026, 3, 17), dt.time(4))
    assert not list(all_problems(ill))
