"""A check tells what the rules find and what is due, as values and as sentences."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bpa_desktop.i18n import _, speaking
from bpa_desktop.services.checking import as_lines, as_plain, check
from bpa_desktop.services.foresight import all_due
from tests.little_file import ANNA, KEY, SCHEME, SHIFTS, open_copy, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bpa_desktop.services.session import Session

DAY = dt.timedelta(days=1)
MARCH = dt.date(2026, 3, 1)


@pytest.fixture
def session(small_file: Path, tmp_path: Path) -> Iterator[Session]:
    with open_copy(small_file, tmp_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    with open_copy(write(tmp_path / "empty.bpa", ()), tmp_path, key=KEY) as opened:
        yield opened


def codes(session: Session, first: dt.date | None, end: dt.date | None) -> list[str]:
    return [str(one.code) for one in check(session, first, end).findings]


def test_a_finding_has_its_records_window_rule_and_source(session: Session) -> None:
    day = dt.date(2026, 3, 9)
    told = as_plain(session, check(session, day, day + DAY))
    (one,) = [one for one in told["findings"] if one["code"] == "during_absence"]
    shift = next(one for one in SHIFTS if one.planned_start.date() == day)
    assert {"type": "shift", "id": shift.id} in one["records"]
    assert (one["from"], one["to"]) == ("2026-03-09T07:00", "2026-03-09T15:00")
    assert one["minutes_short"] == 8 * 60
    assert one["rule"]
    assert one["text"].startswith("Anna Nielsen har en vagt")
    assert set(one) == {
        "code",
        "severity",
        "records",
        "from",
        "to",
        "minutes_short",
        "rule",
        "source",
        "confidence",
        "text",
    }
    assert json.loads(json.dumps(told)) == told


def test_need_that_nobody_covers_is_found_by_day(session: Session) -> None:
    days = dt.date(2026, 3, 21), dt.date(2026, 3, 23)
    told = as_plain(session, check(session, *days))
    holes = [one for one in told["findings"] if one["code"] == "uncovered"]
    assert [one["from"] for one in holes] == ["2026-03-21T07:00", "2026-03-22T07:00"]


def test_only_what_lies_in_the_days_is_told(session: Session) -> None:
    assert "during_absence" not in codes(session, dt.date(2026, 3, 10), dt.date(2026, 3, 20))
    assert "during_absence" in codes(session, dt.date(2026, 3, 9), dt.date(2026, 3, 10))


def test_open_days_reach_as_far_as_the_roster(session: Session) -> None:
    everything = codes(session, None, None)
    assert codes(session, SHIFTS[0].planned_start.date(), None) == everything
    assert codes(session, None, dt.date(2026, 3, 31)) == everything
    assert "during_absence" in everything
    assert codes(session, dt.date(2030, 1, 1), None) == []


def test_what_is_due_comes_nearest_first_with_its_record(session: Session) -> None:
    found = all_due(session)
    assert [one.on for one in found] == sorted(one.on for one in found)
    told = as_plain(session, check(session))
    (visit,) = [one for one in told["due"] if one["code"] == "visit"]
    assert (visit["date"], visit["record"]) == ("2026-05-13", {"type": "scheme", "id": "s"})
    assert visit["text"].endswith("13. maj 2026.")
    assert set(visit) == {"code", "date", "record", "source", "text"}


def test_as_sentences(session: Session) -> None:
    result = check(session, dt.date(2026, 3, 9), dt.date(2026, 3, 10))
    lines = list(as_lines(session, result))
    assert lines[0] == f"Fund: {len(result.findings)}"
    assert any("Anna Nielsen har en vagt" in line for line in lines)
    due_at = lines.index(_("Due: {count}").format(count=len(result.due)))
    assert any(line.startswith("  13.05.2026 ") for line in lines[due_at + 1 :])
    with speaking("en"):
        assert next(as_lines(session, result)).startswith("Findings: ")


def test_an_empty_file_has_nothing_to_find(empty: Session) -> None:
    result = check(empty)
    assert as_plain(empty, result) == {"findings": [], "questions": [], "due": []}
    assert len(list(as_lines(empty, result))) == 2
    assert check(empty, MARCH, MARCH + DAY).findings == ()


def test_an_unknown_municipality_is_not_waited_for(session: Session) -> None:
    session.save(replace(SCHEME, municipality="Atlantis", next_visit=None), "x")
    assert "visit" not in {str(one.code) for one in all_due(session)}
    assert ANNA.id in session.helper_names()
