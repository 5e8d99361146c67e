"""A stay in hospital from the first press to the attest, the hours and the closed month."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.clock import instant
from bpa_desktop.domain.closed_month import ClosedMonth
from bpa_desktop.domain.hospital_stay import Fate, HospitalStay, StayShift
from bpa_desktop.domain.money_flow import Payer
from bpa_desktop.domain.period import Period
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services import hospital as acts
from bpa_desktop.services.account_reasons import reasons
from bpa_desktop.services.accounts import hours_sheet
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.today import hole_cards
from tests.services.little_roster import TODAY, everything, lay, open_little, round_the_clock, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

YEAR = Period(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
WORKED = ShiftState.WORKED


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Four worked days, and a stay over the last two of them."""
    with open_little(tmp_path) as opened:
        for number in (9, 10, 11, 12):
            hours = f"03-{number:02} 07:00", f"03-{number:02} 15:00"
            lay(opened, shift(*hours, "anna", state=WORKED))
        days = dt.date(2026, 3, 11), dt.date(2026, 3, 12)
        lay(opened, HospitalStay(id="stay", first_day=days[0], last_day=days[1]))
        yield opened


def stay(session: Session) -> HospitalStay:
    return session.records.get(HospitalStay, "stay")


def decide(session: Session, *fates: Fate) -> None:
    for line, fate in zip(acts.lines(session, stay(session)), fates, strict=True):
        acts.decide(session, stay(session), [line], fate)


def test_hours_paid_by_the_region_are_told_apart_and_counted_once(session: Session) -> None:
    acts.region_answered(session, stay(session), Answer.YES)
    decide(session, Fate.COMES_ALONG, Fate.SENT_HOME)
    sheet = hours_sheet(session, YEAR)
    assert (sheet.used, sheet.elsewhere) == (16 * 60, 8 * 60)
    assert {one.words: one.minutes for one in reasons(session, YEAR)} == {
        "Indlagt, hjælpere sendt hjem: 8 timer.": 480,
        "Indlagt: 8 timer betalt af regionen eller andre.": 480,
    }


def test_until_somebody_says_who_pays_the_hours_are_used(session: Session) -> None:
    decide(session, Fate.COMES_ALONG, Fate.OTHER_WORK)
    assert hours_sheet(session, YEAR).used == 32 * 60
    acts.region_answered(session, stay(session), Answer.YES)
    payers = {one.fate: one.payer for one in session.records.all(StayShift)}
    assert payers == {Fate.COMES_ALONG: Payer.REGION, Fate.OTHER_WORK: Payer.MUNICIPALITY}
    assert hours_sheet(session, YEAR).used == 24 * 60


def test_who_is_sent_home_is_called_off_and_comes_again_when_it_is_decided_anew(
    session: Session,
) -> None:
    before = everything(session)
    decide(session, Fate.SENT_HOME, Fate.AGREED_OFF)
    states = [one.shift.state for one in acts.lines(session, stay(session))]
    assert states == [ShiftState.CANCELLED] * 2
    [home] = acts.sent_home(session, stay(session))
    assert (home.helper, home.first, home.has_attest) == ("anna", dt.date(2026, 3, 11), False)
    acts.attest_given(session, home.decisions, "Anna")
    [home] = acts.sent_home(session, stay(session))
    assert home.has_attest
    decide(session, Fate.COMES_ALONG, Fate.COMES_ALONG)
    assert [one.shift.state for one in acts.lines(session, stay(session))] == [
        ShiftState.PLANNED
    ] * 2
    for _times in range(5):
        session.undo()
    assert everything(session) == before


def test_a_reason_that_was_written_stays_and_the_programs_own_follows_the_decision(
    session: Session,
) -> None:
    first, second = (one.shift for one in acts.lines(session, stay(session)))
    with session.operation("write") as operation:
        operation.save(Shift(**{**vars(first), "deviation": "Byttet"}))
    decide(session, Fate.SENT_HOME, Fate.SENT_HOME)
    decide(session, Fate.SENT_HOME, Fate.OTHER_WORK)
    words = [session.records.get(Shift, one.id).deviation for one in (first, second)]
    assert words == ["Byttet", "Indlagt: hjælperen lavede andet arbejde."]


def test_a_closed_month_keeps_the_trail_of_who_pays(session: Session) -> None:
    month = dt.date(2026, 3, 1)
    lay(session, ClosedMonth(id="march", month=month, closed_on=TODAY))
    decide(session, Fate.COMES_ALONG, Fate.COMES_ALONG)
    before = len(session.records.get(ClosedMonth, "march").corrections)
    acts.region_answered(session, stay(session), Answer.YES)
    closed = session.records.get(ClosedMonth, "march")
    assert len(closed.corrections) == before + 1
    assert "Regionen" in closed.corrections[-1].what
    acts.attest_given(session, session.records.all(StayShift), "Anna")
    assert session.records.get(ClosedMonth, "march") == closed


def test_home_today_lets_later_shifts_be_as_they_were(session: Session) -> None:
    ongoing, said = acts.begin(session)
    assert said == "Indlagt fra i dag. Der ligger ingen vagter i det."
    lay(
        session,
        shift("03-16 15:00", "03-16 23:00", "bo"),
        shift("03-18 07:00", "03-18 15:00", "bo"),
    )
    acts.decide(session, ongoing, acts.open_lines(session, ongoing), Fate.SENT_HOME)
    said = acts.home(session, ongoing)
    assert "1 senere vagt er som før." in said
    found = {one.planned_start.day: one for one in session.records.all(Shift) if one.helper == "bo"}
    assert found[16].state is ShiftState.CANCELLED
    assert (found[18].state, found[18].deviation) == (ShiftState.PLANNED, "")
    assert not acts.stranded(session, acts.stays(session)[0])


def test_a_shift_that_was_moved_strands_its_decision(session: Session) -> None:
    decide(session, Fate.COMES_ALONG, Fate.COMES_ALONG)
    first = acts.lines(session, stay(session))[0].shift
    with session.operation("move") as operation:
        operation.save(Shift(**{**vars(first), "planned_end": dt.datetime(2026, 3, 11, 14)}))  # noqa: DTZ001 - a wall clock
    lost = acts.stranded(session, stay(session))
    assert [one.shift_start.day for one in lost] == [11]
    acts.forget(session, lost)
    assert len(acts.open_lines(session, stay(session))) == 1


def test_nobody_is_missed_where_helpers_were_sent_home(session: Session) -> None:
    ongoing, _said = acts.begin(session)
    lay(session, round_the_clock(), shift("03-16 07:00", "03-17 07:00", "bo"))
    acts.decide(session, ongoing, acts.open_lines(session, ongoing), Fate.SENT_HOME)
    begins = min(one.hole.start for one in hole_cards(session))
    assert begins == instant(dt.datetime(2026, 3, 17, 7))  # noqa: DTZ001 - a wall clock


def test_the_municipality_must_be_told_until_it_is(session: Session) -> None:
    texts = [due_text(one) for one in due(session) if one.code == "hospital_tell"]
    assert texts == ["Du er indlagt fra den 11. marts 2026. Kommunen har ikke fået besked."]
    acts.told(session, stay(session))
    assert not [one for one in due(session) if one.code == "hospital_tell"]
