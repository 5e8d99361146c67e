"""What is wrong with a grant on its own."""

from __future__ import annotations

import datetime as dt

import pytest

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from tests.domain.builders import MIDNIGHT, day, grant, line


def reasons(record: Grant | GrantLine) -> list[str]:
    return [problem.field for problem in record.problems()]


def test_an_ordinary_grant_is_fine() -> None:
    assert not reasons(grant("2026-01-01", line(60), last="2026-01-01"))
    assert not reasons(grant("2026-01-01"))


def test_the_end_comes_after_the_start() -> None:
    assert reasons(grant("2026-01-02", last="2026-01-01")) == ["valid_to"]


def test_hours_for_the_period_need_an_end() -> None:
    assert reasons(grant("2026-01-01", line(60, Per.PERIOD))) == ["valid_to"]
    assert not reasons(grant("2026-01-01", line(60, Per.PERIOD), last="2026-02-01"))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"minutes": 0}, []),
        ({"minutes": -1}, ["minutes"]),
        ({"minutes": 60, "helpers": 0}, ["helpers"]),
        ({"minutes": 60, "from_time": dt.time(7)}, ["to_time"]),
        ({"minutes": 60, "to_time": dt.time(7)}, ["to_time"]),
        ({"minutes": 60, "from_time": dt.time(7), "to_time": dt.time(7)}, []),
    ],
)
def test_problems_of_a_line(fields: dict[str, int | dt.time], wrong: list[str]) -> None:
    assert reasons(GrantLine(**fields)) == wrong


def test_a_line_is_placed_when_it_has_both_times_and_midnight_is_a_time() -> None:
    assert line(60, from_time=MIDNIGHT, to_time=MIDNIGHT).is_placed
    assert not line(60, from_time=MIDNIGHT).is_placed
    assert not line(60).is_placed


def test_the_period_of_a_grant_may_be_one_day() -> None:
    assert not reasons(Grant(valid_from=day("2026-01-01"), valid_to=day("2026-01-01")))
