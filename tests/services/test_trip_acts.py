"""A trip from the application to the answer, and what the trips of a year come to."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop.domain.application import Application, ApplicationKind
from bpa_desktop.domain.grant import GrantLine, Per
from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.domain.trip import Trip
from bpa_desktop.services import trip_acts as acts
from bpa_desktop.services.deadlines import due
from bpa_desktop.services.paper_holiday import holiday_values
from bpa_desktop.services.paper_scope import scope
from tests.services.little_roster import (
    TODAY,
    everything,
    lay,
    open_little,
    round_the_clock,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        lay(opened, Scheme(id="scheme", citizen_name="Eksempel", municipality="Brønderslev"))
        yield opened


def trip(first: str = "2026-07-01", days: int = 7, **fields: Any) -> Trip:
    begins = dt.date.fromisoformat(first)
    given = {"id": first, "place": "Skagen", "extra_minutes": 600, **fields}
    return Trip(first_day=begins, last_day=begins + dt.timedelta(days=days - 1), **given)


def test_the_trip_and_an_application_about_it_say_the_same(session: Session) -> None:
    about = Application(id="a", kind=ApplicationKind.HOLIDAY, title="Skagen", trip="2026-07-01")
    lay(session, trip(), about)
    before = everything(session)
    acts.applied(session, session.records.get(Trip, "2026-07-01"))
    assert session.records.get(Application, "a").sent_on == TODAY
    said = acts.answered(session, session.records.get(Trip, "2026-07-01"), Consent.REFUSED)
    assert said.startswith("Skagen: kommunen har afvist.")
    found = session.records.get(Trip, "2026-07-01")
    sent = session.records.get(Application, "a")
    assert (found.applied_on, found.consent) == (TODAY, Consent.REFUSED)
    assert (sent.consent, sent.answered_on) == (Consent.REFUSED, TODAY)
    session.undo()
    session.undo()
    assert everything(session) == before


def test_what_is_applied_for_is_not_asked_again(session: Session) -> None:
    lay(session, trip())
    assert [one.on for one in due(session) if one.code == "trip"] == [dt.date(2026, 6, 3)]
    acts.applied(session, trip())
    assert not [one for one in due(session) if one.code == "trip"]


def test_the_day_to_apply_by_is_told_with_its_rule(session: Session) -> None:
    assert acts.apply_by_words(session, trip()) == (
        "Søg skriftligt senest den 3. juni 2026: 4 uger før."
    )
    assert acts.apply_by_words(session, trip(applied_on=TODAY)) == ""


def test_the_application_keeps_the_ordinary_hours_and_tells_the_rest(session: Session) -> None:
    lay(session, round_the_clock())
    told = [*acts.facts(session, trip(days=1, second_helper="Uden lift", cost=Decimal(300)))]
    assert told == [
        "Dine sædvanlige 24 timer med hjælp fortsætter i de dage.",
        "Ekstra: 10 timer.",
        "To hjælpere: Uden lift",
        "Ekstra udgifter: 300,00\u00a0kr.",
    ]


def test_the_paper_and_the_page_keep_the_same_ordinary_hours(session: Session) -> None:
    meetings = GrantLine(kind=HourKind.STAFF_MEETING, minutes=52 * 60, per=Per.WEEK)
    alone = round_the_clock()
    lay(session, replace(alone, lines=(*alone.lines, meetings)))
    found = holiday_values(scope(session), trip(days=1))
    assert found.ordinary == 24 * 60 == acts.granted_minutes(session, trip(days=1))


def test_the_paper_tells_the_earlier_trips_with_a_day_in_the_year(session: Session) -> None:
    own = trip("2026-07-01")
    lay(
        session,
        own,
        trip("2025-11-01"),
        trip("2025-12-29", place="Over nytår"),
        trip("2026-02-01", place="Skagen"),
        trip("2026-03-01", consent=Consent.REFUSED),
        trip("2026-04-01", extra_minutes=0),
        trip("2026-08-01"),
    )
    found = holiday_values(scope(session), own)
    assert [one.first_day.isoformat() for one in found.earlier] == ["2025-12-29", "2026-02-01"]


def test_the_year_counts_what_was_asked_for_and_what_was_worked(session: Session) -> None:
    lay(
        session,
        trip("2026-02-01", cost=Decimal(50), consent=Consent.AGREED),
        trip("2026-03-01", consent=Consent.REFUSED),
        trip("2025-12-31", days=30),
        trip("2026-05-01", extra_minutes=0),
        shift(
            "02-02 07:00",
            "02-02 12:00",
            "anna",
            kind=HourKind.HOLIDAY_EXTRA,
            state=ShiftState.WORKED,
        ),
    )
    found = acts.year_of_trips(session, 2026)
    assert found == acts.YearOfTrips(2026, 1, 7, 600, 300, Decimal(50))
    assert acts.year_words(found) == (
        "2026: 1 rejse med ekstra hjælp, 7 dage. "
        "Ekstra: 10 timer og 50,00\u00a0kr., hvoraf 5 timer er arbejdet."
    )
