"""Hours of a stretch of days as values and as a table, also of a file with nothing in it."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.domain.hours import Measure
from bpa_desktop.i18n import speaking
from bpa_desktop.services.hours_origin import origins
from bpa_desktop.services.hours_report import as_lines, monthly, tell
from tests.little_file import KEY, SHIFTS, TODAY, open_copy, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

FIRST, END = dt.date(2026, 2, 1), dt.date(2026, 4, 1)
MEASURES = {measure.value for measure in Measure}


@pytest.fixture
def session(small_file: Path, tmp_path: Path) -> Iterator[Session]:
    with open_copy(small_file, tmp_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    with open_copy(write(tmp_path / "empty.bpa", ()), tmp_path, key=KEY) as opened:
        yield opened


def test_every_amount_is_in_minutes_by_month_kind_and_helper(session: Session) -> None:
    told = tell(session, FIRST, END)
    assert (told["from"], told["to"], told["unit"]) == ("2026-02-01", "2026-04-01", "minutes")
    february, march = told["months"]
    assert (february["month"], february["first"]) == ("2026-02", "2026-02-01")
    assert february["all"] == {
        "granted": (28 * 8 + 2) * 60,
        "planned": 40 * 60,
        "worked": 40 * 60,
        "absent": 0,
        "uncovered": (28 - 5) * 8 * 60,
    }
    assert march["all"]["planned"] == 64 * 60
    assert march["all"]["absent"] == 16 * 60
    assert february["kinds"] == {"basis": february["all"]}
    assert set(told["total"]["all"]) == MEASURES
    assert told["total"]["all"]["planned"] == 104 * 60
    assert told["total"]["kinds"]["basis"]["worked"] == 40 * 60
    rows = {(one["month"], one["helper"]): one for one in told["helpers"]}
    assert rows["2026-02", "anna"] == {
        "month": "2026-02",
        "helper": "anna",
        "name": "Anna Nielsen",
        "kind": "basis",
        "planned": 40 * 60,
        "worked": 40 * 60,
        "absent": 0,
    }
    assert (rows["2026-03", None]["name"], rows["2026-03", None]["planned"]) == (None, 8 * 60)
    assert json.loads(json.dumps(told)) == told


def test_an_empty_file_has_empty_hours(empty: Session) -> None:
    told = tell(empty, FIRST, END)
    assert [one["month"] for one in told["months"]] == ["2026-02", "2026-03"]
    assert all(one["all"] == dict.fromkeys(MEASURES, 0) for one in told["months"])
    assert told["helpers"] == []
    assert told["total"] == {"all": dict.fromkeys(MEASURES, 0), "kinds": {}}
    lines = list(as_lines(monthly(empty, FIRST, END), empty.helper_names()))
    assert lines[1].split() == ["I", "alt", "0", "0", "0", "0", "0"]


def test_the_table_has_a_line_for_each_month_and_each_helper(session: Session) -> None:
    lines = list(as_lines(monthly(session, FIRST, END), session.helper_names()))
    assert lines[0].split()[0] == "Måned"
    assert lines[1].split() == ["februar", "2026", "Basistimer", "226", "40", "40", "0", "184"]
    totals = next(line for line in lines if line.startswith("I alt"))
    assert totals.split()[3] == "104"
    people = [line.split()[0] for line in lines[lines.index("") + 1 :]]
    assert people == ["Anna", "Bo", "Ubesat"]
    anna = next(line for line in lines if line.startswith("Anna"))
    ends = {line[:62].rstrip() == line[:62] for line in (lines[1], totals, anna)}
    assert ends == {True}


def test_the_table_speaks_english(session: Session) -> None:
    with speaking("en"):
        lines = list(as_lines(monthly(session, FIRST, END), session.helper_names()))
    assert lines[0].split()[:2] == ["Month", "Granted"]
    assert lines[1].startswith("February 2026")


class TestOrigins:
    @pytest.mark.parametrize("measure", Measure)
    def test_the_records_behind_a_sum_add_up_to_it(
        self, session: Session, measure: Measure
    ) -> None:
        found = origins(session, measure, FIRST, END)
        total = tell(session, FIRST, END)["total"]["all"][measure.value]
        assert sum(one.minutes for one in found) == total
        assert total > 0

    def test_each_record_is_told_in_words(self, session: Session) -> None:
        first = dt.date(2026, 2, 2)
        (one,) = origins(session, Measure.WORKED, first, first + dt.timedelta(days=1))
        assert (one.type_name, one.record_id) == ("shift", SHIFTS[0].id)
        assert (one.text, one.minutes) == ("mandag 2. februar 07–15 Anna Nielsen", 8 * 60)

    def test_of_one_helper_only(self, session: Session) -> None:
        found = origins(session, Measure.PLANNED, FIRST, END, helper="bo")
        assert [one.text for one in found] == ["mandag 30. marts 07–15 Bo Olsen"]
        assert TODAY < END

    def test_an_empty_file_has_none(self, empty: Session) -> None:
        assert [origins(empty, measure, FIRST, END) for measure in Measure] == [()] * 5
