"""Who could take a shift: those who are free first, and for the others why not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.people import Availability, Employment, Fit, Position
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.services.answers import decline
from bpa_desktop.services.candidates import candidates, summary
from tests.services.little_roster import TODAY, everything, helper, lay, open_little, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.services.session import Session

OPEN = shift("03-16 07:00", "03-16 15:00", None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, OPEN)
        yield opened


def words(session: Session) -> dict[str, str]:
    return {one.helper.id: one.words for one in candidates(session, OPEN)}


def test_everybody_is_free_while_nothing_is_laid(session: Session) -> None:
    assert set(words(session).values()) == {"fri"}
    assert summary(candidates(session, OPEN)) == "4 hjælpere er fri."


def test_each_obstacle_is_told(session: Session) -> None:
    lay(
        session,
        shift("03-16 12:00", "03-16 20:00", "anna"),
        shift("03-15 15:00", "03-15 23:00", "bo"),
        Absence(helper="carla", kind=AbsenceKind.HOLIDAY, first_day=TODAY, last_day=TODAY),
    )
    found = candidates(session, OPEN)
    told = {one.helper.id: (one.is_free, one.words) for one in found}
    assert told["anna"] == (False, "har vagt")
    assert told["bo"] == (False, "kun 8 timers hvile")
    assert told["carla"][0] is False
    assert told["dina"] == (True, "fri")
    assert [one.is_free for one in found] == sorted((one.is_free for one in found), reverse=True)
    assert summary(found[2:]) == "Ingen er fri. Carla: har fravær. Anna: har vagt."


def test_being_away_is_told_before_anything_else(session: Session) -> None:
    lay(
        session,
        shift("03-16 12:00", "03-16 20:00", "anna"),
        Absence(helper="anna", kind=AbsenceKind.SICKNESS, first_day=TODAY, last_day=TODAY),
        Absence(helper="bo", kind=AbsenceKind.SICKNESS, first_day=TODAY, last_day=TODAY),
    )
    told = words(session)
    assert told["anna"] == told["bo"]


def test_a_conflict_that_is_there_already_does_not_count(session: Session) -> None:
    lay(
        session,
        shift("03-18 07:00", "03-18 15:00", "anna"),
        shift("03-18 14:00", "03-18 20:00", "anna", id="twice"),
    )
    assert words(session)["anna"] == "fri"


def test_a_missing_date_of_birth_speaks_against_nobody(session: Session) -> None:
    lay(session, helper("Eva Prøve", birth_date=None))
    assert words(session)["eva"] == "fri"


def test_somebody_under_age_is_told(session: Session) -> None:
    lay(session, helper("Eva Prøve", birth_date=dt.date(2010, 1, 1)))
    assert words(session)["eva"] == "er for ung"


def test_who_is_not_employed_that_day_is_no_candidate(session: Session) -> None:
    left = (Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 3, 15)),)
    lay(session, helper("Eva Prøve", employments=left))
    assert "eva" not in words(session)


def test_an_employment_that_ends_in_the_night_is_told(session: Session) -> None:
    ends = (Employment(first_day=dt.date(2020, 1, 1), last_day=TODAY),)
    night = shift("03-16 23:00", "03-17 07:00", None)
    lay(session, night, helper("Eva Prøve", employments=ends))
    told = {one.helper.id: one.words for one in candidates(session, night)}
    assert told["eva"] == "er ikke ansat den dag"


def test_neither_the_helper_nor_the_sick_one_is_asked(session: Session) -> None:
    taken = shift("03-20 07:00", "03-20 15:00", "bo", stands_in_for="anna")
    lay(session, taken)
    assert {one.helper.id for one in candidates(session, taken)} == {"carla", "dina"}


def test_substitutes_come_before_permanent_helpers_and_few_hours_before_many(
    session: Session,
) -> None:
    lay(
        session,
        helper("Vera Vikar", position=Position.SUBSTITUTE),
        shift("03-18 07:00", "03-18 15:00", "carla"),
        shift("03-18 15:00", "03-18 17:00", "anna"),
    )
    found = candidates(session, OPEN)
    assert [one.helper.id for one in found] == ["vera", "bo", "dina", "anna", "carla"]
    assert found[-1].minutes == 8 * 60


def found_for(session: Session, who: str) -> Candidate:
    return next(one for one in candidates(session, OPEN) if one.helper.id == who)


def order(session: Session) -> list[str]:
    return [one.helper.id for one in candidates(session, OPEN)]


def test_wishes_put_forward_and_back_and_never_is_told_as_a_reason(session: Session) -> None:
    lay(
        session,
        helper("Anna Prøve", availability=(Availability(fit=Fit.NEVER),)),
        helper("Bo Prøve", availability=(Availability(fit=Fit.RATHER_NOT),)),
        helper("Dina Prøve", availability=(Availability(fit=Fit.GLADLY),)),
    )
    assert order(session) == ["dina", "carla", "bo", "anna"]
    assert words(session) == {
        "dina": "fri, kommer gerne",
        "carla": "fri",
        "bo": "fri, men helst ikke",
        "anna": "kan aldrig på den tid",
    }
    assert found_for(session, "bo").is_free
    assert not found_for(session, "anna").is_free


def test_hours_over_what_is_agreed_for_the_week_count_and_are_told(session: Session) -> None:
    agreed = (Employment(first_day=dt.date(2020, 1, 1), agreed_minutes_per_week=20 * 60),)
    most = (Employment(first_day=dt.date(2020, 1, 1), most_minutes_per_week=20 * 60),)
    lay(
        session,
        helper("Anna Prøve", employments=agreed),
        helper("Bo Prøve", employments=agreed),
        helper("Carla Prøve", employments=most),
        *(shift(f"03-{day} 07:00", f"03-{day} 15:00", "anna") for day in (18, 19)),
        *(shift(f"03-{day} 07:00", f"03-{day} 14:00", "carla") for day in (18, 19)),
        shift("03-18 15:00", "03-18 23:00", "bo"),
    )
    assert order(session) == ["dina", "bo", "anna", "carla"]
    assert "4 timer over aftalen den uge" in found_for(session, "anna").reasons
    assert not any("aftalen" in reason for reason in found_for(session, "bo").reasons)
    assert found_for(session, "carla").words == "får for mange timer"


def test_who_has_worked_here_knows_the_tasks(session: Session) -> None:
    lay(
        session,
        shift("03-02 07:00", "03-02 15:00", "dina", kind=HourKind.TRAINING),
        shift("03-03 07:00", "03-03 15:00", "carla", state=ShiftState.CANCELLED),
        shift("03-20 07:00", "03-20 15:00", "bo"),
    )
    assert order(session)[0] == "dina"
    assert "1 vagt her" in found_for(session, "dina").reasons
    for new in ("anna", "bo", "carla"):
        assert "ny her" in found_for(session, new).reasons


def test_a_no_counts_and_a_shift_in_somebody_s_place_is_a_yes(session: Session) -> None:
    for day in (2, 4, 9, 11):
        stood_in = shift(f"03-{day:02} 07:00", f"03-{day:02} 15:00", "dina", stands_in_for="anna")
        lay(session, stood_in)
    earlier = shift("03-12 07:00", "03-12 15:00", None)
    lay(session, earlier, shift("03-02 15:00", "03-02 23:00", "carla"))
    decline(session, earlier, "dina")
    decline(session, earlier, "carla")
    assert "har sagt ja 4 af 5 gange" in found_for(session, "dina").reasons
    assert "har sagt ja 0 af 1 gang" in found_for(session, "carla").reasons
    assert not any("sagt ja" in reason for reason in found_for(session, "bo").reasons)
    assert order(session) == ["dina", "carla", "anna", "bo"]


def test_who_said_no_to_this_shift_comes_last_and_can_be_asked_about_half_of_it(
    session: Session,
) -> None:
    before = everything(session)
    decline(session, OPEN, "anna")
    found = candidates(session, OPEN)
    assert found[-1].helper.id == "anna"
    assert (found[-1].words, found[-1].is_free) == ("sagde nej i dag", False)
    assert summary(found) == "3 hjælpere er fri."
    half = replace(OPEN, planned_end=OPEN.planned_end - dt.timedelta(hours=4))
    assert all(one.declined is None for one in candidates(session, half))
    session._today = TODAY + dt.timedelta(days=2)
    assert candidates(session, OPEN)[-1].words == "sagde nej 16. marts"
    session._today = TODAY
    session.undo()
    assert everything(session) == before


def test_a_shift_they_have_is_told_with_its_times(session: Session) -> None:
    lay(session, shift("03-16 12:00", "03-16 20:00", "anna"))
    assert found_for(session, "anna").reasons[0] == "har vagt 12–20"


def test_the_weeks_on_both_sides_of_a_sunday_night_count(session: Session) -> None:
    most = (Employment(first_day=dt.date(2020, 1, 1), most_minutes_per_week=20 * 60),)
    night = shift("03-22 23:00", "03-23 07:00", None)
    full = [shift(f"03-{day} 07:00", f"03-{day} 14:00", "eva") for day in (25, 26)]
    lay(session, helper("Eva Prøve", employments=most), night, *full)
    told = {one.helper.id: one.words for one in candidates(session, night)}
    assert told["eva"] == "får for mange timer"


def test_what_each_costs_is_told_once_their_pay_is_known(session: Session) -> None:
    dear, cheap = (
        OwnRate(name=RateName.AGREED_HOUR, helper=who, value=Decimal(hour), valid_from=TODAY)
        for who, hour in (("anna", 160), ("dina", 150))
    )
    assert not any("koster" in " ".join(one.reasons) for one in candidates(session, OPEN))
    lay(session, dear, cheap)
    found = candidates(session, OPEN)
    assert [one.helper.id for one in found][:2] == ["dina", "anna"]
    assert "koster 1.200,00\u00a0kr." in found[0].reasons
    assert "koster 1.280,00\u00a0kr." in found[1].reasons
    assert not any("koster" in " ".join(one.reasons) for one in found[2:])
