"""The week as it is shown: rows, cells, cover, findings at the shift they are about."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.absence import Absence, AbsenceKind
from bpa_desktop.domain.clock import monday
from bpa_desktop.domain.findings import Code
from bpa_desktop.domain.people import Employment, Position
from bpa_desktop.domain.roster import ShiftState
from bpa_desktop.i18n import speaking
from bpa_desktop.services.absence_words import absence_word
from bpa_desktop.services.week import roster, shift_findings
from tests.services.little_roster import (
    TODAY,
    days_and_evenings,
    helper,
    lay,
    open_empty,
    open_little,
    round_the_clock,
    shift,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session
    from bpa_desktop.services.week import Cell, Roster

THURSDAY = 3


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_little(tmp_path) as opened:
        yield opened


def cell(found: Roster, who: str, weekday: int) -> Cell:
    row = next(one for one in found.rows if one.helper and one.helper.id == who)
    return row.cells[weekday]


@pytest.mark.parametrize("days", range(7))
def test_a_week_begins_on_monday(days: int) -> None:
    assert monday(TODAY + dt.timedelta(days=days)) == TODAY


def test_the_week_says_its_number_and_its_days(session: Session) -> None:
    found = roster(session, TODAY)
    assert found.title() == "Vagtplan uge 12"
    assert found.dates() == "16. marts til 22. marts 2026"
    assert found.end == dt.date(2026, 3, 23)
    assert [day.is_today for day in found.days] == [True, *[False] * 6]
    with speaking("en"):
        assert roster(session, dt.date(2026, 12, 28)).dates() == "28 December to 3 January 2027"


def test_the_sentence_counts_what_is_covered(session: Session) -> None:
    assert roster(session, TODAY).sentence() == "Intet er planlagt."
    lay(session, *days_and_evenings("anna", "03-16", 6, "07:00", "15:00"))
    assert roster(session, TODAY).sentence() == "48 af 48 timer er dækket. Der er ingen huller."
    lay(session, shift("03-22 07:00", "03-22 15:00", None))
    assert roster(session, TODAY).sentence() == "48 af 56 timer er dækket. Der er 1 hul."
    lay(session, shift("03-16 15:00", "03-16 16:00", None))
    assert roster(session, TODAY).sentence() == "48 af 57 timer er dækket. Der er 2 huller."


def test_a_shift_stands_on_the_day_on_which_it_begins_and_counts_where_it_lies(
    session: Session,
) -> None:
    night = shift("03-15 23:00", "03-16 07:00", "carla")
    next_night = shift("03-22 23:00", "03-23 07:00", "carla")
    lay(session, night, next_night)
    found = roster(session, TODAY)
    assert list(found.all_shifts()) == [next_night]
    assert cell(found, "carla", 0).shifts == ()
    row = next(row for row in found.rows if row.helper and row.helper.id == "carla")
    assert row.day_minutes == (7 * 60, 0, 0, 0, 0, 0, 60)
    assert row.minutes == 8 * 60


def test_two_shifts_in_one_cell_are_in_order(session: Session) -> None:
    late, early = (
        shift("03-16 20:00", "03-16 23:00", "bo"),
        shift("03-16 07:00", "03-16 09:00", "bo"),
    )
    lay(session, late, early)
    found = cell(roster(session, TODAY), "bo", 0)
    assert [one.id for one in found.shifts] == [early.id, late.id]
    assert found.new is None


def test_unfilled_shifts_have_a_row_of_their_own_without_the_cancelled(session: Session) -> None:
    empty = shift("03-19 15:00", "03-19 23:00", None)
    off = shift("03-19 07:00", "03-19 15:00", None, state=ShiftState.CANCELLED)
    kept = shift("03-19 07:00", "03-19 15:00", "bo", state=ShiftState.CANCELLED)
    lay(session, empty, off, kept)
    found = roster(session, TODAY)
    assert [one.id for one in found.unfilled.cells[THURSDAY].shifts] == [empty.id]
    assert cell(found, "bo", THURSDAY).shifts == (kept,)
    assert cell(found, "bo", THURSDAY).new is not None
    assert found.unfilled.cells[THURSDAY].new is None
    assert next(row.minutes for row in found.rows if row.helper and row.helper.id == "bo") == 0


def test_an_absence_takes_the_place_of_the_empty_slot(session: Session) -> None:
    away = Absence(
        id="away",
        helper="anna",
        kind=AbsenceKind.HOLIDAY,
        first_day=dt.date(2026, 3, 18),
        last_day=dt.date(2026, 3, 19),
    )
    lay(session, away, shift("03-19 07:00", "03-19 15:00", "anna"))
    found = roster(session, TODAY)
    assert [cell(found, "anna", day).absence is not None for day in range(7)] == [
        day in {2, 3} for day in range(7)
    ]
    assert cell(found, "anna", 2).new is None
    assert len(cell(found, "anna", THURSDAY).shifts) == 1
    assert cell(found, "anna", 0).new is not None


def test_an_absence_that_goes_on_reaches_into_the_weeks_to_come(session: Session) -> None:
    lay(session, Absence(id="away", helper="anna", first_day=dt.date(2026, 3, 18)))
    later = roster(session, TODAY + dt.timedelta(days=14))
    assert all(cell(later, "anna", day).absence is not None for day in range(7))


@pytest.mark.parametrize("kind", AbsenceKind)
def test_every_kind_of_absence_has_a_short_word(kind: AbsenceKind) -> None:
    for language in ("da", "en"):
        with speaking(language):
            assert 0 < len(absence_word(kind)) <= 10
    assert absence_word(AbsenceKind.HOLIDAY) == "ferie"
    assert absence_word(AbsenceKind.SICKNESS) == "syg"


def test_who_left_is_shown_while_there_is_a_shift_left(session: Session) -> None:
    left = (Employment(first_day=dt.date(2020, 1, 1), last_day=dt.date(2026, 3, 15)),)
    lay(session, helper("Eva Gammel", employments=left), helper("Finn Gammel", employments=left))
    lay(session, shift("03-17 07:00", "03-17 15:00", "eva"))
    found = roster(session, TODAY)
    shown = [row.helper.id for row in found.rows if row.helper]
    assert shown == ["anna", "bo", "carla", "dina", "eva"]
    assert cell(found, "eva", 0).new is None
    assert found.findings["eva-03-17-0700"][0].code is Code.OUTSIDE_EMPLOYMENT


def test_permanent_helpers_stand_first_and_keep_their_colour(session: Session) -> None:
    lay(session, helper("Aksel Vikar", position=Position.SUBSTITUTE))
    newest = (Employment(first_day=dt.date(2026, 1, 1)),)
    lay(session, helper("Adam Ny", employments=newest))
    found = roster(session, TODAY)
    assert [row.helper.id for row in found.rows if row.helper] == [
        "adam",
        "anna",
        "bo",
        "carla",
        "dina",
        "aksel",
    ]
    numbers = {row.helper.id: row.sign.number for row in found.rows if row.helper and row.sign}
    assert numbers["adam"] == 5
    assert len(set(numbers.values())) == 6


def test_a_finding_stands_at_the_later_shift(session: Session) -> None:
    first = shift("03-16 15:00", "03-16 23:00", "dina")
    second = shift("03-17 07:00", "03-17 15:00", "dina")
    lay(session, first, second)
    found = roster(session, TODAY)
    assert set(found.findings) == {second.id}
    assert [one.code for one in shift_findings(session, second)] == [Code.DAILY_REST]
    assert shift_findings(session, first) == ()


def test_the_cover_of_a_day_follows_the_grant(session: Session) -> None:
    lay(session, round_the_clock(), *days_and_evenings("anna", "03-16", 7, "07:00", "15:00"))
    found = roster(session, TODAY)
    covers = {(day.cover.covered // 60, day.cover.needed // 60) for day in found.days}
    assert covers == {(8, 24)}


def test_the_days_of_the_clock_change_are_longer_and_shorter(session: Session) -> None:
    lay(session, round_the_clock())
    spring = roster(session, dt.date(2026, 3, 23))
    autumn = roster(session, dt.date(2026, 10, 19))
    assert [day.cover.needed // 60 for day in spring.days] == [24] * 6 + [23]
    assert [day.cover.needed // 60 for day in autumn.days] == [24] * 6 + [25]
    lay(session, shift("03-28 22:00", "03-29 06:00", "anna"))
    row = roster(session, dt.date(2026, 3, 23)).rows[0]
    assert row.minutes == 7 * 60


def test_holidays_are_named(session: Session) -> None:
    easter = roster(session, dt.date(2026, 3, 30))
    assert [day.holiday for day in easter.days][THURSDAY] == "Skærtorsdag"
    assert easter.days[0].holiday == ""


def test_a_file_without_helpers_says_so(tmp_path: Path) -> None:
    with open_empty(tmp_path) as session:
        found = roster(session, TODAY)
    assert not found.has_helpers
    assert found.rows == ()


def test_a_night_in_a_new_slot_is_offered_where_it_is_usual(session: Session) -> None:
    lay(session, *days_and_evenings("carla", "03-02", 7, "23:00", "07:00"))
    new = cell(roster(session, TODAY), "carla", 6).new
    assert new is not None
    assert (new.start, new.end) == (dt.time(23), dt.time(7))
