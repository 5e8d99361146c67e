"""Absence: the stretch it covers, and what is wrong with it on its own."""

from __future__ import annotations

from typing import Any

import pytest

from bpa_desktop.domain.clock import wall
from tests.domain.builders import absence, day, moment, time

TODAY = day("2026-03-20")


def stretch(first: str, last: str | None = None, **fields: Any) -> tuple[object, object]:
    start, end = absence("anna", first, last, **fields).span(TODAY)
    return wall(start), wall(end)


def wrong(first: str, last: str | None = None, **fields: Any) -> list[str]:
    return [problem.field for problem in absence("anna", first, last, **fields).problems()]


def test_both_days_belong_to_it() -> None:
    assert stretch("2026-03-16", "2026-03-17") == (
        moment("2026-03-16T00:00"),
        moment("2026-03-18T00:00"),
    )


def test_it_goes_on_through_today_without_a_last_day() -> None:
    assert stretch("2026-03-16")[1] == moment("2026-03-21T00:00")


def test_one_that_begins_later_lasts_its_first_day() -> None:
    assert stretch("2026-05-01") == (moment("2026-05-01T00:00"), moment("2026-05-02T00:00"))


def test_times_cut_the_first_and_the_last_day() -> None:
    times = {"from_time": time("12:00"), "to_time": time("09:30")}
    assert stretch("2026-03-16", "2026-03-17", **times) == (
        moment("2026-03-16T12:00"),
        moment("2026-03-17T09:30"),
    )


@pytest.mark.parametrize(
    ("days", "fields", "expected"),
    [
        (("2026-03-16", "2026-03-16"), {}, []),
        (("2026-03-16", None), {}, []),
        (("2026-03-16", None), {"from_time": time("12:00")}, []),
        (("2026-03-17", "2026-03-16"), {}, ["last_day"]),
        (("2026-03-16", "2026-03-16"), {"to_time": time("00:00")}, ["to_time"]),
        (
            ("2026-03-16", "2026-03-16"),
            {"from_time": time("12:00"), "to_time": time("12:00")},
            ["to_time"],
        ),
        (("2026-03-16", None), {"to_time": time("12:00")}, ["last_day"]),
        (("2026-03-29", "2026-03-29"), {"from_time": time("02:30")}, ["from_time"]),
        (("2026-10-24", "2026-10-25"), {"to_time": time("02:30")}, ["to_time"]),
    ],
)
def test_problems(
    days: tuple[str, str | None], fields: dict[str, Any], expected: list[str]
) -> None:
    assert wrong(*days, **fields) == expected
