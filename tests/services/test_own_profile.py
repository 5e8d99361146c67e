"""The user's own decisions win over the municipality's text, everywhere it is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
from bpa_desktop.domain.relocation import Relocation
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services.budget_building import assumed
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.meeting_hours import meeting_hours, origin_words
from bpa_desktop.services.own_profile import own_values, profile_of, recipient_name
from bpa_desktop.services.package_contents import Asker
from bpa_desktop.services.package_plan import plan_package
from bpa_desktop.services.profile_words import source_words
from bpa_desktop.services.session import make
from bpa_desktop.services.talk_planning import talk_length
from bpa_desktop.services.trips import trip_lines
from tests.services.small_scheme import TODAY, VISIT, people, small_scheme
from tests.storage.samples import key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

LETTER = "brev af 4. marts 2026"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with small_scheme(tmp_path / "a.bpa") as made:
        yield made


def keep(session: Session, *records: Record) -> None:
    with session.operation("write") as operation:
        for one in records:
            operation.save(one)


def own(name: str, value: str, **dates: dt.date) -> OwnMunicipalValue:
    return OwnMunicipalValue(key=name, value=value, reference=LETTER, **dates)


def test_a_decision_wins_over_the_municipality_and_says_where_it_stands(session: Session) -> None:
    keep(session, own("followup.revisit_every_months", "12"))
    found = profile_of(session, TODAY)
    assert found is not None
    assert found.name == "Ishøj Kommune"
    assert found.whole("followup.revisit_every_months") == 12
    assert found.whole("followup.first_after_months") == 3
    known = found.known("followup.revisit_every_months")
    assert known is not None
    assert known.is_own
    assert source_words(known) == f"Din afgørelse, {LETTER}."


def test_the_hours_of_meetings_and_talks_follow_the_decision(session: Session) -> None:
    keep(
        session,
        own("hours.staff_meeting_per_helper_year", "6"),
        own("hours.mus_per_permanent_helper_year", "1,5"),
    )
    assert talk_length(session) == dt.timedelta(hours=1.5)
    found = assumed(session, TODAY, TODAY)
    assert (found.meeting, found.mus) == (6, Decimal("1.5"))


def test_the_hours_of_meetings_say_which_decision_they_are_from(tmp_path: Path) -> None:
    with make(tmp_path / "b.bpa", key(), today=TODAY) as session:
        keep(session, Scheme(citizen_name="Eksempel", municipality="Ishøj"), *people())
        assert meeting_hours(session).rule is None
        keep(session, own("hours.staff_meeting_per_helper_year", "6"))
        found = meeting_hours(session)
        assert found.granted == found.helpers * 6 * 60 > 0
        assert LETTER in origin_words(found)


def test_a_trip_and_the_due_list_follow_the_decision(session: Session) -> None:
    trip = Trip(place="Skagen", first_day=TODAY + dt.timedelta(weeks=9), last_day=VISIT)
    trip = replace(trip, last_day=trip.first_day)
    keep(session, trip, own("holiday.apply_weeks_before", "8"))
    (found,) = [one for one in due(session) if one.code is DueCode.TRIP]
    assert found.on == TODAY + dt.timedelta(weeks=1)
    assert LETTER in found.source
    assert trip_lines(session)[0].findings == ()


def test_the_package_asks_for_what_the_decision_asks_for(session: Session) -> None:
    keep(session, own("document.hours_account", "ja"), own("document.mus", "nej"))
    plan = plan_package(session, "ishoej", VISIT)
    kinds = [one.kind for one in plan.parts]
    assert kinds[-1] == "hours_account"
    assert "mus" not in kinds
    assert plan.parts[-1].words == "Timeregnskab"
    elsewhere = plan_package(session, "Brønderslev", VISIT)
    assert sum(one.asker is Asker.MUNICIPALITY for one in elsewhere.parts) == 3


def test_before_a_move_the_old_municipality_holds_and_after_it_the_new(session: Session) -> None:
    moves_on = TODAY + dt.timedelta(days=10)
    move = Relocation(moves_on=moves_on, from_municipality="Ishøj", to_municipality="Brønderslev")
    keep(session, move, own("followup.revisit_every_months", "12"))
    before = profile_of(session, moves_on - dt.timedelta(days=1))
    after = profile_of(session, moves_on)
    assert before is not None
    assert after is not None
    assert (before.id, before.whole("followup.revisit_every_months")) == ("ishoej", 12)
    assert (after.id, after.whole("followup.revisit_every_months")) == ("broenderslev", None)
    assert recipient_name(session, TODAY) == "Ishøj Kommune"
    assert recipient_name(session, moves_on) == "Brønderslev Kommune"
    assert plan_package(session, "", moves_on).profile.id == "broenderslev"


@pytest.mark.parametrize(
    ("name", "value"),
    [("holiday.apply_weeks_before", "fire"), ("holiday.aply_weeks_before", "4"), ("", "4")],
)
def test_what_cannot_be_read_is_never_used_and_is_told(
    session: Session, name: str, value: str
) -> None:
    keep(session, own(name, value))
    found = profile_of(session, TODAY)
    assert found is not None
    assert found.known("holiday.apply_weeks_before") is None
    assert [one.is_readable for one in own_values(session, TODAY)] == [False]


def test_a_decision_holds_where_no_municipality_is_written(tmp_path: Path) -> None:
    with make(tmp_path / "b.bpa", key(), today=TODAY) as session:
        assert profile_of(session, TODAY) is None
        assert plan_package(session, "", VISIT).profile.name == "Kommunen"
        keep(session, Scheme(citizen_name="Eksempel"), own("rates.headroom_percent", "3"))
        found = profile_of(session, TODAY)
        assert found is not None
        assert found.number("rates.headroom_percent") == 3
