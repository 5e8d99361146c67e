"""Trips in words, and in the order in which they are met."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.scheme import Answer, Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.domain.trips import TripCode, TripFinding
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.due_words import due_text
from bpa_desktop.services.trips import finding_words, trip_lines, trip_title, trip_words
from tests.services.little_roster import TODAY, lay, open_little

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"))
        yield opened


def trip(ahead: int, days: int = 7, **fields: Any) -> Trip:
    first = TODAY + dt.timedelta(days=ahead)
    given = {"place": "Skagen", "extra_minutes": 600, "cost": Decimal(1), **fields}
    return Trip(first_day=first, last_day=first + dt.timedelta(days=days - 1), **given)


def test_trips_to_come_stand_first_and_what_is_over_after_them(session: Session) -> None:
    lay(session, trip(-60), trip(90), trip(40), trip(-20))
    found = trip_lines(session)
    assert [(one.trip.first_day - TODAY).days for one in found] == [40, 90, -20, -60]
    assert [one.is_over for one in found] == [False, False, True, True]


def test_a_trip_in_words(session: Session) -> None:
    lay(session, trip(90, second_helper="Uden lift"))
    [line] = trip_lines(session)
    assert trip_title(line.trip).startswith("Skagen, ")
    assert trip_words(line.trip) == "7 dage, 10 timer ekstra, to hjælpere, ikke søgt"
    agreed = trip(90, days=1, extra_minutes=0, consent=Consent.AGREED)
    assert trip_words(agreed) == "1 dag, aftalt"
    assert trip_words(trip(9, applied_on=dt.date(2026, 3, 1))).endswith("søgt den 1. marts 2026")


def test_what_is_to_be_thought_of_names_its_source(session: Session) -> None:
    lay(session, trip(20), trip(10, days=15), trip(5, days=40, is_abroad=Answer.YES))
    lay(session, trip(30, is_abroad=Answer.YES))
    texts = [finding_words(found) for line in trip_lines(session) for found in line.findings]
    for begun in (
        "Den skulle være søgt senest",
        "15 dage med ekstra hjælp er mere end de sædvanlige 14.",
        "Det er rejse nummer 2 med ekstra hjælp i 2026.",
        "I 2026 bliver det",
        "Mere end 1 måned i udlandet",
        "Aftal rejsen med kommunen, før du rejser.",
    ):
        assert any(one.startswith(begun) for one in texts), begun
    assert all("Kilde: " in one for one in texts)


def test_a_short_trip_abroad_is_told_where_no_leave_is_needed() -> None:
    told = finding_words(TripFinding(TripCode.TELL, {"months": 1}, "loven"))
    assert told == (
        "Fortæl kommunen, at du rejser til udlandet. Op til 1 måned kræver ingen tilladelse. "
        "Kilde: loven."
    )


def test_the_day_to_apply_is_on_the_due_list(session: Session) -> None:
    lay(session, trip(90))
    text = next(due_text(one) for one in due(session) if one.code == "trip")
    assert text == (
        "Søg om rejsen til Skagen senest den 17. maj 2026. 17. maj er en søndag. For en "
        "sikkerheds skyld: sørg for, at det er fremme senest fredag den 15. maj 2026."
    )
