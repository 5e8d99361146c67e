"""The forecast of a year as the file gives it, and its words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence
from bpa_desktop.domain.moved_hours import Consent, MovedHours
from bpa_desktop.domain.pattern import PatternLine, RosterPattern
from bpa_desktop.domain.people import Employment, Helper
from bpa_desktop.domain.roster import Shift
from bpa_desktop.i18n import speaking
from bpa_desktop.services.forecast_words import ending, reasons, safe_words, warning
from bpa_desktop.services.forecasting import year_forecast
from bpa_desktop.services.rolling import roll_out
from bpa_desktop.services.year import year_hours
from tests.services.little_roster import days_and_evenings, lay, open_little, round_the_clock, shift

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

HOUR = 60
WEEK = RosterPattern(
    id="p",
    starts_on=dt.date(2026, 3, 16),
    lines=(PatternLine(from_time=dt.time(8), to_time=dt.time(16), helper="anna"),),
)
MONDAYS = 42
"""From Monday 16 March to the end of 2026."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def test_the_pattern_is_counted_once_whether_it_is_rolled_out_or_not(session: Session) -> None:
    lay(session, WEEK)
    assert year_forecast(session, 2026).total.middle == MONDAYS * 8 * HOUR
    roll_out(session, WEEK, dt.date(2026, 3, 16), 4)
    found = year_forecast(session, 2026)
    assert found.total.middle == MONDAYS * 8 * HOUR
    assert found.laid_to == dt.date(2026, 4, 7)


def test_what_is_deleted_or_called_off_after_a_roll_out_stays_away(session: Session) -> None:
    lay(session, WEEK)
    roll_out(session, WEEK, dt.date(2026, 3, 16), 4)
    first = session.records.all(Shift)[0]
    with session.operation("x") as operation:
        operation.delete(Shift, first.id)
    assert year_forecast(session, 2026).total.middle == (MONDAYS - 1) * 8 * HOUR


def test_the_shifts_of_somebody_who_is_away_or_has_left_may_stay_empty(session: Session) -> None:
    lay(session, WEEK, Absence(helper="anna", first_day=dt.date(2026, 3, 20)))
    assert year_forecast(session, 2026).total.low == 8 * HOUR
    (anna,) = (one for one in session.records.all(Helper) if one.id == "anna")
    gone = (Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 3, 31)),)
    lay(session, replace(anna, employments=gone))
    assert year_forecast(session, 2026).total.low == 8 * HOUR


def test_only_agreed_moves_change_what_may_be_used(session: Session) -> None:
    lay(
        session,
        round_the_clock(),
        MovedHours(out_of=dt.date(2025, 12, 31), minutes=600, consent=Consent.AGREED),
        MovedHours(out_of=dt.date(2026, 12, 31), minutes=60, consent=Consent.AGREED),
        MovedHours(out_of=dt.date(2026, 12, 31), minutes=7000, consent=Consent.ASKED),
    )
    found = year_forecast(session, 2026)
    assert found.available == found.granted + 540
    assert year_forecast(session, 2027).moved == 60


def test_used_and_granted_are_those_of_the_year(session: Session) -> None:
    lay(session, round_the_clock(), *days_and_evenings("anna", "03-01", 20, "08:00", "16:00"))
    found, year = year_forecast(session, 2026), year_hours(session, 2026)
    assert (found.used, found.granted) == (year.used, year.granted_year)
    assert [one.first for one in found.months] == [one.first for one in year.months]


def test_it_says_what_it_is_made_of_and_what_is_not_known(session: Session) -> None:
    lay(session, round_the_clock(), WEEK)
    roll_out(session, WEEK, dt.date(2026, 3, 16), 2)
    lay(
        session,
        shift("03-20 08:00", "03-20 16:00", None),
        shift("03-10 08:00", "03-10 16:00", "bo"),
    )
    found = year_forecast(session, 2026)
    assert reasons(found) == (
        "Vagtplanen er lagt til 23. marts.",
        "Derefter er rulleplanens vagter regnet med.",
        "Der er endnu ingen udførte timer at gå ud fra.",
        "Forude uden hjælper, eller med en, som er væk: 8 timer.",
        "Ikke bekræftet: 8 timer.",
    )
    with speaking("en"):
        assert ending(found).startswith("The year ends at about ")
        assert "of 8,760 hours: ▼" in ending(found)
        assert safe_words(found).startswith("You can safely use ")


def test_a_grant_that_will_be_passed_is_told_on_the_first_page(session: Session) -> None:
    grant = round_the_clock()
    small = replace(grant, lines=(replace(grant.lines[0], minutes=HOUR),))
    # An hour a day is granted; the pattern takes eight on every Monday, and more was used.
    lay(session, small, WEEK, *days_and_evenings("bo", "03-01", 15, "08:00", "16:00"))
    found = year_forecast(session, 2026)
    month = found.passed_in()
    assert month is not None
    assert warning(found) == "Fortsætter det sådan, er årets timer brugt i oktober."
    assert safe_words(found) == "Der er ingen timer at bruge ud over planen."


def test_much_left_is_told_and_little_is_not(session: Session) -> None:
    lay(session, round_the_clock(), WEEK)
    assert warning(year_forecast(session, 2026)) == "Mindst 8.424 timer bliver ikke brugt i år."
    assert not warning(year_forecast(session, 2025))


def test_where_nothing_is_planned_it_says_how_the_days_are_counted(session: Session) -> None:
    lay(session, round_the_clock(), *days_and_evenings("anna", "02-02", 30, "08:00", "16:00"))
    history = reasons(year_forecast(session, 2026))
    assert history[0] == (
        "Fra 16. marts er der kun lidt planlagt. Dagene er regnet som de sidste 3 måneder."
    )


def test_a_year_that_is_over_says_so(session: Session) -> None:
    assert ending(year_forecast(session, 2025)) == "Året er slut."
    assert reasons(year_forecast(session, 2025)) == ()
