"""What the rules read from the file: the right records, in the right order, and only those."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.grant import Grant
from bpa_desktop.services import reading
from tests.little_file import ANNA, BO, ELIAS, GRANT, SHIFTS, open_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 2, 2)


@pytest.fixture
def session(small_file: Path, tmp_path: Path) -> Iterator[Session]:
    with open_copy(small_file, tmp_path) as opened:
        yield opened


def test_shifts_of_a_stretch_begin_or_end_in_it(session: Session) -> None:
    assert [one.id for one in reading.shifts(session, MONDAY, MONDAY + DAY)] == [SHIFTS[0].id]
    assert reading.shifts(session, MONDAY - DAY, MONDAY) == ()
    week = reading.shifts(session, MONDAY, MONDAY + 7 * DAY)
    assert [one.planned_start for one in week] == sorted(one.planned_start for one in week)
    assert len(week) == 5


def test_stints_count_as_planned_and_as_worked(session: Session) -> None:
    late = replace(
        SHIFTS[0],
        worked_start=dt.datetime(2026, 2, 1, 20),  # noqa: DTZ001 - wall-clock time
        worked_end=dt.datetime(2026, 2, 1, 22),  # noqa: DTZ001 - wall-clock time
    )
    session.save(late, "x")
    for day in (MONDAY - DAY, MONDAY):
        assert [one[0] for one in reading.stints(session, day, day + DAY)] == [late.id]
    assert len(reading.all_stints(session)) == len(SHIFTS)


def test_permanent_helpers_come_first_each_group_by_name(session: Session) -> None:
    session.save(replace(ANNA, id="åse", first_name="Åse"), "x")
    names = [one.first_name for one in reading.helpers(session)]
    assert names == ["Anna", "Elias", "Åse", "Bo"]


def test_the_employed_have_a_day_in_the_stretch(session: Session) -> None:
    def who(first: dt.date, end: dt.date) -> set[str]:
        return {one.id for one in reading.employed(session, first, end)}

    new_year = dt.date(2026, 1, 1)
    assert who(new_year, new_year + DAY) == {"anna", "bo"}
    assert who(new_year - DAY, new_year) == {"anna", "bo", "elias"}
    assert who(dt.date(2024, 12, 31), dt.date(2025, 1, 1)) == {"anna", "elias"}


def test_signs_stay_the_same_when_somebody_new_is_employed(session: Session) -> None:
    before = reading.helper_signs(session)
    assert {key: tuple(sign) for key, sign in before.items()} == {
        "elias": ("EL", 0),
        "anna": ("AN", 1),
        "bo": ("BO", 2),
    }
    new = replace(ELIAS, id="new", first_name="Eva", employments=())
    session.save(new, "x")
    after = reading.helper_signs(session)
    assert {key: after[key] for key in before} == dict(before)
    assert after["new"].number == 3


def test_absences_meet_the_stretch_with_a_day(session: Session) -> None:
    def which(first: dt.date, end: dt.date) -> list[str]:
        return [one.id for one in reading.absences(session, first, end)]

    assert which(dt.date(2026, 2, 1), dt.date(2026, 4, 1)) == ["hours", "sick", "away"]
    assert which(dt.date(2026, 3, 10), dt.date(2026, 3, 30)) == []
    assert which(dt.date(2026, 4, 3), dt.date(2026, 4, 4)) == ["away"]
    going_on = reading.find_absence(session, "sick")
    assert going_on is not None
    session.save(replace(going_on, last_day=None), "x")
    assert which(dt.date(2030, 1, 1), dt.date(2030, 1, 2)) == ["sick"]
    assert reading.find_absence(session, "gone") is None


def test_grants_stand_by_their_first_day(session: Session) -> None:
    earlier = replace(GRANT, id="z", valid_from=dt.date(2025, 1, 1))
    session.save(earlier, "x")
    assert [one.id for one in reading.grants(session)] == ["z", "g"]
    assert all(isinstance(one, Grant) for one in reading.grants(session))
    assert {ANNA.id, BO.id} <= set(reading.helper_signs(session))
